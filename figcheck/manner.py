"""The manner in which a figure is written, and other numbers written in that manner.

"$5.2 million" has a sign before its number, one decimal and a scale word; 52 times as much is
"$270.4 million", ten times as much, said as precisely, "$52 million". A small number in words
stays one, separators stay as they are, "5 ft 6 in" stays two numbers.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Figure
    from figcheck.interval import Number

_GAPS = "'’\u00a0\u2007\u2009\u202f"
_NUMBER = re.compile(rf"[0-9]{{1,40}}(?:[.·,{_GAPS}][0-9]{{1,40}}){{0,12}}|\.[0-9]{{1,40}}")
_VULGAR = re.compile("[0-9]{0,9} ?[½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚⅐⅑⅒]")
_SCALE_WORD = re.compile(r"([\s-]{0,2})([A-Za-z]{1,8})(?![A-Za-z])")
_WORD = re.compile(r"[A-Za-z]{1,12}")
_SIGN = re.compile("[-−–+]")
_LADDERS = (
    ("thousand", "million", "billion", "trillion"),
    ("k", "m", "bn", "tn"),
    ("K", "M", "B", "T"),
    ("k", "m", "b", "t"),
    ("", "mn", "bn", "tn"),
    ("", "mln", "bln", "trn"),
)  # scale words of one style, from a thousand up
_SCALES: dict[str, int] = {
    "hundred": 100, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "cr": 10**7,
    "dozen": 12,
}  # fmt: skip
_SCALES |= {word: 1000**k for steps in _LADDERS for k, word in enumerate(steps, 1) if word}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = (
    {word: number for number, word in enumerate(_SMALL)}
    | {word: ten * 10 for ten, word in enumerate(_TENS, 2)}
    | {"a": 1, "an": 1}
)
_MOST_DECIMALS = 8


class _Digits(NamedTuple):
    """A number in digits, at text[start:end], with its scale words up to `to`."""

    start: int
    to: int
    number: Fraction
    decimals: int
    comma: str  # between groups of digits, "" where the text has none
    is_indian: bool  # groups of two digits but for the last: 12,34,567
    point: str
    scale: int
    word: str  # the scale words with what parts them from the digits


def write_like(
    figure: Figure, value: Number, *, exact: bool = False, grain: Number | None = None
) -> str:
    """The value, a number of the figure's unit, in the manner of the figure.

    With `grain` to that precision and in the scale that suits it, with `exact` in as many decimals
    as it has (at most four), else with the figure's own decimals, and one or two more where it
    would otherwise look like the figure's own number or like nothing.
    """
    value = Fraction(value)
    if figure.kind is Kind.FRACTION:
        return f"{_short(value * 100, 1)}%"
    digits = _digits(figure)
    if digits is None:
        return _in_parts(figure, value) or _in_words(figure, value)
    if grain is not None:
        digits = _rescaled(digits, value)
        decimals = min(
            _places(Fraction(grain) / digits.scale, _MOST_DECIMALS),
            max(_places(value / digits.scale, _MOST_DECIMALS), digits.decimals),
        )
    elif exact:
        decimals = _places(value / digits.scale, 4)
    else:
        decimals = digits.decimals
        while decimals < _MOST_DECIMALS and _is_hidden(abs(value) / digits.scale, digits, decimals):
            decimals += 1
    number = _written(abs(value) / digits.scale, decimals, digits)
    return (
        _signed(figure.text[: digits.start], figure, value)
        + number
        + digits.word
        + figure.text[digits.to :]
    )


def decimal(number: Number, decimals: int, *, grouped: bool = True) -> str:
    """A number in decimals, rounded half to even."""
    style = _Digits(0, 0, Fraction(0), 0, "," if grouped else "", False, ".", 1, "")
    sign = "−" if number < 0 and round(abs(number) * 10**decimals) else ""
    return sign + _written(abs(Fraction(number)), decimals, style)


def in_words(number: int) -> str:
    """A whole number from 0 to 99 in words."""
    if number < 20:
        return _SMALL[number]
    ten, one = divmod(number, 10)
    return _TENS[ten - 2] + (f"-{_SMALL[one]}" if one else "")


def _digits(figure: Figure) -> _Digits | None:
    """How the figure's number is written in digits; of a range, how its last one is."""
    text = figure.text
    found = list(_NUMBER.finditer(text))
    if figure.value is None:
        for match in found[-1:]:
            for digits in _readings(text, match):
                return digits._replace(start=found[0].start())
    for match in found:
        for digits in _readings(text, match):
            if figure.value is not None and digits.number * digits.scale == abs(figure.value):
                return digits
    return None


def _readings(text: str, found: re.Match[str]) -> Iterator[_Digits]:
    """The ways to read a number: its scale words or a unit of that spelling, its marks."""
    written, start = found[0], found.start()
    scales = [(1, found.end())]
    while (word := _SCALE_WORD.match(text, scales[-1][1])) and (scale := _scale(word[2])):
        scales.append((scales[-1][0] * scale, word.end()))
    for point, commas in ((".·", "," + _GAPS), (",", "." + _GAPS)):
        whole, mark, part = written, "", ""
        for sign in point:
            if written.count(sign) == 1:
                whole, mark, part = written.partition(sign)
        groups = re.split(f"[{re.escape(commas)}]", whole)
        if not all(group.isdecimal() for group in groups if group) or not (part or "0").isdecimal():
            continue
        comma = whole[len(groups[0])] if len(groups) > 1 else commas[0] if len(whole) < 4 else ""
        number = Fraction(
            int("".join(groups) or "0") * 10 ** len(part) + int(part or 0), 10 ** len(part)
        )
        is_indian = len(groups) > 2 and len(groups[1]) == 2
        for scale, to in reversed(scales):
            yield _Digits(
                start, to, number, len(part), comma, is_indian, mark or ".", scale,
                text[found.end() : to],
            )  # fmt: skip


