"""The evidence for a reading: one whole number, the sum of class-level weights.

The weights are in `data/evidence_en.toml`. They look at the roles of the figures, at what lies
between them and at what they share, never at single words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from figcheck.tables.evidence_en import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from figcheck.document import Document, Figure

_SLOTS: dict[str, dict[str, int]] = TABLE["slot"]
_DISTANCE: dict[str, int] = TABLE["distance"]
_AGREEMENT: dict[str, int] = TABLE["agreement"]
_JUDGED: dict[str, int] = TABLE["judged"]
_GATE: dict[str, int] = TABLE["gate"]
_ANY: dict[str, int] = {"none": 0}
_THRESHOLD: dict[str, Any] = TABLE["threshold"]

LIST: int = _THRESHOLD["list"]
RAISE: int = _THRESHOLD["raise"]
MARGIN: int = _THRESHOLD["margin"]
NEAR_MISS: int = _JUDGED["near_miss"]
MEND: int = _JUDGED["mend"]
FAR: int = _JUDGED["far"]


def of_role(slot: str, figure: Figure) -> int:
    """How well the figure's roles suit the slot."""
    weights = _SLOTS.get(slot, _ANY)
    fitting = [weights[role] for role in figure.roles if role in weights]
    if not fitting:
        return weights["none"]
    worst = min(fitting)
    return worst if worst < -2 else max(fitting)


def of_gate(gate: str) -> int:
    """How plainly a list of parts is introduced."""
    return _GATE[gate]


def of_distance(document: Document, stated: Figure, figure: Figure) -> int:
    """What lies between the stated figure and an operand."""
    if figure.sentence == stated.sentence:
        apart = abs(figure.place - stated.place)
        if apart <= 6:
            score = _DISTANCE["items_6"]
        elif apart <= 14:
            score = _DISTANCE["items_14"]
        else:
            score = _DISTANCE["items_28" if apart <= 28 else "items_more"]
        return score + (_DISTANCE["clause"] if figure.clause != stated.clause else 0)
    sentences = document.sentences
    here, there = sentences[stated.sentence], sentences[figure.sentence]
    score = _DISTANCE["sentence"] * min(2, abs(figure.sentence - stated.sentence))
    return score + (_DISTANCE["paragraph"] if here.block != there.block else 0)


def of_rivals(document: Document, stated: Figure, figure: Figure, used: Iterable[Figure]) -> int:
    """What other figures of the operand's dimension stand nearer to the stated figure."""
    if figure.sentence != stated.sentence:
        return 0
    low, high = sorted((figure.place, stated.place))
    taken = set(map(id, used))
    rivals = sum(
        low < other.place < high and other.kind is figure.kind and id(other) not in taken
        for other in document.sentences[stated.sentence].figures
    )
    return max(rivals * _DISTANCE["rival"], _DISTANCE["rivals_most"])


def of_agreement(one: Figure, other: Figure) -> int:
    """What two figures of one dimension share: unit, what is counted, per what."""
    score = _AGREEMENT["same_unit"] if one.unit is other.unit else 0
    if one.owner and other.owner:
        score += _AGREEMENT["same_owner" if one.owner == other.owner else "other_owner"]
    if one.per != other.per and (one.per or other.per):
        score += _AGREEMENT["other_per"]
    return score
