"""What the bounds of the evidence drop matters to nothing: no claim that comes to enough is lost."""

from __future__ import annotations

import gc
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from figcheck import engine, evidence
from figcheck.examples import examples
from figcheck.extract import extract
from figcheck.link import link
from figcheck.page import Page
from figcheck.plan import plan_of
from figcheck.read import read
from figcheck.relate import candidates, stated_figures
from figcheck.rulebook import Rule, rules
from figcheck.ways import framed, ways

if TYPE_CHECKING:
    from figcheck.report import Report

EVERYTHING = -1000
RULES = [rule for rule in rules() if rule.readings]
Found = list[tuple[str, int, int, tuple[str, ...]]]


def page_of(rule: Rule, least: int) -> Page:
    """All examples of a rule as one document."""
    document = read("\n\n".join(each.text for each in examples(rule.doc) if each.format == "text"))
    extract(document)
    link(document)
    return Page(document, least)


def found(rule: Rule, least: int) -> Found:
    page = page_of(rule, least)
    return [
        (reading.name, figure.start, one.link, one.features)
        for reading in rule.readings
        for figure in stated_figures(
            page, reading, evidence.of_reading(rule.name, reading.name).score
        )
        for one in candidates(page, rule, reading, figure)
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_is_dropped_comes_to_less_than_is_asked_for(rule: Rule) -> None:
    everything = found(rule, EVERYTHING)

    assert everything
    for least in (evidence.LEAST, 0):
        assert [one for one in everything if one[2] >= least] == found(rule, least)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_evidence_is_the_sum_of_its_features(rule: Rule) -> None:
    everything = found(rule, EVERYTHING)

    assert [evidence.score(one[3]) for one in everything] == [one[2] for one in everything]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_best_evidence_comes_first(rule: Rule) -> None:
    for one, other in pairwise(found(rule, EVERYTHING)):
        assert one[:2] != other[:2] or one[2] >= other[2]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_tells_all_its_marks(rule: Rule) -> None:
    page = page_of(rule, EVERYTHING)
    for reading in rule.readings:
        if reading.marks is None:
            continue
        told = {mark for group in reading.told for mark in group}
        for figure in stated_figures(page, reading):
            for _, frame in framed(page, reading, figure, ways(page, reading, figure, EVERYTHING)):
                marks = reading.marks(frame)
                assert told >= set(marks)
                assert all(len(set(group) & set(marks)) <= 1 for group in reading.told)


def said(report: Report) -> list[tuple[object, ...]]:
    """All that a report says of its claims."""
    return [
        (claim.code, claim.reading, claim.evidence, claim.verdict, [f.span for f in claim.figures])
        for claim in report.claims
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_is_looked_at_last_changes_no_report(
    rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n\n".join(each.text for each in examples(rule.doc) if each.format == "text")
    quick = engine.check(text)
    monkeypatch.setattr(engine, "_reported_claims", engine.judged_claims)
    thorough = engine.check(text)

    assert thorough.findings == quick.findings
    assert said(thorough) == said(quick)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_construction_adds_more_than_its_bound(rule: Rule) -> None:
    page = page_of(rule, EVERYTHING)
    for reading in rule.readings:
        plan = plan_of(reading)
        for figure in () if plan.is_of_list else stated_figures(page, reading):
            role = evidence.main_role(figure.roles)
            for way in ways(page, reading, figure, EVERYTHING):
                features = [f for reason in way.reasons for f in reason.features]
                form = [f for f in features if f.startswith(("shape.", "form.", "crowd."))]
                for slot, (operand,) in way.filled.items():
                    apart = min(abs(operand.sentence - figure.sentence), 2)
                    most = plan.most_of_form(
                        role,
                        slot,
                        evidence.main_role(operand.roles),
                        operand.start < figure.start,
                        apart,
                    )
                    assert evidence.score(form) <= most + (plan.lost if apart else 0)


@pytest.mark.parametrize("is_on", [True, False])
def test_the_garbage_collector_is_left_as_it_was_found(is_on: bool) -> None:
    was_on = gc.isenabled()
    try:
        (gc.enable if is_on else gc.disable)()
        engine.check("Of the 12 jurors, 5 were women.")

        assert is_on is gc.isenabled()
    finally:
        (gc.enable if was_on else gc.disable)()
