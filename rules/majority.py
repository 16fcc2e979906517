r"""A majority must follow from the votes, and the votes must not be more than the voters.

The margin of a division is the difference of its sides; an absolute majority is more than half of
the seats; the votes for and against, with the abstentions, are at most the members, and just as
many where all of them voted. What falls short of a majority, and says so, is passed over.

Bad

    The coalition won 48 of the 99 seats, an absolute majority.
                      ^^ 48 of 99 is no majority: half is 49.5

    The law was carried by 214 votes to 189, a majority of 35.
                                                           ^^ 214 − 189 = 25, not 35

    Nilsson polled 18,411 and Hughes 17,998, giving her a majority of 1,413.
                                                                      ^^^^^ 18,411 − 17,998 = 413, not 1,413

    All 12 members of the board were present and the plan fell by eight votes to five.
        ^^ eight + five = 13, not 12

    The motion passed 44-31, a margin of 23 votes.
                                         ^^ 44 − 31 = 13, not 23

    The nine judges upheld the law by six votes to four.
        ^^^^ six + four = ten, more than nine

    In the end 26 opposed the plan and 19 supported it, with three abstaining in a vote at nine.
    That accounted for all 58 who were present.
                           ^^ 26 + 19 + three = 48, not 58

    The Greens have 54 of the 101 seats, which gives them a majority of 17 over all the others.
                                                                        ^^ 54 − 47 = 7, not 17

Good

    The Greens have 54 of the 101 seats, which gives them a majority of 7 over all the others.

    The bill was carried by 211 votes to 188, a majority of 23.

    Nilsson polled 18,411 and Hughes 17,998, giving her a majority of 413.

    The coalition won 52 of the 99 seats, an absolute majority.

    All 12 members of the board were present and the plan fell by seven votes to five.

    The motion passed 44-31, a margin of 13 votes.

Passed over

    The coalition won 48 of the 99 seats, two short of an absolute majority.

    With 48 of the 99 seats the party lost its overall majority.

    Nine of the 12 members were present and the plan fell by five votes to four.

    The bill was carried by 211 votes to 188 after a majority of 33 in committee.

    Of the 650 members 559 voted: 288 for and 271 against.

    The party won 48 of the 99 seats and 46 percent of the vote, a plurality.
"""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from figcheck.rulekit import (
    Claim,
    Difference,
    Document,
    Figure,
    Hedge,
    Kind,
    Op,
    Sentence,
    Span,
    Sum,
    Term,
    decided,
    prose,
)  # fmt: skip

code = "FC823"

_SCORE = re.compile(r"(\d{1,4})\s?[-–—−:]\s?(\d{1,4})")
_VOTING = frozenset(
    "vote votes voted voting ballot ballots polled poll seats election elected motion bill division "
    "carried rejected passed defeated approved majority ayes noes jury verdict committee council "
    "board panel senate house parliament assembly referendum members amendment resolution law "
    "appeal judges nominee nomination candidate abstained abstaining abstentions".split()
)
_MARGINS = frozenset(("majority", "margin", "majorities"))
_ELSEWHERE = frozenset(
    "earlier previous previously before last committee old cut down from ago".split()
)
_FOR = frozenset(
    "for favour favor aye ayes yes yea yeas guilty support supported supporting backed approved".split()
)
_AGAINST = frozenset(
    "against no noes nay nays oppose opposed opposing dissenting dissented not".split()
)
_ABSTAINING = frozenset("abstained abstaining abstentions abstention abstain abstainers".split())
_VOTERS = frozenset(
    "member councillor councilor senator juror judge justice director mp deputy lawmaker legislator "
    "delegate trustee governor alderman commissioner bishop cardinal peer selector voter".split()
)
_BODIES = frozenset(
    ("jury", "panel", "committee", "board", "council", "court", "bench", "commission")
)
_SHORT = frozenset(
    "short no not without lost lose lacks lacked lack fell needed needs need needing hung denied "
    "deprived minority seeking required requires require if unless fail failed fails robbed from "
    "below just-short cost missing nearly almost".split()
)
_ABSOLUTE = frozenset(
    ("absolute", "overall", "outright", "clear", "controlling", "simple", "working")
)
_PARTS = frozenset(("bracket", "numerator", "denominator"))
_ALL = frozenset(("all", "making", "makes"))
_NEAR = 24


