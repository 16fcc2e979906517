"""Claims: what the text says about its figures, and whether it can hold."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Kind
from figcheck.rounding import (
    Grade,
    admissible,
    admitted,
    exact,
    factor_of,
    group,
    nominal,
    rough,
    shared_grain,
)  # fmt: skip
from figcheck.shares import complete
from figcheck.terms import Reckoned, Term

if TYPE_CHECKING:
    from figcheck.document import Figure, Span
    from figcheck.interval import Interval, Number


_NEARNESS = (
    ("touch", Fraction(21, 20)), ("close", Fraction(6, 5)), ("miss", Fraction(8, 5)),
    ("far", Fraction(4)), ("wild", Fraction(12)),
)  # fmt: skip


class Op(StrEnum):
    """How the stated figure stands to the computed one."""

    EQUALS = "equals"
    AT_LEAST = "at least"  # a whole, to parts that may leave a rest
    AT_MOST = "at most"  # a part, to its whole
    ABOVE = "above"
    BELOW = "below"
    COMPLETES = "completes"  # a share, to the other shares of one whole


class Grounds(NamedTuple):
    """What was weighed of a claim, by the names that `figcheck.evidence` weighs, in order."""

    link: tuple[str, ...] = ()  # that the text asserts it
    conflict: tuple[str, ...] = ()  # that it fails by a slip; empty where it holds


class Claim:
    """What the text says: the stated figure is, exceeds or falls below the term.

    `stated` is None for a claim with no stated result ("90 percent of the 1,000"). `accepts` is
    the worst grade that still counts as holding; a fraction or multiple in words is always rough.
    A rule that decides by other means than intervals sets `verdict` and `message` itself.
    """

    __slots__ = (
        "accepts", "amended", "code", "consistency", "evidence", "grounds", "message", "op", "reading", "related",
        "rewrite", "rule", "signs", "slip", "stated", "term", "tie", "verdict", "warns",
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
        self.evidence = 0  # that the text asserts it: set by the engine
        self.grounds = Grounds()  # the same by its parts, of a claim that is listed or raised
        is_in_words = stated is not None and stated.kind in (Kind.FRACTION, Kind.MULTIPLE)
        self.accepts = Grade.ROUGH if is_in_words else accepts
        self.verdict = verdict
        self.message = message
        self.related = related
        self.consistency = consistency
        self.tie = tie  # how surely a rule's own words tie its figures: "plain", "fair", "loose"
        self.signs = signs  # what a rule's own arithmetic says of a conflict: "miss.slip"
        self.warns = warns  # a conflict is a warning, never an error
        self.amended: Number | None = (
            None  # what the stated figure should be, where a rule can tell
        )
        self.rewrite: tuple[Span, str] | None = (
            None  # an edit beside the stated figure, to the same end
        )
        self.slip = ""  # how the stated figure came about, where a known mistake explains it

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The stated figure and the operands, each once."""
        stated = () if self.stated is None else (self.stated,)
        return tuple(dict.fromkeys((*stated, *self.term.figures)))

    @property
    def derived(self) -> bool:
        return self.stated is None


def decided(
    stated: Figure,
    term: Term | tuple[Figure, ...],
    holds: bool,
    says: str,
    fails: str = "",
    *,
    reading: str,
    tie: str = "",
    grade: Grade = Grade.EXACT,
    consistency: bool = False,
    signs: tuple[str, ...] = (),
    related: tuple[Span, ...] = (),
    amended: Number | None = None,
    rewrite: tuple[Span, str] | None = None,
) -> Claim:
    """A claim that a rule decides by other means than intervals, in its own words.

    `term` is what the stated figure is held against: a term, or the figures of which the rule has
    reckoned. `says` is what holds, with its arithmetic ("54 − 47 = 7"); `fails` what cannot be, by
    default that and the figure that it is not ("54 − 47 = 7, not 9"). `grade` is how well it holds
    where it does. `signs` and `related` count for a conflict; `amended` is what the stated figure
    should be, `rewrite` an edit beside it to the same end, where the rule can tell.
    """
    if not isinstance(term, Term):
        term = Reckoned(term, says)
    claim = Claim(
        stated=stated, term=term, reading=reading, tie=tie, consistency=consistency,
        verdict=grade if holds else Grade.CONFLICT,
        message=says if holds else fails or f"{says}, not {stated.text}",
        signs=() if holds else signs,
        related=() if holds else related,
    )  # fmt: skip
    claim.amended, claim.rewrite = amended, rewrite
    return claim


