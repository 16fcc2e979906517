r"""What is called the rest must be the whole less the other parts.

"Of the 312 flats 187 are occupied, the other 125 stand empty": the rest, the balance, what is left.

Bad

    Of the 312 flats 187 are occupied; the other 135 stand empty.
                                                 ^^^ 312 − 187 = 125, not 135

    Of the 312 flats in the tower, 187 are occupied. The other 135 stand empty.
                                                               ^^^ 312 − 187 = 125, not 135

    The plant will employ 340 people, 215 of them on the line and the other 135 in the stores.
                                                                            ^^^ 340 − 215 = 125, not 135

    The yard will build nine ferries, four for Norway and the remaining six for Chile.
                                                                        ^^^ nine − four = five, not six

    Of the 75 houses, 48 have been sold, leaving 37 on the market.
                                                 ^^ 75 − 48 = 27, not 37

    He had 2,150 sheep and sold 730, which left 1,320 on the hill.
                                                ^^^^^ 2,150 − 730 = 1,420, not 1,320

    The library owns 61,400 books. There are 38,200 on the shelves and the rest, 22,300, in store.
                                                                                 ^^^^^^ 61,400 − 38,200 = 23,200, not 22,300

    All 34 wells were tested. Ten were dry and six polluted; the remaining 20 were good.
                                                                           ^^ 34 − Ten − six = 18, not 20

    Road deaths came to 58. Drivers made up 27, motorcyclists 16 and walkers nine; the other nine were cyclists.
                                                                                             ^^^^ 58 − 27 − 16 − nine = six, not nine

    Nineteen of the 46 rooms were empty and 11 let to students. In the other 26 somebody lived.
                                                                             ^^ 46 − Nineteen − 11 = 16, not 26

    The fund spent $62,000: $21,400 on a hall and $34,300 on a van, with the balance of $7,300 kept in the bank.
                                                                                        ^^^^^^ $62,000 − $21,400 − $34,300 = $6,300, not $7,300

    The trial took on 318 people, of whom 27 fell ill. It is confined to the 281 who did not.
                                                                             ^^^ 318 − 27 = 291, not 281

    The appeal has raised £184,000. The price is £260,000, so it needs another £86,000.
                                                                               ^^^^^^^ £260,000 − £184,000 = £76,000, not £86,000

Bad (markdown)

    Where the $62,000 went:
    |
    * $21,400 on a wedding
    * $17,250 on a kitchen
    * $17,750 on a vet
    |
    The remaining $6,500 of the $62,000 was never found.
                  ^^^^^^ $62,000 − $21,400 − $17,250 − $17,750 = $5,600, not $6,500

Good

    Of the 312 flats 187 are occupied; the other 125 stand empty.

    The plant will employ 340 people, 215 of them on the line and the other 125 in the stores.

    The yard will build nine ferries, four for Norway and the remaining five for Chile.

    Of the 75 houses, 48 have been sold, leaving 27 on the market.

    He had 2,150 sheep and sold 730, which left 1,420 on the hill.

    All 34 wells were tested. Ten were dry and six polluted; the remaining 18 were good.

    Nineteen of the 46 rooms were empty and 11 let to students. In the other 16 somebody lived.

Passed over

    The 58 men were divided into 2 groups: 28 were given the drug and the other 30 a placebo.

    The other 12 flats are in the next street.

    Of the 40 players, 26 act, 19 sing and 11 do both, which leaves six who paint.

    Of 312 flats 187 are let. The 14 other towers in the estate are to be pulled down.

    Smith scored 31 points and Jones 24; the other 5,200 people in the hall went home happy.

    He sold 40 of his 90 cows last year and the remaining 12 calves this week.

    The 12 ministers met 30 mayors and, on the other side of the river, 18 farmers.

    She left the firm in March with 14 others after 22 years.

    Of the 500 tickets 300 went in an hour, and 120 more were sold by noon; the rest, about 70, are at the gate.

    The train left at 9.15 with 240 people and 36 left it at Hull.

    Two of the five lifts are out of order, and a third will be from Monday, leaving two.

    Half of the 80 looms stand idle and the remaining workers mind three each.
"""

from fractions import Fraction

from figcheck.rulekit import (
    AMOUNTS,
    Frame,
    Given,
    Grade,
    Hedge,
    Kind,
    Reading,
    Remainder,
    Slot,
    Term,
)

code = "FC103"

_GROUPS = frozenset(("group", "arm"))  # "the 58 were divided into 2 groups: 28 ... the other 30"
_FEW = 20


def _rest(frame: Frame) -> Term | None:
    whole, *parts = frame.all("whole")
    return Remainder(Given(whole), tuple(parts))


def _is_rough(frame: Frame) -> bool:
    """Where the whole, a part or the rest is given as "about" so much, about so much is left."""
    return _leaves_near(frame) and _has_about(frame)


def _is_plausible(frame: Frame) -> bool:
    return _leaves_near(frame) and not _has_about(frame)


def _has_about(frame: Frame) -> bool:
    return any(f.hedge is Hedge.ABOUT for f in (frame.stated, *frame.all("whole")))


def _leaves_near(frame: Frame) -> bool:
    """What the parts leave of the whole is near what the text says, or it speaks of something else."""
    whole, *parts = frame.all("whole")
    left = Fraction(whole.value or 0) - sum(Fraction(part.value or 0) for part in parts)
    stated = Fraction(frame.stated.value or 0)
    if _has_one_more(frame) or any(part.owner in _GROUPS for part in parts):
        return False
    return 0 < left <= 2 * stated and stated <= 2 * left


def _has_one_more(frame: Frame) -> bool:
    """ "Two of the five are out, and a third will be, leaving two": a part without a number."""
    whole, *parts = frame.all("whole")
    last = max((figure for figure in (whole, *parts)), key=lambda figure: figure.start)
    if (whole.value or 0) > _FEW or last.sentence != frame.stated.sentence:
        return False
    low, high = last.place, frame.stated.place
    return "another" in frame.sentence.words[low:high] or any(
        figure.kind in (Kind.ORDINAL, Kind.FRACTION) and low < figure.place < high
        for figure in frame.sentence.figures
    )


def readings() -> tuple[Reading, ...]:
    rest = Slot("rest", AMOUNTS)
    whole = Slot("whole", AMOUNTS, many=True, link="rest")
    return (
        Reading("rest", rest, (whole,), _rest, guard=_is_plausible),
        Reading("rough rest", rest, (whole,), _rest, guard=_is_rough, accepts=Grade.ROUGH),
    )
