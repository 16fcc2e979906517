"""The claims that a document's figures make under a reading, each with its evidence.

For every figure that the reading may take as its stated result, the ways to fill the slots from the
window are ranked by their evidence; the best few are judged, best first.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from figcheck import evidence
from figcheck.claim import Claim, Op, computed_value, judge, nearness
from figcheck.document import Kind
from figcheck.link.lists import dimension, parts_after, parts_before
from figcheck.link.rests import rest_lists
from figcheck.reading import Frame, Reading, Slot, Use
from figcheck.repair import mendable
from figcheck.rounding import Grade
from figcheck.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from figcheck.document import Document, Figure
    from figcheck.page import Page
    from figcheck.rulebook import Rule

_PER_SLOT = 5
_MOST_JUDGED = 8
_MOST_WAYS = 24  # where a rule narrows a slot by itself
_LISTS = {"after": parts_after, "before": parts_before, "rest": rest_lists}  # by Slot.link
_SURPRISE = {1: 1, 2: 5, 3: 10}


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
    features: tuple[str, ...]


class _Way(NamedTuple):
    """One way to fill a reading's slots."""

    score: int
    features: list[str]
    figures: tuple[Figure, ...]
    gate: str = ""


def claims_of(page: Page, rule: Rule, reading: Reading) -> Iterator[Scored]:
    """Every claim worth keeping that the document makes under a reading of a rule."""
    for figure in stated_figures(page, reading):
        yield from _claims_about(page, rule, reading, figure)


def stated_figures(page: Page, reading: Reading) -> Iterator[Figure]:
    """The figures that may be the stated result of a reading."""
    slot = reading.stated
    for sentence in page.sentences:
        if slot.kinds.isdisjoint(page.kinds[sentence.index]):
            continue
        if not page.is_gated(sentence, reading) or not page.has_all(sentence, reading):
            continue
        for figure in sentence.figures:
            if figure.kind in slot.kinds and _fits(slot, figure, figure):
                yield figure


def _fits(slot: Slot, stated: Figure, figure: Figure) -> bool:
    roles = figure.roles
    if (slot.needs and slot.needs.isdisjoint(roles)) or not slot.bars.isdisjoint(roles):
        return False
    return slot.where is None or slot.where(stated, figure)


def _claims_about(page: Page, rule: Rule, reading: Reading, stated: Figure) -> Iterator[Scored]:
    """The best claim that holds and the best that does not, with `stated` as their result."""
    held: Scored | None = None
    failed: Candidate | None = None
    for candidate in islice(candidates(page, rule, reading, stated), _MOST_JUDGED):
        claim, link = candidate.claim, candidate.link
        if link < page.least:
            break
        claim.verdict = judge(claim)
        claim.evidence = link
        if claim.verdict <= claim.accepts:
            held = Scored(link, link, reading.use, claim, candidate.features)
            break
        failed = failed or candidate
    if held:
        yield held
    slack = evidence.MARGIN
    if failed and reading.use is Use.ASSERT and (held is None or failed.link > held.worth + slack):
        yield _conflict(reading, failed, tuple(_standing(page, failed, held)))


def candidates(page: Page, rule: Rule, reading: Reading, stated: Figure) -> Iterator[Candidate]:
    """Every claim that a reading can make of a stated figure, unjudged, best evidence first."""
    own = [f"reading.{rule.name}", f"reading.{rule.name} {reading.name}"]
    own += [f"{reading.stated.name}.{role}" for role in stated.roles] or [
        f"{reading.stated.name}.none"
    ]
    base = evidence.score(own)
    if base + _most_from(reading) < page.least:
        return
    ways: Iterable[tuple[_Way, Frame]] = _framed(page, reading, stated, base)
    if reading.marks is not None:
        ways = sorted(_marked(reading, ways), key=lambda marked: -marked[0].score)
    for way, frame in ways:
        claim = _claim(rule, reading, frame)
        if claim is not None:
            yield Candidate(base + way.score, claim, frame, (*own, *way.features))


def _is_of_list(reading: Reading) -> bool:
    return bool(reading.slots) and reading.slots[-1].many


def _most_from(reading: Reading) -> int:
    """The most that the operands can add to the evidence of the stated figure."""
    if _is_of_list(reading):
        return evidence.MOST_FROM_LIST
    names = tuple([slot.name for slot in reading.slots])
    return evidence.most_from_slots(names) + _most_from_whole(reading)


def _most_from_whole(reading: Reading) -> int:
    """What may yet be added by what is known only of a whole way: its form and the rule's marks."""
    marks = evidence.MOST_FROM_MARKS if reading.marks is not None else 0
    return marks + evidence.most_from_form(reading.name)


def _framed(
    page: Page, reading: Reading, stated: Figure, base: int
) -> Iterator[tuple[_Way, Frame]]:
    """The ways that pass the reading's guard, each with its frame."""
    for way in _ways(page, reading, stated, base):
        frame = _frame(page.document, reading, stated, way)
        if reading.guard is None or reading.guard(frame):
            yield way, frame


def _marked(reading: Reading, ways: Iterable[tuple[_Way, Frame]]) -> Iterator[tuple[_Way, Frame]]:
    """The ways with what the rule marks of each."""
    assert reading.marks is not None
    for way, frame in ways:
        marks = reading.marks(frame)
        score = way.score + evidence.score(marks)
        yield way._replace(score=score, features=[*way.features, *marks]), frame


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
    if claim.message is None:
        signs += tuple(_signs(claim, evidence.tightness(link)))
    return Scored(link, link + evidence.score(signs), Use.ASSERT, claim, tuple(features), signs)


