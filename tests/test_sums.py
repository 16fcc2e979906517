"""Lists of parts, rests, shares, scores and votes: what is found of them, and what is said."""

from __future__ import annotations

import time
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import figcheck
from figcheck.claim import judge
from figcheck.extract import extract
from figcheck.link import link
from figcheck.link.lists import parts_after, parts_before
from figcheck.link.rests import rest_lists
from figcheck.link.tables import grids
from figcheck.read import read
from figcheck.rounding import Grade
from figcheck.rulebook import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.claim import Claim
    from figcheck.document import Document, Figure
    from figcheck.link.lists import PartList

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


def figure(document: Document, text: str) -> Figure:
    return next(found for found in document.figures if found.text == text)


def lists(found: Iterator[PartList]) -> list[tuple[str, str]]:
    return [(" + ".join(part.text for part in one.parts), one.gate) for one in found]


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


@pytest.mark.parametrize(
    ("text", "total", "expected"),
    [
        (
            "A total of 60 patients (32 given the drug and 28 a placebo) took part.",
            "60", ("32 + 28", "bracket"),
        ),
        ("We chose 9 men with mild (n = 4) or severe (n = 5) pain.", "9", ("4 + 5", "brackets")),
        ("The 12 are made up of 5 nurses, 4 cooks and 3 drivers.", "12", ("5 + 4 + 3", "whole")),
        ("The house has 40 seats: 21 left, 15 right and 4 empty.", "40", ("21 + 15 + 4", "colon")),
        ("Of the 31 novels 19 were crime and 12 for children.", "31", ("19 + 12", "of")),
        ("She owns 90 cows, of which 60 are red and 30 black.", "90", ("60 + 30", "of which")),
        ("It sold 70 cars, including 40 vans and 30 buses.", "70", ("40 + 30", "open")),
        ("It owns 72 clocks. It has 25 tall, 30 small and 17 broken ones.", "72",
         ("25 + 30 + 17", "next first")),
        ("Nine of the 46 rooms are let, 11 shut and 26 free.", "46", ("Nine + 11 + 26", "out of")),
        ("He ran 186 km, 94 km on the flat and 92 km in the hills.", "186 km",
         ("94 km + 92 km", "comma")),
    ],
)  # fmt: skip
def test_a_list_behind_its_total(text: str, total: str, expected: tuple[str, str]) -> None:
    document = linked(text)

    assert expected in lists(parts_after(document, figure(document, total)))


@pytest.mark.parametrize(
    ("text", "total", "expected"),
    [
        ("She won 8 gold and 9 silver medals, 17 in all.", "17", ("8 + 9", "total")),
        ("Some 380 are off in the north, another 270 in the west. That makes 650.", "650",
         ("380 + 270", "next total")),
        ("We met 7 men and 5 women. All 12 agreed.", "12", ("7 + 5", "next all")),
        ("Lee raised 40 and Roe 35. Together they have 75.", "75", ("40 + 35", "next together")),
    ],
)  # fmt: skip
def test_a_list_before_its_total(text: str, total: str, expected: tuple[str, str]) -> None:
    document = linked(text)

    assert expected in lists(parts_before(document, figure(document, total)))


@pytest.mark.parametrize(
    ("text", "rest", "expected"),
    [
        ("Of the 312 flats 187 are let; the other 125 stand empty.", "125", ("312 + 187", "rest other")),
        ("It has 75 houses. It sold 48, leaving 27.", "27", ("75 + 48", "next rest leaving")),
        ("It owns 61 books: 38 on show and the rest, 23, in store.", "23", ("61 + 38", "rest named")),
        ("Nine of the 46 rooms are let; the remaining 37 are free.", "37", ("46 + Nine", "rest remaining")),
    ],
)  # fmt: skip
def test_the_rest_of_a_whole(text: str, rest: str, expected: tuple[str, str]) -> None:
    document = linked(text)

    assert expected in lists(rest_lists(document, figure(document, rest)))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Another 12 came, some other 15 left and no other 9 were seen.", "15"),
        ("He asked 40 people and then 12 more.", "12"),
        ("It grew from 12 to 15 on the left bank.", "15"),
    ],
)
def test_what_is_not_called_the_rest(text: str, number: str) -> None:
    document = linked(text)

    assert [] == list(rest_lists(document, figure(document, number)))


