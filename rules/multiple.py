r"""A multiple must be the quotient of the two amounts that it compares.

"$364 million, more than four times the $90 million budgeted", "doubled to 84 from 42". The words
round: doubled stands for anything from 1.8 to 2.25.

Bad

    Sales tripled to 84 million euros from 42 million euros.
          ^^^^^^^ 84

Good

    Sales doubled to 84 million euros from 42 million euros.

Passed over

    Sales doubled to 84 million euros.
"""

from figcheck.rulekit import LEVELS, Frame, Grade, Kind, Ratio, Reading, Slot, Term, Window

code = "FC306"

_OLD = frozenset(("from", "than", "versus", "prior", "of"))


def _ratio(frame: Frame) -> Term | None:
    return Ratio(frame["new"], frame["old"])


def _is_pair(frame: Frame) -> bool:
    new, old = frame["new"], frame["old"]
    if not (new.value and old.value) or new.value <= 0 or old.value <= 0:
        return False
    return bool(old.roles & _OLD) or old.place > frame.stated.place >= 0


def readings() -> tuple[Reading, ...]:
    moved = frozenset(("moved",))
    multiple = Slot("multiple", frozenset((Kind.MULTIPLE,)))
    new = Slot("new", LEVELS, bars=moved)
    old = Slot("old", LEVELS, like="new", bars=moved)
    return (
        Reading(
            "multiple", multiple, (new, old), _ratio, window=Window.ADJACENT, guard=_is_pair,
            accepts=Grade.ROUGH,
        ),
    )  # fmt: skip
