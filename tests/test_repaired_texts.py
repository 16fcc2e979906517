"""Texts whose conflicts are mended as offered: figcheck then finds nothing wrong with them."""

from __future__ import annotations

import pytest

import figcheck


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("Of the 58 patients, 17 (39.3%) had a relapse.", "29.3%"),
        ("The lake is a 30-foot (48-kilometre) drive away.", "30-mile"),
        (
            "The appeal raised $46,750 from 187 people, an average of $350 a head.",
            "$250",
        ),
        (
            "The plot covers 13.4 square miles (21.6 square kilometres).",
            "34.7 square kilometres",
        ),
        ("The match was played on Monday, 5 September 2010, in the rain.", "Sunday"),
        ("He was born on 3 May 1950 and died on 9 June 2001 at the age of 61.", "51"),
        ("The committee of 12 is made up of 7 women and 6 men.", "13"),
    ],
)
def test_the_repair_mends_the_text(text: str, edit: str) -> None:
    (finding,) = figcheck.check(text).findings
    assert finding.repair is not None
    assert edit == finding.repair.text

    start, end = finding.repair.start, finding.repair.end
    mended = figcheck.check(text[:start] + edit + text[end:])

    assert () == mended.findings
    assert any(claim.code == finding.code for claim in mended.claims)


@pytest.mark.parametrize(
    "text",
    [
        "The force numbers about 50,000, including 10,000 contractors and 55,000 convicts.",
        "The mast is 30 feet (91 metres) tall.",  # 300 feet or 9.1 metres
    ],
)
def test_where_nothing_small_mends_it_nothing_is_offered(text: str) -> None:
    (finding,) = figcheck.check(text).findings

    assert finding.repair is None
