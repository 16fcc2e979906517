"""What the engine could make of the passages: claims with their features, and which are right.

A claim of a passage that contradicts itself is right where it covers the figures known to conflict
and the same reading of them holds in the mended twin; what covers them otherwise is neither right
nor wrong and is left out.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from figcheck import evidence, relate
from figcheck.claim import judge
from figcheck.engine import judged_claims, raised
from figcheck.extract import extract
from figcheck.link import link
from figcheck.page import Page
from figcheck.read import read
from figcheck.rulebook import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.passages import Case, Passage, Spans
    from figcheck.claim import Claim
    from figcheck.document import Document

MOST_WAYS = 12
EVERYTHING = -1000  # evidence so slight that no claim has less
EXPLAINED = 0.1  # what a claim counts whose stated figure another claim explains, which holds
HELD = {3: 0.1}  # what a claim that holds and is not known counts, by its digits
Key = tuple[str, str, tuple[int, ...]]


class Observation(NamedTuple):
    """Features of a claim, whether the text makes it, and how much it counts."""

    features: tuple[str, ...]
    right: bool
    weight: float
    link: float = 0.0


class Made(NamedTuple):
    """A claim that could be made of a passage."""

    claim: Claim
    features: tuple[str, ...]
    key: Key | None  # the reading and which known figures it takes, where it covers them
    fails: bool
    is_enumerated: bool


def linked(passage: Passage) -> Document:
    document = read(passage.source, passage.form)
    extract(document)
    link(document)
    return document


def made(passage: Passage) -> Iterator[Made]:
    """Each claim that could be made of a passage, whatever the evidence for it."""
    document = linked(passage)
    page = Page(document, EVERYTHING)
    for rule in rules():
        for reading in rule.readings:
            for stated in relate.stated_figures(page, reading):
                for found in islice(relate.candidates(page, rule, reading, stated), MOST_WAYS):
                    claim = found.claim
                    fails = judge(claim) > claim.accepts
                    yield Made(claim, found.features, key_of(document, claim, passage), fails, True)
        for claim in rule.relate(document):
            claim.rule, claim.code = rule.name, rule.code
            verdict = judge(claim) if claim.verdict is None else claim.verdict
            features = relate.of_rule(claim).features
            key = key_of(document, claim, passage)
            if verdict <= claim.accepts or not touches(document, claim, passage):
                yield Made(claim, features, key, verdict > claim.accepts, False)


def links(case: Case) -> list[Observation]:
    """The claims that could be made of a case, and whether its texts make them."""
    passage, twin = case
    own = list(made(passage))
    if twin is None:
        return list(_links_of(passage, own, None))
    others = list(made(twin))
    known = conflicts_mended(own, others)
    return [*_links_of(passage, own, known), *_links_of(twin, others, known)]


def conflicts_mended(bad: list[Made], good: list[Made]) -> set[Key]:
    """The readings of the known figures that fail in the one text and hold in the other."""
    failing = {one.key for one in bad if one.key and one.fails}
    return {one.key for one in good if one.key and not one.fails and one.key in failing}


def _links_of(passage: Passage, found: list[Made], known: set[Key] | None) -> Iterator[Observation]:
    explained: set[int] = set()
    failed: list[tuple[int, Observation]] = []
    for one in found:
        right, neither = _truth(passage, one, known)
        if neither:
            continue
        is_own = passage.rule in ("", one.claim.rule)
        observed = Observation(one.features, right, passage.weight if is_own else 1.0)
        if right:
            yield observed
        elif one.fails:
            failed.append((id(one.claim.stated), observed))
        elif one.is_enumerated and relate.precision(one.claim) > 1:
            explained.add(id(one.claim.stated))
            if held := HELD.get(relate.precision(one.claim)):
                yield Observation(one.features, True, held)
    for stated, one_failed in failed:
        # What a claim that holds explains is no conflict, whatever else could be made of it.
        is_explained = stated in explained
        yield (
            one_failed._replace(weight=one_failed.weight * EXPLAINED)
            if is_explained
            else one_failed
        )


def _truth(passage: Passage, one: Made, known: set[Key] | None) -> tuple[bool, bool]:
    """Is a claim right, and is it neither right nor wrong?"""
    if one.key is None:
        return False, False
    if passage.rule:
        is_own = one.claim.rule == passage.rule
        return is_own and one.fails, not is_own or not one.fails
    if known is None:  # the known claims hold
        return not one.fails, False
    if passage.is_bad:
        return one.key in known and one.fails, one.key not in known
    return one.key in known and not one.fails, not one.fails and one.key not in known


def signs(case: Case, faintest: int) -> list[Observation]:
    """Each conflict that could be raised of a case, and whether it is the known one."""
    passage, twin = case
    known = None
    if twin is not None:
        known = conflicts_mended(list(made(passage)), list(made(twin)))
    found = list(_signs_of(passage, known, faintest))
    return found if twin is None else [*found, *_signs_of(twin, known, faintest)]


def _signs_of(passage: Passage, known: set[Key] | None, faintest: int) -> Iterator[Observation]:
    document = linked(passage)
    judged = judged_claims(document, rules(), EVERYTHING)
    for scored in raised(document, judged, EVERYTHING, faintest):
        claim = scored.claim
        key = key_of(document, claim, passage)
        one = Made(claim, scored.features, key, True, True)
        right, neither = _truth(passage, one, known)
        if neither:
            continue
        is_own = passage.rule in ("", claim.rule)
        weight = passage.weight if is_own else 1.0
        yield Observation(scored.signs, right, weight, scored.link / evidence.UNIT)


def key_of(document: Document, claim: Claim, passage: Passage) -> Key | None:
    """The reading of a claim with which known figures it takes, where it is a known claim."""
    for spans in passage.known:
        if passage.rule:
            if marks(document, claim, spans):
                return claim.rule, claim.reading, (0,)
        elif covers(document, claim, spans):
            return claim.rule, claim.reading, taken(document, claim, spans)
    return None


def marks(document: Document, claim: Claim, spans: Spans) -> bool:
    """Is the claim's stated figure the one marked in an example?"""
    if claim.stated is None:
        return False
    start, end = document.source_span(claim.stated.start, claim.stated.end)
    return any(start < b and a < end for a, b in spans)


def taken(document: Document, claim: Claim, spans: Spans) -> tuple[int, ...]:
    """Which of the known figures is stated, and which are the operands, in whatever order.

    A change that is wrong by its direction takes its two levels the other way round when mended.
    """
    own = [document.source_span(figure.start, figure.end) for figure in claim.figures]
    found = [
        next((k for k, (a, b) in enumerate(spans) if start < b and a < end), -1)
        for start, end in own
    ]
    return (*found[:1], *sorted(found[1:]))


def touches(document: Document, claim: Claim, passage: Passage) -> bool:
    """Is the claim's only figure one of the known ones, by itself neither right nor wrong?"""
    if len(claim.figures) != 1 or passage.rule:
        return False
    own = document.source_span(claim.figures[0].start, claim.figures[0].end)
    return any(
        own.start < end and start < own.end for spans in passage.known for start, end in spans
    )


def covers(document: Document, claim: Claim, spans: Spans) -> bool:
    """Does a claim take the known figures, all but one where they are many?"""
    own = [document.source_span(f.start, f.end) for f in claim.figures]
    own += [document.source_span(*span) for span in claim.related]
    hit = sum(any(a < end and start < b for a, b in own) for start, end in spans)
    if claim.consistency:
        # An order of two levels is right also where a third figure gives the change.
        return hit >= min(2, len(spans))
    return hit == len(spans) if len(spans) <= 3 else hit >= len(spans) - 1
