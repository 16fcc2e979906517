"""Every rule finds what its own examples say, and nothing else, with all rules on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import figcheck
from figcheck.examples import Example, examples
from figcheck.rulebook import Rule, rules

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

LEAST_BAD, LEAST_SILENT = 5, 10


def readable(rule: Rule) -> list[Example]:
    """The examples of a rule, none where one is ill written: a test of its own says which."""
    try:
        return list(examples(rule.doc))
    except figcheck.RuleError:
        return []


WEAK = (
    "Asked for the one party they w",
    "The appeal has raised £184,000",
    "The Buyer shall pay a deposit equal to 10% of the price of $745,000, being $47,5",
    "The auditors make 19 recommendations. All 17 ",
    "Four ministers - trade, energy",
    "The unit tripped with an outpu",
    "No business may be done unless",
    "They scored 61 goals and let in 43, and ",
    "| Party | Seats | Share |\n|---|---:|---:|\n| Left | 42 | 21.0% |\n| Centre | 68 | 43.0%",
)
"""How the examples begin that the weights of the evidence do not bear out yet."""


def _case(rule: Rule, example: Example) -> ParameterSet:
    known = pytest.mark.xfail(strict=True, reason="the evidence is weighed otherwise yet")
    marks = [known] if example.text.startswith(WEAK) else []
    name = f"{rule.name}-{example.heading.replace(' ', '-')}-{example.line}"
    return pytest.param(example, id=name, marks=marks)


CASES = [_case(rule, example) for rule in rules() for example in readable(rule)]
SHORT = frozenset(
    """
    absolute_change
    index_move
    multiple
    point_change
    """.split()
)
"""Rules known to have too few examples yet."""


@pytest.mark.parametrize("example", CASES)
def test_example(example: Example) -> None:
    report = figcheck.check(example.text, format=example.format)
    found = [(f.start, f.end, f.message) for f in report.findings if f.level != "note"]

    assert example.text == report.document.source
    assert [(mark.start, mark.end) for mark in example.marks] == [f[:2] for f in found], found
    for mark, (_, _, message) in zip(example.marks, found, strict=True):
        assert mark.words in message


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_the_examples_of_a_rule_are_well_written(rule: Rule) -> None:
    assert list(examples(rule.doc))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_has_enough_examples(rule: Rule) -> None:
    headings = [example.heading for example in readable(rule)]
    bad = headings.count("Bad")
    is_enough = bad >= LEAST_BAD and len(headings) - bad >= LEAST_SILENT

    assert (rule.name not in SHORT) == is_enough, f"{bad} Bad, {len(headings) - bad} others"


def test_the_short_rules_exist() -> None:
    assert set() == SHORT - {rule.name for rule in rules()}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_the_first_example_of_a_rule_is_found_by_that_rule(rule: Rule) -> None:
    """A rule that is silent where it should speak is not saved by another that speaks."""
    example = next(example for example in readable(rule) if example.heading == "Bad")

    report = figcheck.check(example.text, format=example.format)

    assert rule.code in {finding.code for finding in report.findings}


def test_no_two_examples_are_the_same() -> None:
    texts = [example.text for rule in rules() for example in readable(rule)]

    assert len(set(texts)) == len(texts)
