"""Findings: claims none of whose readings holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from figcheck.claim import Grounds

if TYPE_CHECKING:
    from figcheck.document import Span
    from figcheck.repair import Repair


class Finding(NamedTuple):
    """What cannot be true, where, and why. Offsets are in the source as it was given."""

    code: str
    rule: str
    level: str  # "error", "warning" or "note"
    start: int
    end: int
    message: str
    arithmetic: str
    related: tuple[Span, ...]  # the other figures of the claim
    repair: Repair | None  # the one small edit that would mend it
    grounds: Grounds = Grounds()  # what was weighed before it was raised
