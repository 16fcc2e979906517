"""The passages that the weights of evidence are fitted to: see fit_evidence.py.

Rows of a corpus that are kept apart for measuring (a quarter, by a hash of the id) are never read.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from figcheck.examples import examples
from figcheck.rulebook import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLE = 8.0  # how much a passage counts: an example of the rule that it belongs to,
LOOK_ALIKE = 2.0  # clean text that looks as if it contradicted itself,
PLAIN_TEXT = 1.0  # any other text,
PHRASING = 0.5  # and one of our own phrasings: they are many, and not as often so in print
Spans = list[tuple[int, int]]


class Passage(NamedTuple):
    """A text, the spans of the figures of each claim known in it, and whether that is in conflict."""

    source: str
    form: str
    known: tuple[Spans, ...] = ()
    is_bad: bool = False
    weight: float = 1.0
    rule: str = ""  # the rule whose example it is


class Case(NamedTuple):
    """A passage, with its mended twin where it contradicts itself and one is known."""

    passage: Passage
    twin: Passage | None = None


def cases(corpus: Path, clean: Path | None, most: int) -> Iterator[Case]:
    """Every passage of the rules' examples, of the phrasings, of a corpus and of `most` clean rows."""
    yield from of_examples()
    yield from of_phrasings(Path(__file__).parent / "phrasings")
    yield from of_pairs(corpus / "detection")
    yield from of_injected(corpus / "realtext" / "injected.jsonl")
    yield from of_claims(corpus / "realtext")
    for row in spread(list(rows(clean)), most) if clean else ():
        yield Case(Passage(*text_of(row), weight=PLAIN_TEXT))


def of_examples() -> Iterator[Case]:
    """The examples of the rules: what they say must hold before all."""
    for rule in rules():
        for example in examples(rule.doc):
            marks = [(mark.start, mark.end) for mark in example.marks]
            known = tuple([mark] for mark in marks)
            yield Case(
                Passage(example.text, example.format, known, bool(marks), EXAMPLE, rule.name)
            )


FIGURE = re.compile(r"\[([^\[\]|]+)(?:\|([^\[\]]+))?\]")


def of_phrasings(folder: Path) -> Iterator[Case]:
    """The corpus of phrasings: figures of a claim in brackets, the wrong and the right one by a bar."""
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"(?m)^---\s*$", path.read_text(encoding="utf-8")):
            heading, _, text = block.strip().partition("\n")
            if text:
                words = heading.split()
                yield of_phrasing(text.strip(), words[2] if len(words) > 2 else "text")


def of_phrasing(marked: str, form: str) -> Case:
    """One passage of the corpus of phrasings."""
    if not any("|" in mark.group() for mark in FIGURE.finditer(marked)):
        return Case(Passage(marked, form, weight=PHRASING))
    return Case(_version(marked, form, is_bad=True), _version(marked, form, is_bad=False))


def _version(marked: str, form: str, *, is_bad: bool) -> Passage:
    text, spans, end = "", [], 0
    for mark in FIGURE.finditer(marked):
        figure = mark.group(1) if is_bad or not mark.group(2) else mark.group(2)
        text += marked[end : mark.start()]
        spans.append((len(text), len(text) + len(figure)))
        text += figure
        end = mark.end()
    return Passage(text + marked[end:], form, (spans,), is_bad, PHRASING)


def of_pairs(folder: Path) -> Iterator[Case]:
    """Passages that contradict themselves with their twins, and clean look-alikes."""
    for row in rows(folder / "pairs.jsonl"):
        if not is_kept_apart(row["id"]):
            spans = [(a, b) for a, b in row["bad_spans"]]
            moved = shifted(row["bad"], row["good"], spans)
            yield Case(
                Passage(row["bad"], row["format"], (spans,), is_bad=True),
                Passage(row["good"], row["format"], (moved,)),
            )
    for row in rows(folder / "clean.jsonl"):
        if not is_kept_apart(row["id"]):
            yield Case(Passage(row["text"], row["format"], weight=LOOK_ALIKE))


def of_injected(path: Path) -> Iterator[Case]:
    """Published paragraphs with one figure changed, and as they were published."""
    for row in rows(path):
        if not is_kept_apart(row["source"]):
            text, spans = mutated(row)
            published = [(a, b) for a, b in row["figures"]]
            yield Case(
                Passage(text, "text", (spans,), is_bad=True),
                Passage(row["text"], "text", (published,)),
            )


def of_claims(folder: Path) -> Iterator[Case]:
    """Published documents, each with the claims that an editor found in it, which hold."""
    known: dict[str, list[Spans]] = {}
    for row in rows(folder / "claims.jsonl"):
        known.setdefault(row["doc"], []).append([(a, b) for a, b in row["figures"]])
    for row in rows(folder / "claims_docs.jsonl"):
        if not is_kept_apart(row["id"]):
            yield Case(Passage(*text_of(row), tuple(known.get(row["id"], ()))))


def spread(every: list[dict[str, Any]], most: int) -> list[dict[str, Any]]:
    """So many rows, evenly spread: a file of texts of many kinds is often sorted by kind."""
    count = min(most, len(every))
    return [every[at * len(every) // count] for at in range(count)]


def text_of(row: dict[str, Any]) -> tuple[str, str]:
    """The text of a row, and its format."""
    return next((row[form], form) for form in ("text", "markdown", "html") if form in row)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def is_kept_apart(key: str) -> bool:
    return hashlib.sha1(key.encode()).digest()[1] % 4 == 3


def mutated(row: dict[str, Any]) -> tuple[str, Spans]:
    """A published paragraph with its one mutation, and the spans of its figures in it."""
    start, end = row["mutation"]["span"]
    new = row["mutation"]["replacement"]
    shift = len(new) - (end - start)
    moved = [(a + shift * (a >= end), b + shift * (b >= end)) for a, b in row["figures"]]
    return row["text"][:start] + new + row["text"][end:], moved


def shifted(bad: str, good: str, spans: Spans) -> Spans:
    """The spans of a passage in its twin, which differs in one stretch."""
    first = next((k for k, (a, b) in enumerate(zip(bad, good, strict=False)) if a != b), 0)
    shift = len(good) - len(bad)
    return [(a + shift * (a > first), b + shift * (b > first)) for a, b in spans]
