"""No claim is ever made of a label: telephone numbers, names, citations, versions, identifiers."""

from __future__ import annotations

from pathlib import Path

import pytest

import figcheck
from figcheck.document import Kind
from tests.extract_spec import specs

FOLDER = Path(__file__).parent / "extract"
SENTENCES = [spec.text for name in ("labels", "names") for spec in specs(FOLDER / f"{name}.txt")]
CLAIMS = (
    "Of the {0} members, {1} voted and {2} stayed away.",
    "It rose from {0} to {1}, a rise of {2} percent.",
    "In all, {0} came: {1} men and {2} women.",
    "Some {0} of the {1} are new, more than {2}.",
)
LABELS = ("Flight 370", "No. 5", "COVID-19", "Section 12", "+44 20 7946 0018", "v3.2.1", "A40",
          "[12]", "ISBN 978-3-16-148410-0", "Boeing 737-800", "Apollo 11", "footnote 17")  # fmt: skip


@pytest.mark.parametrize("start", range(0, len(SENTENCES), 10))
def test_a_text_of_labels_makes_no_claim_of_them(start: int) -> None:
    report = figcheck.check("\n\n".join(SENTENCES[start : start + 10]))

    of_labels = [
        figure.text
        for claim in report.claims
        for figure in claim.figures
        if figure.kind is Kind.LABEL
    ]
    assert [] == of_labels


@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("at", range(len(LABELS)))
def test_a_label_in_the_place_of_a_number_raises_nothing(claim: str, at: int) -> None:
    three = [LABELS[(at + step) % len(LABELS)] for step in range(3)]

    assert [] == [finding.message for finding in figcheck.check(claim.format(*three)).findings]
