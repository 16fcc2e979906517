"""Readers: a source in, a Document with blocks and sentences out, every position exact."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from figcheck.document import BlockRole, Document, Sentence
from figcheck.errors import ReadError, UsageError
from figcheck.read.decoding import decode as decode
from figcheck.read.language import are_english
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
        document = _read_markdown(source)
    elif format == "html":
        from figcheck.read.html import read_html

        document = read_html(source)
    else:
        raise UsageError(f"unknown format {format!r}: use one of {', '.join(FORMATS)}")
    document.path = path
    _split(document)
    return document


def _read_markdown(source: str) -> Document:
    try:
        from figcheck.read.markdown import read_markdown
    except ModuleNotFoundError as error:
        if error.name is None or not error.name.startswith("pyromark"):
            raise
        raise ReadError(
            "Markdown needs the package pyromark, which is not installed: pip install pyromark"
        ) from error
    return read_markdown(source)


def read_file(path: str | PathLike[str], format: str | None = None) -> Document:  # noqa: A002
    """The document of a file; its format goes by the suffix unless it is given.

    `source` is the file decoded, without its byte order mark and with its line ends as they are;
    offsets count in that. ReadError where the file cannot be read, is no text, or is too large.
    """
    file = Path(path)
    if file.is_dir():
        raise ReadError(f"{file}: a folder; name a file in it")
    try:
        with file.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as error:
        raise ReadError(f"{file}: {error.strerror or error}") from error
    if len(raw) > LARGEST:
        raise ReadError(f"{file}: more than the {LARGEST:,} bytes that are read")
    source, note = decode(raw, str(file))
    document = read(source, format or format_of(file), str(file))
    if note:
        document.notes.append(note)
    return document


def format_of(path: Path) -> str:
    """The format that a file's suffix says."""
    return _BY_SUFFIX.get(path.suffix.lower(), "text")


def _split(document: Document) -> None:
    """Fill in the sentences, and for each block whether it is English."""
    sentences, text, blocks = document.sentences, document.text, document.blocks
    judged = [index for index, block in enumerate(blocks) if block.role not in _UNSPLIT]
    flags = are_english([text[blocks[index].start : blocks[index].end] for index in judged])
    document.is_english = [True] * len(blocks)
    for index, is_english in zip(judged, flags, strict=True):
        document.is_english[index] = is_english
        for start, end in sentence_spans(text, blocks[index].start, blocks[index].end):
            sentences.append(Sentence(len(sentences), start, end, index))
    foreign = flags.count(False)
    if foreign:
        are = "block is" if foreign == 1 else "blocks are"
        document.notes.append(f"{foreign} {are} not English: figures read, claims not judged")
