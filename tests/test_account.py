"""The account of the evidence: each weight by name, their sum, the threshold, what decided."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import figcheck
from figcheck import evidence
from figcheck.claim import Claim, Grounds, Op
from figcheck.cli import main
from figcheck.document import Figure, Kind
from figcheck.engine import judged_claims, raised
from figcheck.report import account, text
from figcheck.report.account import Account, Sum
from figcheck.report.visible import columns
from figcheck.rulebook import rules
from figcheck.terms import Sum as SumOf

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
ARTICLES = [HERE.parent / "data" / "demo.txt", *sorted((HERE / "articles").iterdir())]
WEIGHTS = {"reading.r": -3, "stated.of": 5, "busy.3": -4, "mend.one digit 2": 7}
ONE_SCREEN = 24


@pytest.fixture
def weights() -> Iterator[None]:
    kept = dict(evidence.WEIGHTS)
    evidence.reweigh(WEIGHTS)
    yield
    evidence.reweigh(kept)


def count(start: int, value: int) -> Figure:
    written = str(value)
    return Figure(start, start + len(written), written, Kind.COUNT, value, grain=1, own_grain=1)


def claim(grounds: Grounds, *, op: Op = Op.EQUALS, is_derived: bool = False) -> Claim:
    nine, five, four = count(0, 9), count(4, 5), count(8, 4)
    found = Claim(stated=None if is_derived else nine, term=SumOf((five, four)), op=op)
    found.grounds = grounds
    return found


@pytest.mark.usefixtures("weights")
def test_each_weight_stands_by_its_name_in_order_with_the_sum_of_both_stages() -> None:
    grounds = Grounds(("stated.of", "reading.r", "apart.none"), ("busy.3", "mend.one digit 2"))

    found = account.of_claim(claim(grounds))

    assert Sum(
        (("stated.of", 5), ("reading.r", -3), ("apart.none", 0)), 2, evidence.FAINTEST, "faintest"
    ) == (found.link)
    assert Sum((("busy.3", -4), ("mend.one digit 2", 7)), 5, evidence.RAISE, "raise") == (
        found.conflict
    )
    assert [
        f'= evidence that the text says so: 2, at least the −{-evidence.FAINTEST} of "faintest"',
        "|   5 stated.of      −3 reading.r       0 1 more without weight",
        f'= and that it fails by a slip: 5, at least the −{-evidence.RAISE} of "raise"',
        "|  −4 busy.3          7 mend.one digit 2",
        "= raised: no reading of more evidence holds",
    ] == list(account.lines(found, 80))


@pytest.mark.usefixtures("weights")
def test_a_claim_that_holds_has_one_stage_and_its_own_threshold() -> None:
    grounds = Grounds(("stated.of",))

    plain, rest, derived = (
        account.of_claim(claim(grounds)),
        account.of_claim(claim(grounds, op=Op.AT_LEAST)),
        account.of_claim(claim(grounds, is_derived=True)),
    )

    assert (evidence.LIST, None) == (plain.link.least, plain.conflict)
    assert evidence.LIST - evidence.MARGIN == rest.link.least
    assert None is derived.link.least
    assert [
        "= evidence that the text says so: 5",
        "|   5 stated.of",
        "= listed: it only works a figure out",
    ] == list(account.lines(derived, 80))
    assert {
        "link": {
            "weights": [{"name": "stated.of", "weight": 5}],
            "sum": 5,
            "least": evidence.LIST,
        },
        "conflict": None,
    } == plain.to_dict()


def test_a_long_name_is_broken_between_its_words_and_keeps_to_the_width() -> None:
    name = "form.part of whole: whole:denominator share:bracket part:denominator mixed"
    long = Account(Sum(((name, -12), ("q" * 200, 3), ("one", 4)), -5, None, ""), None)

    found = list(account.lines(long, 76))

    assert "| −12 form.part of whole: whole:denominator share:bracket part:denominator" == found[1]
    assert "|     mixed" == found[2]
    assert all(columns(line) <= 76 for line in found)
    assert 200 == "".join(found).count("q")


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_the_sums_are_those_that_decided(article: Path) -> None:
    report = figcheck.check_file(article)

    judged = judged_claims(report.document, rules())
    wanted = {(s.claim.code, s.link, s.score) for s in raised(report.document, judged)}
    found = [account.of_conflict(finding.grounds) for finding in report.findings]

    assert wanted == {
        (finding.code, one.link.total, one.conflict.total if one.conflict else None)
        for finding, one in zip(report.findings, found, strict=True)
    }
    for one in map(account.of_claim, report.claims):
        assert one.link.least is None or one.link.total >= one.link.least
        assert one.link.weights
    assert [c.evidence for c in report.claims] == [
        account.of_claim(c).link.total for c in report.claims
    ]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_a_finding_with_its_evidence_fits_a_terminal(article: Path) -> None:
    report = figcheck.check_file(article)

    for block in text.findings(report, text.Style(80), evidence=True):
        body = block.split("\n")[1:]
        assert len(body) < ONE_SCREEN
        assert all(columns(line) <= 80 for line in body)
    for line in text.claims(report, text.Style(80), evidence=True):
        assert columns(line) <= 80 or line[0] != " "


def test_colour_changes_no_account() -> None:
    report = figcheck.check_file(ARTICLES[0])

    plain = [*text.findings(report, text.Style(), evidence=True)]
    coloured = [*text.findings(report, text.Style(colour=True), evidence=True)]

    assert plain == [re.sub(r"\x1b\[[\d;]*m", "", block) for block in coloured]


def test_the_command_line_shows_it_on_request_only(capsys: pytest.CaptureFixture[str]) -> None:
    main(["demo"])
    without = capsys.readouterr().out
    main(["demo", "--show", "evidence"])
    of_findings = capsys.readouterr().out
    main(["demo", "--show", "evidence", "--show", "claims"])
    of_all = capsys.readouterr().out

    # Each finding, and with the claims each claim that is listed, is accounted for.
    listed = len(figcheck.check_file(ARTICLES[0]).claims)
    assert (0, 2, listed) == tuple(
        shown.count("evidence that the text says so") for shown in (without, of_findings, of_all)
    )
    assert 2 == of_all.count("= raised: ")


def test_json_has_it_on_request_only(capsys: pytest.CaptureFixture[str]) -> None:
    main(["demo", "--format", "json"])
    without = json.loads(capsys.readouterr().out)
    main(["demo", "--format", "json", "--show", "evidence"])
    data = json.loads(capsys.readouterr().out)

    rows = [*data["claims"], *data["findings"]]
    accounts = [row.pop("evidence") for row in rows]
    assert without == data
    for one in accounts:
        link, conflict = one["link"], one["conflict"]
        assert link["sum"] == sum(each["weight"] for each in link["weights"])
        if conflict:
            added = sum(each["weight"] for each in conflict["weights"])
            assert link["sum"] + added == conflict["sum"] >= conflict["least"]


def test_the_order_of_the_weights_is_the_same_in_every_run() -> None:
    command = [sys.executable, "-m", "figcheck", "demo", "--show", "evidence", "--show", "claims"]
    outputs = {
        subprocess.run(
            command,
            capture_output=True,
            check=True,
            cwd=HERE.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert 1 == len(outputs)
