"""Whole articles at the middle stage, their figures and claims, and at the last, the report.

`pytest --update-snapshots` writes them anew; the difference is what a change makes of an article.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import figcheck
from figcheck.report import text
from figcheck.report.figures import table
from figcheck.report.table import aligned
from figcheck.wording import arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Snapshot

HERE = Path(__file__).parent
ARTICLES = [HERE.parent / "data" / "demo.txt", *sorted((HERE / "articles").iterdir())]


def report_of(article: Path) -> figcheck.Report:
    report = figcheck.check_file(article)
    report.path = ""
    return report


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_figures_and_claims(article: Path, snapshot: Snapshot) -> None:
    report = report_of(article)

    snapshot(f"{article.name}.figures", "\n".join([*table(report), "", *claims(report)]) + "\n")


def claims(report: figcheck.Report) -> Iterator[str]:
    """A line a claim: where, verdict, rule, arithmetic."""
    rows = []
    for claim in report.claims:
        line, column = report.document.line_column(report.source_span(claim.figures[0]).start)
        verdict = (
            "derived" if claim.verdict is None or claim.derived else claim.verdict.name.lower()
        )
        rows.append((f"{line}:{column}", verdict, claim.rule, arithmetic(claim)))
    return aligned(rows) if rows else iter(())


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_report(article: Path, snapshot: Snapshot) -> None:
    report = report_of(article)
    style = text.Style()
    lines = [
        *(block + "\n" for block in text.findings(report, style, notes=True)),
        *text.remarks(report),
        *text.claims(report, style),
        text.last_line(text.summary(report), style),
    ]

    snapshot(f"{article.name}.report", "\n".join(lines) + "\n")


def test_no_snapshot_is_left_behind() -> None:
    names = {f"{article.name}.{stage}" for article in ARTICLES for stage in ("figures", "report")}

    assert names == {path.name for path in (HERE / "snapshots").iterdir()}
