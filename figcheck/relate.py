"""The claims that a document's figures make under a reading, each with its evidence.

For every figure that the reading may take as its stated result, the ways to fill the slots from the
window are ranked by their evidence (see figcheck.ways); the best few are judged, best first.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from figcheck import bounds, evidence
from figcheck.choices import fitting_beside
from figcheck.claim import Claim, Op, computed_value, judge, nearness
from figcheck.document import Kind
from figcheck.plan import plan_of
from figcheck.reading import Frame, Reading, Use
from figcheck.repair import mendable
from figcheck.rounding import Grade
from figcheck.ways import framed, most_of_operands, of_result, of_stated, ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Figure
    from figcheck.evidence import Weighed
    from figcheck.page import Fitting, Page
    from figcheck.plan import Plan
    from figcheck.rulebook import Rule
    from figcheck.ways import Way

_MOST_JUDGED = 8
_SURPRISE = {1: 2, 2: 10, 3: 20}


class Scored(NamedTuple):
    """A judged claim: the evidence that the text asserts it, and with what the arithmetic adds."""

    link: int
    score: int
    use: Use
    claim: Claim
    features: tuple[str, ...]  # of the link
    signs: tuple[str, ...] = ()  # of the conflict

    @property
    def worth(self) -> int:
        """How much a claim that holds explains: the more digits fit, the less may chance have done it."""
        return self.link + _SURPRISE[precision(self.claim)]

    @property
    def holds(self) -> bool:
        return self.claim.verdict is not None and self.claim.verdict <= self.claim.accepts


class Candidate(NamedTuple):
    """A claim that a text may make, with the evidence that it does."""

    link: int
    claim: Claim
    frame: Frame
    reasons: tuple[Weighed, ...]

    @property
    def features(self) -> tuple[str, ...]:
        return tuple([feature for reason in self.reasons for feature in reason.features])


def claims_of(page: Page, rule: Rule, reading: Reading) -> Iterator[Scored]:
    """Every claim worth keeping that the document makes under a reading of a rule."""
    if not page.can_fill(reading):
        return
    base = evidence.of_reading(rule.name, reading.name).score
    for figure, fitting in _stated(page, plan_of(reading), base):
        own, found = _own_ways(page, rule, reading, figure, fitting)
        if found:
            made = _candidates(page, rule, reading, figure, own, found)
            yield from _claims_about(page, reading, made)


def stated_figures(page: Page, reading: Reading, base: int = 0) -> Iterator[Figure]:
    """The figures that may be the stated result of a reading, where their claims can matter.

    `base` is the evidence of the reading itself.
    """
    for figure, _ in _stated(page, plan_of(reading), base):
        yield figure


def _stated(page: Page, plan: Plan, base: int) -> Iterator[tuple[Figure, list[Fitting]]]:
    """The same, each with the figures that fit the slots beside it; a list is no such figure."""
    reading = plan.reading
    if plan.is_of_list:
        yield from _listed(page, plan, base)
        return
    for sentence, figures in page.stated(reading.stated):
        if reading.gates and not page.is_gated(sentence, reading):
            continue
        most = most_of_operands(page, sentence, plan)
        if most is None:
            continue
        wanted = page.least - base - most
        apart = 1 if len(sentence.figures) <= len(reading.slots) else 0
        for figure in figures:
            own = plan.opening(figure.roles, apart)
            if reading.marks is not None:
                own += of_result(page, figure).score
            if own >= wanted:
                fitting = fitting_beside(page, plan, figure)
                if fitting is not None:
                    yield figure, fitting


def _listed(page: Page, plan: Plan, base: int) -> Iterator[tuple[Figure, list[Fitting]]]:
    """The figures to which a list is linked that a reading takes as its operands."""
    reading = plan.reading
    wanted = page.least - base - bounds.of_list()
    for sentence, figures in page.linked(reading.stated, reading.slots[-1].link):
        if reading.gates and not page.is_gated(sentence, reading):
            continue
        for figure in figures:
            if sum([reason.score for reason in of_stated(page, reading, figure)]) >= wanted:
                yield figure, []


def _claims_about(page: Page, reading: Reading, made: Iterator[Candidate]) -> Iterator[Scored]:
    """The best claim that holds and the best that does not, of those with one stated result."""
    held: Scored | None = None
    failed: Candidate | None = None
    for candidate in islice(made, _MOST_JUDGED):
        claim, link = candidate.claim, candidate.link
        claim.verdict = judge(claim)
        claim.evidence = link
        if claim.verdict <= claim.accepts:
            held = Scored(link, link, reading.use, claim, candidate.features)
            break
        failed = failed or candidate
    if held:
        yield held
        if reading.is_of_list and precision(held.claim) > 1:
            return  # of the lists that a text may mean, one fits to the digit
    if (
        failed
        and reading.use is Use.ASSERT
        and (held is None or failed.link > held.worth + evidence.MARGIN)
    ):
        yield _conflict(reading, failed, tuple(_standing(page, failed, held)))


def candidates(page: Page, rule: Rule, reading: Reading, stated: Figure) -> Iterator[Candidate]:
    """Every claim that matters of a stated figure under a reading, unjudged, best evidence first."""
    own, found = _own_ways(page, rule, reading, stated, None)
    return _candidates(page, rule, reading, stated, own, found)


def _own_ways(
    page: Page, rule: Rule, reading: Reading, stated: Figure, fitting: list[Fitting] | None
) -> tuple[tuple[Weighed, ...], list[Way]]:
    """What speaks for a stated figure by itself, and the ways to fill the slots beside it.

    `fitting` are the figures that fit the slots, where they are known.
    """
    own = (evidence.of_reading(rule.name, reading.name), *of_stated(page, reading, stated))
    base = sum([reason.score for reason in own])
    return own, ways(page, reading, stated, page.least - base, fitting)


def _candidates(
    page: Page,
    rule: Rule,
    reading: Reading,
    stated: Figure,
    own: tuple[Weighed, ...],
    found: list[Way],
) -> Iterator[Candidate]:
    base = sum([reason.score for reason in own])
    for way, frame in framed(page, reading, stated, found):
        link = base + way.score
        claim = _claim(rule, reading, frame) if link >= page.least else None
        if claim is not None:
            yield Candidate(link, claim, frame, (*own, *way.reasons))


def _standing(page: Page, failed: Candidate, held: Scored | None) -> Iterator[str]:
    """What speaks against a conflict beside itself: a way that holds, a sentence full of figures."""
    if held is not None:
        yield "held.close" if held.link >= failed.link - evidence.MARGIN else "held.far"
    sentence = page.document.sentences[failed.frame.stated.sentence]
    count = len(sentence.figures)
    yield (
        f"busy.{count}"
        if count < 5
        else "busy.5"
        if count < 8
        else "busy.8"
        if count < 12
        else "busy.many"
    )


def of_rule(claim: Claim) -> Scored:
    """The claim that a rule relates by itself, with the evidence of its rule and reading."""
    features = [f"reading.{claim.rule}", f"reading.{claim.rule} {claim.reading}"]
    if claim.tie:
        features.append(f"tie.{claim.tie}")
    link = claim.evidence = evidence.score(features)
    if claim.verdict is not None and claim.verdict <= claim.accepts:
        return Scored(link, link, Use.ASSERT, claim, tuple(features))
    signs = (*_kind_of_conflict(claim), *claim.signs)
    if claim.slip:
        signs += (f"slip.any {evidence.tightness(link)}",)
    elif claim.message is None:
        signs += tuple(_signs(claim, evidence.tightness(link)))
    return Scored(link, link + evidence.score(signs), Use.ASSERT, claim, tuple(features), signs)


def with_uses(judged: list[Scored]) -> list[Scored]:
    """The claims, each conflict with how many of its figures a claim of more evidence explains."""
    best: dict[int, int] = {}
    for scored in judged:
        if _explains(scored.claim) and scored.holds:
            for figure in scored.claim.figures:
                best[id(figure)] = max(best.get(id(figure), -99), scored.worth)
    return [scored if scored.holds else _with_use(scored, best) for scored in judged]


def _explains(claim: Claim) -> bool:
    """Does a claim that holds say what its figures are for? One that only restates a figure does not."""
    if claim.consistency or claim.op is not Op.EQUALS:
        return False
    stated, operands = claim.stated, claim.term.figures
    return stated is None or len(operands) != 1 or stated.apposed is not operands[0]


def _with_use(scored: Scored, best: dict[int, int]) -> Scored:
    figures = [
        f for f in scored.claim.figures if f.kind is not Kind.DATE
    ]  # many claims share a date
    used = sum(best.get(id(figure), -99) >= scored.link for figure in figures)
    if not used:
        return scored
    feature = "used.all" if used == len(figures) else f"used.{min(used, 2)}"
    return scored._replace(
        score=scored.score + evidence.score((feature,)), signs=(*scored.signs, feature)
    )


def _conflict(reading: Reading, failed: Candidate, standing: tuple[str, ...]) -> Scored:
    """A conflict with what speaks for a slip: a known mistake, one small edit, a near miss."""
    link, claim = failed.link, failed.claim
    signs = (
        *_kind_of_conflict(claim),
        *standing,
        *_signs_of_slip(reading, failed.frame, claim, evidence.tightness(link)),
    )
    if failed.frame.gate:
        signs += (f"{_side(claim)}.{failed.frame.gate}",)
    return Scored(link, link + evidence.score(signs), Use.ASSERT, claim, failed.features, signs)


def _kind_of_conflict(claim: Claim) -> tuple[str, str]:
    """How often conflicts of this rule, and of this reading of it, have been right."""
    return f"raise.{claim.rule}", f"raise.{claim.rule} {claim.reading}"


def _signs_of_slip(reading: Reading, frame: Frame, claim: Claim, tightness: str) -> Iterator[str]:
    for slip in reading.slips:
        term = slip.term(frame)
        if term is not None and judge(Claim(stated=claim.stated, term=term)) <= Grade.ROUNDING:
            claim.slip = slip.says
            yield f"slip.{slip.name}"
            yield f"slip.any {tightness}"
            return
    yield from _signs(claim, tightness)


def _side(claim: Claim) -> str:
    """Do the listed figures come to more than the text says, or do they leave something?"""
    value = computed_value(claim)
    stated = claim.stated.value if claim.stated is not None else None
    return "excess" if value is not None and stated is not None and value > stated else "short"


def _signs(claim: Claim, tightness: str) -> Iterator[str]:
    """What the size of a miss says: one small edit mends it, or it is near, or far."""
    if claim.op in (Op.ABOVE, Op.BELOW):  # an order can be mended by too many edits to count
        yield f"near.order {tightness}"
        return
    mend = mendable(claim)
    if mend is not None:
        yield f"mend.{mend} {precision(claim)}"
        yield f"mend.any {tightness}"
    yield f"near.{nearness(claim)} {tightness}"


def precision(claim: Claim) -> int:
    """How many digits the stated figure gives, 3 for three and more: chance fits a coarse one."""
    stated = claim.stated
    if stated is None or not stated.value:
        return 1
    grain = stated.own_grain or 1
    ratio = abs(Fraction(stated.value)) / Fraction(grain)
    return 1 if ratio < 10 else 2 if ratio < 100 else 3


def _claim(rule: Rule, reading: Reading, frame: Frame) -> Claim | None:
    term = reading.term(frame)
    if term is None:
        return None
    return Claim(
        rule=rule.name, code=rule.code, stated=frame.stated, term=term, op=reading.op,
        reading=reading.name, accepts=reading.accepts, consistency=reading.consistency,
        warns=reading.warns,
    )  # fmt: skip
