"""Spec files of extraction: a sentence, then a caret line for each figure that it states.

    The wall is 30 feet high.
                ^^^^^^^ measure 30 foot of:wall

Behind the carets: the kind; the value, or "low..high" where the figure has none; the unit; the
hedge; "per:" what it is per; "of:" its owner. What a line leaves out the figure must not have. A
lone "-" says that the sentence states no figure; "#" opens a comment.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Hedge, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from figcheck.document import Figure
    from figcheck.units import Unit

_CARETS = re.compile(r" *(\^+) (.+)")
_PLACES = 12


class Spec(NamedTuple):
    """A sentence with the figures that it must give, as `start, end, words`."""

    file: str
    line: int
    text: str
    figures: tuple[tuple[int, int, str], ...]


def specs(path: Path) -> Iterator[Spec]:
    """The sentences of a spec file."""
    text, line, found = "", 0, []
    for number, written in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        carets = _CARETS.fullmatch(written)
        if carets is not None:
            found.append((*carets.span(1), carets[2]))
        elif written.strip() and written != "-" and not written.startswith("#"):
            if text:
                yield Spec(path.stem, line, text, tuple(found))
            text, line, found = written, number, []
    if text:
        yield Spec(path.stem, line, text, tuple(found))


def described(figure: Figure) -> str:
    """The figure in the words of a spec."""
    words = [figure.kind.value, _stated(figure)]
    if figure.unit is not None:
        words.append(_named(figure.unit))
    if figure.hedge not in (Hedge.EXACT, Hedge.RANGE):
        words.append(figure.hedge.value)
    if figure.per is not None:
        words.append("per:" + _named(figure.per))
    if figure.owner:
        words.append("of:" + figure.owner)
    return " ".join(word for word in words if word)


def _stated(figure: Figure) -> str:
    date = figure.date
    if figure.kind is Kind.DATE and date is not None and (date.month or date.weekday is not None):
        parts = "-".join(str(part or "?") for part in date[:3])
        return parts if date.weekday is None else f"{parts}w{date.weekday}"
    if figure.value is not None:
        return decimal(figure.value)
    if figure.low is None and figure.high is None:
        return ""
    return f"{decimal(figure.low)}..{decimal(figure.high)}"


def _named(unit: Unit | str) -> str:
    return (unit if isinstance(unit, str) else unit.name).replace(" ", "_")


def decimal(number: Fraction | int | None) -> str:
    """A number in decimals where it has few, else as a fraction; nothing for none."""
    if number is None:
        return ""
    for places in range(_PLACES):
        scaled = Fraction(number) * 10**places
        if scaled.denominator == 1:
            digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
            sign = "-" if number < 0 else ""
            point = len(digits) - places
            return sign + digits[:point] + ("." + digits[point:] if places else "")
    return str(number)
