r"""The mean, the median and the spread of a list of numbers must be those of the numbers.

"The judges gave her 6, 7, 8, 9 and 10, an average of 8.5": their mean is 8. The list is three or
more numbers of one kind with nothing but commas and "and" between, and it is the only one; the mean
follows it closely, lies among its numbers or is one of them misplaced, and is said to be theirs, no
usual, national or other average. What fits the mean without the best and the worst mark, or the
median, is passed over.

Bad

    The tasters gave the cider 6, 7, 9 and 10, an average of 9.0.
                                                             ^^^ (6 + 7 + 9 + 10) / 4 = 8.0, not 9.0

    Four shops answered, with scores of 32, 46, 28 and 54. That averages out at 48, against 34 for the chain.
                                                                                ^^ / 4 = 40, not 48

    The hens laid 212, 230, 198 and 240 eggs, a mean of 202.
                                                        ^^^ / 4 = 220, not 202

    We timed the pump at 50 seconds, 62 seconds and 56 seconds. Its average, 65 seconds, was the best.
                                                                             ^^^^^^^^^^ 56

    We timed the pump at 50 seconds, 62 seconds and 56 seconds. At 60 seconds, its average, it was the best.
                                                                   ^^^^^^^^^^ 56

    The quotes were £2,140, £2,300, £2,520 and £3,000. Dearest and cheapest differ by £680.
                                                                                      ^^^^ £3,000 − £2,140 = £860, not £680

    Rents in the five flats are $700, $820, $850, $910 and $1,400, with a median of $910.
                                                                                    ^^^^ $850

    The median of the five prices, £3, £4, £4.50, £6 and £9, was £6.00.
                                                                 ^^^^^ the median is £4.5, not £6.00

    She averaged 8.5 over five rounds of 6, 7, 8, 9 and 10.
                 ^^^ / 5 = 8

Good

    The tasters gave the cider 6, 7, 9 and 10, an average of 8.0.

    Four shops answered, with scores of 32, 46, 28 and 54. That averages out at 40, against 34 for the chain.

    The hens laid 212, 230, 198 and 240 eggs, a mean of 220.

    We timed the pump at 50 seconds, 62 seconds and 56 seconds. Its average, 56 seconds, was the best.

    We timed the pump at 50 seconds, 62 seconds and 56 seconds. At 56 seconds, its average, it was the best.

    The quotes were £2,140, £2,300, £2,520 and £3,000. Dearest and cheapest differ by £860.

    Rents in the five flats are $700, $820, $850, $910 and $1,400, with a median of $850.

    The median of the five prices, £3, £4, £4.50, £6 and £9, was £4.50.

    She averaged 8.0 over five rounds of 6, 7, 8, 9 and 10.

Passed over

    She averaged 8.5 over three rounds after marks of 6, 7, 8, 9 and 10.

    The tasters gave the cider 6, 7, 9 and 10, well above the usual average of 9.0.

    Her marks were 2.0, 7.0, 8.0, 9.0 and 9.5, an average of 8.0 once the best and the worst were left out.

    He scored 12, 45, 8 and 70 this month; his career average is 41.

    The branches, among them those with scores of 32, 46, 28 and 54, have an average of 39.

    Prices of £4, £6 and £8 are asked at the door. The average visitor pays £7.

    Rain fell on 12, 14 and 20 May. The average for the month is 16 days.

    The cells divided after 5, 9 and 13 hours, on average 8 hours after they had been fed.
"""

from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Grade,
    Hedge,
    Kind,
    Mean,
    Reckoned,
    Sentence,
    judge,
    mendable,
    prose,
    write_like,
)  # fmt: skip

code = "FC613"

_KINDS = frozenset(
    (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.STATISTIC, Kind.SHARE)
)
_JOINTS = ([","], ["and"], [",", "and"], ["&"])
_AVERAGES = frozenset("average averages averaged averaging mean".split())
_MEDIANS = frozenset(("median",))
_LINKS = frozenset("of at is was to averages averaging averaged , median mean average".split())
_OPENING = frozenset("that this these they their the its so which his her it".split())
_OWN = frozenset("a an its their his her that which this for giving and with to".split())
_OTHERS = frozenset(
    "against than compared above below national usual seasonal league long-term normal annual previous "
    "last career rolling moving weighted industry county over under around beat beating visitor "
    "month year week lifetime expected overall world global state".split()
)
_OPEN = frozenset("such including includes among like example e.g eg especially notably".split())
_EXTREMES = (
    frozenset("dearest highest largest best biggest most longest top heaviest tallest".split()),
    frozenset("cheapest lowest smallest worst least shortest bottom lightest".split()),
)
_DIFFERS = frozenset("differ differs difference gap spread range apart separates separate".split())
_COPULAS = frozenset((",", "is", "was", "comes", "came", "to", "=", "–", "-"))
_NEXT = 2
_REACH = 14


