"""The evidence for a reading: one whole number, the sum of class-level weights.

Every candidate has features, named by dotted keys: the roles of the figure in each slot, what lies
between the operands and the stated figure, what they share, how many rivals there are, and what
the arithmetic adds to a conflict. `data/evidence_en.toml` weighs them; no feature is a single word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from figcheck.tables.evidence_en import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from figcheck.document import Document, Figure, Sentence

WEIGHTS: dict[str, int] = {
    f"{group}.{name}": weight
    for group, row in TABLE["weights"].items()
    for name, weight in row.items()
}
_THRESHOLD: dict[str, int] = TABLE["threshold"]
LIST: int = _THRESHOLD["list"]
RAISE: int = _THRESHOLD["raise"]
MARGIN: int = _THRESHOLD["margin"]
FAINTEST: int = _THRESHOLD["faintest"]


def _most(*groups: str) -> int:
    """The highest weight of each group together: no sum of one feature of each can be higher."""
    return sum(
        max((w for key, w in WEIGHTS.items() if key.startswith(group)), default=0)
        for group in groups
    )


SILENCING = 3
"""How much less evidence than a conflict a claim that holds may have to be worth judging."""
LEAST = min(LIST, FAINTEST - SILENCING)
"""Less evidence than this makes a claim neither listed nor raised, nor does it silence another."""
MOST_FROM_JOINT = _most(
    "pair.same_owner", "pair.ratio", "pair.sen", "pair.close", "order.", "rivals.", "new_old."
)
"""The most that what the operands share can add to the evidence of each alone."""

MOST_FROM_MARKS = sum(w for key, w in WEIGHTS.items() if key.startswith("fit.") and w > 0) + _most(
    "result."
)
"""The most that what a rule itself marks can add."""


_most_by_slots: dict[tuple[str, ...], int] = {}


def most_from_slots(slots: tuple[str, ...]) -> int:
    """The most that figures in these slots can add, however well they suit them."""
    found = _most_by_slots.get(slots)
    if found is None:
        found = _most_by_slots[slots] = MOST_FROM_JOINT + sum(_most_of_slot(slot) for slot in slots)
    return found


_most_by_reading: dict[str, int] = {}


def most_from_form(reading: str) -> int:
    """The most that the construction as a whole can add: see `of_form`."""
    found = _most_by_reading.get(reading)
    if found is None:
        found = _best(f"shape.{reading} ", 1) + _best(f"shape.{reading}: ", 1)
        found = _most_by_reading[reading] = found + _best(f"form.{reading}: ", 2)
    return found


def _most_of_slot(slot: str) -> int:
    """The three best roles together and the best place: no figure has more roles that speak for it."""
    return _best(f"{slot}.", 3) + _most("apart.", "gate.")


def _best(group: str, count: int) -> int:
    """The sum of the highest weights of a group."""
    return sum(
        sorted((w for key, w in WEIGHTS.items() if key.startswith(group) and w > 0), reverse=True)[
            :count
        ]
    )


MOST_FROM_LIST = _most("gate.") + _best("list.", 9) + _best("parts.", 3)
"""The most that a list of figures can add: see figcheck.link.joints."""


def score(features: Iterable[str]) -> int:
    """The sum of the weights of the features; one without a weight counts nothing."""
    weights = WEIGHTS
    return sum([weights[feature] for feature in features if feature in weights])


def of_place(document: Document, slot: str, stated: Figure, figure: Figure) -> list[str]:
    """How a figure's roles suit a slot, and how far it stands from the stated figure."""
    features = [f"{slot}.{role}" for role in figure.roles] or [f"{slot}.none"]
    if figure.sentence == stated.sentence:
        apart = abs(figure.place - stated.place)
        features.append(
            "apart.near" if apart <= 6 else "apart.middle" if apart <= 14
            else "apart.wide" if apart <= 28 else "apart.far"
        )  # fmt: skip
        features.append(f"{slot}.side_{'before' if figure.place < stated.place else 'after'}")
        if figure.clause != stated.clause:
            features.append("apart.clause")
        features.append(_between(document, stated, figure))
        return features
    sentences = document.sentences
    steps = abs(figure.sentence - stated.sentence)
    side = "before" if figure.sentence < stated.sentence else "after"
    features.append(f"apart.{side}_{min(steps, 4)}")
    if sentences[stated.sentence].block != sentences[figure.sentence].block:
        features.append("apart.paragraph")
    return features


_FEW = 12
_MOST_BETWEEN = 40
_place = attrgetter("place")


