"""The figures of a document as mentions, one flat object each, for `figcheck figures --jsonl`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from figcheck.document import Hedge, Kind
from figcheck.extract.measures import WEATHER
from figcheck.moments import moments
from figcheck.report import plain

if TYPE_CHECKING:
    from figcheck.document import Document, Figure
    from figcheck.moments import Moment
    from figcheck.units import Unit

_KINDS = {
    Kind.COUNT: "number",
    Kind.SHARE: "percent",
    Kind.POINTS: "percent",
    Kind.MONEY: "currency",
    Kind.MEASURE: "quantity",
    Kind.DATE: "date",
    Kind.DURATION: "duration",
    Kind.AGE: "age",
    Kind.CLOCK: "time",
    Kind.ORDINAL: "ordinal",
    Kind.FRACTION: "number",
    Kind.MULTIPLE: "number",
    Kind.RATIO: "ratio",
    Kind.SCORE: "score",
    Kind.STATISTIC: "number",
    Kind.LABEL: "id",
}
_DECADES = frozenset((Kind.DATE, Kind.AGE))
_DECADE = re.compile(r"[0-9]['’]?s$")
_GOODS = frozenset(
    ("oil_barrel", "ounce", "troy_ounce", "metric_ton", "short_ton", "liter", "gallon")
)
_RANGED = frozenset(
    (Kind.COUNT, Kind.SHARE, Kind.POINTS, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.AGE)
)


def mentions(document: Document) -> list[dict[str, Any]]:
    """Each figure and moment as {"start", "end", "value", "low", "high", "unit", "kind"}, in order.

    Offsets are code points of the source. `kind` is number, percent, currency, quantity,
    temperature, duration, age, ratio, range, ordinal, date, time, datetime, year, score or id;
    `value` is null for a range, `low` and `high` are null where open. `unit` is pint's name, an
    ISO 4217 code (with "_cent" for its hundredth), percent or percentage_point, null for a bare
    number. A moment whose days are known has them as "first" and "last" too.
    """
    found: list[dict[str, Any]] = []
    hidden: set[int] = set()
    for moment in moments(document):
        figures = moment.figures
        if _is_figure(moment):
            continue
        if not any(_is_length(figure) for figure in figures):
            found.append(_moment(document, moment))
        elif len(figures) == 1:  # "three days ago": a moment told by a length
            found.append(_mention(document, figures[0]) | _place(document, moment))
        else:
            continue
        hidden |= {id(figure) for figure in figures}
    found += [_mention(document, figure) for figure in document.figures if id(figure) not in hidden]
    return sorted(found, key=lambda mention: (mention["start"], mention["end"]))


def _is_length(figure: Figure) -> bool:
    """ "Three days", "two quarters": does the figure count units of time?"""
    is_counted = figure.kind is Kind.COUNT and figure.owner in _UNITS_COUNTED
    return figure.kind is Kind.DURATION or is_counted


_UNITS_COUNTED = frozenset(("quarter", "weekend", "night", "semester", "season"))


def _is_figure(moment: Moment) -> bool:
    """Is the moment no more than a figure says?"""
    figures = moment.figures
    if len(figures) != 1 or (moment.start, moment.end) != (figures[0].start, figures[0].end):
        return False
    return figures[0].kind is not Kind.LABEL  # "Dec-2018"


def _moment(document: Document, moment: Moment) -> dict[str, Any]:
    found: dict[str, Any] = dict.fromkeys(("value", "low", "high", "unit"))
    return _place(document, moment) | found | {"kind": "datetime"}


def _place(document: Document, moment: Moment) -> dict[str, Any]:
    start, end = document.source_span(moment.start, moment.end)
    if moment.days is None:
        return {"start": start, "end": end}
    first, last = (day.isoformat() for day in moment.days)
    return {"start": start, "end": end, "first": first, "last": last}


def _mention(document: Document, figure: Figure) -> dict[str, Any]:
    start, end = document.source_span(figure.start, figure.end)
    is_number = not _is_vague(figure)
    return {
        "start": start,
        "end": end,
        "value": plain(figure.value) if is_number else None,
        "low": plain(figure.low) if is_number else None,
        "high": plain(figure.high) if is_number else None,
        "unit": _unit(document, figure),
        "kind": _kind(document, figure),
    }


def _is_vague(figure: Figure) -> bool:
    """ "dozens", "the 1990s", "in her 30s": a figure with bounds that states no number."""
    if figure.value is not None:
        return False
    is_decade = figure.kind in _DECADES and _DECADE.search(figure.text) is not None
    return figure.hedge is not Hedge.RANGE or is_decade


def _is_temperature(document: Document, figure: Figure, unit: Unit) -> bool:
    """ "30°C", and "30 degrees" in a sentence about the weather; an angle is none."""
    if unit.dimension == "temperature":
        return True
    if unit.dimension != "temperature_difference":
        return False
    return not WEATHER.isdisjoint(document.sentences[figure.sentence].words)


def _kind(document: Document, figure: Figure) -> str:
    if figure.kind is Kind.DATE:
        return _date_kind(figure)
    if figure.hedge is Hedge.RANGE and figure.kind in _RANGED:
        return "range"
    unit = figure.unit
    if figure.kind is Kind.MEASURE and unit and _is_temperature(document, figure, unit):
        return "temperature"
    return _KINDS[figure.kind]


def _date_kind(figure: Figure) -> str:
    """A year alone is a year, and so are two in words; a decade, a season or a day is a date."""
    date = figure.date
    if date is None or date.month is not None:
        return "date"
    return "year" if date.year is not None or " and " in figure.text else "date"


def _unit(document: Document, figure: Figure) -> str | None:
    unit = figure.unit
    if unit is None:
        return None
    name = unit.code
    if name != unit.name and unit.dimension.startswith("money:"):
        name = "GBP_penny" if name == "GBP" else f"{name}_cent"
    per = figure.per if isinstance(figure.per, str) or figure.per is None else figure.per.name
    if per is not None and _is_part_of_unit(document, figure, per):
        return f"{name}/{per}"
    return name


def _is_part_of_unit(document: Document, figure: Figure, per: str) -> bool:
    """A price of goods, "$80 a barrel", or a rate: "mg/kg", "barrels per day"; no wage or fee."""
    if figure.kind is Kind.MONEY:
        return per in _GOODS
    is_said = document.text[figure.end : figure.end + 5].lstrip().startswith("per ")
    return figure.kind is Kind.MEASURE and (is_said or "/" in figure.text)
