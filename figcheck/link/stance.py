"""The stance of a text to a claim: a fact, or a question, a condition, a denial, a correction.

Only what is stated as a fact can be wrong: "if it had fallen 30%", "not 40,000", a quoted figure
that the text corrects and a correction notice are passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from figcheck.document import BlockRole

if TYPE_CHECKING:
    from figcheck.claim import Claim
    from figcheck.document import Document, Figure, Sentence

_CORRECTION = re.compile(
    r"\b(?:correction|corrects|corrected|misstated|erroneous(?:ly)?|wrongly|mistaken(?:ly)?"
    r"|incorrect(?:ly)?|in error|inaccurate|falsely|misreported|misprint|typo|should have read"
    r"|earlier version|previous version|double.count\w*|overlap\w*|rounding|do not add"
    r"|not add up|does not add)\b",
    re.IGNORECASE,
)
_UNREAL = frozenset(("if", "unless", "suppose", "imagine", "hypothetical", "assuming"))
_RIGHTED = re.compile(
    r"[\s\"“”’')]*(?:It (?:is|was) (?=[$£€\d])|In fact\b|Actually\b|In truth\b|Not so\b|Wrong\b"
    r"|The (?:true|right|correct|real) (?:figure|number|answer|sum|total)\b|That is (?:wrong|not)\b)"
)
_BOUNDING = frozenset(("more", "less", "fewer", "later", "earlier", "only", "just", "exceeding"))
_DENIALS = frozenset(("not", "never", "n't", "nor", "rather", "instead", "isn't", "wasn't"))


_FAR = 400  # words; beyond it nothing governs a figure, of a sentence that has no end
_NEAR = 4000  # characters, likewise


def states_as_fact(document: Document, claim: Claim) -> bool:
    """Does the text state the claim as a fact?"""
    indexes = sorted({figure.sentence for figure in claim.figures})
    if any(_is_question(document, document.sentences[index]) for index in indexes):
        return False
    if any(_is_refused(document.sentences[index], claim) for index in indexes):
        return False
    # What is supposed of all figures alike must still add up; what of some is set against the rest.
    supposed = [_is_supposed(document.sentences[f.sentence], f) for f in claim.figures]
    if len(supposed) > 1 and any(supposed) and not all(supposed):
        return False
    blocks = {document.sentences[index].block for index in indexes}
    is_table = any(document.blocks[block].role is BlockRole.CELL for block in blocks)
    return not _is_corrected(document, claim, indexes, is_table=is_table)


def _is_question(document: Document, sentence: Sentence) -> bool:
    return "?" in document.text[max(sentence.start, sentence.end - 4) : sentence.end]


def _is_supposed(sentence: Sentence, figure: Figure) -> bool:
    """Does the figure stand under a condition: "if it had fallen 30%", "would have been 12"?"""
    words = sentence.words
    first = max(0, figure.place - _FAR)
    for at, word in enumerate(words[first : figure.place], first):
        if word in _UNREAL and sentence.clauses[at] == figure.clause:
            return True
        if word == "would" and words[at + 1 : at + 2] == ["have"]:
            return True
    return False


def _is_refused(sentence: Sentence, claim: Claim) -> bool:
    """Is a figure of the claim denied or asked about in this sentence?"""
    words = sentence.words
    for figure in claim.figures:
        if figure.sentence != sentence.index:
            continue
        if _is_denied(words, figure.place):
            return True
        if len(claim.figures) == 1:
            continue  # what is impossible by itself is so under any condition
        if "whether" in words[max(0, figure.place - _FAR) : figure.place]:
            return True
    return any(c.name == "correction" for c in sentence.cues)


def _is_denied(words: list[str], place: int) -> bool:
    """Does a denial stand right before the figure, other than in a bound ("not more than 7") or of
    what came first ("did not resume until 13:02")?"""
    return any(
        words[at] in _DENIALS and words[at + 1] not in _BOUNDING and "until" not in words[at:place]
        for at in range(max(0, place - 3), place)
    )


def _is_corrected(document: Document, claim: Claim, indexes: list[int], *, is_table: bool) -> bool:
    """Does the text around the figures speak of a mistake, a correction or an overlap?

    That a table's amounts are rounded is reckoned with where they are added up.
    """
    if _is_righted(document, indexes[-1]):
        return True
    first = document.sentences[max(0, indexes[0] - 1)]
    last = document.sentences[min(len(document.sentences) - 1, indexes[-1] + 1)]
    start = max(first.start, min(figure.start for figure in claim.figures) - _NEAR)
    end = min(last.end, max(figure.end for figure in claim.figures) + _NEAR)
    found = _CORRECTION.finditer(document.text, start, end)
    return any(not is_table or mark[0].lower() != "rounding" for mark in found)


def _is_righted(document: Document, index: int) -> bool:
    """Does the next sentence put the figures right: "It is $3,333", "In fact there were 12"?"""
    if index + 1 >= len(document.sentences):
        return False
    following = document.sentences[index + 1]
    return bool(following.figures) and _RIGHTED.match(document.text, following.start) is not None
