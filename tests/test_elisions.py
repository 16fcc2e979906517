"""Bare numbers that take over a unit, and those that count things of their own."""

import pytest

from figcheck.document import Kind
from figcheck.extract import extract
from figcheck.link import link
from figcheck.read import read


def _kinds(text: str) -> list[Kind]:
    document = read(text)
    extract(document)
    link(document)
    return [figure.kind for figure in document.figures]


@pytest.mark.parametrize(
    "text",
    [
        "Sales came to 3.1 tonnes, against 4.2 in May.",
        "Growth was 5.1 percent in the east; in the west it was 4.7.",
        "The bag weighs 3 kg, up from 2.",
    ],
)
def test_a_bare_level_takes_over_the_unit_before_it(text: str) -> None:
    first, second = _kinds(text)
    assert first is second


@pytest.mark.parametrize(
    "text",
    [
        "Some 60 percent of clubs said yes, and we have 63, which is ample.",
        "She walked 40 miles of the long path, and the other 36 the short one.",
        "It took 44 minutes, and the Stags led by 48 to 41, which pleased them.",
        "We lost 40 percent, and apologise to the disappointed 21.",
        "Of darts 31 percent hit the twenty, 14 percent the nineteen, and 45 percent the wall.",
    ],
)
def test_a_number_of_things_takes_over_no_unit(text: str) -> None:
    assert Kind.COUNT in _kinds(text)
    assert _kinds(text).count(Kind.SHARE) == text.count(" percent")


@pytest.mark.parametrize(
    "text",
    [
        "The Agrarians hold 41, the Liberals 28, the Greens 17 and others 11.",
        "They are as follows: Liberals 21, Conservatives 15, Greens 11 and others 4.",
        "Rehana made 71, Okafor 48 not out, Lal 12 and extras 14.",
    ],
)
def test_names_that_share_a_verb_have_counts(text: str) -> None:
    assert [Kind.COUNT] * 4 == _kinds(text)


@pytest.mark.parametrize(
    "text",
    ["It runs on Windows 10, Windows 11 and Android 9.", "A crew of 11 saw a Boeing 747."],
)
def test_names_with_a_number_of_their_own_have_labels(text: str) -> None:
    assert Kind.LABEL is _kinds(text)[-1]


def test_names_in_a_list_take_over_the_percentage_before_them() -> None:
    assert [Kind.SHARE] * 4 == _kinds("Hindu 71 percent, Muslim 15, Christian 9 and others 5.")


@pytest.mark.parametrize(
    "text",
    [
        "It took 50 minutes to the col, 35 more to the hut and 70 for the way down: 155 minutes.",
        "It runs to 46 acres: oats (27 acres), rye (eleven), barley (5) and pears (3 acres).",
    ],
)
def test_parts_between_their_like_take_over_the_unit(text: str) -> None:
    assert Kind.COUNT not in _kinds(text)
