r"""A margin, a lead or an aggregate must follow from the scores.

"Won 3-1 ... a two-goal margin": the margin is the difference of the score beside it. "Through 5-3 on
aggregate": each side's goals are the sum of its goals in two of the games told. A lead held during
the game, and a margin told of another game, are not judged.

Bad

    Rovers won 3-1 at Elm Park, a three-goal margin that flattered them.
                                  ^^^^^ 3 − 1 = 2, not three

    Town went down 4–1 on Saturday, beaten by two goals at home once more.
                                              ^^^ 4 − 1 = 3, not two

    The Bears took it 27-20 after extra time, winning by six points.
                                                         ^^^^^^^^^^ 27 − 20 = 7, not six points

    They lost the first leg 3-1 and won the return 2-1, so that Malmo went through 5-3 on aggregate.
                                                                                   ^^^ no two of 3-1, 2-1 add up to 5-3

    United won 5-0. The four-goal win takes them top of the table.
                        ^^^^ 5 − 0 = 5, not four

    Alder made 287 and Birch were all out for 244, beaten by 34 runs with an hour to spare.
                                                             ^^ 287 − 244 = 43, not 34

    They reached the target with six men out and thus won by six wickets.
                                                             ^^^ 10 − six = 4, not six

Good

    Alder made 287 and Birch were all out for 244, beaten by 43 runs with an hour to spare.

    They reached the target with six men out and thus won by four wickets.

    Rovers won 3-1 at Elm Park, a two-goal margin that flattered them.

    Town went down 4–1 on Saturday, beaten by three goals at home once more.

    The Bears took it 27-20 after extra time, winning by seven points.

    They lost the first leg 3-1 and won the return 2-1, so that Malmo went through 4-3 on aggregate.

    Beaten 1-0 in the first leg, Porto won the second 3-0 and the tie 3-1 on aggregate.

Passed over

    The hosts made 291-5 and beat the visitors, 183 all out, by 108 runs.

    They went 6–3 over nine games and won all six by two points.

    Rovers threw away a two-goal lead and lost 4-3.

    United won 3-1, with two goals from Pereira and one from the bench.

    A week after a four-goal win over Lincoln they drew 1-1.

    The Bears were eight points behind at the half but won 27-20.

    Celtic won 2-1 on the night; the aggregate score of the women's tie was not given.

    Needing to win by two goals, they managed only 1-0 and went out.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Kind,
    Sentence,
    decided,
    is_slip,
    prose,
)  # fmt: skip

code = "FC821"

_SCORE = re.compile(r"(\d{1,3})\s?[-–—−:]\s?(\d{1,3})")
_COUNTED = frozenset(
    "goal point run try shot stroke frame leg length pin vote basket touchdown wicket".split()
)
_MARGINS = frozenset("margin win victory defeat loss triumph beating drubbing".split())
_BEATING = frozenset(
    "beaten won winning wins win losing lost loss lose beat beating victors winners victory defeat "
    "defeated triumphed edged prevailed".split()
)
_UNSETTLED = frozenset(
    "lead half-time halftime interval break down up behind ahead ago earlier needed needing need "
    "unless would could last week season previous if deficit cushion trailed trailing led leading "
    "second-half first-half at-half without".split()
)
_SERIES = frozenset(("series", "tie", "aggregate", "sets", "rubber", "record"))
_TIES = frozenset(("aggregate", "agg"))
_TOTALS = frozenset(("target", "total", "all"))
_NOT_OVER = frozenset(("lead", "leads", "led", "innings", "previous", "election"))
_MANY = 60  # figures of a sentence that is rather a table
_WICKETS = 10
_RUNS = 60  # fewer with ten wickets or less may be the points of two sides
_MOST = 5  # totals told beside a margin


class _Score(NamedTuple):
    figure: Figure
    one: int
    other: int


def relate(document: Document) -> Iterator[Claim]:
    """The margins and aggregates told with scores in their sentence or the one before."""
    sentences = prose(document)
    for at, sentence in enumerate(sentences):
        scores = _scores(sentence)
        earlier = [s for near in sentences[max(0, at - 1) : at] for s in _scores(near)]
        if not scores and not earlier:
            yield from _without_score(sentences, at)
            continue
        for figure in sentence.figures:
            if figure.kind in (Kind.COUNT, Kind.POINTS) and isinstance(figure.value, int):
                yield from _margin(sentence, figure, scores, earlier)
        if not _TIES.isdisjoint(sentence.vocabulary):
            near = [s for other in sentences[max(0, at - 2) : at] for s in _scores(other)]
            yield from _aggregate(sentence, scores, near)


def _scores(sentence: Sentence) -> list[_Score]:
    found: list[_Score] = []
    if Kind.SCORE not in sentence.kinds:
        return found
    for figure in sentence.figures:
        pair = _SCORE.fullmatch(figure.text.strip()) if figure.kind is Kind.SCORE else None
        if pair and not _is_innings(int(pair[1]), int(pair[2])):
            found.append(_Score(figure, int(pair[1]), int(pair[2])))
    return found


def _is_innings(one: int, other: int) -> bool:
    """ "291-5": the runs of one side and its wickets, not the points of two."""
    return one >= _RUNS and other <= _WICKETS


def _margin(
    sentence: Sentence, figure: Figure, scores: list[_Score], earlier: list[_Score]
) -> Iterator[Claim]:
    """A number of goals by which a game was won, with the score nearest to it."""
    tie = _tie(sentence, figure)
    if not tie:
        return
    here = sorted(scores, key=lambda score: abs(score.figure.place - figure.place))
    told = here or earlier[::-1]
    if not told or len(told) > 3 or _is_listed(told):
        return
    told = [
        s
        for s in told
        if max(s.one, s.other) >= (figure.value or 0) and not _is_of_series(sentence, s)
    ]
    if not told:
        return
    chosen = next((s for s in told if abs(s.one - s.other) == figure.value), told[0])
    gap = abs(chosen.one - chosen.other)
    high, low = max(chosen.one, chosen.other), min(chosen.one, chosen.other)
    reckoned = f"{high} − {low} = {gap}"
    holds = gap == figure.value
    reading = "margin here" if here else "margin before"
    yield decided(figure, (chosen.figure,), holds, reckoned, reading=reading, tie=tie, amended=gap)


def _without_score(sentences: Sequence[Sentence], at: int) -> Iterator[Claim]:
    """The margins of a sentence in which the totals of the two sides are told by themselves."""
    sentence = sentences[at]
    if "by" not in sentence.vocabulary or len(sentence.figures) > _MANY:
        return
    for figure in sentence.figures:
        if figure.kind not in (Kind.COUNT, Kind.POINTS) or not isinstance(figure.value, int):
            continue
        if "by" not in sentence.words[max(0, figure.place - 2) : figure.place]:
            continue
        tie = _tie(sentence, figure)
        if figure.owner == "wicket":
            yield from _wickets(sentence, figure)
        elif tie:
            yield from _of_totals(figure, [sentence], tie) or _of_totals(
                figure, [*sentences[max(0, at - 1) : at], sentence], tie
            )


def _of_totals(margin: Figure, near: Sequence[Sentence], tie: str) -> list[Claim]:
    """ "Made 287, and Leeward were all out for 244, beaten by 43 runs": two totals and the margin."""
    if any(not _NOT_OVER.isdisjoint(sentence.vocabulary) for sentence in near):
        return []
    found = [f for s in near for f in s.figures if f is not margin and _is_total(s, f, margin)]
    ranked = [sorted(pair, key=_value, reverse=True) for pair in combinations(found[-_MOST:], 2)]
    pairs = [(high, low) for high, low in ranked if _value(high) < 3 * _value(low)]
    if not pairs:
        return []
    said = _value(margin)
    high, low = min(pairs, key=lambda pair: abs(_value(pair[0]) - _value(pair[1]) - said))
    gap = _value(high) - _value(low)
    # A side that must make 212 has lost by as many as it fell short of 211.
    holds = said in (gap, gap - 1)
    if not holds and not (is_slip(said, gap, gap) or 2 * said < 3 * gap < 5 * said):
        return []
    shown = f"{high.text} − {low.text} = {gap}"
    says = shown if said == gap else f"{shown}, one more than the {said} that were short"
    fails = f"{shown}, not {margin.text}"
    reading = "totals" if len(found) == 2 else "totals of many"
    return [decided(margin, (high, low), holds, says, fails, reading=reading, tie=tie, amended=gap)]


def _value(figure: Figure) -> int:
    return int(figure.value or 0)


def _is_total(sentence: Sentence, figure: Figure, margin: Figure) -> bool:
    """May it be what a side made in all?"""
    if figure.kind not in (Kind.COUNT, Kind.POINTS) or not isinstance(figure.value, int):
        return False
    if figure.owner and figure.owner not in _COUNTED | _TOTALS and figure.kind is Kind.COUNT:
        return False
    after = sentence.words[figure.place + 1 : figure.place + 3]
    return figure.value > _value(margin) and not (after[:1] == ["for"] and after[1:] == ["#"])


def _wickets(sentence: Sentence, margin: Figure) -> Iterator[Claim]:
    """ "With six men out and thus won by four wickets", "made 212 for six": ten wickets in all."""
    words = sentence.words
    for figure in sentence.figures:
        after = words[figure.place + 1 : figure.place + 3]
        is_out = after in (["men", "out"], ["wickets", "down"], ["down"]) or after[1:] == ["down"]
        is_lost = words[figure.place - 2 : figure.place] == ["#", "for"]
        if figure is margin or not (is_out or is_lost) or not 0 < _value(figure) < _WICKETS:
            continue
        left = _WICKETS - _value(figure)
        shown = f"{_WICKETS} − {figure.text} = {left}"
        holds = left == margin.value
        tie = "plain" if is_out else "fair"
        yield decided(margin, (figure,), holds, shown, reading="wickets", tie=tie)
        return


def _tie(sentence: Sentence, figure: Figure) -> str:
    """How plainly the words make the figure the margin of a game: "" where they do not."""
    words, place = sentence.words, figure.place
    after = [word for word in words[place + 1 : place + 5] if word.isalpha()]
    counted = figure.owner in _COUNTED or figure.kind is Kind.POINTS or after[:1] == ["clear"]
    counted = counted or not _COUNTED.isdisjoint(after[:2])
    before = words[max(0, place - 5) : place]
    counted = counted or (before[-1:] == ["by"] and not _BEATING.isdisjoint(before[-2:-1]))
    if not counted or not _UNSETTLED.isdisjoint(words[max(0, place - 5) : place + 6]):
        return ""
    if not _MARGINS.isdisjoint(after[:3]):
        return "plain"
    before = words[max(0, place - 5) : place]
    if "margin" in before or "majority" in before:
        return "plain"
    if "by" in before[-2:] and not _BEATING.isdisjoint(words[max(0, place - 8) : place]):
        return "plain"
    return "fair" if "by" in before[-2:] else ""


def _is_of_series(sentence: Sentence, score: _Score) -> bool:
    """ "To level the series at 1-1": games won, not the score of one."""
    if score.figure.sentence != sentence.index:
        return False
    before = sentence.words[max(0, score.figure.place - 4) : score.figure.place]
    return before[-1:] == ["went"] or not _SERIES.isdisjoint(before)


def _is_listed(scores: list[_Score]) -> bool:
    """Sets or quarters of one game stand side by side."""
    places = sorted(score.figure.place for score in scores)
    return any(b - a <= 2 for a, b in pairwise(places))


def _aggregate(sentence: Sentence, scores: list[_Score], earlier: list[_Score]) -> Iterator[Claim]:
    """The score "on aggregate", with every two of the other scores told."""
    words = sentence.words
    ties = [at for at, word in enumerate(words) if word in _TIES]
    near = [s for s in scores if any(-4 <= at - s.figure.place <= 5 for at in ties)]
    if not near:
        return
    total = min(near, key=lambda s: min(abs(at - s.figure.place) for at in ties))
    legs = [s for s in (*earlier, *scores) if s is not total][-6:]
    if len(legs) < 2:
        return
    holds = [two for two in combinations(legs, 2) if _adds_up(*two, total)]
    two = holds[0] if holds else (legs[0], legs[-1])
    shown = ", ".join(leg.figure.text for leg in legs)
    yield decided(
        total.figure, tuple(leg.figure for leg in (two if holds else legs)), bool(holds),
        f"{two[0].figure.text} and {two[1].figure.text} make {total.figure.text}",
        f"no two of {shown} add up to {total.figure.text}",
        reading="aggregate", tie="plain" if len(legs) == 2 else "fair",
    )  # fmt: skip


def _adds_up(one: _Score, other: _Score, total: _Score) -> bool:
    goals = {total.one, total.other}
    straight = {one.one + other.one, one.other + other.other}
    crossed = {one.one + other.other, one.other + other.one}
    return goals in (straight, crossed)
