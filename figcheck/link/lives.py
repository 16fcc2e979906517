"""The births, deaths and ages of a sentence, as the rules about lives take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import BlockRole, CalendarDate, Figure, Hedge, Kind
from figcheck.link.timeline import BORN, is_dated
from figcheck.tables.time_en import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from figcheck.document import Document, Sentence

KIN = frozenset(TABLE["kin"]["words"])
_OLDEST, _YOUNGEST = 125, 5
_BEFORE_AGE = frozenset(
    "at aged age was is turned turns turning were be just only still and then of".split()
)
_AFTER_AGE = frozenset("in when on at by . , and as then last that this now ; ) years".split())
_AT_AGE = frozenset((",", "he", "she", "they", "it", "the", "to"))
_REACH = 7  # words between "born" or "died" and its date
_FAR = 16  # words between an age and the date that it is said of
_FULL = 12  # dates and ages of a sentence that tells one life, not a table of them
_GROWN = 12  # years between the ends of a bracket that is a life
_LONGEST = 40  # letters of the name of a field
_FIELDS = frozenset((BlockRole.CELL, BlockRole.ITEM))


class Birth(NamedTuple):
    """The date of a birth, with that of the death where a bracket gives both."""

    figure: Figure
    date: CalendarDate
    death: Figure | None = None
    died: CalendarDate | None = None


class Moment(NamedTuple):
    """An age of somebody and the date at which they had it."""

    age: Figure
    when: Figure
    date: CalendarDate


def moments_of(sentence: Sentence) -> list[Moment]:
    """The ages of a sentence that stand nearest to a date of it, each date taken once.

    "She was 14 in 1931", "In 1987, when he was 70".
    """
    if Kind.DATE not in sentence.kinds:
        return []
    ages = [figure for figure in sentence.figures if may_be_age(sentence, figure)]
    dated = [f for f in sentence.figures if is_dated(f) and f.date is not None and f.date.year]
    if not ages or len(ages) + len(dated) > _FULL:
        return []
    pairs = [(abs(age.place - when.place), age, when) for age in ages for when in dated]
    pairs.sort(key=lambda pair: pair[0])
    found: list[Moment] = []
    taken: set[int] = set()
    for apart, age, when in pairs:
        if apart <= _FAR and when.date and not {id(age), id(when)} & taken:
            taken |= {id(age), id(when)}
            found.append(Moment(age, when, when.date))
    return sorted(found, key=lambda moment: moment.age.place)


def births_of(sentence: Sentence) -> Iterator[Birth]:
    """The dated births of a sentence, in its order."""
    words, figures = sentence.words, sentence.figures
    if Kind.DATE not in sentence.kinds:
        return
    for at, figure in enumerate(figures):
        if figure.kind is not Kind.DATE or figure.date is None:
            continue
        if is_dated(figure) and figure.date.year:
            following = figures[at + 1] if at + 1 < len(figures) else None
            if following is not None and _is_life(words, figure, following):
                yield Birth(figure, figure.date, following, following.date)
            elif is_under(BORN, words, figure.place):
                yield Birth(figure, figure.date)
        elif _is_bracketed_life(words, figure):
            first, last = CalendarDate(int(figure.low or 0)), CalendarDate(int(figure.high or 0))
            yield Birth(figure, first, figure, last)


def field_of(document: Document, sentence: Sentence) -> list[str]:
    """The words of the short cell or item before one, which name what it holds: "Born", "1901"."""
    if not sentence.index or document.blocks[sentence.block].role not in _FIELDS:
        return []
    before = document.sentences[sentence.index - 1]
    if before.figures or before.block != sentence.block - 1:
        return []
    if before.end - before.start > _LONGEST:
        return []
    return document.text[before.start : before.end].lower().replace(":", " ").split()


def birth_in_field(document: Document, sentence: Sentence) -> Birth | None:
    """The date that opens a cell or an item with the name "Born"."""
    first = sentence.figures[0]
    if first.place or not is_dated(first) or first.date is None or not first.date.year:
        return None
    return Birth(first, first.date) if BORN & {*field_of(document, sentence)} else None


def is_under(cues: frozenset[str], words: Sequence[str], place: int) -> bool:
    """Does a cue stand before the date, with no other figure between?"""
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if words[at] == "#":
            return False
        if words[at] in cues:
            return True
    return False


def _is_life(words: Sequence[str], first: Figure, second: Figure) -> bool:
    """ "(4 May 1861 – 9 September 1928)"."""
    if not is_dated(second) or second.date is None or not second.date.year:
        return False
    dashed = words[first.place + 1 : second.place] in (["–"], ["-"], ["—"])
    opened = first.place == 0 or "(" in words[max(0, first.place - 6) : first.place]
    return dashed and opened and second.date.year - ((first.date and first.date.year) or 0) > _GROWN


def _is_bracketed_life(words: Sequence[str], figure: Figure) -> bool:
    """ "(1861–1928)"."""
    low, high = figure.low, figure.high
    if figure.value is not None or low is None or high is None or high - low <= _GROWN:
        return False
    return figure.place > 0 and words[figure.place - 1] in ("(", ",")


def may_be_age(sentence: Sentence, figure: Figure) -> bool:
    """Is it an age, or a bare number where an age can stand: "and 61 in 2025", "at 22, he"?"""
    value = figure.value
    if value is None or figure.hedge is not Hedge.EXACT or value != int(value):
        return False
    words, place = sentence.words, figure.place
    before = words[place - 1] if place else ""
    if figure.kind is Kind.AGE:
        if figure.text.endswith("years old"):
            return value > 0
        is_of_kin = before == "," and place > 1 and words[place - 2] in KIN
        return 0 < value < _OLDEST and before != "than" and not is_of_kin
    is_bare = figure.kind is Kind.COUNT or (
        figure.kind is Kind.DURATION and figure.text.isdecimal()
    )
    if not is_bare or figure.per or not _YOUNGEST <= value < _OLDEST:
        return False
    after = words[place + 1] if place + 1 < len(words) else ""
    if before == "to":
        return place > 1 and words[place - 2] == "lived"
    if before == "at":
        return after in _AFTER_AGE or after in _AT_AGE
    return before in _BEFORE_AGE and after in _AFTER_AGE
