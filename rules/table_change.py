r"""A column of a table that is worked out from others must be so in every row.

Where a column is, row after row, the sum, difference, product, quotient, running total or
percentage of others, a row in which it is not is an error. The table itself shows the relation: it
must hold in at least two rows and in three quarters of those that can be judged; what honest
rounding of the other columns explains is passed over.

Bad (markdown)

    | Stage | Minutes | Ends at |
    |---|---:|---:|
    | Checkout | 2 | 2 |
    | Build | 11 | 13 |
    | Tests | 9 | 24 |
                  ^^ 2 + 11 + 9 = 22, not 24
    | Deploy | 4 | 26 |

Bad (markdown)

    | Works | 2022 | 2023 | Change |
    |---|---:|---:|---:|
    | Bari | 410 | 455 | 45 |
    | Lecce | 380 | 362 | -18 |
    | Foggia | 275 | 301 | 36 |
                           ^^ 301 − 275 = 26, not 36
    | Trani | 140 | 152 | 12 |

Bad (markdown)

    | Item | Number | Price | Cost |
    |---|---:|---:|---:|
    | Desks | 12 | $140 | $1,680 |
    | Chairs | 30 | $45 | $1,530 |
                          ^^^^^^ 30 × $45 = $1,350, not $1,530
    | Lamps | 18 | $25 | $450 |
    | Shelves | 6 | $210 | $1,260 |

Bad (markdown)

    | Party | Seats | Share |
    |---|---:|---:|
    | Left | 42 | 21.0% |
    | Centre | 68 | 43.0% |
                    ^^^^^ 68 / 200 = 34.0%, not 43.0%
    | Right | 58 | 29.0% |
    | Others | 32 | 16.0% |
    | Total | 200 | 100.0% |

Bad (markdown)

    | Trust | Spring | Autumn | Two terms |
    |---|---:|---:|---:|
    | Ashby | 210 | 195 | 405 |
    | Corley | 182 | 164 | 364 |
                           ^^^ 182 + 164 = 346, not 364
    | Denton | 96 | 110 | 206 |
    | Elham | 74 | 38 | 112 |

Good (markdown)

    | Stage | Minutes | Ends at |
    |---|---:|---:|
    | Checkout | 2 | 2 |
    | Build | 11 | 13 |
    | Tests | 9 | 22 |
    | Deploy | 4 | 26 |

Good (markdown)

    | Works | 2022 | 2023 | Change |
    |---|---:|---:|---:|
    | Bari | 410 | 455 | 45 |
    | Lecce | 380 | 362 | -18 |
    | Foggia | 275 | 301 | 26 |
    | Trani | 140 | 152 | 12 |

Good (markdown)

    | Party | Seats | Share |
    |---|---:|---:|
    | Left | 42 | 21.0% |
    | Centre | 68 | 34.0% |
    | Right | 58 | 29.0% |
    | Others | 32 | 16.0% |
    | Total | 200 | 100.0% |

Passed over (markdown)

    | Kernel | Before (ns) | After (ns) | Speed-up |
    |---|---:|---:|---:|
    | Abs | 250 | 40 | 6.2x |
    | Neg | 471 | 82 | 5.8x |
    | Scale | 229 | 43 | 5.3x |

Passed over (markdown)

    | Club | Won | Lost | Points |
    |---|---:|---:|---:|
    | Elk | 9 | 3 | 21 |
    | Fox | 8 | 4 | 20 |
    | Hare | 5 | 7 | 14 |

Passed over (markdown)

    | Lake | Length | Width | Depth |
    |---|---:|---:|---:|
    | Arva | 12 | 4 | 8 |
    | Gowna | 15 | 5 | 10 |
    | Sillan | 9 | 3 | 7 |

Good (markdown)

    | Item | Number | Price | Cost |
    |---|---:|---:|---:|
    | Desks | 12 | $140 | $1,680 |
    | Chairs | 30 | $45 | $1,350 |
    | Lamps | 18 | $25 | $450 |

Passed over (markdown)

    | Team | Home | Away | Rank |
    |---|---:|---:|---:|
    | Elk | 31 | 22 | 2 |
    | Fox | 28 | 30 | 1 |
    | Hare | 19 | 14 | 3 |

Passed over (markdown)

    | Year | Births | Deaths | Growth |
    |---|---:|---:|---:|
    | 2019 | 412 | 388 | 61 |
    | 2020 | 405 | 431 | -12 |
    | 2021 | 398 | 440 | 7 |

Passed over (markdown)

    | Plant | Output | Sold |
    |---|---:|---:|
    | Bari | 410 | 380 |
    | Lecce | 380 | 362 |
    | Foggia | 275 | 301 |
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from figcheck.rulekit import (
    AMOUNTS,
    Change,
    Claim,
    Difference,
    Document,
    Figure,
    Grade,
    Grid,
    Kind,
    Product,
    Ratio,
    ShareOf,
    Sum,
    Term,
    dimension,
    grids,
    judge,
)

code = "FC902"

_REACH = 4  # columns to the left that a column may be worked out from
_LEAST = 2  # rows in which a relation must hold
_SURE = 3
_MOST_STEPS = 30
_TELLING = 10  # smaller results come about by chance

Row = tuple[Figure | None, ...]
Make = Callable[[list[Row], int], Term | None]


class _Relation(NamedTuple):
    """How a column follows from others: its name, the kinds of the column, the term of a row."""

    name: str
    kinds: frozenset[Kind]
    term: Make


def relate(document: Document) -> Iterator[Claim]:
    """The best relation of each column of each table, and of each row."""
    for grid in grids(document):
        yield from _worked_out(grid)
        yield from _worked_out(grid.turned())


def _worked_out(grid: Grid) -> Iterator[Claim]:
    rows = list(grid.cells)
    if len(rows) < _SURE:
        return
    total = next((k for k, label in enumerate(grid.labels) if label.startswith("total")), -1)
    for column in range(1, len(grid.heads)):
        best: list[Claim] = []
        for relation in _relations(column, total):
            claims = _claims(rows, column, relation)
            if claims and len(claims) > len(best):
                best = claims
        yield from best


def _relations(column: int, total: int) -> Iterator[_Relation]:
    """What the column may be of the few columns before it."""
    level = AMOUNTS | {Kind.SHARE, Kind.POINTS}
    share = frozenset((Kind.SHARE,))
    times = frozenset((Kind.COUNT, Kind.MULTIPLE))
    first = max(0, column - _REACH)
    for one in range(first, column):
        yield _Relation("running total", AMOUNTS, _running(one))
        if total >= 0:
            yield _Relation("share of total", share, _share_of_total(one, total))
        for other in range(first, column):
            if other == one:
                continue
            yield _Relation("difference", level, _of_two(one, other, Difference))
            yield _Relation("change", share, _of_two(one, other, lambda a, b: Change(a, b, 1)))
            yield _Relation("share", share, _of_two(one, other, ShareOf))
            yield _Relation("quotient", times, _of_two(one, other, Ratio))
            if one < other:
                yield _Relation("product", AMOUNTS, _of_two(one, other, Product))
                yield _Relation(
                    "sum of two", AMOUNTS, _of_two(one, other, lambda a, b: Sum((a, b)))
                )
    if column >= _SURE:
        yield _Relation("sum", AMOUNTS, _sum_before(column))


def _of_two(one: int, other: int, make: Callable[[Figure, Figure], Term]) -> Make:
    def term(rows: list[Row], at: int) -> Term | None:
        first, second = rows[at][one], rows[at][other]
        if first is None or second is None or not first.value or not second.value:
            return None
        return make(first, second)

    return term


def _running(one: int) -> Make:
    def term(rows: list[Row], at: int) -> Term | None:
        steps = tuple(step for row in rows[: at + 1] if (step := row[one]) is not None)
        return Sum(steps) if at and len(steps) == at + 1 <= _MOST_STEPS else None

    return term


def _share_of_total(one: int, total: int) -> Make:
    def term(rows: list[Row], at: int) -> Term | None:
        part, whole = rows[at][one], rows[total][one]
        if part is None or whole is None or at == total or not whole.value or not part.value:
            return None
        return ShareOf(part, whole)

    return term


def _sum_before(column: int) -> Make:
    def term(rows: list[Row], at: int) -> Term | None:
        parts = tuple(part for part in rows[at][:column] if part is not None)
        return Sum(parts) if len(parts) == column else None

    return term


def _claims(rows: list[Row], column: int, relation: _Relation) -> list[Claim]:
    """The claims of the rows, where the table shows that the relation is meant."""
    found: list[Claim] = []
    held = telling = 0
    for at, row in enumerate(rows):
        stated = row[column]
        if stated is None or stated.kind not in relation.kinds or stated.value is None:
            continue
        term = relation.term(rows, at)
        if term is None or not _is_possible(stated, term, relation.name):
            continue
        claim = Claim(stated=stated, term=term, reading=relation.name)
        claim.verdict = judge(claim)
        if claim.verdict <= Grade.ROUNDING:
            held += 1
            telling += abs(Fraction(stated.value)) >= _TELLING or stated.grain < 1
        found.append(claim)
        if at >= _SURE and held < at // 2:
            return []
    failed = len(found) - held
    if telling < _LEAST or failed * 3 > held + 1 or len(found) < _SURE:
        return []
    kept = [claim for claim in found if _holds(claim) or not _may_be_rounded(claim)]
    for claim in kept:
        claim.tie = "plain" if held >= _SURE else "fair"
    return kept


def _holds(claim: Claim) -> bool:
    return claim.verdict is not None and claim.verdict <= Grade.ROUNDING


def _is_possible(stated: Figure, term: Term, name: str) -> bool:
    """Do the units fit: alike in sums and differences, one in a product?"""
    if name in ("sum", "sum of two", "difference", "running total"):
        return all(_is_like(figure, stated, name) for figure in term.figures)
    if name == "product":
        return sum(dimension(figure) != "" for figure in term.figures) == (dimension(stated) != "")
    one, other = term.figures[:2]
    return dimension(one) == dimension(other) and one.kind is other.kind


def _is_like(figure: Figure, stated: Figure, name: str) -> bool:
    if name == "difference" and stated.kind in (Kind.POINTS, Kind.SHARE):
        return figure.kind is Kind.SHARE
    return figure.kind is stated.kind and dimension(figure) == dimension(stated)


def _may_be_rounded(claim: Claim) -> bool:
    """Would the row hold if every figure of a quotient were rounded to its last digit?"""
    if claim.reading in ("sum", "sum of two", "difference", "running total"):
        return False
    stated = claim.stated
    one, other = (Fraction(figure.value or 0) for figure in claim.term.figures[:2])
    half = [Fraction(figure.grain) / 2 for figure in claim.term.figures[:2]]
    if stated is None or stated.value is None or not one or not other:
        return True
    slack = abs(half[0] / one) + abs(half[1] / other)
    base = abs(one / other) * (100 if stated.kind is Kind.SHARE else 1)
    if claim.reading == "product":
        base = abs(one * other)
    target = Fraction(stated.value) + (100 if claim.reading == "change" else 0)
    return abs(base - abs(target)) <= base * slack * Fraction(5, 4) + Fraction(stated.grain) / 2
