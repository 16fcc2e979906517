"""Identifiers: digits glued to letters and marks, "COVID-19", "#812", "10-K", "230(c)(1)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck import units
from figcheck.extract.followers import is_counted, is_measured
from figcheck.extract.notations import INTRODUCING
from figcheck.extract.numerals import SCALE, VULGAR
from figcheck.extract.quantity import Quantity, label

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

_GLUED_SYMBOLS = frozenset(("#", "@", "_", "\\", "&", "§", "^"))
_PREFIXES = frozenset(
    "plus minus mid pre post late early sub inter non near about ex anti and to of per "
    "some up".split()
)
_UNITS_GLUED = frozenset("s x th st nd rd".split())
# The money letters that stand beside a number: "Rs500", "USD115".
_CODES = frozenset(
    "rs us usd eur gbp cad aud nzd hkd sgd chf inr jpy cny rmb rm r sfr nis n c p rp kr dh".split()
)
_ABBREVIATED = frozenset(
    "rs approx ca no nos p pp vol fig sec dec jan feb mar apr aug sep sept oct nov vs v usd".split()
)
_LETTERS_OF_SCALE = frozenset("k K m M b B T G t cr MM mm".split())
_HALF_DAYS = frozenset(("am", "pm", "a", "p", "musd", "meur", "mgbp", "yo", "y"))
_FORMATS = {(lines, "p") for lines in ("480", "720", "1080", "1440", "2160")} | {
    ("4", "K"), ("8", "K"), ("777", "X"),
}  # fmt: skip
_JOINTS = frozenset(("-", "‑", ".", "/", ":", "_", "–"))


def glued_left(tokens: Tokens, at: int, before: str) -> Quantity | None:
    """Glued to letters or marks of an identifier: "A2", "COVID-19", "#812", "v3.2", "word.12"."""
    if before == "x" and tokens.written[at - 2].isdecimal() and tokens.glued[at - 1]:
        return None
    if before[0].isalpha():
        is_code = before in _CODES and (len(before) > 1 or _is_amount(tokens, at))
        return None if is_code else cluster(tokens, at - 1, at)
    if before in _GLUED_SYMBOLS:
        return cluster(tokens, at - 1 if before in "#@" else at, at)
    earlier = tokens.written[at - 2]
    if before == earlier == ":":
        return cluster(tokens, at, at)
    if before in ("-", "‑", "–", "−") and tokens.glued[at - 1] and earlier:
        if earlier[0].isalpha():
            if earlier.lower() in ("under", "over"):
                return None if tokens.lower[at + 1] in ("s", "'s") else cluster(tokens, at, at)
            if (
                earlier.lower() in _PREFIXES
                or earlier in VULGAR
                or (len(earlier) > 1 and earlier.lower() in SCALE)
            ):
                return None
            return cluster(tokens, at - 2, at)
        return None
    if before == ":" and earlier in INTRODUCING:
        return None  # "OR:2.15, 95% CI:1.87-2.69"
    if before in (".", ":", ",") and tokens.glued[at - 1] and earlier[:1].isalpha():
        return (
            None if before == "." and earlier.lower() in _ABBREVIATED else cluster(tokens, at, at)
        )
    if before == "/" and tokens.glued[at - 1] and earlier[:1].isalpha():
        return None if is_counted(tokens, at + 1) else cluster(tokens, at, at)
    return None


def _is_amount(tokens: Tokens, at: int) -> bool:
    """ "R500m", "R1,250": is the number behind a letter likely to be money?"""
    return (
        "," in tokens.written[at]
        or tokens.written[at + 1] in _LETTERS_OF_SCALE
        or tokens.lower[at + 1] in SCALE
    )


def glued_right(tokens: Tokens, at: int) -> Quantity | None:
    """ "737s", "4-H", "10-K", "5G", "230(c)(1)", "21EC2020": digits of an identifier."""
    lower, written = tokens.lower, tokens.written
    after = lower[at + 1]
    if after == "-" or after == "‑":
        follower = written[at + 2]
        if (
            tokens.glued[at + 2]
            and len(follower) == 1
            and follower.isupper()
            and follower not in "CFKMBT"
        ):
            return label(at, at + 3)
        if (
            tokens.glued[at + 2]
            and follower.isdecimal()
            and written[at + 3] == "s"
            and tokens.glued[at + 3]
        ):
            return label(at, at + 4)
        return None
    if after == "/" and written[at + 2].isupper() and len(written[at + 2]) < 3:
        return None if units.match(written, at + 2) else cluster(tokens, at, at)
    if after == "(":
        to = _bracketed_end(tokens, at + 1)
        return label(at, to) if to > at + 1 else None
    if (
        after == "x"
        and tokens.glued[at + 2]
        and lower[at + 2].isdecimal()
        and (not is_measured(tokens, at + 2) or "relay" in lower[at + 3 : at + 6])
        and not (lower[at + 2] == "10" and tokens.written[at + 3] in ("^", "-", "−", "–"))
    ):
        return label(at, at + 3)
    if after == ":" and lower[at + 2] == ":" and tokens.glued[at + 2]:
        return cluster(tokens, at, at)
    if (
        after == "e"
        and tokens.glued[at + 2]
        and tokens.glued[at + 3]
        and lower[at + 3][:1].isalpha()
    ):
        return cluster(tokens, at, at)
    number = written[at]
    if written[at + 1] in ("p", "K", "X") and (number, written[at + 1]) in _FORMATS:
        return label(at, at + 2)
    if not after[:1].isalpha() or after in _UNITS_GLUED or after in SCALE:
        return None
    if (
        is_measured(tokens, at)
        or written[at + 1] in _LETTERS_OF_SCALE
        or after in _HALF_DAYS
        or after in _CODES
    ):
        return None
    if units.currency_after(written, at + 1) is not None or after in ("e", "fold", "dozen"):
        return None
    return cluster(tokens, at, at)


def cluster(tokens: Tokens, start: int, at: int) -> Quantity:
    """The label with all that is glued to its digits, but for a stop or bracket that closes it."""
    to = at + 1
    while tokens.glued[to] and to < tokens.size:
        written = tokens.written[to]
        if written[0].isalnum():
            to += 1
        elif written in _JOINTS and tokens.glued[to + 1] and tokens.written[to + 1][:1].isalnum():
            to += 2
        else:
            break
    return label(start, _bracketed_end(tokens, to))


def _bracketed_end(tokens: Tokens, to: int) -> int:
    """The token after the bracketed parts glued to a number: "230(c)(1)", "45(3)"."""
    while (
        tokens.lower[to] == "(" and tokens.glued[to] and tokens.lower[to + 2] == ")"
        and len(tokens.lower[to + 1]) <= 4 and tokens.lower[to + 1].isalnum()
    ):  # fmt: skip
        to += 3
    return to
