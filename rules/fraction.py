r"""A fraction said of a part and its whole must be about their quotient.

"187 of the 312 flats, or about three-fifths", "one in five, or 20 percent".

Bad

    Of the 312 flats, 187, or a third, are occupied.
                              ^^^^^^^ 187

Good

    Of the 312 flats, 104, or a third, are occupied.

Passed over

    Of the 312 flats, 187 are occupied and a third have no lift.
"""

from figcheck.rulekit import AMOUNTS, Frame, Grade, Kind, Ratio, Reading, Slot, Term

code = "FC203"

_FRACTIONS = frozenset((Kind.FRACTION,))
_BESIDE = frozenset(("or", "bracket"))


def _ratio(frame: Frame) -> Term | None:
    return Ratio(frame["part"], frame["whole"])


def _share(frame: Frame) -> Term | None:
    return Given(frame["share"])


def _restates_part(frame: Frame) -> bool:
    part, whole = frame["part"].value, frame["whole"].value
    beside = frame.stated.apposed is frame["part"] or frame["part"].apposed is frame.stated
    return part is not None and whole is not None and 0 < part <= whole and beside


def readings() -> tuple[Reading, ...]:
    fraction = Slot("share", _FRACTIONS)
    part = Slot("part", AMOUNTS, bars=frozenset(("moved",)))
    whole = Slot("whole", AMOUNTS, like="part", bars=frozenset(("moved", "bracket")))
    return (
        Reading(
            "part of whole", fraction, (part, whole), _ratio, guard=_restates_part,
            accepts=Grade.ROUGH, weight=2,
        ),
    )  # fmt: skip