class _Division(NamedTuple):
    """The two sides of a vote, with those who abstained."""

    sides: tuple[Figure, ...]  # two counts, or one score
    votes: tuple[int, int]
    abstained: tuple[Figure, ...] = ()


def relate(document: Document) -> Iterator[Claim]:
    """Each division with the margins, the members and the majorities told beside it."""
    sentences = prose(document)
    if all(_VOTING.isdisjoint(sentence.vocabulary) for sentence in sentences):
        return
    for at, sentence in enumerate(sentences):
        words = sentence.vocabulary
        near = [sentences[at - 1]] if at and sentences[at - 1].block == sentence.block else []
        is_told = bool(near) and not _ALL.isdisjoint(words)
        if _VOTING.isdisjoint(words) and (not is_told or _VOTING.isdisjoint(near[0].vocabulary)):
            continue
        yield from _absolute(sentence)
        divisions = list(_divisions(sentence))
        told = near or []
        if near and not divisions and not (told := [s for s in near if [*_divisions(s)]]):
            told = [s for s in sentences[max(0, at - 2) : at - 1] if s.block == sentence.block]
        before = [d for other in told for d in _divisions(other)]
        if not _MARGINS.isdisjoint(words) or "vote" in words:
            yield from _margins(sentence, divisions or before, near)
        for division in divisions:
            yield from _voters(sentence, division, "plain")
            for other in near:
                yield from _voters(other, division, "fair")
        for division in [] if divisions else before:
            yield from _voters(sentence, division, "fair")


def _divisions(sentence: Sentence) -> Iterator[_Division]:
    """ "211 votes to 188", "211-188", "288 for and 271 against, with nine abstentions"."""
    figures = [f for f in sentence.figures if f.kind in (Kind.COUNT, Kind.SCORE)][:_NEAR]
    abstained = tuple(f for f in figures if _is_marked(sentence, f, _ABSTAINING))[:1]
    for one, other in zip(figures, [*figures[1:], None], strict=False):
        if one.kind is Kind.SCORE:
            if pair := _SCORE.fullmatch(one.text.strip()):
                yield _Division((one,), (int(pair[1]), int(pair[2])), abstained)
        elif other is not None and other.kind is Kind.COUNT and _are_sides(sentence, one, other):
            yield _Division((one, other), (_whole(one), _whole(other)), abstained)


def _whole(figure: Figure) -> int:
    return int(figure.value or 0)


def _are_sides(sentence: Sentence, one: Figure, other: Figure) -> bool:
    if not (_is_count(one) and _is_count(other)) or other.place - one.place > 14:
        return False
    between = sentence.words[one.place + 1 : other.place]
    if len(between) <= 4 and "to" in between:
        return between[-1] == "to" or between[0] in ("to", "votes", "vote")
    return (_is_marked(sentence, one, _FOR) and _is_marked(sentence, other, _AGAINST)) or (
        _is_marked(sentence, one, _AGAINST) and _is_marked(sentence, other, _FOR)
    )


def _is_count(figure: Figure) -> bool:
    return figure.value is not None and figure.hedge is Hedge.EXACT and figure.unit is None


def _is_marked(sentence: Sentence, figure: Figure, marks: frozenset[str]) -> bool:
    words, place = sentence.words, figure.place
    after = words[place + 1 : place + 4]
    after = after[: after.index("#")] if "#" in after else after
    before = words[max(0, place - 2) : place]
    return not marks.isdisjoint(after) or (before[-1:] != ["#"] and not marks.isdisjoint(before))