def _between(document: Document, stated: Figure, figure: Figure) -> str:
    """Does a figure of the stated one's kind, or of the operand's, stand between the two?"""
    low, high = sorted((figure.place, stated.place))
    figures = document.sentences[stated.sentence].figures
    if len(figures) > _FEW:  # a list of very many figures must not be walked for every pair
        first = bisect_right(figures, low, key=_place)
        between = figures[
            first : min(bisect_left(figures, high, key=_place), first + _MOST_BETWEEN)
        ]
    else:
        between = [f for f in figures if low < f.place < high]
    if any(f.kind is stated.kind for f in between):
        return "apart.across_stated"
    alike = sum(f.kind is figure.kind for f in between)
    return f"apart.across_{min(alike, 3)}"


def of_pair(one: Figure, other: Figure) -> list[str]:
    """What two figures of one dimension share: unit, what is counted, per what, their clause."""
    features = []
    if one.unit is not other.unit:
        features.append("pair.other_unit")
    if one.owner and other.owner:
        features.append("pair.same_owner" if one.owner == other.owner else "pair.other_owner")
    if one.per != other.per:
        features.append("pair.other_per")
    if "numerator" in other.roles and "denominator" in one.roles:
        features.append("pair.ratio" if 0 < one.place - other.place <= 6 else "pair.other_ratio")
    if one.sentence == other.sentence:
        features.append("pair.sentence" if one.clause == other.clause else "pair.clauses")
        features.append("pair.close" if abs(one.place - other.place) <= 8 else "pair.apart")
    return features


def of_result(sentence: Sentence, stated: Figure) -> str:
    """Do the words say that the stated figure is worked out from others: "which comes to", "so"?"""
    cues = [cue for cue in sentence.cues if cue.name == "works_out"]
    if any(cue.to <= stated.place and stated.place - cue.to <= 4 for cue in cues):
        return "result.near"
    if any(cue.to <= stated.place for cue in cues):
        return "result.before"
    return "result.after" if cues else "result.none"


_MAIN = (
    "numerator",
    "denominator",
    "moved",
    "from",
    "versus",
    "than",
    "prior",
    "to",
    "at",
    "of",
    "is",
    "bracket",
    "by",
    "on",
    "in",
)


def main_role(figure: Figure) -> str:
    """The role that says most about a figure."""
    for role in _MAIN:
        if role in figure.roles:
            return role
    return "none"


def frame_of(name: str, stated: Figure, one: Figure, other: Figure) -> str:
    """The pattern of two operands: their main roles, and whether all three share a clause."""
    here = one.sentence == other.sentence == stated.sentence
    place = (
        "clause"
        if here and one.clause == other.clause == stated.clause
        else "sentence"
        if here
        else "text"
    )
    return f"{name}.{main_role(one)}-{main_role(other)} {place}"


def of_form(document: Document, reading: str, places: list[tuple[str, Figure]]) -> list[str]:
    """The construction as a whole: which slot comes after which, by what role, how closely.

    `places` are the slots with their figures, the stated one first.
    """
    stated = places[0][1]
    ordered = sorted(places, key=lambda place: place[1].start)
    closeness = _closeness(document, [figure for _, figure in ordered])
    names = " ".join([name for name, _ in ordered])
    full = " ".join([f"{name}:{main_role(figure)}" for name, figure in ordered])
    rest = " ".join(
        [name if figure is stated else f"{name}:{main_role(figure)}" for name, figure in ordered]
    )
    return [
        f"shape.{reading} {closeness}",
        f"shape.{reading}: {names} {closeness}",
        f"form.{reading}: {rest} {closeness}",
        f"form.{reading}: {full} {closeness}",
    ]


_MOST_APART = 12


def _closeness(document: Document, figures: list[Figure]) -> str:
    """Do the figures stand side by side with no other of their kinds among them?"""
    first, last = figures[0], figures[-1]
    if first.sentence != last.sentence:
        apart = last.sentence - first.sentence
        return "next" if apart == 1 else "text"
    kinds = {figure.kind for figure in figures}
    own = set(map(id, figures))
    between = document.sentences[first.sentence].figures
    low = bisect_left(between, first.place, key=_place)
    high = bisect_right(between, last.place, key=_place)
    others = sum(f.kind in kinds and id(f) not in own for f in between[low : min(high, low + _FEW)])
    if others:
        return "mixed" if others < 3 else "sentence"
    is_tight = all(b.place - a.place <= _MOST_APART for a, b in pairwise(figures))
    return "tight" if is_tight else "loose"


def tightness(link: int) -> str:
    """How plainly the words assert a reading, before its arithmetic."""
    return "tight" if link >= 4 else "fair" if link >= 1 else "loose" if link >= -2 else "faint"


def of_choice(rivals: int) -> str:
    """How many figures could have stood in the operands' places besides those that do."""
    return f"rivals.{rivals}" if rivals < 4 else "rivals.4" if rivals < 7 else "rivals.many"
