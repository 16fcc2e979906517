"""Rates that only the text around a figure tells: "$5 a brick", "450/km²", "each drawing 3 kW".

Extraction reads what a figure is per where the words are known ("a month", "per head"). Here the
rest is filled in: a noun that the document counts elsewhere, a unit behind a plain number or behind
what it counts ("50 metres of pipe a day"), "income per head was $40,000", and the role "each" of an
amount that every one of several has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck import units
from figcheck.dimensions import denominator
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
_CLOSES_NOUN = frozenset(
    (".", ",", ";", ")", "and", "or", "for", "in", "on", "from", "at", "to", "—", "–")
)
_NO_DENOMINATORS = frozenset(
    "lot little few bit while half quarter third total deal profit loss year".split()
)
_DATING = frozenset(("ago", "earlier", "before", "later", "after", "old", "on", "in"))
_STATING = frozenset(("is", "at", "of", "to"))
_RATED = frozenset(("is", "at", "of", "for"))
_STOPS = frozenset((";", ":", ".", "(", ")", "#", "while", "but", "and"))
_AVERAGES = frozenset(("average", "mean", "typical"))
_PRICES = frozenset("admission ticket price fee fare entry toll subscription copy seat".split())
_HEDGES = frozenset(
    ("about", "around", "roughly", "just", "only", "nearly", "a", "an", "the", "price", "of")
)
_STANDING = frozenset(
    "in came stood stand stands standing put valued estimated closed ended remained set priced rated "
    "steady down up higher lower valuing trading traded opened peaked valuation assessed "
    "pegged".split()
)
_REACH = 8


_PERIODS = {
    "year": "year", "month": "month", "week": "week", "day": "day", "hour": "hour",
    "minute": "minute", "decade": "decade", "fortnight": "fortnight", "quarter": "quarter",
}  # fmt: skip
_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
    "hourly": "hour",
}  # fmt: skip
_ONE = frozenset("a an one per each every full whole single entire average normal".split())
_DATED = frozenset(("ago", "earlier", "before", "later", "after", "old", "in", "into", "from"))


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
    per = figure.per
    if per in _NO_NOUNS or (isinstance(per, str) and per.endswith("ed")):
        figure.per = _APIECE
    if figure.per is None:
        figure.per = _behind(sentence, figure, owners) or _one_for_every(sentence, figure)
    if figure.kind is Kind.MONEY and _is_price(sentence, figure):
        figure.roles |= {"price"}
    if figure.kind is Kind.DURATION and sentence.words[figure.place - 1] in ("every", "each"):
        figure.roles |= {"every"}
    _look_left(sentence, figure)
    if denominator(figure) is not None:
        figure.roles |= {"rate"}


def _is_price(sentence: Sentence, figure: Figure) -> bool:
    """ "sold at $25", "admission is $9", and no "stood at $25", "valued at $25"."""
    words, at = sentence.words, figure.place - 1
    if figure.owner in _PRICES and "is" in figure.roles:
        return True
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
    if noun in owners:
        return noun if noun != figure.owner else None
    is_closed = to + 1 >= len(words) or words[to + 1] in _CLOSES_NOUN
    is_noun = words[to].isalpha() and words[to] not in _NO_DENOMINATORS
    return noun if is_noun and is_closed and figure.kind is Kind.MONEY else None


def _one_for_every(sentence: Sentence, figure: Figure) -> str | None:
    """The doctor of "one doctor for every 1,200 residents", which 1,200 residents are per."""
    words, place = sentence.words, figure.place
    before = words[max(0, place - 6) : place]
    if before[-2:] != ["for", "every"] or len(before) < 4:
        return None
    one = sentence.figure_at.get(place - 3)
    if one is not None and one.value == 1 and one.owner:
        one.per = None
        return one.owner
    return singular(before[-3]) if "one" in before[:-3] and before[-3].isalpha() else None


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
    return words[at] in ("/", "per") or to >= len(words) or words[to] not in _DATING


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


def period_of(sentence: Sentence, total: Figure) -> Unit | None:
    """The one period that the words around a total speak of: "a full year comes to €168"."""
    words = sentence.words
    for at in (
        *range(total.place - 1, max(-1, total.place - 11), -1),
        *range(total.place + 1, total.place + 8),
    ):
        if at >= len(words):
            break
        if words[at] in _PERIODS and words[at - 1] in _ONE and not _is_of_rate(words, at):
            return units.named(_PERIODS[words[at]])
        if words[at] in _ADVERBS:
            return units.named(_ADVERBS[words[at]])
    return None


def _is_of_rate(words: list[str], at: int) -> bool:
    """Does the period belong to a rate ("# a year") or to a date ("a year earlier")?"""
    after = words[at + 1] if at + 1 < len(words) else ""
    return words[at - 2] == "#" or after in _DATED
