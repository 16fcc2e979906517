"""Ages: "Mensah, 61, runs", "aged 87", "a 32-year-old", "died at 91", "over-65s", "her 30s"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck import units
from figcheck.document import CalendarDate
from figcheck.extract.dates import MONTHS
from figcheck.extract.kinds import AGE, DATE, LESS_THAN, MORE_THAN
from figcheck.extract.quantity import Quantity

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

_LARGEST = 119
_PERSONS = frozenset(
    "son daughter wife husband brother sister mother father man woman boy girl child baby grandson "
    "granddaughter grandfather grandmother nephew niece cousin partner girlfriend boyfriend fiancé "
    "fiancée uncle aunt teenager driver pensioner student teacher sons daughters children twins "
    "widow he she striker midfielder defender goalkeeper winger forward actor actress singer "
    "writer author lawyer doctor nurse farmer engineer manager coach captain politician senator "
    "chef artist musician footballer player golfer cyclist swimmer boxer runner victim suspect "
    "defendant soldier officer founder billionaire entrepreneur native veteran star comedian "
    "presenter designer director teacher academic banker trader pilot miner sailor priest".split()
)
_DIED = frozenset(
    ("died", "dies", "dead", "death", "die", "retired", "married", "widowed", "orphaned")
)
_PARTS = frozenset(("mid", "late", "early"))
_POSSESSIVES = frozenset(("his", "her", "their", "my", "your", "our", "late", "early", "mid"))
_AFTER_AGE = frozenset(
    'and when at on has had was is who by this last in but or , . ; ) ” " ? ! : – — the he she '
    "they if while because so to from".split()
) | {""}
_PRONOUN_IS = frozenset(("i'm", "he's", "she's", "who's"))
_AGE_WORDS = frozenset(("aged", "age", "ages"))


def name_age(tokens: Tokens, quantity: Quantity) -> bool:
    """Make a bare number an age where the words around it say so."""
    value = quantity.value
    lower, to = tokens.lower, quantity.to
    if lower[to] == "-" and lower[to + 1] in ("something", "somethings") and isinstance(value, int):
        quantity.kind, quantity.unit, quantity.to = AGE, units.YEAR, to + 2
        quantity.set_range(value, value + 9)
        return True
    if value is not None and 0 < value <= _LARGEST and _take_abbreviation(tokens, quantity):
        return True
    if value is None or not 0 < value <= _LARGEST or quantity.scale != 1 or quantity.per:
        return False
    if not isinstance(value, int) and not _is_of_age(tokens.lower, quantity.at):
        return False
    if _is_age(tokens, quantity.at, quantity.to, quantity.is_word):
        quantity.kind, quantity.unit = AGE, units.YEAR
        return True
    return False


def _take_abbreviation(tokens: Tokens, quantity: Quantity) -> bool:
    """ "32 y/o", "32yo", "32 y.o."."""
    lower, to = tokens.lower, quantity.to
    if lower[to] == "yo":
        to += 1
    elif lower[to] == "y" and lower[to + 1] in ("/", ".") and lower[to + 2] == "o":
        to += 3
    else:
        return False
    quantity.kind, quantity.unit, quantity.to = AGE, units.YEAR, to
    return True


def _is_age(tokens: Tokens, at: int, to: int, is_word: bool) -> bool:
    lower = tokens.lower
    before, after = lower[at - 1], lower[to]
    if before in _AGE_WORDS or (before == "of" and lower[at - 2] in _AGE_WORDS):
        return True
    if (
        before in ("about", "around", "over", "under", "between", "from")
        and lower[at - 2] in _AGE_WORDS
    ):
        return True
    if before == "," and at >= 2 and after in (",", ".", ")", ";", "–", "—"):
        return lower[at - 2] in _PERSONS if is_word else _names_person(tokens, at - 2)
    if after not in _AFTER_AGE:
        return False
    if before in _PRONOUN_IS or before in ("turned", "turns", "turning"):
        return True
    if before in ("was", "is", "am"):
        return lower[at - 2] in ("he", "she", "who", "i") or "age" in lower[max(0, at - 7) : at]
    if before == "at" and at == 1 and after == ",":
        return lower[to + 1] in ("he", "she", "i")
    return before in ("at", "just", "only") and not _DIED.isdisjoint(lower[max(0, at - 9) : at])


def _is_of_age(lower: list[str], at: int) -> bool:
    """ "mean age 45.2", "age was 45", "the median age of patients was 61"."""
    near = lower[max(0, at - 8) : at]
    return "age" in near or "aged" in near


def _names_person(tokens: Tokens, at: int) -> bool:
    """Is the token before the comma a name, or a word for a person?"""
    word, written = tokens.lower[at], tokens.written[at]
    if word in _PERSONS:
        return True
    is_name = (
        written[:1].isupper() and written.isalpha() and not written.isupper() and len(written) > 1
    )
    return is_name and word not in MONTHS and word not in _NO_NAMES


_NO_NAMES = frozenset(
    "street avenue road monday tuesday wednesday thursday friday saturday sunday january february "
    "however today inc corp ltd co llc plc st ave section article chapter page vol volume table "
    "figure and in of about yes no".split()
)


def read_plural(tokens: Tokens, at: int) -> Quantity | None:
    """ "in his 30s", "the over-65s", "under-18s": years of age from a plural."""
    word = tokens.written[at]
    if not word.isdecimal() or not 0 < int(word) <= _LARGEST:
        return None
    value, before, earlier = int(word), tokens.lower[at - 1], tokens.lower[at - 2]
    if before == "-" and earlier in ("mid", "over", "under", "late", "early"):
        before, earlier = earlier, tokens.lower[at - 3]
    quantity = Quantity(at, at + 2, AGE, value, 1, 1)
    quantity.unit = units.YEAR
    if before in ("over", "under"):
        quantity.hedge = MORE_THAN if before == "over" else LESS_THAN
        quantity.low = value if before == "over" else None
        quantity.high = value if before == "under" else None
        return quantity
    if before in _PARTS and earlier not in _POSSESSIVES | {"-"}:
        before = "the"
    is_decade = before in _POSSESSIVES or before in ("in", "the")
    if value % 10 or not is_decade:
        return None
    quantity.set_range(value, value + 9)
    if before == "the" or (before not in _POSSESSIVES and value < 20):
        quantity.kind, quantity.unit, quantity.date = DATE, None, CalendarDate()
    return quantity


def take_old(tokens: Tokens, quantity: Quantity) -> None:
    """ "61 years old", "a 32-year-old", "three years of age"."""
    lower, to = tokens.lower, quantity.to
    if lower[to] == "-":
        to += 1
    if lower[to] in ("old", "olds") and lower[to + 1] not in ("age", "man's"):
        quantity.kind, quantity.to = AGE, to + 1
    elif lower[to] == "of" and lower[to + 1] == "age":
        quantity.kind, quantity.to = AGE, to + 2
    elif lower[quantity.at - 1] in _AGE_WORDS or (
        quantity.unit is units.YEAR and _is_of_age(lower, quantity.at)
    ):
        quantity.kind = AGE
