"""Movement: the marks of a change with its levels, and levels of which one leaves out its rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from figcheck.changes import AtOneRate, Change, at_one_rate
from figcheck.extract import extract
from figcheck.link import link
from figcheck.movement import is_ordered, is_told, movement
from figcheck.read import read
from figcheck.reading import Frame
from figcheck.rounding import nominal
from figcheck.terms import Difference

if TYPE_CHECKING:
    from figcheck.document import Document


def linked(text: str) -> Document:
    document = read(text)
    extract(document)
    link(document)
    return document


@pytest.mark.parametrize(
    ("text", "new", "old", "expected"),
    [
        ("Rents rose 5 percent to $42 from $40.", 1, 2, ("move.agrees", "lead.own")),
        ("Rents rose 5 percent to $42 from $40.", 2, 1, ("move.opposes", "lead.own")),
        ("Rents fell 5 percent; they were $42 and are $40.", 1, 2, ("move.opposes", "lead.none")),
        (
            "Profit rose 5 percent to $9. Rents were $42 and $40.",
            2,
            3,
            ("move.agrees", "lead.other"),
        ),
        ("An improvement of 5 percent, $42 and $40.", 1, 2, ("move.unsigned", "lead.none")),
    ],
)
def test_what_the_words_say_of_a_change(
    text: str, new: int, old: int, expected: tuple[str, ...]
) -> None:
    document = linked(text)
    change, figures = document.figures[0], document.figures
    frame = Frame(document, change, {"new": (figures[new],), "old": (figures[old],)})

    assert expected == movement(frame, change.direction)


def test_a_level_that_leaves_out_its_rate_is_at_that_of_the_other() -> None:
    old, new = linked("Onions cost $60, then $45 an hour.").figures

    assert 25 == at_one_rate(Change(new, old, -1)).computed().bottom


def test_levels_are_brought_to_what_the_difference_is_per() -> None:
    old, new, more = linked("Pay was $60 and is $75. It is $15 an hour more.").figures
    term = at_one_rate(Difference(new, old), more)

    assert isinstance(term, AtOneRate)
    assert nominal(more) == term.computed()
    needed = term.needed(new, nominal(more), nominal)
    assert (75, 75) == (needed.bottom, needed.top)


def test_levels_at_one_rate_are_left_as_they_are() -> None:
    old, new = linked("Onions cost $60 an hour, then $45 an hour.").figures
    term = Change(new, old, -1)

    assert at_one_rate(term) is term


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A rise of 5 percent, $42 and $40.", (True, False)),
        ("Rents rose 5 percent to $40 from $42.", (True, True)),
        ("An improvement of 5 percent, $42 and $40.", (True, True)),
    ],
)
def test_levels_lie_as_the_change_says_unless_the_words_order_them(
    text: str, expected: tuple[bool, bool]
) -> None:
    document = linked(text)
    change, one, other = document.figures
    frames = [
        Frame(document, change, {"new": (new,), "old": (old,)})
        for new, old in ((one, other), (other, one))
    ]

    assert expected == tuple(is_ordered(frame, change.direction) for frame in frames)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Noise was $64, then $48. They promised a cut of 25 percent.", False),
        ("They promised a cut of 25 percent, from $64 to $48.", True),
        ("Oil is at $48, as high as $64, after a cut of 25 percent.", False),
        ("Oil is at $48, from $64, after a cut of 25 percent.", True),
    ],
)
def test_a_wish_and_a_passing_level_make_no_change(text: str, expected: bool) -> None:
    document = linked(text)
    change = next(f for f in document.figures if f.text == "25 percent")
    levels = {f.value: f for f in document.figures}
    frame = Frame(document, change, {"new": (levels[48],), "old": (levels[64],)})

    assert expected == is_told(frame)
