"""Tables of every format become grids of cell blocks, and data frames on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from figcheck.read import read
from figcheck.read.grids import Grid

if TYPE_CHECKING:
    from figcheck.document import Document

Rows = list[list[str | None]]

BOATS: Rows = [
    ["Port", "2022", "2023"],
    ["Hale", "1,200", "1,300"],
    ["Ruiz", "40", "(50)"],
    ["Total", "1,240", "1,350"],
]
MARKDOWN = """
| Port | 2022 | 2023 |
|:-----|-----:|-----:|
| Hale | 1,200 | 1,300 |
| Ruiz | 40 | (50) |
| **Total** | 1,240 | 1,350 |
"""
HTML = """
<table><caption>Boats</caption><thead><tr><th>Port<th>2022<th>2023</thead>
<tr><th>Hale<td>1,200<td>1,300
<tr><th>Ruiz<td><p>40</p><td>(50)
<tfoot><tr><th>Total<td>1,240<td>1,350</table>
"""
SPACES = """
Port      2022     2023
Hale     1,200    1,300
Ruiz        40     (50)
Total    1,240    1,350
"""
RULED = """
Port   |  2022 |  2023
-------+-------+------
Hale   | 1,200 | 1,300
Ruiz   |    40 |  (50)
-------+-------+------
Total  | 1,240 | 1,350
"""
TABS = "\n".join("\t".join(cell or "" for cell in row) for row in BOATS)


def cells(document: Document, table: int = 0) -> Rows:
    text, blocks = document.text, document.blocks
    return [
        [None if cell is None else text[blocks[cell].start : blocks[cell].end] for cell in row]
        for row in document.tables[table].rows
    ]


@pytest.mark.parametrize(
    ("source", "form"),
    [
        (MARKDOWN, "markdown"),
        (HTML, "html"),
        (SPACES, "text"),
        (RULED, "text"),
        (TABS, "text"),
        (MARKDOWN.replace("**", ""), "text"),
        (SPACES.replace("\n", "\r\n"), "text"),
    ],
)
@pytest.mark.parametrize("around", ["", "\n\nThere are 1,350 boats in all, the port says.\n\n"])
def test_one_table_in_each_format_is_one_grid(source: str, form: str, around: str) -> None:
    document = read(around + source + around, form)

    assert BOATS == cells(document)
    assert [1] == [table.header_rows for table in document.tables]
    used = {cell for row in document.tables[0].rows for cell in row if cell is not None}
    assert {"cell"} == {document.blocks[cell].role.value for cell in used}


def test_a_frame_is_named_by_the_header() -> None:
    document = read(MARKDOWN, "markdown")

    frame = document.frame(document.tables[0])

    assert ["Port", "2022", "2023"] == list(frame.columns)
    assert BOATS[1:] == frame.to_numpy().tolist()


def test_a_frame_without_a_header_is_numbered() -> None:
    document = read("<table><tr><td>a<td>1<tr><td>b</table>", "html")

    frame = document.frame(document.tables[0])

    assert ["0", "1"] == [str(name) for name in frame.columns]
    assert [["a", "1"], ["b", ""]] == frame.to_numpy().tolist()


def test_a_frame_joins_header_rows() -> None:
    source = (
        "<table><tr><th rowspan=2>Port<th colspan=2>Boats<tr><th>2022<th>2023"
        "<tr><td>Hale<td>5<td>6</table>"
    )
    document = read(source, "html")

    frame = document.frame(document.tables[0])

    assert ["Port", "Boats 2022", "Boats 2023"] == list(frame.columns)
    assert [["Hale", "5", "6"]] == frame.to_numpy().tolist()


class TestHtml:
    def test_spans_fill_their_places(self) -> None:
        source = (
            "<table><tr><td rowspan=3>a<td colspan=2>b<td>c<tr><td>d<td rowspan=2>e<td>f"
            "<tr><td>g<td>h<tr><td>i</table>"
        )

        assert [
            ["a", "b", "b", "c"], ["a", "d", "e", "f"], ["a", "g", "e", "h"],
            ["i", None, None, None],
        ] == cells(read(source, "html"))  # fmt: skip

    @pytest.mark.parametrize("span", ["0", "-1", "x", "", "1.5", "99999999999"])
    def test_a_span_that_is_no_number_is_one_column(self, span: str) -> None:
        source = f"<table><tr><td colspan='{span}'>a<td>b<tr><td>c<td>d</table>"

        assert [["a", "b"], ["c", "d"]] == cells(read(source, "html"))

    def test_an_empty_cell_is_none(self) -> None:
        source = "<table><tr><td><td>b<tr><td>c<td>&nbsp;</table>"

        assert [[None, "b"], ["c", None]] == cells(read(source, "html"))

    def test_a_table_in_a_table_makes_the_outer_one_layout(self) -> None:
        source = (
            "<table><tr><td>a<td><table><tr><td>1<td>2<tr><td>3<td>4</table><tr><td>b<td>c</table>"
        )

        document = read(source, "html")

        assert [[["1", "2"], ["3", "4"]]] == [
            cells(document, t) for t in range(len(document.tables))
        ]
        assert ["paragraph", *["cell"] * 4, "paragraph", "paragraph"] == [
            block.role.value for block in document.blocks
        ]

    @pytest.mark.parametrize(
        "source",
        [
            "<table><tr><td>It has 40.</table>",
            "<table><tr><td>It has 40.<tr><td>So.</table>",
            "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        ],
    )
    def test_a_table_for_layout_holds_paragraphs(self, source: str) -> None:
        document = read(source, "html")

        assert [] == list(document.tables)
        assert {"paragraph"} == {block.role.value for block in document.blocks}

    def test_spans_without_measure_are_cut_and_said_so(self) -> None:
        source = "<table>" + "<tr><td colspan=1000 rowspan=65534>a<td>b" * 300 + "</table>"

        document = read(source, "html")

        assert ["a table has too many cells: it was read in part"] == document.notes
        assert 600 == len(document.blocks)


class TestMarkdown:
    def test_rows_are_as_wide_as_the_header(self) -> None:
        source = "| a | b |\n|---|---|\n| 1 |\n| 2 | 3 | 4 |"

        assert [["a", "b"], ["1", None], ["2", "3"]] == cells(read(source, "markdown"))

    def test_a_table_in_a_quotation(self) -> None:
        source = "> | a | b |\n> |---|---|\n> | 1 | 2 |\n\nSo."

        document = read(source, "markdown")

        assert [["a", "b"], ["1", "2"]] == cells(document)
        assert "paragraph" == document.blocks[-1].role


class TestPlainText:
    def test_a_header_lacks_the_cell_above_the_labels(self) -> None:
        source = "            Men   Women\nHale    1,200     900\nRuiz       40      50\n"

        assert [[None, "Men", "Women"], ["Hale", "1,200", "900"], ["Ruiz", "40", "50"]] == cells(
            read(source)
        )

    @pytest.mark.parametrize(
        "source",
        [
            "It had 40.  Then it had 50.\nIt sold  5.  So it had 45.\nThe rest  sank.  It has 45.",
            "Home | News | Sport\nLogin | Help | About",
            "He said  so\nShe did  not\nThey were  there",
            "Hale\tRuiz",
            "a | b",
        ],
    )
    def test_prose_and_menus_are_none(self, source: str) -> None:
        document = read(source)

        assert [] == list(document.tables)
        assert "cell" not in {block.role.value for block in document.blocks}


class TestGrid:
    def test_rows_of_unlike_length_are_filled_up(self) -> None:
        grid = Grid()
        for row in ((1, 2, 3), (4,)):
            grid.row()
            for cell in row:
                grid.cell(cell)

        table = grid.table()

        assert table is not None
        assert ((1, 2, 3), (4, None, None)) == table.rows

    def test_a_cell_may_hang_below_a_gap(self) -> None:
        grid = Grid()
        grid.row()
        grid.cell(1)
        grid.cell(2)
        grid.cell(3, rows=2)
        grid.row()
        grid.cell(4)

        table = grid.table()

        assert table is not None
        assert ((1, 2, 3), (4, None, 3)) == table.rows

    def test_a_wide_row_above_many_short_ones_is_no_table(self) -> None:
        grid = Grid()
        grid.row()
        for cell in range(1000):
            grid.cell(cell)
        for cell in range(1000):
            grid.row()
            grid.cell(cell)

        assert grid.table() is None
        assert grid.is_cut
