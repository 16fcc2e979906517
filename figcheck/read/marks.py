"""Raised and lowered text: a footnote mark, an exponent, an ordinal's ending, a formula's index.

A footnote mark is left out, so that it glues to no figure; an exponent becomes superscript
characters, an index subscript ones, each in the place of its digit.
"""

from __future__ import annotations

import re

_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_LOWERED = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")
_NUMBER = re.compile(r"[+\-−–]?[0-9]{1,4}")
_MARK = re.compile(
    r"[\[(]?(?:[0-9]{1,4}(?:\s?[,;–-]\s?[0-9]{1,4}){0,8}|[a-z]|[*†‡§¶#]{1,4}|note [0-9]{1,3})[\])]?"
)
_FOOTNOTE = re.compile(
    r"[\[(].*|.*[,;].*|[0-9]{1,3}[–-][0-9]{1,3}|[*†‡§¶#]{1,4}|note .*", re.DOTALL
)
_UNITS = frozenset(
    "m km cm mm dm nm µm um ft in yd mi ha kg s mile miles metre metres meter meters kilometre "
    "kilometres kilometer kilometers centimetre centimetres centimeter centimeters inch inches "
    "foot feet yard yards".split()
)
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")


def raised(text: str, before: str, is_link: bool) -> str | None:
    """What to read for raised text that follows the word or figure `before`; None for nothing."""
    words = text.strip()
    if is_mark(words) and (is_link or _FOOTNOTE.fullmatch(words)):
        return None
    if _NUMBER.fullmatch(words):
        return words.translate(_RAISED) if _takes_exponent(before, words) else None
    if len(words) == 1 and words.isalpha():
        return None
    return text


def lowered(text: str) -> str:
    """What to read for lowered text."""
    words = text.strip()
    return words.translate(_LOWERED) if _NUMBER.fullmatch(words) else text


def is_mark(text: str) -> bool:
    """May the text be a footnote mark: "3", "[12]", "1, 4", "*"?"""
    return bool(_MARK.fullmatch(text.strip()))


def _takes_exponent(before: str, number: str) -> bool:
    if not before:
        return False
    last = before[-1]
    if last.isdigit():
        return "," not in before and not _YEAR.fullmatch(before)
    if last in ".,'’":
        return False
    word = before.lstrip("0123456789.,'’").lower()
    return len(word) == 1 or (word in _UNITS and (number in ("2", "3") or not number[0].isdigit()))
