"""The scanner: walks the tokens of a sentence and reads the figure that begins at each, if any.

The readers are tried in the order of how sure their forms are: dates and times, labels, ages,
fractions, then quantities with their ranges and scores.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck import units
from figcheck.document import Figure, Hedge, Kind
from figcheck.extract import dates, fractions, hedges, ranges
from figcheck.extract.elision import share_units
from figcheck.extract.labels import is_label
from figcheck.extract.numerals import GROUP, SCALE, SMALL
from figcheck.extract.quantities import Quantity, read_quantity
from figcheck.extract.subjects import attach_subject

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

_STARTERS = frozenset(SMALL) | frozenset(GROUP) | frozenset(fractions.MULTIPLES) | {"half", "a", "an"}
_SCALED = frozenset(SCALE) | frozenset(GROUP) | frozenset(fractions.PARTS)
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
_STATISTICS = frozenset(("p", "r", "t", "f", "z", "β", "or", "hr", "rr", "aor", "ahr", "irr", "smd", "md", "χ2", "k", "d"))
_NOT_ONE_AFTER = frozenset("of another can who that is was by thing day person to , . ; in".split()) | {""}
_NOT_ONE_BEFORE = frozenset("no any every each this that the which some another only first last only".split())
_LARGEST_AGE = 110
_DIED = frozenset(("died", "dies", "dead", "death", "aged"))


def scan(text: str, tokens: Tokens, *, has_sterling: bool = False) -> list[Figure]:
    """The figures of a sentence, in its order."""
    found: list[Figure] = []
    at, size = 0, len(tokens.lower)
    while at < size:
        figure_and_next = _read(text, tokens, at, has_sterling, found)
        if figure_and_next is None:
            at += 1
            continue
        figure, at = figure_and_next
        if figure is not None:
            found.append(figure)
    share_units(text, found)
    return found


def _read(
    text: str, tokens: Tokens, at: int, has_sterling: bool, found: list[Figure]
) -> tuple[Figure | None, int] | None:
    """The figure at a token and the token after it."""
    written, word = tokens.written[at], tokens.lower[at]
    if written[0] in "0123456789":
        return _read_digits(text, tokens, at, has_sterling, found)
    if word in _STARTERS:
        return _read_words(text, tokens, at, has_sterling)
    if written[0] == "." and len(written) > 1:
        return _read_quantity(text, tokens, at, has_sterling)
    if dates.is_month(word):
        moment = dates.read_month(tokens, at)
        return _moment(text, tokens, moment, found) if moment else None
    if units.currency_before(tokens.written, at):
        return _read_quantity(text, tokens, at, has_sterling)
    if written in "½¼¾⅓⅔":
        return _read_quantity(text, tokens, at, has_sterling)
    return None


def _read_digits(
    text: str, tokens: Tokens, at: int, has_sterling: bool, found: list[Figure]
) -> tuple[Figure | None, int]:
    moment = dates.read_day(tokens, at) or dates.read_clock(tokens, at)
    if moment is None and not is_label(tokens, at):
        moment = dates.read_year(tokens, at)
    if moment is not None:
        return _moment(text, tokens, moment, found)
    to = at + 1
    if tokens.word(to) in _ORDINAL_ENDS and tokens.is_glued(to):
        return _plain(text, tokens, at, to + 1, Kind.ORDINAL, int(tokens.written[at].replace(",", "").split(".")[0][:9])), to + 1
    if is_label(tokens, at) or _is_identifier(tokens, at):
        end = to
        while end < len(tokens.written) and tokens.is_glued(end) and tokens.written[end][0].isalnum():
            end += 1
        return _plain(text, tokens, at, end, Kind.LABEL, None), end
    part = fractions.read_fraction(tokens, at)
    if part is not None:
        return _part(text, tokens, part), part.to
    return _read_quantity(text, tokens, at, has_sterling) or (None, at + 1)


def _is_identifier(tokens: Tokens, at: int) -> bool:
    """Digits glued to a capital or a mark of an identifier behind them: "737s", "4-H", "555-0134"."""
    after = tokens.as_written(at + 1)
    if after in ("-", "‑") and tokens.is_glued(at + 1) and tokens.is_glued(at + 2):
        follower = tokens.as_written(at + 2)
        if len(follower) == 1 and follower.isupper():
            return True
        return len(tokens.written[at]) == 3 and len(follower) in (3, 4) and follower.isdigit()
    return tokens.is_glued(at + 1) and len(after) == 1 and after.isupper() and after not in "CFKMBLWVJTNGA"


def _read_words(
    text: str, tokens: Tokens, at: int, has_sterling: bool
) -> tuple[Figure | None, int] | None:
    word = tokens.lower[at]
    if word in ("a", "an") and tokens.word(at + 1) not in _SCALED:
        return None
    part = fractions.read_fraction(tokens, at)
    if part is not None:
        return _part(text, tokens, part), part.to
    if word == "one" and _is_pronoun(tokens, at):
        return None
    return _read_quantity(text, tokens, at, has_sterling)


def _is_pronoun(tokens: Tokens, at: int) -> bool:
    """ "no one", "one of the", "the one that": no count."""
    after = tokens.word(at + 1)
    if after in _NOT_ONE_AFTER or tokens.word(at - 1) in _NOT_ONE_BEFORE:
        return True
    return after == "-" and tokens.word(at + 2) not in SCALE


def _read_quantity(
    text: str, tokens: Tokens, at: int, has_sterling: bool
) -> tuple[Figure | None, int] | None:
    quantity = read_quantity(tokens, at, has_sterling=has_sterling)
    if quantity is None:
        return None
    second = ranges.read_second(tokens, quantity, has_sterling=has_sterling)
    if second is not None:
        return _two_ended(text, tokens, *second)
    to = fractions.is_multiple(tokens, quantity.to) if quantity.kind is Kind.COUNT else None
    if to is not None:
        quantity = quantity._replace(kind=Kind.MULTIPLE, to=to)
    figure = _figure(text, tokens, quantity)
    _name_kind(figure, tokens, quantity)
    return figure, quantity.to


def _two_ended(
    text: str, tokens: Tokens, first: Quantity, second: Quantity
) -> tuple[Figure, int]:
    """A range, or a score."""
    low, high = first.value, second.value
    kind = Kind.SCORE if ranges.is_score(tokens, first, second) else second.kind
    per = second.per if kind is not Kind.SCORE else None
    figure = Figure(
        tokens.starts[first.at], tokens.ends[second.to - 1],
        text[tokens.starts[first.at] : tokens.ends[second.to - 1]], kind, None,
        low=low, high=high, unit=second.unit, per=per, hedge=Hedge.RANGE,
        grain=second.grain, own_grain=second.own_grain,
    )  # fmt: skip
    attach_subject(figure, tokens, first.at, second.to)
    return figure, second.to


def _figure(text: str, tokens: Tokens, quantity: Quantity) -> Figure:
    """The figure of a quantity, with its hedge, sign and subject."""
    at, to, value = quantity.at, quantity.to, quantity.value
    start = tokens.starts[at]
    if value is not None and _is_negative(tokens, at):
        value, start = -value, tokens.starts[at - 1]
    hedge = hedges.hedge_before(tokens, at)
    if hedge is Hedge.EXACT:
        hedge = hedges.hedge_after(tokens, to)
    low, high = _bounds(value, hedge)
    grain, own = quantity.grain, quantity.own_grain
    figure = Figure(
        start, tokens.ends[to - 1], text[start : tokens.ends[to - 1]], quantity.kind, value,
        low=low, high=high, unit=quantity.unit, per=quantity.per, hedge=hedge, grain=grain,
        own_grain=own, constant=quantity.is_constant,
    )  # fmt: skip
    attach_subject(figure, tokens, at, to)
    return figure


def _bounds(value: ranges.Number | None, hedge: Hedge) -> tuple[ranges.Number | None, ranges.Number | None]:
    if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.JUST_OVER):
        return value, None
    if hedge in (Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.NEARLY):
        return None, value
    return value, value


def _is_negative(tokens: Tokens, at: int) -> bool:
    mark = tokens.as_written(at - 1) if at else ""
    if mark == "−":
        return tokens.is_glued(at)
    before = tokens.as_written(at - 2)
    return mark == "-" and tokens.is_glued(at) and not tokens.is_glued(at - 1) and before[:1] != ")"


def _name_kind(figure: Figure, tokens: Tokens, quantity: Quantity) -> None:
    """Ages and statistics, which only the words around tell."""
    at, to = quantity.at, quantity.to
    before, earlier = tokens.word(at - 1), tokens.word(at - 2)
    if figure.kind is Kind.COUNT and before in ("=", "<", ">", "≤", "≥"):
        if earlier in _STATISTICS or earlier == ")":
            figure.kind = Kind.STATISTIC
    elif figure.kind is Kind.COUNT and tokens.as_written(at - 1) in ("OR", "HR", "RR", "aOR", "aHR", "IRR"):
        figure.kind = Kind.STATISTIC
    if figure.kind is Kind.COUNT and _is_age(tokens, at, to, figure):
        figure.kind, figure.unit = Kind.AGE, units.YEAR
    elif figure.kind is Kind.DURATION and figure.unit is units.YEAR and before in ("aged", "age"):
        figure.kind = Kind.AGE


def _is_age(tokens: Tokens, at: int, to: int, figure: Figure) -> bool:
    """ "Prigozhin, 61, runs", "aged 87", "at the age of 28", "died at 91", "she was 81"."""
    value = figure.value
    if not isinstance(value, int) or not 0 < value <= _LARGEST_AGE or quantity_goes_on(tokens, to):
        return False
    before = [tokens.word(at - k) for k in range(1, 5)]
    if before[0] in ("aged", "age") or before[:2] == ["of", "age"]:
        return True
    if before[0] == "," and tokens.as_written(at - 2)[:1].isupper() and tokens.word(to) in (",", ".", ""):
        name = tokens.word(at - 2)
        return not dates.is_month(name) and tokens.as_written(at - 2).isalpha() and at >= 2
    if before[0] in ("was", "is", "turned", "turns") and before[1] in ("he", "she", "who"):
        return True
    return before[0] == "at" and not _DIED.isdisjoint(tokens.lower[max(0, at - 9) : at])


def quantity_goes_on(tokens: Tokens, to: int) -> bool:
    """Does a noun follow, so that the number counts something?"""
    after = tokens.as_written(to)
    return after[:1].isalpha() and after.islower() and after not in ("in", "and", "when", "at", "on", "has", "was", "is", "who", "by", "this", "last", "years")


def _plain(
    text: str, tokens: Tokens, at: int, to: int, kind: Kind, value: int | None
) -> Figure:
    start, end = tokens.starts[at], tokens.ends[to - 1]
    return Figure(start, end, text[start:end], kind, value, low=value, high=value)


def _part(text: str, tokens: Tokens, part: fractions.Part) -> Figure:
    start, end = tokens.starts[part.at], tokens.ends[part.to - 1]
    hedge = hedges.hedge_before(tokens, part.at)
    low, high = _bounds(part.value, hedge)
    figure = Figure(
        start, end, text[start:end], part.kind, part.value, low=low, high=high, hedge=hedge, constant=True
    )
    attach_subject(figure, tokens, part.at, part.to)
    return figure


def _moment(
    text: str, tokens: Tokens, moment: dates.Moment, found: list[Figure]
) -> tuple[Figure, int]:
    start, end = tokens.starts[moment.at], tokens.ends[moment.to - 1]
    if found and found[-1].end > start:
        start = tokens.starts[moment.at + 1]
    low = moment.value if moment.low is None else moment.low
    high = moment.value if moment.high is None else moment.high
    figure = Figure(
        start, end, text[start:end], moment.kind, moment.value, low=low, high=high,
        hedge=moment.hedge, date=moment.date,
    )  # fmt: skip
    return figure, moment.to
