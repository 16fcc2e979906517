"""The statements of annual reports, drawn at random as sheets: income, balance sheet, cash flows.

Written from what such statements look like: the lines they name, the order they stand in, which of
them add up to which, and which look as if they did and do not.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from benchmarks.report_sheets import Book, Cell, Line, Sheet, add_change, add_shares

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

_UNITS = [
    ("(in thousands)", "$"), ("(in millions)", "$"), ("($ in thousands)", ""), ("£m", ""), ("€ million", ""),
    ("US$’000", ""), ("(In thousands, except per share data)", "$"), ("£’000", ""), ("All figures in USD ‘000", ""),
    ("$m", ""), ("RMB million", ""), ("(Dollars in millions, except per share amounts)", "$"),
]  # fmt: skip


def years(draw: random.Random, count: int) -> list[str]:
    """Heads of so many years, newest first more often than not."""
    last = draw.randint(2004, 2024)
    found = [str(last - k) for k in range(count)]
    manner = draw.choice(["{}", "{}", "{}", "FY{}", "31 December {}", "June 30, {}", "Fiscal {}"])
    heads = [manner.format(year) for year in found]
    return heads if draw.random() < 0.75 else heads[::-1]


def begin(draw: random.Random, title: str, heads: list[str]) -> Book:
    unit, money = draw.choice(_UNITS)
    rounds = draw.random() < 0.5
    decimals = draw.choice([0, 0, 0, 1]) if "million" in unit or unit in ("£m", "$m") else 0
    sheet = Sheet(title, unit, heads, money=money)
    if rounds and draw.random() < 0.25:
        sheet.notes.append("Figures may not sum due to rounding.")
    return Book(draw, sheet, rounds=rounds, decimals=decimals)


def size_of(draw: random.Random) -> int:
    """The largest amount of a statement, in its last printed unit."""
    return int(10 ** draw.uniform(3.4, 6.3))


def added(rows: list[int]) -> list[tuple[int, int]]:
    return [(at, 1) for at in rows]


def some_of(draw: random.Random, names: tuple[str, ...], low: int, high: int) -> list[str]:
    count = min(len(names), draw.randint(low, high))
    return [names[k] for k in sorted(draw.sample(range(len(names)), count))]


_CURRENT = (
    "Cash and cash equivalents", "Restricted cash", "Short-term investments", "Accounts receivable, net",
    "Inventories", "Prepaid expenses", "Derivative assets", "Other current assets", "Contract assets",
)  # fmt: skip
_FIXED = (
    "Property, plant and equipment, net", "Goodwill", "Intangible assets, net", "Operating lease right-of-use assets",
    "Deferred tax assets", "Investments in associates", "Other non-current assets",
)  # fmt: skip
_OWED = (
    "Accounts payable", "Accrued liabilities", "Current portion of long-term debt", "Deferred revenue",
    "Income taxes payable", "Operating lease liabilities", "Provisions", "Other current liabilities",
)  # fmt: skip
_OWED_LATER = (
    "Long-term debt, less current portion", "Deferred tax liabilities", "Retirement benefit obligations",
    "Operating lease liabilities, non-current", "Other non-current liabilities",
)  # fmt: skip
_OPERATING = (
    "Selling, general and administrative", "Research and development", "Sales and marketing",
    "Amortization of intangible assets", "Restructuring charges", "Impairment of goodwill", "Depreciation",
)  # fmt: skip


def income(draw: random.Random) -> Sheet:
    """Revenue down to net income: costs in brackets, plain, or as "Less" rows."""
    heads = years(draw, draw.choice([2, 2, 3, 3]))
    book = begin(draw, "Consolidated statements of income", heads)
    n, size, costs = len(heads), size_of(draw), draw.choice(["brackets", "plain", "plain", "less"])
    sign = -1 if costs == "brackets" else 1
    less = "Less: " if costs == "less" else ""

    def minus(rows: list[int]) -> list[tuple[int, int]]:
        return [(at, sign * -1 if sign > 0 else 1) for at in rows]

    if draw.random() < 0.45:
        if draw.random() < 0.6:
            book.section(draw.choice(["Revenue:", "Revenues:", "Net sales:"]))
        parts = [
            book.add(name, book.row(size // 6, size // 2, n))
            for name in draw.choice(
                [["Products", "Services"], ["Product", "Subscription", "Services and other"]]
            )
        ]
        revenue = book.total(
            draw.choice(["Total revenue", "Total revenues", "Net sales"]), added(parts), "subtotal"
        )
    else:
        revenue = book.add(
            draw.choice(["Revenue", "Net sales", "Revenues", "Turnover"]),
            book.row(size // 2, size, n),
            "total",
        )
    base = [int(value * 10**book.decimals) for value in book.hidden[revenue]]
    low = min(base)
    cost = book.add(
        less + draw.choice(["Cost of sales", "Cost of revenue", "Cost of goods sold"]),
        book.row(low // 4, low // 2, n, 0.1),
        sign=sign,
    )
    gross = book.total(
        draw.choice(["Gross profit", "Gross margin"]), [(revenue, 1), *minus([cost])], "subtotal"
    )
    names = some_of(draw, _OPERATING, 2, 4)
    if draw.random() < 0.7:
        book.section(draw.choice(["Operating expenses:", "Operating costs and expenses:"]))
    spent = [
        book.add(name, book.row(max(low // 60, 9), max(low // 14, 20), n), "inset", sign=sign)
        for name in names
    ]
    if draw.random() < 0.6:
        whole = book.total("Total operating expenses", added(spent), "subtotal")
        operating = book.total(
            draw.choice(["Operating income", "Income from operations", "Operating profit"]),
            [(gross, 1), *minus([whole])],
            "subtotal",
        )
    else:
        operating = book.total(
            draw.choice(["Operating income", "Operating profit"]),
            [(gross, 1), *minus(spent)],
            "subtotal",
        )
    interest = book.add(
        less + "Interest expense" if not less else "Less: interest expense",
        book.row(max(low // 200, 5), max(low // 60, 9), n),
        sign=sign,
    )
    other = book.add(
        draw.choice(["Other income, net", "Interest income"]),
        book.row(max(low // 300, 3), max(low // 100, 8), n),
    )
    pretax = book.total(
        draw.choice(["Income before income taxes", "Profit before tax"]),
        [(operating, 1), *minus([interest]), (other, 1)],
        "subtotal",
    )
    tax = book.add(
        draw.choice(["Income tax expense", "Provision for income taxes", "Taxation"]),
        book.row(max(low // 80, 5), max(low // 20, 9), n),
        sign=sign,
    )
    net = book.total(
        draw.choice(["Net income", "Profit for the year"]), [(pretax, 1), *minus([tax])]
    )
    if draw.random() < 0.3:
        book.section("Attributable to:")
        share = [
            Fraction(
                round(value * 10**book.decimals * Fraction(draw.randint(2, 9), 100)),
                10**book.decimals,
            )
            for value in book.hidden[net]
        ]
        owners = book.add(
            "Owners of the parent", [a - b for a, b in zip(book.hidden[net], share, strict=True)]
        )
        minority = book.add("Non-controlling interests", share)
        if draw.random() < 0.5:
            book.total("Profit for the year", added([owners, minority]))
    if draw.random() < 0.5:
        per_share(draw, book.sheet, n)
    return columns_beside(draw, book.sheet, revenue)


def per_share(draw: random.Random, sheet: Sheet, columns: int) -> None:
    """Earnings and shares, which are no part of any sum."""
    sheet.lines.append(Line(draw.choice(["Earnings per share:", "Per share data:"]), [], "section"))
    for label in ("Basic", "Diluted"):
        cells: list[Cell | None] = [
            Cell(Fraction(draw.randint(20, 900), 100), 2, "plain") for _ in range(columns)
        ]
        sheet.lines.append(Line(label, cells, "inset"))


def columns_beside(draw: random.Random, sheet: Sheet, base: int) -> Sheet:
    """Changes, changes in percent, or shares in a line beside the years; or nothing."""
    newest_first = sheet.heads[0] > sheet.heads[1]
    new, old = (0, 1) if newest_first else (len(sheet.heads) - 1, len(sheet.heads) - 2)
    what = draw.random()
    decimals = draw.choice([0, 1, 1])
    sheet.percents_bare = draw.random() < 0.35
    if what < 0.2:
        add_change(
            sheet,
            new,
            old,
            percent=decimals,
            head=draw.choice(["% change", "Change %", "% Chg", "Change (%)", "%"]),
        )
    elif what < 0.35:
        add_change(
            sheet,
            new,
            old,
            percent=None,
            head=draw.choice(["Change", "$ Change", "Increase (decrease)", "Variance"]),
        )
    elif what < 0.5:
        add_change(
            sheet,
            new,
            old,
            percent=None,
            head=draw.choice(["Change", "$ Change", "Increase (decrease)"]),
        )
        add_change(
            sheet, new, old, percent=decimals, head=draw.choice(["% Change", "Change %", "%"])
        )
    elif what < 0.65 and len(sheet.heads) == 2 and base >= 0:
        name = draw.choice(["% of revenue", "% of total", "% of net sales"])
        add_shares(sheet, 0, base, decimals=decimals, head=name, after=True)
        add_shares(sheet, 2, base, decimals=decimals, head=name)
    return sheet


def balance(draw: random.Random) -> Sheet:
    """Assets, liabilities and equity, with totals of totals."""
    heads = years(draw, 2)
    book = begin(draw, "Consolidated balance sheets", heads)
    size = size_of(draw)
    book.section("Assets") if draw.random() < 0.6 else None

    def block(section: str, names: list[str], total: str, low: int, high: int) -> int:
        if draw.random() < 0.8:
            book.section(section)
        rows = [book.add(name, book.row(max(low, 3), max(high, 9), 2), "inset") for name in names]
        return book.total(total, added(rows), "subtotal")

    current = block(
        "Current assets:",
        some_of(draw, _CURRENT, 3, 6),
        "Total current assets",
        size // 40,
        size // 6,
    )
    if draw.random() < 0.5:
        later = [
            book.add(name, book.row(size // 30, size // 5, 2))
            for name in some_of(draw, _FIXED, 2, 5)
        ]
        assets = book.total("Total assets", added([current, *later]))
    else:
        fixed = block(
            "Non-current assets:",
            some_of(draw, _FIXED, 2, 5),
            "Total non-current assets",
            size // 30,
            size // 5,
        )
        assets = book.total("Total assets", added([current, fixed]))
    if draw.random() < 0.75:
        _funding(draw, book, block, assets, size)
    return columns_beside(draw, book.sheet, -1)


def _funding(
    draw: random.Random, book: Book, block: Callable[..., int], assets: int, size: int
) -> None:
    book.section("Liabilities and shareholders’ equity") if draw.random() < 0.7 else None
    owed = block(
        "Current liabilities:",
        some_of(draw, _OWED, 3, 5),
        "Total current liabilities",
        size // 60,
        size // 20,
    )
    later = [
        book.add(name, book.row(size // 60, size // 20, 2))
        for name in some_of(draw, _OWED_LATER, 2, 4)
    ]
    debts = book.total("Total liabilities", added([owed, *later]), "subtotal")
    book.section("Shareholders’ equity:")
    paid = book.add("Share capital and premium", book.row(size // 30, size // 12, 2))
    treasury = book.add("Treasury shares", book.row(size // 300 + 3, size // 80 + 9, 2), sign=-1)
    scale = 10**book.decimals
    rest = [
        a - d - p - t
        for a, d, p, t in zip(
            *(book.hidden[k] for k in (assets, debts, paid, treasury)), strict=True
        )
    ]
    comprehensive = [
        Fraction(draw.randint(-size // 100 - 9, size // 100 + 9), scale) for _ in range(2)
    ]
    retained = book.add(
        "Retained earnings", [a - b for a, b in zip(rest, comprehensive, strict=True)]
    )
    other = book.add("Accumulated other comprehensive income (loss)", comprehensive)
    equity = book.total(
        "Total shareholders’ equity", added([paid, treasury, retained, other]), "subtotal"
    )
    book.total(
        draw.choice(["Total liabilities and shareholders’ equity", "Total equity and liabilities"]),
        added([debts, equity]),
    )


def cash_flow(draw: random.Random) -> Sheet:
    """Three sections of cash flows, their sums, the change in cash and the balances."""
    heads = years(draw, draw.choice([2, 3]))
    book = begin(draw, "Consolidated statements of cash flows", heads)
    n, size = len(heads), size_of(draw)

    def flow(label: str, low: int, high: int) -> int:
        values = book.row(low + 2, high + 9, n)
        return book.add(label, [v * draw.choice([1, 1, -1]) for v in values])

    book.section("Operating activities")
    rows = [
        book.add("Net income", book.row(size // 3, size, n)),
        book.add("Depreciation and amortization", book.row(size // 20, size // 8, n)),
    ]
    rows += [
        flow(name, size // 90, size // 20)
        for name in draw.sample(
            [
                "Share-based compensation",
                "Deferred income taxes",
                "Accounts receivable",
                "Inventories",
                "Accounts payable",
                "Other",
            ],
            draw.randint(2, 4),
        )
    ]
    operating = book.total("Net cash provided by operating activities", added(rows), "subtotal")
    book.section("Investing activities")
    rows = [
        book.add("Capital expenditures", book.row(size // 8, size // 4, n), sign=-1),
        flow("Proceeds from sale of investments", size // 60, size // 20),
        flow("Acquisitions, net of cash acquired", size // 60, size // 20),
    ]
    investing = book.total("Net cash used in investing activities", added(rows), "subtotal")
    book.section("Financing activities")
    rows = [
        book.add("Dividends paid", book.row(size // 20, size // 8, n), sign=-1),
        flow("Proceeds from borrowings", size // 30, size // 10),
    ]
    financing = book.total("Net cash used in financing activities", added(rows), "subtotal")
    change = book.total(
        "Net increase (decrease) in cash", added([operating, investing, financing]), "subtotal"
    )
    opened = book.add("Cash at beginning of year", book.row(size, size * 3, n))
    book.total("Cash at end of year", added([change, opened]))
    return book.sheet
