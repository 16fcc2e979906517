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

from figcheck.rulekit import (
    LEVELS,
    Change,
    Frame,
    Grade,
    Kind,
    Ratio,
    Reading,
    Slot,
    Term,
    Use,
    Window,
    at_one_rate,
)

code = "FC306"


def _ratio(frame: Frame) -> Term:
    return at_one_rate(Ratio(frame["new"], frame["old"]))


_NO_LEVEL = frozenset(("moved", "gap", "expected"))


def _inverse(frame: Frame) -> Term:
    return at_one_rate(Ratio(frame["old"], frame["new"]))


def _increase(frame: Frame) -> Term:
    return at_one_rate(Change(frame["new"], frame["old"], 1, scale=1))


def _is_pair(frame: Frame) -> bool:
    new, old = frame["new"].value, frame["old"].value
    words, after = frame.sentence.words, frame.stated.place + 1
    if words[after : after + 1] == ["of"]:  # "a doubling of the field" has an object of its own
        return False
    if not new or not old:
        return False
    return new != old and new < 10_000 * old and old < 10_000 * new


def readings() -> tuple[Reading, ...]:
    frozenset(("moved",))
    multiple = Slot("multiple", frozenset((Kind.MULTIPLE,)), bars=frozenset(("above", "below")))
    new = Slot("new", LEVELS, bars=_NO_LEVEL)
    old = Slot("old", LEVELS, like="new", bars=_NO_LEVEL, elided=True)
    return (
        Reading(
            "multiple", multiple, (new, old), _ratio, window=Window.PASSAGE, guard=_is_pair,
            accepts=Grade.ROUGH,
        ),
        Reading(
            "how many times less", multiple, (new, old), _inverse, window=Window.PASSAGE,
            guard=_is_pair, accepts=Grade.ROUGH, use=Use.SILENCE,
        ),
        Reading(
            "times more", multiple, (new, old), _increase, window=Window.NEAR, guard=_is_pair,
            accepts=Grade.ROUGH, use=Use.SILENCE,
        ),
    )  # fmt: skip
