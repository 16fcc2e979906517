r"""The amount of a change must be the difference of its two levels.

"fell $16.0 billion to $1.728 trillion from $1.744 trillion": new - old, in the direction that the
verb says.

Bad

    Net debt fell $26 million to $80 million from $96 million.
                  ^^^^^^^^^^^ 96

Good

    Net debt fell $16 million to $80 million from $96 million.

Passed over

    Net debt fell $16 million.
"""

from figcheck.rulekit import LEVELS, SHARES, Difference, Frame, Reading, Slot, Term, Window

code = "FC302"

_AMOUNTS = LEVELS - SHARES
_OLD = frozenset(("from", "than", "versus", "prior", "on", "over"))


def _difference(frame: Frame) -> Term | None:
    new, old = frame["new"], frame["old"]
    direction = frame.stated.direction
    if direction == 0 and new.value is not None and old.value is not None:
        direction = 1 if new.value >= old.value else -1
    return Difference(old, new) if direction < 0 else Difference(new, old)


def _is_change(frame: Frame) -> bool:
    new, old = frame["new"], frame["old"]
    return bool(old.roles & _OLD) and new.value is not None and old.value is not None


def _is_margin(frame: Frame) -> bool:
    """ "211 votes to 188, a majority of 23": the two levels stand just before their difference."""
    new, old, margin = frame["new"], frame["old"], frame.stated
    return (
        margin.direction == 0
        and new.sentence == old.sentence == margin.sentence
        and new.start < old.start
        and old.roles.isdisjoint({"from", "prior"})
        and abs(new.place - old.place) <= 10
    )


def readings() -> tuple[Reading, ...]:
    moved = frozenset(("moved",))
    change = Slot("difference", _AMOUNTS, needs=moved)
    new = Slot("new", _AMOUNTS, like="stated", bars=moved)
    old = Slot("old", _AMOUNTS, like="stated", bars=moved)
    return (
        Reading("change", change, (new, old), _difference, window=Window.ADJACENT, guard=_is_change),
        Reading("margin", change, (new, old), _difference, guard=_is_margin, weight=1),
    )
