"""Extraction takes time in proportion to the text, however hostile, and bounds its numbers."""

from __future__ import annotations

import gc
import time
from fractions import Fraction

import pytest

from figcheck.document import Block, BlockRole, Document, Kind, Sentence
from figcheck.extract import extract
from figcheck.extract.numerals import read_digits
from tests.test_extract_properties import figures_of

MOST = 2.3
"""How much longer twice as much may take."""
LEAST = 0.05
"""The least seconds that are worth comparing."""
LARGEST = 1_000_000
UNITS = (
    "1,", "1 % ", "7", " ", "(", "(1", "$", "$1 ", "1-1-", "1 - ", "5 of ", "two ",
    "one hundred and ", "million ", "1 million ", "and a half ", "1.", "1:", "1/", "-",
    "+1 ", "May 5, ", "2019 ", "[1, ", "http://a ", "www.", "a@", ".5 ", "½", "1x", "1e1",
    "10^", "1×10⁻", "1 kg ", "1 m s-1 ", "5 per ", "A. ", '"1"', "0", "0 ", "555-",
    "123 456 ", "(555) ", "CI 5, ", "between 1 and ", "tens of ", "٣ ", "5-foot-",
    "5 hours ", "5 dollars and 5 cents ", "p < .05, ", "5 ± ", "Figs 5 and ", "5' ", '5" ',
    "more than 1 and less than 3 and ", "5m ", "5m people ", "2^3 ", "1 over 2 ", "40°26'",
    "a mile ", "5 ft 2 in ", "6-foot-4 ", "(Lee et al., 2011) ", "rupees 5 ", "percent of 5 ",
    "1 234,5 ", "5 days, ", "of the profit ", "5 aaaa bbbb cccc ", "rose to 5 from 4, ", "U.S. 5 ",
)  # fmt: skip


def of_one_sentence(text: str) -> Document:
    document = Document(text, text, [Block(0, len(text), BlockRole.PARAGRAPH)])
    document.sentences = [Sentence(0, 0, len(text), 0)]
    document.is_english = [True]
    return document


def seconds(text: str) -> float:
    """The time of extraction, without that of Python's cyclic garbage collector."""
    document = of_one_sentence(text)
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        extract(document)
        return time.process_time() - began
    finally:
        gc.enable()


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text(unit: str) -> None:
    """Up to a million characters in one sentence."""
    size = 10_000
    spent = seconds(unit * (size // len(unit)))
    while spent < LEAST and size < LARGEST:
        size *= 2
        spent = seconds(unit * (size // len(unit)))
    if spent < LEAST:
        return
    ratio = 9.0
    for _ in range(3):  # a busy machine slows one run down, not three
        ratio = min(ratio, seconds(unit * (2 * size // len(unit))) / spent)
        if ratio <= MOST:
            break
        spent = max(spent, seconds(unit * (size // len(unit))))

    assert ratio <= MOST


def test_a_sentence_of_ten_thousand_figures() -> None:
    document = of_one_sentence("It rose 5 percent to $4.2 million, " * 5_000)

    extract(document)

    assert 10_000 == len(document.figures)
    assert {Kind.SHARE, Kind.MONEY} == {figure.kind for figure in document.figures}


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("9" * 40, 10**40 - 1),
        ("9" * 41, None),
        ("0." + "1" * 39, Fraction(int("1" * 39), 10**39)),
        ("0." + "1" * 40, None),
        ("1" * 1_000_000, None),
        ("1.2.3", None),
        ("1.234.567", 1234567),
        ("12,34,567", 1234567),
        ("1,2345", None),
    ],
)
def test_digits_have_a_limit(digits: str, value: Fraction | int | None) -> None:
    read = read_digits(digits)

    assert value == (None if read is None else read[0])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is 1e400 ants.", 10**400),
        ("It is 1e401 ants.", None),
        ("It is 1×10⁻⁴⁰⁰ ants.", Fraction(1, 10**400)),
        ("It is 1×10⁹⁹⁹⁹ ants.", None),
        ("It is 10^9999999 ants.", 10),
    ],
)
def test_exponents_have_a_limit(text: str, value: Fraction | int | None) -> None:
    assert value == figures_of(text)[0].value


def test_superscripts_are_no_digits() -> None:
    assert [] == figures_of("See note ² and x³, or m².")
