"""The fit of the weights: which passages it reads, which claims it takes for right, what it finds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("scipy")

from benchmarks.observations import Observation, links, signs
from benchmarks.passages import (
    PHRASING,
    Case,
    Passage,
    is_kept_apart,
    of_pairs,
    of_phrasing,
    shifted,
)
from benchmarks.regression import fitted

if TYPE_CHECKING:
    from pathlib import Path

PAIR = "The jury of [12] was made up of [7|8] women and [4] men, and sat for 3 days."


def test_a_phrasing_is_a_passage_that_contradicts_itself_and_its_mended_twin() -> None:
    passage, twin = of_phrasing(PAIR, "text")

    assert twin is not None
    assert passage.is_bad
    assert not twin.is_bad
    assert [passage.source[a:b] for a, b in passage.known[0]] == ["12", "7", "4"]
    assert [twin.source[a:b] for a, b in twin.known[0]] == ["12", "8", "4"]


def test_a_passage_without_brackets_is_a_look_alike() -> None:
    passage, twin = of_phrasing("Of the 12 jurors 7 were women.", "text")

    assert (passage.is_bad, passage.known, twin) == (False, (), None)


def test_spans_move_with_the_figures_behind_the_changed_one() -> None:
    assert shifted("7 of 12", "10 of 12", [(0, 1), (5, 7)]) == [(0, 2), (6, 8)]


def test_rows_kept_apart_are_never_read(tmp_path: Path) -> None:
    row = {"bad": "1 of 2", "good": "1 of 3", "bad_spans": [[0, 1]], "format": "text"}
    (tmp_path / "pairs.jsonl").write_text(
        "".join(json.dumps({**row, "id": f"p{n}"}) + "\n" for n in range(40)), encoding="utf-8"
    )
    (tmp_path / "clean.jsonl").write_text("", encoding="utf-8")

    kept = [n for n in range(40) if is_kept_apart(f"p{n}")]
    assert 0 < len(kept) < 40
    assert len(list(of_pairs(tmp_path))) == 40 - len(kept)


def test_the_claim_that_fails_and_holds_when_mended_is_right() -> None:
    right = [
        one for one in links(of_phrasing(PAIR, "text")) if one.right and one.weight == PHRASING
    ]

    assert right
    assert all("reading.sum_of_parts" in one.features for one in right)


def test_a_claim_that_fails_in_both_versions_is_not_right() -> None:
    marked = "Of [40] pupils [30|20] passed in 1990, and [10] of 90 the year after."

    assert not any(
        one.right and "reading.sum_of_parts" in one.features and one.weight == 1.0
        for one in links(of_phrasing(marked, "text"))
    )


def test_the_known_conflict_is_right_and_that_of_a_clean_text_wrong() -> None:
    case = of_phrasing(PAIR, "text")
    clean = Case(Passage(case.passage.source, "text"))

    assert [one.right for one in signs(case, -99)] == [True]
    assert [one.right for one in signs(clean, -99)] == [False]


def test_the_regression_weighs_what_goes_with_the_truth() -> None:
    seen = [Observation(("said", "plain"), True, 1.0)] * 30
    seen += [Observation(("unsaid", "plain"), False, 1.0)] * 30
    found = fitted(seen, ridge=1.0)

    assert found["said"] > 1 > -1 > found["unsaid"]
    assert abs(found["plain"]) < 0.1
    assert abs(found["said"] + found["unsaid"]) < 1e-3


def test_what_counts_more_weighs_more() -> None:
    seen = [Observation(("mixed",), True, 9.0), Observation(("mixed",), False, 1.0)] * 10

    odds = fitted(seen, ridge=0.01)
    assert odds["mixed"] + odds["bias"] == pytest.approx(2.2, abs=0.05)
