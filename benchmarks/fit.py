"""Fits the weights of evidence to passages whose conflicts are known and to clean text.

    python benchmarks/fit.py FOLDER [--clean FILE.jsonl.gz --most N] [--write]

FOLDER holds `detection/pairs.jsonl`, `detection/clean.jsonl` and `realtext/injected.jsonl`: rows of
passages that contradict themselves at known spans, their mended twins, and clean look-alikes; FILE
holds rows of {"text" | "markdown" | "html": ...}, nearly all clean. Rows that are kept apart for
measuring (a quarter, by a hash of the id) are never read.

Every conflict that the engine could raise is one observation, its features those of
figcheck.evidence; it counts as right where it covers the known spans. A logistic regression with a
ridge penalty, by Newton's method from zero (no randomness), gives each feature a weight; weights
are scaled to whole numbers, three to one unit of log-odds.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from figcheck import evidence, relate
from figcheck.engine import judged_claims
from figcheck.extract import extract
from figcheck.home import folder
from figcheck.link import link
from figcheck.read import read
from figcheck.rulebook import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.claim import Claim
    from figcheck.document import Document

UNIT = 3.0
LEAST_SEEN = 4
Spans = list[tuple[int, int]]
Observation = tuple[tuple[str, ...], bool, float]


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


def observations(source: str, form: str, spans: Spans, weight: float) -> Iterator[Observation]:
    """Each conflict that could be raised, its features, and whether it covers the spans."""
    document = linked(source, form)
    for scored in judged_claims(document, rules()):
        if not scored.holds:
            right = bool(spans) and covers(document, scored.claim, spans)
            yield scored.features, right, weight


def covers(document: Document, claim: Claim, spans: Spans) -> bool:
    own = [document.source_span(f.start, f.end) for f in claim.figures]
    own += [document.source_span(*span) for span in claim.related]
    hit = sum(any(a < end and start < b for a, b in own) for start, end in spans)
    return hit >= min(2, len(spans)) and hit >= len(spans) - 1


def mutated(row: dict[str, Any]) -> tuple[str, Spans]:
    start, end = row["mutation"]["span"]
    new = row["mutation"]["replacement"]
    shift = len(new) - (end - start)
    moved = [(a + shift * (a >= end), b + shift * (b >= end)) for a, b in row["figures"]]
    return row["text"][:start] + new + row["text"][end:], moved


def gathered(corpus: Path, clean: Path | None, most: int) -> Iterator[Observation]:
    for row in rows(corpus / "detection" / "pairs.jsonl"):
        if not is_kept_apart(row["id"]):
            yield from observations(row["bad"], row["format"], row["bad_spans"], 1.0)
            yield from observations(row["good"], row["format"], [], 1.0)
    for row in rows(corpus / "detection" / "clean.jsonl"):
        if not is_kept_apart(row["id"]):
            yield from observations(row["text"], row["format"], [], 1.0)
    for row in rows(corpus / "realtext" / "injected.jsonl"):
        if not is_kept_apart(row["source"]):
            text, spans = mutated(row)
            yield from observations(text, "text", spans, 0.7)
            yield from observations(row["text"], "text", [], 1.0)
    for count, row in enumerate(rows(clean) if clean else ()):
        if count >= most:
            return
        form = next(name for name in ("text", "markdown", "html") if name in row)
        yield from observations(row[form], form, [], 1.0)


def fitted(seen: list[Observation], ridge: float) -> dict[str, float]:
    """The weight of each feature, by penalised logistic regression."""
    counts = Counter(feature for features, _, _ in seen for feature in set(features))
    names = sorted(name for name, count in counts.items() if count >= LEAST_SEEN)
    index = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(seen), len(names) + 1))
    matrix[:, -1] = 1.0
    for row, (features, _, _) in enumerate(seen):
        for feature in features:
            if feature in index:
                matrix[row, index[feature]] += 1.0
    right = np.array([float(hit) for _, hit, _ in seen])
    weight = np.array([w for _, _, w in seen])
    penalty = np.full(len(names) + 1, ridge)
    penalty[-1] = 1e-6
    beta = np.zeros(len(names) + 1)
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ beta, -30, 30)))
        slope = matrix.T @ (weight * (right - chance)) - penalty * beta
        curve = (matrix * (weight * chance * (1 - chance))[:, None]).T @ matrix + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        beta += step
        if np.abs(step).max() < 1e-4:
            break
    print(f"{len(seen)} conflicts, {int(right.sum())} right, {len(names)} features, bias {beta[-1]:.2f}")
    result = {name: beta[at] for name, at in index.items()}
    result["bias"] = beta[-1]
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--clean", type=Path)
    parser.add_argument("--most", type=int, default=1000)
    parser.add_argument("--ridge", type=float, default=1.0)
    parser.add_argument("--write", action="store_true", help="write data/evidence_en.toml")
    args = parser.parse_args()
    relate.gather_all()
    weights = fitted(list(gathered(args.corpus, args.clean, args.most)), args.ridge)
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
    print(f"even odds at a score of {-weights['bias'] * UNIT:.0f}")


def quoted(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else f'"{name}"'


if __name__ == "__main__":
    main()