def relate(document: Document) -> Iterator[Claim]:
    """Each list of numbers with what is said of it right behind."""
    sentences = list(prose(document))
    for at, sentence in enumerate(sentences):
        items = _only_run(sentence) if len(sentence.figures) > 2 else None
        if items is None:
            continue
        claim = _named_first(sentence, items) or _stated_first(sentence, items)
        if claim is not None:
            yield claim
            continue
        for behind in sentences[at : at + 1 + _NEXT]:
            if behind is not sentence and (
                behind.index > sentence.index + _NEXT + 1 or _runs(behind)
            ):
                break
            claim = _claim(sentence, behind, items)
            if claim is not None:
                yield claim
                break


def _only_run(sentence: Sentence) -> list[Figure] | None:
    found = _runs(sentence)
    if len(found) != 1:
        return None
    before = sentence.words[max(0, found[0][0].place - 6) : found[0][0].place]
    return None if not _OPEN.isdisjoint(before) else found[0]


def _runs(sentence: Sentence) -> list[list[Figure]]:
    """The runs of three or more numbers of one kind."""
    runs: list[list[Figure]] = []
    run: list[Figure] = []
    for figure in sentence.figures:
        if run and not (_is_item(figure) and _goes_on(sentence, run[-1], figure)):
            runs.append(run)
            run = []
        if _is_item(figure):
            run.append(figure)
    return [each for each in (*runs, run) if len(each) > 2]


def _goes_on(sentence: Sentence, one: Figure, two: Figure) -> bool:
    between = sentence.words[one.place + 1 : two.place]
    return between in _JOINTS and one.kind is two.kind and one.hedge is two.hedge


def _is_item(figure: Figure) -> bool:
    return figure.kind in _KINDS and figure.value is not None and figure.hedge is Hedge.EXACT


def _named_first(sentence: Sentence, items: list[Figure]) -> Claim | None:
    """ "The median of the five prices, £3, £4 and £9, was £6"."""
    before = sentence.words[max(0, items[0].place - 8) : items[0].place]
    stated = next(
        (
            f
            for f in map(sentence.figure_at.get, range(items[-1].place + 1, items[-1].place + 5))
            if f
        ),
        None,
    )
    if stated is None or not _is_item(stated) or not _is_alike(stated, items):
        return None
    said = sentence.words[items[-1].place + 1 : stated.place]
    if not said or said[-1] not in _COPULAS or not _COPULAS.issuperset(said):
        return None
    for names, name in ((_AVERAGES, "mean"), (_MEDIANS, "median")):
        at = next((k for k, word in enumerate(before) if word in names), None)
        if at is not None and before[at + 1 : at + 2] == ["of"] and _OTHERS.isdisjoint(before):
            return _judged(name, stated, items)
    return None


def _stated_first(sentence: Sentence, items: list[Figure]) -> Claim | None:
    """ "She averaged 8.5 over five rounds of 6, 7, 8, 9 and 10"."""
    first = items[0].place
    near = [f for f in map(sentence.figure_at.get, range(max(0, first - 9), first)) if f]
    stated = near[0] if near and _is_item(near[0]) and near[0].grain else None
    if stated is None or not _is_alike(stated, items):
        return None
    between = sentence.words[stated.place + 1 : first]
    counts = [f for f in near if f.place > stated.place]
    if (
        len(counts) != 1
        or counts[0].value != len(items)
        or not (_OTHERS - {"over"}).isdisjoint(between)
    ):
        return None
    before = sentence.words[max(0, stated.place - 3) : stated.place]
    name = "mean" if not _AVERAGES.isdisjoint(before) else "median" if "median" in before else ""
    return _judged(name, stated, items) if name and _OTHERS.isdisjoint(before) else None


def _claim(sentence: Sentence, behind: Sentence, items: list[Figure]) -> Claim | None:
    start = items[-1].place + 1 if behind is sentence else 0
    figures = [f for f in behind.figures if f.place >= start]
    for figure in figures[:2]:
        if not _is_item(figure) or not _is_alike(figure, items):
            continue
        between = [*behind.words[start : figure.place], *_said_after(behind, figure)]
        if len(between) > _REACH or not _OTHERS.isdisjoint(between):
            return None
        if behind is not sentence and not _points_back(between):
            return None
        name = _name(behind, figure, between)
        if name:
            return _judged(name, figure, items)
    return None


