"""What follows a number: its unit, or the plural that it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck import units
from figcheck.extract.numerals import SCALE

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

_PLURALS = frozenset(
    "people men women children percent feet teeth police cattle sheep fish data media".split()
)
_STOPPING = frozenset(
    "and or to of in on at by for from with as was were is are has had have will would could may "
    "can which who that when while after before since until than then but also the a an his her "
    "its their".split()
)


def is_measured(tokens: Tokens, at: int) -> bool:
    """Does a unit, scale or currency follow?"""
    to = at + 1
    word = tokens.lower[to]
    if word == "-":
        to += 1
        word = tokens.lower[to]
    if word in SCALE or word in ("dozen", "%"):
        return True
    return (
        bool(word)
        and (units.match(tokens.written, to) or units.currency_after(tokens.written, to))
        is not None
    )


def is_counted(tokens: Tokens, at: int) -> bool:
    """Does a plural noun stand at a token or right behind an adjective there?"""
    for place in (at, at + 1):
        word = tokens.written[place]
        if not word[:1].isalpha() or not word.islower():
            return False
        if word in _PLURALS or (
            word[-1] == "s" and word[-2:] not in ("ss", "us", "is") and len(word) > 3
        ):
            return word not in (
                "was",
                "has",
                "as",
                "his",
                "its",
                "this",
                "series",
                "across",
                "says",
                "goes",
            )
        if word in _STOPPING:
            return False
    return False
