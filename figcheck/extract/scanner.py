"""The scanner: reads the quantity that begins at each digit or number word of a sentence.

What begins with digits is tried in the order of how sure its form is: telephone numbers, dates,
times and ranks, then labels, years and shares of a few, then numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.extract import ages, clocks, dates, fractions, labels, ranges
from figcheck.extract.amounts import finish, read_amount
from figcheck.extract.elision import share_units
from figcheck.extract.kinds import ORDINAL, SCORE
from figcheck.extract.masks import DIALLING, read_dialled
from figcheck.extract.money import SIGNS
from figcheck.extract.quantity import Quantity, label
from figcheck.extract.words import READERS

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

_WORDS = frozenset(READERS)
_CUT_YEARS = frozenset(("'", "‘", "fy"))
_RANK_ENDS = frozenset(("st", "nd", "rd", "th"))
_HINTS_BEFORE = dates.BEFORE | _CUT_YEARS | {"to", "and", "or", "–"}
_HINTS_AFTER = (
    DIALLING | dates.AFTER | dates.ERAS | clocks.CLOCK_MARKS | ranges.MARKS
    | {"s", "'s", "in", "out", ""}
)  # fmt: skip


def scan(tokens: Tokens) -> list[Quantity]:
    """The quantities of a sentence, in its order."""
    found: list[Quantity] = []
    resume, has_score = 0, False
    lower = tokens.lower
    if _WORDS.isdisjoint(lower):
        places = [place for place, word in enumerate(lower) if "." < word < ":"]
    else:
        places = [place for place, word in enumerate(lower) if "." < word < ":" or word in READERS]
    for at in places:
        if at < resume:
            continue
        reader = READERS.get(lower[at])
        if reader is not None:
            quantity = reader(tokens, at)
        elif lower[at] != "/":
            quantity = _read_digits(tokens, at, found[-1] if found else None)
        else:
<<<<<<< HEAD
            continue
=======
            places = [i for i, word in enumerate(lower) if "." < word < ":" or word in READERS]
        for at in places:
            if at < resume:
                continue
            word = lower[at]
            reader = READERS.get(word)
            if reader is not None:
                quantity = reader(self, tokens, at)
            elif word != "/":
                quantity = self._digits(tokens, at, found[-1] if found else None)
            else:
                continue
            if quantity is not None:
                if quantity.at < resume:
                    quantity.at = resume
                resume = quantity.to
                has_score = has_score or quantity.kind is SCORE
                found.append(quantity)
        if len(found) > 1:
            share_units(tokens, found)
            if has_score:
                ranges.name_sets(found)
        return found

    def _digits(self, tokens: Tokens, at: int, last: Quantity | None) -> Quantity | None:
        """What begins with the digits at a token."""
        special = self._special(tokens, at, last)
        if special is not None:
            return special
        quantity = self.amount(tokens, at)
        if quantity is None or quantity.value is None:
            return quantity
        return self._finish(tokens, quantity)

    def _special(self, tokens: Tokens, at: int, last: Quantity | None) -> Quantity | None:
        """A date, time, label or rank; None for a number."""
        lower = tokens.lower
        before, after, size = lower[at - 1], lower[at + 1], len(lower[at])
        is_hinted = after in _HINTS_AFTER or before in _HINTS_BEFORE or "0" <= after < ":"
        if is_hinted or 7 < size < 11:
            quantity = self._moment(tokens, at, before, after)
            if quantity is not None:
                return quantity
        if is_hinted and size <= 4 and lower[at].isdecimal():
            if after in dates.ERA_MARKS and tokens.written[at + 1].isupper():
                quantity = dates.of_era(tokens, at)
                if quantity is not None:
                    return quantity
        if labels.may_be(tokens, at) or (last is not None and last.is_series):
            quantity = labels.read_label(tokens, at, last)
            if quantity is not None:
                return quantity
        if is_hinted:
            if after in ("s", "'s") and tokens.glued[at + 1]:
                quantity = ages.read_plural(tokens, at)
                if quantity is not None:
                    return quantity
        if size == 4 and before not in SIGNS:
            quantity = dates.read_year(tokens, at)
            if quantity is not None:
                return ranges.read_years(tokens, quantity) or quantity
        if is_hinted:
            if before in ("to", "and", "or", "–") and labels.is_versioned(tokens, at, last):
                return label(at, at + 1)
            if after == "in" or after == "out":
                return fractions.read_one_in(tokens, at)
        return None

    def _moment(self, tokens: Tokens, at: int, before: str, after: str) -> Quantity | None:
        """A telephone number, date, time or rank, which their neighbours show."""
        written = tokens.written[at]
        size = len(written)
        quantity: Quantity | None = None
        if after in DIALLING or "0" <= after < ":":
            quantity = read_dialled(tokens, at)
        if quantity is None:
            if size <= 4:
                is_dated = before in dates.BEFORE or after in dates.AFTER
            else:
                is_dated = 7 < size < 11 and written.count(".") == 2
            if is_dated:
                quantity = dates.read_date(tokens, at)
        if quantity is None and after in clocks.CLOCK_MARKS:
            quantity = clocks.read_clock(tokens, at)
        if quantity is None and after in ranges.MARKS and size <= 5:
            quantity = clocks.read_clock_span(tokens, at)
        if quantity is None and before in _CUT_YEARS and tokens.glued[at]:
            quantity = (
                dates.read_fiscal(tokens, at)
                if before == "fy"
                else dates.read_apostrophe(tokens, at)
            )
        if quantity is None and after in _RANK_ENDS and tokens.glued[at + 1]:
            quantity = _rank(tokens, at)
        return quantity

    def amount(self, tokens: Tokens, at: int) -> Quantity | None:
        """The number at a token with its currency or unit, as far as both ends of a range have them."""
        written = tokens.written[at]
        word = tokens.lower[at]
        if "0" <= written < ":" or written in VULGAR or written[:1] == ".":
            return self._numeral(tokens, at)
        if word in spelled.SMALL:
            return self._united(
                tokens, fractions.read_parts(tokens, at) or spelled.read_spelled(tokens, at)
            )
        if word in ("a", "an") and (
            tokens.lower[at + 1] in SCALE or tokens.lower[at + 1] == "dozen"
        ):
            return self._united(tokens, _article(tokens, at + 1))
        if (
            written in SIGNS
            or tokens.written[at + 1] in SIGNS
            or (written[:1].isupper() and len(written) <= 3)
        ):
            for place in (at + 1, at + 2):
                if "0" <= tokens.written[place] < ":":
                    quantity = self._numeral(tokens, place)
                    return quantity if quantity is not None and quantity.at == at else None
        if (
            written in ("-", "−", "–", "~")
            and tokens.glued[at + 1]
            and "0" <= tokens.written[at + 1] < ":"
        ):
            quantity = self._numeral(tokens, at + 1)
            return (
                _signed(tokens, quantity) if quantity is not None and written != "~" else quantity
            )
        return None

    def _numeral(self, tokens: Tokens, at: int) -> Quantity | None:
        written = tokens.written[at]
        if "," in written and not self.saw_odd_comma:
            self.saw_odd_comma = _is_odd(written)
        quantity = read_numeral(tokens, at, self.decimal_comma)
        if quantity is None or quantity.value is None:
            return quantity
        after = tokens.lower[quantity.to]
        if after == "and" and quantity.scale >= 1000:
            spelled.with_part(tokens, quantity)
        if after == "/":
            if fractions.read_slashed(tokens, quantity) and quantity.kind is LABEL:
                return quantity
        elif "0" <= after < ":" or after == "-":
            fractions.take_mixed(tokens, quantity)
        self._united(tokens, quantity)
        if quantity.unit is None and tokens.glued[quantity.to] and quantity.to == at + 1:
            if tokens.written[at + 1][0].isalpha() and tokens.lower[at + 1] not in (
                "s",
                "x",
                "fold",
            ):
                return labels.cluster(tokens, at, at)
        return quantity

    def _united(self, tokens: Tokens, quantity: Quantity) -> Quantity:
        """The number with its currency or unit."""
        before = tokens.lower[quantity.at - 1]
        if before in ENDERS and take_currency_before(tokens, quantity):
            return quantity
        to = quantity.to
        if quantity.scale == 1 and tokens.glued[to]:
            take_letter(tokens, quantity)
            to = quantity.to
        word = tokens.lower[to]
        if word in ("-", "‑"):
            if not tokens.glued[to + 1]:
                return quantity
            to += 1
        elif word in _MARKS_OF_LENGTH and take_feet(tokens, quantity):
            return quantity
        elif word == "of":
            is_part = quantity.kind is FRACTION or (
                quantity.value is not None and quantity.value < 1
            )
            if not is_part or tokens.lower[to + 1] not in ("a", "an"):
                return quantity
            to += 2
        elif word in ("a", "an") and quantity.kind is FRACTION:
            to += 1
        if tokens.lower[to] in UNIT_OPENERS and (
            take_currency_after(tokens, quantity, to)
            or take_unit(tokens, quantity, to, has_sterling=self.has_sterling)
        ):
            return quantity
        if word == "below" and tokens.lower[to + 1] == "zero" and quantity.kind is COUNT:
            quantity.kind, quantity.unit, quantity.to = MEASURE, DEGREE, to
            negate_below_zero(quantity)
        return quantity

    def _finish(self, tokens: Tokens, quantity: Quantity) -> Quantity | None:
        """The number with its rate, range, sign, hedge and kind."""
        lower, to = tokens.lower, quantity.to
        if lower[to] in PER_WORDS and quantity.kind is not AGE:
            take_rate(tokens, quantity, to)
        if lower[quantity.at - 1] in _SIGNED:
            _signed(tokens, quantity)
        if lower[quantity.to] in ranges.MARKS:
            joined = ranges.read_second(tokens, quantity, self.amount)
            if joined is not None:
                return self._finish_range(tokens, joined)
        if quantity.kind is COUNT and quantity.unit is None:
            self._name_kind(tokens, quantity)
        elif notations.is_level(tokens, quantity):
            quantity.kind = STATISTIC
        if self.in_cell and lower[quantity.at - 1] == "(" and lower[quantity.to] == ")":
            _bracketed(tokens, quantity)
        take_hedge(tokens, quantity)
        return quantity

    def _name_kind(self, tokens: Tokens, quantity: Quantity) -> None:
        fractions.take_times(tokens, quantity)
        if quantity.kind is not COUNT:
            return
        if notations.is_statistic(tokens, quantity.at) or notations.is_described(tokens, quantity):
            quantity.kind = STATISTIC
        else:
            ages.name_age(tokens, quantity)

    def _finish_range(self, tokens: Tokens, quantity: Quantity) -> Quantity:
        if quantity.kind is COUNT:
            if notations.is_statistic(tokens, quantity.at) or notations.in_interval(
                tokens, quantity.at
            ):
                quantity.kind = STATISTIC
            elif tokens.lower[quantity.at - 1] in ("aged", "ages", "age") or (
                tokens.lower[quantity.at - 1] == "between"
                and tokens.lower[quantity.at - 2] in ("aged", "ages")
            ):
                quantity.kind, quantity.unit = AGE, YEAR
        if tokens.lower[quantity.to] in PER_WORDS:
            take_rate(tokens, quantity, quantity.to)
        return quantity

    def word(self, tokens: Tokens, at: int) -> Quantity | None:
        """What begins with a number word."""
        lower = tokens.lower
        if labels.is_name_in_words(tokens, at):
            return None
        after = lower[at + 1]
        if after in ("in", "out"):
            quantity = fractions.read_one_in(tokens, at)
            if quantity is not None:
                return self._hedged(tokens, quantity)
        if lower[at - 1] == "past" and lower[at - 2] in ("half", "quarter", "minutes"):
            return None
        rank = spelled.read_ordinal(tokens, at) if after in _BEFORE_RANK else None
        part = (
            fractions.read_parts(tokens, at)
            if rank is None or after == "-" or after in spelled.PARTS
            else None
        )
        if part is not None and (rank is None or part.to >= rank.to):
            return self._hedged(tokens, self._united(tokens, part))
        if rank is not None:
            return rank
        if lower[at] == "one" and _is_pronoun(tokens, at):
            return None
        if lower[at] == "zero" and lower[at - 1] in (
            "below",
            "above",
            "from",
            "to",
            "sub",
            "-",
            "ground",
            "absolute",
        ):
            return None
        quantity = spelled.read_spelled(tokens, at)
        return self._finish(tokens, self._united(tokens, quantity))

    def half(self, tokens: Tokens, at: int) -> Quantity | None:
        """What begins with "half"."""
        quantity = self._and_a_half(tokens, at)
        if quantity is None:
            quantity = fractions.read_half(tokens, at)
            if quantity is None:
                quantity = Quantity(at, at + 1, FRACTION, fractions.HALF, is_word=True)
                if self._united(tokens, quantity).unit is None:
                    return None
            elif quantity.kind is COUNT or tokens.lower[quantity.to] in ("of", "a", "an"):
                self._united(tokens, quantity)
        return self._hedged(tokens, quantity)

    def _and_a_half(self, tokens: Tokens, at: int) -> Quantity | None:
        """ "an hour and a half": the unit stands before its number."""
        lower = tokens.lower
        if lower[at - 2 : at] != ["and", "a"] or lower[at - 4] not in ("a", "an"):
            return None
        quantity = Quantity(at - 4, at - 3, COUNT, 1, 1, 1, is_word=True)
        if (
            not take_unit(tokens, quantity, at - 3, has_sterling=self.has_sterling)
            or quantity.to != at + 1
        ):
            return None
        return quantity

    def _hedged(self, tokens: Tokens, quantity: Quantity) -> Quantity:
        take_hedge(tokens, quantity)
        return quantity

    def part(self, tokens: Tokens, at: int) -> Quantity | None:
        """ "a third of", or the rank "third"."""
        quantity = fractions.read_part(tokens, at) if tokens.lower[at] in spelled.PARTS else None
>>>>>>> fam-time
        if quantity is not None:
            if quantity.at < resume:
                quantity.at = resume
            resume = quantity.to
            has_score = has_score or quantity.kind is SCORE
            found.append(quantity)
    if len(found) > 1:
        share_units(tokens, found)
        if has_score:
            ranges.name_sets(found)
    return found


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
        quantity = dates.read_year(tokens, at)
        if quantity is not None:
            return ranges.read_years(tokens, quantity) or quantity
    if quantity is None and is_hinted:
        quantity = _read_joined(tokens, at, before, last)
    if quantity is not None:
        return quantity
    quantity = read_amount(tokens, at)
    return quantity if quantity is None or quantity.value is None else finish(tokens, quantity)


_AFTER_YEARS = dates.ERAS | {"s", "'s"}


def _read_moment(tokens: Tokens, at: int, before: str, after: str) -> Quantity | None:
    """A telephone number, date, time or rank, which the neighbours of the digits show."""
    written = tokens.written[at]
    size = len(written)
    quantity: Quantity | None = None
    if after in DIALLING or "0" <= after < ":":
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
        return _rank(tokens, at)
    return quantity


def _is_dated(written: str, before: str, after: str) -> bool:
    """Is it worth while to look for a date?"""
    if len(written) <= 4:
        return before in dates.BEFORE or after in dates.AFTER
    return 7 < len(written) < 11 and written.count(".") == 2


def _rank(tokens: Tokens, at: int) -> Quantity:
    """ "22nd"."""
    digits = tokens.written[at].replace(",", "")
    value = int(digits) if digits.isdecimal() and len(digits) < 10 else None
    quantity = Quantity(at, at + 2, ORDINAL, value, 1, 1)
    quantity.low = quantity.high = value
    return quantity


def _read_years(tokens: Tokens, at: int, after: str) -> Quantity | None:
    """ "in her 30s", "over-65s", "44 BC"."""
    if after not in dates.ERAS:
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
