r"""A figure must lie within the bounds that the text gives for it.

A mean lies within its range; the highest value is the range's upper end; today's price lies below
the high of the year; "fewer than one in ten" cannot be 412 of 1,790; nobody scores more than the
points there are. A bound that is loosely true is no conflict.

Bad

    The volunteers were aged between 18 and 65 (mean 67.2).
                                                     ^^^^ 18 and 65

    Fewer than one in ten complaints was upheld: 412 of the 1,790 closed.
               ^^^^^^^^^^ 412 of 1,790

    Levels ranged from 0.8 to 4.6 mg/l. The highest value, 6.4 mg/l, was found in the harbour.
                                                           ^^^^^^^^ 0.8 to 4.6 mg/l

    Drivers there now do at most 24 mph; the mean speed is 26 mph.
                                                           ^^^^^^ 24 mph

    The shares stood at $46.20, well off their all-time high of $43.80.
                        ^^^^^^ $43.80

    She scored 27 points out of a possible 25.
               ^^^^^^^^^ 25

Good

    The volunteers were aged between 18 and 65 (mean 41.2).

    Fewer than one in three complaints was upheld: 412 of the 1,790 closed.

    Levels ranged from 0.8 to 6.4 mg/l. The highest value, 6.4 mg/l, was found in the harbour.

    Drivers there now do at most 24 mph; the mean speed is 21 mph.

    The shares stood at $43.80, well off their all-time high of $46.20.

Passed over

    The rupee rose to 65.53 per dollar, well off the record low of 68.85 to the dollar.

    The stay was 12 days (interquartile range 3 to 9), the mean 14 days.

    The shares rose to $46.20 in June, from a low of $43.80.

    More than one in ten complaints was upheld: 412 of the 1,790 closed.

    The volunteers were aged between 18 and 65. The mean score was 67.2 points.

    The airline foresees a profit of between $2.10 and $2.30 a share, below the mean forecast of $2.45.

    He made his runs between 1961 and 1970, averaging 46.2 with the bat.

    Levels ranged from 0.8 to 4.6 mg/l in May. In June the mean level was 6.4 mg/l.
"""

import itertools
from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    LEVELS,
    Claim,
    Document,
    Figure,
    Given,
    Hedge,
    Kind,
    Op,
    Sentence,
    Span,
    are_alike,
    are_near,
    decided,
    dimension,
    judge,
    prose,
)  # fmt: skip

code = "FC806"

_LEVELS = LEVELS | {Kind.AGE, Kind.STATISTIC, Kind.POINTS}
_NEAR = 14  # items between a mean and its range
_WITHIN = 24  # items between a bounded share and the counts that it sums up
_LOWER = frozenset((Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.JUST_OVER))
_UPPER = frozenset((Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.NEARLY))
_LEVEL_WORDS = frozenset(("below", "above", "exceeding", "exceeded", "under", "≥", "≤", ">", "<"))
_FORESEEN = frozenset(
    "forecast forecasts estimate estimates expected expectations analysts".split()
)
_MEANS = frozenset(("mean", "average", "median", "averaging", "averaged", "averages"))
_RANGING = frozenset(
    "range ranged ranging ranges between aged from varied varying varies min max minimum".split()
)
_SPREADS = frozenset(
    "iqr interquartile ci confidence sd se sem quartile deviation interval error".split()
)
_HIGHS = frozenset(("high", "peak", "highs", "maximum"))
_LOWS = frozenset(("low", "trough", "lows", "minimum"))
_OFF = frozenset(("off", "below", "under", "short", "shy", "down", "from", "beneath"))
_UP = frozenset(("above", "up", "over", "off", "from"))
_SCORED = frozenset((Kind.COUNT, Kind.POINTS))
_MOST = frozenset(("possible", "maximum"))
_TURNED = frozenset(("new", "fresh", "to", "and", "another"))
_EXCHANGED = frozenset(
    "versus against vs yield yields dollar dollars euro yen rupee peso pound sterling currency".split()
)
_TOPS = frozenset(("highest", "maximum", "largest", "peak", "top"))
_BOTTOMS = frozenset(("lowest", "minimum", "smallest"))
_VALUES = frozenset(
    "value values reading level price concentration figure score temperature amount one rate count "
    "measurement was of speed".split()
)
_OPENERS = frozenset((":", "(", "–", "—"))
_EXTREMES = _HIGHS | _LOWS
_BOUNDS = _LOWER | _UPPER
_PEAKS = _TOPS | _BOTTOMS


