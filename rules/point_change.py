r"""The difference of two percentages is in percentage points, and must be their difference.

"down from 94.1% to 91.6%, a fall of 2.5 points". A difference in points that is called percent
("a 1 percent increase, to 7 percent from 6 percent") is named as such.

Bad

    Turnout rose 3.5 points to 94.1% from 91.6%.
                 ^^^^^^^^^^ 2.5

    Her rating of 34% is 13 points lower than in June (57%).
                         ^^^^^^^^^ 23

    The new model scores 61.8 against 58.9 for the old one. The 3.9-point margin is a record.
                                                                ^^^^^^^^^ 61.8 − 58.9 = 2.9

Good

    Turnout fell 2.5 points to 91.6% from 94.1%.

    The vacancy rate came down to 4.6 percent from 7.1 percent, an improvement of 2.5 points.

Passed over

    Turnout fell 2.5 points.

    The teams scored 61 points and 58 points; the bonus of 9 points went to the visitors.
"""

from figcheck.rulekit import (
    COUNTS,
    MOVEMENT_MARKS,
    SHARES,
    Difference,
    Frame,
    Kind,
    Reading,
    Slot,
    Term,
    Window,
    counted,
    is_ordered,
    is_told,
    movement,
)

code = "FC303"

_POINTS = frozenset((Kind.POINTS,))
_NO_LEVEL = frozenset(("moved", "gap", "expected"))


def _difference(frame: Frame) -> Term | None:
    new, old, direction = frame["new"], frame["old"], frame.stated.direction
    if direction == 0 and new.value is not None and old.value is not None:
        direction = 1 if new.value >= old.value else -1
    return Difference(old, new) if direction < 0 else Difference(new, old)


def _is_change(frame: Frame) -> bool:
    new, old = frame["new"].value, frame["old"].value
    return (
        new is not None
        and old is not None
        and new != old
        and is_ordered(frame, frame.stated.direction)
        and is_told(frame)
    )


def _are_scores(frame: Frame) -> bool:
    """ "71.8 against 68.9, a margin of 2.9 points": bare numbers of as many decimals."""
    new, old, change = frame["new"], frame["old"], frame.stated
    if any(counted(level) or level.unit or level.per for level in (new, old)):
        return False
    if change.unit is not None and change.unit.name != "point":
        return False
    return _is_change(frame) and new.grain == old.grain and change.grain >= new.grain


def _marks(frame: Frame) -> tuple[str, ...]:
    return movement(frame, frame.stated.direction)


def readings() -> tuple[Reading, ...]:
    change = Slot("difference", _POINTS)
    higher = Slot("new", COUNTS, bars=_NO_LEVEL | {"from"})
    lower = Slot("old", COUNTS, like="new", bars=_NO_LEVEL | {"to"})
    new = Slot("new", SHARES, bars=_NO_LEVEL | {"from"})
    old = Slot("old", SHARES, like="new", bars=_NO_LEVEL | {"to"})
    return (
        Reading(
            "points", change, (new, old), _difference, window=Window.NEAR, guard=_is_change,
            marks=_marks, told=MOVEMENT_MARKS,
        ),
        Reading(
            "points of a score", change, (higher, lower), _difference, window=Window.NEAR,
            guard=_are_scores, marks=_marks, told=MOVEMENT_MARKS,
        ),
    )  # fmt: skip
