"""The kinds of tables that annual reports are made of, drawn at random as sheets.

Written from what annual reports look like: the lines they name, the order they stand in, which of
them add up to which, and which look as if they did and do not.
"""

from __future__ import annotations

import random
from fractions import Fraction
from typing import TYPE_CHECKING

from benchmarks.report_notes import NOTES
from benchmarks.report_sheets import Book, Cell, Line, Sheet, add_change, add_cross, add_shares

if TYPE_CHECKING:
    from collections.abc import Callable

_UNITS = [
    ("(in thousands)", "$"), ("(in millions)", "$"), ("($ in thousands)", ""), ("£m", ""), ("€ million", ""),
    ("US$’000", ""), ("(In thousands, except per share data)", "$"), ("£’000", ""), ("All figures in USD ‘000", ""),
    ("$m", ""), ("RMB million", ""), ("(Dollars in millions, except per share amounts)", "$"),
]  # fmt: skip
_BUSINESSES = (
    "Mobile", "Fixed line", "Cable", "Media", "Licences", "Subscriptions", "Maintenance", "Consulting",
    "Hardware", "Cloud services", "Aerospace", "Automotive", "Healthcare", "Consumer", "Industrial", "Mining",
    "Retail", "Wholesale", "Logistics", "Semiconductors", "Packaging", "Coatings",
)  # fmt: skip
_PLACES = (
    "United States", "Canada", "Americas", "EMEA", "Asia Pacific", "United Kingdom", "Germany", "China",
    "Rest of world", "Japan", "Latin America", "Nordics", "Benelux", "Australia", "France", "India",
)  # fmt: skip
_TEAMS = (
    "Research and development", "Sales and marketing", "Manufacturing", "Customer support", "Administration",
    "Operations", "Finance", "Engineering", "Human resources", "Legal", "Distribution",
)  # fmt: skip
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


def _size(draw: random.Random) -> int:
    """The largest amount of a statement, in its last printed unit."""
    return int(10 ** draw.uniform(3.4, 6.3))


def _plus(rows: list[int]) -> list[tuple[int, int]]:
    return [(at, 1) for at in rows]


def _some(draw: random.Random, names: tuple[str, ...], low: int, high: int) -> list[str]:
    count = min(len(names), draw.randint(low, high))
    return [names[k] for k in sorted(draw.sample(range(len(names)), count))]


