"""How often does a reading hold on unlabelled text, and how often would it raise?

    python benchmarks/coincidence.py CORPUS [--most N] [--show RULE]

CORPUS is a .jsonl or .jsonl.gz file of {"text" | "markdown" | "html": ...} rows, nearly all of them
clean. A reading that fires often and seldom holds reads what the text does not say; one that holds
far above chance is worth its weight. The table gives, for each rule and reading, how many claims it
made, the share of them that holds, and how many of the rest would be raised.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figcheck import evidence
from figcheck.engine import judged_claims
from figcheck.extract import extract
from figcheck.link import link
from figcheck.read import read
from figcheck.rulebook import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Document
    from figcheck.relate import Scored


def rows(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def documents(path: Path, most: int) -> Iterator[Document]:
    for count, row in enumerate(rows(path)):
        if count >= most:
            return
        kind = next(name for name in ("text", "markdown", "html") if name in row)
        document = read(row[kind], kind)
        extract(document)
        link(document)
        yield document


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--most", type=int, default=1000, help="documents to read")
    parser.add_argument("--show", help="print the conflicts of this rule")
    args = parser.parse_args()
    made: collections.Counter[tuple[str, str]] = collections.Counter()
    held: collections.Counter[tuple[str, str]] = collections.Counter()
    high: collections.Counter[tuple[str, str]] = collections.Counter()
    for document in documents(args.corpus, args.most):
        for scored in judged_claims(document, rules()):
            key = (scored.claim.rule, scored.claim.reading)
            holds = (
                scored.claim.verdict is not None and scored.claim.verdict <= scored.claim.accepts
            )
            made[key] += 1
            held[key] += holds
            high[key] += not holds and scored.score >= evidence.RAISE
            if args.show == scored.claim.rule and not holds and scored.score >= evidence.RAISE:
                show(document, scored)
    for key, count in sorted(made.items()):
        print(f"{key[0]:24} {key[1]:28} {count:6} {held[key] / count:6.1%} {high[key]:5}")


def show(document: Document, scored: Scored) -> None:
    figures = scored.claim.figures
    first, last = min(f.start for f in figures), max(f.end for f in figures)
    print(
        scored.score, [f.text for f in figures], repr(document.text[max(0, first - 80) : last + 80])
    )


if __name__ == "__main__":
    main()
