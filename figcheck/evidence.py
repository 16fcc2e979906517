"""The evidence for a reading: one whole number, the sum of class-level weights.

Every candidate has features, named by dotted keys: the roles of the figure in each slot, what lies
between the operands and the stated figure, what they share, how many rivals there are, and what
the arithmetic adds to a conflict. `data/evidence_en.toml` weighs them; no feature is a single word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.tables.evidence_en import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from figcheck.document import Document, Figure

WEIGHTS: dict[str, int] = {
    f"{group}.{name}": weight for group, row in TABLE["weights"].items() for name, weight in row.items()
}
_THRESHOLD: dict[str, int] = TABLE["threshold"]
LIST: int = _THRESHOLD["list"]
RAISE: int = _THRESHOLD["raise"]
MARGIN: int = _THRESHOLD["margin"]
MOST_FROM_ARITHMETIC: int = max(
    (weight for key, weight in WEIGHTS.items() if key.startswith(("slip.", "mend.", "near."))), default=0
)


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
        if figure.clause != stated.clause:
            features.append("apart.clause")
        return features
    sentences = document.sentences
    steps = abs(figure.sentence - stated.sentence)
    side = "before" if figure.sentence < stated.sentence else "after"
    features.append(f"apart.{side}_{min(steps, 4)}")
    if sentences[stated.sentence].block != sentences[figure.sentence].block:
        features.append("apart.paragraph")
    return features


def of_pair(one: Figure, other: Figure) -> list[str]:
    """What two figures of one dimension share: unit, what is counted, per what, their clause."""
    features = []
    if one.unit is not other.unit:
        features.append("pair.other_unit")
    if one.owner and other.owner:
        features.append("pair.same_owner" if one.owner == other.owner else "pair.other_owner")
    if one.per != other.per:
        features.append("pair.other_per")
    if one.sentence == other.sentence:
        features.append("pair.sentence" if one.clause == other.clause else "pair.clauses")
    return features


def of_choice(rivals: int) -> str:
    """How many figures could have stood in the operands' places besides those that do."""
    return f"rivals.{rivals}" if rivals < 4 else "rivals.4" if rivals < 7 else "rivals.many"
