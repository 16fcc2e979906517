r"""A measure given again in another unit must be the same measure.

"30 miles (48 km)", "16 C (61 F)", "five tonnes, or 11,000 pounds". Areas and volumes take the
square and the cube of the factor.

Bad

    The road is 30 miles (58 km) long.
                          ^^^^^ 30 miles = 48

Good

    The road is 30 miles (48 km) long.

Passed over

    The road is 30 miles (and three days) long.
"""

from fractions import Fraction

from figcheck.rulekit import Converted, Figure, Frame, Grade, Kind, Reading, Slot, Term, dimension

code = "FC501"


def _converted(frame: Frame) -> Term | None:
    original, stated = frame["original"], frame.stated
    if stated.unit is None or original.unit is None or stated.unit is original.unit:
        return None
    if dimension(original) != dimension(stated):
        return None
    if original.unit.offset and _is_difference(original, stated):
        return None
    return Converted(original, stated.unit)


def _is_difference(original: Figure, stated: Figure) -> bool:
    """A difference of temperatures, "2 C (3.6 F) warmer": its factor alone, to the last digit."""
    if (
        original.value is None
        or stated.value is None
        or original.unit is None
        or stated.unit is None
    ):
        return False
    converted = original.value * original.unit.factor / Fraction(stated.unit.factor)
    slack = (
        Fraction(max(stated.grain, 1))
        + original.grain * original.unit.factor / Fraction(stated.unit.factor) / 2
    )
    return abs(converted - stated.value) <= slack


def readings() -> tuple[Reading, ...]:
    measures = frozenset((Kind.MEASURE, Kind.DURATION))
    converted = Slot("converted", measures)
    original = Slot("original", measures, link="apposed")
    return (Reading("conversion", converted, (original,), _converted, accepts=Grade.ROUGH),)
