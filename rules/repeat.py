r"""One thing counted twice must give one number.

A text that says twice how many of the same thing there are, in the headline and the body, the
abstract and the methods, the caption and the text, must say the same both times. Two figures are
taken for one thing only where the words about them agree, no year, "another" or "earlier" parts
them, and one slip of the hand (two digits exchanged, one digit wrong) leads from one to the other.

Bad

    We recruited 1,284 nurses at four hospitals. Of the 1,248 nurses recruited, none was lost.
                                                        ^^^^^ 1,284

    The regulator fined the broker $187,500 in May. The fine of $178,500 must be paid by July.
                                                                ^^^^^^^^ $187,500

    Tenants shall give thirty (20) days notice of leaving.
                               ^^ thirty

    The herring catch peaked at 48,600 tonnes. Never since has the herring catch come near 46,800 tonnes.
                                                                                           ^^^^^^^^^^^^^ 48,600 tonnes

    The auditors make 19 recommendations. All 17 recommendations were accepted.
                                              ^^ 19

Good

    The auditors make 19 recommendations. All 19 recommendations were accepted.

    The regulator fined the broker $187,500 in May. The fine of $187,500 must be paid by July.

    We recruited 1,284 nurses at four hospitals. Of the 1,284 nurses recruited, none was lost.

    Tenants shall give thirty (30) days notice of leaving.

Passed over

    Crude settled up 21 cents at $70.82. Brent crude settled 12 cents higher at $69.19.

    The auditors make 19 recommendations. A further 17 recommendations were made in 2015.

    The herring catch was 48,600 tonnes in 2009. The herring catch was 46,800 tonnes in 2010.

    We recruited 1,284 nurses. The other 1,248 nurses went to another trial.

    The mill made 48 tonnes of paper and the forge used 84 tonnes of coal.

    The bridge cost 3.1 million pounds. The tunnel beside it took 13 years.

    The school has 52 teachers. Of the 25 pupils in the choir, nine are new.
"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from figcheck.rulekit import (
    LEVELS,
    BlockRole,
    Claim,
    Document,
    Figure,
    Given,
    Hedge,
    Kind,
    Sentence,
    counted,
    decided,
    dimension,
    prose,
    stems_about,
)  # fmt: skip

code = "FC804"

_KINDS = LEVELS | {Kind.DATE, Kind.AGE, Kind.POINTS}
_LOOKED_BACK = 6  # earlier figures of one value, or of one row of digits, that are compared
_MOST_FIGURES = 4000
_MOST_BESIDE = 40  # figures of a sentence whose years are looked at
_MOST_TITLES = 20
_SHORT = 2  # digits of which two may be exchanged by chance
_FEW = 5  # figures of one sort in a document, among which a likeness is hardly chance
_RARE = 4  # figures about which a telling word stands at most
_NOT_JUDGED = frozenset((BlockRole.CODE, BlockRole.FURNITURE))
_TITLES = frozenset((BlockRole.HEADLINE, BlockRole.HEADING, BlockRole.CAPTION))
_DEFINITE = frozenset("the all these those its their our his her both".split())
_EVENTS = frozenset(
    "open found born built build consecr establ launch complet died elect marri publish releas creat "
    "form start began begun erect inaugur award".split()
)
_APART = frozenset(
    "another other others further earlier previous previously former additional new newly revised updated "
    "corrected instead extra else respectively versus older younger ago again different east west".split()
)
_NAMED = frozenset((Kind.LABEL, Kind.ORDINAL))
_NEEDED = {Kind.MONEY: (3, 3, 2, 1), Kind.SHARE: (4, 4, 4, 1), Kind.DATE: (2, 2, 2, 2)}
_TIES = dict.fromkeys(("bracketed", "swapped", "one digit", "same 3"), "plain")
_TIES |= {"swapped among many": "loose"}


class _Seen:
    """A figure with its digits and sort; the words about it are looked at only where asked for."""

    __slots__ = ("_digits", "_document", "_stems", "figure", "sort", "value")

    def __init__(self, document: Document, figure: Figure, value: Fraction | int) -> None:
        self._document = document
        self._stems: frozenset[str] | None = None
        self.figure = figure
        self.value = value
        self._digits: str | None = None
        self.sort = (figure.kind, figure.unit.name if figure.unit else "")

    @property
    def digits(self) -> str:
        if self._digits is None:
            self._digits = _digits(self.figure)
        return self._digits

    @property
    def sentence(self) -> Sentence:
        return self._document.sentences[self.figure.sentence]

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the telling words about the figure."""
        if self._stems is None:
            self._stems = stems_about(self.sentence, self.figure)
        return self._stems

    @property
    def years(self) -> frozenset[int]:
        """The years that its sentence names beside it."""
        figures = self.sentence.figures
        others = figures if len(figures) <= _MOST_BESIDE else ()
        dates = [f.date for f in others if f.date is not None and f is not self.figure]
        return frozenset([date.year for date in dates if date.year])

    @property
    def is_apart(self) -> bool:
        """Do words like "another" and "earlier" stand beside it?"""
        place = self.figure.place
        return not _APART.isdisjoint(self.sentence.words[max(0, place - 5) : place + 4])

    @property
    def is_cell(self) -> bool:
        return self._document.blocks[self.sentence.block].role is BlockRole.CELL

    @property
    def is_title(self) -> bool:
        sentence = self.sentence
        return sentence.block == 0 or self._document.blocks[sentence.block].role in _TITLES


