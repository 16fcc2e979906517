r"""What the text says of a row of a table must be what stands in the row.

Where a sentence near a table names one of its rows with a number beside it, and no cell of the row
has that number but one differs by a slip of the hand (two digits exchanged, one digit wrong), the
two are taken for one. Where the sentence names a year of the table as well, and little but "was" or
"rose to" stands between, any number not far off is wrong, and so is a change in percent that the
columns of two years do not make. Small numbers, and those that stand elsewhere in the table, are passed over.

Bad (markdown)

    In the Lee there were 132 trout; in the Bandon there were 208.
                          ^^^ 312 in the table
    |
    | River | Trout | Mean length (cm) |
    |---|---|---|
    | Lee | 312 | 21.4 |
    | Bandon | 208 | 24.9 |

Bad (markdown)

    The deepest of the lakes is Svart, at 87 m.
                                          ^^^^ 78 in the table
    |
    | Lake | Depth (m) | Area (ha) |
    |---|---|---|
    | Svart | 78 | 340 |
    | Lang | 41 | 910 |

Bad (markdown)

    | Mill | Tonnes |
    |---|---|
    | Ashford | 4,870 |
    | Benton | 3,915 |
    |
    Benton ground 3,195 tonnes, its best for years.
                  ^^^^^^^^^^^^ 3,915 in the table

Bad (markdown)

    | Choice | Answers |
    |---|---|
    | Never | 84 |
    | Often | 131 |
    |
    Of those asked, 48 said never and 131 often.
                    ^^ 84 in the table

Bad (markdown)

    | Ward | Voters |
    |---|---|
    | East Hill | 5,204 |
    | Castle | 6,118 |
    |
    Turnout was good in Castle, where 6,718 people voted.
                                      ^^^^^ 6,118 in the table

Bad (markdown)

    | (in thousands) | 2019 | 2018 |
    |---|---:|---:|
    | Net sales | 61,480 | 58,215 |
    | Cost of sales | 39,722 | 37,940 |
    |
    Cost of sales came to $37.9 million in 2019.
                          ^^^^^^^^^^^^^ 39,722 in the table

Bad (markdown)

    As Table 4 shows, ticket income rose 8.2% in 2021.
                                         ^^^^ 1,311 / 1,240 − 1 = 5.7%, not 8.2%
    |
    | £000 | 2021 | 2020 |
    |---|---:|---:|
    | Ticket income | 1,311 | 1,240 |
    | Catering | 402 | 377 |

Good (markdown)

    In the Lee there were 312 trout; in the Bandon there were 208.
    |
    | River | Trout | Mean length (cm) |
    |---|---|---|
    | Lee | 312 | 21.4 |
    | Bandon | 208 | 24.9 |

Good (markdown)

    The deepest of the lakes is Svart, at 78 m.
    |
    | Lake | Depth (m) | Area (ha) |
    |---|---|---|
    | Svart | 78 | 340 |
    | Lang | 41 | 910 |

Good (markdown)

    | Mill | Tonnes |
    |---|---|
    | Ashford | 4,870 |
    | Benton | 3,915 |
    |
    Benton ground 3,915 tonnes, its best for years.

Passed over (markdown)

    | Mill | Tonnes |
    |---|---|
    | Ashford | 4,870 |
    | Benton | 3,915 |
    |
    Benton has 640 workers.

Passed over (markdown)

    | Mill | Tonnes |
    |---|---|
    | Ashford | 4,870 |
    | Benton | 3,915 |
    |
    Benton ground more than 3,195 tonnes.

Passed over (markdown)

    | Mill | Tonnes |
    |---|---|
    | Ashford | 48 |
    | Benton | 84 |
    |
    Benton has made up on the 48 of Ashford.

Passed over (markdown)

    | Mill | Tonnes |
    |---|---|
    | Ashford | 4,870 |
    | Benton | 3,915 |
    |
    In 2009 Benton ground 3,195 tonnes.

Passed over (markdown)

    | Mill | Tonnes |
    |---|---|
    | Ashford | 4,870 |
    | Benton | 3,915 |
    |
    Benton grew by 3,195 tonnes.

Passed over (markdown)

    | Mill | Hands |
    |---|---|
    | Ashford | 6 |
    | Benton | 9 |
    |
    Benton has five looms.

Passed over (markdown)

    | Mill | Tonnes |
    |---|---|
    | Ashford | 4,870 |
    | Benton | 3,915 |
    |
    Another 3,195 tonnes went to Benton by rail.

Good (markdown)

    | (in thousands) | 2019 | 2018 |
    |---|---:|---:|
    | Net sales | 61,480 | 58,215 |
    | Cost of sales | 39,722 | 37,940 |
    |
    Net sales rose 5.6% to $61.5 million in 2019 from $58.2 million in 2018.

Passed over (markdown)

    | (in thousands) | 2019 | 2018 |
    |---|---:|---:|
    | Net sales | 61,480 | 58,215 |
    | Cost of sales | 39,722 | 37,940 |
    |
    Excluding the yard in Turku, net sales came to $55.1 million in 2019.

Passed over (markdown)

    | (in thousands) | 2019 | 2018 |
    |---|---:|---:|
    | Net sales | 61,480 | 58,215 |
    | Cost of sales | 39,722 | 37,940 |
    |
    Net sales were $54.2 million in 2017.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    Change,
    Claim,
    Document,
    Figure,
    Given,
    Grade,
    Grid,
    Hedge,
    Kind,
    Mention,
    Sentence,
    decided,
    grids,
    mentions,
    prose,
    rows_of,
)

code = "FC903"

_KINDS = frozenset((Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.SHARE, Kind.DURATION))
_ASIDE = frozenset(
    ("moved", "gap", "than", "from", "prior", "each", "average", "rest", "expected", "versus", "by")
)
_APART = 8  # tokens between the name of a row and its number
_AWAY = 6  # blocks between a sentence and its table
_MOST_ROWS = 60
_MOST_NEAR = 40
_MOST_FIGURES = 40
_LEAST = 10
_STOPS = frozenset((";", ".", ":", "#", "while", "but"))
_OTHER = frozenset("another other further earlier previous previously last additional".split())


def relate(document: Document) -> Iterator[Claim]:
    """The figures beside the name of a row, near a table."""
    if not document.tables:
        return
    sentences = prose(document)
    for grid in grids(document):
        if not 2 <= len(grid.labels) <= _MOST_ROWS:
            continue
        rows = _named_rows(grid)
        values = Counter(_digits(cell) for row in grid.cells for cell in row if cell is not None)
        first, last = grid.blocks
        start = bisect_left(sentences, first - _AWAY, key=_block)
        names = rows_of(grid)
        for sentence in sentences[start : start + _MOST_NEAR]:
            if sentence.block > last + _AWAY:
                break
            told = list(mentions(sentence, grid, names)) if names else []
            yield from map(_of_cell, told)
            if not told:
                yield from _of_sentence(sentence, grid, rows, values)


def _of_cell(told: Mention) -> Claim:
    """What is said of the cell of a row and a year, or of the change between two."""
    said, cell = told.said, told.cell
    if told.before is not None:
        claim = Claim(stated=said, term=Change(cell, told.before, told.direction), consistency=True)
        claim.reading, claim.tie = "change", "plain"
        claim.verdict = Grade.EXACT if told.holds else Grade.CONFLICT
        return claim
    return _claim(said, cell, told.how, holds=told.holds)


def _block(sentence: Sentence) -> int:
    return sentence.block


def _named_rows(grid: Grid) -> dict[str, list[tuple[list[str], int]]]:
    """The rows by the first word of their names, with all the words."""
    rows: dict[str, list[tuple[list[str], int]]] = {}
    for at, label in enumerate(grid.labels):
        words = label.split()
        if words and len(words) <= 4 and words[0].isalpha() and len(words[0]) > 2:
            rows.setdefault(words[0], []).append((words, at))
    return rows


def _of_sentence(
    sentence: Sentence,
    grid: Grid,
    rows: dict[str, list[tuple[list[str], int]]],
    values: Counter[str],
) -> Iterator[Claim]:
    words = sentence.words
    if rows.keys().isdisjoint(words) or len(sentence.figures) > _MOST_FIGURES:
        return
    if any(figure.kind is Kind.DATE for figure in sentence.figures):
        return
    named = {
        place: (at, place + len(label))
        for place, word in enumerate(words)
        for label, at in rows.get(word, ())
        if words[place : place + len(label)] == label
    }
    for figure in sentence.figures:
        at = _row_of(words, figure, named) if _may_be_cell(words, figure) else -1
        if at >= 0:
            yield from _against(figure, [cell for cell in grid.cells[at] if cell], values)


def _may_be_cell(words: list[str], figure: Figure) -> bool:
    return (
        figure.kind in _KINDS
        and figure.hedge is Hedge.EXACT
        and figure.value is not None
        and figure.value >= _LEAST
        and not figure.roles & _ASIDE
        and _OTHER.isdisjoint(words[max(0, figure.place - 4) : figure.place])
    )


def _row_of(words: list[str], figure: Figure, named: dict[int, tuple[int, int]]) -> int:
    """The row that is named next to a figure, with no other figure between; -1 for none."""
    place = figure.place
    for at in range(place - 1, max(-1, place - _APART - 1), -1):
        if at in named:
            row, end = named[at]
            return row if end <= place else -1
        if words[at] in _STOPS:
            break
    for at in range(place + 1, min(len(words), place + _APART)):
        if at in named:
            return named[at][0]
        if words[at] in _STOPS or words[at] == ",":
            break
    return -1


def _against(figure: Figure, cells: list[Figure], values: Counter[str]) -> Iterator[Claim]:
    """The cell that says the same, or the only one that differs by a slip."""
    written = _digits(figure)
    like = [cell for cell in cells if cell.kind is figure.kind or cell.kind is Kind.COUNT]
    for cell in like:
        if _digits(cell) == written:
            yield _claim(figure, cell, "same", holds=True)
            return
    if values[written]:
        return
    slips = [(cell, how) for cell in like if (how := _slip(written, _digits(cell)))]
    if len(slips) == 1:
        yield _claim(figure, *slips[0], holds=False)


def _claim(figure: Figure, cell: Figure, how: str, *, holds: bool) -> Claim:
    fails = f"{cell.text} in the table"
    says = f"{figure.text} here, {fails}"
    return decided(figure, Given(cell), holds, says, fails, reading=how, consistency=True)


def _digits(figure: Figure) -> str:
    """The digits of a number from the first to the last that is no nought."""
    value = Fraction(figure.value or 0)
    for _ in range(6):
        if value.denominator == 1:
            break
        value *= 10
    return str(abs(int(value))).strip("0")


def _slip(one: str, other: str) -> str:
    """ "swapped" digits, "one digit" of three or more; "" for other numbers."""
    if len(one) != len(other) or len(one) < 2:
        return ""
    wrong = [k for k in range(len(one)) if one[k] != other[k]]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(one) == sorted(other):
        return "swapped"
    return "one digit" if len(wrong) == 1 and len(one) >= 3 else ""
