"""What holds is worded as what holds, with its arithmetic: every rule that decides in its own words."""

from __future__ import annotations

import re

import pytest

import figcheck
from figcheck.claim import Claim, Op, decided
from figcheck.document import Hedge, Span
from figcheck.examples import examples
from figcheck.report import holds
from figcheck.rounding import Grade
from figcheck.rulebook import Rule, rules
from figcheck.terms import Given, Sum
from figcheck.wording import arithmetic, confirmation, message
from tests.strategies import count, money

CONFLICT = re.compile(
    r", not |\bbut\b|\bis not\b|\bis no\b|\boutside\b|\bbeyond\b|\bfewer than\b|\bbreaks\b|\bno two\b"
)
"""The words of conflicts."""


def confirmed(text: str, form: str = "text") -> list[tuple[str, str]]:
    """The rule and the words of each claim of a text that holds."""
    report = figcheck.check(text, form)
    return [(c.rule, confirmation(c)) for c in report.claims if holds(c)]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_no_claim_that_holds_is_worded_as_a_conflict(rule: Rule) -> None:
    found = [
        (example.text, words)
        for example in examples(rule.doc)
        for _, words in confirmed(example.text, example.format)
        if CONFLICT.search(words)
    ]

    assert [] == found


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("age_gap", "The twins Ada, 8, and Bo, 8, share a room.", "the twins are both 8"),
        ("age_gap", "Her brother, 53, is ten years her junior; she is 64.", "64 − 53 = 11, stated as ten years"),
        (
            "bound",
            "Fewer than one in three complaints was upheld: 412 of the 1,790 closed.",
            "412 of 1,790 is less than one in three",
        ),
        (
            "bound",
            "Drivers there now do at most 30 mph; the mean speed is 27 mph.",
            "a mean of 27 mph keeps the limit of 30 mph",
        ),
        (
            "estimate_in_interval",
            "The adjusted rate ratio was 1.0 (95% CI 1.04-1.21).",
            "1.0, taken as rounded, lies within its interval 1.04-1.21",
        ),
        (
            "named_span",
            "The three months between November and March are the coldest.",
            "November to March = 4 or 5 months, stated as three months",
        ),
        (
            "one_by_one",
            "There were three weak points in the pump. One was the seal. The second was a bearing. "
            "The third and last was the shaft.",
            "three announced, and the third is the last",
        ),
        (
            "order_of_events",
            "The canal opened in May 1903 and closed in March 1912 for want of boats.",
            "opened May 1903, then closed March 1912",
        ),
        (
            "quorum",
            "Ten attended in person and one by telephone, so that the quorum of 11 was met.",
            "Ten + 1 = 11 present, at least the quorum of 11",
        ),
        ("rank", "The school slipped to 11th of 12 in the county table.", "11th is among 12"),
        (
            "season_record",
            "With 20 wins and six draws they finished on 66 points, and nobody complained.",
            "3 × 20 + six = 66",
        ),
        (
            "variance_explained",
            "Height went with reach (r = 0.80), which accounted for 64% of the variance in it.",
            "0.80² = 64%",
        ),
        (
            "majority",
            "The coalition won 52 of the 99 seats, an absolute majority.",
            "52 of 99 is a majority: half is 49.5",
        ),
        (
            "anniversary",
            "First held in 1978, the regatta came to its 46th edition in 2023.",
            "1978 to 2023 = 45 years, stated as 46th",
        ),
    ],
)  # fmt: skip
def test_what_a_rule_decides_says_what_holds(rule: str, text: str, expected: str) -> None:
    assert (rule, expected) in confirmed(text)


def test_a_row_of_a_table_says_what_is_in_it() -> None:
    source = (
        "| River | Trout |\n|---|---|\n| Lee | 312 |\n| Bandon | 208 |\n\n"
        "In the Bandon there were 208 trout."
    )

    assert ("table_cell", "208 here, 208 in the table") in confirmed(source, "markdown")


def test_a_bound_that_one_figure_sets_is_an_order() -> None:
    low, price = money("43.80"), money("46.20")
    claim = Claim(stated=price, term=Given(low), op=Op.AT_LEAST)

    assert f"{price.text} ≥ {low.text}" == arithmetic(claim) == confirmation(claim)
    assert f"{price.text} is less than {low.text}" == message(claim)


@pytest.mark.parametrize(
    ("stated", "op", "expected"),
    [
        ("9", Op.EQUALS, "5 + 4 = 9"),
        ("10", Op.EQUALS, "5 + 4 = 9, stated as 10"),
        ("12", Op.AT_LEAST, "5 + 4 = 9, at most 12"),
    ],
)
def test_what_holds_says_what_is_stated_where_that_differs(
    stated: str, op: Op, expected: str
) -> None:
    claim = Claim(stated=count(stated), term=Sum((count("5"), count("4"))), op=op)

    assert expected == confirmation(claim)


def test_a_hedge_of_what_is_stated_is_said() -> None:
    claim = Claim(stated=count("8", Hedge.MORE_THAN), term=Sum((count("5"), count("4"))))

    assert "5 + 4 = 9, stated as more than 8" == confirmation(claim)


class TestDecided:
    def test_what_holds_and_what_fails_have_words_of_their_own(self) -> None:
        nine, five, four = count("9"), count("5"), count("4")

        held, failed, worded = (
            decided(nine, (five, four), True, "5 + 4 = 9", reading="r"),
            decided(nine, (five, four), False, "5 + 4 = 9", reading="r"),
            decided(nine, (five, four), False, "5 + 4 = 9", "too many", reading="r"),
        )

        assert (Grade.EXACT, Grade.CONFLICT, Grade.CONFLICT) == (
            held.verdict, failed.verdict, worded.verdict,
        )  # fmt: skip
        assert ("5 + 4 = 9", "5 + 4 = 9, not 9", "too many") == (
            confirmation(held), message(failed), message(worded),
        )  # fmt: skip
        assert (nine, five, four) == held.figures

    def test_signs_and_related_words_are_of_a_conflict_alone(self) -> None:
        held, failed = (
            decided(
                count("9"), Given(count("5")), holds, "s", reading="r",
                signs=("miss.one",), related=(Span(1, 2),), grade=Grade.ROUNDING,
            )
            for holds in (True, False)
        )  # fmt: skip

        assert (Grade.ROUNDING, (), ()) == (held.verdict, held.signs, held.related)
        assert (Grade.CONFLICT, ("miss.one",), (Span(1, 2),)) == (
            failed.verdict, failed.signs, failed.related,
        )  # fmt: skip

    def test_what_the_stated_figure_should_be_is_kept(self) -> None:
        claim = decided(
            count("9"), (count("5"),), False, "s", reading="r", amended=7, rewrite=(Span(1, 2), "x")
        )

        assert (7, (Span(1, 2), "x")) == (claim.amended, claim.rewrite)


def test_a_length_that_fits_says_how_it_is_counted() -> None:
    texts = {
        "The fair lasts four days, from 6 to 9 March 2025.": (
            "6 to 9 March 2025 = 4 days, the first and the last counted"
        ),
        "The fund has beaten its index for eight seasons, from 2017 to 2024.": (
            "2017 to 2024 = 6 to 8 years"
        ),
    }

    for text, expected in texts.items():
        assert expected in [
            claim["arithmetic"] for claim in figcheck.check(text).to_dict()["claims"]
        ]
