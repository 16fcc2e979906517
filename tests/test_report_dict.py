"""The report as plain values: the shape that tools rely on, exact positions, plain JSON."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import figcheck
from figcheck.document import Hedge, Kind
from figcheck.report import plain

if TYPE_CHECKING:
    from pathlib import Path

NUMBER, TEXT = (int, float), (str,)
SPAN = {"start": (int,), "end": (int,)}
FIGURE = {
    **SPAN, "text": TEXT, "kind": TEXT, "low": (*NUMBER, type(None)), "high": (*NUMBER, type(None)),
    "unit": (str, type(None)), "hedge": TEXT,
}  # fmt: skip
CLAIM = {"rule": TEXT, "code": TEXT, "verdict": TEXT, **SPAN, "figures": [SPAN], "arithmetic": TEXT}
FINDING = {
    "code": TEXT, "rule": TEXT, "level": TEXT, **SPAN, "line": (int,), "column": (int,),
    "message": TEXT, "arithmetic": TEXT, "related": [SPAN],
    "repair": (dict, type(None)),
}  # fmt: skip
REPORT = {
    "schema": (int,), "path": (str, type(None)), "figures": [FIGURE], "claims": [CLAIM],
    "findings": [FINDING], "notes": [TEXT],
}  # fmt: skip
CONFLICT = "The panel of 12 is made up of 5 doctors, 4 nurses and 2 patients."


def check_shape(shape: Any, value: Any, place: str = "report") -> None:
    """Does the value have the shape: a dict of shapes, a list of one, or a tuple of types?"""
    if isinstance(shape, dict):
        assert list(shape) == list(value), place
        for key, inner in shape.items():
            check_shape(inner, value[key], f"{place}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), place
        for each in value:
            check_shape(shape[0], each, f"{place}[]")
    else:
        assert type(value) in shape, f"{place}: {value!r}"


def check_report(report: figcheck.Report, source: str) -> dict[str, Any]:
    """The report's dict, if all that is promised of any report is true of it."""
    data = report.to_dict()
    for claim in data["claims"]:
        assert claim.pop("derived", True) is True
        assert claim["verdict"] in ("exact", "rounding", "rough", "conflict")
    check_shape(REPORT, data)
    for row in (*data["figures"], *data["claims"], *data["findings"]):
        assert 0 <= row["start"] < row["end"] <= len(source)
    for figure in data["figures"]:
        assert source[figure["start"] : figure["end"]] == figure["text"]
        assert figure["kind"] in list(Kind)
        assert figure["hedge"] in list(Hedge)
    figures = {(figure["start"], figure["end"]) for figure in data["figures"]}
    for claim in data["claims"]:
        assert {(span["start"], span["end"]) for span in claim["figures"]} <= figures
    for finding in data["findings"]:
        assert finding["level"] in ("error", "warning", "note")
        assert any(char.isdigit() for char in finding["arithmetic"])
        if finding["repair"] is not None:
            check_shape({**SPAN, "text": TEXT}, finding["repair"])
    assert data["schema"] == 1
    return data


def strict(text: str) -> Any:
    """JSON as the standard has it: no NaN, no Infinity."""

    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    return json.loads(text, parse_constant=refuse)


def test_a_conflict_in_full() -> None:
    data = check_report(figcheck.check(CONFLICT), CONFLICT)

    [finding] = data["findings"]
    assert ("FC101", "sum_of_parts") == (finding["code"], finding["rule"])
    assert (13, 15, 1, 14) == tuple(finding[key] for key in ("start", "end", "line", "column"))
    assert "5 + 4 + 2 = 11, not 12" == finding["message"]
    assert "5 + 4 + 2 = 11" == finding["arithmetic"]
    assert ["5", "4", "2"] == [CONFLICT[span["start"] : span["end"]] for span in finding["related"]]
    [claim] = [claim for claim in data["claims"] if "conflict" == claim["verdict"]]
    assert ("FC101", 4) == (claim["code"], len(claim["figures"]))


