"""Units behind a number: measures, shares, points and spans of time, with their compounds."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck import units
from figcheck.extract.ages import take_old
from figcheck.extract.kinds import DURATION, MEASURE, MONEY, POINTS, SHARE
from figcheck.extract.nouns import is_plural
from figcheck.extract.numerals import read_digits
from figcheck.extract.quantity import whole
from figcheck.tables.number_words import TABLE

if TYPE_CHECKING:
    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens
    from figcheck.units import Unit

_SYMBOL: dict[str, int] = TABLE["symbol"]
SMALL: dict[str, int] = TABLE["small"]
_KINDS = {"time": DURATION, "calendar": DURATION, "share": SHARE, "points": POINTS}
_DASHES = frozenset(("-", "‑"))
_SPACED_LETTERS = frozenset("m g t h s l L W C F N K V A J °".split())
_LENGTHS = frozenset(
    "tall long wide high deep and from above below away the for apart behind ahead hurdles sprint "
    "freestyle final race medley butterfly breaststroke backstroke relay radius thick across north "
    "south east west underwater downstream upstream short clear runner against with but while was "
    ". , ; ) to in on at".split()
) | {""}
_TIMES = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")
_PARTS_OF = {
    "foot": "inch", "stone_weight": "pound", "pound": "ounce", "yard": "foot",
    "kilometer": "meter", "meter": "centimeter",
}  # fmt: skip
_JOINED_BY_AND = frozenset((
    ("yard", "foot"), ("mile", "yard"), ("kilometer", "meter"), ("day", "hour"),
    ("kilogram", "gram"),
    ("hour", "minute"), ("hour", "second"), ("minute", "second"), ("year", "month"),
    ("foot", "inch"), ("pound", "ounce"), ("stone_weight", "pound"), ("meter", "centimeter"),
))  # fmt: skip
DEGREE = units.named("degree")
_POWERS = frozenset(("squared", "cubed", "^", "-", "−", "–"))
INCHES = frozenset(('"', "″", "”", "''"))


def take_unit(tokens: Tokens, quantity: Quantity, to: int) -> bool:
    """Take the unit that begins at token `to`; False where there is none."""
    found = units.match(tokens.written, to)
    if found is None and tokens.lower[to] == "st" and tokens.glued[to]:
        quantity.unit, quantity.kind, quantity.to = units.named("stone_weight"), MEASURE, to + 1
        take_compound(tokens, quantity)
        return True
    if found is None:
        is_inch = tokens.lower[to] == "in" and (tokens.glued[to] or _is_inch(tokens, quantity, to))
        return is_inch and _take_inches_in_letters(quantity)
    unit, size = found
    if not _stands_as_unit(tokens, quantity, to, size):
        return False
    if unit.name == "pound" and _is_sterling(tokens, quantity, to):
        quantity.unit, quantity.kind, quantity.to = units.named("GBP"), MONEY, to + size
        return True
    quantity.unit, quantity.to = unit, to + size
    quantity.kind = _KINDS.get(unit.dimension, MEASURE)
    if quantity.kind is DURATION:
        take_compound(tokens, quantity)
        take_old(tokens, quantity)
    elif unit.name in _PARTS_OF:
        take_compound(tokens, quantity)
    if (
        quantity.kind is MEASURE
        and tokens.lower[quantity.to] == "below"
        and tokens.lower[quantity.to + 1] == "zero"
    ):
        negate_below_zero(quantity)
    if _may_have_power(tokens.written, quantity.to):
        take_powers(tokens, quantity)
    return True


_ACROSS = frozenset("thick wide tall long high deep square across diameter by x × of".split())


def _is_inch(tokens: Tokens, quantity: Quantity, to: int) -> bool:
    """ "2 in thick", "12 in. wide", "It is 2 in.": the abbreviation, and no preposition."""
    after = tokens.lower[to + 1]
    if quantity.is_word or quantity.scale > 1 or quantity.value is None or quantity.value > 500:
        return False
    if after == "." and tokens.glued[to + 1]:
        return to + 2 >= tokens.size or tokens.lower[to + 2] in _ACROSS
    return (after in _ACROSS and after != "of") or to + 1 >= tokens.size


def _may_have_power(written: list[str], to: int) -> bool:
    first, second = written[to], written[to + 1]
    return first in _POWERS or second in _POWERS or first[:1] == "⁻" or second[:1] == "⁻"


def take_powers(tokens: Tokens, quantity: Quantity) -> None:
    """ "4 km squared", "4 km^3"; "4 s-1", "9 m s⁻¹", whose last unit is what it is per."""
    written, to, unit = tokens.written, quantity.to, quantity.unit
    word = written[to]
    power = 0
    if word in ("squared", "cubed"):
        power, end = (2 if word == "squared" else 3), to + 1
    elif word == "^" and written[to + 1] in ("2", "3"):
        power, end = int(written[to + 1]), to + 2
    if power and unit is not None:
        raised = units.find(f"{unit.name} ** {power}")
        if raised is not None:
            quantity.unit, quantity.kind, quantity.to = raised, MEASURE, end
        return
    for _ in range(3):
        symbol = to if _inverse_end(tokens, to) == 0 else to - 1
        end = _inverse_end(tokens, symbol + 1)
        if end == 0 or not written[symbol].isalpha() or len(written[symbol]) > 4:
            return
        found = units.match(written, symbol)
        if symbol < quantity.to:
            quantity.unit = None
        quantity.kind = MEASURE
        quantity.per = found[0] if found else written[symbol]
        quantity.to = to = end


def _inverse_end(tokens: Tokens, at: int) -> int:
    """The token after a negative power that is glued to its unit, 0 where there is none."""
    word = tokens.written[at]
    if not word or not tokens.glued[at]:
        return 0
    if word[0] == "⁻" and len(word) == 2:
        return at + 1
    is_minus = word in ("-", "−", "–") and tokens.glued[at + 1]
    return (
        at + 2
        if is_minus and tokens.written[at + 1] in ("1", "2", "3", "4") and not tokens.glued[at + 2]
        else 0
    )


def negate_below_zero(quantity: Quantity) -> None:
    if quantity.value is not None and quantity.value > 0:
        quantity.value = -quantity.value
        quantity.to += 2


def _is_sterling(tokens: Tokens, quantity: Quantity, to: int) -> bool:
    """Pounds are money where the text has £, and where millions of them are not "of" something."""
    if not tokens.lower[to].startswith("pound"):
        return False
    return tokens.conventions.has_sterling or (
        quantity.scale >= 10**6 and tokens.lower[to + 1] != "of"
    )


def _stands_as_unit(tokens: Tokens, quantity: Quantity, to: int, size: int) -> bool:
    """A one-letter unit needs its number beside it; a singular noun needs "one" or a hyphen."""
    written = tokens.written[to]
    is_hyphened = to > quantity.to
    if size == 1 and len(written) <= 2 and not is_hyphened and written.isalpha():
        return _is_abbreviated(tokens, quantity, to, written)
    if written == "second" and not is_hyphened and quantity.value != 1:
        return False
    if is_hyphened and size == 1 and len(written) == 1:
        return tokens.glued[to] and written in ("m", "g", "W", "V", "t", "°")
    return (
        written != "second"
        or is_hyphened
        or tokens.lower[to + 1] not in ("half", "time", "man", "place")
    )


def _is_abbreviated(tokens: Tokens, quantity: Quantity, to: int, written: str) -> bool:
    if written in ("C", "F") and not _is_of_weather(tokens, quantity, to):
        return False
    if tokens.glued[to]:
        if (
            written == "s"
            and quantity.grain == 1
            and quantity.value is not None
            and quantity.value >= 100
        ):
            return False  # "747s"
        return not (quantity.is_word or (written == "A" and tokens.written[to + 1][:1].isalpha()))
    if written == "C" and tokens.glued[to + 1] and tokens.written[to + 1] == "$":
        return False
    if len(written) == 2 and written not in ("in", "as", "at", "am", "pm", "us", "no", "or"):
        return not quantity.is_word or not written.isupper()
    if written not in _SPACED_LETTERS or quantity.is_word:
        return False
    after = tokens.written[to + 1]
    if written in ("C", "F"):
        return not after[:1].isupper() and (not after[:1].isalpha() or after.islower())
    is_followed = after[:1].isalpha() and after not in _GOING_ON
    return not (is_followed and written in ("N", "K", "V", "A", "J", "W", "s", "h", "L", "l"))


_GOING_ON = frozenset(
    "to and or of on in at for per with than from after before but when by was is are were under over "
    "while as until since faster slower longer shorter".split()
)
"""Words that go on behind an abbreviated unit: "from 1.8 s to 0.6 s"."""


def take_letter(tokens: Tokens, quantity: Quantity) -> None:
    """ "2.5m people", "40k": a scale letter glued to digits, where no unit is meant."""
    to = quantity.to
    letter = tokens.written[to]
    factor = _SYMBOL.get(letter)
    if factor is None or not tokens.glued[to] or quantity.scale > 1 or quantity.is_word:
        return
    after = tokens.written[to + 1]
    if letter in ("k", "K"):
        if after in ("/", "²") or (
            letter == "K" and after and after in ("and", ")") and quantity.grain != 1
        ):
            return
    elif letter in ("M", "B", "MM", "T"):
        if after[:1] in "/²" and after:
            return
        if letter in ("B", "T") and not (after[:1].isalpha() and after.islower()):
            return
    elif letter in ("m", "b"):
        is_counting = after[:1].isalpha() and len(after) > 2 and after not in _LENGTHS
        is_counting = is_counting or (letter == "m" and _counts_millions(tokens, to))
        if not is_counting and units.currency_after(tokens.written, to + 1) is None:
            return
        if letter == "m" and after in _PACES:
            return
    else:
        if letter != "G" or after or tokens.written[to - 1].find(".") < 0:
            return
    quantity.multiply(factor)
    quantity.to = to + 1


WEATHER = frozenset(
    "convert temperature temperatures degrees degree celsius fahrenheit warm warmer warmest cold colder "
    "coldest hot hotter hottest heat weather high highs low lows cool cooler freezing frost "
    "thermometer mercury forecast outside overnight oven fever boiling melting c f °c °f ° summer "
    "winter sunny snow".split()
)
"""Words that speak of temperatures."""
_CROWDS = frozenset(
    "million millions bn billion people population users viewers subscribers customers voters "
    "crowd tonnes barrels copies members followers downloads visitors passengers".split()
)
_SIZES = frozenset(
    "metres meters metre meter km cm mm ft feet tall high deep wide long race sprint freestyle "
    "hurdles relay height depth altitude width length swim miles yards".split()
)


_CROWD_REACH = 30


def _counts_millions(tokens: Tokens, at: int) -> bool:
    """ "the crowd was 1.5m": do the words around speak of large numbers, and of no lengths?"""
    start, end = max(0, at - _CROWD_REACH), min(tokens.size, at + _CROWD_REACH)
    around = tokens.lower[start:end]
    if not _SIZES.isdisjoint(around):
        return False
    return not _CROWDS.isdisjoint(around) or any(
        word == "m" and tokens.glued[place] and is_plural(tokens.lower[place + 1])
        for place, word in enumerate(around, start)
    )


_BEFORE_DEGREES = frozenset(
    "was is at to above below reached hit around nearly between reach hits exceed "
    "exceeded exceeding touched".split()
)
_WEATHER_REACH = 20
_SHORT = 4  # tokens of a cell or caption that says no more than a temperature


def _is_of_weather(tokens: Tokens, quantity: Quantity, to: int) -> bool:
    """ "16C (61F)": is a bare C or F a temperature, and not the end of a name such as "737F"?"""
    if tokens.lower[quantity.at - 1] in ("-", "−", "–", "minus") or tokens.size <= _SHORT:
        return True
    lower = tokens.lower
    value = quantity.value
    is_warm = value is not None and (10 <= value < 130 or quantity.grain < 1)
    if is_warm and lower[quantity.at - 1] in _BEFORE_DEGREES:
        return True
    near = (
        lower[max(0, quantity.at - _WEATHER_REACH) : quantity.at]
        + lower[to + 1 : to + _WEATHER_REACH]
    )
    return not WEATHER.isdisjoint(near)


_PACES = frozenset(
    "backstroke hurdle dash swim run title record champion gold silver bronze event heats".split()
)


def take_compound(tokens: Tokens, quantity: Quantity) -> None:
    """ "5 feet 11 inches", "3 hours 51 minutes", "8 lb 4 oz", "two years and three months"."""
    for _ in range(4):
        unit = quantity.unit
        if unit is None or quantity.value is None or (quantity.scale > 1):
            return
        lower, at = tokens.lower, quantity.to
        if lower[at : at + 3] == ["and", "a", "half"]:
            quantity.value += Fraction(1, 2)
            quantity.grain = quantity.own_grain = Fraction(1, 2)
            quantity.to = at + 3
            return
        is_joined = lower[at] in ("and", ",")
        is_calendar = unit.dimension == "calendar"
        if lower[at] == "," and (is_calendar or not lower[at + 1].replace(".", "", 1).isdecimal()):
            return
        begin = at + 1 if is_joined or (lower[at] == "-" and tokens.glued[at]) else at
        number, after = _small(tokens, begin)
        if number is None:
            return
        if lower[after] == "-":
            after += 1
        part = _part_unit(tokens, unit, after)
        if part is None and _is_height(tokens, quantity, begin, after, number):
            part = units.named("inch"), after
        if part is None or (is_joined and (unit.name, part[0].name) not in _JOINED_BY_AND):
            return
        add_part(quantity, unit, number, part[0])
        quantity.to = part[1]


def _is_height(
    tokens: Tokens, quantity: Quantity, at: int, after: int, number: Fraction | int
) -> bool:
    """ "6-foot-4", "five foot six": inches that need no name behind a single-digit "foot"."""
    lower = tokens.lower
    unit = quantity.unit
    if unit is None or unit.name != "foot" or lower[quantity.to - 1] not in ("foot", "ft"):
        return False
    if quantity.value not in range(3, 9) or not 0 <= number < 12 or lower[at - 1] in ("and", ","):
        return False
    if lower[after - 1] == "-":
        return False
    is_end = not lower[after][:1].isalnum() and lower[after] not in ("%", "$")
    return lower[at - 1] == "-" or is_end or lower[after] in _TALL


_TALL = frozenset(("tall", "and", "in", "with", "who", "but", "from"))


def _small(tokens: Tokens, at: int) -> tuple[Fraction | int | None, int]:
    word = tokens.lower[at]
    if word in SMALL:
        from figcheck.extract.spelled import small_number

        return small_number(tokens, at)
    if word[:1].isdecimal() and len(word) <= 5:
        digits = read_digits(word)
        return (digits[0] if digits else None), at + 1
    return None, at


def _part_unit(tokens: Tokens, unit: Unit, at: int) -> tuple[Unit, int] | None:
    """The smaller unit at a token, where it is a part of `unit`."""
    if unit.name == "foot" and (
        tokens.lower[at] in ("in", "ins", "in.") or tokens.written[at] in INCHES
    ):
        after = tokens.lower[at + 1]
        if (
            tokens.lower[at] == "in"
            and not tokens.glued[at]
            and after[:1].isalpha()
            and after not in ("tall", "high", "and", "long", "more")
        ):
            return None
        return units.named("inch"), at + 1
    found = units.match(tokens.written, at)
    if found is None:
        return None
    part, size = found
    if part.name == _PARTS_OF.get(unit.name):
        return part, at + size
    are_times = unit.name in _TIMES and part.name in _TIMES and part.dimension == unit.dimension
    is_part = are_times and _TIMES.index(part.name) > _TIMES.index(unit.name)
    return (part, at + size) if is_part else None


def add_part(quantity: Quantity, unit: Unit, number: Fraction | int, part: Unit) -> None:
    assert quantity.value is not None
    ratio = whole(Fraction(unit.factor) / part.factor)
    quantity.value = whole(quantity.value * ratio + number)
    quantity.unit = part
    quantity.grain = quantity.own_grain = 1


def _take_inches_in_letters(quantity: Quantity) -> bool:
    """ "27in": an abbreviation that is one only beside its number."""
    if quantity.is_word:
        return False
    quantity.unit, quantity.kind = units.named("inch"), MEASURE
    quantity.to += 1
    return True
