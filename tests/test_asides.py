"""How the stated figure hangs on the figures that it is set beside, and numbers within words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from figcheck.extract import extract
from figcheck.link import link
from figcheck.link.asides import ASIDES, aside
from figcheck.read import read

if TYPE_CHECKING:
    from figcheck.document import Document, Figure


def linked(text: str) -> Document:
    document = read(text)
    extract(document)
    link(document)
    return document


def figure(document: Document, text: str) -> Figure:
    return next(figure for figure in document.figures if figure.text == text)


@pytest.mark.parametrize(
    ("text", "stated", "operands", "expected"),
    [
        ("The bench heard 96 pleas and turned down 24, one in eight, on Monday.", "one in eight",
         ("24", "96"), "operand"),
        ("The bench heard 96 pleas and turned down 24, one in ten, on Monday.", "one in ten", ("96",),
         "other"),
        ("Some were sick, 48 per cent or 87 of 150, and went home.", "48 per cent", ("87", "150"),
         "within"),
        ("Of the men 48 per cent were sick, 87 of 150, and went home.", "48 per cent",
         ("87", "150"), "operand aside"),
        ("The bench heard 96 pleas and turned down a quarter of them.", "a quarter", ("96",),
         "none"),
    ],
)  # fmt: skip
def test_an_aside_belongs_to_what_it_hangs_on(
    text: str, stated: str, operands: tuple[str, ...], expected: str
) -> None:
    document = linked(text)

    found = aside(document, figure(document, stated), [figure(document, o) for o in operands])

    assert expected == found
    assert found in ASIDES


@pytest.mark.parametrize(
    ("text", "number", "role", "has_it"),
    [
        ("She filled in the 32-item form.", "32", "attribute", True),
        ("They built a 250-metre wheel.", "250-metre", "attribute", True),
        ("He swam the 4 x 100 metres.", "100 metres", "attribute", True),
        ("She sees 2 * 15 = 30 bees.", "15", "attribute", True),
        ("She filled in 32 forms.", "32", "attribute", False),
        ("It sold 5 tons five years ago.", "five years", "ago", True),
        ("It sold 5 tons over five years.", "five years", "ago", False),
    ],
)
def test_what_stands_right_about_a_figure_gives_it_a_role(
    text: str, number: str, role: str, has_it: bool
) -> None:
    document = linked(text)

    assert has_it == (role in figure(document, number).roles)
