"""The corpus of phrasings: each passage can be read, and makes one claim with one wrong figure or none."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.passages import FIGURE, of_phrasings

FOLDER = Path(__file__).parent.parent / "benchmarks" / "phrasings"
BLOCKS = [
    (path.stem, block.strip())
    for path in sorted(FOLDER.glob("*.txt"))
    for block in re.split(r"(?m)^---\s*$", path.read_text(encoding="utf-8"))
]


def test_every_passage_has_a_heading_that_names_its_file() -> None:
    # A passage without a heading would have its first line taken for one, and not be read at all.
    astray = [
        (family, block[:60])
        for family, block in BLOCKS
        if not re.match(rf"# {family}(?: html| markdown)?\n\S", block)
    ]

    assert astray == []
    assert len(list(of_phrasings(FOLDER))) == len(BLOCKS)


def test_every_claim_has_one_wrong_figure() -> None:
    marked = {
        block: [mark.group(2) for mark in FIGURE.finditer(block) if mark.group(2)]
        for _, block in BLOCKS
        if FIGURE.search(block)
    }

    assert [block[:60] for block, right in marked.items() if len(right) != 1] == []


def test_no_passage_is_there_twice() -> None:
    texts = [case.passage.source for case in of_phrasings(FOLDER)]

    assert len(texts) == len(set(texts))
