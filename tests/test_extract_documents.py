"""What the whole document decides about its numbers, and what markup and tables do to them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from figcheck.document import Kind
from figcheck.extract import extract
from figcheck.read import read
from figcheck.report.mentions import mentions
from tests.test_extract_properties import figures_of

GERMAN = "Der Umsatz stieg um 2,5 Prozent auf 1.234.567,89 Euro. Die Firma hat 1.250 Leute."
ENGLISH = "Sales rose 2.5 percent to 1,234,567.89 euros. The firm has 1,250 people."


def values(text: str) -> list[Fraction | int | None]:
    return [figure.value for figure in figures_of(text)]


def test_a_document_decides_what_its_commas_are() -> None:
    assert [Fraction("2.5"), Fraction("1234567.89"), 1250] == values(GERMAN)
    assert [Fraction("2.5"), Fraction("1234567.89"), 1250] == values(ENGLISH)


def test_one_english_number_keeps_the_english_commas() -> None:
    assert [Fraction("1.25"), 1250] == values("It is 1,25 of 1,250 parts.")


def test_misgrouped_digits_are_a_count_without_a_value() -> None:
    figure = figures_of("They sold 6,5000,000 bulbs.")[0]

    assert (Kind.COUNT, None, None, None) == (figure.kind, figure.value, figure.low, figure.high)
    assert "6,5000,000" == figure.text


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("The bag weighs 20 pounds.", Kind.MEASURE, "pound"),
        ("The bag weighs 20 pounds and costs £3.", Kind.MONEY, "GBP"),
        ("He lost 3 million pounds.", Kind.MONEY, "GBP"),
        ("They picked 3 million pounds of plums.", Kind.MEASURE, "pound"),
    ],
)
def test_pounds_are_money_where_the_text_says_so(text: str, kind: Kind, unit: str) -> None:
    figure = figures_of(text)[0]

    assert (kind, unit) == (figure.kind, figure.unit and figure.unit.name)


def test_brackets_are_losses_in_a_table_and_nowhere_else() -> None:
    table = "| Item | Sum |\n|---|---|\n| Profit | (1,250) |\n\nThe firm lost a sum (1,250) then.\n"
    document = read(table, "markdown")
    extract(document)

    assert [(-1250, "(1,250)"), (1250, "1,250")] == [
        (figure.value, figure.text) for figure in document.figures
    ]


@pytest.mark.parametrize("text", ["٣٤٥", "۳۴۵", "３４５", "३४५", "๓๔๕"])
def test_digits_of_other_scripts_are_read_where_they_stand(text: str) -> None:
    figure = figures_of(f"They have {text} goats.")[0]

    assert (345, text, 10) == (figure.value, figure.text, figure.start)


def test_addresses_hide_their_digits() -> None:
    text = "See https://example.org/2019/45?x=77 or www.example.com/30, or ask ann42@example.org."

    assert [Kind.LABEL] * 3 == [figure.kind for figure in figures_of(text)]


def test_extraction_twice_gives_the_same() -> None:
    document = read(ENGLISH)
    extract(document)
    first = [(figure.start, figure.value) for figure in document.figures]
    extract(document)

    assert first == [(figure.start, figure.value) for figure in document.figures]


GRAINS = (
    ("51.2bn", 10**8, 10**8), ("$51.20", Fraction(1, 100), Fraction(1, 100)), ("0", 1, 1),
    ("12,900", 1, 100), ("32,000", 1, 1000), ("24.1%", Fraction(1, 10), Fraction(1, 10)),
    ("5.00", Fraction(1, 100), Fraction(1, 100)), ("2 million", 10**6, 10**6),
    ("20 million", 10**6, 10**7), ("two hundred", 100, 100), ("1.20×10⁵", 1000, 1000),
    ("2½ km", Fraction(1, 2), Fraction(1, 2)), ("5 ft 11 inches", 1, 1),
    ("$26 to $31 million", 10**6, 10**6), ("5.2-5.25 kg", Fraction(1, 10), Fraction(1, 10)),
)  # fmt: skip


@pytest.mark.parametrize(("text", "grain", "own"), GRAINS)
def test_the_grain_is_the_last_digit_written(
    text: str, grain: Fraction | int, own: Fraction | int
) -> None:
    figure = figures_of(f"It was put at {text} there.")[0]

    assert (text, grain, own) == (figure.text, figure.grain, figure.own_grain)


@pytest.mark.parametrize("text", ["a dozen", "half", "doubled", "two-thirds", "a couple", "100%"])
def test_some_figures_have_no_width(text: str) -> None:
    figure = figures_of(f"They sold {text} of them.")[0]

    assert (text, True) == (figure.text, figure.constant)


MENTIONS = (
    ("He has 12 goats.", ["number 12"]),
    ("It fell 2%.", ["percent 2 percent"]),
    ("It costs $5.", ["currency 5 USD"]),
    ("It costs 5 cents.", ["currency 5 USD_cent"]),
    ("It costs 5p.", ["currency 5 GBP_penny"]),
    ("It costs $80 a barrel.", ["currency 80 USD/oil_barrel"]),
    ("Output is 5 barrels per day.", ["quantity 5 oil_barrel/day"]),
    ("The dose is 5 mg/kg.", ["quantity 5 milligram/kilogram"]),
    ("It is 5 km long.", ["quantity 5 kilometer"]),
    ("It is 5 °C here.", ["temperature 5 degree_Celsius"]),
    ("It took 5 hours.", ["duration 5 hour"]),
    ("He is aged 5.", ["age 5 year"]),
    ("Between 5 and 7 came.", ["range None 5..7"]),
    ("It came third.", ["ordinal 3"]),
    ("It was 3:1 then.", ["ratio 3"]),
    ("They won 3-1.", ["score None"]),
    ("In 1998 it fell.", ["year 1998"]),
    ("On 3 May it fell.", ["date None"]),
    ("In the 1990s it fell.", ["date None"]),
    ("At 10:30 it fell.", ["time 630"]),
    ("It fell last week.", ["datetime None"]),
    ("It fell three days ago.", ["duration 3 day"]),
    ("Paid from January 3 to yesterday.", ["datetime None"]),
    ("It sold 1,600 today.", ["number 1600", "datetime None"]),
    ("It sold 22 this year.", ["number 22", "datetime None"]),
    ("They won 3-1 on Monday.", ["score None", "datetime None"]),
    ("On Monday 12 were ill.", ["datetime None", "number 12"]),
    ("It fell in the last two quarters.", ["number 2"]),
    ("It rang at seven in the morning.", ["datetime None"]),
    ("Dozens came.", ["number None"]),
    ("See Section 12.", ["id None"]),
    ("It was (p = .05) so.", ["number 0.05"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MENTIONS)
def test_a_figure_as_a_mention(text: str, expected: list[str]) -> None:
    document = read(text)
    extract(document)

    assert expected == [shown(mention) for mention in mentions(document)]


def shown(mention: dict[str, object]) -> str:
    words = [mention["kind"], mention["value"]]
    if mention["value"] is None and mention["low"] is not None:
        words.append(f"{mention['low']}..{mention['high']}")
    if mention["unit"] is not None:
        words.append(mention["unit"])
    return " ".join(map(str, words))


def test_mentions_point_into_the_source() -> None:
    source = "Some 12,**345** men &amp; 7 boys.\n"
    document = read(source, "markdown")
    extract(document)

    assert ["12,**345", "7"] == [
        source[mention["start"] : mention["end"]] for mention in mentions(document)
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Output was 1 234,5 tonnes in May and 3,75 million euros.", ["2469/2", "3750000"]),
        ("Sales of 12 500.50 euros came from 3 410 shops.", ["25001/2", "3410"]),
        ("It cost 1.250,75 euros and 2,5 percent of 3.400 homes.", ["5003/4", "5/2", "3400"]),
        ("It cost 1,250.75 euros and 2.5 percent of 3,400 homes.", ["5003/4", "5/2", "3400"]),
        ("Taxes of 1'234'567 francs and 2’500 more.", ["1234567", "2500"]),
        ("A crop of 12,34,567 bags worth 3,40,000 rupees.", ["1234567", "340000"]),
        ("A crop of 1\u202f234\u202f567 bags and 12\u00a0500 sacks.", ["1234567", "12500"]),
        ("Some ٣٤٥٠ and ３，２１０ and −१२ stalls.", ["3450", "3210", "-12"]),
    ],
)
def test_formats_of_numbers(text: str, values: list[str]) -> None:
    assert [Fraction(value) for value in values] == [f.value for f in figures_of(text)]