def _is_alike(figure: Figure, items: list[Figure]) -> bool:
    if figure.unit is None:
        return items[-1].unit is None
    return any(item.unit is not None and _unit(item) == _unit(figure) for item in items)


def _unit(figure: Figure) -> str:
    unit = figure.unit
    return "" if unit is None else unit.dimension or unit.name


def _said_after(sentence: Sentence, figure: Figure) -> list[str]:
    """The name that follows its figure: "56 seconds, its average"."""
    after = sentence.words[figure.place + 1 : figure.place + 4]
    is_named = len(after) == 3 and after[0] == "," and after[2] in (_AVERAGES | _MEDIANS)
    return [after[1], after[2], ","] if is_named and after[1] in _OPENING else []


def _points_back(words: list[str]) -> bool:
    """Does the sentence speak of the list: "That averages", "..., its average"?"""
    if (words[:1] and words[0] in _OPENING) or (len(words) > 2 and words[-3] in _OPENING):
        return True
    return all(not ends.isdisjoint(words) for ends in _EXTREMES)


def _name(sentence: Sentence, figure: Figure, between: list[str]) -> str:
    """What the figure is said to be: "mean", "median", "spread", "" for nothing of these."""
    near = between[-5:]
    if near and near[-1] in _LINKS:
        for names, name in ((_AVERAGES, "mean"), (_MEDIANS, "median")):
            at = next((k for k, word in enumerate(near) if word in names), None)
            if at is not None and (at == 0 or near[at - 1] in _OWN):
                return name
    has_ends = all(not ends.isdisjoint(between) for ends in _EXTREMES)
    return "spread" if has_ends and not _DIFFERS.isdisjoint(between) else ""


def _judged(name: str, stated: Figure, items: list[Figure]) -> Claim | None:
    """The stated figure against its list; None where it may be of something else."""
    values = sorted(_base(item) for item in items)
    value, half = _base(stated), Fraction(stated.grain) * _factor(stated) / 2
    trimmed = values[1:-1]
    others = [_median(values)] if name == "mean" else [Fraction(sum(values)) / len(values)]
    if len(trimmed) > 1:
        others.append(Fraction(sum(trimmed)) / len(trimmed))
    if name == "spread":
        return _of_message(name, stated, (items[0], items[0]), items, values[-1] - values[0])
    if name == "median":
        return None if _fits(value, half, others) else _of_median(stated, items, values)
    claim = Claim(stated=stated, term=Mean(tuple(items)), reading="mean", tie="plain")
    claim.verdict = judge(claim)
    if claim.verdict <= Grade.ROUNDING:
        return claim
    is_among = values[0] <= value <= values[-1] or mendable(claim) is not None
    return claim if is_among and not _fits(value, half, others) else None


def _median(values: list[Fraction]) -> Fraction:
    """The middle one of sorted values, or the mean of the middle two."""
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def _fits(value: Fraction, half: Fraction, others: list[Fraction]) -> bool:
    return any(abs(value - other) <= half for other in others)


def _of_median(stated: Figure, items: list[Figure], values: list[Fraction]) -> Claim | None:
    return _of_message("median", stated, None, items, _median(values))


def _of_message(
    name: str,
    stated: Figure,
    ends: tuple[Figure, Figure] | None,
    items: list[Figure],
    right: Fraction,
) -> Claim:
    low, high = min(items, key=_base), max(items, key=_base)
    half = Fraction(stated.grain) * _factor(stated) / 2
    fits = abs(_base(stated) - right) <= half
    shown = write_like(stated, right / _factor(stated), exact=True)
    said = f"{high.text} − {low.text} = {shown}" if ends else f"the median is {shown}"
    return Claim(
        stated=stated,
        term=Reckoned((high, low) if ends else tuple(items), said),
        reading=name,
        tie="plain",
        verdict=Grade.EXACT if fits else Grade.CONFLICT,
        message=said if fits else f"{said}, not {stated.text}",
    )


def _base(figure: Figure) -> Fraction:
    return Fraction(figure.value or 0) * _factor(figure)


def _factor(figure: Figure) -> Fraction:
    return Fraction(figure.unit.factor) if figure.unit is not None else Fraction(1)
