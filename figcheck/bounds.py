"""Bounds of the evidence: the most that what is not yet known of a claim can add to it.

The engine drops what cannot come to enough, whatever the rest of its features say. Each bound is
the sum, over the features that may yet be added, of the best of those that exclude each other.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from figcheck import evidence
from figcheck.evidence import WEIGHTS
from figcheck.link.asides import ASIDES
from figcheck.link.joints import JOINED, MOST_LEFT, WORDED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from figcheck.reading import Slot

_KEPT = 1 << 14
_MOST_MARKS = 5
_MANY = 8
_LAST = "\U0010ffff"  # behind every other letter
_NEAR = ("near", "middle", "wide", "far")
_ACROSS = ("across_stated", *(f"across_{count}" for count in range(4)))
_PAIRS = (
    ("pair.other_unit",), ("pair.same_owner", "pair.other_owner"), ("pair.other_per", "pair.elided_per"),
    ("pair.ratio", "pair.other_ratio"), ("pair.sentence", "pair.clauses"),
    ("pair.close", "pair.apart"),
)  # fmt: skip


def _best(features: Iterable[str]) -> int:
    """The highest weight of features of which a claim has one."""
    return max(WEIGHTS.get(feature, 0) for feature in features)


def _best_if_any(features: Iterable[str]) -> int:
    """The same of features of which a claim may also have none."""
    return max(0, _best(features))


def _highest(group: str, count: int) -> int:
    """The sum of the highest weights of a group."""
    return sum(sorted([weight for _, weight in _helpful(group)], reverse=True)[:count])


def _helpful(group: str) -> list[tuple[str, int]]:
    """The features of a group that speak for a claim, with their weights."""
    every = _all_helpful()
    first = bisect_left(every, (group,))
    return every[first : bisect_left(every, (group + _LAST,), first)]


@lru_cache(1)
def _all_helpful() -> list[tuple[str, int]]:
    return sorted((key, weight) for key, weight in WEIGHTS.items() if weight > 0)


@lru_cache(_KEPT)
def of_roles_anywhere(slot: str, roles: frozenset[str]) -> int:
    """What roles can add in a slot, on whichever side of the stated figure."""
    return evidence.of_roles(slot, roles).score + _best_if_any(
        (f"{slot}.side_before", f"{slot}.side_after")
    )


@lru_cache(1)
def of_place_here() -> int:
    """The most that the place of an operand in the stated figure's own sentence can add."""
    near, across = [f"apart.{key}" for key in _NEAR], [f"apart.{key}" for key in _ACROSS]
    return _best(near) + _best(across) + _best_if_any(("apart.clause",))


@lru_cache(1)
def of_pair() -> int:
    """The most that what two operands share can add."""
    return _best(("order.before", "order.after")) + sum(_best_if_any(each) for each in _PAIRS)


@lru_cache(_KEPT)
def of_frame(name: str) -> int:
    """The most that the pattern of two operands can add."""
    return _highest(f"{name}.", 1)


def of_like(slot: Slot) -> int:
    """The most that a slot can add by what its figure shares with the one that it must be like."""
    if not slot.like:
        return 0
    return of_pair() + (of_frame(f"{slot.like}_{slot.name}") if slot.like != "stated" else 0)


@lru_cache(_KEPT)
def of_form(reading: str) -> int:
    """The most that the construction of a reading as a whole can add."""
    return (
        _highest(f"shape.{reading} ", 1)
        + _highest(f"shape.{reading}: ", 1)
        + _highest(f"form.{reading}: ", 2)
        + _highest("crowd.", 1)
    )


@lru_cache(_KEPT)
def of_choice(slots: int, alike: int) -> int:
    """The most that a want of rivals can add, where so many or more are alike."""
    fewest = alike - slots
    return max(evidence.of_choice(rivals).score for rivals in range(fewest, max(fewest + 1, _MANY)))


@lru_cache(_KEPT)
def of_marks(told: tuple[tuple[str, ...], ...]) -> int:
    """The most that what a rule marks of a way can add; without word of it, that is five marks."""
    return sum(map(_best, told)) if told else _highest("fit.", _MOST_MARKS)


@lru_cache(1)
def of_list() -> int:
    """The most that a list of figures can add: see figcheck.link.joints."""
    return (
        _highest("gate.", 1)
        + _highest("list.", 9)
        + _highest("parts.", 3)
        + _highest_form("shape.", 2)
    )


@lru_cache(_KEPT)
def of_worded(gate: str, owners: str, *, scattered: bool) -> int:
    """The most that the words about a list can add.

    By what introduces it, whose the parts are, and whether they stand in several sentences.
    """
    joinings, likenesses = WORDED[:2]
    return (
        max(
            [
                WEIGHTS.get(each, 0)
                + WEIGHTS.get(f"form.{gate} {each}", 0)
                + WEIGHTS.get(f"form.{gate} {owners} {each}", 0)
                for each in joinings
                if (each == "list.scattered") == scattered
            ]
        )
        + max([WEIGHTS.get(each, 0) + WEIGHTS.get(f"form.{gate} {each}", 0) for each in likenesses])
        + of_choices(WORDED[2:])
        + _most_left(gate)
    )


def of_unjoined(gate: str) -> int:
    """The most that the words about a list can add but for how its parts are joined."""
    return of_choices(WORDED[JOINED:]) + _most_left(gate)


@lru_cache(_KEPT)
def _most_left(gate: str) -> int:
    """The most that the figures which a list leaves out can add by what introduces it."""
    return _best_if_any([f"form.{gate} list.left {count}" for count in range(MOST_LEFT + 1)])


@lru_cache(_KEPT)
def of_aside(reading: str) -> int:
    """The most that it can add how the stated figure hangs on the operands."""
    return max(evidence.of_aside(reading, how).score for how in ASIDES)


def _highest_form(group: str, count: int) -> int:
    """The most that the forms of lists can add, which alone name a feature of the list."""
    weights = [weight for key, weight in _helpful(f"{group}.") if " list." in key]
    return sum(sorted(weights, reverse=True)[:count])


@lru_cache(1)
def of_uses() -> int:
    """The most that it can add to a conflict that other claims explain its figures."""
    return max(0, _highest("used.", 1))


@lru_cache(_KEPT)
def of_choices(choices: tuple[tuple[str, ...], ...]) -> int:
    """The most that features can add of which a claim has at most one of each group."""
    return sum(_best_if_any(each) for each in choices)


evidence.CACHED += [
    of_roles_anywhere, of_place_here, of_pair, of_frame, of_form, of_choice, of_marks, of_list, of_worded, of_choices,
    of_uses, of_aside, _most_left, _all_helpful,
]  # fmt: skip
