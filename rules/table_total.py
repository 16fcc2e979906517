r"""The total of a table's row or column must be the sum of its entries.

A row that is named a total ("Total", "All", "Together", or the bare last row) is held against the
rows above it, a column so named against the columns before it: those since the last total, all of
them, or the subtotals, with or without "of which" rows, as foots best. A total that does not foot is
an error where most of the other columns of that row, or rows of that column, do. Percentages,
averages, prices and rates do not add up, nor do selected rows.

Bad (markdown)

    | Party | Aye | No |
    |---|---:|---:|
    | National | 44 | 3 |
    | Reform | 12 | 29 |
    | Green | 5 | 16 |
    | Total | 71 | 48 |
              ^^ 44 + 12 + 5 = 61, not 71

Bad (markdown)

    | Plot | Beans | Peas |
    |---|---:|---:|
    | North | 12 | 31 |
    | South | 18 | 40 |
    | West | 27 | 25 |
    | Mean | 29 | 32 |
             ^^ (12 + 18 + 27) / 3 = 19, not 29

Good (markdown)

    | Party | Aye | No |
    |---|---:|---:|
    | National | 44 | 3 |
    | Reform | 12 | 29 |
    | Green | 5 | 16 |
    | Total | 61 | 48 |

Good (markdown)

    | Plot | Beans | Peas |
    |---|---:|---:|
    | North | 12 | 31 |
    | South | 18 | 40 |
    | West | 27 | 25 |
    | Mean | 19 | 32 |

Passed over (markdown)

    | Party | Aye | No |
    |---|---:|---:|
    | National | 44 | 3 |
    | Reform | 12 | 29 |
    | Green | 5 | 16 |
    | Median | 12 | 16 |
"""

from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    AMOUNTS,
    Claim,
    Document,
    Figure,
    Grade,
    Grid,
    Kind,
    Mean,
    Sum,
    dimension,
    grids,
    is_total,
    judge,
    mendable,
)

code = "FC901"

_MEANS = frozenset(("mean", "average", "avg", "avg."))
_ASIDE = (
    "of which", "of whom", "including", "incl.", "thereof", "average", "mean", "median", "per ",
    "%", "percent", "per cent", "share", "rate", "change", "growth", "margin", "memo", "rank",
    "ratio", "less", "minus", "net ",
)  # fmt: skip
_NOT_ADDED = (
    "%", "percent", "per cent", "average", "avg", "mean", "median", "rate", "per ", "price",
    "share of", "ratio", "index", "rank", "growth", "age", "year", "date", "speed", "score", "max",
    "min", "peak", "no.", "cumulative", "running", "ends at",
)  # fmt: skip
_CAVEATS = (
    "selected", "largest", "biggest", "top ", "leading", "extract", "excerpt", "not shown",
    "omitted", "excluding", "includes", "may not sum", "not add", "do not sum", "rounding", "among",
    "principal", "main ", "some of", "not listed", "double",
)  # fmt: skip
_MOST_ENTRIES = 80
_NEAR = Fraction(5, 4)


def relate(document: Document) -> Iterator[Claim]:
    """The totals and means of each table, of its rows and of its columns."""
    for grid in grids(document):
        for is_turned in (False, True):
            side = grid.turned() if is_turned else grid
            yield from _totals(side, is_turned=is_turned)
            yield from _means(side)


def _totals(grid: Grid, *, is_turned: bool) -> Iterator[Claim]:
    """Each total row against the best set of the rows that it may sum."""
    labels, last = grid.labels, len(grid.labels) - 1
    totals = [at for at, label in enumerate(labels) if is_total(label)]
    if not is_turned and last not in totals and not labels[last] and last >= 2:
        totals.append(last)
    for at in totals:
        best: list[Claim] = []
        for rows in _row_sets(grid, at, totals):
            claims = _claims(grid, at, rows)
            if _held(claims) > _held(best) or not best:
                best = claims
        yield from _chosen(grid, at, best, is_turned)


