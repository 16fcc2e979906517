"""Quantities: a numeral with its currency, scale and unit, and what it is per."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from figcheck import units
from figcheck.document import Kind
from figcheck.extract.numerals import GROUP, SCALE, SMALL, Numeral, read_numeral, scaled, symbol_scale
from figcheck.extract.subjects import singular

if TYPE_CHECKING:
    from figcheck.extract.numerals import Number
    from figcheck.extract.tokens import Tokens
    from figcheck.units import Unit

_GLUED_ONLY = frozenset("s A V K W N J C F h l L g t p c T mb B b m M".split())
_SPACED_OK = frozenset("m g t h s l L W C F".split())
_KINDS = {"time": Kind.DURATION, "calendar": Kind.DURATION, "share": Kind.SHARE, "points": Kind.POINTS}
_PER_WORDS = frozenset(("a", "an", "per", "each", "every"))
_PER_NOUNS = frozenset(
    "share barrel tonne ton head person day month week year hour minute second night trip service page unit "
    "litre liter gallon pound ounce kilo kilogram kg mile kilometre acre hectare square officer household "
    "pupil student patient vehicle car bottle bushel bag piece item ticket seat game match session copy "
    "user customer employee worker vote child family home house case time quarter season pack plate dose "
    "device word token request call visit room bed place flight delivery shift kwh mwh watt gram".split()
)
_NOT_PER = frozenset(("ago", "earlier", "before", "later", "previously", "prior", "after", "old", "away"))
_NO_COMPOUND = frozenset(("per", "a", "an"))
_COMPOUNDS = {"foot": ("inch",), "stone_weight": ("pound",), "pound": ("ounce",)}
_TIMES = ("year", "month", "week", "day", "hour", "minute", "second")


class Quantity(NamedTuple):
    """A numeral with its unit, from token `at` up to `to`."""

    at: int
    to: int
    kind: Kind
    value: Number | None
    grain: Number
    own_grain: Number
    unit: Unit | None = None
    per: Unit | str | None = None
    is_constant: bool = False
    has_scale: bool = False
    is_word: bool = False
    is_label: bool = False


def read_quantity(tokens: Tokens, at: int, *, has_sterling: bool = False) -> Quantity | None:
    """The quantity that begins at a token: a currency sign, a sign or a numeral."""
    currency = units.currency_before(tokens.written, at)
    start = at
    if currency is not None:
        unit, size = currency
        at += size
        if at >= len(tokens.written) or not (tokens.is_glued(at) or tokens.written[at][0].isdigit()):
            return None
    if at >= len(tokens.written):
        return None
    numeral = read_numeral(tokens, at)
    if numeral is None:
        return None
    if numeral.value is None:
        return _quantity(start, numeral, Kind.LABEL if numeral.is_label else Kind.COUNT, None)
    if currency is not None:
        return _with_per(tokens, _money(tokens, start, numeral, unit))
    return _with_per(tokens, _measured(tokens, start, numeral, has_sterling))


def _quantity(at: int, numeral: Numeral, kind: Kind, unit: Unit | None) -> Quantity:
    return Quantity(
        at, numeral.to, kind, numeral.value, numeral.grain, numeral.own_grain, unit,
        is_constant=numeral.is_constant, has_scale=numeral.has_scale, is_word=numeral.is_word,
        is_label=numeral.is_label,
    )  # fmt: skip


def _money(tokens: Tokens, start: int, numeral: Numeral, unit: Unit) -> Quantity:
    """Behind a currency sign: any scale letter glued to it counts; "$5 million Canadian" not."""
    factor = symbol_scale(tokens, numeral.to)
    if factor and tokens.is_glued(numeral.to) and not numeral.has_scale:
        numeral = scaled(numeral, factor, numeral.to + 1)
    return _quantity(start, numeral, Kind.MONEY, unit)


def _measured(tokens: Tokens, start: int, numeral: Numeral, has_sterling: bool) -> Quantity:
    numeral = _with_letter(tokens, numeral)
    to = numeral.to
    if tokens.word(to) in ("-", "‑") and tokens.is_glued(to) and tokens.is_glued(to + 1):
        to += 1
    money = units.currency_after(tokens.written, to)
    if money is not None and _stands_as_unit(tokens, to, numeral):
        unit, size = money
        return _quantity(start, numeral._replace(to=to + size), Kind.MONEY, unit)
    found = units.match(tokens.written, to)
    if found is not None and _stands_as_unit(tokens, to, numeral):
        unit, size = found
        if unit.name == "pound" and has_sterling and tokens.word(to).startswith("pound"):
            return _quantity(start, numeral._replace(to=to + size), Kind.MONEY, units.named("GBP"))
        kind = _KINDS.get(unit.dimension, Kind.MEASURE)
        quantity = _quantity(start, numeral._replace(to=to + size), kind, unit)
        return _with_age(tokens, _compound(tokens, quantity))
    return _quantity(start, numeral, Kind.COUNT, None)


def _with_letter(tokens: Tokens, numeral: Numeral) -> Numeral:
    """ "2.5m people", "40k": a scale letter glued to digits, where no unit is meant."""
    letter = tokens.as_written(numeral.to)
    if letter not in ("k", "m", "M", "K", "b", "B") or not tokens.is_glued(numeral.to):
        return numeral
    if numeral.has_scale or numeral.is_word:
        return numeral
    after = tokens.as_written(numeral.to + 1)
    if letter in ("k", "K"):
        return scaled(numeral, 1000, numeral.to + 1)
    is_counting = (after.isalpha() and len(after) > 2 and after not in _LENGTHS) or bool(
        units.currency_after(tokens.written, numeral.to + 1)
    )
    factor = symbol_scale(tokens, numeral.to)
    return scaled(numeral, factor, numeral.to + 1) if is_counting and factor else numeral


_LENGTHS = frozenset(
    "tall long wide high deep and from above below away the for apart behind ahead hurdles sprint freestyle "
    "final race medley butterfly breaststroke backstroke relay radius thick across north south east west "
    "underwater downstream upstream short clear runner against with but while was".split()
)


def _stands_as_unit(tokens: Tokens, to: int, numeral: Numeral) -> bool:
    """A one-letter unit needs its number beside it; "second" after one is no ordinal."""
    written = tokens.as_written(to)
    if written in ("second", "minute", "quarter", "score") and numeral.value not in (1,) and to == numeral.to:
        return False
    if written not in _GLUED_ONLY or tokens.is_glued(to):
        return True
    if written not in _SPACED_OK or numeral.is_word:
        return False
    after = tokens.as_written(to + 1)
    return not after[:1].isalpha() or written in ("m", "g", "t", "L")


def _compound(tokens: Tokens, quantity: Quantity) -> Quantity:
    """ "5 ft 11 in", "3 hours 51 minutes", "four years and two months": one measure in two units."""
    unit = quantity.unit
    if unit is None or quantity.value is None:
        return quantity
    to = quantity.to
    if tokens.word(to) in ("and", ","):
        to += 1
    if not (tokens.word(to)[:1].isdigit() or tokens.word(to) in SMALL):
        return quantity
    second = read_numeral(tokens, to)
    if second is None or second.value is None:
        return quantity
    smaller = _smaller_unit(tokens, unit, second.to)
    if smaller is None:
        return quantity
    part, after = smaller
    factor = units.Fraction(part.factor) / unit.factor
    grain = max(second.grain, 1 if second.is_word else 0) * factor
    return quantity._replace(
        value=quantity.value + second.value * factor, grain=grain, own_grain=grain, to=after
    )


def _smaller_unit(tokens: Tokens, unit: Unit, at: int) -> tuple[Unit, int] | None:
    if tokens.word(at) == "-":
        at += 1
    if unit.name == "foot" and tokens.word(at) in ("in", "ins", "inches", "inch", '"', "″"):
        follower = tokens.word(at + 1)
        if tokens.word(at) != "in" or not follower.isalpha() or follower == "tall":
            return units.named("inch"), at + 1
        return None
    found = units.match(tokens.written, at)
    if found is None:
        return None
    part, size = found
    both_times = unit.name in _TIMES and part.name in _TIMES
    if both_times and _TIMES.index(part.name) > _TIMES.index(unit.name):
        same = part.dimension == unit.dimension
        return (part, at + size) if same else None
    if part.name in _COMPOUNDS.get(unit.name, ()):
        return part, at + size
    return None


def _with_age(tokens: Tokens, quantity: Quantity) -> Quantity:
    """ "61 years old", "a 32-year-old"."""
    if quantity.unit is None or quantity.unit.dimension not in ("calendar", "time"):
        return quantity
    to = quantity.to
    if tokens.word(to) == "-":
        to += 1
    if tokens.word(to) == "old" and tokens.word(to + 1) != "age":
        return quantity._replace(kind=Kind.AGE, to=to + 1)
    if tokens.word(to) == "of" and tokens.word(to + 1) == "age":
        return quantity._replace(kind=Kind.AGE, to=to + 2)
    return quantity


def _with_per(tokens: Tokens, quantity: Quantity) -> Quantity:
    """What a rate is per: "a barrel", "per head", "each month", "for each officer", "/km²"."""
    if quantity.kind in (Kind.AGE, Kind.LABEL) or quantity.value is None:
        return quantity
    to = quantity.to
    word = tokens.word(to)
    if word == "-" and tokens.word(to + 1) in ("a", "an", "per"):
        to, word = to + 1, tokens.word(to + 1)
    if word == "for" and tokens.word(to + 1) in ("each", "every"):
        to, word = to + 1, "each"
    if word == "apiece":
        return quantity._replace(per="head")
    if word == "/" and quantity.unit is not None:
        found = units.match(tokens.written, to + 1)
        return quantity._replace(per=found[0]) if found else quantity
    if word not in _PER_WORDS:
        return quantity
    noun = tokens.word(to + 1)
    if tokens.word(to + 2) in _NOT_PER or (tokens.word(to + 2) == "-" and tokens.word(to + 3) in _NOT_PER):
        return quantity
    if noun == "-":
        noun, to = tokens.word(to + 2), to + 1
    if word in ("a", "an") and singular(noun) not in _PER_NOUNS:
        return quantity
    if word in ("a", "an") and quantity.kind is Kind.SHARE:
        return quantity._replace(per=noun)
    return quantity._replace(per=_denominator(tokens, to + 1))


def _denominator(tokens: Tokens, at: int) -> Unit | str | None:
    if tokens.word(at)[:1].isdigit() or tokens.word(at) in SMALL or tokens.word(at) in SCALE or tokens.word(at) in GROUP:
        numeral = read_numeral(tokens, at)
        if numeral is None:
            return None
        return f"{numeral.value} {singular(tokens.word(numeral.to))}".strip()
    found = units.match(tokens.written, at)
    if found is not None and (found[1] > 1 or len(tokens.word(at)) > 1):
        return found[0]
    noun = tokens.word(at)
    if noun == "capita":
        return "head"
    return singular(noun) if noun.isalpha() else None
