"""What is known of a reading before any document is: the most that its claims' features can add."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from figcheck import bounds, evidence, forms

if TYPE_CHECKING:
    from figcheck.document import Kind
    from figcheck.evidence import Weighed
    from figcheck.reading import Reading

_MOST_KEPT = 1024
Construction = tuple[str, str, str, bool, bool, bool, int, int]
_MOST_OPENINGS = 4096
MANY = 16
"""So many figures of a sort, and more, are all alike to the evidence."""


class Known(NamedTuple):
    """What is known of a figure in a slot: what its roles add, and the most that a construction
    can in which it takes part; its main role; its roles with their weight."""

    score: int
    form: int
    role: str
    roles: Weighed


class Plan:
    """A reading with the bounds of its evidence, worked out once for all documents."""

    __slots__ = (
        "alike",
        "aside",
        "choice",
        "choices",
        "constructions",
        "fits",
        "form",
        "forms",
        "is_of_list",
        "known",
        "likes",
        "lost",
        "marks",
        "names",
        "openings",
        "pair",
        "reading",
    )

    def __init__(self, reading: Reading) -> None:
        slots = reading.slots
        self.reading = reading
        self.is_of_list = reading.is_of_list
        self.names = names = (reading.stated.name, *[slot.name for slot in slots])
        self.aside = bounds.of_aside(reading.name)
        # by what figures that must be alike share, and how the stated one hangs on them
        self.alike = sum(map(bounds.of_like, slots)) + self.aside
        self.marks = bounds.of_marks(reading.told) if reading.marks is not None else 0
        told = [[mark for mark in group if mark not in reading.near] for group in reading.told]
        self.lost = self.marks - bounds.of_marks(tuple(map(tuple, told))) if reading.near else 0
        self.form = bounds.of_form(reading.name)
        self.choice = bounds.of_choice(len(slots), 1)
        self.likes = [
            (
                names.index(slot.like) - 1 if slot.like != "stated" else -1,
                at,
                slot.elided,
                f"{slot.like}_{slot.name}" if slot.like != "stated" else "",
            )
            for at, slot in enumerate(slots)
            if slot.like
        ]
        # The one slot of two whose figure must be like that in the other, if there is one.
        named = [like for like in self.likes if like[3]] if len(slots) == 2 else []
        self.pair = named[0] if named else None
        self.choices = [bounds.of_choice(len(slots), alike) for alike in range(MANY + 1)]
        self.fits: list[dict[tuple[Kind, frozenset[str]], int | None]] = [{} for _ in slots]
        self.known: dict[tuple[int, frozenset[str], int, str], Known] = {}
        self.constructions: dict[Construction, int] = {}
        self.forms: dict[tuple[str, str, str, bool, int], int] = {}
        self.openings: dict[tuple[frozenset[str], int], int] = {}

    def fit(self, at: int, look: tuple[Kind, frozenset[str]]) -> int | None:
        """The most that roles can add in a slot; None for a kind or roles that it does not take."""
        slot, (kind, roles) = self.reading.slots[at], look
        found = None
        if slot.takes(kind, roles):
            found = bounds.of_roles_anywhere(slot.name, roles)
        if len(self.fits[at]) > _MOST_OPENINGS:
            self.fits[at].clear()
        self.fits[at][look] = found
        return found

    def know(self, key: tuple[int, frozenset[str], int, str]) -> Known:
        """What is known of a figure in a slot: see Known.

        The key is the number of the slot, the figure's roles, where it stands (`where`) and the
        main role of the stated figure.
        """
        at, roles, where, stated = key
        if len(self.known) > _MOST_OPENINGS:
            self.known.clear()
        before, apart = where % 2 == 0, where // 2
        side = "" if apart else "before" if before else "after"
        weighed, role = (
            evidence.of_roles(self.names[at + 1], roles, side),
            evidence.main_role(roles),
        )
        form = self.most_of_form(stated, self.names[at + 1], role, before, apart)
        found = self.known[key] = Known(weighed.score, form, role, weighed)
        return found

    def opening(self, roles: frozenset[str], apart: int) -> int:
        """What the roles of the stated figure add, with the most of a construction about it."""
        key = roles, apart
        found = self.openings.get(key)
        if found is None:
            if len(self.openings) > _MOST_OPENINGS:
                self.openings.clear()
            form = self.most_of_form(evidence.main_role(roles), apart=apart)
            found = self.openings[key] = evidence.of_roles(self.names[0], roles).score + form
        return found

    def construction(self, key: Construction) -> int:
        """The most that a construction of the stated figure and two operands can add.

        The main roles of the three, whether the operands stand before the stated figure and the
        first before the second, over how many sentences, and how many rivals they have.
        """
        found = self.constructions.get(key)
        if found is None:
            found = forms.of_three(self.reading.name, self.names, *key)
            found = self.constructions[key] = found - self.lost if key[6] else found
        return found

    def most_of_form(
        self, role: str, slot: str = "", own: str = "", before: bool = False, apart: int = 0
    ) -> int:
        """The most that the construction can add: see figcheck.forms."""
        key = role, slot, own, before, apart
        found = self.forms.get(key)
        if found is None:
            found = forms.most(
                self.reading.name, self.names, role, slot, own, before=before, apart=apart
            )
            found = self.forms[key] = found - self.lost if apart else found
        return found


def plan_of(reading: Reading) -> Plan:
    """The plan of a reading."""
    found = _PLANS.get(id(reading))
    if found is None or found.reading is not reading:
        if len(_PLANS) >= _MOST_KEPT:
            _PLANS.clear()
        found = _PLANS[id(reading)] = Plan(reading)
    return found


_PLANS: dict[int, Plan] = {}


class _Plans:
    """The plans that are kept, to be forgotten when the weights change."""

    def cache_clear(self) -> None:
        _PLANS.clear()


evidence.CACHED.append(_Plans())
