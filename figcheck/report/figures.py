"""The figures of a report as a table to read."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.report.table import aligned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import CalendarDate, Figure
    from figcheck.report import Report

_HEADER = ("place", "figure", "kind", "value", "unit", "hedge", "of what")
_MOST_DECIMALS = 6


def table(report: Report) -> Iterator[str]:
    """A line a figure: where, as written, kind, value or bounds, unit, hedge, what is counted."""
    return aligned([_HEADER, *(_row(report, figure) for figure in report.figures)])


def _row(report: Report, figure: Figure) -> tuple[str, ...]:
    document = report.document
    start, end = report.source_span(figure)
    line, column = document.line_column(start)
    subject = figure.subject
    return (
        f"{report.path or '-'}:{line}:{column}",
        document.source[start:end],
        figure.kind.value,
        _value(figure),
        figure.unit.code if figure.unit else "",
        figure.hedge.value,
        document.text[subject.start : subject.end] if subject else "",
    )


def _value(figure: Figure) -> str:
    if figure.date is not None:
        return _date(figure.date)
    low, high = figure.low, figure.high
    if low == high:
        value = figure.value if low is None else low
        return "" if value is None else _number(value)
    if low is None or high is None:
        return f"{'≤' if low is None else '≥'} {_number(high if low is None else low)}"
    return f"{_number(low)} to {_number(high)}"


def _date(date: CalendarDate) -> str:
    """A date as far as it is written, as ISO 8601 has it."""
    year = "" if date.year is None else f"{date.year:04}"
    month = "" if date.month is None else f"-{date.month:02}"
    return year + (month or "-" * bool(date.day)) + ("" if date.day is None else f"-{date.day:02}")


def _number(value: Fraction | int | None) -> str:
    """An exact number in decimals, "1/3" where it has too many."""
    if value is None:
        return ""
    scaled = Fraction(value) * 10**_MOST_DECIMALS
    if scaled.denominator != 1:
        return str(value)
    whole, part = divmod(abs(scaled.numerator), 10**_MOST_DECIMALS)
    decimals = f"{part:0{_MOST_DECIMALS}}".rstrip("0")
    return f"{'−' * (value < 0)}{whole:,}{'.' * bool(decimals)}{decimals}"
