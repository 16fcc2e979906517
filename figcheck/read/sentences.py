"""Sentences: where one ends and the next begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from figcheck.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_STOP = re.compile(r"[.!?…][.!?…]*[\"'”’»)\]]{0,3}(?=\s)")
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘]{1,20}$")
_SPACE = frozenset(" \t\n\r\f\v\u00a0\u2009\u202f\u3000\u2003\u2002")

_NEVER_LAST = frozenset(
    "mr mrs ms dr prof rev hon gen col lt sgt capt cmdr adm gov sen rep pres messrs mme mlle st mt ft "
    "no nos vs v cf e.g i.e eg ie viz approx ca c fig figs eq vol pp p art sec ch ed eds b d "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "maj supt insp cllr rt bros dept univ assn al ref refs tel ext".split()
)  # fmt: skip
_SOMETIMES_LAST = frozenset(
    "inc co corp ltd plc llc u.s u.k u.n e.u a.m p.m jr sr etc d.c ph.d b.c a.d est u.s.a bhd "
    "calif fla ill mass mich mo okla ont pa tenn wash wis conn ariz colo del ga ind kan ky la md "
    "minn miss mont neb nev ore va vt wyo ala ark tex que km kg lb lbs oz hrs min mins sec mph".split()
)  # fmt: skip
_OPENERS = frozenset("\"'“‘«([-–—•*_$£€")


def sentence_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of text[start:end], without the white space between them."""
    begin = _skip_space(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        if stop.end() <= begin or not _ends_here(text, begin, stop, end):
            continue
        yield Span(begin, stop.end())
        begin = _skip_space(text, stop.end(), end)
    last = end
    while last > begin and text[last - 1] in _SPACE:
        last -= 1
    if last > begin:
        yield Span(begin, last)


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at] in _SPACE:
        at += 1
    return at


def _ends_here(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    after = _skip_space(text, stop.end(), end)
    if after >= end:
        return True
    follower = text[after]
    mark = stop.group()
    if follower.islower():
        return False
    if mark[0] != ".":
        return True
    return not _is_abbreviation(text, begin, stop.start(), after)


def _is_abbreviation(text: str, begin: int, dot: int, after: int) -> bool:
    """Does the full stop at `dot` belong to the word before it, and only to that?"""
    found = _LAST_WORD.search(text, max(begin, dot - 20), dot)
    if found is None:
        return False
    word = found.group().lower().lstrip("$£€")
    if word in _NEVER_LAST:
        return word != "no" or text[after].isdigit()
    is_initial = len(word) == 1 and word.isalpha() and text[dot - 1].isupper()
    if is_initial:
        return text[after].isupper()
    if word in _SOMETIMES_LAST or (len(word) == 3 and word[1] == "."):
        return text[after] not in _OPENERS and not _begins_sentence(text, after)
    return False


def _begins_sentence(text: str, after: int) -> bool:
    """Is the next word one that often opens a sentence?"""
    word = text[after : after + 12].split(" ", 1)[0].strip(",.").lower()
    return word in _OPENING_WORDS


_OPENING_WORDS = frozenset(
    "the a an it he she they we i in on at this that these those but and if when while after before "
    "there his her its their our as for with by to of some most many all one two no what who how "
    "where why however meanwhile still yet then also another both each last".split()
)