def with_uses(judged: list[Scored]) -> list[Scored]:
    """The claims, each conflict with how many of its figures a claim of more evidence explains."""
    best: dict[int, int] = {}
    for scored in judged:
        if scored.holds and not scored.claim.consistency and scored.claim.op is Op.EQUALS:
            for figure in scored.claim.figures:
                best[id(figure)] = max(best.get(id(figure), -99), scored.worth)
    return [scored if scored.holds else _with_use(scored, best) for scored in judged]


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
    signs = (*_kind_of_conflict(claim), *standing, *_signs_of_slip(reading, failed.frame, claim, evidence.tightness(link)))
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


def _frame(document: Document, reading: Reading, stated: Figure, way: _Way) -> Frame:
    slots, figures = reading.slots, way.figures
    if slots and slots[-1].many:
        return Frame(document, stated, {slots[-1].name: figures}, way.gate)
    filled: dict[str, tuple[Figure, ...]] = {
        slot.name: (figure,) for slot, figure in zip(slots, figures, strict=True)
    }
    return Frame(document, stated, filled, way.gate)


def _ways(page: Page, reading: Reading, stated: Figure, base: int) -> list[_Way]:
    """Every way to fill the slots that can matter, best evidence first."""
    if _is_of_list(reading):
        return _list_ways(page, reading, stated)
    pool = page.pool(stated, reading.window)
    choices: list[list[_Way]] = []
    rivals: list[Counter[tuple[str, object]]] = []
    for slot in reading.slots:
        found = _candidates(page, slot, stated, pool)
        if not found:
            return []
        rivals.append(Counter([_sort(way.figures[0]) for way in found]))
        before = len(choices[-1]) if choices else len(found)
        choices.append(found[: max(_PER_SLOT, _MOST_WAYS // before) if slot.where else _PER_SLOT])
    ways = []
    least = page.least - base - evidence.MOST_FROM_JOINT - _most_from_whole(reading)
    if sum([found[0].score for found in choices]) < least:
        return []
    for chosen in product(*choices):
        alone = sum([way.score for way in chosen])
        if alone < least:
            continue
        figures = tuple([way.figures[0] for way in chosen])
        if len({id(stated), *map(id, figures)}) <= len(figures):
            continue
        joint = _joint(reading, stated, figures)
        if joint is None:
            continue
        alike = max([rival[_sort(f)] for rival, f in zip(rivals, figures, strict=True)])
        joint.append(evidence.of_choice(alike - len(figures)))
        places = [(reading.stated.name, stated)]
        places += [(slot.name, f) for slot, f in zip(reading.slots, figures, strict=True)]
        joint += evidence.of_form(page.document, reading.name, places)
        features = [feature for way in chosen for feature in way.features] + joint
        ways.append(_Way(alone + evidence.score(joint), features, figures))
    ways.sort(key=lambda way: -way.score)
    return ways


def _sort(figure: Figure) -> tuple[str, object]:
    """What figures must share to be rivals for one place."""
    return dimension(figure), figure.per


def _candidates(page: Page, slot: Slot, stated: Figure, pool: Sequence[Figure]) -> list[_Way]:
    """The figures that fit a slot, with their scores, best first."""
    if slot.link == "apposed":
        pool = [stated.apposed] if stated.apposed else []
    like = dimension(stated) if slot.like == "stated" else None
    found = []
    for figure in pool:
        if (
            figure is stated
            or figure.kind not in slot.kinds
            or (like is not None and dimension(figure) != like)
            or not _fits(slot, stated, figure)
        ):
            continue
        features = evidence.of_place(page.document, slot.name, stated, figure)
        found.append(_Way(evidence.score(features), features, (figure,)))
    found.sort(key=lambda way: (-way.score, abs(way.figures[0].start - stated.start)))
    return found


def _joint(reading: Reading, stated: Figure, figures: tuple[Figure, ...]) -> list[str] | None:
    """What the filled slots share with each other; None where two that must be alike are not."""
    features: list[str] = []
    for at, slot in enumerate(reading.slots):
        if not slot.like:
            continue
        figure = figures[at]
        other = stated if slot.like == "stated" else figures[_index(reading, slot.like)]
        if dimension(figure) != dimension(other) or (
            figure.kind is not other.kind and not figure.unit
        ):
            return None
        if figure.per is not other.per and (
            isinstance(figure.per, Unit) or isinstance(other.per, Unit)
        ):
            return None
        features += evidence.of_pair(figure, other)
        if slot.like != "stated":
            features.append(evidence.frame_of(f"{slot.like}_{slot.name}", stated, other, figure))
        features.append("order.before" if figure.start < other.start else "order.after")
    return features


def _index(reading: Reading, name: str) -> int:
    return next(at for at, slot in enumerate(reading.slots) if slot.name == name)


def _list_ways(page: Page, reading: Reading, stated: Figure) -> list[_Way]:
    """Ways to fill a reading whose only operands are a list of figures linked to the stated one."""
    slot = reading.slots[-1]
    ways = []
    for found in _LISTS[slot.link](page.document, stated):
        if all(figure.kind in slot.kinds for figure in found.parts):
            features = list(found.features)
            ways.append(_Way(evidence.score(features), features, found.parts, found.gate))
    ways.sort(key=lambda way: -way.score)
    return ways