def income(draw: random.Random) -> Sheet:
    """Revenue down to net income: costs in brackets, plain, or as "Less" rows."""
    heads = years(draw, draw.choice([2, 2, 3, 3]))
    book = begin(draw, "Consolidated statements of income", heads)
    n, size, costs = len(heads), _size(draw), draw.choice(["brackets", "plain", "plain", "less"])
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
            draw.choice(["Total revenue", "Total revenues", "Net sales"]), _plus(parts), "subtotal"
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
    names = _some(draw, _OPERATING, 2, 4)
    if draw.random() < 0.7:
        book.section(draw.choice(["Operating expenses:", "Operating costs and expenses:"]))
    spent = [
        book.add(name, book.row(max(low // 60, 9), max(low // 14, 20), n), "inset", sign=sign)
        for name in names
    ]
    if draw.random() < 0.6:
        whole = book.total("Total operating expenses", _plus(spent), "subtotal")
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
            book.total("Profit for the year", _plus([owners, minority]))
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
    size = _size(draw)
    book.section("Assets") if draw.random() < 0.6 else None

    def block(section: str, names: list[str], total: str, low: int, high: int) -> int:
        if draw.random() < 0.8:
            book.section(section)
        rows = [book.add(name, book.row(max(low, 3), max(high, 9), 2), "inset") for name in names]
        return book.total(total, _plus(rows), "subtotal")

    current = block(
        "Current assets:",
        _some(draw, _CURRENT, 3, 6),
        "Total current assets",
        size // 40,
        size // 6,
    )
    if draw.random() < 0.5:
        later = [
            book.add(name, book.row(size // 30, size // 5, 2)) for name in _some(draw, _FIXED, 2, 5)
        ]
        assets = book.total("Total assets", _plus([current, *later]))
    else:
        fixed = block(
            "Non-current assets:",
            _some(draw, _FIXED, 2, 5),
            "Total non-current assets",
            size // 30,
            size // 5,
        )
        assets = book.total("Total assets", _plus([current, fixed]))
    if draw.random() < 0.75:
        _funding(draw, book, block, assets, size)
    return columns_beside(draw, book.sheet, -1)


def _funding(
    draw: random.Random, book: Book, block: Callable[..., int], assets: int, size: int
) -> None:
    book.section("Liabilities and shareholders’ equity") if draw.random() < 0.7 else None
    owed = block(
        "Current liabilities:",
        _some(draw, _OWED, 3, 5),
        "Total current liabilities",
        size // 60,
        size // 20,
    )
    later = [
        book.add(name, book.row(size // 60, size // 20, 2))
        for name in _some(draw, _OWED_LATER, 2, 4)
    ]
    debts = book.total("Total liabilities", _plus([owed, *later]), "subtotal")
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
        "Total shareholders’ equity", _plus([paid, treasury, retained, other]), "subtotal"
    )
    book.total(
        draw.choice(["Total liabilities and shareholders’ equity", "Total equity and liabilities"]),
        _plus([debts, equity]),
    )


def segments(draw: random.Random) -> Sheet:
    """Revenue by business or place and year, with eliminations, "of which" rows and shares."""
    heads = years(draw, draw.choice([2, 2, 3]))
    what = draw.choice(["Revenue by segment", "Net sales by geography", "Revenue by product line"])
    book = begin(draw, what, heads)
    size, n = _size(draw), len(heads)
    names = draw.sample(_PLACES if "geography" in what else _BUSINESSES, draw.randint(3, 6))
    rows = []
    for k, name in enumerate(names):
        rows.append(book.add(name, book.row(size // 20, size // 3, n)))
        if k == 1 and draw.random() < 0.3:
            part = [
                Fraction(
                    round(v * 10**book.decimals * Fraction(draw.randint(20, 70), 100)),
                    10**book.decimals,
                )
                for v in book.hidden[rows[-1]]
            ]
            book.add(
                draw.choice(
                    [
                        "of which: recurring",
                        "  of which services",
                        "thereof export",
                        "including joint ventures",
                    ]
                ),
                part,
                "inset",
            )
    parts = _plus(rows)
    if draw.random() < 0.35:
        whole = book.total(draw.choice(["Segment total", "Total segments"]), parts, "subtotal")
        gone = book.add(
            draw.choice(
                ["Eliminations", "Intersegment eliminations", "Corporate items and eliminations"]
            ),
            book.row(size // 200 + 3, size // 50 + 9, n),
            sign=-1,
        )
        parts = [(whole, 1), (gone, 1)]
    elif draw.random() < 0.3:
        parts.append(
            (book.add("Eliminations", book.row(size // 200 + 3, size // 50 + 9, n), sign=-1), 1)
        )
    total = book.total(
        draw.choice(
            [
                "Total",
                "Total revenue",
                "Group",
                "Consolidated revenue",
                "Revenue",
                "Total net sales",
            ]
        ),
        parts,
    )
    if draw.random() < 0.25:
        book.sheet.lines.append(
            Line(
                "Gross margin",
                [Cell(Fraction(draw.randint(210, 690), 10), 1, "percent") for _ in heads],
            )
        )
    return columns_beside(draw, book.sheet, total)


def across(draw: random.Random) -> Sheet:
    """Segments as columns with a total of them, lines of a result below one another."""
    heads = draw.sample(_BUSINESSES, draw.randint(3, 4))
    if draw.random() < 0.4:
        heads.append(draw.choice(["Corporate", "Other", "Unallocated"]))
    book = begin(draw, "Segment results", heads)
    size, n = _size(draw), len(heads)
    if draw.random() < 0.5:
        outside = book.add("Sales to external customers", book.row(size // 4, size, n, 0.6))
        inside = book.add("Intersegment sales", book.row(size // 60 + 2, size // 20 + 9, n, 0.6))
        book.total("Total sales", _plus([outside, inside]), "subtotal")
    else:
        book.add("Revenue", book.row(size // 4, size, n, 0.6))
    book.add("Adjusted EBITDA", book.row(size // 40 + 3, size // 9 + 9, n, 0.6))
    book.add("Capital expenditure", book.row(size // 90 + 3, size // 30 + 9, n, 0.6))
    if draw.random() < 0.5:
        book.add(
            "Employees", [Fraction(draw.randint(40, 9000)) for _ in range(n)]
        ) if not book.decimals else None
    add_cross(
        book, first=draw.random() < 0.15, label=draw.choice(["Total", "Group", "Consolidated"])
    )
    return book.sheet


def staff(draw: random.Random) -> Sheet:
    """Employees by team and year or place, whole numbers, with averages and shares of women."""
    is_cross = draw.random() < 0.5
    heads = draw.sample(_PLACES, 3) if is_cross else years(draw, draw.choice([2, 3]))
    book = Book(draw, Sheet("Employees at year end", "", heads), rounds=False)
    names = draw.sample(_TEAMS, draw.randint(3, 6))
    rows = [
        book.add(
            name,
            book.row(20, draw.choice([400, 3000, 9000]), len(heads), 0.4 if is_cross else 0.15),
        )
        for name in names
    ]
    total = book.total(draw.choice(["Total", "Total employees", "Total headcount"]), _plus(rows))
    if is_cross:
        add_cross(book, first=False)
        return book.sheet
    if draw.random() < 0.3:
        book.add(
            "Of which part-time",
            [Fraction(int(v * draw.randint(5, 20)) // 100) for v in book.hidden[total]],
            "inset",
        )
    if draw.random() < 0.4:
        book.sheet.lines.append(
            Line(
                "Women (%)",
                [Cell(Fraction(draw.randint(180, 620), 10), 1, "percent") for _ in heads],
            )
        )
    if draw.random() < 0.3:
        book.sheet.lines.append(
            Line(
                "Average age",
                [Cell(Fraction(draw.randint(340, 480), 10), 1, "plain") for _ in heads],
            )
        )
    return columns_beside(draw, book.sheet, total)


def survey(draw: random.Random) -> Sheet:
    """Answers with their shares, and scores that no one adds."""
    choices = draw.choice(
        [
            ["Very satisfied", "Satisfied", "Neither", "Dissatisfied", "Very dissatisfied"],
            ["Daily", "Weekly", "Monthly", "Less often", "Never"],
            ["18–24", "25–34", "35–44", "45–54", "55–64", "65 and over"],
            ["Strongly agree", "Agree", "Disagree", "Strongly disagree", "Don’t know"],
        ]
    )
    book = Book(draw, Sheet("Answers to the employee survey", "", ["Responses"]), rounds=False)
    rows = [
        book.add(name, [Fraction(draw.randint(12, draw.choice([90, 900])))]) for name in choices
    ]
    total = book.total(draw.choice(["Total", "All respondents", "Total responses"]), _plus(rows))
    add_shares(
        book.sheet,
        0,
        total,
        decimals=draw.choice([0, 1, 1]),
        head=draw.choice(["%", "Share", "Percent", "% of total"]),
    )
    if draw.random() < 0.3:
        column = len(book.sheet.heads)
        book.sheet.heads.append("Mean score")
        for line in book.sheet.lines:
            line.cells.append(Cell(Fraction(draw.randint(21, 48), 10), 1, "plain"))
        assert column == 2
    return book.sheet


def rollforward(draw: random.Random) -> Sheet:
    """Opening balances, what came and went, closing balances, by class of asset or by year."""
    heads = draw.choice(
        [years(draw, 2), ["Land and buildings", "Plant and machinery", "Fixtures"], years(draw, 3)]
    )
    book = begin(
        draw,
        draw.choice(
            [
                "Property, plant and equipment",
                "Allowance for doubtful accounts",
                "Goodwill",
                "Unrecognized tax benefits",
            ]
        ),
        heads,
    )
    n, size = len(heads), _size(draw)
    opened = book.add(
        draw.choice(["At 1 January", "Balance at beginning of year", "Opening balance"]),
        book.row(size // 3, size, n),
    )
    came = [
        book.add(name, book.row(size // 90 + 3, size // 12 + 9, n))
        for name in draw.sample(
            ["Additions", "Acquisitions", "Transfers", "Revaluation", "Charged to expense"],
            draw.randint(1, 3),
        )
    ]
    went = [
        book.add(name, book.row(size // 200 + 3, size // 40 + 9, n), sign=-1)
        for name in draw.sample(
            ["Disposals", "Write-offs", "Amounts utilised", "Exchange differences", "Settlements"],
            draw.randint(1, 2),
        )
    ]
    book.total(
        draw.choice(["At 31 December", "Balance at end of year", "Closing balance"]),
        _plus([opened, *came, *went]),
    )
    if heads[0] == "Land and buildings":
        add_cross(book, first=False)
    return book.sheet


def cash_flow(draw: random.Random) -> Sheet:
    """Three sections of cash flows, their sums, the change in cash and the balances."""
    heads = years(draw, draw.choice([2, 3]))
    book = begin(draw, "Consolidated statements of cash flows", heads)
    n, size = len(heads), _size(draw)

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
    operating = book.total("Net cash provided by operating activities", _plus(rows), "subtotal")
    book.section("Investing activities")
    rows = [
        book.add("Capital expenditures", book.row(size // 8, size // 4, n), sign=-1),
        flow("Proceeds from sale of investments", size // 60, size // 20),
        flow("Acquisitions, net of cash acquired", size // 60, size // 20),
    ]
    investing = book.total("Net cash used in investing activities", _plus(rows), "subtotal")
    book.section("Financing activities")
    rows = [
        book.add("Dividends paid", book.row(size // 20, size // 8, n), sign=-1),
        flow("Proceeds from borrowings", size // 30, size // 10),
    ]
    financing = book.total("Net cash used in financing activities", _plus(rows), "subtotal")
    change = book.total(
        "Net increase (decrease) in cash", _plus([operating, investing, financing]), "subtotal"
    )
    opened = book.add("Cash at beginning of year", book.row(size, size * 3, n))
    book.total("Cash at end of year", _plus([change, opened]))
    return book.sheet


def obligations(draw: random.Random) -> Sheet:
    """What falls due when, the total of each row first, as contracts are listed."""
    heads = draw.choice(
        [
            ["Less than 1 year", "1–3 years", "3–5 years", "More than 5 years"],
            ["2020", "2021", "2022", "Thereafter"],
        ]
    )
    book = begin(draw, "Contractual obligations", list(heads))
    size, n = _size(draw), len(heads)
    names = draw.sample(
        [
            "Long-term debt",
            "Interest payments",
            "Operating leases",
            "Purchase obligations",
            "Pension contributions",
            "Other",
        ],
        draw.randint(3, 5),
    )
    rows = [book.add(name, book.row(size // 60 + 5, size // 5 + 9, n, 0.7)) for name in names]
    book.total("Total", _plus(rows))
    add_cross(book, first=draw.random() < 0.7)
    return book.sheet


def quarters(draw: random.Random) -> Sheet:
    """Four quarters and the year; the margin below is no sum, nor are the earnings a share."""
    book = begin(
        draw,
        "Quarterly results (unaudited)",
        [["Q1", "Q2", "Q3", "Q4"], ["First", "Second", "Third", "Fourth"]][draw.randint(0, 1)],
    )
    size = _size(draw)
    revenue = book.add(draw.choice(["Revenue", "Net sales"]), book.row(size // 3, size, 4, 0.15))
    low = int(min(book.hidden[revenue]) * 10**book.decimals)
    cost = book.add("Cost of sales", book.row(low // 4, low // 2, 4, 0.1))
    book.total("Gross profit", [(revenue, 1), (cost, -1)], "subtotal")
    add_cross(book, first=False, label=draw.choice(["Year", "Full year", "Total"]))
    if draw.random() < 0.5:
        book.sheet.lines.append(
            Line(
                "Earnings per share",
                [Cell(Fraction(draw.randint(20, 400), 100), 2, "plain") for _ in range(5)],
            )
        )
    if draw.random() < 0.5:
        book.sheet.lines.append(
            Line(
                "Average number of employees",
                [Cell(Fraction(draw.randint(900, 5000))) for _ in range(5)],
            )
        )
    return book.sheet


def netted(draw: random.Random) -> Sheet:
    """Gross amounts less what is taken off: debt, depreciation, allowances."""
    heads = years(draw, 2)
    which = draw.choice(
        [
            ("Property and equipment", ["Land", "Buildings", "Machinery and equipment", "Computer software"], "", "Less: accumulated depreciation", "Property and equipment, net"),
            ("Long-term debt", ["Term loan", "Senior notes due 2027", "Revolving credit facility"], "Total debt", "Less: current portion", "Long-term debt"),
            ("Receivables", ["Trade receivables", "Contract receivables", "Other receivables"], "Gross receivables", "Less allowance for credit losses", "Receivables, net"),
            ("Deferred tax", ["Net operating losses", "Accrued expenses", "Tax credits"], "Total deferred tax assets", "Valuation allowance", "Net deferred tax assets"),
        ]
    )  # fmt: skip
    title, names, whole, less, net = which
    book = begin(draw, title, heads)
    size = _size(draw)
    rows = [book.add(name, book.row(size // 9, size // 3, 2)) for name in names]
    parts = _plus(rows)
    if whole or draw.random() < 0.5:
        parts = [(book.total(whole, parts, "subtotal"), 1)]
    sign = draw.choice([-1, -1, 1]) if less.startswith("Less") else -1
    off = book.add(less, book.row(size // 60 + 2, size // 12 + 9, 2), sign=sign)
    book.total(net, [*parts, (off, -1 if sign > 0 else 1)])
    return book.sheet


def selected(draw: random.Random) -> Sheet:
    """Five years of data out of elsewhere: nothing adds up, a line may be named a total."""
    heads = years(draw, draw.choice([3, 4, 5]))
    book = begin(draw, "Selected financial data", heads)
    n, size = len(heads), _size(draw)
    for name in draw.sample(
        [
            "Revenue",
            "Operating income",
            "Net income",
            "Total assets",
            "Total debt",
            "Shareholders’ equity",
            "Capital expenditure",
            "Cash and short-term investments",
            "Total shareholder return",
            "Working capital",
        ],
        draw.randint(4, 7),
    ):
        book.add(name, book.row(size // 9, size, n))
    if draw.random() < 0.5:
        book.sheet.lines.append(
            Line(
                "Return on equity",
                [Cell(Fraction(draw.randint(40, 260), 10), 1, "percent") for _ in heads],
            )
        )
    per_share(draw, book.sheet, n)
    return columns_beside(draw, book.sheet, -1)


def rates(draw: random.Random) -> Sheet:
    """Yields and averages with a total row that is weighted, beside amounts that do add up."""
    book = begin(draw, "Average balances and yields", ["Average balance", "Interest"])
    book.sheet.unlike = True
    size = _size(draw)
    names = draw.sample(
        ["Loans", "Securities", "Deposits with banks", "Mortgages", "Leases", "Reserve balances"],
        draw.randint(3, 5),
    )
    rows = []
    for name in names:
        balance_ = book.row(size // 6, size, 1)[0]
        rate = Fraction(draw.randint(90, 720), 10000)
        rows.append(
            book.add(
                name,
                [
                    balance_,
                    Fraction(round(balance_ * rate * 10**book.decimals) + 3, 10**book.decimals),
                ],
            )
        )
    book.total(
        draw.choice(["Total interest-earning assets", "Total", "Total earning assets"]), _plus(rows)
    )
    add_yield(book.sheet)
    return book.sheet


def add_yield(sheet: Sheet) -> None:
    """A column of the second amount as a share of the first: never a sum."""
    sheet.heads.append("Average rate")
    for line in sheet.lines:
        if line.cells:
            balance_, interest = line.cells[0], line.cells[1]
            assert balance_ is not None
            assert interest is not None
            share = Fraction(round(interest.value / balance_.value * 10000), 100)
            line.cells.append(Cell(share, 2, "percent"))


KINDS: list[tuple[int, Callable[[random.Random], Sheet]]] = [
    (4, income), (3, balance), (4, segments), (2, across), (3, staff), (2, survey), (2, rollforward),
    (2, cash_flow), (1, obligations), (1, quarters), (2, netted), (1, selected), (1, rates),
]  # fmt: skip


def draw_sheet(draw: random.Random) -> Sheet:
    """One sheet of the kinds, in proportion."""
    if draw.random() < 0.4:
        (note,) = draw.choices([make for _, make in NOTES], [weight for weight, _ in NOTES])
        return note(draw, begin)
    (make,) = draw.choices([make for _, make in KINDS], [weight for weight, _ in KINDS])
    return make(draw)
