"""The evidence for a reading: one whole number, the sum of class-level weights.

Every candidate has features, named by dotted keys: the roles of the figure in each slot, what lies
between the operands and the stated figure, what they share, how many rivals there are, and what
the arithmetic adds to a conflict. `data/evidence_en.toml` weighs them; no feature is a single word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, Protocol

from figcheck.claim import Op
from figcheck.tables.evidence_en import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from figcheck.claim import Claim
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


UNIT = 6
"""How many units of evidence are one unit of log-odds that the text makes a claim."""
SILENCING = 6
"""How much less evidence than a conflict a claim that holds may have to be worth judging."""
LEAST = min(LIST, FAINTEST - SILENCING)
"""Less evidence than this makes a claim neither listed nor raised, nor does it silence another."""

_KEPT = 1 << 14


def least_listed(claim: Claim) -> int | None:
    """The least evidence with which a claim that holds is listed; None where none is asked for.

    A claim that only works a figure out is listed always. Parts that may leave a rest, and leave
    none, make up their total by no accident.
    """
    if claim.derived:
        return None
    return LIST - MARGIN if claim.op is Op.AT_LEAST else LIST


class Weighed(NamedTuple):
    """Features with the sum of their weights."""

    score: int
    features: tuple[str, ...]


def score(features: Iterable[str]) -> int:
    """The sum of the weights of the features; one without a weight counts nothing."""
    weights = WEIGHTS
    return sum([weights[feature] for feature in features if feature in weights])


def reweigh(weights: Mapping[str, int]) -> None:
    """Weigh by these weights from now on, and forget all that was worked out from others."""
    WEIGHTS.clear()
    WEIGHTS.update(weights)
    for cached in CACHED:
        cached.cache_clear()


class _Kept(Protocol):
    def cache_clear(self) -> None: ...


CACHED: list[_Kept] = []
"""What keeps results that depend on the weights."""


@lru_cache(_KEPT)
def weighed(features: tuple[str, ...]) -> Weighed:
    return Weighed(score(features), features)


@lru_cache(_KEPT)
def of_reading(rule: str, reading: str) -> Weighed:
    return weighed((f"reading.{rule}", f"reading.{rule} {reading}"))


@lru_cache(_KEPT)
def of_roles(slot: str, roles: frozenset[str], side: str = "") -> Weighed:
    """How a figure's roles suit a slot, and on which side of the stated figure it stands."""
    features = [f"{slot}.{role}" for role in sorted(roles)] or [f"{slot}.none"]
    if side:
        features.append(f"{slot}.side_{side}")
    return weighed(tuple(features))


def side_of(stated: Figure, figure: Figure) -> str:
    """Where a figure of the stated one's own sentence stands."""
    if figure.sentence != stated.sentence:
        return ""
    return "before" if figure.place < stated.place else "after"


def of_place(document: Document, stated: Figure, figure: Figure) -> Weighed:
    """How far a figure stands from the stated one, and what lies between."""
    if figure.sentence == stated.sentence:
        apart = abs(figure.place - stated.place)
        near = (
            "apart.near" if apart <= 6 else "apart.middle" if apart <= 14
            else "apart.wide" if apart <= 28 else "apart.far"
        )  # fmt: skip
        between = _between(document, stated, figure)
        if figure.clause == stated.clause:
            return weighed((near, between))
        return weighed((near, "apart.clause", between))
    return of_sentence(document, stated.sentence, figure.sentence)


def of_sentence(document: Document, stated: int, other: int) -> Weighed:
    """How far another sentence stands from that of the stated figure."""
    off = (_BEFORE if other < stated else _AFTER)[min(abs(other - stated), _STEPS)]
    if document.sentences[stated].block == document.sentences[other].block:
        return weighed((off,))
    return weighed((off, "apart.paragraph"))


_STEPS = 4
_BEFORE = tuple(f"apart.before_{steps}" for steps in range(_STEPS + 1))
_AFTER = tuple(f"apart.after_{steps}" for steps in range(_STEPS + 1))
_ACROSS = tuple(f"apart.across_{count}" for count in range(4))
_FEW = 12
_MOST_BETWEEN = 40
_place = attrgetter("place")


def _between(document: Document, stated: Figure, figure: Figure) -> str:
    """Does a figure of the stated one's kind, or of the operand's, stand between the two?"""
    low, high = figure.place, stated.place
    if low > high:
        low, high = high, low
    figures = document.sentences[stated.sentence].figures
    if len(figures) > _FEW:  # a list of very many figures must not be walked for every pair
        first = bisect_right(figures, low, key=_place)
        figures = figures[
            first : min(bisect_left(figures, high, key=_place), first + _MOST_BETWEEN)
        ]
    alike = 0
    for other in figures:
        if low < other.place < high:
            if other.kind is stated.kind:
                return "apart.across_stated"
            alike += other.kind is figure.kind
    return _ACROSS[min(alike, 3)]