class _Ledger:
    """The figures of a document, by what may make two of them one."""

    def __init__(self) -> None:
        self.all: list[_Seen] = []
        self.of_value: dict[Fraction | int, list[_Seen]] = {}
        self.of_sort: dict[tuple[Kind, str], list[_Seen]] = {}
        self.of_owner: dict[str, list[_Seen]] = {}
        self._often: Counter[str] = Counter()

    def add(self, seen: _Seen) -> None:
        self.all.append(seen)
        self.of_value.setdefault(seen.value, []).append(seen)
        self.of_sort.setdefault(seen.sort, []).append(seen)
        if seen.figure.kind is Kind.COUNT and seen.figure.owner:
            self.of_owner.setdefault(seen.figure.owner, []).append(seen)

    def of_digits(self) -> Iterator[list[_Seen]]:
        """The figures of one sort that have the same digits, in any order."""
        found: dict[tuple[str, tuple[Kind, str]], list[_Seen]] = {}
        for seen in self.all:
            if len(self.of_sort[seen.sort]) > 1 and len(seen.digits) > 1:
                found.setdefault(("".join(sorted(seen.digits)), seen.sort), []).append(seen)
        return iter(found.values())

    def shared(self, one: _Seen, other: _Seen) -> int:
        """How many telling words stand about both figures and hardly any other."""
        both = one.stems & other.stems
        if both and not self._often:
            self._often = Counter(chain.from_iterable([seen.stems for seen in self.all]))
        return sum(self._often[stem] <= _RARE for stem in both)

    def are_few(self, seen: _Seen) -> bool:
        return len(self.of_sort[seen.sort]) <= _FEW

    def is_single(self, seen: _Seen) -> bool:
        return len(self.of_value[seen.value]) == 1


def relate(document: Document) -> Iterator[Claim]:
    """Figures that say an earlier one again, or nearly."""
    for sentence in prose(document):
        if "(" in sentence.vocabulary:
            yield from _in_brackets(sentence)
    ledger = _Ledger()
    for figure in document.figures[:_MOST_FIGURES]:
        seen = _seen(document, figure) if figure.kind in _KINDS else None
        if seen is not None:
            ledger.add(seen)
    for group in ledger.of_value.values():
        for at in range(1, len(group)):
            yield from _same(document, ledger, group[at], group[max(0, at - _LOOKED_BACK) : at])
    yield from _conflicts(document, ledger)


def _in_brackets(sentence: Sentence) -> Iterator[Claim]:
    """ "thirty (30) days": a number in words and again in digits."""
    for first, second in zip(sentence.figures, sentence.figures[1:], strict=False):
        at = first.place
        if sentence.words[at + 1 : at + 4] == ["(", "#", ")"] and first.text[-1].isalpha():
            is_noun = sentence.words[at + 4 : at + 5] and sentence.words[at + 4].isalpha()
            if second.text.isdecimal() and is_noun and first.kind is second.kind is Kind.COUNT:
                yield _claim("bracketed", second, first, holds=first.value == second.value)


