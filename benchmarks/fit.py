"""Fits the weights of evidence to passages whose conflicts are known and to clean text.

    python benchmarks/fit.py FOLDER [--clean FILE.jsonl.gz --most N] [--write]

FOLDER holds `detection/pairs.jsonl`, `detection/clean.jsonl` and `realtext/injected.jsonl`: rows of
passages that contradict themselves at known spans, their mended twins, and clean look-alikes; FILE
holds rows of {"text" | "markdown" | "html": ...}, nearly all clean. Rows that are kept apart for
measuring (a quarter, by a hash of the id) are never read. The examples of the rules take part too,
and the passages of `phrasings/` beside this file.

Two logistic regressions with a ridge penalty, by Newton's method from zero (no randomness):
1. the link: of all claims that the engine could make of a text, which are those that it makes (they
   cover the known spans)? A claim that holds to two digits or more counts a little as made, and what
   else could be made of the figure that it explains counts little;
2. the signs of a conflict: of the conflicts that the engine would raise, which are right? Among them
   is how often a rule, and each reading of it, is right.
Weights are scaled to whole numbers, six to one unit of log-odds of the link. The head of the data
file with its thresholds is left as it is: those are set by hand.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from figcheck import evidence, relate
from figcheck.claim import judge
from figcheck.engine import judged_claims, raised
from figcheck.examples import examples
from figcheck.extract import extract
from figcheck.home import folder
from figcheck.link import link
from figcheck.page import Page
from figcheck.read import read
from figcheck.rulebook import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.claim import Claim
    from figcheck.document import Document

UNIT = 6.0
LEAST_SEEN = 6
LEAST_RIGHT = 3  # of a whole construction
MOST_WAYS = 12
EVERYTHING = -1000  # evidence so slight that no claim has less
EXAMPLE = 8.0  # how much a passage counts: an example of the rule that it belongs to,
LOOK_ALIKE = 2.0  # clean text that looks as if it contradicted itself,
PLAIN_TEXT = 1.0  # any other text
EXPLAINED = 0.1  # what a claim counts whose stated figure another claim explains, which holds
RAISE_RIDGE = 0.3  # the penalty on how often a rule is right: many conflicts bear on it
HELD = {2: 0.1, 3: 0.3}  # what a claim of clean text that holds counts, by its digits
Spans = list[tuple[int, int]]


class Observation(NamedTuple):
    """Features of a claim, whether the text makes it, and how much it counts."""

    features: tuple[str, ...]
    right: bool
    weight: float
    link: float = 0.0


class Passage(NamedTuple):
    """A text, the spans of the figures of a claim in it, and whether that claim is in conflict."""

    source: str
    form: str
    spans: Spans
    is_bad: bool
    weight: float = 1.0
    rule: str = ""  # only claims of this rule can be right, where it is named


def rows(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def is_kept_apart(key: str) -> bool:
    return hashlib.sha1(key.encode()).digest()[1] % 4 == 3


def linked(source: str, form: str) -> Document:
    document = read(source, form)
    extract(document)
    link(document)
    return document


def links(passage: Passage) -> Iterator[Observation]:
    """Each claim that could be made of a passage, and whether it covers the known spans."""
    document = linked(passage.source, passage.form)
    page = Page(document, EVERYTHING)
    explained: set[int] = set()
    failed: list[tuple[int, Observation]] = []
    for rule in rules():
        for reading in rule.readings:
            for stated in relate.stated_figures(page, reading):
                for found in islice(relate.candidates(page, rule, reading, stated), MOST_WAYS):
                    right = is_right(document, found.claim, passage)
                    fails = judge(found.claim) > found.claim.accepts
                    own = passage.rule in ("", rule.name)
                    one = Observation(found.features, right, passage.weight if own else 1.0)
                    if right:
                        yield one
                    elif fails:
                        failed.append((id(stated), one))
                    elif relate.precision(found.claim) > 1:
                        explained.add(id(stated))
                        if held := HELD.get(relate.precision(found.claim)):
                            yield Observation(found.features, True, held)
        for claim in rule.relate(document):
            claim.rule, claim.code = rule.name, rule.code
            verdict = judge(claim) if claim.verdict is None else claim.verdict
            right = is_right(document, claim, passage)
            if right or (verdict > claim.accepts and not touches(document, claim, passage.spans)):
                yield Observation(relate.of_rule(claim).features, right, passage.weight)
    for key, one in failed:
        # What a claim that holds explains is no conflict, whatever else could be made of it.
        yield one._replace(weight=one.weight * EXPLAINED) if key in explained else one


def signs(passage: Passage) -> Iterator[Observation]:
    """Each conflict that could be raised of a passage, and whether it is the known one."""
    document = linked(passage.source, passage.form)
    judged = judged_claims(document, rules(), EVERYTHING)
    for scored in raised(document, judged, EVERYTHING, EVERYTHING):
        right = passage.is_bad and is_right(document, scored.claim, passage)
        yield Observation(scored.signs, right, passage.weight, scored.link / UNIT)


def is_right(document: Document, claim: Claim, passage: Passage) -> bool:
    """Is the claim the known one of the passage?"""
    if not passage.rule:
        return bool(passage.spans) and covers(document, claim, passage.spans)
    if claim.rule != passage.rule or claim.stated is None:
        return False
    start, end = document.source_span(claim.stated.start, claim.stated.end)
    return any(start < b and a < end for a, b in passage.spans)


def touches(document: Document, claim: Claim, spans: Spans) -> bool:
    """Is the claim's only figure one of the known ones, by itself neither right nor wrong?"""
    if len(claim.figures) != 1:
        return False
    own = document.source_span(claim.figures[0].start, claim.figures[0].end)
    return any(own.start < end and start < own.end for start, end in spans)