def relate(document: Document) -> Iterator[Claim]:
    """Each figure that the text bounds elsewhere."""
    previous: Sentence | None = None
    for sentence in prose(document):
        words = sentence.vocabulary
        if len(sentence.figures) > 1:
            hedges = {figure.hedge for figure in sentence.figures}
            if Hedge.RANGE in hedges:
                yield from _means(sentence)
            if not _EXTREMES.isdisjoint(words):
                yield from _extremes(sentence)
            if not _BOUNDS.isdisjoint(hedges):
                yield from _shares(sentence)
            if not _MOST.isdisjoint(words):
                yield from _possible(sentence)
            if Hedge.AT_MOST in hedges or Hedge.AT_LEAST in hedges:
                yield from _limits(sentence)
        if not _PEAKS.isdisjoint(words):
            is_next = previous is not None and previous.index + 1 == sentence.index
            yield from _ends(previous if is_next else None, sentence)
        previous = sentence


def _claim(reading: str, stated: Figure, bound: Figure, op: Op, tie: str) -> Claim:
    return Claim(
        stated=stated, term=Given(bound), op=op, reading=reading, consistency=True, tie=tie
    )


def _inside(reading: str, stated: Figure, bounds: Figure) -> Iterator[Claim]:
    """A value that must lie within a range that one figure states."""
    value, low, high = stated.value, bounds.low, bounds.high
    if value is None or low is None or high is None:
        return
    room = Fraction(max(stated.grain, bounds.grain)) / 2
    holds = low - room <= value <= high + room
    says, fails = (f"{stated.text} lies {where} {bounds.text}" for where in ("within", "outside"))
    yield _decided(reading, stated, bounds, holds, says, fails)


def _decided(
    reading: str, stated: Figure, bound: Figure, holds: bool, says: str, fails: str, *others: Span
) -> Claim:
    return decided(
        stated, Given(bound), holds, says, fails,
        reading=reading, tie="plain", consistency=True, related=others,
    )  # fmt: skip


def _means(sentence: Sentence) -> Iterator[Claim]:
    """ "aged between 18 and 65 (mean 41)", "median 12 months (range 3 to 24)"."""
    figures = sentence.figures
    for first, second in itertools.pairwise(figures):
        mean, bounds = (second, first) if first.hedge is Hedge.RANGE else (first, second)
        if bounds.hedge is not Hedge.RANGE or mean.value is None or mean.kind not in _LEVELS:
            continue
        if second.place - first.place > _NEAR or not _share_unit(mean, bounds):
            continue
        words = sentence.words[max(0, first.place - 6) : second.place]
        if _is_span_of_years(bounds) or not _FORESEEN.isdisjoint(words):
            continue
        if _is_mean(sentence, mean) and _is_range(sentence, bounds):
            yield from _inside("mean", mean, bounds)


def _is_span_of_years(bounds: Figure) -> bool:
    """ "between 1948 and 1953": when the mean was reached."""
    low, high = bounds.low, bounds.high
    is_bare = bounds.unit is None and low is not None and high is not None
    return is_bare and all(1500 <= end <= 2100 for end in (low or 0, high or 0))


def _share_unit(mean: Figure, bounds: Figure) -> bool:
    """May the mean be one of the range: both of one unit, or one bare?"""
    if mean.unit is bounds.unit:
        return True
    is_bare = mean.kind in (Kind.COUNT, Kind.STATISTIC, Kind.AGE) and mean.unit is None
    return is_bare or (bounds.unit is None and bounds.kind in (Kind.COUNT, Kind.STATISTIC))


