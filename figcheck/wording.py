"""How claims are put in words: their arithmetic and their messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.claim import Claim, Op, computed_ends
from figcheck.document import Kind
from figcheck.manner import write_like
from figcheck.timespan import HEDGED

if TYPE_CHECKING:
    from figcheck.document import Figure

_SIGNS = {Op.ABOVE: ">", Op.BELOW: "<", Op.AT_MOST: "≤", Op.AT_LEAST: "≥"}
_BROKEN = {
    Op.ABOVE: "not above", Op.BELOW: "not below", Op.AT_MOST: "more than", Op.AT_LEAST: "less than",
}  # fmt: skip


def arithmetic(claim: Claim) -> str:
    """The sum with its figures as written: "10,000 + 40,000 = 50,000"."""
    if claim.stated is not None and _is_order(claim):
        return f"{claim.stated.text} {_SIGNS[claim.op]} {claim.term.shown()}"
    come_to = _come_to(claim)
    if come_to is None or (len(claim.term.figures) <= 1 and claim.message is not None):
        return claim.message or claim.term.shown()
    return f"{claim.term.shown()} = {come_to}"


def confirmation(claim: Claim) -> str:
    """What holds, with the arithmetic: "30 miles = 48.3 km, stated as 48 km"."""
    shown = arithmetic(claim)
    stated = claim.stated
    if stated is None or claim.message is not None or _is_order(claim):
        return shown
    if _is_said(stated, shown.rpartition("= ")[2]):
        return shown
    how = "at most" if claim.op is Op.AT_LEAST else "stated as"
    return f"{shown}, {how} {HEDGED.get(stated.hedge, '')}{stated.text}"


def _is_order(claim: Claim) -> bool:
    """Does the claim set two figures above each other? A total of parts is worked out first."""
    return claim.op in _SIGNS and (claim.op is not Op.AT_LEAST or len(claim.term.figures) == 1)


def _is_said(stated: Figure, come_to: str) -> bool:
    """Does the text state what the arithmetic comes to, in figures or in words?"""
    value = stated.value
    written = f"{value:,}" if isinstance(value, int) else stated.text
    return come_to == stated.text or written in come_to.split()


def message(claim: Claim) -> str:
    """What is wrong, with the arithmetic: "10,000 + 55,000 = 65,000, more than 50,000"."""
    if claim.message is not None:
        return claim.message
    if claim.stated is None:
        return arithmetic(claim)
    if _is_order(claim):
        return f"{claim.stated.text} is {_BROKEN[claim.op]} {claim.term.shown()}"
    slip = f"; {claim.slip}" if claim.slip else ""
    broken = "more than" if claim.op is Op.AT_LEAST else "not"
    return f"{arithmetic(claim)}, {broken} {claim.stated.text}{slip}"


def _model(claim: Claim) -> Figure:
    """The figure whose manner a derived value takes: the last operand that is no share."""
    figures = [f for f in claim.term.figures if f.kind not in (Kind.SHARE, Kind.FRACTION)]
    return (figures or list(claim.term.figures))[-1]


def _come_to(claim: Claim) -> str | None:
    """What the term comes to, in the manner of the stated figure: "60 or 61" where it is either."""
    ends = computed_ends(claim)
    if ends is None:
        return None
    model = claim.stated or _model(claim)
    low, high = (write_like(model, end, exact=claim.stated is None) for end in ends)
    if low == high:
        return low
    unit = low.rpartition(" ")[2]
    if not unit[:1].isdigit() and high.endswith(f" {unit}"):
        low = low.removesuffix(f" {unit}")
    return f"{low} {'or' if ends[1] - ends[0] <= 1 else 'to'} {high}"