def test_every_other_figure_of_a_conflict_is_related() -> None:
    report = figcheck.check_file("data/demo.txt")
    data = check_report(report, report.document.source)

    for finding in data["findings"]:
        at = {"start": finding["start"], "end": finding["end"]}
        [claim] = [
            claim
            for claim in data["claims"]
            if claim["code"] == finding["code"]
            and claim["verdict"] in ("rough", "conflict")
            and at in claim["figures"]
        ]
        others = [span for span in claim["figures"] if span != at]
        assert others == [span for span in finding["related"] if span in others]


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    monkeypatch.chdir(root)


def test_open_ends_are_null() -> None:
    text = "It took more than 5 days, at most 9 trucks and between 3 and 4 tonnes."

    figures = check_report(figcheck.check(text), text)["figures"]

    assert [(5, None), (None, 9), (3, 4)] == [(f["low"], f["high"]) for f in figures]


def test_line_and_column_count_code_points_from_one() -> None:
    source = f"💰 é\r\n\r\n𝟘 – {CONFLICT}"

    [finding] = check_report(figcheck.check(source), source)["findings"]

    assert (3, source.index("12") - source.index("𝟘") + 1) == (finding["line"], finding["column"])


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (None, None),
        (5, 5),
        (Fraction(10, 2), 5),
        (Fraction(241, 10), 24.1),
        (10**40 + 1, 10**40 + 1),
        (Fraction(10**401 + 1, 2), round(Fraction(10**401 + 1, 2))),
        (Fraction(1, 3), 1 / 3),
    ],
)
def test_a_bound_is_a_plain_number(value: Fraction | int | None, number: float | None) -> None:
    assert number == plain(value)
    assert type(number) is type(plain(value))


def test_a_number_of_forty_digits_is_whole() -> None:
    digits = "1234567890" * 4
    text = f"There were {digits} grains."

    [figure] = strict(figcheck.check(text).to_json())["figures"]

    assert (int(digits), int(digits)) == (figure["low"], figure["high"])


def test_json_is_the_dict_on_one_line_of_ascii() -> None:
    report = figcheck.check(CONFLICT + " – 5 million €\u2028\ud800")
    line = report.to_json()

    assert line.isascii()
    assert "\n" not in line
    assert report.to_dict() == strict(line)


def test_the_frame_has_a_row_a_claim() -> None:
    report = figcheck.check(CONFLICT + " Of the 1,000 fighters killed, 90 percent were convicts.")
    frame = report.to_frame()

    assert len(report.claims) == len(frame)
    assert [claim.code for claim in report.claims] == list(frame["code"])
    assert [claim.derived for claim in report.claims] == list(frame["derived"])
    assert list(figcheck.check("Nothing.").to_frame().columns) == list(frame.columns)


WORDS = st.sampled_from(
    """
    5 12 1,000 3.5 40% $2.5 million £ € half two-thirds twice a hundred and of the including from to
    rose fell by percent points 2021 May 3, km miles (48 km) – — , . ; : ( ) " \n\n | # - * 10:30
    p = .04 1–0 No. 7 more than about between 𝟗 ٣٤ ½ é 💰 <b> </b> &nbsp; \t \r\n made up men women
    """.split(" ")
)


@pytest.mark.parametrize("source", ["# to .04 won", "It rose by # to 5, from # to 7.", "5 to # 6"])
def test_a_number_sign_is_no_figure(source: str) -> None:
    report = figcheck.check(source)

    assert all(
        (word == "#") == (at in sentence.figure_at)
        for sentence in report.document.sentences
        for at, word in enumerate(sentence.words)
    )


@given(st.lists(WORDS, max_size=40).map(" ".join), st.sampled_from(["text", "markdown", "html"]))
@settings(deadline=None)
def test_every_report_has_the_shape(source: str, form: str) -> None:
    report = figcheck.check(source, format=form)

    assert check_report(report, source)["path"] is None
    strict(report.to_json())


@given(st.text(max_size=200), st.sampled_from(["text", "markdown", "html"]))
@settings(deadline=None)
def test_any_text_at_all_has_a_report(source: str, form: str) -> None:
    check_report(figcheck.check(source, format=form), source)
