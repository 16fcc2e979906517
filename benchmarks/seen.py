"""Which known conflicts are read, and what becomes of them: a tool to find what to build next.

    python benchmarks/seen.py FOLDER [--family NAME ...] [--show never|weak|all] [--most N]

FOLDER is the corpus of fit_evidence.py; the phrasings take part. For each family of passages it
counts the conflicts that are raised, those that are read rightly with too little evidence (weak),
and those that no reading covers (never). `--show` prints such passages, each with the best right
claim, its link and score, and the features that speak most against it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.observations import EVERYTHING, conflicts_mended, key_of, linked, made
from benchmarks.passages import FIGURE, Case, is_kept_apart, of_injected, of_pairs, of_phrasing
from figcheck import evidence
from figcheck.engine import judged_claims, raised
from figcheck.rulebook import rules

if TYPE_CHECKING:
    from collections.abc import Iterator


class Seen(NamedTuple):
    """What became of one passage's conflict."""

    family: str
    fate: str
    lines: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--family", action="append")
    parser.add_argument("--show", choices=["never", "weak", "all"])
    parser.add_argument("--most", type=int, default=20)
    args = parser.parse_args()
    wanted = [
        (name, case)
        for name, case in named_cases(args.corpus)
        if not args.family or name.split(":")[-1].split()[0] in args.family
    ]
    with ProcessPoolExecutor() as pool:
        found = list(pool.map(seen, wanted, chunksize=20))
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        table[one.family][one.fate] += 1
    shown = [one for one in found if args.show in ("all", one.fate)]
    step = max(1, len(shown) // args.most)
    for one in shown[::step]:
        print(*one.lines, sep="\n", end="\n\n")
    for family, counts in sorted(table.items()):
        total = sum(counts.values())
        print(f"{family:34}", *(f"{fate} {counts[fate]:3}" for fate in ("raised", "weak", "never")),
              f"of {total:3} {counts['raised'] / total:6.1%}")  # fmt: skip


def named_cases(corpus: Path) -> Iterator[tuple[str, Case]]:
    """Every passage with a twin, by the name of its origin and family."""
    lines = (corpus / "detection" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    names = [row["relation"] for row in map(json.loads, lines) if not is_kept_apart(row["id"])]
    pairs = (case for case in of_pairs(corpus / "detection") if case.twin)
    yield from ((f"pair:{name}", case) for name, case in zip(names, pairs, strict=True))
    for case in of_injected(corpus / "realtext" / "injected.jsonl"):
        yield "injected", case
    for path in sorted((Path(__file__).parent / "phrasings").glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n---\n"):
            heading, _, text = block.strip().partition("\n")
            words = heading.split()
            if any("|" in mark.group() for mark in FIGURE.finditer(text)):
                form = words[2] if len(words) > 2 else "text"
                yield f"phrasing:{path.stem}", of_phrasing(text.strip(), form)


def seen(named: tuple[str, Case]) -> Seen:
    """What becomes of the known conflict of a passage."""
    family, (passage, twin) = named
    assert twin is not None
    document = linked(passage)
    every = judged_claims(document, rules(), EVERYTHING)
    for scored in raised(document, every):
        if key_of(document, scored.claim, passage):
            return Seen(family, "raised", (passage.source,))
    own = [one for one in made(passage) if one.key and one.fails]
    known = conflicts_mended(own, list(made(twin)))
    marked = " ~ ".join(passage.source[a:b] for spans in passage.known for a, b in spans)
    right = [s for s in every if not s.holds and key_of(document, s.claim, passage) in known]
    lines = [f"[{family}] {passage.source}", f"    {marked}"]
    if not right:
        made_not_judged = sorted({f"{one.key}" for one in own if one.key in known})
        return Seen(family, "weak" if made_not_judged else "never", (*lines, *made_not_judged))
    best = max(right, key=lambda s: s.score)
    lines.append(f"    {best.claim.rule}/{best.claim.reading} link {best.link} score {best.score}")
    lines.append(
        "    " + " ".join(
            f"{name} {evidence.WEIGHTS[name]:+}"
            for name in sorted((*best.features, *best.signs), key=lambda n: evidence.WEIGHTS.get(n, 0))
            if name in evidence.WEIGHTS
        )
    )  # fmt: skip
    return Seen(family, "weak", tuple(lines))


if __name__ == "__main__":
    main()
