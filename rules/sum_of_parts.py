r"""The parts of a total must add up to it.

A text gives a total and lists its parts. A list that is meant to be whole ("made up of", a colon,
"of the 12, 5 were ...") must add up to the total; one that may leave a rest ("including") must not
exceed it. A total may also close its list ("for a total of", "that makes").

Bad

    The force numbers about 50,000, including 10,000 contractors and 55,000 convicts.
                            ^^^^^^ 10,000 + 55,000 = 65,000, more than 50,000

    The group now numbers about 55,000, including 10,000 skilled “contractors” and 40,000 convicts.
                                ^^^^^^ 10,000 + 40,000 = 50,000, not 55,000

    The camp holds some 50,000 people, including 10,000 children and 45,000 women.
                        ^^^^^^ 10,000 + 45,000 = 55,000, more than 50,000

    The fleet has 120 ships, including 45 tankers and 95 freighters.
                  ^^^ 45 + 95 = 140, more than 120

    The panel of 12 is made up of 5 doctors, 4 nurses and 2 patients.
                 ^^ 5 + 4 + 2 = 11, not 12

    The plant employs 340 people: 205 on the line, 95 in the stores and 30 in the offices.
                      ^^^ 205 + 95 + 30 = 330, not 340

Good

    The force numbers about 50,000, including 10,000 contractors and 40,000 convicts.

    The panel of 12 is made up of 5 doctors, 4 nurses and 3 patients.

    The plant employs 340 people: 215 on the line, 95 in the stores and 30 in the offices.

    He was fined £440 and told to pay costs of £85 and a surcharge of £176, a total of £701.

    Costs of 9.4 million are made up of 3.2 million in pay and 6.3 million in rent.

Passed over

    Of 12 jurors, including 5 women, 9 voted to acquit.

    The fleet has 120 ships, including 45 tankers and 30 freighters.

    The museum drew 61,000 visitors in May, 48,000 in June and 52,000 in July.

    Some 300 people died, including 40 children and 25 women.

    The fund gave $4 million to 12 schools and 3 colleges.
"""

from fractions import Fraction

from figcheck.rulekit import AMOUNTS, Figure, Frame, Kind, Op, Reading, Slot, Sum, Term

code = "FC101"

_OPEN = frozenset(("open", "next open"))
_SURE = frozenset(("bracket", "brackets", "colon", "whole", "of which", "of", "open"))
_PARTS = AMOUNTS | {Kind.POINTS, Kind.STATISTIC}
_COARSE = 100
_MOST_IN_SENTENCE = 20  # more figures than this are the cells of a table that lost its grid


def _sum(frame: Frame) -> Term | None:
    return Sum(frame.all("parts"))


def _is_whole(frame: Frame) -> bool:
    """A list with no "including", of parts that are each smaller than the total."""
    return frame.gate not in _OPEN and _has_parts_below(frame)


def _fits(frame: Frame) -> bool:
    """A list behind "including" that leaves no rest."""
    return frame.gate in _OPEN and _has_parts_below(frame) and _made(frame) == frame.stated.value


def _exceeds(frame: Frame) -> bool:
    return (
        frame.gate in _OPEN and _has_parts_below(frame) and _made(frame) > (frame.stated.value or 0)
    )


def _has_parts_below(frame: Frame) -> bool:
    """Every part is smaller than the total, or nearly so where the words make them parts."""
    total, parts = frame.stated.value, frame.all("parts")
    if not total or len(frame.sentence.figures) > _MOST_IN_SENTENCE:
        return False
    most = total * (2 if frame.gate in _SURE else 1)
    return all(part.value is not None and 0 <= part.value < most for part in parts)


def _made(frame: Frame) -> Fraction | int:
    return sum(part.value for part in frame.all("parts") if part.value is not None)


def _is_nearly_whole(frame: Frame) -> bool:
    """A list behind "including" that is plainly meant to be whole: nine tenths, all coarse."""
    total, parts = frame.stated, frame.all("parts")
    if frame.gate not in _OPEN or total.value is None or not _has_parts_below(frame):
        return False
    made = sum(part.value for part in parts if part.value is not None)
    return total.value * 9 <= made * 10 < total.value * 10 and _is_coarse((total, *parts))


def _is_coarse(figures: tuple[Figure, ...]) -> bool:
    """All figures are given to one coarse grain, the hundreds or more."""
    grains = [figure.own_grain for figure in figures]
    return min(grains) >= _COARSE and min(grains) * 20 >= max(grains)


def readings() -> tuple[Reading, ...]:
    total = Slot("total", AMOUNTS | {Kind.POINTS}, bars=frozenset(("rest",)))
    after = Slot("parts", _PARTS, many=True, link="after")
    before = Slot("parts", _PARTS, many=True, link="before")
    return (
        Reading("list", total, (after,), _sum, guard=_is_whole),
        Reading("including", total, (after,), _sum, guard=_fits),
        Reading("including too much", total, (after,), _sum, op=Op.AT_LEAST, guard=_exceeds),
        Reading("including nearly all", total, (after,), _sum, guard=_is_nearly_whole, warns=True),
        Reading("closing total", total, (before,), _sum, guard=_has_parts_below),
    )
