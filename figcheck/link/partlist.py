"""A list of figures that may make up a total, with what its words say for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.link.joints import joined_traits, owners_of, plain_traits, worded_traits

if TYPE_CHECKING:
    from figcheck.document import Document, Figure


class PartList:
    """Figures that may make up a total, what introduces them, and what else the words say.

    `gate` is one of figcheck.link.gates: "whole", "open", "of", "bracket", "colon", ..., with
    "next " before it where the list stands in the sentences behind the total, "items" for a
    bulleted list, "total", "that", "all", ... where the total closes it. `parts` are what fills
    a reading's slot; where they begin with the whole, `members` are what makes it up. What the
    words say is worked out where it is asked for.
    """

    __slots__ = (
        "_joined",
        "_others",
        "_plain",
        "_worded",
        "document",
        "gate",
        "members",
        "parts",
        "run",
        "total",
    )

    def __init__(
        self,
        document: Document,
        total: Figure,
        parts: tuple[Figure, ...],
        gate: str,
        run: list[Figure],
        *,
        members: tuple[Figure, ...] = (),
        others: tuple[str, ...] = (),
    ) -> None:
        self.document = document
        self.total = total
        self.parts = parts
        self.gate = gate
        self.run = run  # the figures among which the list was found
        self.members = members or parts
        self._others = others
        self._plain: tuple[str, ...] = ()
        self._joined: tuple[str, ...] = ()
        self._worded: tuple[str, ...] = ()

    @property
    def plain(self) -> tuple[str, ...]:
        """The features that the figures themselves tell, and what led to the list."""
        if not self._plain:
            self._plain = (*plain_traits(self.total, self.members, self.gate), *self._others)
        return self._plain

    @property
    def owners(self) -> str:
        """Are the parts of one kind, of the total's kind, or of kinds of their own?"""
        return owners_of(self.total, self.members)

    @property
    def is_scattered(self) -> bool:
        """Do the parts stand in several sentences?"""
        last = self.members[-1].sentence
        return any(part.sentence != last for part in self.members)

    @property
    def joined(self) -> tuple[str, ...]:
        """The features of how the figures are joined."""
        if not self._joined:
            self._joined = joined_traits(self.document, self.total, self.members, self.gate)
        return self._joined

    @property
    def worded(self) -> tuple[str, ...]:
        """The features that the words about the figures tell."""
        if not self._worded:
            self._worded = self.joined + worded_traits(
                self.document, self.total, self.members, self.gate, self.run
            )
        return self._worded
