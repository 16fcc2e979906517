"""Bytes to text: which encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import re

from figcheck.errors import ReadError

_MARKS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
)
_DECLARED = rb"(?i)<meta\b[^<>]{0,200}?charset\s{0,4}=\s{0,4}[\"']?([\w.:-]{2,30})"
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_HEAD = 65536


def decode(raw: bytes, name: str) -> tuple[str, str]:
    """The text of a file, without its byte order mark, and a note where it is not UTF-8.

    A file without a mark is UTF-8, or what its HTML declares, or Windows-1252. ReadError where
    it is no text, or in an encoding that is not known.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decoded_by_mark(raw, encoding, name)
    _refuse_binary(raw, name)
    try:
        return raw.decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        fault = error
    declared = re.search(_DECLARED, raw[:4096])
    if declared is not None:
        encoding = declared.group(1).decode("ascii", "replace")
        try:
            return raw.decode(encoding), f"not UTF-8: read as {encoding}, which it declares"
        except (LookupError, UnicodeError):
            pass
    try:
        return raw.decode("cp1252"), "not UTF-8: read as Windows-1252"
    except UnicodeDecodeError:
        raise ReadError(
            f"{name}: neither UTF-8 nor Windows-1252 (byte {fault.start}); save it as UTF-8"
        ) from fault


def _decoded_by_mark(raw: bytes, encoding: str, name: str) -> tuple[str, str]:
    try:
        return raw.decode(encoding), ""
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{name}: begins like {encoding} but is not: {error.reason} at byte {error.start};"
            " save it as UTF-8"
        ) from error


def _refuse_binary(raw: bytes, name: str) -> None:
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            raise ReadError(f"{name}: {kind}; save it as text, Markdown or HTML")
    head = raw[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if _is_wide(head[:2000]):
        raise ReadError(f"{name}: UTF-16 without its byte order mark; save it as UTF-8")
    if b"\0" in head or controls * 10 > len(head):
        raise ReadError(f"{name}: a binary file, not text; figcheck reads text, Markdown and HTML")


def _is_wide(head: bytes) -> bool:
    """Are most of every other byte zeros, and none of those between?"""
    return any(
        head[at::2].count(0) * 4 > len(head) and b"\0" not in head[1 - at :: 2] for at in (0, 1)
    )
