"""Terms of change: from one level to another, as a share of the level before, compounded."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.document import Kind
from figcheck.interval import Interval
from figcheck.terms import Term
from figcheck.units import Unit

if TYPE_CHECKING:
    from figcheck.document import Figure
    from figcheck.interval import Number
    from figcheck.terms import Values

_ZERO, _ONE, _HUNDRED = Interval.point(0), Interval.point(1), Interval.point(100)


class Change(Term):
    """The change from an old level to a new one, counted in the direction `sign`.

    In percent, or with `scale` 1 as a fraction. With sign 0 the words give no direction, and the
    size of the change counts.
    """

    __slots__ = ("figures", "scale", "sign")

    def __init__(self, new: Figure, old: Figure, sign: int, scale: int = 100) -> None:
        self.figures = (new, old)
        self.sign = sign
        self.scale = scale

    def evaluate(self, values: Values) -> Interval:
        new, old = self.figures
        if new is old:
            return _ZERO
        times = values(new) / values(old)
        if self.sign < 0:
            return (_ONE - times).scaled(self.scale)
        change = (times - _ONE).scaled(self.scale)
        return change if self.sign else abs(change)

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        change = target / Interval.point(self.scale)
        if self.sign == 0:
            change = change.hull(-change)
        times = (_ONE - change) if self.sign < 0 else (change + _ONE)
        new, old = self.figures
        return times * values(old) if figure is new else values(new) / times

    def turned(self) -> Change:
        """The change in the other direction."""
        new, old = self.figures
        return Change(new, old, -self.sign, self.scale)

    def shown(self) -> str:
        new, old = self.figures
        if self.sign < 0:
            return f"1 − {new.text} / {old.text}"
        return f"{new.text} / {old.text} − 1"


class ChangeShare(Term):
    """A move as a share in percent of the level before it, from the level after it.

    100 * D / (level - D), written 100 * (1 / (1 - D / level) - 1) so that the move occurs once.
    `sign` is 1 for a rise to the level, -1 for a fall.
    """

    __slots__ = ("figures", "sign")

    def __init__(self, move: Figure, level: Figure, sign: int) -> None:
        self.figures = (move, level)
        self.sign = sign

    def evaluate(self, values: Values) -> Interval:
        move, level = self.figures
        part = values(move) / values(level)
        return (_ONE / (_ONE - part.scaled(self.sign)) - _ONE).scaled(100 * self.sign)

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        move, level = self.figures
        times = _ONE / (target.scaled(self.sign) / _HUNDRED + _ONE)
        part = (_ONE - times).scaled(self.sign)
        return part * values(level) if figure is move else values(move) / part

    def turned(self) -> ChangeShare:
        """The move in the other direction, to the same level."""
        move, level = self.figures
        return ChangeShare(move, level, -self.sign)

    def shown(self) -> str:
        move, level = self.figures
        return f"{move.text} / ({level.text} {'−' if self.sign > 0 else '+'} {move.text})"


class Changed(Term):
    """A level with a share of it added (sign 1) or taken off (-1): "$64,500 − 80%"."""

    __slots__ = ("figures", "sign")

    def __init__(self, level: Figure, share: Figure, sign: int) -> None:
        self.figures = (level, share)
        self.sign = sign

    def evaluate(self, values: Values) -> Interval:
        level, share = self.figures
        return values(level) * (_ONE + self._part(values(share)))

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        level, share = self.figures
        if figure is level:
            return target / (_ONE + self._part(values(share)))
        part = target / values(level) - _ONE
        return part.scaled(self.sign * (1 if share.kind is Kind.FRACTION else 100))

    def _part(self, share: Interval) -> Interval:
        """The share as a signed fraction of one."""
        part = share if self.figures[1].kind is Kind.FRACTION else share / _HUNDRED
        return part if self.sign > 0 else -part

    def shown(self) -> str:
        level, share = self.figures
        return f"{level.text} {'−' if self.sign < 0 else '+'} {share.text}"


class Compound(Term):
    """The growth in percent that a yearly rate in percent makes over whole years, compounded."""

    __slots__ = ("figures", "years")

    def __init__(self, rate: Figure, years: int) -> None:
        self.figures = (rate,)
        self.years = years

    def evaluate(self, values: Values) -> Interval:
        factor = (values(self.figures[0]) / _HUNDRED) + _ONE
        grown = _ONE
        for _ in range(self.years):
            grown = grown * factor
        return (grown - _ONE).scaled(100)

    def shown(self) -> str:
        return f"(1 + {self.figures[0].text})^{self.years} − 1"


class AtOneRate(Term):
    """A term of levels of which some leave out what they are per: "₹62 before, ₹38 a kilo now".

    `scales` tell by what each of its figures is to be multiplied to be per the same.
    """

    __slots__ = ("figures", "scales", "term")

    def __init__(self, term: Term, scales: dict[int, Fraction]) -> None:
        self.term = term
        self.figures = term.figures
        self.scales = scales  # by the identity of a figure

    def evaluate(self, values: Values) -> Interval:
        return self.term.evaluate(self._scaled(values))

    def needed(self, figure: Figure, target: Interval, values: Values) -> Interval:
        needed = self.term.needed(figure, target, self._scaled(values))
        return needed * Interval.point(1 / self.scales[id(figure)])

    def _scaled(self, values: Values) -> Values:
        return lambda figure: values(figure) * Interval.point(self.scales[id(figure)])

    def shown(self) -> str:
        return self.term.shown()


_NONE = Fraction(1)


def at_one_rate(term: Term, stated: Figure | None = None) -> Term:
    """The term with all its levels per the same: what `stated` is per, if that is a level too."""
    to = 1 if stated is None else _denominator(stated)
    scales = {id(f): Fraction(_denominator(f)) / Fraction(to) for f in term.figures}
    is_even = len(set(scales.values())) == 1
    if is_even and (stated is None or _NONE in scales.values()):
        return term
    return AtOneRate(term, scales)


def _denominator(figure: Figure) -> Number:
    return figure.per.factor if isinstance(figure.per, Unit) else 1
