"""What the words around the figures of a list say of it: how they are joined and what they share."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from figcheck.extract.nouns import singular
from figcheck.link.gates import OF_THEM, opens_with_of
from figcheck.link.restnames import rest_kind
from figcheck.link.surroundings import stems_about
from figcheck.tables.partitions_en import TABLE

if TYPE_CHECKING:
    from figcheck.document import Document, Figure, Sentence

_JOINERS = frozenset(("and", "plus", "&", "+"))
_CONTRASTS = frozenset(("while", "whereas", "but", "against"))
_HEDGES = frozenset("about around some roughly nearly almost only just the a an its their".split())
_FURTHER = frozenset("further another additional more extra second".split())
_OVERLAPS = frozenset(("both", "neither", "overlap", "overlapping", "twice", "respectively"))
_SHARED = frozenset(
    ("do", "did", "does", "had", "have", "has", "were", "are", "by", "in", "#", "or", "with")
)
_RANKS = frozenset(
    "largest biggest highest longest tallest heaviest most ahead followed top second".split()
)
_PREPOSITIONS = frozenset(
    "in to for from with at on of by as who were was are under over into between through during after".split()
)
_ALLOCATED = frozenset(
    "randomised randomized randomly randomisation randomization assigned allocated divided split arm "
    "arms either".split()
)
_SMALL = 12
MOST_LEFT = 3
_MOST_FIGURES = 40  # of a sentence, looked at
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "both": 2, "pair": 2, "six": 6, "seven": 7}
_PARTITION: dict[str, list[int]] = {}
for _row, _words in enumerate(TABLE["partitions"]):
    for _word in _words:
        _PARTITION.setdefault(_word, []).append(_row)


def is_coordinated(sentence: Sentence, one: Figure, other: Figure) -> bool:
    """Does an "and" stand between the figures?"""
    return not _JOINERS.isdisjoint(sentence.words[one.place + 1 : other.place])


def plain_traits(total: Figure, parts: tuple[Figure, ...], gate: str) -> list[str]:
    """The features of a list that its figures alone tell, for the evidence."""
    found = [f"gate.{gate}", f"list.{min(len(parts), 5)} parts", f"list.{total.kind.value}"]
    found += [f"parts.{role}" for role in frozenset[str]().union(*[part.roles for part in parts])]
    distance, owners = _distance(total, parts), owners_of(total, parts)
    found += [distance, owners, f"shape.{gate} {distance}", f"shape.{gate} {owners}"]
    grains = {figure.grain for figure in (total, *parts)}
    found.append("list.one grain" if len(grains) == 1 else "list.grains")
    if any(part.unit is not total.unit for part in parts):
        found.append("list.units")
    if total.value is not None:
        if total.value < _SMALL:
            found.append("list.small")
        if any(part.value >= total.value for part in parts if part.value):
            found.append("list.above")
    return found


def joined_traits(
    document: Document, total: Figure, parts: tuple[Figure, ...], gate: str
) -> tuple[str, ...]:
    """The features of a list that tell how its figures are joined: see worded_traits."""
    joining, likeness = _joining(document, parts), _likeness(document, parts)
    owners = owners_of(total, parts)
    forms = [f"form.{gate} {each}" for each in (joining, likeness, f"{owners} {joining}")]
    found = [joining, likeness, *forms]
    for part in parts[1:]:
        words = document.sentences[part.sentence].words
        if _FURTHER.intersection(words[max(0, part.place - 2) : part.place]):
            found.append("list.further")
            break
    last = parts[-1]
    if rest_kind(document.sentences[last.sentence], last):
        found.append("list.rest")
    return tuple(found)


def worded_traits(
    document: Document,
    total: Figure,
    parts: tuple[Figure, ...],
    gate: str,
    run: list[Figure],
) -> tuple[str, ...]:
    """The features of a list that the words about its figures tell: at most one of each of WORDED,
    but for those of joined_traits."""
    found = []
    sentences = document.sentences
    if opens_with_of(sentences[total.sentence], total):
        found.append("list.opened of")
    if len(run) > len(parts) and gate != "bracket" and not _is_closed(document, parts):
        found.append("list.leaves")
    if is_partition(document, parts):
        found.append("list.partition")
    if _is_counted(document, total, len(parts)):
        found.append("list.counted")
    if _runs_on(document, parts):
        found.append("list.runs on")
    if _is_overlapping(document, total, parts):
        found.append("list.overlap")
    if _is_ranked(document, total):
        found.append("list.ranked")
    if _are_allocated(document, total, parts):
        found.append("list.allocated")
    left = f"list.left {_left_out(document, total, parts)}"
    shared = _shared(document, total, parts)
    found += [left, shared, f"form.{gate} {left}"]
    return tuple(found)


WORDED = (
    (
        "list.scattered",
        *(f"list.{how} {size}" for how in ("and", "contrast", "bare") for size in ("tight", "loose", "wide")),
    ),
    ("list.parallel", "list.plain", "list.alike", "list.unlike"), ("list.further",), ("list.rest",),
    ("list.opened of",), ("list.leaves",), ("list.partition",), ("list.counted",),
    ("list.runs on",), ("list.overlap",), ("list.ranked",), ("list.allocated",),
    tuple(f"list.left {count}" for count in range(MOST_LEFT + 1)),
    ("list.shares none", "list.shares few", "list.shares all", "list.shares here"),
)  # fmt: skip
"""What the words may say of a list, by what excludes each other; joined_traits the first of them."""
JOINED = 4
"""How many of those joined_traits tells."""


def _left_out(document: Document, total: Figure, parts: tuple[Figure, ...]) -> int:
    """How many figures of the parts' kind stand among the figures of a list and are none of it."""
    own = {id(total), *map(id, parts)}
    every = (total, *parts)
    first, last = min(f.sentence for f in every), max(f.sentence for f in every)
    kind, unit = parts[0].kind, parts[0].unit
    found = 0
    for index in range(first, min(last, first + 5) + 1):
        for figure in document.sentences[index].figures[:_MOST_FIGURES]:
            if figure.kind is kind and figure.unit is unit and id(figure) not in own:
                found += 1
                if found == MOST_LEFT:
                    return found
    return found


