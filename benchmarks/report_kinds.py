"""The kinds of tables that annual reports are made of, drawn at random as sheets.

Segments, staff, surveys, balances that roll forward, what falls due when: with the sums among their
lines and columns, and beside them what looks like one and is none.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from benchmarks.report_sheets import Book, Cell, Line, Sheet, add_cross, add_shares
from benchmarks.report_statements import (
    added,
    balance,
    begin,
    cash_flow,
    columns_beside,
    income,
    per_share,
    size_of,
    years,
)
from benchmarks.report_traps import NOTES, netted

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

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


def segments(draw: random.Random) -> Sheet:
    """Revenue by business or place and year, with eliminations, "of which" rows and shares."""
    heads = years(draw, draw.choice([2, 2, 3]))
    what = draw.choice(["Revenue by segment", "Net sales by geography", "Revenue by product line"])
    book = begin(draw, what, heads)
    size, n = size_of(draw), len(heads)
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
    parts = added(rows)
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
    size, n = size_of(draw), len(heads)
    if draw.random() < 0.5:
        outside = book.add("Sales to external customers", book.row(size // 4, size, n, 0.6))
        inside = book.add("Intersegment sales", book.row(size // 60 + 2, size // 20 + 9, n, 0.6))
        book.total("Total sales", added([outside, inside]), "subtotal")
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
    total = book.total(draw.choice(["Total", "Total employees", "Total headcount"]), added(rows))
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
    total = book.total(draw.choice(["Total", "All respondents", "Total responses"]), added(rows))
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
    n, size = len(heads), size_of(draw)
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
        added([opened, *came, *went]),
    )
    if heads[0] == "Land and buildings":
        add_cross(book, first=False)
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
    size, n = size_of(draw), len(heads)
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
    book.total("Total", added(rows))
    add_cross(book, first=draw.random() < 0.7)
    return book.sheet


def quarters(draw: random.Random) -> Sheet:
    """Four quarters and the year; the margin below is no sum, nor are the earnings a share."""
    book = begin(
        draw,
        "Quarterly results (unaudited)",
        [["Q1", "Q2", "Q3", "Q4"], ["First", "Second", "Third", "Fourth"]][draw.randint(0, 1)],
    )
    size = size_of(draw)
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


def selected(draw: random.Random) -> Sheet:
    """Five years of data out of elsewhere: nothing adds up, a line may be named a total."""
    heads = years(draw, draw.choice([3, 4, 5]))
    book = begin(draw, "Selected financial data", heads)
    n, size = len(heads), size_of(draw)
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
    size = size_of(draw)
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
        draw.choice(["Total interest-earning assets", "Total", "Total earning assets"]), added(rows)
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
