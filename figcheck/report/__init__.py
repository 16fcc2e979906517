"""The report of a document: its figures, its claims with their verdicts, its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from figcheck.report import account
from figcheck.wording import arithmetic

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    import pandas

    from figcheck.claim import Claim
    from figcheck.document import Document, Figure, Span
    from figcheck.finding import Finding

SCHEMA = 1


class Report:
    """What was read in a document, what it claims, and what of that cannot hold."""

    __slots__ = ("claims", "document", "figures", "findings", "notes", "path")

    def __init__(
        self, document: Document, claims: Sequence[Claim], findings: Sequence[Finding]
    ) -> None:
        self.document = document
        self.path = document.path
        self.figures: tuple[Figure, ...] = tuple(document.figures)
        self.claims: tuple[Claim, ...] = tuple(claims)
        self.findings: tuple[Finding, ...] = tuple(findings)
        self.notes: tuple[str, ...] = tuple(document.notes)

    def __repr__(self) -> str:
        return (
            f"<Report of {self.path or 'a text'}: {len(self.figures)} figures, "
            f"{len(self.claims)} claims, {len(self.findings)} findings>"
        )

    @property
    def has_conflicts(self) -> bool:
        """Is there a finding of level error or warning?"""
        return any(finding.level != "note" for finding in self.findings)

    @property
    def unclaimed(self) -> tuple[Figure, ...]:
        """The figures that no claim touches, whether it holds or not."""
        touched = {figure.span for claim in self.claims for figure in claim.figures}
        return tuple(figure for figure in self.figures if figure.span not in touched)

    def to_dict(self, *, evidence: bool = False) -> dict[str, Any]:
        """The report as plain values for JSON; all offsets are code points of the source.

        With `evidence`, each claim and finding has an "evidence" too: see `Account.to_dict`.
        """
        data = self._to_dict()
        if evidence:
            for row, claim in zip(data["claims"], self.claims, strict=True):
                row["evidence"] = account.of_claim(claim).to_dict()
            for row, finding in zip(data["findings"], self.findings, strict=True):
                row["evidence"] = account.of_conflict(finding.grounds).to_dict()
        return data

    def _to_dict(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "path": self.path,
            "figures": [self._figure(figure) for figure in self.figures],
            "claims": [self._claim(claim) for claim in self.claims],
            "findings": [self._finding(finding) for finding in self.findings],
            "notes": list(self.notes),
        }

    def to_json(self, *, evidence: bool = False) -> str:
        """The object of `to_dict` as one line of ASCII, the same bytes for the same source."""
        import json

        return json.dumps(self.to_dict(evidence=evidence))

    def to_frame(self) -> pandas.DataFrame:
        """The claims as a DataFrame, a row each, with the columns of `to_dict`'s claims."""
        import pandas

        rows = [self._claim(claim) for claim in self.claims]
        columns = ("rule", "code", "verdict", "derived", "start", "end", "arithmetic", "figures")
        return pandas.DataFrame([{"derived": False, **row} for row in rows], columns=list(columns))

    def source_span(self, figure: Figure) -> Span:
        """Where the figure stands in the source."""
        return self.document.source_span(figure.start, figure.end)

    def _figure(self, figure: Figure) -> dict[str, Any]:
        start, end = self.source_span(figure)
        return {
            "start": start,
            "end": end,
            "text": self.document.source[start:end],
            "kind": figure.kind.value,
            "low": plain(figure.low),
            "high": plain(figure.high),
            "unit": figure.unit.code if figure.unit else None,
            "hedge": figure.hedge.value,
        }

    def _claim(self, claim: Claim) -> dict[str, Any]:
        spans = [self.source_span(figure) for figure in claim.figures]
        verdict = claim.verdict
        row: dict[str, Any] = {
            "rule": claim.rule,
            "code": claim.code,
            "verdict": "exact" if verdict is None else verdict.name.lower(),
            "start": min(span.start for span in spans),
            "end": max(span.end for span in spans),
            "figures": [{"start": start, "end": end} for start, end in spans],
            "arithmetic": arithmetic(claim),
        }
        if claim.derived:
            row["derived"] = True
        return row

    def _finding(self, finding: Finding) -> dict[str, Any]:
        line, column = self.document.line_column(finding.start)
        return {
            "code": finding.code,
            "rule": finding.rule,
            "level": finding.level,
            "start": finding.start,
            "end": finding.end,
            "line": line,
            "column": column,
            "message": finding.message,
            "arithmetic": finding.arithmetic,
            "related": [{"start": start, "end": end} for start, end in finding.related],
            "repair": finding.repair
            and {
                "start": finding.repair.start,
                "end": finding.repair.end,
                "text": finding.repair.text,
            },
        }


def holds(claim: Claim) -> bool:
    """Does the claim hold at a grade that it accepts? One without a stated result does."""
    return claim.verdict is None or claim.verdict <= claim.accepts


def plain(value: Fraction | int | None) -> int | float | None:
    """A bound as a JSON number: whole where it is whole, or too large for a float."""
    if value is None or isinstance(value, int):
        return value
    if value.denominator == 1:
        return value.numerator
    try:
        return float(value)
    except OverflowError:
        return round(value)
