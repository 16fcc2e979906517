"""Units: how text spells them, their dimensions and exact factors; the one door to pint.

The tables are compiled from `data/units.toml` and `data/currencies.toml`; pint itself is imported
only when a Quantity is asked for, and article text never reaches its parser. Each currency is a
dimension of its own, percent and points too.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from figcheck.tables.currencies import TABLE as CURRENCIES
from figcheck.tables.units import TABLE as UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Unit(NamedTuple):
    """A unit: base value = (number + offset) * factor, in the base of its dimension."""

    name: str  # pint's name, an ISO 4217 code, "percent", "percentage_point", ...
    dimension: str
    factor: Fraction | int
    offset: Fraction | int = 0

    @property
    def code(self) -> str:
        """pint's name of a measure, the ISO 4217 code of money, cents and pence included."""
        return (
            self.dimension.removeprefix("money:") if self.dimension[:6] == "money:" else self.name
        )


_ByFirst = dict[str, list[tuple[tuple[str, ...], Unit]]]


def _number(text: str) -> Fraction | int:
    top, _, bottom = text.partition("/")  # ten times as quick as letting Fraction read it
    return Fraction(int(top), int(bottom)) if bottom else int(top)


def _measures() -> Iterator[tuple[Unit, list[str]]]:
    for name, row in UNITS["unit"].items():
        unit = Unit(name, row["dimension"], _number(row["factor"]), _number(row["offset"]))
        yield unit, row["spellings"]
    for name, row in UNITS["other"].items():
        yield Unit(name, row["dimension"], _number(row["factor"])), row["spellings"]


def _index(entries: Iterator[tuple[Unit, list[str]]]) -> _ByFirst:
    index: _ByFirst = {}
    for unit, spellings in entries:
        for spelling in spellings:
            words = tuple(spelling.split())
            index.setdefault(words[0], []).append((words, unit))
    for group in index.values():
        group.sort(key=lambda entry: -len(entry[0]))
    return index


_IN_LOWER_CASE = frozenset(  # no words otherwise
    "usd eur gbp jpy cny inr aud cad chf hkd sgd nzd krw myr idr thb aed sar egp kwd qar lbp jod "
    "bgn ils zar brl mxn rub sek nok dkk pln czk huf uah vnd ngn kes".split()
)


def _behind(code: str) -> list[str]:
    """How a currency is spelled behind its number."""
    row = CURRENCIES[code]
    symbols = [symbol for symbol in row["symbols"] if symbol.isalpha() and len(symbol) > 1]
    lower = [code.lower()] if code.lower() in _IN_LOWER_CASE else []
    return [*row["names"], code, *(s for s in symbols if s not in row["names"]), *lower]


_BY_NAME: dict[str, Unit] = {unit.name: unit for unit, _ in _measures()}
_SPELLED = _index((_BY_NAME[unit.name], spellings) for unit, spellings in _measures())
_MONEY = {code: Unit(code, f"money:{code}", 1) for code in CURRENCIES}
_MINOR = {code: Unit(f"{code} cent", f"money:{code}", Fraction(1, 100)) for code in CURRENCIES}
_SYMBOLS = _index((_MONEY[code], [*row["symbols"], code]) for code, row in CURRENCIES.items())
_NAMES = _index((_MONEY[code], _behind(code)) for code in CURRENCIES)
_MINOR_NAMES = _index((_MINOR[code], row["minor"]) for code, row in CURRENCIES.items())

MONEY_OPENERS = frozenset(
    spelling.lower() for index in (_NAMES, _MINOR_NAMES) for spelling in index
) | frozenset(
    symbol for row in CURRENCIES.values() for symbol in row["symbols"] if len(symbol) == 1
)
"""The words, in lower case, that can begin a currency behind its number."""
OPENERS = MONEY_OPENERS | {spelling.lower() for spelling in _SPELLED}
"""The words, in lower case, that can begin what stands behind a number as its unit or currency."""

PERCENT = _BY_NAME["percent"]
PERCENTAGE_POINT = _BY_NAME["percentage_point"]
YEAR = _BY_NAME["year"]

_ALTERNATIVES = (
    ("metric_ton", "short_ton", "long_ton"),
    ("gallon", "imperial_gallon"),
    ("ounce", "troy_ounce"),
    ("mile", "nautical_mile"),
)
_EVERYDAY: dict[str, tuple[Unit, ...]] = {
    dimension: tuple([_BY_NAME[name] for name in names])
    for dimension, names in {
        "length": (
            "kilometer",
            "meter",
            "centimeter",
            "millimeter",
            "mile",
            "yard",
            "foot",
            "inch",
        ),
        "area": ("kilometer ** 2", "meter ** 2", "mile ** 2", "foot ** 2", "hectare", "acre"),
        "volume": (
            "meter ** 3",
            "liter",
            "milliliter",
            "gallon",
            "pint",
            "fluid_ounce",
            "foot ** 3",
        ),
        "mass": ("kilogram", "gram", "metric_ton", "short_ton", "pound", "ounce", "stone_weight"),
        "speed": ("kilometer / hour", "mile / hour", "meter / second", "knot"),
        "temperature": ("degree_Celsius", "degree_Fahrenheit"),
    }.items()
}