def covers(document: Document, claim: Claim, spans: Spans) -> bool:
    own = [document.source_span(f.start, f.end) for f in claim.figures]
    own += [document.source_span(*span) for span in claim.related]
    hit = sum(any(a < end and start < b for a, b in own) for start, end in spans)
    if (
        claim.consistency
    ):  # an order of two levels is right also where a third figure gives the change
        return hit >= min(2, len(spans))
    return hit == len(spans) if len(spans) <= 3 else hit >= len(spans) - 1


def mutated(row: dict[str, Any]) -> tuple[str, Spans]:
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


def of_examples() -> Iterator[Passage]:
    """The examples of the rules: what they say must hold before all."""
    for rule in rules():
        for example in examples(rule.doc):
            spans = [(mark.start, mark.end) for mark in example.marks]
            yield Passage(example.text, example.format, spans, bool(spans), EXAMPLE, rule.name)


FIGURE = re.compile(r"\[([^\[\]|]+)(?:\|([^\[\]]+))?\]")


def of_phrasings() -> Iterator[Passage]:
    """The corpus of phrasings: figures of a claim in brackets, the wrong and the right one by a bar."""
    for path in sorted((Path(__file__).parent / "phrasings").glob("*.txt")):
        for block in re.split(r"(?m)^---\s*$", path.read_text(encoding="utf-8")):
            heading, _, text = block.strip().partition("\n")
            if text:
                words = heading.split()
                yield from _twins(text.strip(), words[2] if len(words) > 2 else "text")


def _twins(marked: str, form: str) -> Iterator[Passage]:
    is_pair = "|" in "".join(m.group() for m in FIGURE.finditer(marked))
    for is_bad in (True, False) if is_pair else (False,):
        text, spans, end = "", [], 0
        for mark in FIGURE.finditer(marked) if is_pair else ():
            figure = mark.group(1) if is_bad or not mark.group(2) else mark.group(2)
            text += marked[end : mark.start()]
            spans.append((len(text), len(text) + len(figure)))
            text += figure
            end = mark.end()
        yield Passage(text + marked[end:], form, spans, is_bad)


