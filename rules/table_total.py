r"""The total of a table's row or column must be the sum of its entries.

A row that is named a total ("Total", "All", "Together", or the bare last row) is held against the
rows above it, a last column so named against the columns before it. A total that does not foot is
an error where most of the other columns of that row, or rows of that column, do.

Bad (markdown)

    | Party | Aye | No |
    |---|---:|---:|
    | National | 44 | 3 |
    | Reform | 12 | 29 |
    | Green | 5 | 16 |
    | Total | 71 | 48 |
              ^^ 44 + 12 + 5 = 61, not 71

Good (markdown)

    | Party | Aye | No |
    |---|---:|---:|
    | National | 44 | 3 |
    | Reform | 12 | 29 |
    | Green | 5 | 16 |
    | Total | 61 | 48 |

Passed over (markdown)

    | Party | Aye | No |
    |---|---:|---:|
    | National | 44 | 3 |
    | Reform | 12 | 29 |
    | Green | 5 | 16 |
    | Average | 20 | 16 |
"""

from collections.abc import Iterator, Sequence

from figcheck.rulekit import AMOUNTS, Claim, Document, Figure, Grade, Sum, Table, judge, mendable

code = "FC901"

_TOTALS = frozenset(
    ("total", "totals", "all", "together", "sum", "overall", "combined", "altogether")
)
_NOT_ROWS = (
    "of which",
    "average",
    "mean",
    "median",
    "less",
    "net",
    "per ",
    "%",
    "including",
    "change",
)
_MOST_ENTRIES = 60

Grid = list[list[Figure | None]]


def relate(document: Document) -> Iterator[Claim]:
    """The totals of each table, of its rows and of its columns."""
    by_block = _figures_by_block(document) if document.tables else {}
    for table in document.tables:
        grid, labels = _grid(document, table, by_block)
        yield from _totals(grid, labels)
        heads = _heads(document, table)
        turned = [list(column) for column in zip(*grid, strict=False)]
        yield from _totals(turned, heads, needs_name=True)


def _figures_by_block(document: Document) -> dict[int, list[Figure]]:
    found: dict[int, list[Figure]] = {}
    for sentence in document.sentences:
        if sentence.figures:
            found.setdefault(sentence.block, []).extend(sentence.figures)
    return found


def _grid(
    document: Document, table: Table, by_block: dict[int, list[Figure]]
) -> tuple[Grid, list[str]]:
    """The figure of each cell that is one, and the label of each row, below the header."""
    grid, labels = [], []
    for row in table.rows[table.header_rows :]:
        cells = [_entry(document, block, by_block) for block in row]
        label = _text(document, row[0]) if row else ""
        grid.append([None, *cells[1:]])
        labels.append(label)
    return grid, labels


def _entry(
    document: Document, block: int | None, by_block: dict[int, list[Figure]]
) -> Figure | None:
    figures = by_block.get(block, []) if block is not None else []
    if len(figures) != 1 or figures[0].kind not in AMOUNTS or figures[0].value is None:
        return None
    text = _text(document, block)
    return figures[0] if len(text) <= len(figures[0].text) + 4 else None


def _text(document: Document, block: int | None) -> str:
    if block is None:
        return ""
    found = document.blocks[block]
    return document.text[found.start : found.end].strip().lower().strip("*_ ")


def _heads(document: Document, table: Table) -> list[str]:
    width = max((len(row) for row in table.rows), default=0)
    row = table.rows[table.header_rows - 1] if table.header_rows else ()
    return [_text(document, row[k]) if k < len(row) else "" for k in range(width)]


def _totals(grid: Grid, labels: Sequence[str], *, needs_name: bool = False) -> Iterator[Claim]:
    """Each total row against the rows since the last one."""
    start = 0
    for at, label in enumerate(labels[: len(grid)]):
        is_last = at == len(grid) - 1
        if not (_is_total(label) or (is_last and not label and not needs_name)):
            continue
        rows = [k for k in range(start, at) if not _is_aside(labels[k])]
        yield from _row_claims(grid, at, rows, len(rows) < at - start)
        start = at + 1


def _is_total(label: str) -> bool:
    return any(word in _TOTALS for word in label.replace(":", " ").split()[:3])


def _is_aside(label: str) -> bool:
    return any(mark in label for mark in _NOT_ROWS)


def _row_claims(grid: Grid, at: int, rows: list[int], has_asides: bool) -> Iterator[Claim]:
    if not 2 <= len(rows) <= _MOST_ENTRIES:
        return
    claims = []
    for column, total in enumerate(grid[at]):
        parts = [grid[k][column] for k in rows if column < len(grid[k])]
        known = tuple(part for part in parts if part is not None)
        if total is None or len(known) != len(rows):
            continue
        claim = Claim(stated=total, term=Sum(known))
        claim.verdict = judge(claim)
        claims.append(claim)
    holding = sum(claim.verdict <= Grade.ROUNDING for claim in claims if claim.verdict is not None)
    for claim in claims:
        fails = claim.verdict is not None and claim.verdict > Grade.ROUNDING
        plain = holding * 2 > len(claims) or (len(claims) <= 2 and mendable(claim) is not None)
        if not fails or (plain and not has_asides):
            yield claim
