"""Bounds of what the construction of a reading can add, by what is known of its figures.

`figcheck.evidence.of_form` weighs the order of the slots, the main role of the figure in each and
how closely they stand. Of a way that is not yet whole, some of that is known: the role of the stated
figure, of one operand, on which side it stands and how many sentences off. What the rest can add at
the most is looked up here, so that few ways need to be put together.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

from figcheck import evidence
from figcheck.evidence import WEIGHTS

_KEPT = 1 << 14
_HERE = ("tight", "loose", "mixed", "sentence")
_CLOSENESS = (*_HERE, "next", "text")
_FROM = ((*_HERE, "next", "text"), ("next", "text"), ("text",))  # by sentences apart
_CROWDS = ("-1", "0", "1", "2", "3", "4", "many")

Order = tuple[str, ...]


class _Form(NamedTuple):
    """A construction that has a weight of its own: its slots in order, the roles of the operands."""

    closeness: str
    order: Order
    roles: dict[str, str]
    score: int


def most(
    reading: str,
    names: Order,
    role: str,
    slot: str,
    own: str,
    *,
    before: bool,
    apart: int,
) -> int:
    """The most that the construction of a reading can add.

    `names` are those of its slots, the stated one's first, `role` is the main role of the stated
    figure. Where one operand is known, `slot` is its slot, else "", `own` its main role, and
    `before` whether it stands before the stated figure. `apart` is 0 where all figures may stand in
    one sentence, 1 where they cannot, 2 where two of them are more than one sentence off.
    """
    stated, near = names[0], _FROM[apart]
    shapes = {
        (closeness, order): score
        for (closeness, order), score in _shapes(reading, names).items()
        if closeness in near
        if not slot or (order.index(slot) < order.index(stated)) == before
    }
    forms = [
        shapes[form.closeness, form.order] + form.score
        for form in _forms(reading, stated, role)
        if (form.closeness, form.order) in shapes
        if not slot or form.roles.get(slot) == own
    ]
    return max([*shapes.values(), *forms])


def of_three(
    reading: str,
    names: Order,
    stated: str,
    one: str,
    other: str,
    is_first: bool,
    is_second: bool,
    are_ordered: bool,
    apart: int,
    rivals: int,
) -> int:
    """The most that a construction of three figures adds: see figcheck.plan."""
    first = -2 if is_first else 1
    second = -1 if is_second else 2
    if is_first == is_second and not are_ordered:
        first, second = second, first
    figures = zip(
        (0, first, second), names, (stated, one, other), (True, False, False), strict=True
    )
    slots = tuple(
        [
            (name, frozenset((role,)) if role != "none" else frozenset[str](), is_stated)
            for _, name, role, is_stated in sorted(figures)
        ]
    )
    crowd = evidence.crowd_of(rivals)
    near = _FROM[0][:-2] if not apart else _FROM[0][-2:-1] if apart == 1 else _FROM[2]
    return max(evidence.construction(reading, slots, each, crowd).score for each in near)


@lru_cache(_KEPT)
def _shapes(reading: str, names: Order) -> dict[tuple[str, Order], int]:
    """What the order of the slots and their closeness add, with the most of any crowd."""
    found = {}
    for closeness in _CLOSENESS:
        crowd = max(WEIGHTS.get(f"crowd.{closeness} {count}", 0) for count in _CROWDS)
        plain = crowd + WEIGHTS.get(f"shape.{reading} {closeness}", 0)
        for order in permutations(names):
            key = f"shape.{reading}: {' '.join(order)} {closeness}"
            found[closeness, order] = plain + WEIGHTS.get(key, 0)
    return found


@lru_cache(_KEPT)
def _forms(reading: str, stated: str, role: str) -> list[_Form]:
    """The constructions with weights of their own in which the stated figure has a main role."""
    written = _written().get(reading, {})
    found = []
    for (text, closeness), score in written.items():
        items = [item.partition(":") for item in text.split(" ")]
        order = tuple([name for name, _, _ in items])
        roles = {name: main for name, _, main in items}
        if roles.get(stated) == "":
            whole = " ".join(
                [
                    f"{name}:{roles[name] or role}" if name == stated else f"{name}:{roles[name]}"
                    for name in order
                ]
            )
            score += written.get((whole, closeness), 0)
        elif roles.get(stated) != role:
            continue
        else:
            rest = " ".join([name if name == stated else f"{name}:{roles[name]}" for name in order])
            if (rest, closeness) in written:
                continue  # counted with it
        found.append(_Form(closeness, order, roles, score))
    return found


@lru_cache(1)
def _written() -> dict[str, dict[tuple[str, str], int]]:
    """The weights of constructions, by reading; each by what it says and its closeness."""
    found: dict[str, dict[tuple[str, str], int]] = {}
    for key, score in WEIGHTS.items():
        if key.startswith("form."):
            reading, _, rest = key[len("form.") :].rpartition(": ")
            text, _, closeness = rest.rpartition(" ")
            found.setdefault(reading, {})[text, closeness] = score
    return found


evidence.CACHED += [_shapes, _forms, _written]
