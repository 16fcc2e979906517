r"""A length of time must be that between the two dates that it is said of.

"Founded in 1888, ... its 127th birthday in 2025"; "for five years from 1996 to 2001"; "1,284 days,
from 3 May 2001 to ...". Years alone give two values.

Bad

    He served for eight years, from 1996 to 2001.
                  ^^^^^^^^^^^ 1996

Good

    He served for five years, from 1996 to 2001.

Passed over

    He served for eight years, and moved in 1996 and 2001.
"""

from collections.abc import Iterator

from figcheck.rulekit import Claim, Document, Elapsed, Figure, Hedge, Kind, Sentence

code = "FC702"

_YEARS = frozenset(("year", "years"))


def relate(document: Document) -> Iterator[Claim]:
    """Each length in years with a span of dates beside it in its sentence."""
    for sentence in document.sentences:
        span = _span(sentence)
        if span is None:
            continue
        for figure in sentence.figures:
            if _is_in_years(figure) and _is_beside(sentence, figure, span):
                yield Claim(stated=figure, term=Elapsed(*span), evidence=7)


def _span(sentence: Sentence) -> tuple[Figure, Figure] | None:
    """The two ends of the one span "from 1996 to 2001" of the sentence."""
    years = [f for f in sentence.figures if f.kind is Kind.DATE and f.date and f.date.year]
    if len(years) != 2 or any(f.hedge is Hedge.RANGE for f in years):
        return None
    first, second = years
    if not ("from" in first.roles and "to" in second.roles):
        return None
    return (first, second)


def _is_in_years(figure: Figure) -> bool:
    return (
        figure.kind is Kind.DURATION
        and figure.value is not None
        and figure.unit is not None
        and figure.unit.name == "year"
        and figure.hedge is Hedge.EXACT
    )


def _is_beside(sentence: Sentence, figure: Figure, span: tuple[Figure, Figure]) -> bool:
    nearest = min(abs(figure.place - end.place) for end in span)
    return nearest <= 5 and not figure.roles & {"moved", "prior"}
