"""Series below an announcement: first, second and third; bullets; numbered or marked items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import BlockRole, Span

if TYPE_CHECKING:
    from figcheck.document import Block, Document, Sentence

_MOST_SENTENCES = 16  # behind an announcement, in which its first, second and third may stand
_MOST_BLOCKS = 100
_BEFORE_ITEMS = 2  # paragraphs between a heading and the list that it announces
_CLOSING = ("Finally", "Lastly", "Last,", "And finally", "Last but")
_ORDINALS = {
    "first": 1, "firstly": 1, "second": 2, "secondly": 2, "third": 3, "thirdly": 3, "fourth": 4,
    "fourthly": 4, "fifth": 5, "fifthly": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_NUMBERED = re.compile(r"(?:Step |Tip |Rule |Reason |No\. ?|#)?(\d{1,2})(?:[.):]|\s[-–—])")
_MARK = re.compile(r"[( ](?:([a-h])|(\d{1,2})|(i{1,3}|iv|vi{0,3}))\)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
_TITLES = (BlockRole.HEADLINE, BlockRole.HEADING)


class Series(NamedTuple):
    """What follows an announcement: how many items, where they begin, how they are told apart."""

    sort: str  # "ordinals", "items", "numbered", "headings", "marks"
    spans: tuple[Span, ...]
    is_whole: bool  # nothing suggests that the series goes on, or is another's


def series_below(document: Document, sentence: Sentence) -> list[Series]:
    """Every series that follows a sentence at once."""
    found = [
        _ordinals(document, sentence), _items(document, sentence), _numbered(document, sentence),
        _headings(document, sentence), _marks(document, sentence),
    ]  # fmt: skip
    return [series for series in found if series is not None]


def _ordinals(document: Document, sentence: Sentence) -> Series | None:
    """The sentences that begin with "First", "Second", ..., right behind this one."""
    spans: list[Span] = []
    first = sentence.index + 1
    for later in document.sentences[first : first + _MOST_SENTENCES]:
        opening = document.text[later.start : later.start + 14]
        number = _opening_ordinal(opening)
        is_last = bool(spans) and opening.startswith(_CLOSING)
        if is_last or number == len(spans) + 1:
            spans.append(Span(later.start, later.start + 5))
        elif not spans or number == 1:
            break
        if is_last:
            break
    return Series("ordinals", tuple(spans), is_whole=True) if len(spans) > 1 else None


def _opening_ordinal(opening: str) -> int:
    """The number of "First", "Thirdly", "The second" at the start of a sentence; 0 for none."""
    words = opening.lower().replace(",", " ").replace(":", " ").split()
    if words and words[0] in ("the", "and", "a"):
        words = words[1:]
    return _ORDINALS.get(words[0], 0) if words else 0


def _items(document: Document, sentence: Sentence) -> Series | None:
    """The bulleted list below a sentence that ends its block, or below a heading."""
    blocks, first = document.blocks, sentence.block + 1
    role = blocks[sentence.block].role
    is_title = role in _TITLES
    if role is BlockRole.ITEM:
        return None
    if sentence.end < blocks[sentence.block].end - 1 and not is_title:
        return None
    for _ in range(_BEFORE_ITEMS if is_title else 0):
        if first < len(blocks) and blocks[first].role is BlockRole.PARAGRAPH:
            first += 1
    if first >= len(blocks) or blocks[first].role is not BlockRole.ITEM:
        return None
    last, spans = first, []
    while last < min(len(blocks), first + _MOST_BLOCKS) and blocks[last].role is BlockRole.ITEM:
        if blocks[last].level == blocks[first].level:
            spans.append(Span(blocks[last].start, min(blocks[last].end, blocks[last].start + 20)))
        last += 1
    goes_on = last + 1 < len(blocks) and blocks[last + 1].role is BlockRole.ITEM
    text = document.text[sentence.start : sentence.end].rstrip(" *_\n")
    is_whole = not goes_on and (is_title or text.endswith(":"))
    return Series("items", tuple(spans), is_whole) if len(spans) > 1 else None


def _numbered(document: Document, sentence: Sentence) -> Series | None:
    """The numbered headings, paragraphs or items below a title: "12 ways to ..." """
    if not _is_title(document, sentence):
        return None
    spans: list[Span] = []
    for block in document.blocks[sentence.block + 1 : sentence.block + 1 + _MOST_BLOCKS]:
        start = block.start
        while start < block.end:  # of each line: plain text has lists of lines in one block
            found = _NUMBERED.match(document.text, start, min(block.end, start + 12))
            if found is not None and int(found[1]) == len(spans) + 1:
                spans.append(Span(found.start(1), found.end(1)))
            end = document.text.find("\n", start, block.end)
            start = end + 1 if end >= 0 else block.end
    return Series("numbered", tuple(spans), is_whole=True) if len(spans) > 2 else None


def _is_title(document: Document, sentence: Sentence) -> bool:
    return sentence.block == 0 or document.blocks[sentence.block].role in _TITLES


def _headings(document: Document, sentence: Sentence) -> Series | None:
    """The headings one level below a title, up to the next of its own level."""
    blocks = document.blocks
    title = blocks[sentence.block]
    if title.role not in _TITLES:
        return None
    below: list[Block] = []
    for block in blocks[sentence.block + 1 : sentence.block + 1 + _MOST_BLOCKS]:
        if block.role is BlockRole.HEADING:
            if block.level <= title.level:
                break
            below.append(block)
    level = min((block.level for block in below), default=0)
    spans = [Span(b.start, min(b.end, b.start + 20)) for b in below if b.level == level]
    return Series("headings", tuple(spans), is_whole=False) if len(spans) > 1 else None


def _marks(document: Document, sentence: Sentence) -> Series | None:
    """The marks (a), (b), (c) or 1), 2), 3) in the sentence and the rest of its block."""
    end = min(document.blocks[sentence.block].end, sentence.start + 1500)
    spans: list[Span] = []
    for found in _MARK.finditer(document.text, sentence.start, end):
        letter, number, roman = found.groups()
        value = (
            int(number) if number else _ROMAN[roman] if roman and not letter else ord(letter) - 96
        )
        if value == len(spans) + 1:
            spans.append(Span(found.start(), found.end()))
        elif value == 1:
            break
    return Series("marks", tuple(spans), is_whole=True) if len(spans) > 1 else None
