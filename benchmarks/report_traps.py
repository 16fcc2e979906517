"""Tables of annual reports in which some columns add up and others do not, and what is netted.

Customers that are counted more than once, counts at the end of each quarter, gross amounts less
what is taken off.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from benchmarks.report_notes import (
    adjusted,
    awards,
    constant_currency,
    fair_values,
    intangibles,
    margins,
    maturities,
    per_share,
    tax_rates,
)
from benchmarks.report_sheets import Book, Cell, Check, Line, Sheet
from benchmarks.report_statements import added, begin, size_of, years

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from benchmarks.report_sheets import Place


def _size(draw: random.Random) -> int:
    return int(10 ** draw.uniform(3.2, 5.8))


def _plus(rows: list[int]) -> list[tuple[int, int]]:
    return [(at, 1) for at in rows]


def _sum(found: Sequence[Fraction]) -> Fraction:
    return sum(found, Fraction(0))


def customers(draw: random.Random, begin: Callable[..., Book]) -> Sheet:
    """Revenue that adds up beside customers who buy more than one thing, and a satisfaction score."""
    book = begin(draw, "Business lines", ["Revenue"])
    size = _size(draw)
    rows = [
        book.add(name, book.row(size // 20 + 90, size // 3 + 200, 1))
        for name in draw.sample(
            ["Broadband", "Television", "Mobile", "Landline", "Security"], draw.randint(3, 4)
        )
    ]
    total = book.total("Total", _plus(rows))
    book.sheet.heads += ["Customers (thousands)", "Satisfaction score"]
    book.sheet.unlike = True
    counts = [draw.randint(40, 900) for _ in rows]
    for at, count in zip(rows, counts, strict=True):
        book.sheet.lines[at].cells += [Cell(Fraction(count)), Cell(Fraction(draw.randint(60, 95)))]
    once = max(int(sum(counts) * draw.uniform(0.55, 0.85)), max(counts) + 5)
    book.sheet.lines[total].cells += [Cell(Fraction(once)), Cell(Fraction(draw.randint(70, 85)))]
    return book.sheet


def operations(draw: random.Random, begin: Callable[..., Book]) -> Sheet:
    """Counts at the end of quarters with the year's: sales add up, stores and staff do not."""
    sheet = Sheet("Operating data", "", ["Q1", "Q2", "Q3", "Q4"])
    book = Book(draw, sheet, rounds=False)
    opened = book.add("New stores opened", book.row(12, 90, 4, 0.4))
    units = book.add("Units sold", book.row(4000, 90000, 4, 0.2))
    sheet.heads.append(draw.choice(["Year", "Full year", "FY"]))
    for at in (opened, units):
        whole = sum((cell.value for cell in sheet.lines[at].cells if cell), Fraction(0))
        sheet.lines[at].cells.append(Cell(whole))
        places: tuple[Place, ...] = tuple((at, column) for column in range(4))
        sheet.checks.append(Check("total", (at, 4), places, _sum, Fraction(0)))
    for label in draw.sample(["Stores at period end", "Employees at period end", "Subscribers"], 2):
        stock = book.row(300, 5000, 4, 0.05)
        sheet.lines.append(Line(label, [Cell(value) for value in [*stock, stock[-1]]]))
    return sheet


_NETTED = [
    (
        "Property and equipment",
        ["Land", "Buildings", "Machinery and equipment", "Computer software"],
        "",
        "Less: accumulated depreciation",
        "Property and equipment, net",
    ),
    (
        "Long-term debt",
        ["Term loan", "Senior notes due 2027", "Revolving credit facility"],
        "Total debt",
        "Less: current portion",
        "Long-term debt",
    ),
    (
        "Receivables",
        ["Trade receivables", "Contract receivables", "Other receivables"],
        "Gross receivables",
        "Less allowance for credit losses",
        "Receivables, net",
    ),
    (
        "Deferred tax",
        ["Net operating losses", "Accrued expenses", "Tax credits"],
        "Total deferred tax assets",
        "Valuation allowance",
        "Net deferred tax assets",
    ),
]


def netted(draw: random.Random) -> Sheet:
    """Gross amounts less what is taken off: debt, depreciation, allowances."""
    heads = years(draw, 2)
    title, names, whole, less, net = draw.choice(_NETTED)
    book = begin(draw, title, heads)
    size = size_of(draw)
    rows = [book.add(name, book.row(size // 9, size // 3, 2)) for name in names]
    parts = added(rows)
    if whole or draw.random() < 0.5:
        parts = [(book.total(whole, parts, "subtotal"), 1)]
    sign = draw.choice([-1, -1, 1]) if less.startswith("Less") else -1
    off = book.add(less, book.row(size // 60 + 2, size // 12 + 9, 2), sign=sign)
    book.total(net, [*parts, (off, -1 if sign > 0 else 1)])
    return book.sheet


NOTES: list[tuple[int, Callable[[random.Random, Callable[..., Book]], Sheet]]] = [
    (3, intangibles), (2, fair_values), (3, maturities), (2, awards), (2, tax_rates), (2, per_share),
    (2, adjusted), (2, constant_currency), (1, customers), (2, margins), (1, operations),
]  # fmt: skip
