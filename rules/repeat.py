r"""One thing counted twice must give one number.

A text that says twice how many of the same thing there are, in the headline and the body, the
abstract and the methods, the caption and the text, must say the same both times. Two figures are
taken for one thing only where the words about them agree, no year, "another" or "earlier" parts
them, and one slip of the hand (two digits exchanged, one digit wrong) leads from one to the other.

Bad

    The auditors make 19 recommendations. All 17 recommendations were accepted.
                                              ^^ 19

    The regulator fined the broker $187,500 in May. The fine of $178,500 must be paid by July.
                                                                ^^^^^^^^ $187,500

    We recruited 1,284 nurses at four hospitals. Of the 1,248 nurses recruited, none was lost.
                                                        ^^^^^ 1,284

    Tenants shall give thirty (20) days' notice.
                               ^^ thirty

    Figure 2 shows the herring catch, which peaked at 48,600 tonnes.

Good

    The auditors make 19 recommendations. All 19 recommendations were accepted.

Passed over

    The auditors make 19 recommendations. A further 17 recommendations were made in 2015.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from figcheck.rulekit import (
    BlockRole, Claim, Document, Figure, Given, Grade, Hedge, Kind, Sentence, dimension,
)  # fmt: skip

code = "FC804"

_KINDS = frozenset(
    (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.SHARE, Kind.DURATION, Kind.DATE, Kind.AGE, Kind.POINTS)
)
_LOOKED_BACK = 6  # earlier figures of one value, or of one row of digits, that are compared
_AROUND = 12  # items before and behind a figure whose words say what it is about
_MOST_FIGURES = 4000
_NOT_JUDGED = frozenset((BlockRole.CODE, BlockRole.FURNITURE))
_EMPTY = frozenset(
    "that this with from have been were they their there which would could should about after before "
    "over under more than less also when while will into only some such other others what said says "
    "most many much very just last next year years month months week weeks days percent million billion "
    "thousand hundred including between during through against compared since until where each those "
    "these them then both being because according around still even first second third".split()
)
_APART = frozenset(
    "another other others further earlier previous previously former additional new newly revised updated "
    "corrected instead extra else respectively versus versus older younger ago again different".split()
)
_SUFFIXES = ("ings", "ing", "ed", "es", "s", "d", "e")
_COMPARED = frozenset(("from", "prior", "versus", "than", "moved"))


class _Seen(NamedTuple):
    """A figure with the sentence that states it and the stems of the words about it."""

    figure: Figure
    stems: frozenset[str]
    years: frozenset[int]
    is_apart: bool


def relate(document: Document) -> Iterator[Claim]:
    """Figures that say an earlier one again, or nearly."""
    by_value: dict[Fraction | int, list[_Seen]] = {}
    by_digits: dict[tuple[str, str], list[_Seen]] = {}
    for figure in document.figures[:_MOST_FIGURES]:
        if figure.kind not in _KINDS or _is_passed_over(document, figure):
            continue
        value = figure.value if figure.date is None else _date_key(figure)
        if value is None:
            continue
        now = _seen(document, figure)
        earlier = by_value.setdefault(value, [])
        if earlier:
            yield from _same(now, earlier[-_LOOKED_BACK:])
        earlier.append(now)
        digits = _digits(figure)
        if len(digits) > 1:
            group = by_digits.setdefault(("".join(sorted(digits)), _sort(figure)), [])
            yield from _swapped(document, now, digits, group[-_LOOKED_BACK:], by_value)
            group.append(now)


def _is_passed_over(document: Document, figure: Figure) -> bool:
    sentence = document.sentences[figure.sentence]
    block = document.blocks[sentence.block]
    return block.role in _NOT_JUDGED or not document.is_english[sentence.block]


def _seen(document: Document, figure: Figure) -> _Seen:
    sentence = document.sentences[figure.sentence]
    first = max(0, figure.place - _AROUND)
    words = sentence.words[first : figure.place + _AROUND]
    stems = frozenset([_stem(w) for w in words if len(w) > 3 and w.isalpha() and w not in _EMPTY])
    years = frozenset([f.date.year for f in sentence.figures if f.date and f.date.year and f is not figure])
    near = words[max(0, figure.place - first - 5) : figure.place - first + 4]
    return _Seen(figure, stems, years, not _APART.isdisjoint(near))


def _stem(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)][:7]
    return word[:7]


def _date_key(figure: Figure) -> Fraction | int | None:
    """A number for each date, far from any other value; None for what is not a day or a year."""
    date = figure.date
    if date is None or (date.day is None and date.year is None):
        return None
    return -((date.year or 0) * 10_000 + (date.month or 0) * 100 + (date.day or 0))


def _same(now: _Seen, earlier: list[_Seen]) -> Iterator[Claim]:
    """The earlier figure that this one repeats, if any does."""
    best, most = None, 0
    for before in earlier:
        shared = _agreement(now, before)
        if shared > most:
            best, most = before, shared
    if best is not None:
        yield Claim(
            stated=now.figure, term=Given(best.figure), reading=f"same {min(most, 4)}",
            consistency=True, verdict=Grade.EXACT,
        )  # fmt: skip


def _agreement(now: _Seen, before: _Seen) -> int:
    """How many words two equal figures share beyond what their kind needs; 0 where too few."""
    one, other = before.figure, now.figure
    if not _may_be_one(one, other) or one.sentence == other.sentence:
        return 0
    shared = len(now.stems & before.stems)
    needed = 1 if _is_distinct(one) else 2
    if one.kind is Kind.COUNT and one.owner and one.owner == other.owner:
        needed = 0 if _is_distinct(one) else 1
        shared = max(shared, 1) if needed == 0 else shared
    return shared if shared > max(0, needed - 1) and shared else 0


def _may_be_one(one: Figure, other: Figure) -> bool:
    if one.hedge is Hedge.RANGE or other.hedge is Hedge.RANGE:
        return False
    if one.kind is not other.kind or dimension(one) != dimension(other) or one.per != other.per:
        return False
    return not (one.kind is Kind.COUNT and one.owner and other.owner and one.owner != other.owner)


def _is_distinct(figure: Figure) -> bool:
    """Does the number itself tell one thing from another: three digits, or a full date?"""
    if figure.date is not None:
        return figure.date.day is not None and figure.date.month is not None
    return len(_digits(figure)) >= 3


def _digits(figure: Figure) -> str:
    """The digits of a whole multiple of its grain, "1284" of 1,284, "31" of 3.1m."""
    value = figure.value
    if figure.date is not None:
        is_year = figure.date.month is None and figure.date.year is not None
        return str(figure.date.year) if is_year else ""
    if not value or figure.hedge is Hedge.RANGE:
        return ""
    grain = Fraction(figure.own_grain or figure.grain or 1)
    size = abs(Fraction(value)) / grain
    return str(size.numerator) if size.denominator == 1 and size < 10**9 else ""


def _sort(figure: Figure) -> str:
    unit = figure.unit.name if figure.unit else ""
    return f"{figure.kind} {unit} {figure.per or ''}"


def _swapped(
    document: Document,
    now: _Seen,
    digits: str,
    earlier: list[_Seen],
    by_value: dict[Fraction | int, list[_Seen]],
) -> Iterator[Claim]:
    """An earlier figure with two neighbouring digits exchanged, about the same thing."""
    for before in earlier:
        other = _digits(before.figure)
        if not _is_transposed(digits, other) or not _may_conflict(now, before):
            continue
        shared = len(now.stems & before.stems)
        yield Claim(
            stated=now.figure, term=Given(before.figure), consistency=True, verdict=Grade.CONFLICT,
            reading=f"swapped {min(len(digits), 3)} {min(shared, 3)}",
            message=f"{now.figure.text} here, {before.figure.text} before",
        )  # fmt: skip


def _is_transposed(one: str, other: str) -> bool:
    if len(one) != len(other) or one == other:
        return False
    unlike = [k for k in range(len(one)) if one[k] != other[k]]
    return len(unlike) == 2 and unlike[1] == unlike[0] + 1


def _may_conflict(now: _Seen, before: _Seen) -> bool:
    one, other = before.figure, now.figure
    if not _may_be_one(one, other) or one.sentence == other.sentence:
        return False
    if now.is_apart or before.is_apart:
        return False
    return not (now.years and before.years and now.years.isdisjoint(before.years))
