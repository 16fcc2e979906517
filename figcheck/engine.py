"""The way from a document to its claims and findings, on one page.

    read → extract → link → relate → check → report

A conflict becomes a finding only where the text plainly asserts the relation, no reading of the
same figure holds, no other claim that holds explains the figure, and its sentence states it as a
fact.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from figcheck import bounds, evidence
from figcheck.claim import Claim, Grounds, Op, judge, level
from figcheck.extract import extract
from figcheck.finding import Finding
from figcheck.link import link
from figcheck.link.stance import states_as_fact
from figcheck.page import Page
from figcheck.read import read, read_file
from figcheck.reading import Use
from figcheck.relate import Scored, claims_of, of_rule, with_uses
from figcheck.repair import repair
from figcheck.report import Report
from figcheck.rulebook import rules as rulebook
from figcheck.wording import arithmetic, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike

    from figcheck.document import Document
    from figcheck.rulebook import Rule


def check(source: str, format: str = "text", *, rules: Sequence[Rule] | None = None) -> Report:  # noqa: A002
    """The report of a text. `format` is "text", "markdown" or "html"; `rules` all unless given."""
    return report_of(read(source, format), rulebook() if rules is None else rules)


def check_file(
    path: str | PathLike[str],
    format: str | None = None,  # noqa: A002
    *,
    rules: Sequence[Rule] | None = None,
) -> Report:
    """The report of a file, whose suffix says its format unless it is given.

    ReadError where the file cannot be read or is no text.
    """
    return report_of(read_file(path, format), rulebook() if rules is None else rules)


def report_of(document: Document, rules: Sequence[Rule]) -> Report:
    """Extract, link, relate and check a document that has been read.

    Without the garbage collector, which is left as it was found: a check makes many small objects
    and hardly a cycle, and to walk them all again and again takes a tenth of its time.
    """
    is_on = gc.isenabled()
    gc.disable()
    try:
        return _report_of(document, rules)
    finally:
        if is_on:
            gc.enable()


def _report_of(document: Document, rules: Sequence[Rule]) -> Report:
    extract(document)
    link(document)
    judged = _reported_claims(document, rules)
    conflicts = raised(document, judged)
    held = [scored for scored in judged if scored.holds and _is_listed(scored)]
    for scored in (*held, *conflicts):
        scored.claim.grounds = Grounds(scored.features, scored.signs)
    listed = _once_each([scored.claim for scored in (*held, *conflicts)])
    findings = [_finding(document, scored.claim) for scored in conflicts]
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.code))
    return Report(document, listed, findings)


def _is_listed(scored: Scored) -> bool:
    """Is a claim that holds worth listing as checked?"""
    least = evidence.least_listed(scored.claim)
    return least is None or (scored.use is Use.ASSERT and scored.link >= least)


def judged_claims(
    document: Document, rules: Sequence[Rule], least: int = evidence.LEAST
) -> list[Scored]:
    """Every claim of a linked document under every rule, judged and scored.

    Claims of less evidence than `least` matter to no report; the fit of the weights wants them.
    """
    page = Page(document, least)
    return with_uses([scored for rule in rules for scored in _claims_of_rule(page, rule)])


def _claims_of_rule(page: Page, rule: Rule) -> Iterator[Scored]:
    for reading in rule.readings:
        yield from claims_of(page, rule, reading)
    yield from _related(page.document, rule)


def _related(document: Document, rule: Rule) -> list[Scored]:
    """The claims that a rule relates by itself."""
    return [_scored(rule, claim) for claim in rule.relate(document)]


def _scored(rule: Rule, claim: Claim) -> Scored:
    claim.rule, claim.code = rule.name, rule.code
    if claim.verdict is None:
        claim.verdict = judge(claim)
    return of_rule(claim)


def _reported_claims(document: Document, rules: Sequence[Rule]) -> list[Scored]:
    """The claims that a report hangs on: those to list, and all others where one may be raised.

    What only silences a conflict matters where there is one. Most documents have none, so that
    claims of less evidence than a listed one, and readings that only silence, are looked at last.
    """
    related = [_related(document, rule) for rule in rules]
    page, least = Page(document), min(evidence.LIST, evidence.FAINTEST)
    judged: list[Scored] = []
    for rule, own in zip(rules, related, strict=True):
        for reading in rule.readings:
            if reading.use is Use.ASSERT and page.can_fill(reading):
                page.least = least if reading.op is not Op.AT_LEAST else evidence.LEAST
                judged += claims_of(page, rule, reading)
        judged += own
    if not any(map(_may_be_raised, judged)):
        return judged
    # What is still to come explains figures, which only takes from a conflict if the weights say so.
    known = with_uses(judged)
    if bounds.of_uses() <= 0 and not raised(document, known):
        return known
    page.least = evidence.LEAST
    judged = []
    for rule, own in zip(rules, related, strict=True):
        for reading in rule.readings:
            judged += claims_of(page, rule, reading)
        judged += own
    return with_uses(judged)


def _may_be_raised(scored: Scored) -> bool:
    """Has a conflict the evidence to be raised, if no other claim explains its figures?"""
    if scored.holds or scored.link < evidence.FAINTEST:
        return False
    return scored.score + bounds.of_uses() >= evidence.RAISE


def raised(
    document: Document,
    judged: Sequence[Scored],
    threshold: int = evidence.RAISE,
    faintest: int = evidence.FAINTEST,
) -> list[Scored]:
    """The conflicts to report: plainly asserted, unexplained, one for the same figures."""
    explained, used = _explained(judged)
    chosen: list[Scored] = []
    taken: dict[int, list[set[int]]] = {}
    for scored in sorted((s for s in judged if not s.holds), key=lambda s: -s.score):
        if scored.link < faintest:
            continue
        if scored.score < threshold:
            continue
        claim = scored.claim
        stated = claim.stated or claim.figures[0]
        if explained.get(id(stated), -99) >= scored.link:
            continue
        if used.get((claim.rule, frozenset(map(id, claim.term.figures))), -99) >= scored.link:
            continue
        figures = {id(figure) for figure in claim.figures}
        if any(
            len(figures & other) >= 2 or figures == other
            for figure in figures
            for other in taken.get(figure, ())
        ):
            continue
        if not states_as_fact(document, claim):
            continue
        chosen.append(scored)
        for figure in figures:
            taken.setdefault(figure, []).append(figures)
    return chosen


def _explained(
    judged: Sequence[Scored],
) -> tuple[dict[int, int], dict[tuple[str, frozenset[int]], int]]:
    """The best evidence of what holds: by stated figure, and by the operands of each rule."""
    explained: dict[int, int] = {}
    used: dict[tuple[str, frozenset[int]], int] = {}
    for scored in judged:
        claim = scored.claim
        if (
            not scored.holds
            or claim.consistency
            or claim.op is not Op.EQUALS
            or claim.stated is None
        ):
            continue
        key = id(claim.stated)
        explained[key] = max(explained.get(key, -99), scored.worth)
        operands = claim.rule, frozenset(map(id, claim.term.figures))
        used[operands] = max(used.get(operands, -99), scored.worth)
    return explained, used


def _once_each(listed: list[Claim]) -> list[Claim]:
    """Each set of figures once, with the claim of the most evidence, in the order of the text."""
    best: dict[tuple[tuple[int, int], ...], Claim] = {}
    for claim in listed:
        key = tuple(sorted((figure.start, figure.end) for figure in claim.figures))
        if key not in best or best[key].evidence < claim.evidence:
            best[key] = claim
    return sorted(best.values(), key=lambda c: (min(f.start for f in c.figures), c.code))


def _finding(document: Document, claim: Claim) -> Finding:
    """The finding of a claim in conflict, its positions led back to the source."""
    at = claim.stated or claim.figures[0]
    start, end = document.source_span(at.start, at.end)
    related = [figure.span for figure in claim.figures if figure is not at]
    mend = repair(claim, document.text)
    if mend is not None:
        begin, stop = document.source_span(mend.start, mend.end)
        is_plain = document.source[begin:stop] == document.text[mend.start : mend.end]
        # An exchange takes along the words between two figures, which must not be marked up.
        mend = mend._replace(start=begin, end=stop) if is_plain or mend.what != "swapped" else None
    return Finding(
        code=claim.code,
        rule=claim.rule,
        level=level(claim),
        start=start,
        end=end,
        message=message(claim),
        arithmetic=arithmetic(claim),
        related=tuple(document.source_span(*span) for span in (*related, *claim.related)),
        repair=mend,
        grounds=claim.grounds,
    )
