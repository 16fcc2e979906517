"""Lists in words: "Aldo, Piero, Luca and Nino", and how many items they name.

Writers join items by commas and a last "and", by semicolons, with asides between them, and items
hold commas and "and" themselves; so a list names from `least` to `most` items.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Sentence, Span

if TYPE_CHECKING:
    from figcheck.document import Document

_WORD = re.compile(r"[^\W_]{1,40}|[^\w\s]|_")

_JOINERS = frozenset(("and", "&", "or", "plus", "nor"))
_ASIDES = frozenset(
    "which who whom whose where when that in of from near on at by for with aged then now both "
    "formerly including all each one said says also although though while as a an the respectively "
    "among under after before since".split()
)
_SUFFIXES = frozenset(("inc", "ltd", "llc", "plc", "co", "jr", "sr", "md", "phd", "mp", "md"))
_THAT_IS = frozenset(("i.e.", "i.e", "ie", "i", "viz", "namely"))
_OPENING = {"(": ")", "[": "]"}
_MOST_WORDS = 160
_LONG = 8  # words of an item that is rather a clause


class WordList(NamedTuple):
    """How many items a list names, where they stand, and what sort of list it is."""

    least: int
    most: int
    spans: tuple[Span, ...]
    is_joined: bool  # closed by "and" or "or"
    are_names: bool  # every item begins with a capital letter
    are_short: bool  # no item is long enough for a clause
    has_figures: bool
    are_figures: bool  # every item is one: "three times (1998, 2002 and 2006)"
    mark: str = ","  # what parts the items


class _Part(NamedTuple):
    """The items of a sentence between two separators."""

    at: int
    to: int


def list_between(document: Document, sentence: Sentence, at: int, to: int) -> WordList | None:
    """The list that fills the items `at` up to `to` of a sentence: between dashes, in brackets."""
    words = sentence.words
    if words[at : at + 1] and words[at] in _THAT_IS:
        at += 4 if words[at] == "i" else 1
        at += words[at : at + 1] == [","]
    to = min(to, at + _MOST_WORDS)
    mark = ";" if ";" in words[at:to] else ","
    parts = _parts(words, at, to, mark)
    if mark == ";":
        kept = [_without_joiner(words, part) for part in parts]
        found = _counted(document, sentence, kept, 0, is_joined=True)
        return None if found is None else found._replace(mark=mark)
    kept = _without_asides(document, sentence, parts)
    if not kept:
        return None
    return _joined(document, sentence, kept)


def list_from(document: Document, sentence: Sentence, at: int) -> WordList | None:
    """The list from an item on to its last "and": "three sons, Aldo, Piero and Nino"."""
    words = sentence.words
    stop = min(len(words), at + _MOST_WORDS)
    end = next((k for k in range(at, stop) if words[k] in (";", ":", "—", "–", '"', "”")), stop)
    parts = _parts(words, at, end, ",")
    closing = [k for k, part in enumerate(parts) if _coordinators(words, part)]
    if not closing:
        return None
    first = _joined(
        document, sentence, _without_asides(document, sentence, parts[: closing[0] + 1])
    )
    if first is None:
        return None
    most = first.most
    for k in closing[1:]:
        later = _joined(document, sentence, _without_asides(document, sentence, parts[: k + 1]))
        if later is not None and (later.are_names or not first.are_names):
            most = max(most, later.most)
    return first._replace(most=most)


def list_before(document: Document, sentence: Sentence, to: int) -> WordList | None:
    """The names that end before an item: "Aldo Rossi and Nino Bassi, two dockers"."""
    words = sentence.words
    at = to
    while at > 0 and to - at < _MOST_WORDS and _continues(document, sentence, at - 1):
        at -= 1
    while at < to and (words[at] in _JOINERS or not words[at].isalpha()):
        at += 1
    if at >= to:
        return None
    kept = _without_asides(document, sentence, _parts(words, at, to, ","))
    return _joined(document, sentence, kept) if kept else None


def _continues(document: Document, sentence: Sentence, at: int) -> bool:
    """Does the item belong to a run of names: a capital, a joiner, a comma, an "of"?"""
    word = sentence.words[at]
    return (
        word in _JOINERS
        or word in (",", "of", "the", "'s", "'", ".", "-", "de", "van")
        or (_is_capital(document, sentence, at))
    )


def _is_capital(document: Document, sentence: Sentence, at: int) -> bool:
    return document.text[sentence.starts[at]].isupper()


def _parts(words: list[str], at: int, to: int, mark: str) -> list[_Part]:
    """The stretches between the marks that stand in no bracket."""
    parts, begin, depth = [], at, 0
    for place in range(at, to):
        word = words[place]
        if word in _OPENING:
            depth += 1
        elif word in (")", "]"):
            depth = max(0, depth - 1)
        elif word == mark and not depth:
            parts.append(_Part(begin, place))
            begin = place + 1
    end = to
    while end > begin and words[end - 1] in (".", "!", ")", '"', "”"):
        end -= 1
    parts.append(_Part(begin, end))
    return [part for part in parts if part.at < part.to]


def _without_asides(document: Document, sentence: Sentence, parts: list[_Part]) -> list[_Part]:
    """The parts that are items: no ages, no "Inc", no relative clauses, no insertions."""
    words = sentence.words
    kept: list[_Part] = []
    is_inserted = False
    of_figures = all(words[part.to - 1] == "#" for part in parts)
    for k, part in enumerate(parts):
        if is_inserted:
            is_inserted = False
            continue
        is_aside = words[part.at] in _SUFFIXES or (words[part.at] == "#" and not of_figures)
        if part.to - part.at == 1 and is_aside:
            continue
        if (
            k
            and _is_aside(document, sentence, part)
            and _is_capital(document, sentence, parts[0].at)
        ):
            continue
        is_inserted = words[part.to - 1] in _JOINERS and k + 2 < len(parts)
        kept.append(part)
    return kept


def _is_aside(document: Document, sentence: Sentence, part: _Part) -> bool:
    """Is the part no item but a clause or phrase behind one? "the Netherlands" is an item."""
    word = sentence.words[part.at]
    is_name = (
        word == "the" and part.to - part.at > 1 and _is_capital(document, sentence, part.at + 1)
    )
    return word in _ASIDES and not is_name


def _coordinators(words: list[str], part: _Part) -> int:
    depth = found = 0
    for place in range(part.at, part.to):
        depth += (words[place] in _OPENING) - (words[place] in (")", "]"))
        found += words[place] in _JOINERS and depth <= 0
    return found


def _without_joiner(words: list[str], part: _Part) -> _Part:
    return _Part(part.at + 1, part.to) if words[part.at] in _JOINERS else part


def _joined(document: Document, sentence: Sentence, parts: list[_Part]) -> WordList | None:
    """The count of a list of comma-parted items, the last of which may hold the final "and"."""
    if not parts:
        return None
    words, last = sentence.words, parts[-1]
    inner = sum(_coordinators(words, part) for part in parts[:-1])
    inner -= words[parts[-2].to - 1] in _JOINERS if len(parts) > 1 else 0
    closing = _coordinators(words, last)
    ends_in_joiner = len(parts) > 1 and words[parts[-2].to - 1] in _JOINERS
    if words[last.at] in _JOINERS or ends_in_joiner:
        kept = [_without_joiner(words, part) for part in parts]
        return _counted(document, sentence, kept, inner, is_joined=True)
    if not closing:
        return _counted(document, sentence, parts, inner, is_joined=False)
    at = next(k for k in range(last.to - 1, last.at - 1, -1) if words[k] in _JOINERS)
    kept = [*parts[:-1], _Part(last.at, at), _Part(at + 1, last.to)]
    kept = [part for part in kept if part.at < part.to]
    return _counted(document, sentence, kept, inner + closing - 1, is_joined=True)


def _counted(
    document: Document, sentence: Sentence, parts: list[_Part], doubtful: int, *, is_joined: bool
) -> WordList | None:
    parts = [part for part in parts if part.at < part.to]
    if not parts:
        return None
    words = sentence.words
    return WordList(
        len(parts), len(parts) + doubtful,
        tuple([Span(sentence.starts[part.at], _end_of(sentence, part.to - 1)) for part in parts]),
        is_joined,
        all(_is_capital(document, sentence, part.at) for part in parts),
        all(part.to - part.at < _LONG for part in parts),
        any(word == "#" for part in parts for word in words[part.at : part.to]),
        all(words[part.to - 1] == "#" and part.to - part.at < 3 for part in parts),
    )  # fmt: skip


def _end_of(sentence: Sentence, at: int) -> int:
    figure = sentence.figure_at.get(at)
    return figure.end if figure is not None else sentence.starts[at] + len(sentence.words[at])


def in_words(document: Document, sentence: Sentence) -> Sentence:
    """The sentence with its row of words, also where it holds no figure."""
    if sentence.words:
        return sentence
    typed = Sentence(sentence.index, sentence.start, sentence.end, sentence.block)
    for found in _WORD.finditer(
        document.text, sentence.start, min(sentence.end, sentence.start + 2000)
    ):
        typed.words.append(found[0].lower())
        typed.starts.append(found.start())
    return typed
