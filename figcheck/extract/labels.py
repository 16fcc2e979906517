"""Labels: what looks like a number and counts nothing. "Section 230", "No. 5", "Boeing 737", "v3.2"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figcheck.extract.tokens import Tokens

_NOUNS = frozenset(
    "section sections chapter figure fig figs table tables page pages p pp no nos number article rule "
    "group route highway interstate room gate lane level type phase grade class act scene appendix "
    "annex part paragraph para line version windows boeing airbus flight channel studio apartment "
    "suite unit box line step question item exhibit form schedule volume vol issue week day round "
    "game stage leg lot bus train tram platform junction formula euro area ward district zone "
    "precinct division title clause amendment resolution bill proposition psalm apollo falcon psa "
    "serie season episode series ps xbox iphone galaxy model mark mk iso en din rfc sha cat category "
    "code postcode zip reference ref id aged-class study trial cohort arm tier generation gen "
    "commandment quarter half heat runway tower building bed terminal port error".split()
)
_LOWER_NOUNS = frozenset(
    "section chapter figure fig table page no nos page paragraph version step question room route "
    "article phase type ref line level lane group grade week day round game stage item flight "
    "bed gate platform arm cohort".split()
)
_ALWAYS_LOWER = frozenset(("section", "chapter", "page", "table", "figure", "fig", "article", "version", "no"))
_STREET = frozenset("street st road rd avenue ave lane drive boulevard blvd square terrace place way court".split())
_NAMES = {"24": "7", "9": "11", "50": "50", "7": "7", "20": "20"}


def is_label(tokens: Tokens, at: int) -> bool:
    """Is the digit token at `at` a name, a reference or part of an identifier?"""
    return (
        _is_joined(tokens, at)
        or _is_named(tokens, at)
        or _is_citation(tokens, at)
        or _is_address(tokens, at)
        or _is_slashed_name(tokens, at)
    )


def _is_joined(tokens: Tokens, at: int) -> bool:
    """Glued to letters or marks of an identifier: "A2", "COVID-19", "#812", "v3.2", "IPv6"."""
    if not tokens.is_glued(at):
        return False
    before = tokens.as_written(at - 1)
    if before[0].isalpha() and before[-1] != "$":
        return before.lower() not in ("rs", "us", "n", "usd", "eur", "gbp", "c", "p", "r", "rm", "sfr", "nis")
    if before in ("#", "@", "_", "/", "\\", "&"):
        return before != "/" or not tokens.as_written(at - 2)[:1].isdigit()
    if before in ("-", "‑"):
        joined = tokens.as_written(at - 2)
        return tokens.is_glued(at - 1) and joined[:1].isalpha() and not joined.islower()
    return before in (".", ":") and tokens.is_glued(at - 1) and tokens.as_written(at - 2)[:1].isalpha()


def _is_named(tokens: Tokens, at: int) -> bool:
    """Behind a noun that takes numbers as names: "Section 230", "Boeing 737", "No. 5"."""
    before = at - 1
    if tokens.word(before) == "." and tokens.is_glued(before):
        before -= 1
    word, written = tokens.word(before), tokens.as_written(before)
    if word not in _NOUNS:
        return False
    if before != at - 1 and word not in ("no", "nos", "fig", "figs", "vol", "ref", "p", "pp"):
        return False
    if written[:1].isupper():
        return before > 0 or word in _ALWAYS_LOWER
    return word in _LOWER_NOUNS and word in (_ALWAYS_LOWER | {"group", "phase", "step", "route", "type"})


def _is_citation(tokens: Tokens, at: int) -> bool:
    """ "[12]": a number alone in square brackets."""
    return tokens.word(at - 1) == "[" and tokens.word(at + 1) in ("]", ",") and tokens.is_glued(at)


def _is_address(tokens: Tokens, at: int) -> bool:
    """ "14 High Street": a number before a capitalised name that ends in a street word."""
    words = [tokens.as_written(at + k) for k in range(1, 4)]
    return any(
        word.lower() in _STREET and word[:1].isupper() and all(w[:1].isupper() for w in words[:k])
        for k, word in enumerate(words) if k > 0
    )


def _is_slashed_name(tokens: Tokens, at: int) -> bool:
    """ "24/7", "9/11": slashed numbers that are names."""
    here, mark = tokens.as_written(at), tokens.word(at + 1)
    if mark == "/" and tokens.is_glued(at + 1):
        return _NAMES.get(here) == tokens.as_written(at + 2)
    before = tokens.as_written(at - 2)
    return tokens.word(at - 1) == "/" and tokens.is_glued(at) and _NAMES.get(before) == here
