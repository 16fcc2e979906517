"""The tokens of a sentence as its moments are read: words by their class, figures by their kind."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Kind
from figcheck.extract.dates import MONTHS, WEEKDAYS
from figcheck.extract.spelled import SMALL
from figcheck.tables.moments_en import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.document import Figure, Sentence

_CLASSES = {
    "now": "N", "part": "P", "meal": "m", "season": "S", "often": "F", "relative": "R",
    "every": "E", "all": "V", "other": "q", "kind": "K", "few": "D", "ago": "A", "later": "l",
    "bound": "B", "edge": "e", "the": "h", "article": "a", "in": "i", "on": "n", "at": "t",
    "of": "v", "from": "f", "to": "g", "between": "b", "and": "&", "comma": ",", "about": "~",
    "for": "4", "clock": "k", "half": "j", "starting": "s", "once": "O",
}  # fmt: skip
_CODE: dict[str, str] = {
    word: code for name, code in _CLASSES.items() for word in reversed(TABLE["class"][name])
}
_CODE |= dict.fromkeys(TABLE["day"], "T") | {
    word: "U" if unit in ("second", "minute", "hour", "day") else "y"
    for word, (_, unit) in TABLE["unit"].items()
}
_CODE |= {word: "d" for word, value in SMALL.items() if 0 < value < 32}
_CODE |= {"weekend": "S", "weekends": "S"}
_CODE |= dict.fromkeys(("quarter", "quarters", "century", "centuries"), "Q") | {"in": "I"}
_CODE |= dict.fromkeys(WEEKDAYS, "W") | dict.fromkeys(
    (f"{day}s" for day in WEEKDAYS if len(day) > 5), "W"
)
_CODE |= dict.fromkeys(MONTHS, "M") | dict.fromkeys(("later", "earlier"), "l")
_NAMES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _code, _names in (("H", TABLE["holiday"]["names"]), ("Z", TABLE["phrase"]["names"])):
    for _name in sorted(_names, key=lambda name: -len(name.split())):
        _name_words = tuple(_name.split())
        _NAMES.setdefault(_name_words[0], []).append((_name_words, _code))
for _group in _NAMES.values():
    _group.sort(key=lambda entry: -len(entry[0]))
_WORD = re.compile(
    r"[0-9]{4}[-/][A-Za-z]{1,9}(?:[-/][0-9]{1,4})?(?![\w/-])|[A-Za-z]{1,9}[-/][0-9]{1,4}(?:[-/][0-9]{1,4})?(?![\w/-])|"
    r"[0-9]{1,4}(?:/[0-9]{1,4}){1,2}(?![0-9/])|[A-Za-z]+(?:['’][A-Za-z]+)*|[0-9]+|[^\sA-Za-z0-9]"
)
_OFTEN_OTHER = frozenset("may march mar sat sun mon wed spring springs".split())
_BESIDE_MONTH = frozenset(
    "of early late mid last next this since until by in before from to through between".split()
)
_COMPACT = re.compile(
    r"(?:q[1-4]|[fcs]y ?[0-9]{2,4})(?:[-/ ][0-9]{2,4})?|h[12][-/ ][0-9]{2,4}|[0-9]{4}[-/ ][qh][1-4]"
    r"|(?:[0-9]{1,4}[-/])?(?:M)[-/][0-9]{1,4}(?:[-/][0-9]{1,4})?".replace("M", "|".join(MONTHS))
)
_SLASHED = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?")
_KINDS = {
    Kind.CLOCK: "C", Kind.DURATION: "L", Kind.ORDINAL: "o", Kind.SCORE: ".", Kind.LABEL: ".",
}  # fmt: skip
_DAYS = range(1, 32)
_CLOSING = frozenset(".;:?!)")
_HUNDREDS = frozenset(("sixteen", "seventeen", "eighteen", "nineteen", "twenty"))


class Token(NamedTuple):
    """A word, mark or figure of a sentence, and the code of its class."""

    word: str
    code: str
    start: int
    end: int
    figure: Figure | None = None
    is_name: bool = True  # of a month, a day or a season, for all that its letters say


def tokens_of(text: str, sentence: Sentence) -> list[Token]:
    """The tokens of a sentence, a figure being one."""
    found: list[Token] = []
    at = sentence.start
    for figure in sentence.figures:
        if figure.start >= at:
            found += _split(text, at, figure.start)
            found.append(_of_figure(text, figure))
            at = figure.end
    found += _split(text, at, sentence.end)
    return _joined(found)


def _split(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _WORD.finditer(text, start, end):
        word = match.group().lower().replace("’", "'")
        if word.endswith("'s") and word not in _NAMES and word[:-2] in _CODE:
            yield Token(word[:-2], _CODE[word[:-2]], match.start(), match.end() - 2)
        else:
            is_name = text[match.start()].isupper() or len(word) > 5
            yield Token(
                word, _code_of(word), match.start(), match.end(), is_name=is_name or word == "march"
            )


def _code_of(word: str) -> str:
    if _COMPACT.fullmatch(word):
        return "X"
    if word[0].isdecimal():
        return "x" if _SLASHED.fullmatch(word) else "."
    return _CODE.get(word, "!" if word in _CLOSING else ".")


def _of_figure(text: str, figure: Figure) -> Token:
    code = _KINDS.get(figure.kind, "z")
    if figure.kind is Kind.DATE:
        date = figure.date
        is_day = date is not None and (date.month is not None or date.weekday is not None)
        code = "X" if is_day else "Y"
    elif figure.kind is Kind.COUNT:
        counted = figure.subject is not None and figure.subject.start >= figure.end
        is_plain = not counted or figure.owner in TABLE["unit"]
        code = _of_count(figure) if is_plain else "."
    elif figure.kind is Kind.FRACTION and figure.text.lower() == "half":
        code = "j"
    elif figure.kind in (Kind.FRACTION, Kind.LABEL, Kind.RATIO):
        code = _of_label(figure.text.lower(), code)
    elif figure.kind in (Kind.SHARE, Kind.MONEY, Kind.MEASURE, Kind.POINTS, Kind.AGE):
        code = "."
    return Token(figure.text.lower(), code, figure.start, figure.end, figure)


def _of_label(text: str, code: str) -> str:
    if _SLASHED.fullmatch(text):
        return "x"
    if _COMPACT.fullmatch(text):
        return "X"
    return "w" if text.isdecimal() and len(text) < 3 else code


def _of_count(figure: Figure) -> str:
    if figure.value is None:
        return "r" if figure.high is not None and figure.high < 60 else "."
    if figure.text.isalpha() and len(figure.text) > 9 and 1000 < figure.value < 2100:
        return "Y"
    if 1000 < figure.value < 2100 and " " in figure.text:
        return "Y"  # "two thousand and fifteen"
    if figure.grain == Fraction(1, 100) and figure.value < 24:
        return "c"  # "2.30"
    return "d" if figure.value in _DAYS and figure.grain == 1 else "z"


def _joined(tokens: list[Token]) -> list[Token]:
    """The tokens with the names of several words made one, and no month that may be a verb."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        size, code = _name_at(tokens, at)
        if size:
            found.append(Token(token.word, code, token.start, tokens[at + size - 1].end))
            at += size
            continue
        if _is_year_in_words(tokens, at):
            found.append(token._replace(code="Y", end=tokens[at + 1].end))
            at += 2
            continue
        before = found[-1] if found else None
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if (token.word in ("am", "pm") and (before is None or before.code not in "dzTWrc")) or (
            token.word in _OFTEN_OTHER and not _is_dated(before, token, after)
        ):
            token = token._replace(code=".")
        found.append(token)
        at += 1
    return found


def _is_year_in_words(tokens: list[Token], at: int) -> bool:
    """ "nineteen ninety-six": two numbers in words that are one year."""
    if tokens[at].word not in _HUNDREDS or at + 1 >= len(tokens):
        return False
    second = tokens[at + 1].figure
    if second is None or second.kind is not Kind.COUNT or second.text[:1].isdecimal():
        return False
    return second.value is not None and 10 <= second.value < 100


def _name_at(tokens: list[Token], at: int) -> tuple[int, str]:
    for words, code in _NAMES.get(tokens[at].word, ()):
        if all(
            at + k < len(tokens) and tokens[at + k].word == word for k, word in enumerate(words)
        ):
            return len(words), code
    return 0, ""


def _is_dated(before: Token | None, token: Token, after: Token | None) -> bool:
    """Is "may", "march" or "sat" beside a number or a word that makes it a month or a day?"""
    is_before = before is not None and (
        before.code in "doWX" or (before.word in _BESIDE_MONTH and token.is_name)
    )
    return is_before or (after is not None and after.code in "doYXx")