def _means(grid: Grid) -> Iterator[Claim]:
    """Each row that is named a mean against the rows before it, of which none is another kind."""
    for at, label in enumerate(grid.labels):
        if at < 2 or _MEANS.isdisjoint(label.replace(":", " ").split()[:2]):
            continue
        rows = list(range(at))
        if any(_is_aside(grid.labels[k]) or is_total(grid.labels[k]) for k in rows):
            continue
        claims = [
            Claim(stated=mean, term=Mean(known), reading="mean")
            for column, mean in enumerate(grid.cells[at])
            if mean is not None and mean.kind in AMOUNTS | {Kind.SHARE}
            if len(known := _known(grid, rows, column, mean)) == len(rows)
        ]
        for claim in claims:
            claim.verdict = judge(claim)
        held = _held(claims)
        for claim in claims:
            if claim.verdict is not None and claim.verdict <= Grade.ROUNDING:
                yield claim
            elif held >= len(claims) - held or (len(claims) == 1 and mendable(claim)):
                claim.tie = "plain" if held * 2 > len(claims) else "fair"
                yield claim


def _known(grid: Grid, rows: list[int], column: int, total: Figure) -> tuple[Figure, ...]:
    parts = [grid.cells[k][column] for k in rows]
    return tuple(part for part in parts if part is not None and _is_like(part, total))


def _row_sets(grid: Grid, at: int, totals: list[int]) -> Iterator[list[int]]:
    """The sets of rows that a total may be the sum of, the plainest first."""
    before = [k for k in totals if k < at]
    start = before[-1] + 1 if before else 0
    since = list(range(start, at))
    plain = [k for k in since if not _is_aside(grid.labels[k])]
    yield plain
    if len(plain) < len(since):
        yield since
    if before:
        everything = [k for k in range(at) if k not in totals and not _is_aside(grid.labels[k])]
        yield everything
        yield before
        yield [*before, *plain]
    if at == 0:
        below = [k for k in range(1, len(grid.labels)) if not _is_aside(grid.labels[k])]
        yield below


def _is_aside(label: str) -> bool:
    return any(mark in label for mark in _ASIDE) or label[:1] in ("-", "–", "•", "↳")


def _claims(grid: Grid, at: int, rows: list[int]) -> list[Claim]:
    """A claim for each column that may be added."""
    found = []
    if not 2 <= len(rows) <= _MOST_ENTRIES:
        return []
    for column, total in enumerate(grid.cells[at]):
        if total is None or not _may_add(total, grid.heads[column]):
            continue
        known = _known(grid, rows, column, total)
        bare = sum(grid.blank[k][column] and grid.cells[k][column] is None for k in rows)
        if len(known) >= 2 and len(known) + bare == len(rows):
            claim = Claim(stated=total, term=Sum(known), reading="total")
            claim.verdict = judge(claim)
            found.append(claim)
    return found


def _is_like(part: Figure, total: Figure) -> bool:
    return part.kind is total.kind and dimension(part) == dimension(total)


def _may_add(total: Figure, head: str) -> bool:
    """An amount that is no average, price or rate, or the 100% of shares of one whole."""
    if total.kind is Kind.SHARE:
        return total.value == 100
    return total.kind in AMOUNTS and not any(mark in head for mark in _NOT_ADDED)


def _held(claims: list[Claim]) -> int:
    return sum(claim.verdict is not None and claim.verdict <= Grade.ROUNDING for claim in claims)


def _chosen(grid: Grid, at: int, claims: list[Claim], is_turned: bool) -> Iterator[Claim]:
    """The claims that hold; those that do not where the table is plainly one that adds up."""
    held = _held(claims)
    failed = len(claims) - held
    is_doubtful = any(mark in grid.around for mark in _CAVEATS) or _counts_more(grid, at)
    for claim in claims:
        if claim.verdict is not None and claim.verdict <= Grade.ROUNDING:
            yield claim
        elif not is_doubtful and (tie := _tie(claim, held, failed)):
            claim.tie = tie
            claim.reading = "column total" if is_turned else "row total"
            yield claim


def _tie(claim: Claim, held: int, failed: int) -> str:
    """How surely a total that does not foot is meant to: "" where it may be something else."""
    if held > failed:
        return "plain"
    if held == failed or held + failed == 1:
        return "fair" if mendable(claim) else "loose" if _is_near(claim) else ""
    return ""


def _is_near(claim: Claim) -> bool:
    made = sum(Fraction(figure.value) for figure in claim.term.figures if figure.value is not None)
    stated = Fraction(claim.stated.value or 0) if claim.stated is not None else Fraction(0)
    return stated > 0 and made < stated * _NEAR and made * _NEAR > stated


def _counts_more(grid: Grid, at: int) -> bool:
    """ "All 27": the total says that it covers more rows than the table shows."""
    numbers = [int(word) for word in grid.labels[at].split() if word.isdigit() and len(word) < 4]
    return any(number >= 3 and number != at for number in numbers)