def _shared(document: Document, total: Figure, parts: tuple[Figure, ...]) -> str:
    """Have the parts of other sentences words about them that the total has too?"""
    sentences = document.sentences
    apart = [part for part in parts if part.sentence != total.sentence]
    if not apart:
        return "list.shares here"
    own = stems_about(sentences[total.sentence], total)
    alike = [not own.isdisjoint(stems_about(sentences[p.sentence], p)) for p in apart]
    return f"list.shares {'all' if all(alike) else 'few' if any(alike) else 'none'}"


def _are_allocated(document: Document, total: Figure, parts: tuple[Figure, ...]) -> bool:
    """ "282 patients, randomised to ...": dealt out to groups, so that each is in one of them?"""
    sentences = {document.sentences[figure.sentence].index for figure in (total, *parts)}
    if len(sentences) > 2:
        return False
    return any(not _ALLOCATED.isdisjoint(document.sentences[at].vocabulary) for at in sentences)


def _is_closed(document: Document, parts: tuple[Figure, ...]) -> bool:
    one, last = parts[-2:]
    return one.sentence == last.sentence and is_coordinated(
        document.sentences[one.sentence], one, last
    )


def _runs_on(document: Document, parts: tuple[Figure, ...]) -> bool:
    """Does the list go on, within a sentence, behind an "and" that closed it: "7 and 8, 9"?"""
    closed = False
    for one, other in itertools.pairwise(parts):
        if one.sentence != other.sentence:
            closed = False
            continue
        joined = is_coordinated(document.sentences[one.sentence], one, other)
        if closed and not joined:
            return True
        closed = closed or joined
    return False


def _is_overlapping(document: Document, total: Figure, parts: tuple[Figure, ...]) -> bool:
    """Do the words say that something belongs to two parts, or to none?"""
    first = min(total, parts[0], key=lambda figure: figure.start)
    last = max(total, parts[-1], key=lambda figure: figure.start)
    for index in range(first.sentence, min(last.sentence + 1, first.sentence + 5)):
        words = document.sentences[index].words
        for at, word in enumerate(words[:150]):
            if word in _OVERLAPS and (word != "both" or words[at - 1] in _SHARED):
                return True
    return False


