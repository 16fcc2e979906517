"""Tables as annual reports have them: planted errors are found, sound tables are left alone.

A small draw of `benchmarks/report_tables.py` and `report_prose.py`, whose larger draws are the measure.
"""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks import report_prose, report_tables

TABLES = 24
LEAST = 0.95


def test_what_is_drawn_is_the_same_each_time() -> None:
    assert list(report_tables.drawn(5)) == list(report_tables.drawn(5))
    assert list(report_prose.drawn(5)) == list(report_prose.drawn(5))


def test_a_planted_error_is_one_cell_that_the_sound_table_has_otherwise() -> None:
    sound, *planted = report_tables.drawn(8)

    assert planted
    for table in planted:
        start, end = table.span
        assert sound.source[:start] == table.source[:start]
        assert sound.source != table.source
        assert any(character.isdigit() for character in table.source[start:end])


@pytest.mark.parametrize("seed", [4, 9])
def test_errors_in_tables_are_found_and_sound_tables_are_not_accused(seed: int) -> None:
    result = report_tables.score(TABLES, seed)
    planted = sum(result.planted[kind] for kind in report_tables.KINDS)
    found = sum(result.found[kind] for kind in report_tables.KINDS)

    assert (TABLES, TABLES) == (result.sound, result.silent)
    assert planted > 3 * TABLES
    assert found >= LEAST * planted


def test_text_that_contradicts_its_table_is_found_and_other_text_is_not_accused() -> None:
    """By the rules of tables; what others say of the text is not measured here."""
    planted, found = Counter[bool](), Counter[bool]()
    for seed in range(60):
        for page in report_prose.drawn(seed):
            raised = [f for f in report_tables.findings(page) if str(f["code"]).startswith("FC9")]
            is_bad = bool(page.kind)
            planted[is_bad] += 1
            found[is_bad] += report_tables.touches(page, raised) if is_bad else bool(raised)

    assert planted[True] > 20
    assert 0 == found[False]
    assert found[True] >= 0.85 * planted[True]
