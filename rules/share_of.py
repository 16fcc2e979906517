r"""A share given beside a part and its whole must be their quotient.

"18 of 1,552, or 1.15 percent", "n/N (p%)", "Of the 58, 17 (29.3%)": part, whole and share stand
together, and 100 × part / whole must be the share.

Bad

    Of the 58 patients, 17 (39.3%) had a relapse.
                            ^^^^^ 17 / 58 = 29.3%, not 39.3%

Good

    Of the 58 patients, 17 (29.3%) had a relapse.

Passed over

    Of the 58 patients, 17 had a relapse within a year.
"""

from figcheck.rulekit import AMOUNTS, SHARES, Frame, Reading, ShareOf, Slot, Term, Window

code = "FC201"


def _share(frame: Frame) -> Term | None:
    return ShareOf(frame["part"], frame["whole"])


def _is_part_of_whole(frame: Frame) -> bool:
    part, whole = frame["part"].value, frame["whole"].value
    return part is not None and whole is not None and 0 < part <= whole


def _stands_as_quotient(frame: Frame) -> bool:
    """ "17 of 58", "17/58", "17 out of the 58", or "of 58 ... 17": the words make a part of a whole."""
    part, whole = frame["part"], frame["whole"]
    if not _is_part_of_whole(frame) or part.sentence != whole.sentence:
        return False
    words = frame.document.sentences[part.sentence].words
    if part.place < whole.place:
        between = words[part.place + 1 : whole.place]
        return len(between) <= 7 and bool({"of", "/", "from", "among"} & set(between))
    return "of" in whole.roles


def readings() -> tuple[Reading, ...]:
    share = Slot("share", SHARES, bars=frozenset(("moved",)))
    part = Slot("part", AMOUNTS, bars=frozenset(("moved",)))
    whole = Slot("whole", AMOUNTS, like="part", bars=frozenset(("moved", "bracket")))
    return (
        Reading("part of whole", share, (part, whole), _share, guard=_stands_as_quotient, weight=2),
        Reading(
            "part and whole near", share, (part, whole), _share, window=Window.ADJACENT,
            guard=_is_part_of_whole, weight=-3,
        ),
    )  # fmt: skip
