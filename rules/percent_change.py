r"""A percent change must be that of the two levels it is said of.

A text gives an old level, a new level and the change between them in percent. The rule works out
new / old - 1. A change that fits another base, the difference in points, or the two levels swapped
is named as the slip it is.

Bad

    Revenue rose 15 percent to $120 million from $100 million.
                 ^^^^^^^^^^ 120

Good

    Revenue rose 20 percent to $120 million from $100 million.

Passed over

    Revenue rose to $120 million.
"""

from figcheck.rulekit import LEVELS, SHARES, Change, Frame, Reading, Slot, Term, Window

code = "FC301"

_AMOUNTS = LEVELS - SHARES


def _change(frame: Frame) -> Term | None:
    return Change(frame["new"], frame["old"], sign=frame.stated.direction)


def _can_change(frame: Frame) -> bool:
    """Two distinct positive levels, one of which the words place before the other."""
    new, old = frame["new"], frame["old"]
    if not (new.value and old.value and new.value > 0 and old.value > 0):
        return False
    return bool(old.roles & {"from", "than", "versus", "prior", "on", "over"}) or bool(
        new.roles & {"to", "at"}
    )


def readings() -> tuple[Reading, ...]:
    moved = frozenset(("moved",))
    no_move = frozenset(("moved",))
    change = Slot("change", SHARES, needs=moved)
    new = Slot("new", _AMOUNTS, bars=no_move)
    old = Slot("old", _AMOUNTS, like="new", bars=no_move)
    return (
        Reading("change", change, (new, old), _change, window=Window.ADJACENT, guard=_can_change),
    )
