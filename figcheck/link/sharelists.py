"""Lists of percentages that may share out one whole, with what speaks for each.

"Copper 70%, zinc 25% and lead 5%"; over the sentences of a paragraph; an item each. A list is found
from its last share.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from figcheck.cues import MOVES
from figcheck.document import BlockRole, Hedge, Kind
from figcheck.link.addends import neighbours
from figcheck.link.gates import has_own_bracket
from figcheck.link.joints import is_partition
from figcheck.link.partlist import PartList
from figcheck.link.rests import kind_of_rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Document, Figure, Sentence

_ASIDE = frozenset(("moved", "prior", "from", "than", "versus", "expected", "average"))
_PLAIN = frozenset((Hedge.EXACT, Hedge.ABOUT))
_APART = 20
_MOST = 12
_MOST_SEEN = 40
_MOST_ITEMS = 20
_HEAD = 14
_HOLDINGS = frozenset("stake stakes holding holdings interest interests".split())
_RATES = frozenset(
    "several multiple allowed apply choose least both also overlap overlapping either respectively "
    "turnout rate rates rose fell compared versus vs arm arms group groups while whereas than who".split()
)
_OPEN_ANSWERS = frozenset(
    "several multiple allowed apply both overlap overlapping respectively turnout whereas than "
    "comorbid comorbidities symptoms adverse".split()
)
_UNDECIDED = frozenset(
    "undecided unsure undeclared neither none unknown other others opinion abstaining abstained "
    "unsaid uncommitted know blank spoiled misc miscellaneous unspecified unaffiliated".split()
)
_WHOLES = frozenset(
    "alloy blend mixture mix split splits divided breakdown composed consists comprises composition "
    "portfolio weight sediment soil recipe fabric cloth ownership stake owned owns shares portions "
    "pie divides comprised divide share shared shareholders assets ethnicity religion assessment "
    "proportions ratio vote votes poll estate residue energy electricity".split()
)
_ONE_CHOICE = frozenset(("one", "single", "only", "favourite", "favorite", "prefer", "preferred"))
_OPEN = frozenset("else others other remaining rest remainder balance".split())
_JOINS = frozenset((",", "and", "but", "while", ";"))
_PLACES = frozenset("in among at within under over across".split())


def is_share(figure: Figure) -> bool:
    """A share of something, not a change or a level, and not one in brackets that says it again."""
    return (
        figure.kind is Kind.SHARE
        and figure.value is not None
        and 0 < figure.value <= 100
        and figure.hedge in _PLAIN
        and not figure.roles & _ASIDE
        and not (figure.apposed is not None and figure.apposed.kind is Kind.SHARE)
    )


def share_lists(document: Document, last: Figure) -> Iterator[PartList]:
    """The lists of three shares and more that a share closes."""
    sentence = document.sentences[last.sentence]
    if not is_share(last) or not _OPEN_ANSWERS.isdisjoint(sentence.vocabulary):
        return
    if document.blocks[sentence.block].role is BlockRole.ITEM:
        items = _items_to(document, sentence, last)
        if len(items) >= 3:
            yield _list(document, items, "items")
    shares = [figure for figure in sentence.figures[:_MOST_SEEN] if is_share(figure)]
    at = next((k for k, share in enumerate(shares) if share is last), -1)
    if at < 0 or not _closes(sentence, shares, at):
        return
    run = _run(shares[: at + 1])
    if _are_holdings(sentence, run) or _are_of_arms(sentence, run):
        return
    if _owned(document, run) == "apart" or not all(map(_has_sign, run)):
        return
    if len(run) >= 3:
        yield _list(document, run, _opening(sentence, run))
        if len(run) > 3:
            yield _list(document, run[1:], f"{_opening(sentence, run[1:])} later")
    if len(run) <= 2 and len(run) == at + 1:
        yield from _over_sentences(document, sentence, run)


def _are_of_arms(sentence: Sentence, run: tuple[Figure, ...]) -> bool:
    """ "(54% drug; 55% placebo) and ... (24% drug; 19% placebo)": a pair in each of two brackets?"""
    words = sentence.words[run[0].place : run[-1].place]
    return ";" in words and ")" in words and "(" in words[words.index(")") :]


def _are_holdings(sentence: Sentence, run: tuple[Figure, ...]) -> bool:
    """ "A 20 percent stake in one, a 49 percent holding of another": shares of several firms?"""
    held = [not _HOLDINGS.isdisjoint(sentence.words[s.place + 1 : s.place + 3]) for s in run]
    return sum(held) > 1


def _has_sign(share: Figure) -> bool:
    """Is it written as a percentage, not by elision?"""
    return "%" in share.text or "p" in share.text.lower()


def _run(shares: list[Figure]) -> tuple[Figure, ...]:
    """The shares before the last that stand close together."""
    start = len(shares) - 1
    while start and shares[start].place - shares[start - 1].place <= _APART:
        start -= 1
    return tuple(shares[max(start, len(shares) - _MOST) :])


def _closes(sentence: Sentence, shares: list[Figure], at: int) -> bool:
    """Is a share the last of its list: of the sentence, of a bracket, before a semicolon?"""
    if at == len(shares) - 1:
        return True
    last, then = shares[at], shares[at + 1]
    words = sentence.words
    between = words[last.place + 1 : then.place]
    if len(between) >= _APART:
        return True
    inside = words[shares[0].place : last.place]
    if ")" in between and ")" not in inside:
        return True
    return ";" in between and ";" not in inside


def _over_sentences(
    document: Document, sentence: Sentence, run: tuple[Figure, ...]
) -> Iterator[PartList]:
    """The shares of the few sentences before, and these."""
    gathered = list(run)
    for before in neighbours(document, sentence.index, -1):
        if document.blocks[before.block].role is BlockRole.ITEM:
            return
        gathered = [f for f in before.figures[:_MOST_SEEN] if is_share(f)] + gathered
        if len(gathered) > _MOST:
            return
        if len(gathered) >= 3 and gathered[0].sentence != run[0].sentence:
            yield _list(document, tuple(gathered), "next")


def _items_to(document: Document, sentence: Sentence, last: Figure) -> tuple[Figure, ...]:
    """The one share of each item of a list that ends with this."""
    blocks, block = document.blocks, sentence.block
    if block + 1 < len(blocks) and blocks[block + 1].role is BlockRole.ITEM:
        return ()
    found = [last]
    at = sentence.index - 1
    while at >= 0 and len(found) < _MOST_ITEMS:
        above = document.sentences[at]
        if above.block != block and blocks[above.block].role is not BlockRole.ITEM:
            break
        shares = [figure for figure in above.figures[:_MOST_SEEN] if is_share(figure)]
        if above.block == block or len(shares) != 1:
            return ()
        found.append(shares[0])
        block = above.block
        at -= 1
    return tuple(reversed(found))


def _opening(sentence: Sentence, run: tuple[Figure, ...]) -> str:
    """What introduces a list of shares."""
    first, words = run[0], sentence.words
    head = words[max(0, first.place - _HEAD) : first.place]
    if any(cue.name == "whole_list" and cue.to <= first.place for cue in sentence.cues):
        return "whole"
    if has_own_bracket(sentence, first):
        return "brackets" if has_own_bracket(sentence, run[-1]) else "bracket"
    return "colon" if ":" in head else "plain"


def _list(document: Document, run: tuple[Figure, ...], opening: str) -> PartList:
    *parts, last = run
    traits = tuple(_traits(document, run))
    return PartList(
        document, last, tuple(parts), f"shares {opening}", [], members=run, others=traits
    )


def _traits(document: Document, run: tuple[Figure, ...]) -> Iterator[str]:
    """What the words say for one whole, or for several."""
    sentence, last = document.sentences[run[0].sentence], run[-1]
    tail = document.sentences[last.sentence].words[last.place + 1 : last.place + 6]
    words = sentence.words
    head = words[max(0, run[0].place - _HEAD) : run[0].place]
    yield (
        "list.shares 3"
        if len(run) == 3
        else "list.shares 4"
        if len(run) < 6
        else "list.shares many"
    )
    if not _WHOLES.isdisjoint(head) or not _WHOLES.isdisjoint(tail):
        yield "list.shares of whole"
    if not _ONE_CHOICE.isdisjoint(head):
        yield "list.shares of choice"
    if is_partition(document, run) or not _UNDECIDED.isdisjoint(tail):
        yield "list.shares closed"
    elif kind_of_rest(document.sentences[last.sentence], last):
        yield "list.shares with rest"
    if not _RATES.isdisjoint(sentence.vocabulary):
        yield "list.shares rates"
    if any(cue.name in MOVES for cue in sentence.cues):
        yield "list.shares moved"
    if is_left_open(document, last):
        yield "list.shares open"
    yield f"list.shares owned {_owned(document, run)}"
    if any(changes_place(document, one, other) for one, other in pairwise(run)):
        yield "list.shares places"


def _owned(document: Document, run: tuple[Figure, ...]) -> str:
    """Of how many of the shares do the words say of what they are: "40% of women, 30% of men"?"""
    wholes = set()
    for share in run:
        words = document.sentences[share.sentence].words[share.place + 1 : share.place + 5]
        if words[:1] == ["of"]:
            wholes.add(" ".join(words[1:3]))
    return "once" if len(wholes) == 1 else "apart" if wholes else "never"


def is_left_open(document: Document, last: Figure) -> bool:
    """Do the words behind a list speak of others: "no one else has more than a twentieth"?"""
    sentence = document.sentences[last.sentence]
    behind = sentence.words[last.place + 4 :][:12]
    following = document.sentences[sentence.index + 1 : sentence.index + 2]
    if following and following[0].block == sentence.block:
        behind = behind + following[0].words[:8]
    return not _OPEN.isdisjoint(behind)


def changes_place(document: Document, one: Figure, other: Figure) -> bool:
    """ "81 percent for it and in the yards 58 percent against": another whole?"""
    if one.sentence != other.sentence:
        return False
    between = document.sentences[one.sentence].words[one.place + 1 : other.place]
    return any(a in _JOINS and b in _PLACES for a, b in pairwise(between))
