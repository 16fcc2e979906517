"""Masks: stretches of text that hold digits and no numbers, web addresses and telephone numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from figcheck.extract.quantity import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens

DIALLING = frozenset("-–().‐‑/")
_DIALLED = re.compile(r"(?<![\w$£€¥₹.,/:])[+(]{0,2}[0-9][0-9 ()./+\-\u2010-\u2013]{5,24}[0-9](?![\w%])")
_URL = re.compile(r"[^\s<>\"“”]{1,2000}")
_MAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]{1,64}(?:\.[\w\-]{1,64}){0,5}")
_SCHEME_REACH = 12

_PHONES = re.compile(
    r"\+[0-9][0-9 ()./\-]{6,}"
    r"|\([0-9+]{2,5}\)[ \-]?[0-9]{2,4}[0-9 .\-]{3,}"
    r"|(?:[0-9]{1,3}[-. ])?\(?[0-9]{3}\)?[-. /][0-9]{3}[-. ][0-9]{4}(?:[/ ][0-9]{2,4})?"
    r"|0[0-9]{2,4}[-. /][0-9]{3,8}(?:[-. ][0-9]{2,6}){0,2}"
    r"|00[0-9][0-9 ./\-]{7,}"
    r"|1?[0-9]{3}[-.][0-9]{3,4}[-.][0-9]{4}"
    r"|[0-9]{3,5}-[0-9]{6,8}(?:-[0-9]{1,4})?"
    r"|0[0-9]{8,13}"
    r"|[0-9]{2,4}(?:-[0-9]{2,8}){3,}"
    r"|[0-9]{1,5}(?:-[0-9]{1,7}){3,}(?:-[0-9X])?"
    r"|[0-9]{2,5}(?: [0-9]{2,5}){0,2} [0-9]{3,5} [0-9]{3,5} [0-9]{2,4}"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
_SHORT = re.compile(r"[0-9]{3}-[0-9]{4}")
_CALLING = re.compile(r"(?:call|phone|tel|telephone|dial|number|fax|text|mobile|hotline)\W{0,3}(?:\w{1,8}\W{1,2}){0,2}$", re.I)
_DATED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./\-][0-9]{1,2}[./\-][0-9]{2,4}")


def web_addresses(text: str) -> list[tuple[int, int]]:
    """The web and mail addresses of a text, in its order, none within another."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_addresses(text)):
        if not merged or start >= merged[-1][1]:
            merged.append((start, end))
    return merged


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Web addresses with a scheme or "www.", and mail addresses."""
    for mark in ("://", "www."):
        at = text.find(mark)
        while at >= 0:
            start = at
            while mark == "://" and start > 0 and at - start < _SCHEME_REACH and text[start - 1].isalnum():
                start -= 1
            found = _URL.match(text, at)
            end = found.end() if found else at + len(mark)
            yield start, len(text[:end].rstrip(".,;:!?)]'’")) if end - at < 2000 else end
            at = text.find(mark, end)
    at = text.find("@")
    while at >= 0:
        found = _MAIL.search(text, max(0, at - 64), min(len(text), at + 400))
        if found and found.start() < at < found.end():
            yield found.start(), found.end()
        at = text.find("@", at + 1)


def read_dialled(tokens: Tokens, at: int) -> Quantity | None:
    """A telephone number, ISBN or the like that begins with token `at`, its digits in groups."""
    text, start = tokens.text, tokens.starts[at]
    first = at
    while tokens.written[first - 1] in ("+", "(") and tokens.glued[first]:
        first -= 1
        start -= 1
    found = _DIALLED.match(text, start)
    if found is None or not _is_dialled(text, start, found.group()):
        return None
    to, end = at + 1, found.end()
    while to < tokens.size and tokens.starts[to] < end:
        to += 1
    return label(first, to)


def _is_dialled(text: str, start: int, written: str) -> bool:
    if _DATED.fullmatch(written) or _GROUPED.fullmatch(written):
        return False
    if _SHORT.fullmatch(written):
        return _CALLING.search(text, max(0, start - 40), start) is not None or written[:3] == "555"
    return _PHONES.fullmatch(written) is not None
