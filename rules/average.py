r"""An average must be its total divided by the count that it is over.

"£2,184 for 52 taxi rides, or £42 a trip"; "$46,750 from 187 people, an average of $250 a head".

Bad

    The appeal raised $46,750 from 187 people, an average of $350 a head.
                                                             ^^^^ 46,750

Good

    The appeal raised $46,750 from 187 people, an average of $250 a head.

Passed over

    The appeal raised $46,750 from 187 people.
"""

from figcheck.rulekit import AMOUNTS, Frame, Kind, Quotient, Reading, Slot, Term, Window

code = "FC401"


def _quotient(frame: Frame) -> Term | None:
    return Quotient(frame["amount"], frame["count"])


def _is_over_count(frame: Frame) -> bool:
    rate, amount, count = frame.stated, frame["amount"], frame["count"]
    if not (rate.value and amount.value and count.value) or amount.per or count.per:
        return False
    if isinstance(rate.per, str) and count.owner and rate.per not in (count.owner, "head", "person"):
        return False
    return amount.value > rate.value and count.value > 1


def readings() -> tuple[Reading, ...]:
    moved = frozenset(("moved",))
    rate = Slot("average", AMOUNTS, needs=frozenset(("average", "each")), bars=moved)
    amount = Slot("amount", AMOUNTS, like="stated")
    count = Slot("count", frozenset((Kind.COUNT,)), bars=moved)
    return (
        Reading(
            "average", rate, (amount, count), _quotient, window=Window.ADJACENT,
            guard=_is_over_count,
        ),
    )  # fmt: skip
