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

Bad (markdown)

    | Item | Qty | Unit price | Amount |
    |---|---:|---:|---:|
    | Stools | 40 | £17.50 | £770.00 |
                             ^^^^^^^ 40 × £17.50 = £700.00, not £770.00
    | Benches | 6 | £61.00 | £366.00 |

Bad (markdown)

    | Ward | Beds at start | In | Out | Beds at end |
    |---|---:|---:|---:|---:|
    | Ash | 60 | 12 | 9 | 63 |
    | Oak | 310 | 28 | 41 | 397 |
                            ^^^ 310 + 28 − 41 = 297, not 397

Bad (markdown)

    | Fund | Granted | Spent | Left |
    |---|---:|---:|---:|
    | Books | £4,900 | £3,150 | £1,570 |
                                ^^^^^^ £4,900 − £3,150 = £1,750, not £1,570

Bad (markdown)

    | Team | P | W | D | L | Pts |
    |---|---:|---:|---:|---:|---:|
    | Elk | 22 | 14 | 5 | 3 | 47 |
    | Fox | 22 | 12 | 6 | 4 | 45 |
                              ^^ 3 × 12 + 6 = 42, not 45
    | Hare | 22 | 9 | 4 | 9 | 31 |

Bad (markdown)

    | Oil | 2020 | 2021 | Change, % |
    |---|---:|---:|---:|
    | Palm | 1,500 | 1,620 | +8 |
    | Rape | 800 | 1,000 | +20 |
                            ^^ 1,000 / 800 − 1 = 25, not 20
    | Nut | 200 | 150 | -25 |

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

from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    Change,
    Claim,
    Document,
    Figure,
    Grade,
    Grid,
    Kind,
    Relation,
    ShareOf,
    TableShare,
    Term,
    computed_value,
    dimension,
    grids,
    is_total,
    judge,
    mendable,
    near_miss,
    relations,
    shares,
)

code = "FC902"

_LEAST = 2  # rows in which a relation must hold that no head names
_SURE = 3
_TELLING = 10  # smaller results come about by chance
_SUMS = frozenset(("sum", "sum of two", "sum of following"))
_ADDING = _SUMS | {"difference", "running total", "flow", "3 a win", "2 a win"}
_WEIGHED = _SUMS | {"difference", "flow", "change", "share", "share of total"}
_FREE = frozenset(("product", "quotient"))  # of which small numbers make many by chance
_FEW = 2  # rows: of more, these are weighed by how many of them hold
_PLAIN = 14
_LARGE = 1000
_CLOSE = Fraction(5, 4)

Row = tuple[Figure | None, ...]
Grains = dict[tuple[Kind, str], Fraction]  # the least of the figures of a sort


def relate(document: Document) -> Iterator[Claim]:
    """The best relation of each column of each table, and of each row."""
    for grid in grids(document):
        yield from _worked_out(grid, is_small=len(grid.labels) <= _FEW)
        yield from _worked_out(grid.turned(), is_small=len(grid.heads) == 1, is_turned=True)
        yield from map(_percentage, shares(grid))


def _percentage(found: TableShare) -> Claim:
    term = Change(found.one, found.other, 1) if found.is_change else ShareOf(found.one, found.other)
    name = "percent change" if found.is_change else "percent of"
    claim = Claim(stated=found.stated, term=term, reading=name)
    claim.tie = "plain" if found.bits >= _PLAIN else "fair"
    claim.verdict = min(judge(claim), Grade.ROUNDING) if found.holds else Grade.CONFLICT
    return claim


def _worked_out(grid: Grid, *, is_small: bool, is_turned: bool = False) -> Iterator[Claim]:
    rows = list(grid.cells)
    total = _total_row(grid)
    grains = _grains(rows)
    for column in range(len(grid.heads)):
        best: list[Claim] = []
        most = (0, False)
        for relation in relations(grid.heads, column, total):
            if relation.name in _WEIGHED and (
                not is_small or (is_turned and relation.name in _SUMS)
            ):
                continue
            claims = _claims(rows, column, relation, grains, grid.around, is_turned=is_turned)
            rank = sum(map(_holds, claims)), relation.named
            if claims and (not best or rank > most):
                best, most = claims, rank
        yield from best


def _total_row(grid: Grid) -> int:
    """The row of totals, by its label or by its 100%; -1 where there is none."""
    for at, label in enumerate(grid.labels):
        if is_total(label):
            return at
    last = len(grid.labels) - 1
    cells = [cell for cell in grid.cells[last] if cell is not None]
    return last if any(c.kind is Kind.SHARE and c.value == 100 for c in cells) else -1


def _grains(rows: list[Row]) -> Grains:
    found: Grains = {}
    for row in rows:
        for figure in row:
            if figure is not None:
                sort = figure.kind, dimension(figure)
                grain = Fraction(figure.own_grain if len(rows) >= _SURE else figure.grain)
                found[sort] = min(grain, found.get(sort, grain))
    return found


