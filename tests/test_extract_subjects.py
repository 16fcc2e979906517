"""Subjects: how many of the sentences in `tests/subjects.txt` give their figure what it counts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from figcheck.extract import extract
from figcheck.extract.nouns import singular
from figcheck.read import read

FILE = Path(__file__).parent / "subjects.txt"
DETERMINER = re.compile(r"(?:the|its|their|his) ", re.IGNORECASE)


class Case(NamedTuple):
    """A sentence, where one of its figures begins, and the subject that it must have."""

    text: str
    start: int
    subject: str

    @property
    def head(self) -> str:
        return singular(self.subject.split()[-1].lower()) if self.subject else ""


def cases() -> list[Case]:
    found = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            subject = re.search(r"\{(.+?)\}", line)
            start = len(re.sub(r"[{}]", "", line[: line.index("[")]))
            text = re.sub(r"[\[\]{}]", "", line)
            found.append(Case(text, start, bare(subject[1]) if subject else ""))
    return found


def bare(phrase: str) -> str:
    return DETERMINER.sub("", phrase, count=1)


def read_subject(case: Case) -> tuple[str, str]:
    """The head and the whole of the subject that the figure of a sentence is given."""
    document = read(case.text)
    extract(document)
    figure = next(figure for figure in document.figures if figure.start == case.start)
    span = figure.subject
    return figure.owner, bare(document.text[span.start : span.end]) if span else ""


def test_the_head_noun_is_found_in_nineteen_of_twenty() -> None:
    missed = [case.text for case in cases() if read_subject(case)[0] != case.head]

    assert 240 <= len(cases())
    assert len(missed) * 20 <= len(cases()), missed


def test_the_modifiers_are_found_in_nine_of_ten() -> None:
    missed = [case.text for case in cases() if read_subject(case)[1] != case.subject]

    assert len(missed) * 10 <= len(cases()), missed


def test_sentences_without_a_subject_give_none() -> None:
    without = [case for case in cases() if not case.subject]

    assert 8 <= len(without)
    assert [("", "")] * len(without) == [read_subject(case) for case in without]
