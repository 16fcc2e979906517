"""Subjects: what a figure counts, "10,000 skilled contractors", "90 percent of voters", "revenue of $5m"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.document import Kind, Span

if TYPE_CHECKING:
    from figcheck.document import Figure
    from figcheck.extract.tokens import Tokens

_STOPS = frozenset(
    "the a an of in on at by for from to with and or but nor as than that which who whom whose while when "
    "where was were is are be been being has have had do does did will would can could may might must "
    "should shall not it they he she we you i this these those there then here so if because since until "
    "during after before between among over under against about into per each every all both last next "
    "ago earlier later now still also only more less fewer most least other another such its their his her "
    "our your my up down out off he'd said says say according including included compared respectively "
    "came went took made got left gave fell rose grew lost won died killed cast named voted".split()
)
_SPECIAL = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "lives": "life", "wives": "wife", "knives": "knife", "halves": "half", "mice": "mouse", "geese": "goose",
    "persons": "person", "businesses": "business", "buses": "bus", "gases": "gas", "crises": "crisis",
    "analyses": "analysis", "series": "series", "species": "species", "news": "news", "runs": "run",
}  # fmt: skip
_LONGEST = 4


def singular(noun: str) -> str:
    """The singular of an English noun, by its ending."""
    if noun in _SPECIAL:
        return _SPECIAL[noun]
    if len(noun) > 4 and noun.endswith("ies"):
        return noun[:-3] + "y"
    if len(noun) > 4 and noun.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return noun[:-2]
    if len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


def attach_subject(figure: Figure, tokens: Tokens, at: int, to: int) -> None:
    """Give a figure what it counts: the nouns after it, behind "of", or before "of"."""
    if figure.kind is Kind.COUNT:
        if tokens.word(to) == "of" and tokens.word(to + 1) in ("the", "its", "their", "those", "these"):
            _take(figure, tokens, to + 2)
        else:
            _take(figure, tokens, to)
    elif tokens.word(to) == "of":
        start = to + 2 if tokens.word(to + 1) in ("the", "its", "all", "their", "his", "her", "our") else to + 1
        _take(figure, tokens, start)
    elif tokens.word(at - 1) == "of" and tokens.word(at - 2).isalpha():
        figure.owner = singular(tokens.word(at - 2))
        figure.subject = Span(tokens.starts[at - 2], tokens.ends[at - 2])


def _take(figure: Figure, tokens: Tokens, start: int) -> None:
    """The run of nouns and adjectives from `start`, and its head."""
    end = start
    while end < len(tokens.lower) and end - start < _LONGEST:
        word = tokens.lower[end]
        if word in _STOPS or not (word[0].isalpha() or (word in ("-", '"', "“", "”") and end > start)):
            if word in ('"', "“") and end == start:
                end += 1
                continue
            break
        end += 1
        if word.endswith("s") and not word.endswith("ss") and word.isalpha() and end - start > 0:
            break
    words = [k for k in range(start, end) if tokens.lower[k].isalpha()]
    if words:
        figure.subject = Span(tokens.starts[words[0]], tokens.ends[words[-1]])
        figure.owner = singular(tokens.lower[words[-1]])
