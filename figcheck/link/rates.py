"""Rates that only the text around a figure tells: "$5 a brick", "450/km²", "each drawing 3 kW".

Extraction reads what a figure is per where the words are known ("a month", "per head"). Here the
rest is filled in: a noun that the document counts elsewhere, a unit behind a plain number or behind
what it counts ("50 metres of pipe a day"), "income per head was $40,000", and the role "each" of an
amount that every one of several has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck import units
from figcheck.document import Kind
from figcheck.extract.nouns import singular

if TYPE_CHECKING:
    from figcheck.document import Document, Figure, Sentence
    from figcheck.units import Unit

_AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION))
_NO_NOUNS = frozenset(
    "and or but to for from in at on by with of if when while after before were was is are as it "
    "that which who they he she we the a an this so than not had has have will "
    "would can could".split()
)
_APIECE = "head"  # what "apiece" and "each" are per: one of whatever is counted
_CLOSES_EACH = frozenset(
    (",", ".", ";", ")", "and", "or", "to", "for", "in", "on", "at", "with", "from")
)
_DATING = frozenset(("ago", "earlier", "before", "later", "after", "old", "on", "in"))
_STATING = frozenset(("is", "at", "of", "to"))
_RATED = frozenset(("is", "at", "of", "for"))
_STOPS = frozenset((";", ":", ".", "(", ")", "#", "while", "but", "and"))
_AVERAGES = frozenset(("average", "mean", "typical"))
_HEDGES = frozenset(
    ("about", "around", "roughly", "just", "only", "nearly", "a", "an", "the", "price", "of")
)
_STANDING = frozenset(
    "stood stand stands standing put valued estimated closed ended remained set priced rated "
    "steady down up higher lower valuing trading traded opened peaked valuation assessed "
    "pegged".split()
)
_REACH = 8


def attach_rates(document: Document) -> None:
    """Complete the denominators of rates, before units are taken over from figure to figure."""
    owners = {
        figure.owner for figure in document.figures if figure.kind is Kind.COUNT and figure.owner
    }
    for sentence in document.sentences:
        for figure in sentence.figures:
            if figure.kind in _AMOUNTS:
                _attach(sentence, figure, owners)


def _attach(sentence: Sentence, figure: Figure, owners: set[str]) -> None:
    if figure.per in _NO_NOUNS:
        figure.per = _APIECE
    if figure.per is None:
        figure.per = _behind(sentence, figure, owners) or _one_for_every(
            sentence.words, figure.place
        )
    if figure.kind is Kind.MONEY and _is_price(sentence, figure):
        figure.roles |= {"price"}
    _look_left(sentence, figure)


def _is_price(sentence: Sentence, figure: Figure) -> bool:
    """ "sold at $25", and no "stood at $25", "valued at $25"."""
    words, at = sentence.words, figure.place - 1
    while at > 0 and words[at] in _HEDGES:
        at -= 1
    return at > 0 and words[at] == "at" and words[at - 1] not in _STANDING


def _behind(sentence: Sentence, figure: Figure, owners: set[str]) -> Unit | str | None:
    """The denominator behind the figure, or behind the noun that it counts."""
    words, at = sentence.words, figure.place + 1
    if figure.subject is not None and figure.subject.start >= figure.end:
        while at < len(words) and sentence.starts[at] < figure.subject.end:
            at += 1
    if words[at : at + 1] in (["each"], ["apiece"]):
        return _APIECE
    to = _after_article(words, at)
    if to is None or to >= len(words):
        return None
    found = units.match(words, to)
    if (
        found is not None
        and len(words[to]) > 1
        and _is_denominator(words, at, to + found[1], figure)
    ):
        return found[0]
    noun = singular(words[to])
    return noun if noun in owners and noun != figure.owner else None


def _one_for_every(words: list[str], place: int) -> str | None:
    """The doctor of "one doctor for every 1,200 residents", which 1,200 residents are per."""
    before = words[max(0, place - 6) : place]
    if before[-2:] != ["for", "every"] or "one" not in before[:-3] or not before[-3].isalpha():
        return None
    return singular(before[-3])


def _after_article(words: list[str], at: int) -> int | None:
    """Where the denominator begins behind "a", "per", "/", "to the" or "for every"."""
    word = words[at] if at < len(words) else ""
    if word in ("a", "an", "per", "/"):
        return at + 1
    if word == "to" and words[at + 1 : at + 2] == ["the"]:
        return at + 2
    if word == "for" and words[at + 1 : at + 2] in (["each"], ["every"]):
        return at + 2
    return None


def _is_denominator(words: list[str], at: int, to: int, figure: Figure) -> bool:
    """Is the unit from `at` to `to` what the figure is per, and no date and no thing of its own?"""
    if (
        figure.kind is Kind.COUNT
        and words[at] != "/"
        and at == figure.place + 1
        and words[at] in ("a", "an")
    ):
        return False
    return words[to] not in _DATING if to < len(words) else True


def _look_left(sentence: Sentence, figure: Figure) -> None:
    """The words before the figure that make it a rate: "each", "per head", "the average gift"."""
    words = sentence.words
    is_stated = not _STATING.isdisjoint(figure.roles)
    for place in range(figure.place - 1, max(-1, figure.place - 1 - _REACH), -1):
        word = words[place]
        if word in ("each", "every"):
            if words[place + 1] not in _CLOSES_EACH and words[place + 1] != "#":
                figure.roles |= {"each"}
            return
        if word == "per" and is_stated and figure.per is None and words[place + 1].isalpha():
            found = units.match(words, place + 1)
            noun = singular(words[place + 1])
            figure.per = found[0] if found else _APIECE if noun == "capita" else noun
            return
        if word in _AVERAGES and not _RATED.isdisjoint(figure.roles):
            figure.roles |= {"average"}
            return
        if word in _STOPS and not (word == "#" and _is_of_group(words, place)):
            return


def _is_of_group(words: list[str], place: int) -> bool:
    """Is the figure the 24 of "each of the 24 classrooms", of "the gift from the 24 donors"?"""
    before = words[max(0, place - 2) : place]
    return "the" in before or "of" in before