def _claims(
    rows: list[Row],
    column: int,
    relation: Relation,
    grains: Grains,
    around: str,
    *,
    is_turned: bool,
) -> list[Claim]:
    """The claims of the rows, where the table shows that the relation is meant."""
    found: list[Claim] = []
    held = telling = 0
    for at, row in enumerate(rows):
        stated = row[column]
        if stated is None or stated.kind not in relation.kinds or stated.value is None:
            continue
        term = relation.term(rows, at)
        if relation.name == "difference" and term is not None and _is_negative(term.figures[-1]):
            continue  # "Less: (764)" is added
        if term is None or not _is_possible(stated, term, relation.name):
            continue
        claim = Claim(stated=stated, term=term, reading=relation.name)
        claim.verdict = judge(claim)
        if claim.verdict > Grade.ROUNDING and relation.name in _WEIGHED and _is_last_digit(claim):
            claim.verdict = Grade.ROUNDING
        elif claim.verdict is Grade.ROUNDING and not _may_be_rounded(claim, grains):
            claim.verdict = Grade.CONFLICT  # "20" beside 8 and 25 is no rounded 25
        if claim.verdict <= Grade.ROUNDING:
            held += 1
            telling += abs(Fraction(stated.value)) >= _TELLING or stated.grain < 1
        found.append(claim)
        if at >= _SURE and held < at // 2:
            return []
    failed = len(found) - held
    least = _SURE if relation.name == "sum of following" else _LEAST
    if is_turned and relation.name in _FREE:
        least = _SURE + 1
    is_shown = telling >= least and failed * 3 <= held + 1 and len(found) >= _SURE
    if not is_shown and not (relation.named and _is_told(found, held)):
        return []
    if relation.name.endswith("a win") and "deduct" in around:
        return []
    kept = [claim for claim in found if _holds(claim) or not _may_be_rounded(claim, grains)]
    for claim in kept:
        claim.tie = "plain" if held >= _SURE else "fair" if is_shown else "named"
    return kept


def _is_last_digit(claim: Claim) -> bool:
    """Do large amounts miss by what their rounding makes?"""
    stated, value = claim.stated, computed_value(claim)
    if stated is None or value is None or abs(Fraction(stated.value or 0)) < _LARGE:
        return False
    slack = Fraction(stated.grain) * (len(claim.term.figures) + 1) / 2
    return abs(Fraction(value) - Fraction(stated.value or 0)) <= slack


def _is_negative(figure: Figure) -> bool:
    return figure.value is not None and figure.value < 0


def _is_told(found: list[Claim], held: int) -> bool:
    """May the heads be believed: does it hold in half of the rows, or nearly in the only one?"""
    failed = len(found) - held
    if held >= failed:
        return held > 0
    return len(found) == 1 and (near_miss(found[0], _CLOSE) or bool(mendable(found[0])))


def _holds(claim: Claim) -> bool:
    return claim.verdict is not None and claim.verdict <= Grade.ROUNDING


def _is_possible(stated: Figure, term: Term, name: str) -> bool:
    """Do the units fit: alike in sums and differences, one in a product?"""
    if name in _ADDING:
        return all(_is_like(figure, stated, name) for figure in term.figures)
    if name == "product":
        return sum(dimension(figure) != "" for figure in term.figures) == (dimension(stated) != "")
    one, other = term.figures[:2]
    return dimension(one) == dimension(other) and one.kind is other.kind


def _is_like(figure: Figure, stated: Figure, name: str) -> bool:
    if name == "difference" and stated.kind in (Kind.POINTS, Kind.SHARE):
        return figure.kind is Kind.SHARE
    return figure.kind is stated.kind and dimension(figure) == dimension(stated)


def _may_be_rounded(claim: Claim, grains: Grains) -> bool:
    """Would the row hold if every figure of a quotient were rounded to its last digit?"""
    if claim.reading in _ADDING:
        return False
    stated = claim.stated
    one, other = (Fraction(figure.value or 0) for figure in claim.term.figures[:2])
    half = [grains[figure.kind, dimension(figure)] / 2 for figure in claim.term.figures[:2]]
    if stated is None or stated.value is None or not one or not other:
        return True
    half_stated = grains.get((stated.kind, dimension(stated)), Fraction(stated.grain)) / 2
    slack = abs(half[0] / one) + abs(half[1] / other)
    base = abs(one / other) * (100 if stated.kind is Kind.SHARE else 1)
    if claim.reading == "product":
        base = abs(one * other)
    target = Fraction(stated.value) + (100 if claim.reading == "change" else 0)
    return abs(base - abs(target)) <= base * slack * Fraction(5, 4) + half_stated