def _is_ranked(document: Document, total: Figure) -> bool:
    """Is the total the first of its like, not their sum: "the largest, ahead of ..."?"""
    sentence = document.sentences[total.sentence]
    words = sentence.words[max(0, total.place - 10) : total.place + 12]
    return not _RANKS.isdisjoint(words)


def _distance(total: Figure, parts: tuple[Figure, ...]) -> str:
    """How far the list stands from its total."""
    nearest = parts[0] if parts[0].start > total.start else parts[-1]
    if nearest.sentence != total.sentence:
        return f"list.{min(abs(nearest.sentence - total.sentence), 3)} off"
    gap = abs(nearest.place - total.place)
    return "list.near" if gap <= 6 else "list.middle" if gap <= 14 else "list.far"


def _joining(document: Document, parts: tuple[Figure, ...]) -> str:
    """How the parts hang together: coordinated and closed by "and", loosely, over sentences."""
    last = parts[-1]
    if any(part.sentence != last.sentence for part in parts):
        return "list.scattered"
    words = document.sentences[last.sentence].words
    joins = [words[one.place + 1 : other.place] for one, other in itertools.pairwise(parts)]
    wide = max(len(join) for join in joins)
    close = "tight" if wide <= 6 else "loose" if wide <= 14 else "wide"
    final = joins[-1]
    if not _JOINERS.isdisjoint(final):
        kind = "and"
    elif not _CONTRASTS.isdisjoint(final):
        kind = "contrast"
    else:
        kind = "bare"
    return f"list.{kind} {close}"


def _likeness(document: Document, parts: tuple[Figure, ...]) -> str:
    """Do the same little words follow the parts, or stand before them?"""
    behind = {_word_behind(document.sentences[part.sentence], part) for part in parts}
    if len(behind) == 1:
        return "list.parallel" if behind != {""} else "list.plain"
    before = {_word_before(document.sentences[part.sentence], part) for part in parts[1:]}
    return "list.alike" if len(before) == 1 else "list.unlike"


def _word_behind(sentence: Sentence, part: Figure) -> str:
    """The first preposition or verb of being within a few words, before a mark."""
    for word in sentence.words[part.place + 1 : part.place + 5]:
        if word in _PREPOSITIONS:
            return word
        if not word[:1].isalpha() or word in _JOINERS:
            break
    return ""


def _word_before(sentence: Sentence, part: Figure) -> str:
    place = part.place - 1
    while place > 0 and sentence.words[place] in _HEDGES:
        place -= 1
    word = sentence.words[place] if place >= 0 else ""
    return word if word in _JOINERS or not word[:1].isalpha() else "word"


def owners_of(total: Figure, parts: tuple[Figure, ...]) -> str:
    """Are the parts of one kind, of the total's kind, or of kinds of their own?"""
    owners = [part.owner for part in parts]
    named = {owner for owner in owners if owner and owner not in OF_THEM}
    if not named:
        return "list.unnamed"
    if total.owner in named:
        return "list.of its kind" if len(named) == 1 else "list.foreign"
    if len(named) == 1:
        return "list.one named" if owners[0] and not all(owners) else "list.one kind"
    return "list.own kinds" if len(named) == len(parts) else "list.mixed kinds"


def is_partition(document: Document, parts: tuple[Figure, ...]) -> bool:
    """Are the parts of kinds that share out one whole: "three sons ... two daughters"?"""
    rows: list[set[tuple[int, str]]] = []
    for part in parts:
        words = document.sentences[part.sentence].words[part.place + 1 : part.place + 4]
        near = {singular(word) for word in words} | {part.owner, *words}
        rows.append({(row, word) for word in near for row in _PARTITION.get(word, ())})
    shared = set.intersection(*({row for row, _ in found} for found in rows))
    return any(len({word for found in rows for r, word in found if r == row}) > 1 for row in shared)


def _is_counted(document: Document, total: Figure, count: int) -> bool:
    """Does a word near the total say how many parts there are: "across the two", "both"?"""
    sentence = document.sentences[total.sentence]
    near = sentence.words[max(0, total.place - 8) : total.place + 8]
    if any(_NUMBERS.get(word) == count for word in near):
        return True
    figures = sentence.figures
    return any(
        figure.value == count and figure is not total and abs(figure.place - total.place) <= 10
        for figure in figures[:40]
    )
