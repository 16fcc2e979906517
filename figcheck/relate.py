"""The claims that a document's figures make under a reading, each with its evidence.

For every figure that the reading may take as its stated result, every way to fill the slots from
the window is ranked by its evidence; the best few are judged, best first.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from figcheck import evidence
from figcheck.claim import Claim, judge, near_miss
from figcheck.document import BlockRole, Kind, Span
from figcheck.link.lists import dimension, parts_after, parts_before
from figcheck.reading import Frame, Reading, Slot, Use, Window
from figcheck.repair import mendable
from figcheck.rounding import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from figcheck.document import Document, Figure, Sentence
    from figcheck.rulebook import Rule

_PER_SLOT = 4
_MOST_JUDGED = 8
_MOST_TUPLES = 40


class Scored(NamedTuple):
    """A judged claim with the score of its reading."""

    score: int
    use: Use
    claim: Claim


class _Filled(NamedTuple):
    score: int
    figures: tuple[Figure, ...]
    gate: str = ""


class Page:
    """A document's prose sentences that hold figures, with what the readings ask of them first."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sentences = [s for s in document.sentences if s.figures and _is_prose(document, s)]
        self.kinds = {s.index: frozenset(f.kind for f in s.figures) for s in self.sentences}
        self.cues = {s.index: frozenset(c.name for c in s.cues) for s in self.sentences}

    def pool(self, sentence: Sentence, window: Window) -> Sequence[Figure]:
        """The figures within the window of a sentence, its own first."""
        if window is Window.SENTENCE:
            return sentence.figures
        found = list(sentence.figures)
        for step in range(1, window.value + 1):
            for index in (sentence.index - step, sentence.index + step):
                if index in self.kinds:
                    found += self.document.sentences[index].figures
        return found

    def is_gated(self, sentence: Sentence, reading: Reading) -> bool:
        if not reading.gates:
            return True
        reach = reading.window.value
        return any(
            not reading.gates.isdisjoint(self.cues[index])
            for index in range(sentence.index - reach, sentence.index + reach + 1)
            if index in self.cues
        )


def _is_prose(document: Document, sentence: Sentence) -> bool:
    block = document.blocks[sentence.block]
    return block.role is not BlockRole.CELL and document.is_english[sentence.block]


def claims_of(page: Page, rule: Rule, reading: Reading) -> Iterator[Scored]:
    """Every claim worth keeping that the document makes under a reading of a rule."""
    for sentence in page.sentences:
        if reading.stated.kinds.isdisjoint(page.kinds[sentence.index]):
            continue
        if not page.is_gated(sentence, reading):
            continue
        for figure in sentence.figures:
            if _fits(reading.stated, figure, None):
                yield from _claims_about(page, rule, reading, figure)


def _fits(slot: Slot, figure: Figure, like: Figure | None) -> bool:
    return (
        figure.kind in slot.kinds
        and (not slot.needs or not slot.needs.isdisjoint(figure.roles))
        and slot.bars.isdisjoint(figure.roles)
        and (like is None or _alike(figure, like))
    )


def _alike(one: Figure, other: Figure) -> bool:
    return dimension(one) == dimension(other) and (one.kind is other.kind or bool(one.unit))


def _claims_about(page: Page, rule: Rule, reading: Reading, stated: Figure) -> Iterator[Scored]:
    """The best claim that holds and the best that does not, with `stated` as their result."""
    base = reading.weight + evidence.of_role(reading.stated.name, stated)
    held = failed = None
    for filled in _ways(page, reading, stated)[:_MOST_JUDGED]:
        frame = _frame(page.document, reading, stated, filled)
        if reading.guard is not None and not reading.guard(frame):
            continue
        claim = _claim(rule, reading, frame)
        if claim is None:
            continue
        score = base + filled.score
        grade = claim.verdict = judge(claim)
        if grade <= reading.accepts:
            claim.evidence = score
            held = Scored(score, reading.use, claim)
            break
        if failed is None and reading.use is Use.ASSERT:
            failed = _conflict(score, claim)
    if held:
        yield held
    if failed and (held is None or failed.score > held.score):
        yield failed


