"""The way from a document to its claims and findings, on one page.

    read → extract → link → relate → check → report

A conflict becomes a finding only where the text plainly asserts the relation, no reading of the
same figure holds, no other claim that holds explains the figure, and its sentence states it as a
fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck import evidence
from figcheck.claim import Claim, judge, level
from figcheck.extract import extract
from figcheck.finding import Finding
from figcheck.link import link
from figcheck.link.stance import states_as_fact
from figcheck.reading import Use
from figcheck.relate import Page, Scored, claims_of
from figcheck.repair import repair
from figcheck.read import read, read_file
from figcheck.report import Report
from figcheck.rounding import Grade
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
    """Extract, link, relate and check a document that has been read."""
    extract(document)
    link(document)
    judged = judged_claims(document, rules)
    held = [s for s in judged if _holds(s.claim)]
    raised = _raised(document, held, [s for s in judged if not _holds(s.claim)])
    listed = [s.claim for s in held if s.use is Use.ASSERT and s.score >= evidence.LIST]
    listed = _once_each([*listed, *(s.claim for s in raised)])
    findings = [_finding(document, scored.claim) for scored in raised]
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.code))
    return Report(document, listed, findings)


def judged_claims(document: Document, rules: Sequence[Rule]) -> list[Scored]:
    """Every claim of a linked document under every rule, judged and scored."""
    page = Page(document)
    return [scored for rule in rules for scored in _claims_of_rule(page, rule)]


def _claims_of_rule(page: Page, rule: Rule) -> Iterator[Scored]:
    for reading in rule.readings:
        yield from claims_of(page, rule, reading)
    for claim in rule.relate(page.document):
        claim.rule, claim.code = rule.name, rule.code
        if claim.verdict is None:
            claim.verdict = judge(claim)
        yield Scored(claim.evidence, Use.ASSERT, claim)


def _holds(claim: Claim) -> bool:
    return claim.verdict is not None and claim.verdict <= claim.accepts


def _raised(document: Document, held: list[Scored], failed: list[Scored]) -> list[Scored]:
    """The conflicts to report: plainly asserted, unexplained, one for the same figures."""
    explained: dict[int, int] = {}
    for scored in held:
        if scored.claim.consistency:
            continue
        if scored.score < evidence.LIST and scored.claim.verdict not in (Grade.EXACT, Grade.ROUNDING):
            continue
        stated = scored.claim.stated
        for figure in scored.claim.figures:
            worth = scored.score + (evidence.MARGIN if figure is stated else 0)
            explained[id(figure)] = max(explained.get(id(figure), -99), worth)
    chosen: list[Scored] = []
    taken: list[set[int]] = []
    for scored in sorted(failed, key=lambda s: -s.score):
        if scored.score < evidence.RAISE or not _is_open(scored, explained):
            continue
        figures = {id(figure) for figure in scored.claim.figures}
        if any(len(figures & other) >= 2 for other in taken):
            continue
        if not states_as_fact(document, scored.claim):
            continue
        chosen.append(scored)
        taken.append(figures)
    return chosen


def _is_open(scored: Scored, explained: dict[int, int]) -> bool:
    """Is the stated figure not explained by a claim that holds, of about the same evidence?"""
    stated = scored.claim.stated or scored.claim.figures[0]
    return explained.get(id(stated), -99) < scored.score


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
    mend = repair(claim)
    if mend is not None:
        begin, stop = document.source_span(mend.start, mend.end)
        mend = mend._replace(start=begin, end=stop)
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
    )
