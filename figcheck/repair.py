"""Repairs: the one small edit of the text that would mend a conflict.

A small edit is offered only where it is the one edit of its class of slips that makes the claim hold, and
where it is an edit of one figure: which word of direction is wrong, or which of two figures, the
arithmetic does not say. A slip of scale that may be in either of two figures rules out all less
likely slips; that some digit may be wrong does not. An edit that makes the claim hold exactly goes
before one that makes it hold within rounding. Where no small edit or more than one would do, the
stated figure is offered as the other figures make it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from figcheck.claim import Op, computed_ends
from figcheck.manner import write_like
from figcheck.mends import mendable, mends
from figcheck.rounding import Grade
from figcheck.units import PERCENTAGE_POINT, spellings

if TYPE_CHECKING:
    from figcheck.claim import Claim
    from figcheck.document import Figure
    from figcheck.interval import Number
    from figcheck.mends import Mend
    from figcheck.units import Unit

__all__ = ["Repair", "mendable", "repair"]

_TAIL = re.compile(r"[0-9][^0-9]*$")


class Repair(NamedTuple):
    """An edit of the document's text, and what slip it mends."""

    start: int
    end: int
    text: str
    what: str


def repair(claim: Claim, text: str | None = None) -> Repair | None:
    """The edit to offer for a conflict, None where no small slip or more than one explains it.

    With the document's `text` two figures said in the wrong order can change places too.
    """
    classes = [list(found) for found in mends(claim)]
    for worst in (Grade.EXACT, Grade.ROUNDING):
        for edits in classes:
            found = [mend for mend in edits if mend.grade <= worst]
            if len({(id(mend.figure), mend.value, mend.unit) for mend in found}) == 1:
                return _offer(claim, found[0], text)
            if found and found[0].what == "scale":
                return None
    return _of_rule(claim) or _computed(claim)


def _of_rule(claim: Claim) -> Repair | None:
    """What the rule itself would have the text say."""
    if claim.rewrite is not None:
        (start, end), text = claim.rewrite
        return Repair(start, end, text, "computed")
    return _stated_as(claim, claim.amended)


def _computed(claim: Claim) -> Repair | None:
    """The stated figure as the others make it, where they make it one number."""
    if claim.message is not None or claim.op is not Op.EQUALS or claim.stated is None:
        return None
    ends = computed_ends(claim)
    if ends is None or ends[0] != ends[1]:
        return None
    return _stated_as(claim, ends[0])


def _stated_as(claim: Claim, value: Number | None) -> Repair | None:
    figure = claim.stated
    if figure is None or figure.value is None or value is None or value <= 0:
        return None
    edited = write_like(figure, value)
    if not edited or edited == figure.text:
        return None
    return Repair(figure.start, figure.end, edited, "computed")


def _offer(claim: Claim, mend: Mend, text: str | None) -> Repair | None:
    if mend.figure is None:
        return _exchange(claim, text) if mend.what == "swapped" and text is not None else None
    edited = _edited(mend, mend.figure)
    if edited is None or edited == mend.figure.text:
        return None
    return Repair(mend.figure.start, mend.figure.end, edited, mend.what)


def _exchange(claim: Claim, text: str) -> Repair | None:
    one, two = sorted(claim.term.figures, key=lambda figure: figure.start)
    if one.end > two.start or "\n\n" in text[one.end : two.start]:
        return None
    between = text[one.end : two.start]
    return Repair(one.start, two.end, two.text + between + one.text, "swapped")


def _edited(mend: Mend, figure: Figure) -> str | None:
    """The figure's text with the mend in it."""
    if mend.unit is not None:
        return _in_unit(figure, mend.unit)
    return None if mend.value is None else write_like(figure, mend.value, grain=mend.grain)


def _in_unit(figure: Figure, unit: Unit) -> str | None:
    """The figure's text with the other unit spelt as the one it has: word or sign, one or many."""
    tail = _TAIL.search(figure.text)
    if tail is None or figure.unit is None:
        return None
    start = tail.start() + 1
    written = figure.text[start:].lstrip(" -\u00a0")
    old = next((s for s in spellings(figure.unit) if _joined(s) == _joined(written)), None)
    if old is None:
        return None
    head = figure.text[: len(figure.text) - len(written)]
    if unit is PERCENTAGE_POINT:
        head = figure.text[:start] + " "
        return head + ("percentage point" if figure.value == 1 else "percentage points")
    like = [s for s in spellings(unit) if _manner(s) == _manner(old)] or list(spellings(unit))
    return head + like[0].replace(" . ", ". ").replace(" .", ".")


def _joined(spelling: str) -> str:
    return spelling.replace(" ", "").lower()


def _manner(spelling: str) -> tuple[bool, bool]:
    """Is the spelling a word, and is it said of many?"""
    last = spelling.split()[-1]
    is_word = len(last) > 3 and last.isalpha()
    return is_word, is_word and (last.endswith("s") or last == "feet")
