"""Lists of parts and what is called the rest, as the words around them give them."""

from __future__ import annotations

import time
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.extract import extract
from figcheck.link import link
from figcheck.link.lists import parts_after, parts_before
from figcheck.link.rests import rest_lists
from figcheck.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Document, Figure
    from figcheck.link.partlist import PartList


def linked(text: str, form: str = "text") -> Document:
    document = read(text, form)
    extract(document)
    link(document)
    return document


def figure(document: Document, text: str) -> Figure:
    return next(found for found in document.figures if found.text == text)


def lists(found: Iterator[PartList]) -> list[tuple[str, str]]:
    return [(" + ".join(part.text for part in one.parts), one.gate) for one in found]


@pytest.mark.parametrize(
    ("text", "total", "expected"),
    [
        (
            "A total of 60 patients (32 given the drug and 28 a placebo) took part.",
            "60", ("32 + 28", "bracket"),
        ),
        ("We chose 9 men with mild (n = 4) or severe (n = 5) pain.", "9", ("4 + 5", "brackets")),
        ("The 12 are made up of 5 nurses, 4 cooks and 3 drivers.", "12", ("5 + 4 + 3", "whole")),
        ("The house has 40 seats: 21 left, 15 right and 4 empty.", "40", ("21 + 15 + 4", "colon")),
        ("Of the 31 novels 19 were crime and 12 for children.", "31", ("19 + 12", "of")),
        ("She owns 90 cows, of which 60 are red and 30 black.", "90", ("60 + 30", "of which")),
        ("It sold 70 cars, including 40 vans and 30 buses.", "70", ("40 + 30", "open")),
        ("It owns 72 clocks. It has 25 tall, 30 small and 17 broken ones.", "72",
         ("25 + 30 + 17", "next first")),
        ("Nine of the 46 rooms are let, 11 shut and 26 free.", "46", ("Nine + 11 + 26", "out of")),
        ("He ran 186 km, 94 km on the flat and 92 km in the hills.", "186 km",
         ("94 km + 92 km", "comma")),
    ],
)  # fmt: skip
def test_a_list_behind_its_total(text: str, total: str, expected: tuple[str, str]) -> None:
    document = linked(text)

    assert expected in lists(parts_after(document, figure(document, total)))


@pytest.mark.parametrize(
    ("text", "total", "expected"),
    [
        ("She won 8 gold and 9 silver medals, 17 in all.", "17", ("8 + 9", "sum")),
        ("Some 380 are off in the north, another 270 in the west. That makes 650.", "650",
         ("380 + 270", "next sum")),
        ("We met 7 men and 5 women. All 12 agreed.", "12", ("7 + 5", "next all")),
        ("Lee raised 40 and Roe 35. Together they have 75.", "75", ("40 + 35", "next together")),
    ],
)  # fmt: skip
def test_a_list_before_its_total(text: str, total: str, expected: tuple[str, str]) -> None:
    document = linked(text)

    assert expected in lists(parts_before(document, figure(document, total)))


@pytest.mark.parametrize(
    ("text", "rest", "expected"),
    [
        ("Of the 312 flats 187 are let; the other 125 stand empty.", "125", ("312 + 187", "rest other")),
        ("It has 75 houses. It sold 48, leaving 27.", "27", ("75 + 48", "next rest leaving")),
        ("It owns 61 books: 38 on show and the rest, 23, in store.", "23", ("61 + 38", "rest named")),
        ("Nine of the 46 rooms are let; the remaining 37 are free.", "37", ("46 + Nine", "rest remaining")),
    ],
)  # fmt: skip
def test_the_rest_of_a_whole(text: str, rest: str, expected: tuple[str, str]) -> None:
    document = linked(text)

    assert expected in lists(rest_lists(document, figure(document, rest)))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Another 12 came, some other 15 left and no other 9 were seen.", "15"),
        ("He asked 40 people and then 12 more.", "12"),
        ("It grew from 12 to 15 on the left bank.", "15"),
    ],
)
def test_what_is_not_called_the_rest(text: str, number: str) -> None:
    document = linked(text)

    assert [] == list(rest_lists(document, figure(document, number)))


def test_items_below_are_a_list() -> None:
    document = linked(
        "The cluster holds 960 GB:\n\n- images: 512 GB\n- dumps: 300 GB\n- logs: 148 GB\n",
        "markdown",
    )

    assert ("512 GB + 300 GB + 148 GB", "items") in lists(
        parts_after(document, figure(document, "960 GB"))
    )


@pytest.mark.parametrize(
    "text",
    [
        "The oven was at 180 C, the shelf at 100 C and the door at 80 C.",
        "The river ran at 12 km/h, the ford at 7 km/h and the weir at 5 km/h.",
    ],
)
def test_what_does_not_add_up_makes_no_list(text: str) -> None:
    document = linked(text)

    assert [] == [one for total in document.figures for one in parts_after(document, total)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(13, 900), min_size=2, max_size=6),
    st.sampled_from(
        (
            "The {total} delegates came by {parts}.",
            "There were {total} of them: {parts}.",
            "There were {total} in the hall ({parts}).",
            "Of the {total} in the hall, {parts} had seats.",
            "There were {total}, made up of {parts}.",
        )
    ),
)
def test_any_list_of_like_counts_is_among_those_behind_its_total(
    numbers: list[int], frame: str
) -> None:
    """However many the parts, and whatever ties them to the total."""
    total = 9_001 + sum(numbers)
    ways = ("by sea", "by air", "on foot", "by rail", "by road", "by tram")
    parts = [f"{number} {way}" for number, way in zip(numbers, ways, strict=False)]
    text = frame.format(total=f"{total:,}", parts=", ".join(parts[:-1]) + f" and {parts[-1]}")
    document = linked(text)
    found = [
        [part.value for part in one.parts]
        for one in parts_after(document, figure(document, f"{total:,}"))
    ]

    assert numbers in found


@pytest.mark.parametrize("unit", ["12 men and ", "12, ", "(12) ", "the other 12, ", "3-1 ", "50% "])
def test_lists_take_linear_time(unit: str) -> None:
    """One sentence of thousands of figures: twice as many take at most little more than twice."""

    def seconds(count: int) -> float:
        document = linked("Of 5,000 there were " + unit * count + "13.")
        start = time.perf_counter()
        for total in document.figures:
            for finder in (parts_after, parts_before, rest_lists):
                assert sum(1 for _ in finder(document, total)) < 40
        return time.perf_counter() - start

    small, large = min(seconds(400) for _ in range(3)), min(seconds(1600) for _ in range(2))

    assert large < 8 * small + 0.2


def test_a_sum_is_exact() -> None:
    """Scaled figures are added as they are written, not as binary fractions."""
    document = linked("It paid $0.1 million, $0.2 million and $0.7 million, $1.0 million in all.")
    total = figure(document, "$1.0 million")
    found = next(one for one in parts_before(document, total) if len(one.parts) == 3)

    assert Fraction(1_000_000) == sum(Fraction(part.value or 0) for part in found.parts)
