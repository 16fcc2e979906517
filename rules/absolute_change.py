r"""The amount of a change must be the difference of its two levels.

"fell $16.0 billion to $1.728 trillion from $1.744 trillion": new - old, in the direction that the
verb says.

Bad

    The company's headcount rose by 340 to 2,555 from 2,115 a year earlier.
                                    ^^^ 2,555 − 2,115 = 440, not 340

    The mill shipped 18,400 tonnes in May and 15,100 tonnes in June, a drop of 2,300 tonnes.
                                                                               ^^^^^^^^^^^^ 3,300 tonnes, not 2,300 tonnes

    Net debt fell $26 million to $80 million from $96 million.
                  ^^^^^^^^^^^ $96 million − $80 million = $16 million, not $26 million

    The old rule asked for 40 hours and the new one asks for 65 hours, an extra 15 hours.
                                                                                ^^^^^^^^ 65 hours − 40 hours = 25 hours, not 15 hours

Good

    Turnover was down on last year by £40,000, from £640,000 to £600,000.

    Net debt fell $16 million to $80 million from $96 million.

    The old rule asked for 40 hours and the new one asks for 65 hours, an extra 25 hours.

    The stock was 2,905 pairs in April and 2,760 pairs in May (-145).

    At 19.4C the water was 2.7 degrees above its mean of 16.7C.

Passed over

    Net debt fell $16 million.
"""

from figcheck.rulekit import (
    LEVELS,
    MOVEMENT_MARKS,
    SHARES,
    Difference,
    Frame,
    Reading,
    Slip,
    Slot,
    Term,
    Window,
    at_one_rate,
    is_ordered,
    is_told,
    movement,
)

code = "FC302"

_AMOUNTS = LEVELS - SHARES
_MAJORITIES = frozenset(("majority", "plurality"))  # what a rule of their own reads
_NO_LEVEL = frozenset(("moved", "gap", "added", "removed", "expected"))


def _difference(frame: Frame) -> Term | None:
    new, old, direction = frame["new"], frame["old"], frame.stated.direction
    if direction == 0 and new.value is not None and old.value is not None:
        direction = 1 if new.value >= old.value else -1
    term = Difference(old, new) if direction < 0 else Difference(new, old)
    return at_one_rate(term, frame.stated)


def _swapped(frame: Frame) -> Term | None:
    new, old, direction = frame["new"], frame["old"], frame.stated.direction
    if direction == 0:
        return None
    return Difference(new, old) if direction < 0 else Difference(old, new)


def _is_change(frame: Frame) -> bool:
    new, old, move = frame["new"].value, frame["old"].value, frame.stated.value
    words = frame.sentence.words[max(0, frame.stated.place - 3) : frame.stated.place]
    return (
        bool(new and old and move)
        and new != old
        and _MAJORITIES.isdisjoint(words)
        and is_ordered(frame, frame.stated.direction)
        and is_told(frame)
    )


def _marks(frame: Frame) -> tuple[str, ...]:
    return movement(frame, frame.stated.direction)


def readings() -> tuple[Reading, ...]:
    moved = frozenset(("moved", "gap", "added", "removed"))
    change = Slot("difference", _AMOUNTS, needs=moved)
    new = Slot("new", _AMOUNTS, like="stated", bars=_NO_LEVEL | {"from"}, elided=True)
    old = Slot("old", _AMOUNTS, like="stated", bars=_NO_LEVEL | {"to"}, elided=True)
    slips = (Slip("swapped", "the two levels may be swapped", _swapped),)
    return (
        Reading(
            "change", change, (new, old), _difference, window=Window.NEAR, guard=_is_change,
            marks=_marks, told=MOVEMENT_MARKS, slips=slips,
        ),
    )  # fmt: skip
