"""How often does what a rule reads hold on plain text, and how often would it by chance?

    python benchmarks/coincidence.py CORPUS [--most N] [--by rule cue] [--examples N] [--csv FILE]

CORPUS is a .jsonl or .jsonl.gz file of {"text" | "markdown" | "html": ...} rows, nearly all of them
clean. For each rule and reading, and for each rule and class of cues, the table gives

    fires     the claims that were made with evidence enough to be raised
    holds     those of them that hold, and their share
    chance    how many held where the figures had been exchanged (see exchange.py), and their share
    lift      how much likelier a claim holds than by chance, and `least` what it is two standard
              errors lower
    raised    the conflicts that would be raised: on clean text, nearly all false alarms
    by chance the same where the figures had been exchanged: what errors of any size it would find

A reading whose claims hold little more often than by chance reads what the text does not say, and
must raise nothing: `near chance`. `few`: too few claims to tell.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from math import exp, log, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.exchange import exchanged
from benchmarks.observations import linked
from benchmarks.passages import Passage, rows, spread, text_of
from figcheck import evidence
from figcheck.engine import judged_claims, raised
from figcheck.rulebook import rules
from figcheck.wording import confirmation, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from figcheck.document import Document
    from figcheck.relate import Scored

FAR = 2.0
"""How many times likelier than by chance is far above it, at the least (two standard errors off)."""
FEW = 12
"""So few claims, the exchanged ones among them, tell nothing."""
ABOUT = 4
"""How far from the figures of a claim, in words, its cues may stand."""
COLUMNS = (
    "fires", "holds", "share", "chance fires", "chance holds", "chance share", "lift", "least",
    "raised", "raised by chance", "standing",
)  # fmt: skip


class Made(NamedTuple):
    """A claim that was made of a document, as far as it counts here."""

    rule: str
    reading: str
    cues: tuple[str, ...]  # the classes of cues about its figures, "none" where there are none
    holds: bool
    is_raised: bool
    example: str


class Count(NamedTuple):
    """How many claims fire, hold, and are raised."""

    fires: int = 0
    holds: int = 0
    raised: int = 0

    def plus(self, made: Made) -> Count:
        return Count(self.fires + 1, self.holds + made.holds, self.raised + made.is_raised)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--most", type=int, default=800, help="documents, evenly spread")
    parser.add_argument("--seed", type=int, default=1, help="of the exchange of figures")
    parser.add_argument("--by", choices=WAYS, nargs="+", default=["reading", "cue"])
    parser.add_argument("--least", type=int, default=evidence.FAINTEST, help="evidence of a link")
    parser.add_argument("--examples", type=int, default=0, help="so many of each row")
    parser.add_argument("--only", nargs="+", help="these rules alone")
    parser.add_argument("--csv", type=Path, help="write the tables there as well")
    args = parser.parse_args()
    passages = [Passage(*text_of(row)) for row in spread(list(rows(args.corpus)), args.most)]
    true = list(map(linked, passages))
    sources = exchanged(true, args.seed)
    false = [linked(Passage(source, p.form)) for source, p in zip(sources, passages, strict=True)]
    only = args.only and frozenset(args.only)
    here, chance = (
        [one for one in made(texts, args.least) if not only or one.rule in only]
        for texts in (true, false)
    )
    pd.set_option("display.width", 220, "display.max_rows", None, "display.max_columns", None)
    tables = [table(here, chance, way) for way in args.by]
    for way, found in zip(args.by, tables, strict=True):
        print(found.to_string(float_format="{:.3g}".format), end="\n\n")
        for line in examples(here, chance, way, args.examples):
            print(line)
    if args.csv:
        pd.concat(tables, keys=args.by, names=["by", "rule", "what"]).to_csv(args.csv)


def made(documents: Sequence[Document], least: int = evidence.FAINTEST) -> Iterator[Made]:
    """The claims of the documents whose evidence is enough for a conflict to be raised.

    What only works a figure out cannot fail, and is left out.
    """
    for document in documents:
        judged = judged_claims(document, rules())
        up = set(map(id, raised(document, judged)))
        for scored in judged:
            if scored.link >= least and not scored.claim.derived:
                yield _made(document, scored, is_raised=id(scored) in up)


def _made(document: Document, scored: Scored, *, is_raised: bool) -> Made:
    claim = scored.claim
    figures = claim.figures
    first, last = min(f.start for f in figures), max(f.end for f in figures)
    around = document.text[max(0, first - 60) : last + 60].replace("\n", " ")
    says = confirmation(claim) if scored.holds else message(claim)
    cues = _cues(document, scored)
    return Made(claim.rule, claim.reading, cues, scored.holds, is_raised, f"{says} | {around}")


def _cues(document: Document, scored: Scored) -> tuple[str, ...]:
    """The classes of the cues from the first to the last figure in the stated one's sentence."""
    claim = scored.claim
    stated = claim.stated or claim.figures[0]
    places = [figure.place for figure in claim.figures if figure.sentence == stated.sentence]
    sentence = document.sentences[stated.sentence]
    found = sentence.cues_within(min(places) - ABOUT, max(places) + ABOUT)
    return tuple(sorted({cue.name for cue in found})) or ("none",)


