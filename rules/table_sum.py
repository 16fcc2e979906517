r"""The total of a table's row or column must be the sum of its entries.

A total, a subtotal, a result ("Gross profit", "Net income", "At 31 December"), a change beside two
years: which rows or columns it is made of, and which of them are taken off, shows where the other
columns of the row, or rows of the column, foot. Then the one that does not is wrong. Amounts in
thousands may miss by their rounding. Percentages, averages, prices and rates do not add up, nor do
selected rows, and a total none of whose columns foots is something else. A row that is named a mean
must be that of the rows above it.

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

Bad (markdown)

    | (in thousands) | 2021 | 2020 |
    |---|---:|---:|
    | Net sales | $ 61,480 | $ 58,215 |
    | Cost of sales | 39,722 | 37,940 |
    | Gross profit | 21,758 | 20,725 |
                              ^^^^^^ $ 58,215 − 37,940 = 20,275, not 20,725
    | Selling expenses | 8,306 | 8,114 |
    | Administration | 5,917 | 5,402 |
    | Operating income | $ 7,535 | $ 6,759 |

Bad (markdown)

    | €m | 2022 | 2021 |
    |---|---:|---:|
    | Gross debt | 1,846.2 | 1,790.5 |
    | Less: cash | (412.9) | (385.1) |
    | Net debt | 1,433.3 | 1,504.4 |
                           ^^^^^^^ 1,790.5 + (385.1) = 1,405.4, not 1,504.4

Bad (markdown)

    | Segment | North | South | Group |
    |---|---:|---:|---:|
    | External sales | 7,310 | 4,126 | 11,436 |
    | Staff costs | 1,904 | 1,377 | 3,281 |
    | Other costs | 2,855 | 1,640 | 4,945 |
                                    ^^^^^ 2,855 + 1,640 = 4,495, not 4,945

Bad (markdown)

    | Provisions | 2019 | 2018 |
    |---|---:|---:|
    | At 1 January | 3,418 | 3,125 |
    | Charged | 706 | 642 |
    | Used | (391) | (349) |
    | At 31 December | 4,515 | 3,418 |
                       ^^^^^ 3,418 + 706 + (391) = 3,733, not 4,515

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

Good (markdown)

    | (in millions) | 2021 | 2020 |
    |---|---:|---:|
    | Licences | 1,240 | 1,105 |
    | Services | 2,418 | 2,377 |
    | Total revenue | 3,659 | 3,482 |
    | Cost of revenue | (1,522) | (1,490) |
    | Gross profit | 2,137 | 1,992 |

Passed over (markdown)

    | Branch | Sales | Members | Mean basket |
    |---|---:|---:|---:|
    | Elm Row | 41,250 | 3,120 | 13.22 |
    | Quay | 38,114 | 2,870 | 13.28 |
    | Market | 52,906 | 4,015 | 13.18 |
    | Total | 132,270 | 8,214 | 16.10 |

Passed over (markdown)

    | | Q1 | Q2 | Q3 | Year |
    |---|---:|---:|---:|---:|
    | Trucks sold | 1,210 | 1,344 | 1,187 | 3,741 |
    | Hours | 30,125 | 31,448 | 29,870 | 91,443 |
    | Staff at the end | 412 | 420 | 431 | 431 |

Passed over (markdown)

    | Selected data | 2021 | 2020 |
    |---|---:|---:|
    | Revenue | 8,214 | 7,930 |
    | Net income | 655 | 612 |
    | Total assets | 12,480 | 11,975 |

Passed over (markdown)

    | Region | 2021 | Reported growth | Organic growth |
    |---|---:|---:|---:|
    | West | 612 | 4.1% | 3.9% |
    | East | 540 | 2.0% | 2.6% |
    | Total | 1,152 | 3.1% | 3.3% |

Passed over (markdown)

    | Staff | 2021 | 2020 |
    |---|---:|---:|
    | Workshops | 318 | 305 |
    | of whom apprentices | 42 | 39 |
    | Offices | 127 | 131 |
    | Total | 445 | 436 |

Passed over (markdown)

    | £000 | Note | 2021 | 2020 |
    |---|---:|---:|---:|
    | Rent | 4 | 1,812 | 1,790 |
    | Fees | 5 | 930 | 905 |
    | Total income | | 2,742 | 2,695 |
"""

from collections.abc import Iterator

from figcheck.rulekit import (
    AMOUNTS,
    Claim,
    Document,
    Figure,
    Grade,
    Grid,
    Kind,
    Mean,
    Remainder,
    Sum,
    TableSum,
    dimension,
    grids,
    is_aside,
    is_total,
    judge,
    mendable,
    sums,
)

code = "FC901"

_MEANS = frozenset(("mean", "average", "avg", "avg."))
_CAVEATS = (
    "selected", "largest", "biggest", "top ", "leading", "extract", "excerpt", "not shown",
    "omitted", "excluding", "includes", "not add", "among", "principal", "main ", "some of",
    "not listed", "double", "more than one", "more than once",
)  # fmt: skip
_SURE = 20  # bits of evidence that no caveat around the table takes away
_PLAIN = 14


def relate(document: Document) -> Iterator[Claim]:
    """The totals and means of each table, of its rows and of its columns."""
    for grid in grids(document):
        is_doubtful = any(mark in grid.around for mark in _CAVEATS) or _counts_more(grid)
        found = sums(grid)
        broken = {id(one.stated) for one in found if one.off_by}
        for one in found:
            if not one.off_by or one.bits >= _SURE or not is_doubtful:
                claim = _claim(one)
                # That a cell foots one way does not excuse that it does not the other.
                claim.consistency = not one.off_by and id(one.stated) in broken
                yield claim
        yield from _means(grid)
        yield from _means(grid.turned())


def _claim(found: TableSum) -> Claim:
    term = Remainder(Sum(found.added), found.taken_off) if found.taken_off else Sum(found.added)
    kind = "column" if found.is_turned else "row"
    reading = f"{kind} balance" if found.taken_off else f"{kind} total"
    claim = Claim(stated=found.stated, term=term, reading=reading)
    claim.tie = "plain" if found.bits >= _PLAIN else "fair"
    if found.off_by:
        claim.verdict = Grade.CONFLICT
    else:
        claim.verdict = min(judge(claim), Grade.ROUNDING)
    return claim


def _counts_more(grid: Grid) -> bool:
    """ "All 27": a total says that it covers more rows than the table shows."""
    return any(
        3 <= int(word) != at
        for at, label in enumerate(grid.labels)
        if is_total(label)
        for word in label.split()
        if word.isdigit() and len(word) < 4
    )


def _means(grid: Grid) -> Iterator[Claim]:
    """Each row that is named a mean against the rows before it, of which none is another kind."""
    for at, label in enumerate(grid.labels):
        if at < 2 or _MEANS.isdisjoint(label.replace(":", " ").split()[:2]):
            continue
        rows = list(range(at))
        if any(is_aside(grid.labels[k]) or is_total(grid.labels[k]) for k in rows):
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


def _is_like(part: Figure, total: Figure) -> bool:
    return part.kind is total.kind and dimension(part) == dimension(total)


def _held(claims: list[Claim]) -> int:
    return sum(claim.verdict is not None and claim.verdict <= Grade.ROUNDING for claim in claims)
