"""The scanner: reads the quantity that begins at each digit or number word of a sentence.

What begins with digits is tried in the order of how sure its form is: telephone numbers, dates,
times and ranks, then labels, years and shares of a few, then numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from figcheck.extract import ages, clocks, dates, fractions, labels, ranges
from figcheck.extract.amounts import finish, read_amount
from figcheck.extract.bounds import join_bounds
from figcheck.extract.elision import share_units
from figcheck.extract.kinds import ORDINAL, SCORE
from figcheck.extract.masks import DIALLING, may_be_dialled, read_dialled
from figcheck.extract.money import SIGNS
from figcheck.extract.quantity import Quantity, label
from figcheck.extract.references import is_cited_year
from figcheck.extract.words import READERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from figcheck.extract.tokens import Tokens

_WORDS = frozenset(READERS)
_CUT_YEARS = frozenset(("'", "‘", "fy"))
_RANK_ENDS = frozenset(("st", "nd", "rd", "th"))
_HINTS_BEFORE = dates.BEFORE | _CUT_YEARS | {"to", "and", "or", "–"}
_HINTS_AFTER = (
    DIALLING | dates.AFTER | dates.ERA_MARKS | clocks.CLOCK_MARKS | ranges.MARKS
    | {"s", "'s", "in", "out", ""}
)  # fmt: skip


def scan(tokens: Tokens, find_digit: Callable[[int, int], int]) -> list[Quantity]:
    """The quantities of a sentence, in its order.

    `find_digit` gives the first digit between two places of the text, -1 for none.
    """
    found: list[Quantity] = []
    resume, has_score = 0, False
    lower = tokens.lower
    places = _digit_places(tokens, find_digit)
    if not _WORDS.isdisjoint(lower):
        places += [place for place, word in enumerate(lower) if word in READERS]
        places.sort()
    for at in places:
        if at < resume:
            continue
        reader = READERS.get(lower[at])
        quantity = (
            reader(tokens, at)
            if reader is not None
            else _read_digits(tokens, at, found[-1] if found else None)
        )
        if quantity is not None:
            if quantity.at < resume:
                quantity.at = resume
            resume = quantity.to
            has_score = has_score or quantity.kind is SCORE
            found.append(quantity)
    if len(found) > 1:
        share_units(tokens, found)
        join_bounds(tokens, found)
        if has_score:
            ranges.name_sets(found)
    return found


def _digit_places(tokens: Tokens, find_digit: Callable[[int, int], int]) -> list[int]:
    """The tokens that begin with a digit, or with a point before one."""
    lower, starts = tokens.lower, tokens.starts
    places: list[int] = []
    place, end = 0, starts[tokens.size]
    digit = find_digit(starts[0], end)
    while digit >= 0:
        place = bisect_right(starts, digit, place)
        if "." < lower[place - 1] < ":":
            places.append(place - 1)
        digit = find_digit(starts[place], end)
    return places


def _read_digits(tokens: Tokens, at: int, last: Quantity | None) -> Quantity | None:
    """What begins with the digits at a token; `last` is the quantity before it."""
    lower = tokens.lower
    before, after, size = lower[at - 1], lower[at + 1], len(lower[at])
    is_hinted = after in _HINTS_AFTER or before in _HINTS_BEFORE or "0" <= after < ":"
    quantity: Quantity | None = None
    if is_hinted or 7 < size < 11:
        quantity = _read_moment(tokens, at, before, after)
    if quantity is None and (labels.may_be(tokens, at) or (last is not None and last.is_series)):
        quantity = labels.read_label(tokens, at, last)
    if quantity is None and is_hinted and after in _AFTER_YEARS:
        quantity = _read_years(tokens, at, after)
    if quantity is None and size == 4 and before not in SIGNS:
        may_be_cited = before in _BEFORE_CITED or tokens.lower[at - 2] in ("&", "(", ";")
        if may_be_cited and is_cited_year(tokens, at):
            return label(at, at + 1)
        quantity = dates.read_year(tokens, at)
        if quantity is not None:
            return ranges.read_years(tokens, quantity) or quantity
    if quantity is None and is_hinted:
        quantity = _read_joined(tokens, at, before, last)
    if quantity is not None:
        return quantity
    quantity = read_amount(tokens, at)
    return quantity if quantity is None or quantity.value is None else finish(tokens, quantity)


_BEFORE_CITED = frozenset(("(", ",", ".", "al"))
_AFTER_YEARS = dates.ERA_MARKS | {"s", "'s"}


def _read_moment(tokens: Tokens, at: int, before: str, after: str) -> Quantity | None:
    """A telephone number, date, time or rank, which the neighbours of the digits show."""
    written = tokens.written[at]
    size = len(written)
    quantity: Quantity | None = None
    if may_be_dialled(tokens, at):
        quantity = read_dialled(tokens, at)
    if quantity is None and _is_dated(written, before, after):
        quantity = dates.read_date(tokens, at)
    if quantity is None and after in clocks.CLOCK_MARKS:
        quantity = clocks.read_clock(tokens, at)
    if quantity is None and after in ranges.MARKS and size <= 5:
        quantity = clocks.read_clock_span(tokens, at)
    if quantity is None and before in _CUT_YEARS and tokens.glued[at]:
        read = dates.read_fiscal if before == "fy" else dates.read_apostrophe
        quantity = read(tokens, at)
    if quantity is None and after in _RANK_ENDS and tokens.glued[at + 1]:
        return None if _is_stone(tokens, at) else _rank(tokens, at)
    return quantity


def _is_dated(written: str, before: str, after: str) -> bool:
    """Is it worth while to look for a date?"""
    if len(written) <= 4:
        return before in dates.BEFORE or after in dates.AFTER
    return 7 < len(written) < 11 and written.count(".") == 2


def _is_stone(tokens: Tokens, at: int) -> bool:
    """ "12st", "11st 4lb": a weight, as no rank ends so, or as pounds follow."""
    digits = tokens.written[at]
    is_rank = digits[-1] == "1" and digits[-2:] != "11"
    return tokens.lower[at + 1] == "st" and (not is_rank or tokens.lower[at + 3] in ("lb", "lbs"))


def _rank(tokens: Tokens, at: int) -> Quantity:
    """ "22nd"."""
    digits = tokens.written[at].replace(",", "")
    value = int(digits) if digits.isdecimal() and len(digits) < 10 else None
    quantity = Quantity(at, at + 2, ORDINAL, value, 1, 1)
    quantity.low = quantity.high = value
    return quantity


def _read_years(tokens: Tokens, at: int, after: str) -> Quantity | None:
    """ "in her 30s", "over-65s", "44 BC"."""
    if after not in dates.ERA_MARKS:
        return ages.read_plural(tokens, at) if tokens.glued[at + 1] else None
    is_era = tokens.written[at + 1].isupper() and tokens.written[at].isdecimal()
    return dates.of_era(tokens, at) if is_era and len(tokens.written[at]) <= 4 else None


def _read_joined(tokens: Tokens, at: int, before: str, last: Quantity | None) -> Quantity | None:
    """The second of two versions, "3.11.4 to 3.12", or a share of a few, "1 in 10"."""
    if before in ("to", "and", "or", "–") and labels.is_versioned(tokens, at, last):
        return label(at, at + 1)
    if tokens.lower[at + 1] in ("in", "out"):
        return fractions.read_one_in(tokens, at)
    return None
