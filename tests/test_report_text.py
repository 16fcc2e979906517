"""The text report: places, excerpts, marks, repairs, claims, the last line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.claim import Claim
from figcheck.document import Document, Figure, Kind, Span
from figcheck.finding import Finding
from figcheck.repair import Repair
from figcheck.report import Report
from figcheck.report.excerpt import Row, excerpt
from figcheck.report.text import (
    Style,
    Summary,
    Tally,
    claims,
    findings,
    last_line,
    remarks,
    summary,
    unclaimed,
)
from figcheck.report.visible import columns
from figcheck.rounding import Grade
from figcheck.terms import Sum

if TYPE_CHECKING:
    from collections.abc import Sequence


def at(source: str, word: str) -> Span:
    start = source.index(word)
    return Span(start, start + len(word))


def finding(
    source: str,
    main: str,
    related: Sequence[str] = (),
    *,
    level: str = "error",
    message: str = "5 + 4 = 9, not 12",
    arithmetic: str = "5 + 4 = 9",
    repair: Repair | None = None,
) -> Finding:
    spans = tuple(at(source, word) for word in related)
    return Finding("FC101", "sum", level, *at(source, main), message, arithmetic, spans, repair)


def report(source: str, *found: Finding, path: str | None = "a.txt") -> Report:
    return Report(Document(source, source, (), path=path), (), found)


def block(source: str, *args: str, width: int = 100) -> list[str]:
    [text] = findings(report(source, finding(source, args[0], args[1:])), Style(width))
    return text.split("\n")


def test_a_finding_names_its_place_and_marks_its_figures() -> None:
    source = "A title\n\nThe 12 are 5 men and 4 boys."
    repair = Repair(*at(source, "12"), "9", "computed")
    found = finding(source, "12", ("5", "4"), repair=repair)

    assert [
        "a.txt:3:5: FC101 error: 5 + 4 = 9, not 12\n"
        "  3 | The 12 are 5 men and 4 boys.\n"
        "    |     ^^     ~         ~\n"
        "    = write 12 -> 9"
    ] == list(findings(report(source, found), Style()))


def test_a_known_slip_is_named_and_arithmetic_is_said_once() -> None:
    source = "The 21 of us."
    repair = Repair(*at(source, "21"), "12", "transposed digits")
    found = finding(source, "21", message="21 is too many", repair=repair)

    [text] = findings(report(source, found), Style())

    assert ["    = 5 + 4 = 9", "    = write 21 -> 12 (transposed digits)"] == text.split("\n")[3:]


def test_figures_on_other_lines_are_further_lines() -> None:
    source = "In all 12.\nNothing.\nOf them 5.\n" + "\n" * 1200 + "And 4."

    assert [
        "a.txt:3:9: FC101 error: 5 + 4 = 9, not 12",
        "   1 | In all 12.",
        "     |        ~~",
        "   3 | Of them 5.",
        "     |         ^",
        "1204 | And 4.",
        "     |     ~",
    ] == block(source, "5", "12", "4")


def test_a_figure_broken_over_two_lines_is_marked_on_both() -> None:
    assert [
        "  1 | Some 5",
        "    |      ^",
        "  2 | million of 9.",
        "    | ^^^^^^^    ~",
    ] == block("Some 5\r\nmillion of 9.", "5\r\nmillion", "9")[1:]


def test_a_long_line_is_cut_to_a_window_between_words() -> None:
    source = "word " * 100 + "in all 12 of 5 and 4" + " word" * 100

    assert [
        "  1 | …word word in all 12 of 5 and 4 word word word word…",
        "    |                   ^^    ~     ~",
    ] == block(source, "12", "5", "4", width=68)[1:]


def test_figures_far_apart_on_a_line_get_a_window_each() -> None:
    source = "12 men" + " word" * 60 + ", 5 young" + " word" * 60 + " and 4 old"

    assert [
        "  1 | 12 men word word word word word word…",
        "    | ^^",
        "    | …word word word, 5 young word word…",
        "    |                  ~",
        "    | …word word word word word and 4 old",
        "    |                               ~",
    ] == block(source, "12", "5", "4", width=48)[1:]


def test_marks_stand_under_wide_and_spelled_out_characters() -> None:
    assert [
        "  1 | 収入は <U+202E>12    of e\u0301 💰5",
        "    |                ^^           ~",
    ] == block("収入は \u202e12\tof e\u0301 💰5", "12", "5")[1:]


def test_the_excerpt_keeps_to_the_lines_nearest_the_figure() -> None:
    source = "\n".join(f"line {number}." for number in range(100, 130))
    related = [at(source, str(number)) for number in range(100, 130)]

    rows = excerpt(Document(source, source, ()), at(source, "120"), related, 60)

    assert list(range(17, 25)) == [row.line for row in rows]
    assert "     ^^^" == rows[4].marks


ALPHABET = st.sampled_from("ab 5収💰\t\x1b\n\r")


@given(st.text(ALPHABET, min_size=1, max_size=300), st.data(), st.integers(40, 60))
@settings(deadline=None)
def test_marks_stand_under_what_they_mark(source: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, min(len(source), start + 12)))
    other = data.draw(st.integers(0, len(source) - 1))

    rows = excerpt(Document(source, source, ()), Span(start, end), [Span(other, other + 1)], width)

    assert all(columns(row.text) <= width and columns(row.marks) <= width for row in rows)
    shown = "".join(char for char in marked(rows) if not char.isspace())
    wanted = "".join(char for char in source[start:end] if not char.isspace())
    assert wanted.replace("\x1b", "<U+001B>") == shown


def marked(rows: Sequence[Row]) -> str:
    """The text that stands above carets."""
    found = ""
    for row in rows:
        column = 0
        for char in row.text:
            found += char if row.marks[column : column + 1] == "^" else ""
            column += columns(char)
    return found


def test_a_mark_wider_than_the_page_is_cut() -> None:
    source = "5" * 500 + " end"

    [row] = excerpt(Document(source, source, ()), Span(0, 500), [], 40)

    assert Row(1, "5" * 38 + "…", "^" * 38) == row


def test_a_very_long_line_is_never_shown_whole() -> None:
    source = "7 " * 1_000_000
    found = [Finding("C", "r", "error", k, k + 1, "m", "m", (), None) for k in range(0, 4000, 2)]

    blocks = list(findings(report(source, *found), Style()))

    assert 2000 == len(blocks)
    assert all(len(line) < 110 for text in blocks for line in text.split("\n"))


def test_notes_are_shown_on_request_only() -> None:
    source = "12 and 5."
    both = report(source, finding(source, "12"), finding(source, "5", level="note"))

    assert 1 == len(list(findings(both, Style())))
    assert 2 == len(list(findings(both, Style(), notes=True)))
    assert 1 == summary(both).notes


def test_what_steers_a_terminal_is_spelled_out_everywhere() -> None:
    source = "\x1b[2J12 and \u202e5"
    found = finding(source, "12", message="\x1b]8;;x", repair=Repair(5, 7, "\x1b9", "computed"))
    bad = report(source, found, path="\x1b[31m.txt")
    bad.notes = ("\x1b!",)

    assert "\x1b" not in "\n".join([*findings(bad, Style()), *remarks(bad)])


def test_colour_changes_no_text() -> None:
    source = "12 are 5 and 4."
    one = report(source, finding(source, "12", ["5"], repair=Repair(0, 2, "9", "computed")))

    [plain] = findings(one, Style())
    [coloured] = findings(one, Style(colour=True))

    assert "\x1b[1;31mFC101 error\x1b[0m" in coloured
    assert plain == re.sub(r"\x1b\[[\d;]*m", "", coloured)


def count(start: int, value: int, *, grain: int = 1) -> Figure:
    text = str(value)
    return Figure(
        start, start + len(text), text, Kind.COUNT, value, low=value, high=value,
        grain=1, own_grain=grain,
    )  # fmt: skip


def test_claims_that_hold_are_listed_arithmetic_first_and_counted_apart() -> None:
    source = "9 = 5 + 4; 5"
    nine, five, four, again = count(0, 9), count(4, 5), count(8, 4), count(11, 5)
    listed = [
        Claim(stated=again, term=Sum((five,)), code="FC804", verdict=Grade.EXACT, consistency=True),
        Claim(stated=nine, term=Sum((five, four)), code="FC101", verdict=Grade.ROUNDING),
        Claim(stated=None, term=Sum((five, four)), code="FC102", verdict=Grade.EXACT),
        Claim(stated=nine, term=Sum((five, five)), code="FC103", verdict=Grade.CONFLICT),
    ]
    document = Document(source, source, (), path="a.txt")
    document.figures = [nine, five, four, again]
    found = Finding("FC103", "r", "error", 0, 1, "5 + 5 = 10, not 9", "5 + 5 = 10", (), None)
    one = Report(document, listed, [found])

    assert [
        "a.txt:1:1: FC101 holds within rounding: 5 + 4 = 9",
        "a.txt:1:5: FC102 holds (derived): 5 + 4 = 9",
        "a.txt:1:12: FC804 consistent: 5 = 5",
    ] == list(claims(one, Style()))
    assert Summary(1, 4, Tally(3, 2, 1), Tally(1, 1, 0), 0) == summary(one)


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (Summary(1, 0), "0 figures, 0 claims checked"),
        (Summary(1, 1, Tally(1, 1, 0)), "1 figure, 1 claim checked: 1 holds, 0 in conflict"),
        (
            Summary(1, 41, Tally(12, 11, 1), Tally(5, 5, 0)),
            "41 figures, 12 claims checked: 11 hold, 1 in conflict; "
            "5 consistency claims: 5 hold, 0 in conflict",
        ),
        (
            Summary(3, 1041, Tally(2, 1, 0), Tally(), 1),
            "3 files: 1,041 figures, 2 claims checked: 1 holds, 0 in conflict; "
            "1 note (--show notes)",
        ),
        (
            Summary(1, 9, Tally(1, 1, 0), unclaimed=5),
            "9 figures, 1 claim checked: 1 holds, 0 in conflict; "
            "5 figures in no claim (--show figures)",
        ),
    ],
)
def test_the_last_line_counts(counts: Summary, words: str) -> None:
    assert words == last_line(counts, Style())


def test_summaries_add_up() -> None:
    one = Summary(1, 4, Tally(3, 2, 1), Tally(1, 0, 1), 2, 3)

    assert Summary(2, 8, Tally(6, 4, 2), Tally(2, 0, 2), 4, 6) == one.plus(one)


@pytest.mark.parametrize(
    ("value", "verdict", "line"),
    [
        (9, Grade.EXACT, "holds: 5 + 4 = 9"),
        (10, Grade.ROUNDING, "holds within rounding: 5 + 4 = 9, stated as 10"),
        (12, Grade.ROUGH, "holds only if the figures are rough: 5 + 4 = 9, stated as 12"),
    ],
)
def test_a_claim_that_holds_says_how_well_and_what_was_stated(
    value: int, verdict: Grade, line: str
) -> None:
    five, four, stated = count(0, 5), count(4, 4), count(8, value)
    one = Claim(
        stated=stated, term=Sum((five, four)), code="FC101", verdict=verdict, accepts=Grade.ROUGH
    )

    [found] = claims(Report(Document("5 + 4 = so", "5 + 4 = so", ()), [one], []), Style())

    assert f"-:1:9: FC101 {line}" == found


def test_a_figure_that_no_claim_touches_is_counted_and_listed() -> None:
    source = "9 = 5 + 4; \x1b7"
    nine, five, four, seven = count(0, 9), count(4, 5), count(8, 4), count(12, 7)
    document = Document(source, source, (), path="a.txt")
    document.figures = [nine, five, four, seven]
    holding = Claim(stated=nine, term=Sum((five, four)), verdict=Grade.EXACT)
    failing = Claim(stated=nine, term=Sum((five, seven)), verdict=Grade.CONFLICT)

    one, both = Report(document, [holding], []), Report(document, [holding, failing], [])

    assert (seven,) == one.unclaimed
    assert ["a.txt:1:13: in no claim: 7 (count)"] == list(unclaimed(one, Style()))
    assert (1, 0) == (summary(one).unclaimed, summary(both).unclaimed)
