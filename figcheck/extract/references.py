"""References: citations in brackets, volumes and pages of reporters, street addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.extract.followers import is_counted

if TYPE_CHECKING:
    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens

_STREETS = frozenset(
    "street st road rd avenue ave lane drive boulevard blvd square terrace place way "
    "court highway".split()
)


def citation_end(tokens: Tokens, at: int) -> int:
    """The closing bracket of "[12]" or "[3, 5–7]", whole numbers and nothing else; 0 for none."""
    for place in range(at, min(at + 24, tokens.size)):
        word = tokens.lower[place]
        if word == "]":
            return place
        if not (word[0] in "0123456789" and "." not in word) and word not in (",", "-", "–", ";"):
            return 0
        if len(word) > 3 and word.isdecimal():
            return 0
    return 0


def is_enumerator(tokens: Tokens, at: int) -> bool:
    """ "2. Methods", "(1) is open, (2) is sound", "(10,11)", "(Smith et al. (7))"."""
    lower, word = tokens.lower, tokens.written[at]
    if at == 0:
        after = tokens.written[2]
        return lower[1] == "." and len(word) < 3 and (not after or after[0].isupper())
    if lower[at + 1] != ")":
        return False
    if lower[at - 1] != "(":
        return _opens_item(tokens, at)
    if not word.isdecimal():
        return not tokens.conventions.decimal_comma and _is_row(word)
    before, after = lower[at - 2], tokens.written[at + 2]
    if word == "1" and before.isalpha():
        start = tokens.starts[at]
        return tokens.text.find("(2)", start, start + _ROW_REACH) > 0
    if before == ".":
        return lower[at - 3] == "al"
    return len(word) < 3 and before in _BEFORE_ENUMERATORS and after[:1].isalpha()


def _opens_item(tokens: Tokens, at: int) -> bool:
    """ "as follows: 1) those who drank; 2) those who smoked"."""
    before, after = tokens.lower[at - 1], tokens.lower[at + 2]
    if before not in _BEFORE_ITEMS or not tokens.glued[at + 1] or not after[:1].isalpha():
        return False
    opened = tokens.lower[max(0, at - _BRACKET_REACH) : at]
    return tokens.written[at].isdecimal() and opened.count("(") <= opened.count(")")


_BEFORE_ITEMS = frozenset((":", ";", "and", "or"))
_BRACKET_REACH = 20
_ROW_REACH = 500
_BEFORE_ENUMERATORS = frozenset((",", ";", ":", "and", "or", ""))


def _is_row(word: str) -> bool:
    """ "10,11": small whole numbers that a comma parts, and no thousands."""
    parts = word.split(",")
    return (
        len(parts) > 1
        and all(part.isdecimal() and len(part) < 4 for part in parts)
        and any(len(part) < 3 for part in parts[1:])
    )


def is_cited_year(tokens: Tokens, at: int) -> bool:
    """ "(Smith et al., 2009)", "Smith & Jones 2009", "(Smith and Jones, 2009)", "(Ray 2001; ...)"."""
    written, place = tokens.written, at - 1
    is_open = written[place] == "("
    while written[place] in ("(", ",", ".") and place > 0:
        place -= 1
    if tokens.lower[place] == "al":
        return True
    if not written[place].istitle() or place < 1:
        return False
    if written[place - 1] == "&":
        is_followed = place == at - 1 and tokens.lower[at + 1].isalpha()
        return written[place - 2].istitle() and not is_followed
    if written[at + 1] == ";" or written[place - 1] == ";":  # one of several
        return written[place - 1] in ("(", ";") and not is_open
    is_pair = tokens.lower[place - 1] == "and" and written[place - 2].istitle()
    return is_pair and place < at - 1 and not is_open and written[place - 3] in ("(", ";")


_BOOKS = frozenset(
    "corinthians samuel kings chronicles thessalonians timothy peter john maccabees".split()
)
_REPORTERS = frozenset(("USC", "CFR", "AC", "QB", "KB", "WLR"))


def is_book(tokens: Tokens, at: int) -> bool:
    """ "1 Corinthians 13", "42 USC § 1983", "1 AC 212": a number before a book or reporter."""
    after, beyond = tokens.written[at + 1], tokens.written[at + 2]
    if not (beyond.isdecimal() or beyond == "§"):
        return False
    is_letter = after.istitle() and after.lower() in _BOOKS and len(tokens.written[at]) == 1
    return is_letter or after in _REPORTERS


def opens_citation(tokens: Tokens, at: int) -> bool:
    """ "410 U.S. 113", "18 U.S.C. § 1341": a volume before the initials of a reporter."""
    place = at + 1
    while place < at + 9 and len(tokens.written[place]) == 1 and tokens.written[place].isupper():
        if tokens.lower[place + 1] != "." or not tokens.glued[place + 1]:
            return False
        place += 2
    is_cited = tokens.written[place] == "§" or tokens.written[place].isdecimal()
    return place > at + 3 and is_cited and not is_counted(tokens, place + 1)


def cites_on(tokens: Tokens, at: int, last: Quantity) -> bool:
    """Is the number the page behind the initials that follow a volume?"""
    between = tokens.written[last.to : at]
    return len(between) < 9 and all(
        word == "." or (len(word) == 1 and word.isupper()) for word in between
    )


def is_address(tokens: Tokens, at: int) -> bool:
    """ "14 High Street": a number before a capitalised name that ends in a street word."""
    if not tokens.written[at].isdecimal() or len(tokens.written[at]) > 5:
        return False
    for place in range(at + 1, at + 4):
        word = tokens.written[place]
        if not word[:1].isupper():
            return False
        if place > at + 1 and word.lower() in _STREETS:
            return True
    return False