def _margins(
    sentence: Sentence, divisions: list[_Division], near: list[Sentence]
) -> Iterator[Claim]:
    """A "majority of 33", a "margin of 33 votes", with the sides of its division."""
    for figure in sentence.figures:
        if (
            figure.kind is not Kind.COUNT
            or not _is_count(figure)
            or not _is_margin(sentence, figure)
        ):
            continue
        sides = [d for d in divisions if figure not in d.sides]
        if (claim := _over_all(sentence, figure)) is not None and not sides:
            yield claim
            continue
        if not sides:
            sides = _polled(sentence, figure, near)
        if not sides:
            continue
        best = next((d for d in sides if abs(d.votes[0] - d.votes[1]) == figure.value), sides[-1])
        yield _margin(figure, best)


def _over_all(sentence: Sentence, margin: Figure) -> Claim | None:
    """ "54 of the 101 seats, a majority of 7 over all the others": more than all others together."""
    before = [f for f in sentence.figures if f.place < margin.place and f.kind is Kind.COUNT]
    if len(before) < 2 or not (_is_count(before[-2]) and _is_count(before[-1])):
        return None
    part, whole = before[-2:]
    between = sentence.words[part.place + 1 : whole.place]
    if "of" not in between[:2] or len(between) > 4 or 2 * _whole(part) <= _whole(whole):
        return None
    rest = _whole(whole) - _whole(part)
    over, short = _whole(part) - rest, _whole(part) - _whole(whole) // 2
    holds = margin.value in (over, short)
    message = f"{part.text} − {rest} = {over}"
    if margin.value == short != over:
        message = f"{part.text} − {_whole(whole) // 2} = {short}"
    return decided(
        margin, (part, whole), holds, message, reading="over all", tie="plain", amended=over
    )


def _is_margin(sentence: Sentence, figure: Figure) -> bool:
    words, place = sentence.words, figure.place
    before, after = words[max(0, place - 4) : place], words[place + 1 : place + 5]
    if not _ELSEWHERE.isdisjoint(before + after):
        return False
    if after[:2] == ["-", "vote"]:  # "the six-vote defeat"
        return True
    return (not _MARGINS.isdisjoint(before) and "#" not in before) or not _MARGINS.isdisjoint(
        after[:3]
    )


def _polled(sentence: Sentence, margin: Figure, near: list[Sentence]) -> list[_Division]:
    """The two counts next before the margin, as votes of two candidates."""
    pool = [f for other in near for f in other.figures] if near else []
    pool += [f for f in sentence.figures if f.place < margin.place]
    counts = [
        f
        for f in pool
        if f.kind is Kind.COUNT
        and _is_count(f)
        and _exceeds(f, margin)
        and f.grain == margin.grain
        and f.roles.isdisjoint(_PARTS)
        and not (f.sentence == sentence.index and _is_in_brackets(sentence, f))
    ]
    pairs = list(itertools.pairwise(counts))
    return [_Division(pair, (_whole(pair[0]), _whole(pair[1]))) for pair in pairs[-3:]]


def _is_in_brackets(sentence: Sentence, figure: Figure) -> bool:
    before = sentence.words[max(0, figure.place - 40) : figure.place]
    return before.count("(") > before.count(")")


def _exceeds(figure: Figure, margin: Figure) -> bool:
    return figure.value is not None and margin.value is not None and figure.value > margin.value


def _margin(figure: Figure, division: _Division) -> Claim:
    high, low = max(division.votes), min(division.votes)
    if len(division.sides) == 2:
        first, second = division.sides
        if division.votes[0] < division.votes[1]:
            first, second = second, first
        return Claim(stated=figure, term=Difference(first, second), reading="margin", tie="plain")
    message = f"{high} − {low} = {high - low}"
    holds = high - low == figure.value
    return decided(
        figure, division.sides, holds, message, reading="margin", tie="plain", amended=high - low
    )


