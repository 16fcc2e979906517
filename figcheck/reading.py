"""A reading: one way in which a text can assert a relation between figures, as a plain value.

A rule declares readings; the engine finds the figures that fill their slots, in every way that the
types allow, and ranks the ways by their evidence. A reading names the figure that is stated as the
result, the slots of the operands, the term that they make, and how it may be used.
"""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import TYPE_CHECKING, NamedTuple

from figcheck.claim import Op
from figcheck.rounding import Grade

if TYPE_CHECKING:
    from collections.abc import Callable

    from figcheck.document import Document, Figure, Kind, Sentence
    from figcheck.terms import Term


class Window(IntEnum):
    """How far from the stated figure the operands may stand, in sentences on either side."""

    SENTENCE = 0
    ADJACENT = 1
    NEAR = 3
    PASSAGE = 7


class Use(Enum):
    """What a reading may do: raise a finding, or only silence others where it holds."""

    ASSERT = "assert"
    SILENCE = "silence"


class Slot(NamedTuple):
    """A place in a reading for a figure, or with `many` for a list of figures.

    `kinds` are the kinds it takes; `like` names the slot ("stated" for the result) whose dimension
    it must share; of `needs` it must have one role, of `bars` none; `link` limits it to a figure
    that is linked to the stated one: "apposed", or for lists "after", "before" (the total), "rest"
    and "shares". `where` tells
    for the stated figure and a candidate (for the stated slot twice the same) what else must be so;
    `elided`: what one of the alike figures is per may be left out ("₹62 before, ₹38 a kilo now").
    """

    name: str
    kinds: frozenset[Kind]
    like: str = ""
    needs: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    many: bool = False
    link: str = ""
    where: Callable[[Figure, Figure], bool] | None = None
    elided: bool = False

    def takes(self, kind: Kind, roles: frozenset[str]) -> bool:
        """Can a figure of a kind and with these roles fill it?"""
        if kind not in self.kinds or not self.bars.isdisjoint(roles):
            return False
        return not self.needs or not self.needs.isdisjoint(roles)


class Slip(NamedTuple):
    """A known mistake: a term that, where it fits, shows how the stated figure came about."""

    name: str  # its class in data/evidence_en.toml
    says: str  # what the message adds: "{stated} is the change on the new figure"
    term: Callable[[Frame], Term | None]


class Frame:
    """The figures that fill a reading's slots, by slot name, with their document."""

    __slots__ = ("document", "filled", "gate", "stated")

    def __init__(
        self,
        document: Document,
        stated: Figure,
        filled: dict[str, tuple[Figure, ...]],
        gate: str = "",
    ) -> None:
        self.document = document
        self.stated = stated
        self.filled = filled
        self.gate = gate  # what introduces a list of parts: see figcheck.link.lists

    def __getitem__(self, slot: str) -> Figure:
        return self.filled[slot][0]

    def all(self, slot: str) -> tuple[Figure, ...]:
        return self.filled[slot]

    @property
    def sentence(self) -> Sentence:
        return self.document.sentences[self.stated.sentence]

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for group in self.filled.values() for figure in group)


class Reading(NamedTuple):
    """One way to read a claim. `gates`: cue classes of which the stated figure's sentence, or one
    in the window, must hold one; empty where the roles say enough. `marks`: further features of the
    evidence, which only the rule can tell; with them goes whether the words say that the stated
    figure is worked out (evidence.of_result). `told`: all the marks there may be, by what excludes
    each other, with "" where there may be none; it lets the engine drop early what cannot matter."""

    name: str
    stated: Slot
    slots: tuple[Slot, ...]
    term: Callable[[Frame], Term | None]
    gates: frozenset[str] = frozenset()
    window: Window = Window.SENTENCE
    use: Use = Use.ASSERT
    op: Op = Op.EQUALS
    accepts: Grade = Grade.ROUNDING
    guard: Callable[[Frame], bool] | None = None
    marks: Callable[[Frame], tuple[str, ...]] | None = None
    told: tuple[tuple[str, ...], ...] = ()
    near: frozenset[str] = frozenset()
    consistency: bool = False
    warns: bool = False  # a conflict is a warning, never an error
    slips: tuple[Slip, ...] = ()

    @property
    def is_of_list(self) -> bool:
        """Are its operands a list of figures?"""
        return bool(self.slots) and self.slots[-1].many
