"""What the words call a rest, and what they make one without calling it so.

"The other 125", "leaving 12", "the rest, 40"; "the 83 who did not", "stocks, at 1,360", "it needs
86 more".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figcheck.document import Figure, Sentence

_HEDGES = frozenset("about around some roughly nearly almost only just the a an its their".split())
_PREPOSITIONS = frozenset(
    "in to for from with at on of by as who were was are under over into between through during after".split()
)
_REST = frozenset(("remainder", "rest", "balance", "others"))
_OTHERS = frozenset(("other", "remaining"))
_LEFT = frozenset(("leaving", "leaves", "left", "leave"))
_LEFT_OVER = frozenset(("others", "left", "remain", "remaining"))
NAMES_OF_REST = _REST | _OTHERS | _LEFT | _LEFT_OVER
_BEFORE_REST = _HEDGES | {",", "(", "of", ":", "-", "only"}
_STATE = frozenset(
    "arrears outstanding undrawn unspent unsold unpaid uncollected unused unclaimed unfilled "
    "untested unread stock stocks shortfall stays stay remains remained owed owing undecided "
    "vacant empty idle missing".split()
)
_STILL = frozenset(("still", "yet"))
_NEED = frozenset("need needs needed require requires required want wants wanted".split())
_RELATIVES = frozenset("who whom whose that which".split())
_STAYED = frozenset("left remain remained remains unsold unspent unpaid".split())
_THE = frozenset(("the", "those", "these"))
_STOPS = frozenset((".", ";", ":", "?", "!", "#"))
_MARKS = _STOPS | {",", "(", ")"}
_BEING = frozenset(("are", "is", "were", "was", "have", "has", "had"))
IMPLIES_REST = (
    _STATE | _STILL | _NEED | _RELATIVES | _STAYED | {"else", "now", "original", "go", "without"}
)


IMPLIED = frozenset(
    f"rest {how}" for how in ("original", "which", "needed", "still", "state", "else", "now")
)


def rest_kind(sentence: Sentence, figure: Figure) -> str:
    """How a figure is called the rest: "the other 125", "leaving 12", "the rest, 40"; "" where not."""
    words, place = sentence.words, figure.place
    at = place - 1
    while at >= 0 and place - at <= 4 and words[at] in _BEFORE_REST:
        at -= 1
    word = words[at] if at >= 0 else ""
    if word in _OTHERS:
        return f"rest {word}" if place - at <= 2 and not _is_some(words, at) else ""
    if word in _LEFT and "," not in words[at:place] and words[at - 1 : at] != ["the"]:
        return "rest leaving"
    if _is_named(words, place):
        return "rest named"
    after, then = [*words[place + 1 : place + 3], "", ""][:2]
    is_over = after in _LEFT_OVER and (not then[:1].isalpha() or then in _PREPOSITIONS)
    return "rest after" if is_over else ""


def _is_named(words: list[str], place: int) -> bool:
    """ "The rest, 40", "the balance of 45": no other figure between."""
    for at in range(place - 1, max(-1, place - 7), -1):
        if words[at] == "#":
            return False
        if words[at] in _REST:
            return True
    return False


def _is_some(words: list[str], at: int) -> bool:
    """ "Another", "some other", "no other" name no rest."""
    return at > 0 and words[at - 1] in ("some", "no", "any", "many", "several", "each", "or")


def implied_rest(sentence: Sentence, figure: Figure) -> str:
    """In what way the words make a figure what is left; "" where they do not."""
    words, place = sentence.words, figure.place
    before = _before(words, place)
    after = _after(words, place)
    if words[place + 1 : place + 4] == ["of", "the", "original"]:
        return "rest original"
    if words[place - 1] in _THE and _is_told_apart(after):
        return "rest which"
    if not _NEED.isdisjoint(before) and (after[:1] == ["more"] or before[-1:] == ["another"]):
        return "rest needed"
    if before[-1:] in (["another"], ["further"], ["additional"]):
        return ""
    if not _STILL.isdisjoint(before[-4:]) or not _STILL.isdisjoint(after[:3]):
        return "rest still"
    if after[:2] == ["to", "go"]:
        return "rest still"
    if not _STATE.isdisjoint(before) or not _STATE.isdisjoint(after[:3]):
        return "rest state"
    if ("else" in before[-3:] and before[-1:] != [":"]) or "else" in after:
        return "rest else"
    return "rest now" if "now" in before and not _BEING.isdisjoint(before) else ""


def _before(words: list[str], place: int) -> list[str]:
    """The few words before a figure, up to another or the end of a clause."""
    start = place
    while start > max(0, place - 6) and (
        words[start - 1] not in _STOPS or (start == place and words[start - 1] == ":")
    ):
        start -= 1
    return words[start:place]


def _after(words: list[str], place: int) -> list[str]:
    """The few words behind a figure, up to a mark."""
    stop = place + 1
    while stop < min(len(words), place + 6) and words[stop] not in _MARKS:
        stop += 1
    return words[place + 1 : stop]


def _is_told_apart(after: list[str]) -> bool:
    """ "The 82 that could be used", "the 9 on which they could not agree", "the 205 he had left"."""
    return (
        not _RELATIVES.isdisjoint(after[:3])
        or not _STAYED.isdisjoint(after)
        or after[:1] in (["not"], ["without"], ["still"])
    )