def named(name: str) -> Unit:
    """The unit of that name. KeyError where there is none."""
    return _BY_NAME[name] if name in _BY_NAME else _MONEY[name]


def find(name: str) -> Unit | None:
    """The measure of that name, None where there is none."""
    return _BY_NAME.get(name)


def match(tokens: Sequence[str], at: int) -> tuple[Unit, int] | None:
    """The unit whose longest spelling begins at tokens[at], and how many tokens it takes."""
    return _longest(_SPELLED, tokens, at)


def currency_before(tokens: Sequence[str], at: int) -> tuple[Unit, int] | None:
    """The currency whose symbol or code begins at tokens[at], before a number."""
    return _longest(_SYMBOLS, tokens, at)


def currency_after(tokens: Sequence[str], at: int) -> tuple[Unit, int] | None:
    """The currency, or hundredth of one, whose name or code begins at tokens[at]."""
    return _longest(_NAMES, tokens, at) or _longest(_MINOR_NAMES, tokens, at)


def iso(unit: Unit) -> str:
    """The ISO 4217 code of a money unit."""
    return unit.dimension.removeprefix("money:")


def alternatives(unit: Unit) -> tuple[Unit, ...]:
    """The units that the same word may mean: a ton is metric, short or long."""
    for group in _ALTERNATIVES:
        if unit.name in group:
            return tuple(_BY_NAME[name] for name in group if name != unit.name)
    return ()


def everyday(dimension: str) -> tuple[Unit, ...]:
    """The units of a dimension that articles confuse with one another."""
    return _EVERYDAY.get(dimension, ())


def linear(unit: Unit) -> Unit | None:
    """The length whose square or cube the unit is, None for any other unit."""
    name, _, power = unit.name.partition(" ** ")
    return _BY_NAME.get(name) if power else None


def spellings(unit: Unit) -> Sequence[str]:
    """How articles spell the unit of a measure or share, its words parted by spaces."""
    row = UNITS["unit"].get(unit.name) or UNITS["other"].get(unit.name)
    found: Sequence[str] = row["spellings"] if row else ()
    return found


def convert(value: Fraction | int, source: Unit, target: Unit) -> Fraction:
    """A number of `source` in `target`, exactly. ValueError for unlike dimensions."""
    if source.dimension != target.dimension:
        raise ValueError(f"{source.name} is no measure of {target.dimension}")
    return (Fraction(value) + source.offset) * source.factor / target.factor - target.offset


def to_pint(unit: Unit) -> Any:
    """The pint Unit of a measure. ValueError for money, percent and points, which pint has not."""
    if unit.name not in UNITS["unit"]:
        raise ValueError(f"pint has no unit for {unit.name}")
    import pint

    registry: Any = pint.application_registry
    if "stone_weight" not in registry:
        registry.define("stone_weight = 14 * pound")
    return registry.parse_units(unit.name)


def _longest(index: _ByFirst, tokens: Sequence[str], at: int) -> tuple[Unit, int] | None:
    if at >= len(tokens):
        return None
    word = tokens[at]
    for words, unit in index.get(word, ()):
        if len(words) == 1 or _fits(tokens, at, words):
            return unit, len(words)
    lower = word.lower()
    if lower != word:
        for words, unit in index.get(lower, ()):
            if _is_word(lower) and (len(words) == 1 or _fits(tokens, at, words)):
                return unit, len(words)
            if len(words) > 1 and _is_word(words[-1]) and _are_words(tokens, at, words):
                return unit, len(words)
    return None


def _are_words(tokens: Sequence[str], at: int, words: tuple[str, ...]) -> bool:
    """ "US dollars", "U.S. dollars": do the words stand at tokens[at], in whatever case?"""
    return [token.lower() for token in tokens[at : at + len(words)]] == list(words)


def _fits(tokens: Sequence[str], at: int, words: tuple[str, ...]) -> bool:
    """Do the words behind the first stand behind tokens[at] too?"""
    for place, word in enumerate(words[1:], at + 1):
        if place >= len(tokens):
            return False
        token = tokens[place]
        if token != word and not (_is_word(word) and token.lower() == word):
            return False
    return True


def _is_word(spelling: str) -> bool:
    """A word, which any case spells, and no abbreviation, which is spelled one way."""
    return len(spelling) > 3 and spelling.isalpha() and spelling.islower()