def _is_mean(sentence: Sentence, figure: Figure) -> bool:
    before = sentence.words[max(0, figure.place - 5) : figure.place]
    while "#" in before:
        before = before[before.index("#") + 1 :]
    return not _MEANS.isdisjoint(before) and _SPREADS.isdisjoint(before[-2:])


def _is_range(sentence: Sentence, figure: Figure) -> bool:
    before = sentence.words[max(0, figure.place - 4) : figure.place]
    return (
        not _RANGING.isdisjoint(before) and _SPREADS.isdisjoint(before) and "±" not in figure.text
    )


def _extremes(sentence: Sentence) -> Iterator[Claim]:
    """ "$43.80, off its all-time high of $46.20", "just shy of a record low at 1.0136"."""
    words = sentence.words
    for figure in sentence.figures:
        at = _extreme_before(words, figure)
        if at < 0 or figure.kind not in _LEVELS or not figure.value:
            continue
        other = _level_before(sentence, figure, at)
        if other is None:
            continue
        is_high = words[at] in _HIGHS
        linking = set(words[max(other.place + 1, at - 9) : at])
        is_tied = not linking.isdisjoint(_OFF if is_high else _UP) or "after" in linking
        claim = _claim("extreme", other, figure, Op.AT_MOST if is_high else Op.AT_LEAST, "fair")
        may_fail = is_tied and linking.isdisjoint(_TURNED) and are_near(other, figure, 3)
        around = words[max(0, other.place - 8) : at] + words[figure.place + 1 : figure.place + 4]
        may_fail = may_fail and _EXCHANGED.isdisjoint(around)
        if may_fail or judge(claim) <= claim.accepts:
            yield claim


def _extreme_before(words: list[str], figure: Figure) -> int:
    """The place of "high" in "a high of about 5"; -1 where the figure is no extreme."""
    for at in range(figure.place - 1, max(-1, figure.place - 4), -1):
        if words[at] in _HIGHS or words[at] in _LOWS:
            return at
        if words[at] not in ("of", "at", "around", "near", "about"):
            return -1
    return -1


def _level_before(sentence: Sentence, extreme: Figure, at: int) -> Figure | None:
    for place in range(at - 1, max(-1, at - 22), -1):
        if sentence.words[place] in (";", "while", "but", "whereas"):
            return None
        figure = sentence.figure_at.get(place)
        if figure is not None and figure.kind in _LEVELS and are_alike(figure, extreme):
            is_level = figure.value and not figure.roles & {"moved", "by", "from", "than"}
            return figure if is_level else None
    return None


def _shares(sentence: Sentence) -> Iterator[Claim]:
    """ "Fewer than one in ten were upheld: 412 of the 1,790 closed"."""
    words = sentence.words
    for share in sentence.figures:
        is_bound = share.hedge in _LOWER or share.hedge in _UPPER
        if share.kind not in (Kind.SHARE, Kind.FRACTION) or not is_bound or share.value is None:
            continue
        if not _LEVEL_WORDS.isdisjoint(words[max(0, share.place - 2) : share.place]):
            continue  # "was below 1% (11 of 12)": how many were below it
        stop = min(share.place + _WITHIN, len(words) - 2)
        at = next((k for k in range(share.place + 1, stop) if words[k] in _OPENERS), -1)
        part = sentence.figure_at.get(at + 1) if at > 0 else None
        whole = _whole_behind(sentence, part) if part is not None else None
        if part is not None and whole is not None:
            yield from _bounded(share, part, whole)


def _whole_behind(sentence: Sentence, part: Figure) -> Figure | None:
    """The 1,790 of "412 of the 1,790"."""
    if sentence.words[part.place + 1 : part.place + 2] not in (["of"], ["out"]):
        return None
    for place in range(part.place + 2, min(part.place + 5, len(sentence.words))):
        whole = sentence.figure_at.get(place)
        if whole is not None:
            are_counts = part.kind is whole.kind is Kind.COUNT and part.unit is whole.unit is None
            return whole if are_counts and whole.value and part.value is not None else None
    return None