def of_pair(one: Figure, other: Figure) -> Weighed:
    """What two figures of one dimension share: unit, what is counted, per what, their clause."""
    features = ["order.before" if one.start < other.start else "order.after"]
    if one.unit is not other.unit:
        features.append("pair.other_unit")
    if one.owner and other.owner:
        features.append("pair.same_owner" if one.owner == other.owner else "pair.other_owner")
    if one.per != other.per:
        is_elided = one.per is None or other.per is None
        features.append("pair.elided_per" if is_elided else "pair.other_per")
    if "numerator" in other.roles and "denominator" in one.roles:
        features.append("pair.ratio" if 0 < one.place - other.place <= 6 else "pair.other_ratio")
    if one.sentence == other.sentence:
        features.append("pair.sentence" if one.clause == other.clause else "pair.clauses")
        features.append("pair.close" if abs(one.place - other.place) <= 8 else "pair.apart")
    return weighed(tuple(features))


def of_result(sentence: Sentence, stated: Figure) -> str:
    """Do the words say that the stated figure is worked out from others: "which comes to", "so"?"""
    ends = sentence.works_out
    if not ends:
        return "result.none"
    before = bisect_right(ends, stated.place)
    if not before:
        return "result.after"
    return "result.near" if stated.place - ends[before - 1] <= 4 else "result.before"


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


@lru_cache(_KEPT)
def main_role(roles: frozenset[str]) -> str:
    """The role that says most about a figure."""
    return next((role for role in _MAIN if role in roles), "none")


def of_frame(name: str, stated: Figure, one: Figure, other: Figure) -> Weighed:
    """The pattern of two operands: their main roles, and whether all three share a clause."""
    here = one.sentence == other.sentence == stated.sentence
    place = (
        "clause"
        if here and one.clause == other.clause == stated.clause
        else "sentence"
        if here
        else "text"
    )
    return _pattern(name, one.roles, other.roles, place)


@lru_cache(_KEPT)
def _pattern(name: str, one: frozenset[str], other: frozenset[str], place: str) -> Weighed:
    return weighed((f"{name}.{main_role(one)}-{main_role(other)} {place}",))


@lru_cache(_KEPT)
def of_aside(reading: str, how: str) -> Weighed:
    """How the stated figure hangs on the operands: see figcheck.link.asides."""
    return weighed((f"aside.{how}", f"aside.{reading} {how}"))


def of_form(
    document: Document, reading: str, places: list[tuple[str, Figure]], rivals: int
) -> Weighed:
    """The construction as a whole: which slot comes after which, by what role, how closely.

    `places` are the slots with their figures, the stated one first, `rivals` how many figures
    could have stood in their places: that matters less the more closely they stand.
    """
    stated = places[0][1]
    ordered = sorted(places, key=_by_start)
    closeness = _closeness(document, [figure for _, figure in ordered])
    slots = tuple([(name, figure.roles, figure is stated) for name, figure in ordered])
    return construction(reading, slots, closeness, crowd_of(rivals))


def _by_start(place: tuple[str, Figure]) -> int:
    return place[1].start


@lru_cache(_KEPT)
def construction(
    reading: str, slots: tuple[tuple[str, frozenset[str], bool], ...], closeness: str, crowd: str
) -> Weighed:
    """The same by what is known of it: slot, roles and whether it is the stated one, in order."""
    names = " ".join([name for name, _, _ in slots])
    full = " ".join([f"{name}:{main_role(roles)}" for name, roles, _ in slots])
    rest = " ".join(
        [name if is_stated else f"{name}:{main_role(roles)}" for name, roles, is_stated in slots]
    )
    return weighed(
        (
            f"shape.{reading} {closeness}",
            f"shape.{reading}: {names} {closeness}",
            f"form.{reading}: {rest} {closeness}",
            f"form.{reading}: {full} {closeness}",
            f"crowd.{closeness} {crowd}",
        )
    )


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
    return "tight" if link >= 2 else "fair" if link >= -6 else "loose" if link >= -12 else "faint"


@lru_cache(_KEPT)
def of_choice(rivals: int) -> Weighed:
    """How many figures could have stood in the operands' places besides those that do."""
    return weighed((f"rivals.{crowd_of(rivals)}",))


def crowd_of(rivals: int) -> str:
    return f"{rivals}" if rivals < 4 else "4" if rivals < 7 else "many"


CACHED += [of_aside, weighed, of_reading, of_roles, of_choice, _pattern, construction]
