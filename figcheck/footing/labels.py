"""What the label of a row or the head of a column says of its part in a sum."""

from __future__ import annotations

import re
from functools import lru_cache

from figcheck.link.tables import is_total

_RESULT = re.compile(
    r"\b(?:sub-?total|gross (?:profit|margin|loss)|operating (?:profit|income|loss|surplus|result)"
    r"|(?:income|profit|loss|earnings|surplus|result|\(loss\))(?: \(loss\)| \(income\))?"
    r" (?:before|after|from|for the)\b"
    r"|ebitda?|at end|end of|closing|carried forward|ending balance|effective (?:income )?tax rate"
    r"|(?:at|as of|as at|balance,?|balances?) (?:31 |30 |28 )?(?:december|june|march|september)"
    r"|surplus|deficit|diluted|group|consolidated|company)\b"
    r"|\bnet (?:income|profit|loss|earnings|cash)\b|^comprehensive income\b|\bnet$|^(?:net|gross) (?!operating loss)"
)
_ALL = re.compile(
    r"(?:everything|altogether|grand total|all (?!other)[a-z]+(?: [a-z]+)?|sum|whole .*|(?:full |whole )?year)\b"
)
_YEAR_TOTAL = re.compile(
    r"(?:full |whole )?year(?: total)?|12 months|annual|group|consolidated|company"
)
_CHANGE = re.compile(
    r"\b(?:change|variance|increase|decrease|difference|diff|chg|movement|growth)\b|[±δΔ]"
)
_MINUS = re.compile(
    r"\b(?:less|costs?|expenses?|tax(?:es|ation)?|deduct(?:ions?)?|depreciation|amortization|amortisation"
    r"|charges?|impairments?|losses|allowance|eliminations?|minus|provision|interest expense|used|paid|disposals?"
    r"|write-offs?|selling|administrative|research|marketing)\b"
)
_ASIDE = re.compile(
    r"[\s\u00a0\u2003–•↳-]*(?:(?:of which|of whom|o/w|thereof|including|incl\.?|includes|memo|memorandum)\b)"
)
_BULLET = re.compile(r"[–•↳-]\s")
_NOT_ADDED = re.compile(
    r"\b(?:avg|mean|median|rates?|per|price|ratio|index|rank|growth|age|date|speed|score|peak|cumulative"
    r"|running (?:total|sum|balance)|yield|percent|percentage|times|days"
    r"|average(?! (?:balances?|volumes?|assets|loans|deposits|shares|common shares|number of shares))"
    r"|(?:max|min|maximum|minimum)(?! (?:future )?(?:lease|rental|payment|total|operating)))\b"
    r"|%|\bends at\b|^year (?:built|of|founded|opened)\b"
)
_UNSEEN = re.compile(
    r"\b(?:constant|organic|underlying|like[- ]for[- ]like|lfl|comparable|adjusted|normali[sz]ed|excluding"
    r"|ex-|real terms|pro forma|core|currency|fx|cer)\b"
)
_ONCE = re.compile(
    r"\b(?:customers|clients|users|visitors|members|subscribers|patients|participants|respondents|accounts|households"
    r"|companies|countries|sites|unique|distinct|people reached)\b"
)
_BESIDE_UNIT = re.compile(r"\([^)]*\)|,? ?(?:except|unless) .*")
_NUMBERING = re.compile(r"(?:notes?|refs?\.?|page|no\.?|#|line|item|rank|code|id)\.?")
_TIMES = re.compile(
    r"\b(?:19|20)[0-9]{2}\b|\bq[1-4]\b|\b(?:first|second|third|fourth|quarter|half|h[12]|months?|week"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august"
    r"|september|october|november|december)\b"
)


@lru_cache(maxsize=1024)
def is_result(label: str) -> bool:
    """Does the label name a total, a result or a balance at the end?"""
    label = label[:120]
    return is_total(label) or _ALL.match(label) is not None or _RESULT.search(label) is not None


@lru_cache(maxsize=1024)
def is_sum_head(head: str) -> bool:
    """Does a head name the total of other columns?"""
    return is_total(head[:120]) or _YEAR_TOTAL.fullmatch(head[:40]) is not None


@lru_cache(maxsize=1024)
def tells_change(head: str) -> bool:
    return _CHANGE.search(head[:120]) is not None


@lru_cache(maxsize=1024)
def is_taken_off(label: str) -> bool:
    """Does the label name a cost or what else is taken off a sum?"""
    return _MINUS.search(label[:120]) is not None


@lru_cache(maxsize=1024)
def is_aside(label: str) -> bool:
    """ "of which women": a part of the row above, and of no sum."""
    return _ASIDE.match(label[:120]) is not None or _BULLET.match(label) is not None


@lru_cache(maxsize=1024)
def is_never_added(label: str) -> bool:
    """Averages, rates, prices, shares in percent: no sum of theirs means anything."""
    label = label[:120]
    if "%" not in label:
        label = _BESIDE_UNIT.sub("", label)
    return _NOT_ADDED.search(label) is not None


def is_numbering(head: str) -> bool:
    """ "Note", "Ref", "No.": the column refers, and counts nothing."""
    return _NUMBERING.fullmatch(head.strip("()")) is not None


def plain(label: str) -> str:
    """The label without its footnotes' marks and punctuation, to compare with another."""
    return " ".join(re.findall(r"[a-z]+", re.sub(r"\([0-9a-z]\)", "", label[:160])))


@lru_cache(maxsize=1024)
def names_time(head: str) -> bool:
    """Is the head a year, quarter or month?"""
    return _TIMES.search(head[:120]) is not None


@lru_cache(maxsize=1024)
def is_less(label: str) -> bool:
    """ "Less: current portion": what is taken off the row above, and then a result follows."""
    return (
        re.match(
            r"(?:less|minus|deduct)\b(?! (?:often|than|frequently|likely|satisfied|so)\b)",
            label[:40],
        )
        is not None
    )


@lru_cache(maxsize=1024)
def is_unseen(head: str) -> bool:
    """ "At constant currency", "organic": the change of amounts that the table does not show."""
    return _UNSEEN.search(head[:120]) is not None


@lru_cache(maxsize=1024)
def counts_once(head: str) -> bool:
    """Customers, users: a total counts each once, though more than one row may have them."""
    return _ONCE.search(head[:120]) is not None


def is_margin(head: str, part: str) -> bool:
    """ "Adjusted EBITDA margin": the share of what the part is named for."""
    return "margin" in head and plain(part) == plain(head.replace("margin", ""))
