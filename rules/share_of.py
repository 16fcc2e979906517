r"""A share given beside a part and its whole must be their quotient.

"18 of 1,552, or 1.15 percent", "n/N (p%)", "Of the 58, 17 (29.3%)": part, whole and share stand
together, and 100 × part / whole must be the share.

Bad

    Of the 58 patients, 17 (39.3%) had a relapse.
                            ^^^^^ 17 / 58 = 29.3%, not 39.3%

    The trial enrolled 240 women; 84/240 (45%) had a second child.
                                          ^^^ 84 / 240 = 35%, not 45%

    She attended 14 of the 16 meetings, or 78 percent.
                                           ^^^^^^^^^^ 14 / 16 = 88 percent, not 78 percent

    The parser passes 1,386 of the 1,540 cases (94.0%).
                                                ^^^^^ 1,386 / 1,540 = 90.0%, not 94.0%

    Of those asked 28.1% (14/87) had slept well, and 26.2% (27/103) of the others.
                   ^^^^^ 14 / 87 = 16.1

    The scan changed the diagnosis in 5 of 36 cases (26 percent), one of them twice.
                                                     ^^^^^^^^^^ 14 percent, not 26

Bad (markdown)

    | | Drug | Placebo |
    |---|---:|---:|
    | Patients | 160 | 158 |
    | Women, n (%) | 72 (54%) | 79 (50%) |
                         ^^^ 72 / 160 = 45%, not 54%
    | Smokers, n (%) | 40 (25%) | 36 (23%) |

Good (markdown)

    | | Drug (n = 160) | Placebo (n = 158) |
    |---|---:|---:|
    | Women, n (%) | 72 (45%) | 79 (50%) |
    | Smokers, n (%) | 40 (25%) | 36 (23%) |

Good

    Of the 58 patients, 17 (29.3%) had a relapse.

    The inspector rejected 17 of 850 units (2.0%).

    The trial enrolled 240 women; 84/240 (35%) had a second child.

    She attended 14 of the 16 meetings, or 88 percent.

    The parser passes 1,386 of the 1,540 cases (90.0%).

Passed over

    The lake covers 11.3 square kilometres (4.4 sq mi). Of this area 32.6% is reed.

    The bookmaker had the grey at 4/9, and 8/13 were the odds on the bay.

    It was the fastest growth in four years, after two years of decline, for a share of 17 percent.

    They gave 56 Gy in 16 fractions of 3.5 Gy; 5% of them had a rash.

    More than 5.2 million were out of work. The figure of 5.216 million is 12.6% of the workforce.

    The party won 48 of the 99 seats and 46 percent of the vote.

    Of the 58 patients, 17 had a relapse within a year.

    A solution of 5% serum was kept for 8 days and then for 4 days.

    Some 12 of the 40 shops closed, while 8% of sales moved online.

    Groups A and B: 20/21 (95.2%) and 18/20 (90%) could walk.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from figcheck.rulekit import (
    AMOUNTS,
    SHARES,
    AsFraction,
    Change,
    Claim,
    Document,
    Figure,
    Frame,
    Grade,
    InPercent,
    Kind,
    Ratio,
    Reading,
    ShareOf,
    Slip,
    Slot,
    Term,
    Use,
    Window,
    at_one_rate,
    cell_shares,
    judge,
    mendable,
    stems_about,
    telling_stems,
)

code = "FC201"

_LIMITS = frozenset(("below", "above", "exceeding", "exceeded", "<", ">", "≤", "≥"))
_NEARLY_ONE = Fraction(51, 50)
_STATED = SHARES | {Kind.FRACTION}


def _share(frame: Frame) -> Term:
    return _of(frame, frame["part"], frame["whole"])


def _of(frame: Frame, part: Figure, whole: Figure) -> Term:
    is_fraction = frame.stated.kind is Kind.FRACTION
    return at_one_rate(Ratio(part, whole) if is_fraction else ShareOf(part, whole))


def _rest(frame: Frame) -> Term:
    scale = 1 if frame.stated.kind is Kind.FRACTION else 100
    return at_one_rate(Change(frame["part"], frame["whole"], -1, scale))


def _is_of_cases(frame: Frame) -> bool:
    """ "Stayed below 1% (11 of 12)": in how many cases it did, not what share they are."""
    place = frame.stated.place
    before = frame.sentence.words[max(0, place - 2) : place]
    return "bracket" in frame["part"].roles and not _LIMITS.isdisjoint(before)


def _is_part_of_whole(frame: Frame) -> bool:
    part, whole = frame["part"].value, frame["whole"].value
    if part is None or whole is None or _is_of_cases(frame):
        return False
    one, other = frame["part"], frame["whole"]
    if one.apposed is other or other.apposed is one:
        return False  # "4.4 sq mi (11.3 square kilometres)": one area
    if one.kind is Kind.DURATION and not _is_of_time(frame):
        return False
    if "odds" in frame.sentence.vocabulary:
        return False  # "at 4/9, and 8/13 for the other"
    if _is_restated(one, other) or _is_unit(frame.document, one):
        return False
    return 0 < part < whole < 10_000 * part and not _is_of_another(frame)


def _is_of_another(frame: Frame) -> bool:
    """ "48 of the 99 seats and 46 percent of the vote": a share of something else beside the ratio?"""
    stated, words = frame.stated, frame.sentence.words
    if frame["whole"].sentence != stated.sentence or frame["whole"].place > stated.place:
        return False
    between = words[frame["whole"].place + 1 : stated.place]
    return "and" in between[-2:] and _named(frame) == "of_others"


def _is_of_time(frame: Frame) -> bool:
    """ "Eight of 24 hours": one sentence says it of the whole; no "seven years into a ten-year plan"?"""
    if any(f.sentence != frame.sentence.index or "-" in f.text for f in frame.figures):
        return False
    words, part, whole = frame.sentence.words, frame["part"].place, frame["whole"].place
    return "of" in words[max(0, whole - 3) : whole] or "of" in words[part + 1 : whole]


def _is_unit(document: Document, part: Figure) -> bool:
    """ "16 fractions of 3.5 Gy": what each of them is, no part of the whole."""
    sentence = document.sentences[part.sentence]
    before = sentence.words[max(0, part.place - 3) : part.place]
    if len(before) < 3 or before[0] != "#" or before[2] != "of":
        return False
    figure = sentence.figure_at[part.place - 3]
    return figure.kind is Kind.COUNT and (figure.value or 0) > 1


def _is_restated(part: Figure, whole: Figure) -> bool:
    """ "More than 5.2 million", then "5.216 million": the rounder figure is the other one?"""
    low, high = Fraction(part.value or 0), Fraction(whole.value or 0)
    return high - low < Fraction(max(part.grain, whole.grain)) and high < low * _NEARLY_ONE


def _marks(frame: Frame) -> tuple[str, ...]:
    return f"fit.share_{_place(frame)}", f"fit.share_{_named(frame)}"


def _place(frame: Frame) -> str:
    """Where the share stands to its part and whole: beside one, "the 55 percent", at the head."""
    stated, words = frame.stated, frame.sentence.words
    if _is_ratio_beside(frame):
        return "ratio"
    for figure in (frame["whole"], frame["part"]):
        if stated.apposed is figure or figure.apposed is stated:
            return "beside"
        low, high = sorted((stated.place, figure.place))
        if figure.sentence == stated.sentence and high - low <= _BESIDE:
            between = words[low + 1 : high]
            if _JOINING.issuperset(between) and between:
                return "beside"
    before = words[max(0, stated.place - 2) : stated.place]
    if not _THAT.isdisjoint(before):
        return "told"
    return "first" if stated.start < frame["part"].start else "last"


def _is_ratio_beside(frame: Frame) -> bool:
    """ "28.1% (14/87)", "14 of 87 (28.1%)": a bracket holds nothing but the one or the other."""
    part, whole, stated = frame["part"], frame["whole"], frame.stated
    if not part.sentence == whole.sentence == stated.sentence or part.place > whole.place:
        return False
    words = frame.sentence.words
    if not _OVER.issuperset(words[part.place + 1 : whole.place]):
        return False
    if stated.place < part.place:
        opening, last = words[stated.place + 1 : part.place], whole.place
    else:
        opening, last = words[whole.place + 1 : stated.place][-_BESIDE:], stated.place
    while opening and opening[0].isalpha() and len(opening) > 1:  # "5 of 36 cases (14 percent)"
        opening = opening[1:]
    is_opened = bool(opening) and opening[0] in _BRACKETS and _NUMBERED.issuperset(opening[1:])
    return is_opened and words[last + 1 : last + 2] in ([")"], ["]"], [","], [";"])


def _named(frame: Frame) -> str:
    """Do the words call it a share, or say of what they are shares, one and the same?"""
    stated, words = frame.stated, frame.sentence.words
    around = words[max(0, stated.place - 5) : stated.place + 5]
    after = words[stated.place + 1 : stated.place + 3]
    before = words[max(0, stated.place - _BEHIND_THEM) : stated.place]
    if any(one == "of" and other in _THEM for one, other in pairwise(before)):
        return "of_those"
    if stated.kind is Kind.SHARE and not _HOLDINGS.isdisjoint(after):
        return "held"
    if after[:1] == ["of"] and after[1:] != ["#"]:
        return _of_what(frame)
    if not _SHARE_WORDS.isdisjoint(around):
        return "called"
    if stated.owner and stated.owner in (frame["whole"].owner, frame["part"].owner):
        return "of_same"
    return "of_other" if stated.owner else "unsaid"


def _of_what(frame: Frame) -> str:
    """ "20 percent of revenue": do the words about the whole, or about the part, speak of it too?"""
    words, place = frame.sentence.words, frame.stated.place
    behind = words[place + 2 : place + 2 + _PHRASE]
    end = next((k for k, word in enumerate(behind) if not word.isalpha()), len(behind))
    named = telling_stems(behind[:end])
    if not named:
        return "of_them"
    if not named.isdisjoint(_told_about(frame, frame["whole"])):
        return "of_its_whole"
    return "of_others" if named.isdisjoint(_told_about(frame, frame["part"])) else "of_its_part"


def _told_about(frame: Frame, figure: Figure) -> frozenset[str]:
    """The stems about a figure, but for those of the words behind the share itself."""
    if figure.sentence != frame.stated.sentence:
        return stems_about(frame.document.sentences[figure.sentence], figure)
    words, place = frame.sentence.words, frame.stated.place
    first, stop = max(0, figure.place - _ABOUT), figure.place + _ABOUT
    own = range(place, place + 2 + _PHRASE)
    return telling_stems([words[at] for at in range(first, min(stop, len(words))) if at not in own])


_PHRASE = 5
_ABOUT = 9
_BEHIND_THEM = 7
_THEM = frozenset("that these those them this whom which it".split())
_HOLDINGS = frozenset(
    "stake stakes interest holding note notes bond bonds coupon yield premium discount margin return".split()
)
_OVER = frozenset(("/", "of", "out", "the"))
_BRACKETS = frozenset(("(", "["))
_NUMBERED = frozenset(("n", "=", "or", "i.e.", "ie"))
_BESIDE = 7
_JOINING = frozenset(
    ", or ( ) that is which i.e. ie just about nearly almost over under some around roughly a the — – : - of them cases".split()
)
_THAT = frozenset(("that", "the", "this", "those", "at", "their", "its"))
_SHARE_WORDS = frozenset("share proportion rate percentage fraction turnout average odds".split())
_TOLD = (
    tuple(f"fit.share_{how}" for how in ("ratio", "beside", "told", "first", "last")),
    tuple(
        f"fit.share_{how}"
        for how in (
            "called",
            "of_same",
            "of_other",
            "unsaid",
            "held",
            "of_them",
            "of_its_whole",
            "of_its_part",
            "of_others",
            "of_those",
        )
    ),
)

_BESIDE_MARKS = frozenset(("fit.share_ratio",))


def _percent(frame: Frame) -> Term | None:
    fraction = frame["fraction"]
    return InPercent(fraction) if "/" in fraction.text else None


def _fraction(frame: Frame) -> Term | None:
    return None if "/" in frame.stated.text else AsFraction(frame["percent"])


def readings() -> tuple[Reading, ...]:
    moved = frozenset(("moved", "gap", "expected"))
    share = Slot("share", _STATED, bars=moved)
    part = Slot("part", AMOUNTS, bars=frozenset(("gap", "expected")))
    whole = Slot("whole", AMOUNTS, like="part", bars=frozenset(("gap",)), elided=True)
    fraction = Slot("fraction", frozenset((Kind.FRACTION,)))
    words = Slot("words", frozenset((Kind.FRACTION,)), bars=moved)
    percent = Slot("percent", SHARES, bars=moved)
    slips = (Slip("complement", "that is the share of the rest", _rest),)
    return (
        Reading(
            "part of whole", share, (part, whole), _share, window=Window.NEAR,
            guard=_is_part_of_whole, slips=slips, marks=_marks, told=_TOLD, near=_BESIDE_MARKS,
        ),
        Reading("percent of fraction", share, (fraction,), _percent),
        Reading(
            "fraction of percent", words, (percent,), _fraction, accepts=Grade.ROUGH,
            window=Window.NEAR,
        ),
        Reading(
            "rest of whole", share, (part, whole), _rest, window=Window.NEAR,
            guard=_is_part_of_whole, use=Use.SILENCE,
        ),
    )  # fmt: skip


def relate(document: Document) -> Iterator[Claim]:
    """The shares that the cells of a table give behind their counts, "72 (45%)"."""
    for cells in cell_shares(document):
        claims = [
            Claim(stated=cell.share, term=ShareOf(cell.part, cell.whole), reading="cell")
            for cell in cells
            if cell.whole.value and (cell.part.value or 0) <= cell.whole.value
        ]
        for claim in claims:
            claim.verdict = judge(claim)
        held = sum(_holds(claim) for claim in claims)
        for claim in claims:
            if _holds(claim):
                yield claim
            elif held >= len(claims) - held or (len(claims) == 1 and mendable(claim)):
                claim.tie = "plain" if held >= 2 else "fair"
                yield claim


def _holds(claim: Claim) -> bool:
    return claim.verdict is not None and claim.verdict <= Grade.ROUNDING
