"""Sentences: where one ends and the next begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from figcheck.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSERS = "\"'”’»)\\]"
_NOTE = r"(?:\[[^\]\s]{1,12}\]){1,6}|[¹²³⁰⁴-⁹]{1,3}"
_STOP = re.compile(
    rf"[.!?…](?<![.!?…].)(?:[.!?…]*+[{_CLOSERS}]{{0,3}}(?P<note>{_NOTE})?(?=\s)"
    r"|(?<=[a-z][a-z][a-z]\.)(?P<mark>[0-9]{1,3}(?:[,–-][0-9]{1,3}){0,5})(?=\s{1,9}[A-Z])"
    r"|(?<=[a-z][a-z][a-z].)(?=[A-Z][a-z]{1,20}[\s,'’]))"
)
_OPENERS = "([\"'“‘—–$£€"
_LONGEST_SHORT = 7
"""No abbreviation is longer."""
_INITIALS = re.compile(r"(?:[a-z]\.){1,5}[a-z]")
_ENUMERATOR = re.compile(r"\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\.")
_WORD = re.compile(r"[^\W\d_]{1,20}")
_SPACE = frozenset(" \t\n\r\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
                   "\u2009\u200a\u2028\u2029\u202f\u205f\u3000\x85\ufeff")  # fmt: skip
_NO_OPENING = frozenset(".,;:!?…)]”")

_NEVER_LAST = frozenset("e.g i.e eg ie viz vs v cf messrs".split())
_TITLES = frozenset(
    "mr mrs ms dr drs prof rev hon gen col lt sgt capt cmdr adm gov sen rep reps sens pres mme "
    "mlle st ste mt ft maj supt insp cllr rt bros pvt cpl".split()
)
_BEFORE_NUMBER = frozenset(
    "no nos rs fig figs eq eqs vol vols pp p art arts sec secs ch approx ca c circa ref refs tel "
    "ext par para cl reg jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu "
    "thur thurs fri sat sun est pop ver min mins hr hrs ft in lb lbs oz op ed eds b d".split()
)
_OF_A_LIFE = ("b", "d")
_COMPANIES = frozenset("inc co corp cos ltd plc llc bhd pty".split())
_SOMETIMES_LAST = frozenset(
    "jr sr dept univ assn d.c ph.d calif fla ill mass mich mo okla ont pa tenn wash wis conn "
    "ariz colo del ga ind kan ky la md minn miss mont neb nev ore va vt wyo ala ark tex que".split()
)
_OPENING_WORDS = frozenset(
    "the a an it he she they we i in on at this that these those but and if when while after "
    "before there his her its their our as for with by to of some most many all one two no what "
    "who how where why however meanwhile still yet then also another both each last every not "
    "now since such so or nor though although because under over from during more about only "
    "nearly".split()
)


def sentence_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of text[start:end], without the white space and footnote marks between them."""
    begin = _skip_space(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        if stop.end() <= begin:
            continue
        after = _skip_space(text, stop.end(), end)
        if after < end and not _ends_here(text, begin, stop, after):
            continue
        at = stop.start(stop.lastgroup) if stop.lastgroup else stop.end()
        yield Span(begin, at)
        begin = after
    last = end
    while last > begin and text[last - 1] in _SPACE:
        last -= 1
    if last > begin:
        yield Span(begin, last)


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at] in _SPACE:
        at += 1
    return at


def _ends_here(text: str, begin: int, stop: re.Match[str], after: int) -> bool:
    """Does a sentence end at a stop whose follower is at `after`?"""
    follower = text[after]
    if follower.islower() or follower in _NO_OPENING:
        return False
    if text[stop.start()] != ".":
        return not text.startswith("Yahoo", max(0, stop.start() - 5))
    return not _is_abbreviation(text, begin, stop.start(), after)


def _is_abbreviation(text: str, begin: int, dot: int, after: int) -> bool:
    """Does the full stop at `dot` belong to the word before it, and only to that?"""
    tail = text[max(begin, dot - _LONGEST_SHORT) : dot]
    if len(tail) == _LONGEST_SHORT and tail.isalpha() and tail.islower():
        return False
    written = tail.split()[-1].lstrip(_OPENERS) if tail and not tail[-1].isspace() else ""
    if not written:
        return False
    if dot - begin < _LONGEST_SHORT and _ENUMERATOR.fullmatch(text, begin, dot + 1):
        return True  # "1. Costs rose": the number of an item
    word = written.lower()
    if word in _NEVER_LAST:
        return True
    if written in _OF_A_LIFE and text[max(begin, dot - 4) : dot - 1].rstrip()[-1:] in (
        "(",
        ",",
        ";",
    ):
        return True  # "(b. Trieste, 4 May 1861; d. Vienna, 1928)"
    if word == "al":
        return not _begins_sentence(text, after)
    if word in _BEFORE_NUMBER and _holds_digit(text, after):
        return True
    if not written[:1].isupper():
        return bool(_INITIALS.fullmatch(word)) and not _begins_sentence(text, after)
    return _is_short_name(text, written, word, after)


def _is_short_name(text: str, written: str, word: str, after: int) -> bool:
    """Is a capitalised word an abbreviation that what follows goes on from?"""
    if (
        len(word) > 2
        and written.isupper()
        and "." not in word
        and not _is_all_capitals(text, after)
    ):
        return False  # an acronym: "filed with the SEC. Its lawyers"
    if _begins_sentence(text, after):
        return False
    if word in _COMPANIES:
        return not _is_followed_by_lower(text, after)
    if len(word) == 1:
        return word.isalpha() and text[after].isupper()
    return word in _TITLES or word in _SOMETIMES_LAST or bool(_INITIALS.fullmatch(word))


def _holds_digit(text: str, after: int) -> bool:
    return any(character.isdigit() for character in text[after : after + 3])


def _is_all_capitals(text: str, after: int) -> bool:
    word = _next_word(text, after)
    return len(word) > 1 and word.isupper()


def _is_followed_by_lower(text: str, after: int) -> bool:
    """Does a word in lower case come after the next one: "Delphi Corp. Shares fell"?"""
    end = after + len(_next_word(text, after))
    return text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _begins_sentence(text: str, after: int) -> bool:
    """Is the next word, maybe in quotation marks, one that often opens a sentence?"""
    return _next_word(text, after + (text[after] in "\"'“‘«")).lower() in _OPENING_WORDS


def _next_word(text: str, at: int) -> str:
    word = _WORD.match(text, at)
    return word.group() if word else ""
