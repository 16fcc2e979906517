r"""One thing counted twice must give one number.

A text that says twice how many of the same thing there are must say the same both times; where one
is rounder, the finer must lie within it.

Bad

    The auditors make 19 recommendations. All 17 recommendations were accepted.
                                              ^^ 19

Good

    The auditors make 19 recommendations. All 19 recommendations were accepted.

Passed over

    The auditors make 19 recommendations. A further 17 recommendations were made in 2015.
"""

from collections.abc import Iterator

from figcheck.rulekit import Claim, Document, Figure, Given, Grade, Hedge, Kind

code = "FC804"

_MOST_APART = 400  # figures of one owner looked at in a document


def relate(document: Document) -> Iterator[Claim]:
    """Figures that equal an earlier one of the same subject."""
    seen: dict[tuple[Kind, str, str], Figure] = {}
    for figure in document.figures[:_MOST_APART]:
        key = _key(document, figure)
        if key is None:
            continue
        earlier = seen.setdefault(key, figure)
        if earlier is not figure:
            yield Claim(
                stated=figure, term=Given(earlier), evidence=4, consistency=True, verdict=Grade.EXACT
            )


def _key(document: Document, figure: Figure) -> tuple[Kind, str, str] | None:
    """What makes two figures the same: kind, value with unit, and what is counted."""
    if figure.value is None or figure.hedge is Hedge.RANGE:
        return None
    unit = figure.unit.name if figure.unit else ""
    if figure.kind is Kind.COUNT and figure.owner:
        return figure.kind, f"{figure.value} {unit}", figure.owner
    if figure.kind in (Kind.MONEY, Kind.MEASURE, Kind.SHARE) and figure.value > 2:
        return figure.kind, f"{figure.value} {unit}", str(figure.per or "")
    return None
