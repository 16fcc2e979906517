"""The report as text: each finding with its lines, its figures marked and its repair; a last line.

demo.txt:9:24: FC101 error: 60 + 25 + 12 = 97, not 107
  9 | The council runs 107 buses: 60 diesel, 25 hybrid and 12 electric.
    |                  ^^^     ~~         ~~            ~~
    = write 107 -> 97
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Span
from figcheck.report import account, holds
from figcheck.report.excerpt import excerpt
from figcheck.report.visible import visible
from figcheck.rounding import Grade
from figcheck.wording import confirmation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.claim import Claim
    from figcheck.finding import Finding
    from figcheck.report import Report
    from figcheck.report.account import Account

WIDTH = 100
_NARROW = 80
_LEAST = 40
_STYLES = {
    "error": "1;31", "warning": "1;33", "note": "1;36", "holds": "32", "place": "1", "faint": "2",
}  # fmt: skip
_HOW = {
    Grade.EXACT: "",
    Grade.ROUNDING: " within rounding",
    Grade.ROUGH: " only if the figures are rough",
}


class Style(NamedTuple):
    """How the text is laid out: its width in columns, and whether it is coloured."""

    width: int = WIDTH
    colour: bool = False

    def paint(self, text: str, name: str) -> str:
        return f"\x1b[{_STYLES[name]}m{text}\x1b[0m" if self.colour and text else text


class Tally(NamedTuple):
    """How many of a group of claims there are, hold, and are in conflict."""

    checked: int = 0
    hold: int = 0
    conflict: int = 0

    def plus(self, other: Tally) -> Tally:
        return Tally(*(mine + its for mine, its in zip(self, other, strict=True)))


class Summary(NamedTuple):
    """The counts of one report or of several."""

    files: int = 0
    figures: int = 0
    arithmetic: Tally = Tally()
    consistency: Tally = Tally()
    notes: int = 0
    unclaimed: int = 0  # figures that no claim touches

    def plus(self, other: Summary) -> Summary:
        return Summary(
            self.files + other.files,
            self.figures + other.figures,
            self.arithmetic.plus(other.arithmetic),
            self.consistency.plus(other.consistency),
            self.notes + other.notes,
            self.unclaimed + other.unclaimed,
        )


def findings(
    report: Report, style: Style, *, notes: bool = False, evidence: bool = False
) -> Iterator[str]:
    """The findings, a block of lines each; those of level "note", and the evidence, on request."""
    for finding in report.findings:
        if notes or finding.level != "note":
            yield "\n".join(_block(report, finding, style, evidence=evidence))


def remarks(report: Report) -> Iterator[str]:
    """What was not judged, and why."""
    for note in report.notes:
        yield f"{visible(report.path or '-')}: {visible(note)}"


def claims(report: Report, style: Style, *, evidence: bool = False) -> Iterator[str]:
    """The claims that hold, a line each: first those of arithmetic, then those of consistency.

    On request the evidence of each stands below it.
    """
    held = [claim for claim in report.claims if holds(claim)]
    for claim in sorted(held, key=lambda claim: claim.consistency):
        yield _line(report, claim, style)
        if evidence:
            yield from _accounted(account.of_claim(claim), style)


def unclaimed(report: Report, style: Style) -> Iterator[str]:
    """The figures that no claim touches, a line each: where, as written, their kind."""
    for figure in report.unclaimed:
        span = report.source_span(figure)
        place = style.paint(_position(report, span.start), "place")
        written = visible(report.document.source[span.start : span.end])
        yield f"{place}: {style.paint('in no claim', 'note')}: {written} ({figure.kind})"


def summary(report: Report) -> Summary:
    """The counts of a report."""
    noted = {(f.code, f.start, f.end) for f in report.findings if f.level == "note"}
    arithmetical, consistent = (
        _tally(report, [c for c in report.claims if c.consistency is wanted], noted)
        for wanted in (False, True)
    )
    left = len(report.unclaimed)
    return Summary(1, len(report.figures), arithmetical, consistent, len(noted), left)


def _tally(report: Report, group: list[Claim], noted: set[tuple[str, int, int]]) -> Tally:
    failed = [(claim.code, *_place(report, claim)) for claim in group if not holds(claim)]
    return Tally(len(group), len(group) - len(failed), sum(key not in noted for key in failed))


def last_line(counts: Summary, style: Style) -> str:
    """The counts in words: "41 figures, 12 claims checked: 11 hold, 1 in conflict; ..."."""
    parts = [
        f"{_count(counts.figures, 'figure')}, {_count(counts.arithmetic.checked, 'claim')} checked"
        + _outcome(counts.arithmetic, style)
    ]
    if counts.consistency.checked:
        name = _count(counts.consistency.checked, "consistency claim")
        parts.append(name + _outcome(counts.consistency, style))
    if counts.unclaimed:
        parts.append(f"{_count(counts.unclaimed, 'figure')} in no claim (--show figures)")
    if counts.notes:
        parts.append(f"{_count(counts.notes, 'note')} (--show notes)")
    files = f"{counts.files:,} files: " if counts.files > 1 else ""
    return files + "; ".join(parts)


def _outcome(tally: Tally, style: Style) -> str:
    if not tally.checked:
        return ""
    held = f"{tally.hold:,} {'holds' if tally.hold == 1 else 'hold'}"
    failed = f"{tally.conflict:,} in conflict"
    return f": {held}, {style.paint(failed, 'error') if tally.conflict else failed}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _block(report: Report, finding: Finding, style: Style, *, evidence: bool) -> Iterator[str]:
    document = report.document
    place = _position(report, finding.start)
    name = style.paint(f"{finding.code} {finding.level}", finding.level)
    yield f"{style.paint(place, 'place')}: {name}: {visible(finding.message)}"
    rows = excerpt(
        document, Span(finding.start, finding.end), finding.related, max(_LEAST, style.width - 8)
    )
    margin = max([3, *(len(str(row.line)) for row in rows)])
    bar = style.paint(f"{'':{margin}} |", "faint")
    last = 0
    for row in rows:
        number = "" if row.line == last else str(row.line)
        yield f"{style.paint(f'{number:>{margin}} |', 'faint')} {row.text}"
        yield f"{bar} {_coloured(row.marks, finding.level, style)}"
        last = row.line
    equals = style.paint(f"{'':{margin}} =", "faint")
    if finding.arithmetic not in finding.message:
        yield f"{equals} {visible(finding.arithmetic)}"
    if finding.repair:
        start, end, text, what = finding.repair
        slip = "" if what == "computed" else f" ({what})"
        written = document.source[start:end]
        yield f"{equals} write {visible(written)} -> {visible(text)}{slip}"
    if evidence:
        yield from _accounted(account.of_conflict(finding.grounds), style, margin)


def _accounted(sums: Account, style: Style, margin: int = 3) -> Iterator[str]:
    """The account of a claim, of 80 columns at most."""
    for line in account.lines(sums, min(_NARROW, max(style.width, 70)) - margin - 1):
        yield style.paint(" " * (margin + 1) + line[0], "faint") + line[1:]


def _coloured(marks: str, level: str, style: Style) -> str:
    if not style.colour:
        return marks
    runs = re.findall(r"\^+|[^^]+", marks)
    return "".join(style.paint(run, level) if run[0] == "^" else run for run in runs)


def _line(report: Report, claim: Claim, style: Style) -> str:
    how = " (derived)" if claim.derived else _HOW[claim.verdict or Grade.EXACT]
    word = style.paint(("consistent" if claim.consistency else "holds") + how, "holds")
    place = style.paint(_position(report, _place(report, claim).start), "place")
    return f"{place}: {claim.code} {word}: {visible(confirmation(claim))}"


def _place(report: Report, claim: Claim) -> Span:
    """Where a claim is reported: at the stated figure, or the first operand of a derived one."""
    return report.source_span(claim.stated or claim.figures[0])


def _position(report: Report, offset: int) -> str:
    line, column = report.document.line_column(offset)
    return f"{visible(report.path or '-')}:{line}:{column}"