def test_items_below_are_a_list() -> None:
    document = linked(
        "The cluster holds 960 GB:\n\n- images: 512 GB\n- dumps: 300 GB\n- logs: 148 GB\n",
        "markdown",
    )

    assert ("512 GB + 300 GB + 148 GB", "items") in lists(
        parts_after(document, figure(document, "960 GB"))
    )


@pytest.mark.parametrize(
    "text",
    [
        "The oven was at 180 C, the shelf at 100 C and the door at 80 C.",
        "The river ran at 12 km/h, the ford at 7 km/h and the weir at 5 km/h.",
    ],
)
def test_what_does_not_add_up_makes_no_list(text: str) -> None:
    document = linked(text)

    assert [] == [one for total in document.figures for one in parts_after(document, total)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(13, 900), min_size=2, max_size=6),
    st.sampled_from(
        (
            "The {total} delegates came by {parts}.",
            "There were {total} of them: {parts}.",
            "There were {total} in the hall ({parts}).",
            "Of the {total} in the hall, {parts} had seats.",
            "There were {total}, made up of {parts}.",
        )
    ),
)
def test_any_list_of_like_counts_is_among_those_behind_its_total(
    numbers: list[int], frame: str
) -> None:
    """However many the parts, and whatever ties them to the total."""
    total = 9_001 + sum(numbers)
    ways = ("by sea", "by air", "on foot", "by rail", "by road", "by tram")
    parts = [f"{number} {way}" for number, way in zip(numbers, ways, strict=False)]
    text = frame.format(total=f"{total:,}", parts=", ".join(parts[:-1]) + f" and {parts[-1]}")
    document = linked(text)
    found = [
        [part.value for part in one.parts]
        for one in parts_after(document, figure(document, f"{total:,}"))
    ]

    assert numbers in found


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
        assert [["1", None, "1"], ["2", None, "5"]] == [
            [cell and cell.text for cell in row] for row in grid.cells
        ]
        assert ((False, True, False), (False, False, False)) == grid.blank
        assert grid == grid.turned().turned()

    @settings(max_examples=40, deadline=None)
    @given(
        st.lists(st.tuples(*[st.integers(21, 230)] * 3), min_size=2, max_size=5),
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
        claims = related("table_total", table, "markdown")
        rows_claims = [claim for claim in claims if claim.stated and claim.stated.value in shown]

        assert [k == wrong for k in range(3)] == [
            claim.verdict is not None and claim.verdict > Grade.ROUNDING for claim in rows_claims
        ]

    def test_rows_of_which_are_not_added_again(self) -> None:
        table = "| | n |\n|---|---:|\n| Pay | 41 |\n| of which bonus | 7 |\n| Rent | 9 |\n| Total | 50 |\n"
        (claim,) = related("table_total", table, "markdown")

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
        claims = related("table_change", table, "markdown")

        assert verdicts == [claim.verdict for claim in claims]

    def test_a_running_total_blames_one_row(self) -> None:
        table = "| | n | ends |\n|---|---|---|\n| a | 2 | 2 |\n| b | 11 | 13 |\n| c | 9 | 24 |\n| d | 4 | 26 |\n"
        claims = related("table_change", table, "markdown")

        assert ["24"] == [
            claim.stated.text
            for claim in claims
            if claim.stated and claim.verdict is Grade.CONFLICT
        ]


@pytest.mark.parametrize("unit", ["12 men and ", "12, ", "(12) ", "the other 12, ", "3-1 ", "50% "])
def test_lists_take_linear_time(unit: str) -> None:
    """One sentence of thousands of figures: twice as many take at most little more than twice."""

    def seconds(count: int) -> float:
        document = linked("Of 5,000 there were " + unit * count + "13.")
        start = time.perf_counter()
        for total in document.figures:
            for finder in (parts_after, parts_before, rest_lists):
                assert sum(1 for _ in finder(document, total)) < 40
        return time.perf_counter() - start

    small, large = min(seconds(400) for _ in range(3)), min(seconds(1600) for _ in range(2))

    assert large < 8 * small + 0.2


def test_a_sum_is_exact() -> None:
    """Scaled figures are added as they are written, not as binary fractions."""
    document = linked("It paid $0.1 million, $0.2 million and $0.7 million, $1.0 million in all.")
    total = figure(document, "$1.0 million")
    found = next(one for one in parts_before(document, total) if len(one.parts) == 3)

    assert Fraction(1_000_000) == sum(Fraction(part.value or 0) for part in found.parts)
