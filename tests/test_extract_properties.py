"""What is written is what is read: values, grains, spans, units, whatever stands around."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.document import Figure, Hedge, Kind
from figcheck.extract import extract
from figcheck.read import read
from figcheck.units import named
from tests.extract_spec import described
from tests.speller import ranked, spelled

SPACES = ("\u00a0", "\u2009", "\u202f")
SCALES = {
    "": 0,
    " thousand": 3,
    " million": 6,
    "mn": 6,
    "bn": 9,
    " billion": 9,
    " lakh": 5,
    " crore": 7,
}
CURRENCIES = {
    "$": "USD", "£": "GBP", "€": "EUR", "US$": "USD", "A$": "AUD", "HK$": "HKD", "EUR ": "EUR",
    "Rs ": "INR",
}  # fmt: skip
UNITS = {
    " km": "kilometer", "kg": "kilogram", " tonnes": "metric_ton", "-foot": "foot",
    "%": "percent", " percent": "percent", " percentage points": "percentage_point",
    " bps": "basis_point", " hours": "hour", " square miles": "mile ** 2", " mph": "mile / hour",
    " °C": "degree_Celsius", " barrels": "oil_barrel",
}  # fmt: skip
KINDS = {
    "percent": Kind.SHARE, "percentage_point": Kind.POINTS, "basis_point": Kind.POINTS,
    "hour": Kind.DURATION,
}  # fmt: skip
NEUTRAL = (
    "The report is long.", "Nobody there would comment on that.", "Rain is likely in the hills.",
    "She thanked them warmly, and left.", "What comes of it remains to be seen.",
)  # fmt: skip
SENTENCES = (
    "Profit rose 5 percent to $4.2 million from $4.0 million.",
    "Two-thirds of the 900 seats are gone, and 12 dozen more.",
    "On 3 May 2023 the 45-year-old sold 1,200 tonnes at 10:30 a.m.",
    "Between 15 and 20 ships, at least 30-foot long, sank in 1998.",
    "The ratio is 3:1, the score 2-0, and Section 230 applies.",
)


class Written(NamedTuple):
    """A number as written: its digits without separators, how they are grouped, a power of ten."""

    digits: str
    text: str

    @property
    def value(self) -> Fraction:
        return Fraction(self.digits)

    @property
    def grain(self) -> Fraction:
        return Fraction(1, 10 ** len(self.digits.partition(".")[2]))

    @property
    def own_grain(self) -> Fraction:
        if "." in self.digits or self.digits == "0":
            return self.grain
        return Fraction(10 ** (len(self.digits) - len(self.digits.rstrip("0"))))


@st.composite
def numbers(draw: st.DrawFn) -> Written:
    """A whole number or a decimal, plain, or grouped by commas, thin spaces, lakhs."""
    whole = str(draw(st.integers(0, 10 ** draw(st.integers(1, 15)))))
    places = draw(st.integers(0, 6))
    part = "." + draw(st.text("0123456789", min_size=places, max_size=places)) if places else ""
    style = draw(st.sampled_from(("plain", "comma", "space", "indian")))
    is_yearlike = len(whole) == 4 and not part
    grouped = {
        "plain": whole if len(whole) < 10 and not is_yearlike else f"{int(whole):,}",
        "comma": f"{int(whole):,}",
        "space": f"{int(whole):,}".replace(",", draw(st.sampled_from(SPACES))),
        "indian": _indian(whole),
    }[style]
    return Written(whole + part, grouped + part)


def _indian(digits: str) -> str:
    """12,34,567."""
    head, last = digits[:-3], digits[-3:]
    pairs: list[str] = []
    while head:
        head, pair = head[:-2], head[-2:]
        pairs.insert(0, pair)
    return ",".join([*pairs, last])


def figures_of(text: str) -> list[Figure]:
    document = read(text)
    extract(document)
    return document.figures


def the_figure(text: str) -> Figure:
    figures = figures_of(text)
    assert 1 == len(figures), figures
    return figures[0]


@given(numbers(), st.sampled_from(sorted(SCALES)))
def test_a_number_is_read_as_written(number: Written, scale: str) -> None:
    factor = 10 ** SCALES[scale]
    text = number.text + scale

    figure = the_figure(f"They counted {text} ants there.")

    assert (Kind.COUNT, text, 13) == (figure.kind, figure.text, figure.start)
    assert number.value * factor == figure.value == figure.low == figure.high
    assert number.grain * factor == figure.grain
    assert number.own_grain * factor == figure.own_grain
    assert "ant" == figure.owner


@given(numbers(), st.sampled_from(sorted(CURRENCIES)), st.sampled_from(sorted(SCALES)))
def test_an_amount_of_money_is_read_as_written(number: Written, sign: str, scale: str) -> None:
    text = sign + number.text + scale

    figure = the_figure(f"They paid {text} for it.")

    assert (Kind.MONEY, text, named(CURRENCIES[sign])) == (figure.kind, figure.text, figure.unit)
    assert number.value * 10 ** SCALES[scale] == figure.value
    assert number.grain * 10 ** SCALES[scale] == figure.grain


@given(numbers(), st.sampled_from(sorted(UNITS)))
def test_a_measure_is_read_as_written(number: Written, unit: str) -> None:
    text = number.text + unit

    figure = the_figure(f"It was put at {text} by them.")

    assert (text, UNITS[unit]) == (figure.text, figure.unit and figure.unit.name)
    assert KINDS.get(UNITS[unit], Kind.MEASURE) is figure.kind
    assert number.value == figure.value
    assert (number.grain, number.own_grain) == (figure.grain, figure.own_grain)


@given(st.integers(0, 999_999), st.sampled_from((" and ", " ")))
def test_number_words_are_read_back(number: int, joint: str) -> None:
    words = spelled(number, joint)

    figure = the_figure(f"They saw {words} {'ant' if number == 1 else 'ants'} there.")

    assert (Kind.COUNT, number, words) == (figure.kind, figure.value, figure.text)


@given(st.integers(1, 999_999))
def test_ranks_are_read_back(number: int) -> None:
    words = ranked(number)

    figure = the_figure(f"It is the {words} try.")

    assert (Kind.ORDINAL, number, words) == (figure.kind, figure.value, figure.text)


@given(
    st.integers(0, 5000), st.integers(1, 5000),
    st.sampled_from(("{a} to {b}", "{a}-{b}", "{a}–{b}", "between {a} and {b}")),
    st.sampled_from(sorted(set(UNITS) - {"-foot"})),
)  # fmt: skip
def test_a_range_shares_its_unit(low: int, width: int, form: str, unit: str) -> None:
    text = form.format(a=f"{low:,}", b=f"{low + width:,}{unit}")

    figure = the_figure(f"They expect {text} of it.")

    assert (low, low + width, None) == (figure.low, figure.high, figure.value)
    assert (UNITS[unit], Hedge.RANGE) == (figure.unit and figure.unit.name, figure.hedge)
    assert text.removeprefix("between ") == figure.text


@given(
    st.integers(1, 999), st.integers(1, 999),
    st.sampled_from((" thousand", " million", "bn")), st.sampled_from(("$", "€", "")),
)  # fmt: skip
def test_a_range_shares_its_scale(one: int, two: int, scale: str, sign: str) -> None:
    low, high = sorted((one, two + 1000))
    high -= 1000
    low, high = min(low, high), max(low, high) + 1
    factor = 10 ** SCALES[scale]

    figure = the_figure(f"It is worth between {sign}{low} and {sign}{high}{scale} now.")

    assert (low * factor, high * factor) == (figure.low, figure.high)


@given(numbers(), st.sampled_from(sorted(UNITS)), st.sampled_from(("−", "minus ", "-")))
def test_a_sign_is_taken_with_its_number(number: Written, unit: str, sign: str) -> None:
    text = sign + number.text + unit

    figure = the_figure(f"It went to {text} then.")

    assert (text, -number.value) == (figure.text, figure.value)


@given(st.sampled_from(SENTENCES), st.sampled_from(NEUTRAL), st.sampled_from(NEUTRAL))
def test_neutral_sentences_around_change_no_figure(text: str, before: str, after: str) -> None:
    alone = figures_of(text)

    among = figures_of(f"{before} {text} {after}")

    assert [described(f) for f in alone] == [described(f) for f in among]
    assert [f.start + len(before) + 1 for f in alone] == [f.start for f in among]


@given(st.text(max_size=300))
@settings(max_examples=300)
def test_any_text_is_read_and_every_position_is_right(text: str) -> None:
    assert_consistent(text)


ODD = st.sampled_from(
    "1 12 1,234 5.5 2019 . , - – − % $ £ m bn k ( ) [ ] : / ' \" × x ^ ° a an the and or to of in "
    "per one two half third quarter hundred million dozen tens hundreds and between from about "
    "over km kg ft in hours years old May 3rd st p.m. U.S. # @ http:// ½ ⁻³ ± = < p n CI "
    "each".split()
)


@given(st.lists(st.tuples(ODD, st.sampled_from(("", " ", "\n"))), max_size=40))
@settings(max_examples=600)
def test_any_row_of_readers_words_is_read(pieces: list[tuple[str, str]]) -> None:
    assert_consistent("".join(word + space for word, space in pieces))


def assert_consistent(text: str) -> None:
    """Figures in order, apart, with their own text; the rows of items as Sentence says."""
    document = read(text)
    extract(document)
    ends = 0
    for figure in document.figures:
        assert ends <= figure.start < figure.end <= len(document.text)
        assert document.text[figure.start : figure.end] == figure.text == figure.text.strip()
        assert (
            figure.low is None
            or figure.high is None
            or figure.kind is Kind.SCORE
            or (figure.low <= figure.high or figure.kind in (Kind.DATE, Kind.CLOCK))
        )
        ends = figure.end
    for sentence in document.sentences:
        places = [at for at, word in enumerate(sentence.words) if at in sentence.figure_at]
        assert [sentence.figure_at[at] for at in places] == sentence.figures
        assert [figure.place for figure in sentence.figures] == places
        assert len(sentence.starts) == len(sentence.words) == len(sentence.ends)
        assert sorted(sentence.starts) == list(sentence.starts)
