r"""What is called the rest must be the whole less the other parts.

"Of the 312 flats 187 are occupied, the other 125 stand empty": the rest, the balance, what is left.

Bad

    Of the 312 flats 187 are occupied; the other 135 stand empty.
                                                 ^^^ 312 − 187 = 125, not 135

Good

    Of the 312 flats 187 are occupied; the other 125 stand empty.

Passed over

    The other 12 flats are in the next street.
"""

from figcheck.rulekit import AMOUNTS, Frame, Given, Reading, Remainder, Slot, Term

code = "FC103"


def _rest(frame: Frame) -> Term | None:
    whole, *parts = frame.all("whole")
    return Remainder(Given(whole), tuple(parts))


def readings() -> tuple[Reading, ...]:
    rest = Slot("rest", AMOUNTS)
    whole = Slot("whole", AMOUNTS, many=True, link="rest")
    return (Reading("rest", rest, (whole,), _rest),)
