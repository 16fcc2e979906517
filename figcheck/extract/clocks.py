"""Clock times and ratios: "14:30", "7.30pm", "11 a.m.", "1405 GMT"; "3:1", "3 to 1"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.extract.kinds import CLOCK, RATIO
from figcheck.extract.quantity import Quantity, label, whole

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

CLOCK_MARKS = frozenset(
    (":", "am", "pm", "a", "p", "gmt", "utc", "bst", "cet", "hours", "hrs", "o'clock", "h")
)
_ZONES = frozenset(("gmt", "utc", "bst", "cet", "est", "edt", "pst", "ist", "hours", "hrs"))
_BOOKS = frozenset(
    "genesis exodus leviticus deuteronomy joshua psalm psalms proverbs isaiah jeremiah ezekiel "
    "daniel matthew mark luke john acts romans corinthians ephesians hebrews james peter "
    "revelation timothy".split()
)
_DASHES = frozenset(("-", "–", "to", "and", "until", "till"))


def read_clock(tokens: Tokens, at: int) -> Quantity | None:
    """A time of day in minutes after midnight, or a ratio with a colon, that begins at a token."""
    written, lower = tokens.written[at], tokens.lower
    if lower[at + 1] == ":" and tokens.glued[at + 1] and tokens.glued[at + 2]:
        return _with_colon(tokens, at)
    if len(written) > 5:
        return None
    half, to = _half_day(tokens, at + 1)
    if half is not None:
        hour, dot, minute = written.partition(".")
        if len(hour) == 4 and not dot:
            hour, dot, minute = hour[:2], ".", hour[2:]  # "1140 a.m."
        if (
            hour.isdecimal()
            and 0 < int(hour) <= 12
            and (not dot or (len(minute) == 2 and int(minute) < 60))
        ):
            return _clock(at, to, (int(hour) % 12 + half) * 60 + int(minute or 0))
        return None
    if (
        len(written) == 4
        and written.isdecimal()
        and lower[at + 1] in _ZONES
        and int(written[:2]) < 25
    ):
        is_hours = lower[at + 1] in ("hours", "hrs")
        if int(written[2:]) < 60 and (not is_hours or written[0] == "0"):
            return _clock(at, at + 1, int(written[:2]) * 60 + int(written[2:]))
    if lower[at + 1] == "o'clock":
        return _clock(at, at + 2, int(written) % 24 * 60 if written.isdecimal() else 0)
    return None


def read_clock_span(tokens: Tokens, at: int) -> Quantity | None:
    """ "5-6pm", "between 9 and 11 a.m.": two times with one half of the day."""
    lower = tokens.lower
    if lower[at + 1] == "and" and lower[at - 1] != "between":
        return None
    if lower[at + 1] not in _DASHES or not tokens.written[at + 2][:1].isdecimal():
        return None
    second = read_clock(tokens, at + 2)
    if second is None or second.kind is not CLOCK or second.value is None:
        return None
    hour, _, minute = tokens.written[at].partition(".")
    if not hour.isdecimal() or int(hour) > 12 or len(hour) > 2 or tokens.written[at + 3] == ":":
        return None
    first = int(hour) * 60 + (int(minute) if minute.isdecimal() and len(minute) == 2 else 0)
    if first + 720 < second.value:
        first += 720
    quantity = Quantity(at, second.to, CLOCK)
    quantity.set_range(first, second.value)
    return quantity


def _clock(at: int, to: int, minutes: int) -> Quantity:
    quantity = Quantity(at, to, CLOCK, minutes, 1, 1)
    quantity.low = quantity.high = minutes
    return quantity


def _with_colon(tokens: Tokens, at: int) -> Quantity | None:
    first, second = tokens.written[at], tokens.written[at + 2]
    if not first.isdecimal() or not second[:1].isdecimal() or len(first) > 4:
        return None
    third = tokens.lower[at + 3]
    if third == ":" and tokens.glued[at + 3] and tokens.glued[at + 4]:
        return _timed(tokens, at)
    if tokens.lower[at - 1] in _BOOKS:
        return label(at, at + 3)
    minute, dot, _ = second.partition(".")
    if len(minute) == 2 and minute.isdecimal() and int(minute) < 60 and (int(first) < 25 or dot):
        if dot:
            return Quantity(at, at + 3, CLOCK)
        half, to = _half_day(tokens, at + 3)
        hours = int(first) if half is None else int(first) % 12 + half
        return _clock(at, to, hours * 60 + int(minute))
    if second.isdecimal() and len(second) <= 4 and int(second):
        return _ratio(at, at + 3, int(first), int(second))
    return None


def _timed(tokens: Tokens, at: int) -> Quantity:
    """ "2:04:35": a time with its seconds; a longer row of colons is an address."""
    to = at + 5
    while tokens.glued[to] and tokens.lower[to] not in (",", ";", ")", "."):
        to += 1
    if to > at + 5 or not all(tokens.written[at + k][:2].isdecimal() for k in (2, 4)):
        return label(at, max(to, at + 1))
    return Quantity(at, to, CLOCK)


def _half_day(tokens: Tokens, at: int) -> tuple[int | None, int]:
    lower = tokens.lower
    word = lower[at]
    if word in ("am", "pm") and (
        tokens.glued[at] or tokens.written[at].islower() or tokens.written[at].isupper()
    ):
        return (12 if word == "pm" else 0), at + 1
    if (
        word in ("a", "p")
        and lower[at + 1] == "."
        and lower[at + 2] == "m"
        and tokens.glued[at + 2]
    ):
        to = at + 3
        return (12 if word == "p" else 0), to + 1 if lower[to] == "." and tokens.glued[to] else to
    return None, at


def _ratio(at: int, to: int, first: int, second: int) -> Quantity:
    quantity = Quantity(at, to, RATIO, whole(Fraction(first, second)))
    quantity.low = quantity.high = quantity.value
    return quantity


def ratio(first: Quantity, second: Quantity) -> Quantity:
    """ "3 to 1", "3-to-1": the ratio that two numbers state."""
    assert first.value is not None
    assert second.value
    quantity = Quantity(first.at, second.to, RATIO, whole(Fraction(first.value) / second.value))
    quantity.low = quantity.high = quantity.value
    return quantity
