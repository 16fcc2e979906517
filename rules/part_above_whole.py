r"""A part cannot be larger than its whole.

"11 of the 12 jurors", "$2 billion, including $1.25 billion in labour costs", "of the $18.4bn, less
than $2bn has been spent", "37 square miles, of which 34 are land".

Bad

    Some 14 of the 12 jurors voted to acquit.
         ^^ 14 is more than 12

    The city covers 37.6 square miles, of which 53.4 square miles is land.
                                                ^^^^^^^^^^^^^^^^^ 53.4 square miles is more than 37.6 square miles

    Of the 48 councillors, 61 backed the plan on Tuesday night.
                           ^^ 61 is more than 48

    The fund spent $2.1 billion, including $3.4 billion on roads.
                                           ^^^^^^^^^^^^ $3.4 billion is more than $2.1 billion

    The panel heard 26 witnesses, of whom 31 were children.
                                          ^^ 31 is more than 26

Good

    Some 11 of the 12 jurors voted to acquit.

    The city covers 37.6 square miles, of which 34.4 square miles is land and 3.2 square miles water.

    Of the 48 councillors, 31 backed the plan on Tuesday night.

    The panel heard 26 witnesses, of whom 11 were children.

Passed over

    Some 14 of the jurors had sat for 12 weeks.

    The firm grew by 120 percent, of which 140 points came from prices and less than nothing from volume.

    More than 12 jurors sat, of whom 14 were women.

    The town has three schools, including 640 pupils who come by bus.

    Sources of heat, two of three needs of life, are found there.

    Of the 12 months it rained for 40 weeks.
"""

from figcheck.rulekit import AMOUNTS, Frame, Given, Kind, Op, Reading, Slot, Term, dimension

code = "FC104"

_INCLUDING = frozenset(("including", "includes", "included"))
_BREAKS = frozenset((";", ":", "while", "but", "and", "or"))
_THE = frozenset("the its their all these those our his her".split())
_RELATIVES = frozenset(("which", "whom", "these", "those", "them"))


def _whole(frame: Frame) -> Term | None:
    return Given(frame["whole"])


def _is_part(frame: Frame) -> bool:
    """ "14 of the 12", "12, including 14", "12, of whom 14", "of the 12 ..., 14"."""
    part, whole = frame.stated, frame["whole"]
    if part.hedge is part.hedge.RANGE or whole.hedge is whole.hedge.RANGE or not _are_like(frame):
        return False
    words = frame.sentence.words
    if part.place < whole.place:
        between = words[part.place + 1 : whole.place]
        return len(between) <= 3 and "of" in between[-2:] and not _THE.isdisjoint(between)
    between = words[whole.place + 1 : part.place]
    if _INCLUDING.intersection(between):
        return "#" not in between and len(between) <= 8
    if _is_of_which(between):
        return between.count("#") <= 1 and len(between) <= 12
    return _opens(words, whole.place) and "#" not in between and not _BREAKS.intersection(between)


def _is_of_which(between: list[str]) -> bool:
    """ ", of whom only", "; of these": not "nine of them gold, 12 silver"."""
    for at in range(max(1, len(between) - 5), len(between) - 1):
        if between[at] == "of" and between[at + 1] in _RELATIVES and between[at - 1] != "#":
            return True
    return False


def _are_like(frame: Frame) -> bool:
    """Do both count the same, or does the part not say what it counts?"""
    part, whole = frame.stated, frame["whole"]
    if dimension(part) and part.unit is not whole.unit:
        return False
    return not (part.owner and whole.owner) or part.owner == whole.owner


def _opens(words: list[str], place: int) -> bool:
    """Does the sentence open "Of the 12 ..."?"""
    start = 1 if words[0] in ('"', "“") else 0
    return words[start] == "of" and place - start <= 3


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
