"""Masks: stretches of text that hold digits and no numbers, web addresses and telephone numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from figcheck.extract.quantity import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens

DIALLING = frozenset("-–().‐‑/")
_URL = re.compile(r"[^\s<>\"“”]{1,2000}")
_MAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]{1,64}(?:\.[\w\-]{1,64}){0,5}")
_SCHEME_REACH = 12
_CLOSING = frozenset(".,;:!?)]'’")

_SEP = r"[-–‑. ]"
_DIALLED = (
    r"(?<![\w$£€¥₹.,])(?:"
    r"\(?\+[0-9]{1,6}\)?(?:[ ./()\-–]{1,3}[0-9]{1,11}){1,6}"
    r"|\+[0-9]{8,14}"
    rf"|(?:[0-9]{{1,3}}{_SEP}{{0,2}})?\([0-9]{{2,5}}\)[-– ]{{0,2}}[0-9]{{2,8}}"
    rf"(?:{_SEP}[0-9]{{2,8}}){{0,3}}"
    rf"|(?:[0-9]{{1,3}}{_SEP})?[0-9]{{3}}[-–/. ][0-9]{{3}}[-–. ][0-9]{{4}}(?:/[0-9]{{2,4}})?"
    rf"|0[0-9]{{1,4}}[-–/]? ?[0-9]{{2,8}}(?:{_SEP}[0-9]{{2,8}}){{0,5}}"
    r"|[0-9]{1,2} [0-9]{3}[-–][0-9]{4}[-–][0-9]{4}"
    r"|1?[0-9]{3}[-–.][0-9]{3,4}[-–.][0-9]{4}"
    r"|[0-9]{2,5}[-–][0-9]{6,12}(?:[-–][0-9]{1,4})?"
    r"|[0-9]{1,14}(?:-[0-9]{1,14}){3,9}(?:-[0-9X])?"
    r"|[0-9]{3}-[0-9]{3}-[0-9]{3}"
    r"|[0-9]{2,4}/[0-9]{1,3}/[0-9]{4,6}"
    r"|[0-9]{2,5}(?: [0-9]{2,5}){0,2} [0-9]{3,5} [0-9]{3,5} [0-9]{4}"
    r")(?:x[0-9]{1,6})?(?![\w%])"
)
_DECIMAL = re.compile(r"\(?\+[0-9]{1,4}\.[0-9]")
_CALLED = re.compile(r"[0-9][0-9 \-–().]{3,20}[0-9](?![\w%])")
_SHORT = re.compile(r"[0-9]{3}-[0-9]{4}(?![\w%\-])")
_CALLING = re.compile(
    r"(?:call|phone|tel|telephone|dial|fax|text|mobile|hotline)\W{0,3}(?:\w{1,8}\W{1,2}){0,2}$",
    re.I,
)
_DATED = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}(?P<sep>[./\-])[0-9]{1,2}(?P=sep)(?:[0-9]{4}|[0-9]{2})(?![0-9])"
)


def web_addresses(text: str) -> list[tuple[int, int]]:
    """The web and mail addresses of a text, in its order, none within another."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_addresses(text)):
        if not merged or start >= merged[-1][1]:
            merged.append((start, end))
    return merged


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Web addresses with a scheme or "www.", and mail addresses."""
    for mark in ("://", "www."):
        at = text.find(mark)
        while at >= 0:
            found = _URL.match(text, at)
            end = found.end() if found else at + len(mark)
            while end > at and text[end - 1] in _CLOSING:
                end -= 1
            yield (_scheme_start(text, at) if mark == "://" else at), end
            at = text.find(mark, max(end, at + 1))
    at = text.find("@")
    while at >= 0:
        found = _MAIL.search(text, max(0, at - 64), min(len(text), at + 400))
        if found and found.start() < at < found.end():
            yield found.start(), found.end()
        at = text.find("@", at + 1)


def _scheme_start(text: str, at: int) -> int:
    """Where the letters right before "://" begin."""
    start = at
    while start > 0 and at - start < _SCHEME_REACH and text[start - 1].isalnum():
        start -= 1
    return start


@cache
def _dialled() -> re.Pattern[str]:
    """The pattern of numbers in groups, large enough not to be compiled before it is needed."""
    return re.compile(_DIALLED)


def may_be_dialled(tokens: Tokens, at: int) -> bool:
    """Do more digits follow token `at`, right behind it or behind the marks that part groups?"""
    lower = tokens.lower
    after = lower[at + 1]
    if after not in DIALLING:
        return "0" <= after < ":"
    return "0" <= lower[at + 2] < ":" or "0" <= lower[at + 3] < ":" or len(lower[at]) > 4


def read_dialled(tokens: Tokens, at: int) -> Quantity | None:
    """A telephone number, ISBN or the like that begins with token `at`, its digits in groups."""
    text, first = tokens.text, at
    while tokens.written[first - 1] in ("+", "(") and tokens.glued[first]:
        first -= 1
    start = tokens.starts[first]
    found = _dialled().match(text, start)
    if found is None or _DATED.match(text, start) or _DECIMAL.match(text, start):
        found = _called(text, start)
    if found is None:
        return None
    to, end = at + 1, found.end()
    while to < tokens.size and tokens.starts[to] < end:
        to += 1
    return label(first, to)


def _called(text: str, start: int) -> re.Match[str] | None:
    """Digits that the words before them call a telephone number, or those kept for fiction."""
    short = _SHORT.match(text, start)
    if short is not None and short.group()[:3] == "555":
        return short
    if _CALLING.search(text, max(0, start - 40), start) is None:
        return None
    return _CALLED.match(text, start)
