"""The tables of the notes to annual reports, which have traps of their own.

Two levels of heads, gross and net side by side, levels of fair value, maturities by year, shares
beside their average prices, rates that are reconciled, growth at constant currency, customers that
are counted more than once.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from benchmarks.report_sheets import Book, Cell, Check, Line, Sheet, add_change, add_cross

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from benchmarks.report_sheets import Place


def _size(draw: random.Random) -> int:
    return int(10 ** draw.uniform(3.2, 5.8))


def _plus(rows: list[int]) -> list[tuple[int, int]]:
    return [(at, 1) for at in rows]


def _last_two(draw: random.Random) -> tuple[str, str]:
    year = draw.randint(2006, 2024)
    return str(year), str(year - 1)


def _difference(found: Sequence[Fraction]) -> Fraction:
    return found[0] - found[1]


def _added(found: Sequence[Fraction]) -> Fraction:
    return found[0] + found[1]


def intangibles(draw: random.Random, begin: Callable[..., Book]) -> Sheet:
    """Gross, accumulated amortization and net, of one year or of two side by side."""
    years = _last_two(draw)[: draw.choice([1, 2])]
    three = ["Gross carrying amount", "Accumulated amortization", "Net carrying amount"]
    book = begin(draw, "Intangible assets", [head for _ in years for head in three])
    sheet, size, scale = book.sheet, _size(draw), 10**book.decimals
    if len(years) == 2:
        sheet.groups = [(f"December 31, {year}", 3) for year in years]
    minus = draw.choice([1, -1, -1])
    rows = []
    for name in draw.sample(
        [
            "Customer relationships",
            "Developed technology",
            "Trade names",
            "Patents",
            "Non-compete agreements",
            "Software",
        ],
        draw.randint(3, 5),
    ):
        values = []
        for _ in years:
            gross = Fraction(draw.randint(size // 20 + 9, size // 3 + 20), scale)
            off = Fraction(int(gross * scale * draw.randint(10, 80) // 100) + 1, scale)
            values += [gross, off * minus, gross - off]
        rows.append(book.add(name, values))
    book.total(
        draw.choice(["Total", "Total intangible assets", "Total amortizable intangible assets"]),
        _plus(rows),
    )
    for at, line in enumerate(sheet.lines):
        for group in range(len(years) if line.cells else 0):
            base = group * 3
            work = _difference if minus > 0 else _added
            slack = Fraction(2, scale) if book.rounds else Fraction(0)
            sheet.checks.append(
                Check("subtotal", (at, base + 2), ((at, base), (at, base + 1)), work, slack)
            )
    return sheet


def fair_values(draw: random.Random, begin: Callable[..., Book]) -> Sheet:
    """Levels 1 to 3 and their total, mostly dashes."""
    book = begin(draw, "Assets measured at fair value", ["Level 1", "Level 2", "Level 3"])
    size, scale = _size(draw), 10**book.decimals
    rows = []
    for name in draw.sample(
        [
            "Money market funds",
            "U.S. treasuries",
            "Corporate debt securities",
            "Certificates of deposit",
            "Foreign exchange contracts",
            "Municipal bonds",
            "Equity securities",
        ],
        draw.randint(3, 5),
    ):
        values = [Fraction(0)] * 3
        for level in draw.sample(range(3), draw.choice([1, 1, 2])):
            values[level] = Fraction(draw.randint(size // 60 + 7, size // 3 + 20), scale)
        rows.append(book.add(name, values))
    book.total("Total", _plus(rows))
    add_cross(book, first=draw.random() < 0.3)
    return book.sheet


def maturities(draw: random.Random, begin: Callable[..., Book]) -> Sheet:
    """Payments by year, their total, what is taken off for interest, and what is left."""
    year = draw.randint(2006, 2025)
    heads = draw.choice(
        [
            ["Amount"],
            ["Operating leases", "Finance leases"],
            ["Operating leases", "Finance leases", "Total"],
        ]
    )
    has_total = heads[-1] == "Total"
    book = begin(draw, "Future minimum lease payments", heads[:2] if has_total else heads)
    size, n = _size(draw), len(book.sheet.heads)
    rows = [
        book.add(f"{year + k}", book.row(size // 30 + 9, size // 6 + 20, n, 0.5))
        for k in range(draw.randint(3, 5))
    ]
    rows.append(book.add("Thereafter", book.row(size // 30 + 9, size // 4 + 20, n, 0.5)))
    total = book.total(
        draw.choice(["Total lease payments", "Total minimum payments", "Total"]),
        _plus(rows),
        "subtotal",
    )
    if draw.random() < 0.7:
        sign = draw.choice([1, -1])
        less = book.add(
            draw.choice(["Less: imputed interest", "Less amount representing interest"]),
            book.row(size // 90 + 5, size // 30 + 9, n, 0.5),
            sign=sign,
        )
        net = book.total(
            draw.choice(["Present value of lease liabilities", "Total lease liabilities"]),
            [(total, 1), (less, -sign)],
        )
        if draw.random() < 0.4:
            now = book.add(
                "Less: current portion", book.row(size // 90 + 5, size // 40 + 9, n, 0.5), sign=-1
            )
            book.total("Long-term lease liabilities", [(net, 1), (now, 1)])
    if has_total:
        add_cross(book)
    return book.sheet


def awards(draw: random.Random, begin: Callable[..., Book]) -> Sheet:
    """A roll-forward of shares beside their weighted-average prices, which no one adds."""
    sheet = Sheet(
        "Restricted stock units",
        "(in thousands, except per share amounts)",
        ["Number of shares", "Weighted-average grant date fair value"],
    )
    sheet.unlike = True
    book = Book(draw, sheet, rounds=False)
    size = draw.randint(900, 40_000)
    first, last = _last_two(draw)[::-1]
    opened = book.add(f"Outstanding at December 31, {first}", [Fraction(size)])
    granted = book.add("Granted", [Fraction(draw.randint(size // 9, size // 2))])
    vested = book.add("Vested", [Fraction(draw.randint(size // 9, size // 3))], sign=-1)
    gone = book.add(
        draw.choice(["Forfeited", "Canceled", "Forfeited or expired"]),
        [Fraction(draw.randint(size // 60 + 1, size // 9))],
        sign=-1,
    )
    closed = book.total(
        f"Outstanding at December 31, {last}", _plus([opened, granted, vested, gone])
    )
    if draw.random() < 0.5:
        book.add("Exercisable", [Fraction(draw.randint(size // 20, size // 2))])
    assert closed
    for line in sheet.lines:
        line.cells.append(Cell(Fraction(draw.randint(800, 9_000), 100), 2, "plain"))
    return sheet


def tax_rates(draw: random.Random, begin: Callable[..., Book]) -> Sheet:
    """The statutory rate and what leads from it to the effective one, all in percent."""
    heads = list(_last_two(draw))
    sheet = Sheet("Reconciliation of the effective tax rate", "", heads)
    lines = [("Statutory rate", [Fraction(210, 10)] * 2)]
    for name in draw.sample(
        [
            "State taxes, net of federal benefit",
            "Foreign rate differential",
            "Tax credits",
            "Change in valuation allowance",
            "Stock-based compensation",
            "Other",
        ],
        draw.randint(3, 5),
    ):
        lines.append(
            (name, [Fraction(draw.choice([-1, 1]) * draw.randint(2, 79), 10) for _ in heads])
        )
    lines.append(
        ("Effective tax rate", [sum((v[c] for _, v in lines), Fraction(0)) for c in range(2)])
    )
    for name, values in lines:
        sheet.lines.append(Line(name, [Cell(value, 1, "percent") for value in values]))
    last = len(lines) - 1
    for column in range(2):
        parts: tuple[Place, ...] = tuple((at, column) for at in range(last))
        sheet.checks.append(Check("total", (last, column), parts, _sum, Fraction(last + 1, 20)))
    return sheet


def _sum(found: Sequence[Fraction]) -> Fraction:
    return sum(found, Fraction(0))


def per_share(draw: random.Random, begin: Callable[..., Book]) -> Sheet:
    """Net income, shares and earnings a share: the dilution is added, the rest is not."""
    heads = list(_last_two(draw))
    book = begin(draw, "Earnings per share", heads)
    book.decimals = 0
    size = _size(draw)
    book.add("Net income", book.row(size // 3, size, 2))
    if draw.random() < 0.6:
        book.section("Weighted average shares outstanding:")
    basic = book.add(
        draw.choice(["Basic", "Weighted average shares - basic"]),
        book.row(size // 2, size, 2, 0.05),
    )
    effect = book.add("Effect of dilutive securities", book.row(size // 90 + 3, size // 30 + 9, 2))
    book.total(
        draw.choice(["Diluted", "Weighted average shares - diluted"]), _plus([basic, effect])
    )
    book.section("Net income per share:")
    for label in ("Basic", "Diluted"):
        book.sheet.lines.append(
            Line(label, [Cell(Fraction(draw.randint(20, 900), 100), 2, "plain") for _ in heads])
        )
    return book.sheet


def adjusted(draw: random.Random, begin: Callable[..., Book]) -> Sheet:
    """From net income to adjusted EBITDA, with the margin in revenue below."""
    heads = list(_last_two(draw))
    book = begin(draw, "Reconciliation to adjusted EBITDA", heads)
    size = _size(draw)
    rows = [book.add("Net income", book.row(size // 3, size, 2))]
    names = ["Interest expense", "Income tax expense", "Depreciation and amortization"]
    rows += [book.add(name, book.row(size // 30 + 9, size // 6 + 20, 2)) for name in names]
    if draw.random() < 0.7:
        rows = [book.total("EBITDA", _plus(rows), "subtotal")]
    names = draw.sample(
        [
            "Share-based compensation",
            "Restructuring costs",
            "Acquisition costs",
            "Gain on sale of business",
            "Litigation settlement",
        ],
        draw.randint(2, 3),
    )
    rows += [
        book.add(
            name,
            book.row(size // 60 + 9, size // 12 + 20, 2),
            sign=-1 if name.startswith("Gain") else 1,
        )
        for name in names
    ]
    total = book.total("Adjusted EBITDA", _plus(rows))
    if draw.random() < 0.6:
        revenue = book.add("Revenue", [v * draw.randint(4, 9) for v in book.hidden[total]])
        cells: list[Cell | None] = []
        for column in range(2):
            made, whole = book.sheet.at((total, column)), book.sheet.at((revenue, column))
            assert made is not None
            assert whole is not None
            cells.append(Cell(Fraction(round(made.value / whole.value * 1000), 10), 1, "percent"))
        book.sheet.lines.append(Line("Adjusted EBITDA margin", cells))
        at = len(book.sheet.lines) - 1
        for column in range(2):
            slack = Fraction(3, 10) + (Fraction(200, size) if book.rounds else 0)
            book.sheet.checks.append(
                Check(
                    "percent cell",
                    (at, column),
                    ((total, column), (revenue, column)),
                    _share,
                    slack,
                )
            )
    return book.sheet


def _share(found: Sequence[Fraction]) -> Fraction:
    return found[0] / found[1] * 100


def constant_currency(draw: random.Random, begin: Callable[..., Book]) -> Sheet:
    """Growth as reported and at constant currency: only the first can be worked out."""
    heads = list(_last_two(draw))
    book = begin(draw, "Revenue by region", heads)
    size = _size(draw)
    rows = [
        book.add(name, book.row(size // 20 + 9, size // 3 + 20, 2))
        for name in draw.sample(
            ["Americas", "EMEA", "Asia Pacific", "Greater China", "Japan", "India"],
            draw.randint(3, 5),
        )
    ]
    book.total(draw.choice(["Total", "Total revenue", "Group"]), _plus(rows))
    decimals = draw.choice([0, 1])
    add_change(
        book.sheet,
        0,
        1,
        percent=decimals,
        head=draw.choice(["Change %", "% change", "Reported growth %"]),
    )
    name = draw.choice(
        [
            "Constant currency %",
            "% change at constant currency",
            "Organic growth %",
            "Underlying change %",
        ]
    )
    book.sheet.heads.append(name)
    for line in book.sheet.lines:
        shown = line.cells[2]
        off = draw.choice([0, 0, 1, -1, 2])
        line.cells.append(Cell(shown.value + off, decimals, "percent") if shown else None)
    return book.sheet


def margins(draw: random.Random, begin: Callable[..., Book]) -> Sheet:
    """Revenue, operating income and margin by segment; the margin of the total is no sum."""
    book = begin(draw, "Segment performance", ["Revenue", "Operating income"])
    book.sheet.unlike = True
    size, scale = _size(draw), 10**book.decimals
    rows = []
    for name in draw.sample(
        ["Industrial", "Consumer", "Healthcare", "Energy", "Transport", "Services"],
        draw.randint(3, 5),
    ):
        revenue = book.row(size // 9 + 90, size // 2 + 200, 1)[0]
        income = Fraction(round(revenue * scale * draw.randint(4, 32) / 100), scale)
        rows.append(book.add(name, [revenue, income]))
    book.total("Total", _plus(rows))
    sheet = book.sheet
    sheet.heads.append(draw.choice(["Margin", "Margin %", "Operating margin"]))
    for at, line in enumerate(sheet.lines):
        revenue_, income_ = line.cells[0], line.cells[1]
        assert revenue_ is not None
        assert income_ is not None
        share = Fraction(round(income_.value / revenue_.value * 1000), 10)
        line.cells.append(Cell(share, 1, "percent"))
        slack = Fraction(3, 10) + Fraction(300, int(revenue_.value * scale) or 1)
        sheet.checks.append(Check("percent cell", (at, 2), ((at, 1), (at, 0)), _share, slack))
    return sheet
