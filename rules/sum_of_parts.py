r"""The parts of a total must add up to it.

A text gives a total and lists its parts. A list that is meant to be whole ("made up of", a colon,
"of the 12, 5 were ...") must add up to the total; one that may leave a rest ("including") must not
exceed it. A total may also close its list ("for a total of", "that makes").

Bad

    The force numbers about 50,000, including 10,000 contractors and 55,000 convicts.
                            ^^^^^^ 10,000 + 55,000 = 65,000, more than 50,000

Good

    The force numbers about 50,000, including 10,000 contractors and 40,000 convicts.

Passed over

    Of 12 jurors, including 5 women, 9 voted to acquit.
"""

from figcheck.rulekit import AMOUNTS, Frame, Grade, Op, Reading, Slot, Sum, Term

code = "FC101"

_WHOLE = frozenset(("whole", "colon", "dash", "bracket", "of", "rest", "items"))
_COARSE = 100


def _sum(frame: Frame) -> Term | None:
    return Sum(frame.all("parts"))


def _is_whole(frame: Frame) -> bool:
    return frame.gate in _WHOLE and _has_parts_below(frame)


def _is_open(frame: Frame) -> bool:
    """Parts of a listing that may leave a rest; a part may even exceed the total, by mistake."""
    total = frame.stated.value
    return frame.gate == "open" and total is not None and all(
        part.value is not None and 0 <= part.value < 20 * total for part in frame.all("parts")
    )


def _closes(frame: Frame) -> bool:
    return "total" in frame.stated.roles and _has_parts_below(frame)


def _has_parts_below(frame: Frame) -> bool:
    """Every part is smaller than the total: else they are no parts of it."""
    total = frame.stated.value
    return total is not None and all(
        part.value is not None and 0 <= part.value < total for part in frame.all("parts")
    )


def _is_nearly_whole(frame: Frame) -> bool:
    """A listing after "including" that is plainly meant to be whole: nine tenths, all coarse."""
    if frame.gate != "open" or not _has_parts_below(frame):
        return False
    total, parts = frame.stated, frame.all("parts")
    made = sum(part.value for part in parts if part.value is not None)
    grains = [figure.own_grain for figure in (total, *parts)]
    return (
        total.value is not None
        and made * 10 >= total.value * 9
        and made < total.value
        and all(figure.value and figure.own_grain * _COARSE > figure.value for figure in parts)
        and min(grains) * 20 >= max(grains)
        and min(grains) >= _COARSE
    )


def readings() -> tuple[Reading, ...]:
    total = Slot("total", AMOUNTS, bars=frozenset(("moved", "rest", "prior")))
    after = Slot("parts", AMOUNTS, many=True, link="after")
    before = Slot("parts", AMOUNTS, many=True, link="before")
    return (
        Reading("whole list", total, (after,), _sum, guard=_is_whole),
        Reading("open list", total, (after,), _sum, op=Op.AT_LEAST, guard=_is_open),
        Reading("nearly whole list", total, (after,), _sum, guard=_is_nearly_whole),
        Reading(
            "closing total", total, (before,), _sum, guard=_closes, accepts=Grade.ROUNDING
        ),
    )
