r"""A move given as an amount and as a percentage must fit the level that it led to.

"down 0.89 points, or 0.01 percent, at 10,385": the percentage is 100 × move / (level ∓ move).

Bad

    The index closed down 9.34 points, or 0.72 percent, at 2,906.52.
                                          ^^^^^^^^^^^^ 0.32

    Crude fell 82 cents, or 1.9 percent, to settle at $74.63 a barrel.
                            ^^^^^^^^^^^ 1.1

Good

    Crude fell 82 cents, or 1.09 percent, to settle at $74.63 a barrel.

    The index closed down 9.34 points, or 0.32 percent, at 2,906.52.

    The share put on 31c to finish at $4.52, a 7.4 per cent gain.

Passed over

    The index closed down 9.34 points at 2,906.52.
"""

from figcheck.rulekit import (
    LEVELS,
    SHARES,
    ChangeShare,
    Frame,
    Kind,
    Reading,
    Slot,
    Term,
    at_one_rate,
)

code = "FC305"

_AMOUNTS = (LEVELS - SHARES) | {Kind.POINTS}
_OLD = frozenset(("from", "than", "versus", "prior"))


def _move(frame: Frame) -> Term | None:
    direction = frame.stated.direction or frame["difference"].direction
    level = frame["new"]
    if direction == 0:
        return None
    return at_one_rate(ChangeShare(frame["difference"], level, direction))


def _is_move(frame: Frame) -> bool:
    """The two sizes of the move stand side by side, and the level is where it led to."""
    share, move = frame.stated, frame["difference"]
    beside = share.apposed is move or move.apposed is share
    return beside and _leads_to_level(frame)


def _is_move_apart(frame: Frame) -> bool:
    """ "put on 31c to finish at $4.52, a 7.4 per cent gain": the level stands between the sizes."""
    share, move, level = frame.stated, frame["difference"], frame["new"]
    if share.apposed is move or move.apposed is share or move.sentence != share.sentence:
        return False
    low, high = sorted((share.place, move.place))
    return low < level.place < high and _leads_to_level(frame)


def _leads_to_level(frame: Frame) -> bool:
    share, move, level = frame.stated, frame["difference"], frame["new"]
    if not (move.value and level.value) or level.roles & _OLD:
        return False
    if (
        move.unit
        and level.unit
        and move.value * move.unit.factor >= level.value * level.unit.factor
    ):
        return False
    if share.direction * move.direction < 0:
        return False
    return level.sentence == share.sentence


def readings() -> tuple[Reading, ...]:
    moved = frozenset(("moved",))
    change = Slot("change", SHARES, needs=moved)
    difference = Slot("difference", _AMOUNTS, needs=moved)
    level = Slot("new", _AMOUNTS - {Kind.POINTS}, bars=moved, needs=frozenset(("to", "at", "is")))
    slots = (difference, level)
    return (
        Reading("move to a level", change, slots, _move, guard=_is_move),
        Reading("move past a level", change, slots, _move, guard=_is_move_apart),
    )