def _seen(document: Document, figure: Figure) -> _Seen | None:
    """The figure as one that may be repeated; None where it is not to be judged."""
    block = document.sentences[figure.sentence].block
    value = figure.value if figure.date is None else _day(figure)
    if value is None or figure.hedge is Hedge.RANGE or not document.is_english[block]:
        return None
    return None if document.blocks[block].role in _NOT_JUDGED else _Seen(document, figure, value)


def _day(figure: Figure) -> int | None:
    """A number for each date, far from any other value; None for what is no day and no year."""
    date = figure.date
    if date is None or (date.day is None and date.year is None):
        return None
    if date.day is not None:
        return -(date.month or 0) * 100 - date.day
    return -10_000 * (date.year or 0) - (date.month or 0)


def _digits(figure: Figure) -> str:
    """The digits of a multiple of its grain: "1284" of 1,284, "31" of 3.1m, "1937" of a year."""
    if figure.date is not None:
        is_year = figure.date.month is None and figure.date.year is not None
        return str(figure.date.year) if is_year else ""
    value, grain = figure.value, figure.own_grain or figure.grain or 1
    if not value:
        return ""
    if isinstance(value, int) and isinstance(grain, int):
        size, rest = divmod(abs(value), grain)
        return str(size) if not rest and size < 10**9 else ""
    ratio = abs(Fraction(value)) / Fraction(grain)
    return str(ratio.numerator) if ratio.denominator == 1 and ratio < 10**9 else ""


def _same(document: Document, ledger: _Ledger, now: _Seen, earlier: list[_Seen]) -> Iterator[Claim]:
    """The earlier figures that this one repeats, at most two."""
    alike: list[tuple[int, _Seen]] = []
    for before in earlier:
        if not _may_repeat(before, now):
            continue
        needed, shared = _needed(document, before, now), len(before.stems & now.stems)
        if 2 * shared >= needed:
            likeness = shared + ledger.shared(before, now)
            if likeness >= needed:
                alike.append((likeness, before))
    alike.sort(key=lambda pair: -pair[0])
    for likeness, before in alike[:2]:
        yield _claim(f"same {min(likeness // 2, 3)}", now.figure, before.figure, holds=True)


def _may_repeat(before: _Seen, now: _Seen) -> bool:
    """Are two figures of equal value of one unit, and no year without its event?"""
    one, other = before.figure, now.figure
    if now.value == 1 or one.unit is not other.unit or not _may_be_one(one, other):
        return False
    if one.date is not None and other.date is not None:
        if one.date.day is None:
            return not _EVENTS.isdisjoint(now.stems & before.stems)
        return one.date.year == other.date.year or None in (one.date.year, other.date.year)
    return True


def _needed(document: Document, before: _Seen, now: _Seen) -> int:
    """How much likeness shows that two equal figures are one: the less, the more digits they have."""
    one, other = before.figure, now.figure
    digits = min(len(now.digits) + (now.figure.own_grain > now.figure.grain), 3)
    if one.kind is not Kind.COUNT:
        return _NEEDED.get(one.kind, (4, 4, 3, 1))[digits]
    if counted(one) and counted(one) == counted(other):
        return 3 if digits < 2 and _is_definite(document, other) else (5, 5, 2, 1)[digits]
    return (99, 99, 5, 3)[digits]


def _may_be_one(one: Figure, other: Figure) -> bool:
    """Of one kind, dimension and rate, in two sentences, and counts of one thing?"""
    if one.kind is not other.kind or one.sentence == other.sentence:
        return False
    if dimension(one) != dimension(other) or (one.per and other.per and one.per != other.per):
        return False
    return not (one.kind is Kind.COUNT and one.owner and other.owner and one.owner != other.owner)


