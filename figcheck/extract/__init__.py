"""Extraction: every figure of a document, in typed sentences.

`extract(document)` looks for digits and number words, tokenises the sentences that have some, reads
the figures in them and builds each sentence's row of words, in which a figure is one item.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from figcheck.extract.fractions import MULTIPLES, PARTS
from figcheck.extract.numerals import SMALL
from figcheck.extract.scanner import scan
from figcheck.extract.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from figcheck.document import Document, Figure, Sentence

_DIGIT = re.compile(r"[0-9½¼¾⅓⅔]")
_WORD = re.compile(r"[a-z]+")
_NUMBER_WORDS = frozenset(SMALL) | frozenset(MULTIPLES) | frozenset(PARTS) | {
    "hundred", "thousand", "million", "billion", "trillion", "dozen",
}  # fmt: skip


def extract(document: Document) -> None:
    """Find the figures of a document and type its sentences, in place."""
    text = document.text
    has_sterling = "£" in text
    for sentence in document.sentences:
        if _may_hold_figure(text, sentence):
            tokens = tokenise(text, sentence.start, sentence.end)
            figures = scan(text, tokens, has_sterling=has_sterling)
            if figures:
                _type(sentence, tokens, figures)
                document.figures.extend(figures)


def _may_hold_figure(text: str, sentence: Sentence) -> bool:
    if _DIGIT.search(text, sentence.start, sentence.end):
        return True
    words = _WORD.findall(text[sentence.start : sentence.end].lower())
    return not _NUMBER_WORDS.isdisjoint(words)


def _type(sentence: Sentence, tokens: Tokens, figures: list[Figure]) -> None:
    """Build the sentence's row of items: words, marks, and one "#" a figure."""
    words, starts, ends = sentence.words, sentence.starts, sentence.ends
    at, size = 0, len(tokens.lower)
    for figure in figures:
        while at < size and tokens.starts[at] < figure.start:
            words.append(tokens.lower[at])
            starts.append(tokens.starts[at])
            ends.append(tokens.ends[at])
            at += 1
        figure.place = len(words)
        figure.sentence = sentence.index
        sentence.figure_at[figure.place] = figure
        words.append("#")
        starts.append(figure.start)
        ends.append(figure.end)
        while at < size and tokens.starts[at] < figure.end:
            at += 1
    words += tokens.lower[at:]
    starts += tokens.starts[at:]
    ends += tokens.ends[at:]
    sentence.figures = figures