def judge(claim: Claim) -> Grade:
    """The least grade at which the claim holds.

    What holds at a grade holds at the coarser ones, so that a conflict needs the first and the
    last of them alone, and where no figure is coarser than written only the first.
    """
    stated, term, op = claim.stated, claim.term, claim.op
    if stated is None:
        return Grade.EXACT
    if op is Op.COMPLETES:
        return complete(claim.figures)
    found = (stated.admitted or admitted(stated)).as_stated
    zero = zero_of(term, stated)
    said = found.exact
    if _holds(op, said.shifted(zero) if zero else said, term.evaluate(exact)):
        return Grade.EXACT
    if found.exact is found.rough and _is_fine(term.figures):
        return Grade.CONFLICT
    said = found.rough
    if not _holds(op, said.shifted(zero) if zero else said, term.evaluate(rough)):
        return Grade.CONFLICT
    grains = _shared_grains(claim)
    said = admissible(stated, Grade.ROUNDING, grains[group(stated)], stated=True)
    come_to = term.evaluate(lambda f: admissible(f, Grade.ROUNDING, grains[group(f)]))
    is_rounded = _holds(op, said.shifted(zero) if zero else said, come_to)
    return Grade.ROUNDING if is_rounded else Grade.ROUGH


def computed(claim: Claim, grade: Grade = Grade.EXACT) -> Interval:
    """What the term comes to at a grade, in the unit of the stated figure."""
    grains = _shared_grains(claim)
    base = claim.term.evaluate(lambda figure: admissible(figure, grade, grains[group(figure)]))
    return _in_stated_unit(claim, base)


def computed_ends(claim: Claim) -> tuple[Number, Number] | None:
    """The term worked out on the figures as they are written, in the unit of the stated figure.

    Two numbers where a range or a date leaves more than one; None where there is no telling.
    """
    come_to = _in_stated_unit(claim, claim.term.computed())
    low, high = come_to.bottom, come_to.top
    if low is None:
        return None if high is None else (high, high)
    return low, low if high is None else high


def computed_value(claim: Claim) -> Number | None:
    """The one number that the term comes to: of several, the nearest to the stated figure."""
    ends = computed_ends(claim)
    if ends is None:
        return None
    low, high = ends
    value = claim.stated.value if claim.stated else None
    return high if value is not None and value > high else low


def near_miss(claim: Claim, factor: Fraction = Fraction(8, 5)) -> bool:
    """Is the computed value within a plausible slip of the stated one?"""
    ends = _stated_and_ends(claim)
    return ends is not None and _is_within(*ends, factor)


def _stated_and_ends(claim: Claim) -> tuple[int, int, int] | None:
    """The stated number and the ends of what the term comes to, without signs, of one denominator.

    None where there is no telling how far they are apart.
    """
    if claim.stated is None or claim.stated.value is None:
        return None
    zero = zero_of(claim.term, claim.stated)
    one, two = abs(nominal(claim.stated)), abs(claim.term.computed().shifted(-zero))
    if not one.low or two.low is None or two.high is None or two.high <= 0:
        return None
    return one.low * two.den, two.low * one.den, two.high * one.den


def _is_within(stated: int, low: int, high: int, factor: Fraction) -> bool:
    times, of = factor.numerator, factor.denominator
    return stated * of < high * times and low * of < stated * times


def nearness(claim: Claim) -> str:
    """How many times apart the stated and the computed value are."""
    if claim.op is not Op.EQUALS:
        return "miss"
    ends = _stated_and_ends(claim)
    if ends is not None:
        for name, factor in _NEARNESS:
            if _is_within(*ends, factor):
                return name
    return "absurd"


def level(claim: Claim) -> str:
    """ "error", or "warning" where the claim holds of rough figures or misses by the last digit."""
    if claim.warns or claim.verdict is Grade.ROUGH:
        return "warning"
    value = computed_value(claim) if claim.message is None else None
    if claim.stated is not None and claim.stated.value is not None and value is not None:
        missed = abs(Fraction(value) - claim.stated.value)
        if missed * 2 < claim.stated.grain * 3:
            return "warning"
    return "error"


def _holds(op: Op, stated: Interval, computed: Interval) -> bool:
    if op is Op.EQUALS:
        return stated.begins_by(computed) and computed.begins_by(stated)
    if op is Op.AT_LEAST:
        return computed.begins_by(stated)
    if op is Op.AT_MOST:
        return stated.begins_by(computed)
    if op is Op.ABOVE:
        return computed.begins_before(stated)
    return stated.begins_before(computed)


def zero_of(term: Term, stated: Figure) -> Number:
    """Where the zero of the stated unit lies on the base scale, if the term is a reading of one."""
    unit = stated.unit
    if unit is None or not unit.offset or not term.absolute:
        return 0
    return unit.offset * unit.factor


def _is_fine(figures: tuple[Figure, ...]) -> bool:
    """Is no figure coarser than its last written digit?"""
    for figure in figures:
        found = figure.admitted
        if found is None or found.rough is not found.exact:
            return False
    return True


def _shared_grains(claim: Claim) -> dict[str, Number]:
    """The grain that the figures of each group share, in base units."""
    groups: dict[str, list[Figure]] = {}
    for figure in claim.figures:
        groups.setdefault(group(figure), []).append(figure)
    return {name: shared_grain(figures) for name, figures in groups.items()}


def _in_stated_unit(claim: Claim, base: Interval) -> Interval:
    stated = claim.stated
    if stated is None:
        return base
    inverse = 1 / Fraction(factor_of(stated))
    return base.shifted(-zero_of(claim.term, stated)).scaled(inverse)
