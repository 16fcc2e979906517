"""Claims: what the text says about its figures, and whether it can hold."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.interval import Interval, Number
from figcheck.rounding import Grade, admissible, shared_grain
from figcheck.units import Unit

if TYPE_CHECKING:
    from figcheck.document import Figure, Span
    from figcheck.terms import Term


class Op(StrEnum):
    """How the stated figure stands to the computed one."""

    EQUALS = "equals"
    AT_LEAST = "at least"  # a whole, to parts that may leave a rest
    AT_MOST = "at most"  # a part, to its whole
    ABOVE = "above"
    BELOW = "below"


class Claim:
    """What the text says: the stated figure is, exceeds or falls below the term.

    `stated` is None for a claim with no stated result ("90 percent of the 1,000"). `accepts` is
    the worst grade that still counts as holding. A rule that decides by other means than intervals
    sets `verdict` and `message` itself.
    """

    __slots__ = (
        "accepts", "code", "consistency", "evidence", "message", "op", "reading", "related", "rule",
        "signs", "slip", "stated", "term", "tie", "verdict", "warns",
    )  # fmt: skip

    def __init__(
        self,
        *,
        stated: Figure | None,
        term: Term,
        op: Op = Op.EQUALS,
        rule: str = "",
        code: str = "",
        reading: str = "",
        evidence: int = 0,
        accepts: Grade = Grade.ROUNDING,
        verdict: Grade | None = None,
        message: str | None = None,
        related: tuple[Span, ...] = (),
        consistency: bool = False,
        tie: str = "",
        signs: tuple[str, ...] = (),
        warns: bool = False,
    ) -> None:
        self.stated = stated
        self.term = term
        self.op = op
        self.rule = rule
        self.code = code
        self.reading = reading
        self.evidence = evidence
        self.accepts = accepts
        self.verdict = verdict
        self.message = message
        self.related = related
        self.consistency = consistency
        self.tie = tie  # how surely a rule's own words tie its figures: "plain", "fair", "loose"
        self.signs = signs  # what a rule's own arithmetic says of a conflict: "miss.slip"
        self.warns = warns  # a conflict is a warning, never an error
        self.slip = ""  # how the stated figure came about, where a known mistake explains it

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The stated figure and the operands, each once."""
        stated = () if self.stated is None else (self.stated,)
        return tuple(dict.fromkeys((*stated, *self.term.figures)))

    @property
    def derived(self) -> bool:
        return self.stated is None


def judge(claim: Claim) -> Grade:
    """The least grade at which the claim holds."""
    if claim.stated is None:
        return Grade.EXACT
    shared = _shared_by_dimension(claim)
    for grade in (Grade.EXACT, Grade.ROUNDING, Grade.ROUGH):
        computed = claim.term.evaluate(lambda figure, g=grade: _value(figure, g, shared))
        if _holds(claim.op, _value(claim.stated, grade, shared, stated=True), computed):
            return grade
    return Grade.CONFLICT


def computed(claim: Claim, grade: Grade = Grade.EXACT) -> Interval:
    """What the term comes to at a grade, in the unit of the stated figure."""
    shared = _shared_by_dimension(claim)
    base = claim.term.evaluate(lambda figure: _value(figure, grade, shared))
    return base.scaled(1 / _factor(claim.stated)) if claim.stated else base


def computed_value(claim: Claim) -> Number | None:
    """The term worked out on the figures as they stand, in the unit of the stated figure."""
    base = claim.term.evaluate(_nominal)
    bottom, top = base.bottom, base.top
    if bottom is None or top is None:
        return bottom if top is None else top
    return (Fraction(bottom) + Fraction(top)) / 2 / _factor(claim.stated)


def near_miss(claim: Claim, factor: Fraction = Fraction(8, 5)) -> bool:
    """Is the computed value within a plausible slip of the stated one?"""
    value = computed_value(claim)
    if claim.stated is None or claim.stated.value is None or value is None:
        return False
    low, high = sorted((abs(Fraction(value)), abs(Fraction(claim.stated.value))))
    return low > 0 and high / low < factor


def level(claim: Claim) -> str:
    """ "error", or "warning" where the claim holds of rough figures or misses by the last digit."""
    if claim.warns or claim.verdict is Grade.ROUGH:
        return "warning"
    value = computed_value(claim) if claim.message is None else None
    if claim.stated is not None and claim.stated.value is not None and value is not None:
        missed = abs(Fraction(value) - Fraction(claim.stated.value))
        if missed < Fraction(claim.stated.grain) * Fraction(3, 2):
            return "warning"
    return "error"


def _holds(op: Op, stated: Interval, computed: Interval) -> bool:
    if op is Op.EQUALS:
        return stated.meets(computed)
    difference = stated - computed
    bottom, top = difference.bottom, difference.top
    if op is Op.AT_LEAST:
        return top is None or top >= 0
    if op is Op.AT_MOST:
        return bottom is None or bottom <= 0
    if op is Op.ABOVE:
        return top is None or top > 0
    return bottom is None or bottom < 0


def _factor(figure: Figure | None) -> Fraction:
    """What turns the figure's number into base units: $ per litre are $ per cubic metre / 1000."""
    if figure is None:
        return Fraction(1)
    factor = Fraction(figure.unit.factor) if figure.unit else Fraction(1)
    return factor / figure.per.factor if isinstance(figure.per, Unit) else factor


def _value(
    figure: Figure, grade: Grade, shared: dict[str, Number], *, stated: bool = False
) -> Interval:
    factor = _factor(figure)
    grain = shared.get(_dimension(figure))
    if grain is not None and factor != 1:
        grain = Fraction(grain) / factor
    interval = admissible(figure, grade, grain, stated=stated)
    return interval if factor == 1 else interval.scaled(factor)


def _nominal(figure: Figure) -> Interval:
    if figure.value is not None:
        return Interval.point(figure.value * _factor(figure))
    return _value(figure, Grade.EXACT, {})


def _dimension(figure: Figure) -> str:
    return figure.unit.dimension if figure.unit else ""


def _shared_by_dimension(claim: Claim) -> dict[str, Number]:
    """The finest own grain among the claim's figures of each dimension, in base units."""
    groups: dict[str, list[Figure]] = {}
    for figure in claim.figures:
        groups.setdefault(_dimension(figure), []).append(figure)
    if len(groups) == 1 and all(_factor(figure) == 1 for figure in claim.figures):
        return {name: shared_grain(figures) for name, figures in groups.items()}
    return {
        name: min(
            (Fraction(f.own_grain) * _factor(f) for f in figures if f.own_grain), default=0
        )
        for name, figures in groups.items()
    }
