r"""A level that is said to have risen or fallen must have done so.

"rose to $941 million from $747 million": the new level lies above the old one; "fell", below.

Bad

    Net income rose to $741 million from $947 million.
                       ^^^^^^^^^^^^ not above $947 million

Good

    Net income rose to $947 million from $741 million.

Passed over

    Net income rose to $947 million.
"""

from figcheck.rulekit import LEVELS, Frame, Given, Op, Reading, Slot, Term

code = "FC304"


def _old(frame: Frame) -> Term | None:
    return Given(frame["old"])


def _rises(frame: Frame) -> bool:
    return _is_pair(frame) and frame.stated.direction > 0


def _falls(frame: Frame) -> bool:
    return _is_pair(frame) and frame.stated.direction < 0


def _is_pair(frame: Frame) -> bool:
    """One clause, no loss or deficit whose growth turns the words round."""
    new, old = frame.stated, frame["old"]
    if new.clause != old.clause or not (new.value and old.value):
        return False
    words = frame.sentence.words[: max(new.place, old.place)]
    return not _REVERSING.intersection(words)


_REVERSING = frozenset(
    ("loss", "losses", "deficit", "deficits", "negative", "improved", "narrowed", "widened", "gap",
     "shortfall", "minus", "below")
)  # fmt: skip


def readings() -> tuple[Reading, ...]:
    new = Slot("new", LEVELS, needs=frozenset(("to", "at")), bars=frozenset(("from", "moved")))
    old = Slot(
        "old", LEVELS, like="stated", needs=frozenset(("from", "prior")),
        bars=frozenset(("to", "moved")),
    )
    return (
        Reading("rise", new, (old,), _old, op=Op.ABOVE, guard=_rises, consistency=True),
        Reading("fall", new, (old,), _old, op=Op.BELOW, guard=_falls, consistency=True),
    )
