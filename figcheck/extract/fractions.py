"""Fractions and multiples: "two-thirds", "half", "one in five", "3/4", "doubled", "5 times"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.extract.followers import is_measured
from figcheck.extract.kinds import COUNT, FRACTION, LABEL, MULTIPLE, RATIO
from figcheck.extract.numerals import SCALE, take_scale
from figcheck.extract.quantity import Quantity, whole
from figcheck.extract.spelled import PARTS, SMALL, below_thousand
from figcheck.tables.number_words import TABLE

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

MULTIPLES: dict[str, list[int]] = TABLE["multiple"]
_BARE_MULTIPLES = frozenset(
    "doubled doubling tripled tripling trebled trebling quadrupled quadrupling quintupled halved "
    "halving".split()
) | frozenset(word for word in MULTIPLES if word.endswith("fold"))
_COMPARED = frozenset(
    "as the that its their his her what our your this those last from to more".split()
)
_AFTER_HALF = frozenset(
    "of the that its their his her our your those these as all are were is was have had has "
    "would will say said who in on at from to by with for since last this less more lower higher "
    'again off and or but than , . ; : ) ? ! " ”'.split()
) | {""}
_AFTER_PART = _AFTER_HALF | frozenset(
    "fewer larger smaller say cut — – while when which in".split()
)
_NOT_BEFORE_HALF = frozenset(
    "first second other better latter top bottom third opening closing final".split()
)
_RAISING = frozenset(
    "by to than about around nearly almost over under only just some roughly approximately up down "
    "least most and or of from fell rose cut grew is was dropped declined decreased slipped shed "
    "lost reduced slashed trimmed shrank shrunk lowered raised increased climbed gained "
    "jumped".split()
)
_HAVE_PLURAL = frozenset(("are", "were", "have"))
_NOT_SHARED = frozenset(
    "years year days day months month weeks week hours hour minutes minute games matches decades "
    "seconds innings overs races starts".split()
)
_DENOMINATORS = frozenset(
    (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 40, 50, 64, 100, 1000, 10000)
)
_NAMES = frozenset(((24, 7), (9, 11), (50, 50), (7, 7), (20, 20), (7, 11)))
_ARTICLES = frozenset(("a", "an"))


def read_multiple(tokens: Tokens, at: int) -> Quantity | None:
    """A verb or adverb of multiplying that begins at a token."""
    lower = tokens.lower
    word, after = lower[at], lower[at + 1]
    if word not in _BARE_MULTIPLES:
        is_amount = tokens.written[at + 1][:1] in "0123456789$£€" and after != ""
        if after not in _COMPARED and not is_amount and not _is_verb(tokens, at):
            return None
        if word in ("doubles", "trebles", "triples", "halves") and lower[at - 1] in (
            "the",
            "'s",
            "both",
            "mixed",
            "in",
        ):
            return None
    if after == "down":
        return None
    top, bottom = MULTIPLES[word]
    return Quantity(at, at + 1, MULTIPLE, whole(Fraction(top, bottom)), is_word=True)


def _is_verb(tokens: Tokens, at: int) -> bool:
    """ "would double", "to triple": the plain form behind an auxiliary, and no adjective."""
    is_plain = tokens.lower[at] in ("double", "triple", "treble", "quadruple")
    before, after = tokens.lower[at - 1], tokens.lower[at + 1]
    if after == "-":
        return False
    behind = before in (
        "to",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "than",
        "nearly",
        "almost",
    )
    return is_plain and behind and (not after[:1].isalpha() or after in _AFTER_VERB)


_AFTER_VERB = frozenset(
    "by in over within this next again since and or if when every during under for at".split()
)


def read_half(tokens: Tokens, at: int) -> Quantity | None:
    """ "half of", "half a million", "half an hour", "by half"; not "first half", "half-time"."""
    lower = tokens.lower
    start = at - 1 if lower[at - 1] in _ARTICLES else at
    is_of_match = lower[at - 1] == "the" and lower[at - 2] in ("at", "in")
    if is_of_match or lower[at + 1] == "past":
        return None
    if lower[at - 1] in _NOT_BEFORE_HALF or (tokens.glued[at] and lower[at - 1] in ("-", "'")):
        return None
    quantity = _part(start, at + 1, Fraction(1, 2))
    if take_amount(tokens, quantity):
        return quantity
    after = lower[at + 1]
    if after in ("dozen",) or (after in _ARTICLES and lower[at + 2] == "dozen"):
        return _dozen(start, at + (2 if after == "dozen" else 3))
    return quantity if after in _AFTER_HALF or lower[start - 1] in _BOUNDING else None


_BOUNDING = frozenset("than about nearly almost over under around roughly only least".split())


def _dozen(at: int, to: int) -> Quantity:
    quantity = Quantity(at, to, COUNT, 6, 1, 1, is_word=True)
    quantity.constant = True
    return quantity


def _part(at: int, to: int, value: Fraction) -> Quantity:
    return Quantity(at, to, FRACTION, whole(value), is_word=True)


def take_amount(tokens: Tokens, quantity: Quantity) -> bool:
    """ "half a million", "a quarter of a million", "three quarters billion": a number after all."""
    lower, at = tokens.lower, quantity.to
    if lower[at] == "of" and lower[at + 1] in _ARTICLES:
        at += 2
    elif lower[at] in _ARTICLES or (lower[at] == "-" and lower[at + 1] in SCALE):
        at += 1
    scale = SCALE.get(lower[at], 0)
    if scale < 100 or quantity.value is None or lower[at].endswith("s"):
        return False
    top = Fraction(quantity.value)
    quantity.kind = COUNT
    quantity.value = whole(top * scale)
    quantity.grain = quantity.own_grain = max(1, whole(Fraction(scale, 10)))
    quantity.scale = scale
    quantity.to = at + 1
    return True


def read_part(tokens: Tokens, at: int) -> Quantity | None:
    """ "a third of", "a quarter": a part behind "a" that is no rank and no quarter of a year."""
    lower = tokens.lower
    if lower[at - 1] not in _ARTICLES or lower[at].endswith("s"):
        return None
    quantity = _part(at - 1, at + 1, Fraction(1, PARTS[lower[at]]))
    if take_amount(tokens, quantity):
        return quantity
    after, before = lower[at + 1], lower[at - 2]
    if after == "of" or after in _HAVE_PLURAL or (before == "only" and after in ("so", ":")):
        return quantity
    if after not in _AFTER_PART or (before not in _RAISING and before):
        return None
    return quantity if lower[at] not in ("second", "first") else None


def read_parts(tokens: Tokens, at: int) -> Quantity | None:
    """ "two-thirds", "three quarters of", "one-tenth": a counted part in words."""
    lower = tokens.lower
    top, to = below_thousand(tokens, at)
    begin = to + 1 if tokens.written[to] == "-" else to
    composed = _composed(tokens, at, top, begin)
    if composed is not None:
        return composed
    bottom = PARTS.get(lower[begin])
    if (
        bottom is None
        or top == 0
        or (lower[begin] in ("half", "quarter") and lower[to] != "-" and top > 3)
    ):
        return None
    is_plural = lower[begin].endswith("s") or lower[begin] == "halves"
    if is_plural == (top == 1) and not (is_plural is False and bottom == 4 and top == 3):
        return None
    if is_plural and bottom == 4 and not (top == 3 or lower[begin + 1] in ("of", "a")):
        return None
    is_followed = lower[begin + 1] in _AFTER_PART or is_measured(tokens, begin)
    if not is_plural and not is_followed:
        return None
    quantity = _part(at, begin + 1, Fraction(top, bottom))
    take_amount(tokens, quantity)
    return quantity


_UNIT_PARTS = {"firsts": 1, "seconds": 2} | {
    word: part for word, part in PARTS.items() if word[-1] == "s" and 3 <= part < 10
}


def _composed(tokens: Tokens, at: int, top: int, to: int) -> Quantity | None:
    """ "three twenty-firsts", "one hundred thirty-fifths": parts named by a tens and a unit."""
    lower = tokens.lower
    tens = SMALL.get(lower[to], 0)
    if tens >= 20:
        to += 2 if lower[to + 1] == "-" else 1
    elif top > 100 and top % 100 >= 20 and "and" not in lower[at:to]:
        tens, top = top % 100, top - top % 100
    unit = _UNIT_PARTS.get(lower[to], 0)
    if not unit or not tens or tens % 10 or not top or lower[to] == "quarters":
        return None
    return _part(at, to + 1, Fraction(top, tens + unit))


def read_over(tokens: Tokens, top: Quantity, bottom: Quantity) -> Quantity | None:
    """ "one over twenty": a fraction of two bare whole numbers with nothing behind them."""
    one, two = top.value, bottom.value
    after = tokens.lower[bottom.to]
    if not (isinstance(one, int) and isinstance(two, int) and two > 0) or after[:1].isalnum():
        return None
    kind = FRACTION if one < two else RATIO
    return Quantity(top.at, bottom.to, kind, whole(Fraction(one, two)), is_word=True)


def read_one_in(tokens: Tokens, at: int) -> Quantity | None:
    """ "one in five", "nine out of 10", "1 in every 300": a share of a few."""
    lower = tokens.lower
    number = SMALL.get(lower[at])
    if number is None:
        number = int(lower[at]) if lower[at].isdecimal() and len(lower[at]) == 1 else 0
    to = at + 1
    is_out_of = lower[to] == "out" and lower[to + 1] == "of"
    if not number or not (lower[to] == "in" or is_out_of):
        return None
    to += 2 if is_out_of else 1
    if lower[to] == "every":
        to += 1
    base, end = _base(tokens, to)
    if 1900 <= base < 2100 and "," not in lower[to]:
        return None
    if not number < base or lower[end] in _NOT_SHARED or (lower[end] == "-" and tokens.glued[end]):
        return None
    fits = base <= 10 or (number == 1 and base <= 10**7) or base in (100, 1000)
    if not fits or (lower[end] in ("percent", "%", "per", "million", "years") and base < 1000):
        return None
    return Quantity(at, end, FRACTION, Fraction(number, base), is_word=True)


def _base(tokens: Tokens, at: int) -> tuple[int, int]:
    word = tokens.lower[at]
    if word in SMALL:
        return below_thousand(tokens, at)
    digits = word.replace(",", "")
    return (
        (int(digits), at + 1)
        if digits.isdecimal() and digits.isascii() and len(digits) < 9
        else (0, at)
    )


def read_slashed(tokens: Tokens, quantity: Quantity) -> bool:
    """Make "3/4" a fraction, "24/7" a name; False where the slash divides nothing.

    "18/1552 (1.15%)" stays two counts.
    """
    lower, slash = tokens.lower, quantity.to
    bottom_word = lower[slash + 1]
    if not (bottom_word.isdecimal() and bottom_word.isascii() and len(bottom_word) < 6):
        return False
    if lower[slash + 2] == "/" and tokens.glued[slash + 2]:
        return False
    top, bottom = quantity.value, int(bottom_word)
    if (top, bottom) in _NAMES:
        quantity.kind, quantity.value, quantity.to = LABEL, None, slash + 2
        return True
    if not isinstance(top, int) or bottom == 0 or _has_share(tokens, slash + 2):
        return False
    if top > bottom:
        quantity.kind, quantity.value = RATIO, whole(Fraction(top, bottom))
        quantity.to = slash + 2
        return True
    if bottom not in _DENOMINATORS and top != 1:
        return False
    quantity.kind, quantity.value = FRACTION, Fraction(top, bottom)
    quantity.grain = quantity.own_grain = 0
    quantity.to = slash + 2
    return True


def _has_share(tokens: Tokens, at: int) -> bool:
    """ "(45%)" behind it."""
    return tokens.lower[at] in ("(", ",", "[") and tokens.lower[at + 2] in ("%", "percent", ")")


def take_mixed(tokens: Tokens, quantity: Quantity) -> None:
    """ "1 1/2", "2-3/4": a whole number with a fraction behind it."""
    at = quantity.to
    if tokens.lower[at] == "-" and tokens.glued[at + 1]:
        at += 1
    top, slash, bottom = tokens.lower[at : at + 3]
    if slash != "/" or not (top.isdecimal() and bottom.isdecimal() and tokens.glued[at + 1]):
        return
    if not tokens.glued[at + 2] or len(top) > 2 or len(bottom) > 2 or quantity.grain != 1:
        return
    part = Fraction(int(top), int(bottom) or 1)
    if quantity.value is None or part >= 1 or int(bottom) not in _DENOMINATORS:
        return
    quantity.value += part
    quantity.grain = quantity.own_grain = Fraction(1, part.denominator)
    quantity.to = at + 3
    take_scale(tokens, quantity)


def take_times(tokens: Tokens, quantity: Quantity) -> None:
    """ "five times larger", "10x", "3-fold": a number that multiplies."""
    lower, to = tokens.lower, quantity.to
    word = lower[to]
    if word in ("x", "×") and tokens.glued[to] and not _is_joined(tokens, to + 1):
        quantity.to = to + 1
    elif _is_factor(lower, quantity.at):
        pass
    elif word == "-" and lower[to + 1] == "fold":
        quantity.to = to + 2
    elif (
        (word == "fold" and tokens.glued[to])
        or (word == "times" and (lower[to + 1] in _TIMES_COMPARED or lower[to + 1].endswith("er")))
        or (word == "times" and not isinstance(quantity.value, int) and quantity.scale == 1)
        or (
            word == "times"
            and not _GROWING.isdisjoint(lower[max(0, quantity.at - 3) : quantity.at])
        )
    ):
        quantity.to = to + 1
    elif word == "-" and lower[to + 1] == "times" and lower[to + 2] in _TIMES_COMPARED:
        quantity.to = to + 2
    else:
        return
    quantity.kind = MULTIPLE


def _is_joined(tokens: Tokens, at: int) -> bool:
    """Does a word or a number follow without a space, as in "4x4"?"""
    return tokens.glued[at] and tokens.lower[at][:1].isalnum()


def _is_factor(lower: list[str], at: int) -> bool:
    """ "by a factor of three", "by a factor of about 2.5"."""
    if lower[at - 1] in _ABOUT:
        at -= 1
    return lower[max(0, at - 4) : at] == ["by", "a", "factor", "of"]


_ABOUT = frozenset("about around roughly nearly almost some over only just".split())
_GROWING = frozenset("up rose risen grew grown increased multiplied jumped soared".split())
_TIMES_COMPARED = frozenset(
    "as more the its their his her less what that those current fewer better".split()
)
HALF = Fraction(1, 2)
