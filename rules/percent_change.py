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

from figcheck.rulekit import (
    LEVELS, SHARES, Change, Figure, Frame, Kind, Reading, ShareOf, Slip, Slot, Term, Window,
)

code = "FC301"

_AMOUNTS = LEVELS - SHARES
_NO_LEVEL = frozenset(("moved", "gap", "expected"))


def _change(frame: Frame) -> Term:
    return _signed(frame, frame["new"], frame["old"], frame.stated.direction)


def _signed(frame: Frame, new: Figure, old: Figure, sign: int) -> Term:
    return Change(new, old, sign, scale=1 if frame.stated.kind is Kind.FRACTION else 100)


def _on_new(frame: Frame) -> Term | None:
    sign = frame.stated.direction
    return _signed(frame, frame["old"], frame["new"], -sign) if sign else None


def _swapped(frame: Frame) -> Term | None:
    sign = frame.stated.direction
    return _signed(frame, frame["old"], frame["new"], sign) if sign else None


def _quotient(frame: Frame) -> Term | None:
    return ShareOf(frame["new"], frame["old"]) if frame.stated.kind is Kind.SHARE else None


def _can_change(frame: Frame) -> bool:
    """Two distinct positive levels, at most a hundred times apart."""
    new, old, change = frame["new"].value, frame["old"].value, frame.stated.value
    if not (new and old and change and new > 0 and old > 0) or new == old:
        return False
    return new < 100 * old and old < 100 * new


def readings() -> tuple[Reading, ...]:
    moved = frozenset(("moved",))
    change = Slot("change", SHARES | {Kind.FRACTION}, needs=moved)
    new = Slot("new", _AMOUNTS, bars=_NO_LEVEL)
    old = Slot("old", _AMOUNTS, like="new", bars=_NO_LEVEL)
    slips = (
        Slip("wrong_base", "that is the change on the new figure", _on_new),
        Slip("swapped", "the two levels may be swapped", _swapped),
        Slip("ratio", "that is the one as a percentage of the other", _quotient),
    )
    return (
        Reading(
            "change", change, (new, old), _change, window=Window.PASSAGE, guard=_can_change,
            slips=slips,
        ),
    )  # fmt: skip
