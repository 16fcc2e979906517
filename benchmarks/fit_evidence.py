"""Fits the weights of evidence to passages whose conflicts are known and to clean text.

    python benchmarks/fit_evidence.py FOLDER [--clean FILE.jsonl.gz --most N] [--write]

FOLDER holds `detection/pairs.jsonl`, `detection/clean.jsonl`, `realtext/injected.jsonl` and
`realtext/claims*.jsonl`: passages that contradict themselves at known spans with their mended twins,
clean look-alikes, published documents with their known claims; FILE holds rows of {"text" |
"markdown" | "html": ...}, nearly all clean. The examples of the rules take part too, and the
passages of `phrasings/` beside this file.

Two logistic regressions (see regression.py):
1. the link: of all claims that the engine could make of a text, which are those that it makes? A
   claim that holds to two digits or more counts a little as made, and what else could be made of
   the figure that it explains counts little;
2. the signs of a conflict: of the conflicts that the engine would raise, which are right? Among
   them is how often a rule, and each reading of it, is right. Each passage is judged by links that
   were fitted without it, lest the signs trust the links too much.
Weights are scaled to whole numbers, six to one unit of log-odds of the link. The head of the data
file with its thresholds is left as it is: those are set by hand.
"""

from __future__ import annotations

import argparse
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.observations import Observation, links, signs
from benchmarks.passages import Case, cases
from benchmarks.regression import fitted
from figcheck import evidence
from figcheck.home import folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FOLDS = 4
_CHUNK = 40


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--clean", type=Path)
    parser.add_argument(
        "--most", type=int, default=5000, help="rows of the clean file, evenly spread"
    )
    parser.add_argument("--ridge", type=float, default=1.5)
    parser.add_argument("--write", action="store_true", help="write data/evidence_en.toml")
    args = parser.parse_args()
    weights = fit(list(cases(args.corpus, args.clean, args.most)), args.ridge)
    if args.write:
        write(weights)


def fit(texts: Sequence[Case], ridge: float) -> dict[str, float]:
    """The weights of all features, in units of log-odds of the link."""
    observed = each(links, texts)
    folds = [
        fitted(list(chain.from_iterable(apart(observed, fold))), ridge) for fold in range(FOLDS)
    ]
    judged: list[Observation] = []
    for fold, weights in enumerate(folds):
        judged += chain.from_iterable(
            each(partial(signs, faintest=faintest(weights)), texts[fold::FOLDS], whole(weights))
        )
    link = fitted(list(chain.from_iterable(observed)), ridge)
    sign = fitted(judged, ridge, with_link=True)
    bias, scale = link.pop("bias"), sign.pop("link")
    threshold = sign.pop("bias") / scale
    print(
        f"link: even odds at {-bias * evidence.UNIT:.0f}; "
        f"raised: even odds at {-threshold * evidence.UNIT:.0f}; slope {scale:.2f}"
    )
    return link | {name: value / scale for name, value in sign.items()}


def apart(observed: Sequence[list[Observation]], fold: int) -> list[list[Observation]]:
    """The observations of all cases but those of a fold."""
    return [found for at, found in enumerate(observed) if at % FOLDS != fold]


def faintest(weights: Mapping[str, float]) -> int:
    """The evidence of a link at which the text makes the claim as likely as not."""
    return round(-weights["bias"] * evidence.UNIT)


def each(
    observe: Callable[[Case], list[Observation]],
    texts: Sequence[Case],
    weights: Mapping[str, int] | None = None,
) -> list[list[Observation]]:
    """What is observed of each case, by as many processes as there are cores."""
    with ProcessPoolExecutor(
        initializer=evidence.reweigh, initargs=(dict(weights or evidence.WEIGHTS),)
    ) as pool:
        return list(pool.map(observe, texts, chunksize=_CHUNK))


def whole(weights: Mapping[str, float]) -> dict[str, int]:
    return {
        name: rounded
        for name, value in weights.items()
        if name != "bias" and (rounded := round(value * evidence.UNIT))
    }


def write(weights: Mapping[str, float]) -> None:
    """Put the weights into the data file, below its head."""
    path = folder("data") / "evidence_en.toml"
    head = path.read_text(encoding="utf-8").split("\n[weights.", 1)[0] + "\n"
    groups: dict[str, dict[str, int]] = {}
    for feature, weight in whole(weights).items():
        group, _, name = feature.partition(".")
        if name:
            groups.setdefault(group, {})[name] = weight
    lines = []
    for group, row in sorted(groups.items()):
        lines.append(f"[weights.{group}]")
        lines += [f"{quoted(name)} = {weight}" for name, weight in sorted(row.items())]
        lines.append("")
    path.write_text(head + "\n".join(lines), encoding="utf-8")


def quoted(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else f'"{name}"'


if __name__ == "__main__":
    main()