def passages(corpus: Path, clean: Path | None, most: int) -> Iterator[Passage]:
    yield from of_examples()
    yield from of_phrasings()
    for row in rows(corpus / "detection" / "pairs.jsonl"):
        if not is_kept_apart(row["id"]):
            spans = [(a, b) for a, b in row["bad_spans"]]
            yield Passage(row["bad"], row["format"], spans, True)
            yield Passage(
                row["good"], row["format"], shifted(row["bad"], row["good"], spans), False
            )
    for row in rows(corpus / "detection" / "clean.jsonl"):
        if not is_kept_apart(row["id"]):
            yield Passage(row["text"], row["format"], [], False, LOOK_ALIKE)
    for row in rows(corpus / "realtext" / "injected.jsonl"):
        if not is_kept_apart(row["source"]):
            text, spans = mutated(row)
            yield Passage(text, "text", spans, True)
            yield Passage(row["text"], "text", [(a, b) for a, b in row["figures"]], False)
    for row in islice(rows(clean), most) if clean else ():
        form = next(name for name in ("text", "markdown", "html") if name in row)
        yield Passage(row[form], form, [], False, PLAIN_TEXT)


def fitted(seen: list[Observation], ridge: float, *, with_link: bool) -> dict[str, float]:
    """The weight of each feature, by penalised logistic regression; "bias" and "link" among them."""
    counts = Counter(feature for one in seen for feature in set(one.features))
    right = Counter(feature for one in seen if one.right for feature in set(one.features))
    names = sorted(
        name
        for name, count in counts.items()
        if count >= LEAST_SEEN and (right[name] >= LEAST_RIGHT or not name.startswith("form."))
    )
    index = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(seen), len(names) + 1 + with_link))
    matrix[:, len(names)] = 1.0
    for row, one in enumerate(seen):
        for feature in one.features:
            if feature in index:
                matrix[row, index[feature]] += 1.0
        if with_link:
            matrix[row, -1] = one.link
    truth = np.array([float(one.right) for one in seen])
    weight = np.array([one.weight for one in seen])
    penalty = np.full(matrix.shape[1], ridge)
    penalty[len(names) :] = 1e-6
    for name, at in index.items():
        if name.startswith("raise."):
            penalty[at] = RAISE_RIDGE
    beta = np.zeros(matrix.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ beta, -30, 30)))
        slope = matrix.T @ (weight * (truth - chance)) - penalty * beta
        curve = (matrix * (weight * chance * (1 - chance))[:, None]).T @ matrix + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        beta += step
        if np.abs(step).max() < 1e-4:
            break
    result = {name: float(beta[at]) for name, at in index.items()}
    result["bias"] = float(beta[len(names)])
    if with_link:
        result["link"] = float(beta[-1])
    print(
        f"{len(seen)} claims, {int(truth.sum())} right, {len(names)} features, bias {result['bias']:.2f}"
    )
    return result


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--clean", type=Path)
    parser.add_argument("--most", type=int, default=400)
    parser.add_argument("--ridge", type=float, default=1.5)
    parser.add_argument("--write", action="store_true", help="write data/evidence_en.toml")
    args = parser.parse_args()
    texts = list(passages(args.corpus, args.clean, args.most))
    link = fitted([one for text in texts for one in links(text)], args.ridge, with_link=False)
    weights = {name: value for name, value in link.items() if name != "bias"}
    bias = link["bias"]
    evidence.reweigh({name: round(value * UNIT) for name, value in weights.items()})
    sign = fitted([one for text in texts for one in signs(text)], args.ridge, with_link=True)
    scale = sign.pop("link")
    threshold = sign.pop("bias") / scale
    weights.update({name: value / scale for name, value in sign.items()})
    print(
        f"link: even odds at {-bias * UNIT:.0f}; raised: even odds at {-threshold * UNIT:.0f}; slope {scale:.2f}"
    )
    if args.write:
        write(weights)


def write(weights: dict[str, float]) -> None:
    """Put the weights into the data file, below its head; the bias goes into the threshold."""
    path = folder("data") / "evidence_en.toml"
    head = path.read_text(encoding="utf-8").split("\n[weights.", 1)[0] + "\n"
    groups: dict[str, dict[str, int]] = {}
    for feature, weight in weights.items():
        group, _, name = feature.partition(".")
        whole = round(weight * UNIT)
        if name and whole:
            groups.setdefault(group, {})[name] = whole
    lines = []
    for group, row in sorted(groups.items()):
        lines.append(f"[weights.{group}]")
        lines += [f"{quoted(name)} = {whole}" for name, whole in sorted(row.items())]
        lines.append("")
    path.write_text(head + "\n".join(lines), encoding="utf-8")


def quoted(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else f'"{name}"'


if __name__ == "__main__":
    main()
