"""What the tests of the readers ask of a source: its blocks, its words, where they are written."""

from __future__ import annotations

from figcheck.read import read


def blocks(form: str, source: str) -> list[tuple[str, str]]:
    document = read(source, form)
    return [(block.role.value, document.text[block.start : block.end]) for block in document.blocks]


def words(form: str, source: str) -> str:
    """The text of a source that is one block."""
    ((_, text),) = blocks(form, source)
    return text


def written(form: str, source: str, part: str) -> str:
    """The source of a part of the text that occurs once."""
    document = read(source, form)
    assert 1 == document.text.count(part)
    start = document.text.index(part)
    first, last = document.source_span(start, start + len(part))
    return source[first:last]
