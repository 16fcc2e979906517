r"""The lower end of a range must not lie above its upper end.

"between 10 and 20 per cent", "$750 billion to $850 billion", "1935-37".

Bad

    Losses will be between 20 and 15 per cent.
                           ^^^^^^^^^^^^^^^^^^ 20

Good

    Losses will be between 15 and 20 per cent.

Passed over

    Losses fell from 20 to 15 per cent.
"""

from collections.abc import Iterator

from figcheck.rulekit import Claim, Const, Document, Figure, Grade, Hedge, Kind

code = "FC801"

_KINDS = frozenset((Kind.COUNT, Kind.SHARE, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.DATE, Kind.AGE))


def relate(document: Document) -> Iterator[Claim]:
    """Each range with both ends."""
    for figure in document.figures:
        if figure.hedge is Hedge.RANGE and figure.kind in _KINDS:
            yield from _order(figure)


def _order(figure: Figure) -> Iterator[Claim]:
    low, high = figure.low, figure.high
    if low is None or high is None:
        return
    yield Claim(
        stated=figure,
        term=Const(0, figure.text),
        evidence=6,
        consistency=True,
        verdict=Grade.EXACT if low <= high else Grade.CONFLICT,
        message=f"{figure.text}: the first end lies above the second",
    )
