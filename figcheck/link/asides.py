"""Asides: a stretch between two marks that has no verb of its own says more of what stands beside it.

"She won 24, one in eight, ..."; "the loss, at $4.2m, ...": the figure in the aside belongs to that
which the aside hangs on, more surely than to any other of its sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from figcheck.document import Document, Figure, Sentence

_MARKS = frozenset((",", ";", ":", "(", ")", "[", "]", "—", "–", "--", "=", "i.e."))
_LONGEST = 14  # items of an aside
_AUXILIARIES = frozenset(
    "is are was were be been being am has have had do does did will would can could may might must shall "
    "should n't isn't wasn't aren't weren't hasn't haven't hadn't won't".split()
)
_PASTS = frozenset(
    "said says say went goes go came comes come got gets get made makes make took takes take gave gives give "
    "found finds find left leaves leave lost loses lose won wins win paid pays pay sold sells sell bought "
    "buys buy rose rises rise fell falls fall grew grows grow saw sees see told tells tell held holds hold "
    "kept keeps keep ran runs run stood stands stand led leads lead spent spends spend met meets meet sent "
    "sends send built builds build drew draws draw became becomes become began begins begin cost costs cut "
    "hit hits put puts set sets let shot died dies die want wants live lives lived wrote writes write reach "
    "reaches total totals show shows shut voted votes vote fought beat beats earn earns account accounts "
    "include includes cover covers remain remains employ employs need needs work works think know knew "
    "brought brings bring carry carries carries thought killed says drove drives ate eats drank sank "
    "flew flies lay lies sat sits rang sang spoke wore wears stole swam threw woke chose broke froze".split()
)
_NO_VERBS = frozenset("compared based adjusted red hundred need bed shed seed speed breed".split())


class _Stretch(NamedTuple):
    """The items between two marks, from `start` up to `stop`."""

    start: int
    stop: int
    is_verbless: bool


def aside(document: Document, stated: Figure, operands: Sequence[Figure]) -> str:
    """How the stated figure hangs on its operands: "operand", "other", "within", "operand aside", "none"."""
    sentence = document.sentences[stated.sentence]
    here = [figure for figure in operands if figure.sentence == stated.sentence]
    own = _stretch(sentence, stated)
    if own.is_verbless and own.start:
        inside = [figure for figure in here if own.start <= figure.place < own.stop]
        if inside:
            return "within"
        host = _figure_before(sentence, own.start)
        return "operand" if host in here else "other"
    for figure in here:
        hanging = _stretch(sentence, figure)
        if hanging.is_verbless and hanging.start:
            host = _figure_before(sentence, hanging.start)
            if host is stated:
                return "operand aside"
    return "none"


ASIDES = ("operand", "other", "within", "operand aside", "none")


def _stretch(sentence: Sentence, figure: Figure) -> _Stretch:
    words, place = sentence.words, figure.place
    start = place
    while start > 0 and words[start - 1] not in _MARKS and place - start < _LONGEST:
        start -= 1
    stop = place + 1
    while stop < len(words) and words[stop] not in _MARKS and stop - place < _LONGEST:
        stop += 1
    is_whole = stop - start < _LONGEST and (not start or words[start - 1] in _MARKS)
    return _Stretch(start, stop, is_whole and not any(map(_is_verb, words[start:stop])))


def _is_verb(word: str) -> bool:
    if word in _AUXILIARIES or word in _PASTS:
        return True
    return word.endswith("ed") and len(word) > 4 and word not in _NO_VERBS


def _figure_before(sentence: Sentence, place: int) -> Figure | None:
    """The last figure before a place, within reach."""
    for at in range(place - 1, max(-1, place - 2 * _LONGEST), -1):
        figure = sentence.figure_at.get(at)
        if figure is not None:
            return figure
    return None
