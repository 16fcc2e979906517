"""Page furniture: what a page prints around its article, and no part of it, by its wording.

A line counts only as a whole, and only where it does not read like a sentence of the article.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from figcheck.document import BlockRole
from figcheck.tables.furniture_en import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from figcheck.document import Block

_LONGEST = 160
_LONGEST_LABEL = 70
_WHOLE = frozenset(TABLE["whole"])
_BEGINS: dict[str, str] = TABLE["begins"]
_LABELS = frozenset(TABLE["labels"])
_COUNTED = frozenset(TABLE["counted"])
_LINKS = tuple(TABLE["links"])
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAYS = "mon tue wed thu fri sat sun".split()
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_NTH = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:{'|'.join(_DAYS)})[a-z]{{0,6}}\.?,? )?"
    rf"(?:{_MONTH} {_NTH},? [0-9]{{4}}|{_NTH} {_MONTH},? [0-9]{{4}}"
    r"|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2})"
)
_CLOCK = r"[0-9]{1,2}(?:[:.][0-9]{2}){1,2} ?(?:[ap]\.?m\.?)?(?: ?\(?[a-z]{2,4}\)?)?"
_DATED_LINE = rf"{_DATE}[,|·•—–-]? ?(?:at )?{_CLOCK}"
_PUBLISHED = (
    r"(?:(?:last |first )?(?:updated|modified|published|posted)(?: (?:on|at))?:? )"
    rf"(?:{_DATE}(?:[,|·•—–-]? ?(?:at )?{_CLOCK})?|(?:at )?{_CLOCK}.{{0,30}})"
)
_PUBLISHING = frozenset(("updated", "modified", "published", "posted", "last", "first"))
_COUNT = r"\(?[0-9][0-9,.]{0,9}[km]?\)?"
_NUMBERED = (
    rf"{_DATED_LINE}|[0-9]{{1,3}}[ -]min(?:ute)?s?(?:'? read)?"
    r"|[0-9]{1,3} (?:minute|hour|day|week|month)s? ago|[0-9]{0,3}% of readers think .{1,60}"
)
_CREDIT = r"\((?:reporting|writing|editing|additional reporting) by .{3,140}\)|\(c\) .{1,140}"
_NAME = r"[A-Z][\w.'’-]{1,20}"
_BYLINE = (
    rf"(?:By|by|BY) (?:[A-Z]\.? ?){{0,3}}{_NAME}(?: (?:[A-Z]\.|de|van|von|der|al|el|bin))?"
    rf"(?: {_NAME}){{1,3}}(?:(?:,| and| [|·•—–-]) ?.{{0,60}})?"
)
_DATED = r".*\b(?:19|20)[0-9]{2}"
_STARTS_OF_DATES = frozenset((*_MONTHS, *_DAYS))
_compiled: dict[str, re.Pattern[str]] = {}
_TITLES = frozenset((BlockRole.HEADING, BlockRole.ITEM))


def is_furniture(text: str) -> bool:
    """Is the block a share button, a comment counter, a byline, a related link or their like?"""
    if len(text) > _LONGEST:
        return False
    line = text.lower().replace("’", "'")
    if line.rstrip(".!:…") in _WHOLE or line.rstrip(".").endswith("all rights reserved"):
        return True
    first, _, rest = line.partition(" ")
    if line[0].isdigit() or line[0] in "%(":
        return _is_numbered(line)
    if first == "by":
        return text[-1] not in ".!?" and _is(_BYLINE, text)
    if not rest:
        return line.startswith(("http://", "https://", "www.")) or _is(r"\S+@\S+\.[a-z]{2,6}", line)
    word = first.rstrip(":")
    if word in _PUBLISHING and _is(_PUBLISHED, line):
        return True
    if word in _BEGINS and _is(_BEGINS[word], rest if word == first else f": {rest}"):
        return True
    if word in _COUNTED and _is(_COUNT, rest):
        return True
    return (
        first == "©"
        or _is_labelled(line)
        or (first[:3] in _STARTS_OF_DATES and _is(_DATED_LINE, line))
    )


def _is(pattern: str, text: str) -> bool:
    """Is the text of a pattern as a whole? Patterns are compiled when they are first met."""
    compiled = _compiled.get(pattern)
    if compiled is None:
        compiled = _compiled[pattern] = re.compile(pattern, re.DOTALL)
    return compiled.fullmatch(text) is not None


def _is_numbered(line: str) -> bool:
    """Is a line that begins with a number or bracket a counter, a time or a credit?"""
    last = line.rpartition(" ")[2]
    if line[0] == "(":
        return _is(_CREDIT, line)
    if last in _COUNTED:
        return _is(rf"{_COUNT} [a-z]+", line)
    return _is(_NUMBERED, line)


def _is_labelled(line: str) -> bool:
    """Does a label stand before a colon or bar?"""
    at = line.find(":")
    at = line.find("|") if at < 0 else at
    return at > 0 and line[:at].rstrip() in _LABELS and bool(line[at + 1 :].strip())


def repeated_titles(lines: Iterable[str]) -> frozenset[str]:
    """Dated titles that stand alone more than once: links to other pages."""
    counts = Counter(line for line in lines if len(line) <= _LONGEST)
    return frozenset(
        line
        for line, count in counts.items()
        if count > 1 and line[-1] != "." and _is(_DATED, line)
    )


def demote_titles_of_links(blocks: list[Block], text: str) -> None:
    """What follows "Related articles" and its like, down to the next paragraph, are links."""
    follows = False
    for index, block in enumerate(blocks):
        if block.role is BlockRole.FURNITURE:
            follows = follows or _opens_links(text[block.start : block.end])
        elif follows and block.role in _TITLES and text[block.end - 1] not in ".:":
            blocks[index] = block._replace(role=BlockRole.FURNITURE)
        else:
            follows = False


def _opens_links(label: str) -> bool:
    return len(label) <= _LONGEST_LABEL and label.lower().replace("’", "'").startswith(_LINKS)
