r"""A part cannot be larger than its whole.

"11 of the 12 jurors", "$2 billion, including $1.25 billion in labour costs", "of the $18.4bn, less
than $2bn has been spent".

Bad

    Some 14 of the 12 jurors voted to acquit.
         ^^ 14 is more than 12

Good

    Some 11 of the 12 jurors voted to acquit.

Passed over

    Some 14 of the jurors had sat for 12 weeks.
"""

from figcheck.rulekit import AMOUNTS, Frame, Given, Kind, Op, Reading, Slot, Term

code = "FC104"

_INCLUDING = frozenset(("including", "includes", "included"))
_BREAKS = frozenset((";", ":", "while", "but", "and", "or"))


def _whole(frame: Frame) -> Term | None:
    return Given(frame["whole"])


def _is_part(frame: Frame) -> bool:
    """ "14 of the 12", "12, including 14", "of the 12 ..., 14"."""
    part, whole = frame.stated, frame["whole"]
    if part.hedge is part.hedge.RANGE or whole.hedge is whole.hedge.RANGE:
        return False
    words = frame.sentence.words
    if part.place < whole.place:
        between = words[part.place + 1 : whole.place]
        return len(between) <= 3 and "of" in between[-2:] and "the" in between
    between = words[whole.place + 1 : part.place]
    if _INCLUDING.intersection(between):
        return "#" not in between and len(between) <= 8
    return _opens(words, whole.place) and "#" not in between and not _BREAKS.intersection(between)


def _opens(words: list[str], place: int) -> bool:
    """Does the sentence open "Of the 12 ..."?"""
    return "of" in words[max(0, place - 3) : place] and words[0] in ("of", '"', "“")


def readings() -> tuple[Reading, ...]:
    still = frozenset(("moved", "than", "from", "to"))
    part = Slot("part", AMOUNTS | {Kind.SHARE}, bars=still)
    whole = Slot("whole", AMOUNTS | {Kind.SHARE}, like="stated", bars=still)
    return (
        Reading(
            "part of whole", part, (whole,), _whole, op=Op.AT_MOST, guard=_is_part,
            consistency=True,
        ),
    )  # fmt: skip
