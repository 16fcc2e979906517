"""The measure of coincidence: figures change places with their like, and what holds by chance counts."""

from __future__ import annotations

import re
from math import exp, log, sqrt
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("scipy")

from benchmarks.coincidence import Count, examples, lifted, made, standing, table
from benchmarks.exchange import exchanged, written_format
from benchmarks.observations import EVERYTHING, linked
from benchmarks.passages import Passage
from figcheck.engine import judged_claims
from figcheck.rulebook import rules

if TYPE_CHECKING:
    from pandas import DataFrame

    from figcheck.document import Document

SUMS = [(9, 5, 4), (8, 5, 3), (7, 4, 3), (8, 6, 2), (9, 7, 2), (6, 4, 2), (7, 5, 2), (9, 6, 3)]
ACROSS = [
    f"The panel of {total} is made up of {one} doctors and {other} nurses."
    for total, one, other in SUMS
]


def documents(texts: list[str]) -> list[Document]:
    return [linked(Passage(text, "text")) for text in texts]


def row(found: DataFrame, rule: str, key: str = "") -> dict[str, Any]:
    return {str(name): value for name, value in found.loc[(rule, key), :].to_dict().items()}


def formats(text: str) -> list[str]:
    return [written_format(figure) for figure in documents([text])[0].figures]


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("It cost $18.4 million.", "It cost $96.0 million.", True),
        ("It cost $18.4 million.", "It cost $18.4 billion.", False),
        ("It cost $18.4 million.", "It cost €18.4 million.", False),
        ("It cost $18.4 million.", "It cost $8.4 million.", False),
        ("It rose 12 percent.", "It rose 45 percent.", True),
        ("It rose 12 percent.", "It rose 12%.", False),
        ("He has seven dogs.", "He has twelve dogs.", True),
        ("Seven dogs came.", "The seven dogs came.", False),
        ("He has one dog.", "He has two dogs.", False),
        ("It fell on 4 May 1990.", "It fell on 7 June 2015.", True),
        ("He has 12 dogs.", "In all 12 per cent.", False),
        ("It met on Monday, 4 May 2020.", "It met on Sunday, 7 June 2015.", True),
    ],
)
def test_figures_written_alike_are_of_one_format(one: str, other: str, is_alike: bool) -> None:
    assert is_alike == (formats(one) == formats(other))


def test_figures_change_places_between_documents_and_the_words_stay() -> None:
    found = exchanged(documents(ACROSS), seed=5)

    assert [re.sub(r"\d", "0", text) for text in ACROSS] == [
        re.sub(r"\d", "0", text) for text in found
    ]
    assert sorted("".join(ACROSS)) == sorted("".join(found))
    assert found == exchanged(documents(ACROSS), seed=5)
    assert found != exchanged(documents(ACROSS), seed=6)


def test_no_document_keeps_a_figure_of_its_own_where_another_is_written_alike() -> None:
    texts = [f"It cost ${number} million and took {number} days." for number in range(10, 60)]

    found = exchanged(documents(texts), seed=3)

    assert [] == [
        (a, b) for a, b in zip(texts, found, strict=True) if {*_numbers(a)} & {*_numbers(b)}
    ]
    assert sorted("".join(texts)) == sorted("".join(found))


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def test_a_date_keeps_its_weekday() -> None:
    texts = ["It met on Monday, 4 May 2020.", "They left on Sunday, 7 June 2015."]

    assert [
        "It met on Monday, 7 June 2015.",
        "They left on Sunday, 4 May 2020.",
    ] == exchanged(documents(texts), seed=1)


def test_what_only_works_a_figure_out_does_not_count() -> None:
    text = "The Buyer shall pay a deposit equal to 10% of the price of $745,000."
    [document] = documents([text])
    judged = judged_claims(document, rules())

    assert 1 == sum(scored.claim.derived for scored in judged)
    assert len(judged) - 1 == len(list(made([document], least=EVERYTHING)))


def test_a_figure_that_none_is_written_like_stays_and_labels_do() -> None:
    texts = ["Route 66 is 12,345 feet long.", "Boeing 737 flew 5 miles."]

    assert texts == exchanged(documents(texts), seed=1)


def test_a_figure_of_a_markdown_source_is_exchanged_in_the_source() -> None:
    passages = [Passage("The **12** dogs.", "markdown"), Passage("See *34* dogs.", "markdown")]

    assert ["The **34** dogs.", "See *12* dogs."] == exchanged(list(map(linked, passages)), seed=1)


def test_sums_hold_far_above_chance_and_exchanged_ones_do_not() -> None:
    true = documents(ACROSS * 4)
    here = list(made(true))
    chance = list(made(documents(exchanged(true, seed=2))))

    found = row(table(here, chance, "rule"), "sum_of_parts")

    assert (32, 32, 0) == (found["fires"], found["holds"], found["raised"])
    assert found["chance holds"] < 10 < found["chance fires"]
    assert 0 < found["raised by chance"] <= found["chance fires"] - found["chance holds"]
    assert "far above" == found["standing"]
    again = row(table(chance, chance, "rule"), "sum_of_parts")
    assert (1, "near chance") == (round(again["lift"], 6), again["standing"])


def test_a_claim_counts_for_the_classes_of_cues_about_its_figures() -> None:
    here = list(made(documents(["Profit rose 20 percent to $120 million from $100 million."])))

    by_cue = table(here, [], "cue")

    assert ("percent_change", "rise_verb") in by_cue.index
    assert 1 == row(by_cue, "percent_change", "rise_verb")["holds"]
    assert {"rise_verb"} == {cue for rule, cue in by_cue.index if rule == "percent_change"}


def test_examples_are_of_what_holds_and_what_holds_by_chance() -> None:
    here = list(made(documents(ACROSS[:3])))

    found = list(examples(here, here[:1], "rule", 2))

    assert [
        "sum_of_parts |  | holds: 5 + 4 = 9 | " + ACROSS[0],
        "sum_of_parts |  | holds: 5 + 3 = 8 | " + ACROSS[1],
        "sum_of_parts |  | holds by chance: 5 + 4 = 9 | " + ACROSS[0],
    ] == [line for line in found if line.startswith("sum_of_parts")]


@pytest.mark.parametrize(
    ("true", "false", "expected"),
    [
        (Count(100, 95), Count(100, 50), "far above"),  # an order, which chance keeps half the time
        (Count(100, 52), Count(100, 50), "near chance"),
        (Count(400, 400), Count(90, 90), "far above"),  # fires on what the figures are alone
        (Count(100, 100), Count(90, 90), "near chance"),
        (Count(3, 3), Count(3, 0), "few"),
        (Count(0, 0), Count(0, 0), "few"),
    ],
)
def test_where_a_rule_stands(true: Count, false: Count, expected: str) -> None:
    assert expected == standing(true, false)


def test_the_lift_is_the_ratio_of_the_odds() -> None:
    lift, least = lifted(Count(100, 95), Count(100, 50))

    ratio = log(95.5 * 50.5 / (5.5 * 50.5))
    assert pytest.approx((exp(ratio), exp(ratio - 2 * sqrt(1 / 95.5 + 2 / 50.5 + 1 / 5.5)))) == (
        lift,
        least,
    )
