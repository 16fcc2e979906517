"""Sums, shares, scores, votes and tables: what is found of them, and what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import figcheck
from figcheck.claim import judge
from figcheck.extract import extract
from figcheck.link import link
from figcheck.link.tables import grids
from figcheck.read import read
from figcheck.rounding import Grade
from figcheck.rulebook import rules

if TYPE_CHECKING:
    from figcheck.claim import Claim
    from figcheck.document import Document

ARMY = (
    "The group has bled for the town since the autumn, and the envoy put numbers to it on Thursday. "
    "He said that the private army now fields about {total}, including {hired} hired soldiers and "
    "{convicts} convicts.\n\nNine in ten of those killed were convicts, by his count."
)


def linked(text: str, form: str = "text") -> Document:
    document = read(text, form)
    extract(document)
    link(document)
    return document


def related(name: str, text: str, form: str = "text") -> list[Claim]:
    """What a rule relates by itself of a text, with its verdict."""
    rule = next(rule for rule in rules() if rule.name == name)
    claims = list(rule.relate(linked(text, form)))
    for claim in claims:
        if claim.verdict is None:
            claim.verdict = judge(claim)
    return claims


def findings(text: str, form: str = "text") -> list[tuple[str, str]]:
    return [(found.level, found.message) for found in figcheck.check(text, form).findings]


class TestIncluding:
    def test_parts_that_fit_are_listed_as_holding(self) -> None:
        report = figcheck.check(ARMY.format(total="50,000", hired="10,000", convicts="40,000"))

        claims = [claim for claim in report.to_dict()["claims"] if claim["rule"] == "sum_of_parts"]

        assert () == report.findings
        assert [("10,000 + 40,000 = 50,000", "exact")] == [
            (claim["arithmetic"], claim["verdict"]) for claim in claims
        ]

    @pytest.mark.parametrize("convicts", ["60,000", "45,000"])
    def test_parts_above_the_total_are_an_error(self, convicts: str) -> None:
        made = f"{10_000 + int(convicts.replace(',', '')):,}"
        text = ARMY.format(total="50,000", hired="10,000", convicts=convicts)

        assert [("error", f"10,000 + {convicts} = {made}, more than 50,000")] == findings(text)

    def test_parts_that_nearly_fit_are_a_warning(self) -> None:
        text = ARMY.format(total="55,000", hired="10,000", convicts="40,000")

        assert [("warning", "10,000 + 40,000 = 50,000, not 55,000")] == findings(text)

    @pytest.mark.parametrize("convicts", ["20,000", "31,200"])
    def test_parts_that_leave_a_rest_are_nothing(self, convicts: str) -> None:
        text = ARMY.format(total="50,000", hired="10,000", convicts=convicts)
        report = figcheck.check(text)

        assert () == report.findings
        assert "sum_of_parts" not in {claim.rule for claim in report.claims}


class TestShares:
    @pytest.mark.parametrize(
        ("text", "verdict"),
        [
            ("He holds 35 percent and she the other 65 percent.", Grade.EXACT),
            ("He holds 35 percent and she the other 66 percent.", Grade.CONFLICT),
            ("He holds 35.5 percent and she the other 64 percent.", Grade.EXACT),
            ("They hold 33%, 33% and the remaining 33%.", Grade.EXACT),
            ("They hold 30%, 33% and the remaining 33%.", Grade.CONFLICT),
        ],
    )
    def test_the_rest_of_a_hundred(self, text: str, verdict: Grade) -> None:
        """Two shares must fit exactly, three may miss by half a unit each."""
        (claim,) = related("shares_of_whole", text)

        assert verdict == claim.verdict

    @pytest.mark.parametrize(
        "text",
        [
            "Bus 61%, tram 44% and bicycle 38%; several answers were allowed.",
            "They own 18%, 11%, 9% and 7% of it.",
            "It rose 40% in May, 35% in June and 30% in July.",
        ],
    )
    def test_shares_of_no_one_whole(self, text: str) -> None:
        assert [] == related("shares_of_whole", text)


class TestScores:
    @pytest.mark.parametrize(
        ("margin", "verdict"), [("two", Grade.EXACT), ("three", Grade.CONFLICT)]
    )
    def test_a_margin(self, margin: str, verdict: Grade) -> None:
        (claim,) = related("score_margin", f"Rovers won 3-1, a {margin}-goal margin.")

        assert (verdict, margin) == (claim.verdict, claim.stated and claim.stated.text)

    @given(st.tuples(*[st.integers(0, 9)] * 4))
    @settings(max_examples=60, deadline=None)
    def test_an_aggregate_is_two_games_either_way(self, goals: tuple[int, int, int, int]) -> None:
        a, b, c, d = goals
        text = f"They lost the first leg {a}-{b}, drew the next {c}-{d} and went out {{}} on aggregate."
        for one, other in ((a + c, b + d), (b + c, a + d)):
            (claim,) = related("score_margin", text.format(f"{one}-{other}"))
            assert Grade.EXACT == claim.verdict
        (claim,) = related("score_margin", text.format(f"{a + b + c + d + 1}-0"))
        assert Grade.CONFLICT == claim.verdict

    @pytest.mark.parametrize(
        ("text", "messages"),
        [
            ("He won 6-4 3-6 7-5, a four-setter.", ["3 sets are listed, not four"]),
            ("He won 6-4 3-6 7-5 in straight sets.", ["the sets went 2 to 1, not straight"]),
            ("He won 6-4 3-6 7-5, three sets to one.", ["the sets went 2 to 1"]),
            ("He won 6-4 3-6 7-5 and 17 games.", ["6 + 3 + 7 = 16, 4 + 6 + 5 = 15"]),
            ("From two sets down he won 4-6 3-6 7-5 6-4 6-2 in a five-set match.", []),
            ("He led 6-4 3-1 in the five-set match.", []),
        ],
    )
    def test_sets(self, text: str, messages: list[str]) -> None:
        claims = related("set_score", text)

        assert messages == [c.message for c in claims if c.verdict is Grade.CONFLICT]


class TestVotes:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The bill won 211 votes to 188, a majority of 23.", [("margin", Grade.EXACT)]),
            ("The bill won 211 votes to 188, a majority of 33.", [("margin", Grade.CONFLICT)]),
            ("The party has 50 of the 99 seats, an absolute majority.",
             [("absolute majority", Grade.EXACT)]),
            ("The party has 49 of the 99 seats, an absolute majority.",
             [("absolute majority", Grade.CONFLICT)]),
            ("The party has 49 of the 99 seats, short of an absolute majority.", []),
            ("All 12 members were there; the vote was eight votes to five.",
             [("all voted", Grade.CONFLICT)]),
            ("The 12 members passed it by six votes to four.", [("voters", Grade.EXACT)]),
            ("The nine members passed it by six votes to four.", [("voters", Grade.CONFLICT)]),
        ],
    )  # fmt: skip
    def test_votes(self, text: str, expected: list[tuple[str, Grade]]) -> None:
        assert expected == [(c.reading, c.verdict) for c in related("majority", text)]

    @given(st.integers(1, 400), st.integers(1, 400))
    @settings(max_examples=40, deadline=None)
    def test_more_than_half_is_a_majority(self, part: int, rest: int) -> None:
        text = f"The party has {part} of the {part + rest} seats, an absolute majority."
        (claim,) = related("majority", text)

        assert (Grade.EXACT if part > rest else Grade.CONFLICT) == claim.verdict

    @pytest.mark.parametrize(
        ("came", "verdict"), [("nine", Grade.CONFLICT), ("eleven", Grade.EXACT)]
    )
    def test_a_quorum(self, came: str, verdict: Grade) -> None:
        text = f"On Friday {came} directors attended, and the quorum of 11 was met."
        (claim,) = related("quorum", text)

        assert verdict == claim.verdict

    def test_no_quorum_is_no_claim(self) -> None:
        assert [] == related("quorum", "Nine directors attended; the quorum of 11 was not met.")


class TestTables:
    GRID = "| | A | B | Sum |\n|---|---:|---:|---:|\n| x | 1 | – | 1 |\n| y | 2 | (3) | 5 |\n"

    def test_a_grid_has_figures_labels_and_blanks(self) -> None:
        (grid,) = grids(linked(self.GRID, "markdown"))

        assert ("a", "b", "sum") == grid.heads
        assert ("x", "y") == grid.labels
        assert [["1", None, "1"], ["2", "(3)", "5"]] == [
            [cell and cell.text for cell in row] for row in grid.cells
        ]
        assert ((False, True, False), (False, False, False)) == grid.blank
        assert grid == grid.turned().turned()

    @settings(max_examples=40, deadline=None)
    @given(
        st.lists(
            st.tuples(*[st.integers(21, 230)] * 3),
            min_size=2,
            max_size=5,
            unique_by=(lambda row: row[0], lambda row: row[1], lambda row: row[2]),
        ),
        st.integers(0, 2),
        st.integers(11, 200),
    )
    def test_one_total_in_three_that_does_not_foot_is_found(
        self, rows: list[tuple[int, int, int]], wrong: int, by: int
    ) -> None:
        totals = [sum(column) for column in zip(*rows, strict=True)]
        shown = [total + by * (k == wrong) for k, total in enumerate(totals)]
        lines = [f"| r | {a} | {b} | {c} |" for a, b, c in rows]
        table = "\n".join(
            [
                "| | a | b | c |",
                "|---|---|---|---|",
                *lines,
                "| Total | {} | {} | {} |".format(*shown),
            ]
        )
        claims = related("table_sum", table, "markdown")
        rows_claims = [claim for claim in claims if claim.stated and claim.stated.value in shown]

        assert [k == wrong for k in range(3)] == [
            claim.verdict is not None and claim.verdict > Grade.ROUNDING for claim in rows_claims
        ]

    def test_rows_of_which_are_not_added_again(self) -> None:
        table = "| | n |\n|---|---:|\n| Pay | 41 |\n| of which bonus | 7 |\n| Rent | 9 |\n| Total | 50 |\n"
        (claim,) = related("table_sum", table, "markdown")

        assert ("41 + 9", Grade.EXACT) == (claim.term.shown(), claim.verdict)

    @pytest.mark.parametrize(
        ("change", "verdicts"),
        [
            ("26", [Grade.EXACT] * 4),
            ("36", [Grade.EXACT, Grade.EXACT, Grade.CONFLICT, Grade.EXACT]),
        ],
    )
    def test_a_column_of_changes(self, change: str, verdicts: list[Grade]) -> None:
        rows = [
            ("410", "455", "45"),
            ("380", "402", "22"),
            ("275", "301", change),
            ("140", "152", "12"),
        ]
        table = "| | old | new | up |\n|---|---|---|---|\n" + "".join(
            f"| r | {' | '.join(row)} |\n" for row in rows
        )
        claims = related("table_sum", table, "markdown")

        assert verdicts == [claim.verdict for claim in claims]

    def test_a_running_total_blames_one_row(self) -> None:
        table = "| | n | ends |\n|---|---|---|\n| a | 2 | 2 |\n| b | 11 | 13 |\n| c | 9 | 24 |\n| d | 4 | 26 |\n"
        claims = related("table_change", table, "markdown")

        assert ["24"] == [
            claim.stated.text
            for claim in claims
            if claim.stated and claim.verdict is Grade.CONFLICT
        ]
