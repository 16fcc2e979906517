"""What holds is worded as what holds, with its arithmetic: every rule that decides in its own words."""

from __future__ import annotations

import re

import pytest

import figcheck
from figcheck.examples import examples
from figcheck.report import holds
from figcheck.rulebook import Rule, rules
from figcheck.wording import confirmation

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
            "significance",
            "The gain was statistically significant at the 5% level (p = 0.02).",
            "p = 0.02, called significant: not above 0.05",
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