def _bounded(share: Figure, part: Figure, whole: Figure) -> Iterator[Claim]:
    assert share.value is not None
    assert part.value is not None
    assert whole.value is not None
    limit = Fraction(share.value) / (1 if share.kind is Kind.FRACTION else 100)
    ratio = Fraction(part.value) / Fraction(whole.value)
    holds = ratio >= limit if share.hedge in _LOWER else ratio <= limit
    missed = abs(ratio - limit) / limit if limit else Fraction(0)
    if holds or missed > Fraction(1, 20):
        shown, bound = f"{part.text} of {whole.text}", share.hedge.replace("_", " ")
        says, fails = (f"{shown} {verb} {bound} {share.text}" for verb in ("is", "is not"))
        yield _decided("share", share, part, holds, says, fails, whole.span)


def _possible(sentence: Sentence) -> Iterator[Claim]:
    """ "27 points out of a possible 25"."""
    for first, second in itertools.pairwise(sentence.figures):
        between = sentence.words[first.place + 1 : second.place]
        if first.kind not in _SCORED or second.kind not in _SCORED or len(between) > 6:
            continue
        if "of" not in between or "and" in between or _MOST.isdisjoint(between):
            continue
        if first.value is not None and second.value is not None:
            holds = first.value <= second.value
            fails = f"{first.text} where {second.text} is the most there can be"
            says = f"{first.text} of {second.text} that there can be"
            yield _decided("possible", first, second, holds, says, fails)


def _ends(before: Sentence | None, sentence: Sentence) -> Iterator[Claim]:
    """ "ranged from 0.8 to 4.6 mg/l. The highest value, 6.4 mg/l, ..."."""
    for figure in sentence.figures:
        if figure.kind not in _LEVELS or figure.value is None or figure.unit is None:
            continue
        words = sentence.words[max(0, figure.place - 6) : figure.place]
        is_end = not _TOPS.isdisjoint(words) or not _BOTTOMS.isdisjoint(words)
        if not is_end or "#" in words or _VALUES.isdisjoint(words):
            continue
        ranges = [f for f in sentence.figures if f.place < figure.place][-6:]
        ranges += (
            before.figures[-6:] if before is not None and before.block == sentence.block else []
        )
        for bounds in ranges:
            is_range = bounds.hedge is Hedge.RANGE and dimension(bounds) == dimension(figure)
            if is_range and bounds.unit is figure.unit and bounds.kind is figure.kind:
                home = sentence if bounds.sentence == sentence.index else before
                if home is not None and _is_range(home, bounds):
                    yield from _inside("end of range", figure, bounds)
                    break


def _limits(sentence: Sentence) -> Iterator[Claim]:
    """ "at most 24 mph; the mean speed is 26 mph"."""
    figures = sentence.figures
    for first, second in itertools.pairwise(figures):
        if first.hedge not in (Hedge.AT_MOST, Hedge.AT_LEAST) or first.unit is None:
            continue
        is_mean = _is_mean(sentence, second) and second.hedge is Hedge.EXACT
        is_mean = is_mean and first.unit is second.unit
        if sentence.words[max(0, first.place - 2) : first.place] == ["up", "to"]:
            continue
        if is_mean and are_alike(first, second) and first.value and second.value:
            op = Op.AT_MOST if first.hedge is Hedge.AT_MOST else Op.AT_LEAST
            yield _limit(first, second, op)


def _limit(limit: Figure, mean: Figure, op: Op) -> Claim:
    assert limit.value is not None
    assert mean.value is not None
    holds = mean.value <= limit.value if op is Op.AT_MOST else mean.value >= limit.value
    says = f"a mean of {mean.text} keeps the limit of {limit.text}"
    fails = f"a mean of {mean.text} where {limit.text} is the limit"
    return _decided("limit", mean, limit, holds, says, fails)
