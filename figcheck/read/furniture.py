"""Page furniture in plain text: what a page prints around its article, and no part of it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 160
_WHOLE_LINE = re.compile(
    r"(?:comments?\s*\(\d+\)|\d+\s+comments?|add a comment|leave a (?:comment|reply)"
    r"|write the first comment.*|be the first to comment.*|share(?: this)?(?: (?:article|story|on|via).*)?"
    r"|tweet|print|e-?mail(?: this)?|save|related(?: (?:articles?|stories|topics|links|news))?:?"
    r"|other topics of interest|read (?:more|next|also)\b.*|see also:?.*|more (?:on|from|in)\b.*"
    r"|also read:?.*|latest (?:from|news|stories)\b.*|most (?:read|popular|viewed)\b.*|trending.*"
    r"|advertisement|sponsored(?: content)?|story continues below.*|continue reading.*"
    r"|sign up (?:for|to)\b.*|subscribe\b.*|log ?in|sign in|follow us\b.*|click here\b.*"
    r"|to suggest a correction.*|you can also highlight.*|got a tip.*|contact (?:us|the editor)\b.*"
    r"|(?:©|\(c\)|copyright)\s.*|all rights reserved.*|terms (?:of|and)\b.*|privacy policy.*"
    r"|(?:last )?updated:?\s.*\d.*|published:?\s.*\d.*|posted:?\s.*\d.*|file photo.*|photo:.*|image:.*"
    r"|by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:,? .{0,40})?|\d+ min(?:ute)? read|skip to .*"
    r"|home|menu|search|next|previous|back to top|tags?:.*|topics?:.*|filed under.*)",
    re.IGNORECASE | re.DOTALL,
)
_DATED = re.compile(r".*\b(?:19|20)\d\d$", re.DOTALL)
_BYLINE = re.compile(r"by\s", re.IGNORECASE)


def is_furniture(text: str) -> bool:
    """Is the block a share button, a comment counter, a byline, a related link or their like?"""
    if len(text) > _MOST or not _WHOLE_LINE.fullmatch(text):
        return False
    if _BYLINE.match(text):
        return text[3:4].isupper() and text[-1] != "."
    return text[-1:] not in ".!?" or len(text) < 100


def repeated_titles(lines: Iterable[str]) -> frozenset[str]:
    """Dated titles that stand alone more than once: links to other pages."""
    counts = Counter(line for line in lines if len(line) <= _MOST)
    return frozenset(
        line
        for line, count in counts.items()
        if count > 1 and _DATED.match(line) and line[-1] != "."
    )