def _voters(sentence: Sentence, division: _Division, tie: str) -> Iterator[Claim]:
    """The members of the body that voted: at least the votes, as many where all are said to vote."""
    is_whole = _is_full(sentence)
    cast = sum(division.votes) + sum(_whole(figure) for figure in division.abstained)
    for figure in sentence.figures:
        if figure in division.sides or figure in division.abstained:
            continue
        if not _are_voters(sentence, figure):
            continue
        fits = figure.value == cast
        yield _of_voters(figure, division, cast, is_whole or fits, tie)


def _is_full(sentence: Sentence) -> bool:
    """ "All 12 members", "with all 12 present", "making up the 12"."""
    words = sentence.words
    if any(words[at : at + 2] in (["making", "up"], ["makes", "up"]) for at in range(len(words))):
        return True
    return any(
        word == "all" and "#" in sentence.words[at + 1 : at + 3]
        for at, word in enumerate(sentence.words)
    )


def _are_voters(sentence: Sentence, figure: Figure) -> bool:
    if figure.kind is not Kind.COUNT or not _is_count(figure) or _whole(figure) < 3:
        return False
    words, place = sentence.words, figure.place
    if "of" in words[place + 1 : place + 2] or words[place - 2 : place] == ["of", "the"]:
        return False
    if words[place - 1] == "of" and words[place - 2] in _BODIES:
        return True
    if words[place + 1 : place + 2] == ["member"] or (
        words[place - 1] == "all" and words[place + 1 : place + 2] in (["who"], ["present"])
    ):
        return True  # "all 193 member states", "all 48 who were present"
    return figure.owner in _VOTERS or (
        words[place + 1 : place + 2] == ["-"]
        and not _BODIES.isdisjoint(words[place + 1 : place + 5])
    )


def _of_voters(figure: Figure, division: _Division, cast: int, is_whole: bool, tie: str) -> Claim:
    parts = (*division.sides, *division.abstained)
    reading = "all voted" if is_whole else "voters"
    if len(division.sides) == 2:
        term: Term = Sum(parts)
        op = Op.EQUALS if is_whole else Op.AT_LEAST
        return Claim(
            stated=figure, term=term, op=op, reading=reading, tie=tie, consistency=not is_whole
        )
    shown = " + ".join(map(str, (*division.votes, *(f.text for f in division.abstained))))
    holds = cast == figure.value if is_whole else cast <= _whole(figure)
    wrong = "not" if is_whole else "more than"
    says = f"{shown} = {cast}"
    fails = f"{says}, {wrong} {figure.text}"
    return decided(figure, parts, holds, says, fails, reading=reading, tie=tie, amended=cast)


def _absolute(sentence: Sentence) -> Iterator[Claim]:
    """ "48 of the 99 seats, an absolute majority": is it more than half?"""
    words = sentence.words
    at = next((k for k, word in enumerate(words) if word == "majority"), -1)
    if at < 1 or _ABSOLUTE.isdisjoint(words[max(0, at - 2) : at]):
        return
    if not _SHORT.isdisjoint(words[max(0, at - 7) : at + 3]):
        return
    for part, whole in zip(sentence.figures, sentence.figures[1:], strict=False):
        between = words[part.place + 1 : whole.place]
        if (
            not (_is_count(part) and _is_count(whole) and part.kind is whole.kind is Kind.COUNT)
            or "of" not in between[-3:]
            or len(between) > 4
        ):
            continue
        holds = 2 * _whole(part) > _whole(whole)
        half = f"{_whole(whole) // 2}{'.5' if _whole(whole) % 2 else ''}"
        shown = f"{part.text} of {whole.text}"
        span = sentence.starts[at - 1], sentence.starts[at] + len("majority")
        yield decided(
            part, (whole,), holds, f"{shown} is a majority: half is {half}",
            f"{shown} is no majority: half is {half}",
            reading="absolute majority", tie="plain", related=(Span(*span),),
        )  # fmt: skip
        return