def _by_rule(one: Made) -> list[tuple[str, str]]:
    return [(one.rule, "")]


def _by_reading(one: Made) -> list[tuple[str, str]]:
    return [(one.rule, one.reading)]


def _by_cue(one: Made) -> list[tuple[str, str]]:
    return [(one.rule, cue) for cue in one.cues]


WAYS = {"rule": _by_rule, "reading": _by_reading, "cue": _by_cue}


def table(here: Sequence[Made], chance: Sequence[Made], way: str) -> pd.DataFrame:
    """A row for each rule and reading, or rule and class of cues, in the order of their names."""
    true, false = _counts(here, way), _counts(chance, way)
    keys = sorted({*true, *false})
    return pd.DataFrame(
        [_row(true[key], false[key]) for key in keys],
        index=pd.MultiIndex.from_tuples(keys, names=["rule", "" if way == "rule" else way]),
        columns=list(COLUMNS),
    )


def _counts(made: Sequence[Made], way: str) -> dict[tuple[str, str], Count]:
    counts: dict[tuple[str, str], Count] = defaultdict(Count)
    for one in made:
        for key in WAYS[way](one):
            counts[key] = counts[key].plus(one)
    return counts


def _row(true: Count, false: Count) -> tuple[object, ...]:
    lift, least = lifted(true, false)
    return (
        true.fires, true.holds, _share(true), false.fires, false.holds, _share(false),
        lift, least, true.raised, false.raised, standing(true, false),
    )  # fmt: skip


def _share(count: Count) -> float | None:
    return count.holds / count.fires if count.fires else None


def lifted(true: Count, false: Count) -> tuple[float, float]:
    """How much likelier a claim holds than by chance, and two standard errors less.

    The ratio of the odds tells it of a rule that fires on words, whatever the figures; that of the
    numbers that hold, of one that fires on the figures themselves. The one that is surer counts.
    Half a claim is added to each count (Haldane, Ann. Hum. Genet. 20, 1956).
    """
    holding = _ratio(true.holds, false.holds)
    failing = _ratio(false.fires - false.holds, true.fires - true.holds)
    odds = (holding[0] + failing[0], holding[1] + failing[1])
    return max((_bounds(*odds), _bounds(*holding)), key=lambda each: each[1])


def _ratio(one: int, other: int) -> tuple[float, float]:
    """The logarithm of the ratio of two counts, and its variance."""
    return log((one + 0.5) / (other + 0.5)), 1 / (one + 0.5) + 1 / (other + 0.5)


def _bounds(ratio: float, variance: float) -> tuple[float, float]:
    return exp(ratio), exp(ratio - 2 * sqrt(variance))


def standing(true: Count, false: Count) -> str:
    """ "far above", "near chance", or "few" where there are too few claims to tell."""
    lift, least = lifted(true, false)
    if least >= FAR:
        return "far above"
    return "few" if lift >= FAR or true.fires + false.fires < FEW else "near chance"


def examples(here: Sequence[Made], chance: Sequence[Made], way: str, most: int) -> Iterator[str]:
    """Up to `most` claims of each row that hold, that hold by chance, and that are raised."""
    shown: dict[tuple[str, str, str], int] = defaultdict(int)
    found: list[tuple[str, str, str, str]] = []
    for name, group in (("", here), ("by chance", chance)):
        for one in group:
            what = "holds" if one.holds else "raised" if one.is_raised else ""
            if not what or (name and not one.holds):
                continue
            for rule, key in WAYS[way](one):
                label = f"{what} {name}".strip()
                shown[rule, key, label] += 1
                if shown[rule, key, label] <= most:
                    found.append((rule, key, label, one.example))
    for rule, key, label, example in sorted(found, key=lambda each: each[:3]):
        yield f"{rule} | {key} | {label}: {example}"


if __name__ == "__main__":
    main()
