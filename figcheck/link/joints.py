"""What the words around the figures of a list say of it: how it opens, is joined and closes.

A gate is what ties a list to its total. Before its parts: "whole" ("made up of"), "open"
("including"), "of which", "of" ("Of the 12, 5 ..."), "bracket", "brackets" (each part in its own),
"colon", "dash", "with", "comma", "plain". Behind them: "total" ("for a total of"), "together",
"that" ("that makes"), "all" ("all 820 women"), "the", "bare level" ("came to 820"), "bare".
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from figcheck.extract.nouns import singular
from figcheck.link.restnames import rest_kind
from figcheck.tables.partitions_en import TABLE

if TYPE_CHECKING:
    from figcheck.document import Document, Figure, Sentence

_JOINERS = frozenset(("and", "plus", "&", "+"))
_CONTRASTS = frozenset(("while", "whereas", "but", "against"))
_DASHES = frozenset(("—", "–"))
_SPACED = frozenset(("-", "--"))
_HEDGES = frozenset("about around some roughly nearly almost only just the a an its their".split())
_FURTHER = frozenset("further another additional more extra second".split())
_OF_THEM = frozenset(("which", "whom", "these", "those", "them", "us"))
_ALL = frozenset(("all", "these", "those", "both", "every"))
_THAT = frozenset(("that", "that's", "which", "making", "makes", "this", "it", "giving", "gives"))
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
_STATED = frozenset(("is", "to", "on", "at"))
_SMALL = 12
_TOTAL_REACH = 20  # items before a total in which what makes it one may begin
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "both": 2, "pair": 2, "six": 6, "seven": 7}
_PARTITION: dict[str, list[int]] = {}
for _row, _words in enumerate(TABLE["partitions"]):
    for _word in _words:
        _PARTITION.setdefault(_word, []).append(_row)


def opening_gate(sentence: Sentence, total: Figure, first: Figure) -> str:
    """What ties the list that begins with `first` to the total before it."""
    words = sentence.words
    start = total.place + 1
    between = words[start : first.place]
    for cue in sentence.cues_within(start, first.place):
        if cue.to <= first.place:
            if cue.name == "whole_list":
                return "whole"
            if cue.name == "open_list":
                return "of which" if words[cue.to - 1] in _OF_THEM else "open"
    depth = between.count("(") + between.count("[") - between.count(")") - between.count("]")
    if depth > 0:
        return "bracket"
    if ":" in between:
        return "colon"
    if _DASHES.intersection(between) or _has_spaced_dash(sentence, start, first.place):
        return "dash"
    if _opens_with_of(sentence, total):
        return "of"
    if _OF_THEM.intersection(words[first.place + 1 : first.place + 4]):
        return "of them"
    if words[first.place - 1] == "with":
        return "with"
    if ";" in between:
        return "semicolon"
    return "comma" if "," in between else "plain"


def _has_spaced_dash(sentence: Sentence, start: int, stop: int) -> bool:
    """A hyphen with a space on either side stands for a dash."""
    starts, words = sentence.starts, sentence.words
    return any(
        words[at] in _SPACED
        and at
        and starts[at + 1] > starts[at] + len(words[at])
        and (at - 1 in sentence.figure_at or starts[at] > starts[at - 1] + len(words[at - 1]))
        for at in range(start, stop)
    )


def _opens_with_of(sentence: Sentence, total: Figure) -> bool:
    """ "Of the 312 flats in the tower, 187 are occupied": the clause begins with its whole."""
    words = sentence.words
    for at in range(total.place - 1, max(-1, total.place - 5), -1):
        if words[at] == "of":
            return at == 0 or not words[at - 1].isalnum() or words[at - 1] in ("and", "but", "out")
    return False


def bracket_end(sentence: Sentence, place: int) -> int:
    """Where the bracket closes in which an item stands."""
    depth = 0
    words = sentence.words
    for at in range(place, min(len(words), place + 200)):
        if words[at] in ("(", "["):
            depth += 1
        elif words[at] in (")", "]"):
            if not depth:
                return at
            depth -= 1
    return len(words)


def has_own_bracket(sentence: Sentence, figure: Figure) -> bool:
    """Does the figure stand in brackets?"""
    words = sentence.words
    for at in range(figure.place - 1, max(-1, figure.place - 12), -1):
        if words[at] in (")", "]", "#"):
            return False
        if words[at] in ("(", "["):
            return True
    return False


def following_gate(sentence: Sentence, first: Figure) -> str:
    """What opens a list in a sentence behind that of the total."""
    for cue in sentence.cues:
        if cue.to <= first.place and cue.name in ("whole_list", "open_list"):
            if cue.name == "whole_list":
                return "whole"
            return "of which" if sentence.words[cue.to - 1] in _OF_THEM else "open"
    words = sentence.words[max(0, first.place - 6) : first.place]
    if ":" in words:
        return "colon"
    if "of" in words and _OF_THEM.intersection(words):
        return "of which"
    return "first" if first.place <= 2 else "plain"


def closing_gate(sentence: Sentence, total: Figure) -> str:
    """What makes a figure the total of the parts before it."""
    words, place = sentence.words, total.place
    for cue in sentence.cues_within(total.place - _TOTAL_REACH, total.place + 7):
        if (
            cue.name == "total_after"
            and -10 <= cue.to - place <= 8
            and (cue.to <= place or cue.at <= place + 6)
        ):
            return (
                "together"
                if words[cue.at] in ("together", "combined", "between", "across")
                else "total"
            )
    before = words[max(0, place - 4) : place]
    if _THAT.intersection(before):
        return "that"
    if _ALL.intersection(before[-2:]):
        return "all"
    if before[-1:] == ["the"]:
        return "the"
    return "bare" if total.roles.isdisjoint(_STATED) else "bare level"


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
    if _opens_with_of(sentences[total.sentence], total):
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
    return tuple(found)


WORDED = (
    (
        "list.scattered",
        *(f"list.{how} {size}" for how in ("and", "contrast", "bare") for size in ("tight", "loose", "wide")),
    ),
    ("list.parallel", "list.plain", "list.alike", "list.unlike"), ("list.further",), ("list.rest",),
    ("list.opened of",), ("list.leaves",), ("list.partition",), ("list.counted",),
    ("list.runs on",), ("list.overlap",), ("list.ranked",), ("list.allocated",),
)  # fmt: skip
"""What the words may say of a list, by what excludes each other; joined_traits the first of them."""
JOINED = 4
"""How many of those joined_traits tells."""


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
    named = {owner for owner in owners if owner and owner not in _OF_THEM}
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
