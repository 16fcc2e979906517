"""Readers: a source in, a Document with blocks and sentences out, every position exact."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from figcheck.document import BlockRole, Document, Sentence
from figcheck.errors import ReadError, UsageError
from figcheck.read.language import is_english
from figcheck.read.sentences import sentence_spans
from figcheck.read.text import read_text

if TYPE_CHECKING:
    from os import PathLike

FORMATS = ("text", "markdown", "html")
LARGEST = 64_000_000
"""The most bytes of a file that are read."""

_BY_SUFFIX = {
    ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip
_UNSPLIT = frozenset((BlockRole.CODE, BlockRole.FURNITURE))


def read(source: str, format: str = "text", path: str | None = None) -> Document:  # noqa: A002
    """The document of a source. `format` is "text", "markdown" or "html"; UsageError else."""
    if format == "text":
        document = read_text(source)
    elif format == "markdown":
        from figcheck.read.markdown import read_markdown

        document = read_markdown(source)
    elif format == "html":
        from figcheck.read.html import read_html

        document = read_html(source)
    else:
        raise UsageError(f"unknown format {format!r}: use one of {', '.join(FORMATS)}")
    document.path = path
    _split(document)
    return document


def read_file(path: str | PathLike[str], format: str | None = None) -> Document:  # noqa: A002
    """The document of a file; its format goes by the suffix unless given. ReadError where the
    file cannot be read, is binary or too large. Offsets count after a byte order mark."""
    file = Path(path)
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise ReadError(f"{file}: {size:,} bytes, more than the {LARGEST:,} that are read")
        raw = file.read_bytes()
    except OSError as error:
        raise ReadError(f"{file}: {error.strerror or error}") from error
    source, note = decode(raw, str(file))
    document = read(source, format or format_of(file), str(file))
    if note:
        document.notes.append(note)
    return document


def format_of(path: Path) -> str:
    """The format that a file's suffix says."""
    return _BY_SUFFIX.get(path.suffix.lower(), "text")


def decode(raw: bytes, name: str) -> tuple[str, str]:
    """The text of a file and a note where it is not UTF-8. ReadError where it is no text."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), ""
            except UnicodeDecodeError as error:
                raise ReadError(f"{name}: begins like UTF-16 but is not: {error.reason}") from error
    if b"\0" in raw[:65536]:
        raise ReadError(f"{name}: a binary file, not text; figcheck reads text, Markdown and HTML")
    try:
        return raw.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("cp1252"), "not UTF-8: read as Windows-1252"
    except UnicodeDecodeError as error:
        raise ReadError(
            f"{name}: neither UTF-8 nor Windows-1252 (byte {error.start}); save it as UTF-8"
        ) from error


def _split(document: Document) -> None:
    """Fill in the sentences, and for each block whether it is English."""
    sentences, text = document.sentences, document.text
    foreign = 0
    for index, block in enumerate(document.blocks):
        judged = block.role not in _UNSPLIT
        english = not judged or is_english(text[block.start : block.end])
        document.is_english.append(english)
        foreign += not english
        if judged:
            for start, end in sentence_spans(text, block.start, block.end):
                sentences.append(Sentence(len(sentences), start, end, index))
    if foreign:
        blocks = "block is" if foreign == 1 else "blocks are"
        document.notes.append(f"{foreign} {blocks} not English: figures read, claims not judged")
