"""Footing: which cells are sums of which, which does not foot, and what is left alone."""

from __future__ import annotations

import random

import pytest

from figcheck.document import Document, Kind
from figcheck.extract import extract
from figcheck.footing import TableSum, shares, sums
from figcheck.link import link
from figcheck.link.tables import Grid, grids
from figcheck.read import read


def linked(source: str, form: str = "markdown") -> Document:
    document = read(source, form)
    extract(document)
    link(document)
    return document


def grid(*rows: str, head: str = "| (in thousands) | 2021 | 2020 |") -> Grid:
    rule = "|---" * (head.count("|") - 1) + "|"
    (found,) = grids(linked("\n".join((head, rule, *rows))))
    return found


def shown(one: TableSum) -> str:
    added = " + ".join(figure.text for figure in one.added)
    return " - ".join((added, *(figure.text for figure in one.taken_off))) + f" = {one.stated.text}"


INCOME = (
    "| Revenue | 5,740 | 5,122 |",
    "| Cost of sales | 3,118 | 2,907 |",
    "| Gross profit | 2,622 | 2,215 |",
    "| Selling expenses | 911 | 870 |",
    "| Administration | 402 | 377 |",
    "| Operating income | 1,309 | 968 |",
)


def test_costs_are_taken_off_though_they_are_printed_without_a_sign() -> None:
    found = [shown(one) for one in sums(grid(*INCOME)) if not one.is_turned]

    assert "5,740 - 3,118 = 2,622" in found
    assert "2,215 - 870 - 377 = 968" in found
    assert all(not one.off_by for one in sums(grid(*INCOME)))


def test_one_wrong_result_breaks_two_sums_and_is_told_once() -> None:
    rows = [row.replace("2,215", "2,251") for row in INCOME]

    broken = [one for one in sums(grid(*rows)) if one.off_by]

    assert ["5,122 - 2,907 = 2,251"] == [shown(one) for one in broken]
    assert [36] == [one.off_by for one in broken]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "| Total assets | 9,120 | 8,810 |",
            "| Net income | 655 | 612 |",
            "| Total debt | 2,115 | 2,330 |",
        ),
        (
            "| Loans | 4,118 | 3,977 |",
            "| Bonds | 2,250 | 2,120 |",
            "| Average rate | 3.1% | 2.9% |",
        ),
        (
            "| Licences | 1,240 | 1,105 |",
            "| Services | 2,418 | 2,377 |",
            "| Total | 3,659 | 3,482 |",
        ),
    ],
)
def test_what_is_no_sum_or_within_rounding_is_left_alone(rows: tuple[str, ...]) -> None:
    assert [] == [one for one in sums(grid(*rows)) if one.off_by]


def test_an_exact_count_may_not_be_off_by_one() -> None:
    rows = ("| Ayes | 44 | 61 |", "| Noes | 29 | 38 |", "| Total | 74 | 99 |")

    broken = [shown(one) for one in sums(grid(*rows, head="| | Monday | Friday |")) if one.off_by]

    assert ["44 + 29 = 74"] == broken


def test_columns_of_notes_years_and_quarters_ends_are_not_added() -> None:
    rows = ("| Rent | 4 | 812 | 790 |", "| Fees | 5 | 330 | 305 |", "| Total | | 1,142 | 1,095 |")
    quarters = ("| Sold | 210 | 344 | 187 | 741 |", "| Staff | 412 | 420 | 431 | 431 |")

    with_notes = sums(grid(*rows, head="| £000 | Note | 2021 | 2020 |"))
    by_quarter = sums(grid(*quarters, head="| | Q1 | Q2 | Q3 | Year |"))

    assert ["812 + 330 = 1,142", "790 + 305 = 1,095"] == [shown(one) for one in with_notes]
    assert [] == [one for one in by_quarter if one.off_by]


def test_a_percentage_is_the_change_or_the_share_that_the_other_rows_show() -> None:
    rows = (
        "| Mill | 1,240 | 1,100 | 12.7% |",
        "| Yard | 915 | 880 | 4.0% |",
        "| Quay | 702 | 770 | 8.8% |",
    )
    found = list(shares(grid(*rows, head="| | 2021 | 2020 | Change |")))

    assert [("12.7%", True, True), ("4.0%", True, True)] == [
        (one.stated.text, one.is_change, one.holds) for one in found
    ]  # the third is the right size, and its sign may be a matter of style


def test_tables_that_foot_and_rows_that_nothing_ties_are_never_accused() -> None:
    draw = random.Random(3)
    for _ in range(80):
        rows = [[draw.randint(100, 99_999) for _ in range(3)] for _ in range(draw.randint(3, 7))]
        lines = [f"| r{k} | {a:,} | {b:,} | {c:,} |" for k, (a, b, c) in enumerate(rows)]
        totals = [sum(column) for column in zip(*rows, strict=True)]
        total = "| Total | {:,} | {:,} | {:,} |".format(*totals)
        head = "| | North | South | West |"
        footed = sums(grid(*lines, total, head=head))

        assert [] == [shown(one) for one in sums(grid(*lines, head=head)) if one.off_by]
        assert [] == [shown(one) for one in footed if one.off_by]
        assert {f"{one:,}" for one in totals} <= {one.stated.text for one in footed}


class TestCells:
    SPLIT = (
        "<table><tr><td></td><td colspan=3>2021</td><td colspan=3>2020</td></tr>"
        "<tr><td>Sales</td><td>$</td><td>1,240</td><td></td><td>$</td><td>1,175(1)</td><td></td></tr>"
        "<tr><td>Costs</td><td></td><td>(740</td><td>)</td><td></td><td>(−702</td><td></td></tr>"
        "<tr><td>Margin</td><td></td><td>40.3</td><td>%</td><td></td><td>−2,500(a)</td><td></td></tr></table>"
    )

    def test_a_number_in_pieces_is_one(self) -> None:
        (found,) = grids(linked(self.SPLIT, "html"))

        assert ("2021", "2020") == found.heads
        assert [(1240, 1175), (-740, -702), (40.3, -2500)] == [
            tuple(float(cell.value or 0) for cell in row if cell is not None) for row in found.cells
        ]
        assert found.cells[2][0] is not None
        assert Kind.SHARE is found.cells[2][0].kind

    def test_a_marked_number_stays_where_it_stands(self) -> None:
        document = linked(self.SPLIT, "html")
        (marked,) = [figure for figure in document.figures if figure.value == 1175]

        assert "1,175" == document.text[marked.start : marked.end] == marked.text

    def test_rows_of_units_are_heads(self) -> None:
        source = "| | 2021 | 2020 |\n|---|---|---|\n| | US$’000 | US$’000 |\n| Rent | 12 | 14 |\n"
        (found,) = grids(linked(source))

        assert ("rent",) == found.labels
        assert ("2021 us$’000", "2020 us$’000") == found.heads