def _conflicts(document: Document, ledger: _Ledger) -> Iterator[Claim]:
    """The pairs of figures that one slip of the hand parts."""
    for group in ledger.of_digits():
        for at, now in enumerate(group[:_MOST_TITLES]):
            for before in group[max(0, at - _LOOKED_BACK) : at]:
                if _is_transposed(before.digits, now.digits) and _may_conflict(before, now):
                    yield from _swapped(ledger, before, now)
    for group in ledger.of_owner.values():
        many = [seen for seen in group if len(seen.digits) > 1] if len(group) > 1 else []
        if many:
            yield from _mistyped(document, ledger, many)
    for group in ledger.of_sort.values():
        if 1 < len(group) <= _FEW:
            yield from _mistitled(ledger, group)


def _is_transposed(one: str, other: str) -> bool:
    if len(one) != len(other) or one == other:
        return False
    unlike = [k for k in range(len(one)) if one[k] != other[k]]
    return len(unlike) == 2 and unlike[1] == unlike[0] + 1


def _may_conflict(before: _Seen, now: _Seen) -> bool:
    """May the two be one thing: no "another" beside them, no two years, grains alike?"""
    one, other = before.figure, now.figure
    is_apart = now.is_apart or before.is_apart or _have_names(before, now)
    is_apart = is_apart or (before.is_cell and now.is_cell)  # each says something of its own
    if is_apart or one.own_grain != other.own_grain or not _may_be_one(one, other):
        return False
    return not (now.years and before.years and now.years.isdisjoint(before.years))


def _have_names(before: _Seen, now: _Seen) -> bool:
    """ "Lot 61 made £1,600. Lot 16 made £6,100.": has each a number for its name?"""
    one, other = ({f.text for f in s.sentence.figures if f.kind in _NAMED} for s in (before, now))
    return bool(one and other) and one.isdisjoint(other)


def _swapped(ledger: _Ledger, before: _Seen, now: _Seen) -> Iterator[Claim]:
    """Two digits exchanged: in a count of one thing, or where little else could be meant."""
    one, other, shared = now.figure, before.figure, ledger.shared(before, now)
    is_single = ledger.is_single(before) or ledger.is_single(now)
    if one.kind is Kind.DATE or "moved" in one.roles | other.roles or not is_single:
        return  # years are too many and too alike, and so are moves
    is_long, are_few = len(now.digits) > _SHORT, ledger.are_few(now)
    if one.kind is Kind.COUNT:
        if (is_long or shared > 1) and one.owner and one.owner == other.owner:
            yield _claim("swapped", one, other, holds=False)
    elif shared > 1 or (is_long and (shared or are_few)):
        yield _claim("swapped" if are_few else "swapped among many", one, other, holds=False)


def _mistyped(document: Document, ledger: _Ledger, group: list[_Seen]) -> Iterator[Claim]:
    """ "the 17 recommendations" where there were 19: one digit differs from the only such number."""
    before = group[0]
    for now in group[1:]:
        if now.value == before.value:
            continue
        is_named = _is_definite(document, now.figure) and ledger.is_single(now)
        is_named = is_named and _may_conflict(before, now)
        if is_named and _is_one_digit_off(before.digits, now.digits):
            yield _claim("one digit", now.figure, before.figure, holds=False)
        return


def _is_definite(document: Document, figure: Figure) -> bool:
    words = document.sentences[figure.sentence].words
    return figure.place > 0 and words[figure.place - 1] in _DEFINITE


def _is_one_digit_off(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _mistitled(ledger: _Ledger, group: list[_Seen]) -> Iterator[Claim]:
    """A figure of a title that the text below gives once, with one digit another."""
    for before in group:
        is_day, is_short = before.figure.kind is Kind.DATE, len(before.digits) < 2
        if is_day or is_short or not before.is_title or not ledger.is_single(before):
            continue
        for now in group:
            if now.is_title or not ledger.is_single(now) or not _may_conflict(before, now):
                continue
            if now.figure.kind is Kind.COUNT and not counted(now.figure):
                continue
            shared = ledger.shared(before, now)
            if shared and _is_one_digit_off(before.digits, now.digits):
                yield _claim("one digit", now.figure, before.figure, holds=False)


def _claim(reading: str, stated: Figure, before: Figure, *, holds: bool) -> Claim:
    says = f"{stated.text} here, {before.text} before"
    return decided(
        stated, Given(before), holds, says, says,
        reading=reading, tie=_TIES.get(reading, "fair"), consistency=True,
        rewrite=(stated.span, before.text),
    )  # fmt: skip
