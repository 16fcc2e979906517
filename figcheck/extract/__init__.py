"""Extraction: every figure of a document, in typed sentences.

`extract(document)` finds the sentences that hold digits or number words, tokenises those, reads the
quantities in them and builds each sentence's row of words, in which a figure is one item.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import partial
from typing import TYPE_CHECKING

from figcheck.document import BlockRole, Figure
from figcheck.extract.conventions import Conventions
from figcheck.extract.kinds import (
    COUNT,
    DURATION,
    EXACT,
    FRACTION,
    MEASURE,
    MONEY,
    MULTIPLE,
    POINTS,
    SHARE,
)
from figcheck.extract.masks import web_addresses
from figcheck.extract.numerals import VULGAR
from figcheck.extract.quantity import label
from figcheck.extract.rates import PER_WORDS, take_rate
from figcheck.extract.scanner import scan
from figcheck.extract.subjects import attach_subject
from figcheck.extract.tokens import Tokens
from figcheck.extract.words import READERS

if TYPE_CHECKING:
    from figcheck.document import Document, Sentence
    from figcheck.extract.quantity import Quantity

_OTHER_DIGITS = re.compile("[٠-٩۰-۹०-९০-৯๐-๙０-９]")
_VULGAR = re.compile(f"[{''.join(VULGAR)}]")
_LEADS = (b"\xd9", b"\xdb", b"\xe0", b"\xef\xbc")  # of those digits, in UTF-8
_TO_ASCII = {
    first + digit: str(digit)
    for first in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10)
    for digit in range(10)
} | {0x66A: "%", 0x66B: ".", 0x66C: ",", 0xFF0C: ",", 0xFF0D: "-", 0xFF0E: "."}
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d|(?<![\d.,])\d+,\d\d?(?![\d,.]*\d)")
_DECIMAL_POINT = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])|\d\.\d{1,2}(?![\d.,]*\d)")
_SUBJECTS = frozenset((COUNT, SHARE, MONEY, MEASURE, DURATION, FRACTION, POINTS, MULTIPLE))
_CELL = BlockRole.CELL
_CONSTANTS = frozenset((FRACTION, MULTIPLE))
_TRIGGERS = frozenset(word.encode() for word in READERS if word.isascii())
_FOLDED = (
    bytes(
        ord(chr(code).lower())
        if chr(code).isalpha()
        else ord("0")
        if chr(code).isdecimal()
        else ord(" ")
        for code in range(128)
    )
    + b" " * 128
)  # letters in lower case, every digit a 0, all else a space


def extract(document: Document) -> None:
    """Find the figures of a document and type its sentences, in place."""
    text = _in_ascii_digits(document.text)
    conventions = Conventions(text)
    document.figures = _read_all(document, text, conventions)
    if conventions.saw_odd_comma and _has_decimal_comma(text):
        conventions.decimal_comma = True
        document.figures = _read_all(document, text, conventions)


def _read_all(document: Document, text: str, conventions: Conventions) -> list[Figure]:
    folded = _folded(text)
    masked = web_addresses(text)
    blocks = document.blocks
    find_digit, lacks_words = partial(folded.find, b"0"), _TRIGGERS.isdisjoint
    figures: list[Figure] = []
    for sentence in document.sentences:
        start, end = sentence.start, sentence.end
        if find_digit(start, end) < 0 and lacks_words(folded[start:end].split()):
            continue
        conventions.in_cell = blocks[sentence.block].role is _CELL
        tokens = Tokens(text, start, end, conventions)
        quantities = scan(tokens, find_digit)
        if masked:
            quantities = _mask(tokens, quantities, masked)
        if quantities:
            figures += _type(document.text, sentence, tokens, quantities)
    return figures


def _folded(text: str) -> bytes:
    """A byte a character: letters in lower case, every digit and "½" a 0, all else a space."""
    if not text.isascii() and _VULGAR.search(text):
        text = _VULGAR.sub("0", text)
    return text.encode("ascii", "replace").translate(_FOLDED)


def _in_ascii_digits(text: str) -> str:
    """The text with the digits of other scripts as 0 to 9, every character at its place."""
    if text.isascii():
        return text
    raw = text.encode("utf-8", "replace")
    if any(lead in raw for lead in _LEADS) and _OTHER_DIGITS.search(text):
        return text.translate(_TO_ASCII)
    return text


def _has_decimal_comma(text: str) -> bool:
    """Does the text write 1.234,5 and 3,5, and never 1,234 or 3.5?"""
    return _DECIMAL_COMMA.search(text) is not None and _DECIMAL_POINT.search(text) is None


def _mask(
    tokens: Tokens, quantities: list[Quantity], masked: list[tuple[int, int]]
) -> list[Quantity]:
    """Put one label in the place of what was read inside a masked stretch."""
    starts, size = tokens.starts, tokens.size
    last = tokens.end(size - 1)
    kept: list[Quantity] = []
    at, count = 0, len(quantities)
    for start, end in masked[max(0, bisect_right(masked, (starts[0], 0)) - 1) :]:
        if start >= last or at >= count:
            break
        while at < count and tokens.end(quantities[at].to - 1) <= start:
            kept.append(quantities[at])
            at += 1
        to = at
        while to < count and starts[quantities[to].at] < end:
            to += 1
        if to > at:
            begin = max(0, bisect_right(starts, start, 0, size) - 1)
            stop = bisect_left(starts, end, begin, size)
            begin, stop = min(begin, quantities[at].at), max(stop, quantities[to - 1].to)
            kept.append(label(max(begin, kept[-1].to if kept else 0), stop))
            at = to
    return kept + quantities[at:]


def _type(
    text: str, sentence: Sentence, tokens: Tokens, quantities: list[Quantity]
) -> list[Figure]:
    """Build the figures, and the sentence's row of items: words, marks, and one "#" a figure."""
    words: list[str] = []
    starts: list[int] = []
    sentence.figure_at = {}
    lower, begins = tokens.lower, tokens.starts
    figures: list[Figure] = []
    done = 0
    for quantity in quantities:
        at, to = quantity.at, quantity.to
        words += lower[done:at]
        starts += begins[done:at]
        figure = _figure(text, tokens, quantity)
        figure.place = len(words)
        figure.sentence = sentence.index
        sentence.figure_at[figure.place] = figure
        figures.append(figure)
        words.append("#")
        starts.append(figure.start)
        done = to
    words += lower[done : tokens.size]
    starts += begins[done : tokens.size]
    if "#" in lower:  # one that the text itself writes would pass for a figure
        places = sentence.figure_at
        words = ["№" if w == "#" and at not in places else w for at, w in enumerate(words)]
    sentence.words, sentence.starts = words, starts
    sentence.figures = figures
    return figures


def _is_constant(quantity: Quantity) -> bool:
    """A fraction or multiple in words, "100%": numbers that are not rounded from others."""
    if quantity.grain == 0:
        return quantity.kind in _CONSTANTS
    return quantity.kind is SHARE and quantity.value == 100 and quantity.grain == 1


def _figure(text: str, tokens: Tokens, quantity: Quantity) -> Figure:
    at, to = quantity.at, quantity.to
    start, end = tokens.starts[at], tokens.end(to - 1)
    low, high = quantity.low, quantity.high
    if low is None and high is None and quantity.hedge is EXACT:
        low = high = quantity.value
    figure = Figure(
        start, end, text[start:end], quantity.kind, quantity.value,
        low=low, high=high, unit=quantity.unit, per=quantity.per, hedge=quantity.hedge,
        grain=quantity.grain, own_grain=quantity.own_grain, date=quantity.date,
        constant=quantity.constant or _is_constant(quantity),
    )  # fmt: skip
    figure.descends = quantity.descends
    if quantity.kind in _SUBJECTS:
        after = attach_subject(figure, tokens, at, to)
        if after > to and quantity.per is None and tokens.lower[after] in PER_WORDS:
            take_rate(tokens, quantity, after)
            figure.per = quantity.per
    return figure