def _conflict(score: int, claim: Claim) -> Scored:
    """A conflict's score: a near miss or one small edit that mends it speaks for a slip."""
    if score + evidence.NEAR_MISS + evidence.MEND >= evidence.RAISE:
        is_near, is_mended = near_miss(claim), mendable(claim) is not None
        score += evidence.NEAR_MISS * is_near + evidence.MEND * is_mended
        if not (is_near or is_mended):
            score += evidence.FAR
    claim.evidence = score
    return Scored(score, Use.ASSERT, claim)


def _claim(rule: Rule, reading: Reading, frame: Frame) -> Claim | None:
    term = reading.term(frame)
    if term is None:
        return None
    return Claim(
        rule=rule.name,
        code=rule.code,
        stated=frame.stated,
        term=term,
        op=reading.op,
        reading=reading.name,
        accepts=reading.accepts,
        consistency=reading.consistency,
    )


def _frame(document: Document, reading: Reading, stated: Figure, filled: _Filled) -> Frame:
    if reading.slots and reading.slots[-1].many:
        fixed = len(reading.slots) - 1
        groups = {s.name: (f,) for s, f in zip(reading.slots, filled.figures[:fixed], strict=False)}
        groups[reading.slots[-1].name] = filled.figures[fixed:]
    else:
        groups = {s.name: (f,) for s, f in zip(reading.slots, filled.figures, strict=True)}
    return Frame(document, stated, groups, filled.gate)


def _ways(page: Page, reading: Reading, stated: Figure) -> list[_Filled]:
    """Every way to fill the slots, best evidence first. A slot of many comes last in a reading."""
    if reading.slots and reading.slots[-1].many:
        return _list_ways(page, reading, stated)
    pool = page.pool(page.document.sentences[stated.sentence], reading.window)
    choices = []
    for slot in reading.slots:
        choices.append(_candidates(page, reading, slot, stated, pool))
        if not choices[-1]:
            return []
    ways = []
    for chosen in product(*choices):
        figures = tuple(figure for _, figure in chosen)
        if len({id(stated), *map(id, figures)}) <= len(figures):
            continue
        score = sum(s for s, _ in chosen) + _joint(page.document, reading, stated, figures)
        if score is not None:
            ways.append(_Filled(score, figures))
    ways.sort(key=lambda way: -way.score)
    return ways[:_MOST_TUPLES]


def _candidates(
    page: Page, reading: Reading, slot: Slot, stated: Figure, pool: Sequence[Figure]
) -> list[tuple[int, Figure]]:
    """The figures that fit a slot, with their scores, the best few."""
    if slot.link == "apposed":
        pool = [stated.apposed] if stated.apposed else []
    like = stated if slot.like == "stated" else None
    found = []
    for figure in pool:
        if figure is stated or not _fits(slot, figure, like):
            continue
        score = evidence.of_role(slot.name, figure)
        found.append((score + evidence.of_distance(page.document, stated, figure), figure))
    found.sort(key=lambda choice: (-choice[0], abs(choice[1].start - stated.start)))
    return found[:_PER_SLOT]


def _joint(
    document: Document, reading: Reading, stated: Figure, figures: tuple[Figure, ...]
) -> int:
    """What the filled slots share with each other and what stands between them; -99 if unlike."""
    by_name = dict(zip((slot.name for slot in reading.slots), figures, strict=True))
    by_name["stated"] = stated
    score = 0
    for slot, figure in zip(reading.slots, figures, strict=True):
        score += evidence.of_rivals(document, stated, figure, figures)
        if slot.like:
            other = by_name[slot.like]
            if not _alike(figure, other):
                return -99
            score += evidence.of_agreement(figure, other)
    return score


def _list_ways(page: Page, reading: Reading, stated: Figure) -> list[_Filled]:
    """Ways to fill a reading whose only operands are a list of parts linked to the total."""
    slot = reading.slots[-1]
    lists = parts_after if slot.link == "after" else parts_before
    ways = []
    for found in lists(page.document, stated):
        if not all(figure.kind in slot.kinds for figure in found.parts):
            continue
        score = evidence.of_gate(found.gate)
        score += evidence.of_distance(page.document, stated, found.parts[0])
        score += _shared_by_parts(found.parts)
        ways.append(_Filled(score, found.parts, found.gate))
    return ways


def _shared_by_parts(parts: tuple[Figure, ...]) -> int:
    """Parts of one unit and one thing counted belong together more than others do."""
    first = parts[0]
    return min(evidence.of_agreement(first, other) for other in parts[1:])
