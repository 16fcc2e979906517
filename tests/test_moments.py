"""Moments: the phrases that name a time, and the days that they are."""

from __future__ import annotations

import gc
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from figcheck.extract import extract
from figcheck.moments import moments
from figcheck.moments.resolve import own_date
from figcheck.read import read

if TYPE_CHECKING:
    from figcheck.document import Document


def read_all(text: str, form: str = "text") -> Document:
    document = read(text, form)
    extract(document)
    return document


def named(text: str) -> list[str]:
    return [text[moment.start : moment.end] for moment in moments(read_all(text))]


# A sentence, with its moments between brackets.
PHRASES = """
The quarry shut [yesterday] and opens again [tomorrow night].
Rents rose [last week] for the third time [this year].
The ferry sails [every other Friday] and [twice a week in summer].
Work stopped [three weeks ago] and starts [in a fortnight].
The vote is on hold until the court sits.
A rail strike is set for [the first quarter of 2031].
Prices doubled [between March and the end of June].
It was built in [the 19th century].
The shop is open [from Monday to Thursday].
She left at [half past seven] and was home [by midnight].
They met on [Tuesday afternoon] and again on [Wednesday, 4 March].
The bridge will close [early next month].
[Late last year] the mill was sold.
Harvests have shrunk over the [past four decades].
The tram runs [daily].
The lease ends on the [last day of December].
The mast fell at [nine in the morning].
The fair is held on [Christmas Eve] and [Easter Monday].
The [school year 2029] was short.
The paper may march on, and the sun sat low.
The dam held [that night].
Its clock stopped on [the 18th].
Rain fell [since Saturday].
The council meets [the week after next].
The pool reopens in [mid-April].
The orders for [Q3 2030] are in.
The first three of the boats sank.
The year's best crop was [this autumn]'s.
On [Monday] 12 people asked for 3 tents.
They counted 1,204 votes in 2007, 2009 and 2012.
"""


@pytest.mark.parametrize("line", PHRASES.strip().splitlines())
def test_the_moments_of_a_sentence(line: str) -> None:
    text = line.replace("[", "").replace("]", "")
    expected = [part.split("]")[0] for part in line.split("[")[1:]]

    said = [phrase for phrase in named(text) if not phrase.isdecimal()]

    assert expected == said


DATED = "LEEDS, March 6, 2024 - "  # a Wednesday

RESOLVED = (
    ("Sales rose last week.", "2024-02-26", "2024-03-03"),
    ("It starts next week.", "2024-03-11", "2024-03-17"),
    ("It fell this month.", "2024-03-01", "2024-03-31"),
    ("It fell last month.", "2024-02-01", "2024-02-29"),
    ("It fell last quarter.", "2023-10-01", "2023-12-31"),
    ("It fell last year.", "2023-01-01", "2023-12-31"),
    ("It opens next year.", "2025-01-01", "2025-12-31"),
    ("It fell over the past decade.", "2014-03-06", "2024-03-06"),
    ("It fell yesterday.", "2024-03-05", "2024-03-05"),
    ("It opens tomorrow.", "2024-03-07", "2024-03-07"),
    ("It fell on Monday.", "2024-03-04", "2024-03-04"),
    ("It will open on Monday.", "2024-03-11", "2024-03-11"),
    ("It opens next Friday.", "2024-03-08", "2024-03-08"),
    ("It fell last Friday.", "2024-03-01", "2024-03-01"),
    ("It opens this Friday.", "2024-03-08", "2024-03-08"),
    ("It fell last Wednesday.", "2024-02-28", "2024-02-28"),
    ("It fell three days ago.", "2024-03-03", "2024-03-03"),
    ("It fell two weeks ago.", "2024-02-19", "2024-02-25"),
    ("It fell four months ago.", "2023-11-01", "2023-11-30"),
    ("It fell 30 years ago.", "1994-01-01", "1994-12-31"),
    ("It opens in two days.", "2024-03-08", "2024-03-08"),
    ("It fell in the last three months.", "2023-12-06", "2024-03-06"),
    ("It fell in December.", "2023-12-01", "2023-12-31"),
    ("It will open in December.", "2024-12-01", "2024-12-31"),
    ("It fell last March.", "2023-03-01", "2023-03-31"),
    ("It opens next March.", "2025-03-01", "2025-03-31"),
    ("It fell on 3 April.", "2023-04-03", "2023-04-03"),
    ("It will open on 3 April.", "2024-04-03", "2024-04-03"),
    ("It opens last of all this weekend.", "2024-03-09", "2024-03-10"),
)


@pytest.mark.parametrize(("text", "first", "last"), RESOLVED)
def test_its_days_are_told_from_the_dateline(text: str, first: str, last: str) -> None:
    days = moments(read_all(DATED + text))[-1].days

    assert (date.fromisoformat(first), date.fromisoformat(last)) == days


@pytest.mark.parametrize("text", ["It fell last week.", "It fell on Monday.", "It fell in May."])
def test_without_a_date_of_the_text_nothing_is_told(text: str) -> None:
    assert [None] == [moment.days for moment in moments(read_all(text))]


@pytest.mark.parametrize(
    "text",
    ["It falls every Monday.", "It falls every night.", "It fell 990 years ago.", "It ran daily."],
)
def test_what_is_no_certain_stretch_of_days_has_none(text: str) -> None:
    assert {None} == {moment.days for moment in moments(read_all(DATED + text))[1:]}


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ('<meta property="article:published_time" content="2023-05-09T10:00Z"><p>It fell.', "html"),
        ('<article><time datetime="2023-05-09">9 May</time><p>It fell.</article>', "html"),
        ("---\ntitle: Falls\ndate: 2023-05-09\n---\nIt fell.\n", "markdown"),
        ("YORK, 9 May 2023 - It fell.", "text"),
    ],
)
def test_the_date_of_a_document(source: str, form: str) -> None:
    assert date(2023, 5, 9) == own_date(read_all(source, form))


@pytest.mark.parametrize(
    "unit",
    [
        "from last to next the 3 of May, at 5 in the ",
        "the ",
        "last ",
        "Monday, ",
        "5 days and ",
        "between May and ",
        "2011 ",
        "of next ",
        "at 5 ",
    ],
)
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        document = read_all(unit * (size // len(unit)))
        gc.collect()
        gc.disable()  # its passes grow with all that is alive
        try:
            began = time.process_time()
            moments(document)
            return time.process_time() - began
        finally:
            gc.enable()

    ratio = min(seconds(160_000) / max(seconds(80_000), 0.02) for _ in range(3))

    assert ratio <= 2.6
