r"""An estimate must lie inside its own confidence interval.

"odds ratio 2.11, 95% CI 1.33-3.33": the interval is made around the estimate.

Bad

    The odds ratio was 4.16 (95% CI 1.33-3.33).
                       ^^^^ outside its interval 1.33-3.33

Good

    The odds ratio was 2.11 (95% CI 1.33-3.33).

Passed over

    The odds ratio was 2.11 (p = .003).
"""

from collections.abc import Iterator

from figcheck.rulekit import Claim, Document, Figure, Given, Hedge, Kind, Sentence

code = "FC601"

_NAMES = frozenset(("ci", "cis", "interval", "intervals", "cl", "ci95", "cri"))
_KINDS = frozenset((Kind.COUNT, Kind.STATISTIC, Kind.SHARE, Kind.MEASURE, Kind.DURATION, Kind.MULTIPLE))
_LEVELS = frozenset((90, 95, 99))
_NO_ESTIMATES = frozenset(("z", "t", "f", "p", "n", "χ2", "χ²", "≥", "≤", ">", "<", "to", "than"))


def relate(document: Document) -> Iterator[Claim]:
    """Each interval that is named as one, with the estimate before it."""
    for sentence in document.sentences:
        for at, figure in enumerate(sentence.figures):
            if figure.hedge is Hedge.RANGE and _is_named(sentence, figure):
                estimate = _estimate(sentence, at)
                if estimate is not None:
                    yield Claim(
                        stated=estimate, term=Given(figure), evidence=8,
                        message=f"the estimate {estimate.text} lies outside its interval {figure.text}",
                    )  # fmt: skip


def _is_named(sentence: Sentence, interval: Figure) -> bool:
    before = sentence.words[max(0, interval.place - 6) : interval.place]
    return bool(_NAMES.intersection(before))


def _estimate(sentence: Sentence, at: int) -> Figure | None:
    """The nearest figure before the interval that is not its level, in the same clause."""
    interval = sentence.figures[at]
    for figure in reversed(sentence.figures[max(0, at - 3) : at]):
        if figure.value in _LEVELS and _is_level(sentence, figure):
            continue
        if figure.hedge is Hedge.RANGE or figure.kind not in _KINDS or figure.value is None:
            return None
        if not _NO_ESTIMATES.isdisjoint(sentence.words[max(0, figure.place - 2) : figure.place]):
            return None
        between = sentence.words[figure.place + 1 : interval.place]
        apart = len(between) <= 14 and ";" not in between[:-6] and ")" not in between
        return figure if apart and figure.low is not None else None
    return None


def _is_level(sentence: Sentence, figure: Figure) -> bool:
    after = sentence.words[figure.place + 1 : figure.place + 4]
    return bool(_NAMES.intersection(after)) or "confidence" in after
