r"""The parts of a total must add up to it.

A text gives a total and lists its parts. A list that is meant to be whole ("made up of", a colon,
"of the 12, 5 were ...") must add up to the total; one that may leave a rest ("including") must not
exceed it. A total may also close its list ("for a total of", "that makes").

Bad

    The force numbers about 50,000, including 10,000 contractors and 55,000 convicts.
                            ^^^^^^ 10,000 + 55,000 = 65,000, more than 50,000

    The group now numbers about 55,000, including 10,000 skilled “contractors” and 40,000 convicts.
                                ^^^^^^ 10,000 + 40,000 = 50,000, not 55,000

    The camp holds some 50,000 people, including 10,000 children and 45,000 women.
                        ^^^^^^ 10,000 + 45,000 = 55,000, more than 50,000

    The fleet has 120 ships, including 45 tankers and 95 freighters.
                  ^^^ 45 + 95 = 140, more than 120

    The panel of 12 is made up of 5 doctors, 4 nurses and 2 patients.
                 ^^ 5 + 4 + 2 = 11, not 12

    The plant employs 340 people: 205 on the line, 95 in the stores and 30 in the offices.
                      ^^^ 205 + 95 + 30 = 330, not 340

Good

    The force numbers about 50,000, including 10,000 contractors and 40,000 convicts.

    The panel of 12 is made up of 5 doctors, 4 nurses and 3 patients.

    The plant employs 340 people: 215 on the line, 95 in the stores and 30 in the offices.

    He was fined £440 and told to pay costs of £85 and a surcharge of £176, a total of £701.

    Costs of 9.4 million are made up of 3.2 million in pay and 6.3 million in rent.

Passed over

    Of 12 jurors, including 5 women, 9 voted to acquit.

    The fleet has 120 ships, including 45 tankers and 30 freighters.

    The museum drew 61,000 visitors in May, 48,000 in June and 52,000 in July.

    Some 300 people died, including 40 children and 25 women.

    The fund gave $4 million to 12 schools and 3 colleges.
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