def _scale(word: str) -> int:
    return _SCALES.get(word, 0) or _SCALES.get(word.lower(), 0)


def _rescaled(digits: _Digits, value: Fraction) -> _Digits:
    """In the scale that keeps the number between 1 and 1,000: 5,200 million in billions."""
    word = digits.word.lstrip(" \u00a0-\n")
    if not word or 1 <= abs(value) / digits.scale < 1000:
        return digits
    gap = digits.word[: len(digits.word) - len(word)]
    styles = [steps for steps in _LADDERS if word in steps]
    for steps in styles or [steps for steps in _LADDERS if word.lower() in steps]:
        for k, step in enumerate(steps, 1):
            if step not in ("", "thousand") and 1 <= abs(value) / 1000**k < 1000:
                return digits._replace(scale=1000**k, word=gap + step)
        return digits._replace(scale=1, word="")
    return digits


def _written(number: Fraction, decimals: int, style: _Digits) -> str:
    """A number that is not negative, with the separators of a style."""
    digits = str(round(number * 10**decimals)).rjust(decimals + 1, "0")
    whole, part = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    if style.comma and len(whole) > 3:
        groups = [whole[-3:]]
        whole = whole[:-3]
        size = 2 if style.is_indian else 3
        while whole:
            groups.append(whole[-size:])
            whole = whole[:-size]
        whole = style.comma.join(reversed(groups))
    return whole + (style.point + part if part else "")


def _signed(before: str, figure: Figure, value: Fraction) -> str:
    """What stands before the number, with the sign of the value."""
    is_negative = figure.value is not None and figure.value < 0
    if (value < 0) is is_negative:
        return before
    return "−" + before if value < 0 else _SIGN.sub("", before, count=1)


def _is_hidden(number: Fraction, digits: _Digits, decimals: int) -> bool:
    """Would the number, rounded to these decimals, look like the written one or like nothing?"""
    rounded = round(number, decimals)
    looks_the_same = rounded == digits.number and number != digits.number
    return bool(looks_the_same or (rounded == 0 and number != 0))


def _places(number: Fraction, most: int) -> int:
    """The decimals that the number has, at most so many."""
    return next((d for d in range(most) if (number * 10**d).denominator == 1), most)


def _short(number: Fraction, most: int) -> str:
    return decimal(number, _places(round(number, most), most))


def _in_parts(figure: Figure, value: Fraction) -> str | None:
    """ "5 ft 6 in", "3 hours 51 minutes", "2½": a number in a larger unit and a smaller one."""
    vulgar = _VULGAR.search(figure.text)
    if vulgar:
        return figure.text[: vulgar.start()] + _short(value, 2) + figure.text[vulgar.end() :]
    found = list(_NUMBER.finditer(figure.text))
    if len(found) != 2 or figure.value is None or not all(match[0].isdecimal() for match in found):
        return None
    first, second = (int(match[0]) for match in found)
    left = abs(Fraction(figure.value)) - first
    in_one = second / left if left else Fraction(1, 2)
    if in_one.denominator != 1 or in_one < 1 or value < 0:
        return None
    one, two = divmod(round(value * in_one), in_one.numerator)
    text = figure.text
    between, after = text[found[0].end() : found[1].start()], text[found[1].end() :]
    return f"{text[: found[0].start()]}{one}{between}{two}{after}"


def _in_words(figure: Figure, value: Fraction) -> str:
    """A number in words in place of the words of the figure: "ten months" to "twelve months"."""
    if figure.kind is Kind.MULTIPLE and not _is_number_word(figure.text.lower()):
        return f"{_short(value, 2)} times"
    words = [match for match in _WORD.finditer(figure.text) if _is_number_word(match[0].lower())]
    if not words or _spoken([match[0].lower() for match in words]) != figure.value:
        unit = f" {figure.unit.name}" if figure.unit else ""
        return _short(value, 2) + (unit + "s" if unit and value != 1 else unit)
    start, end = words[0].start(), words[-1].end()
    scale = _SCALES.get(words[-1][0].lower(), 1)
    spoken = value / scale
    if spoken.denominator == 1 and 0 <= spoken < 100:
        number = in_words(int(spoken))
    elif scale >= 10**6:
        number = _short(spoken, 2)
    else:
        number, scale = _short(value, 2), 1
    number += f" {words[-1][0]}" if scale > 1 else ""
    if figure.text[start].isupper():
        number = number[0].upper() + number[1:]
    return _signed(figure.text[:start], figure, value) + number + figure.text[end:]


def _is_number_word(word: str) -> bool:
    return word in _NUMBERS or word == "and" or (word in _SCALES and len(word) > 4)


def _spoken(words: list[str]) -> int:
    """The number that the words say: "two hundred and six thousand"."""
    total = current = 0
    for word in words:
        scale = _SCALES.get(word, 0)
        if scale == 100 or scale == 12:
            current = (current or 1) * scale
        elif scale:
            total, current = total + (current or 1) * scale, 0
        else:
            current += _NUMBERS.get(word, 0)
    return total + current
