"""Page furniture: what a page prints around its article, and no part of it, by its wording.

A line counts only as a whole, and only where it does not read like a sentence of the article.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from figcheck.document import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from figcheck.document import Block

_LONGEST = 160
_LONGEST_LABEL = 60
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?"
_NTH = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_DAY},? )?(?:{_MONTH} {_NTH},? [0-9]{{4}}|{_NTH} {_MONTH},? [0-9]{{4}}"
    r"|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2})"
)
_CLOCK = r"[0-9]{1,2}(?:[:.][0-9]{2}){1,2} ?(?:[ap]\.?m\.?)?(?: ?\(?[a-z]{2,4}\)?)?"
_COUNTED = "(?:comments?|shares?|likes?|views?|replies|retweets?|reactions?|followers)"
_NUMBER = r"[0-9][0-9,.]{0,9}[km]?"
_PUBLISHED = "(?:(?:last |first )?(?:updated|modified|published|posted)(?: (?:on|at))?:? )"
_LINES = (
    # counters and dates
    rf"{_COUNTED}[:\s]*\(?{_NUMBER}\)?",
    rf"\(?{_NUMBER}\)?\s{_COUNTED}",
    rf"{_PUBLISHED}{_DATE}|(?:{_PUBLISHED})?{_DATE}[,|·•—–-]? ?(?:at )?{_CLOCK}",
    rf"{_PUBLISHED}(?:at )?{_CLOCK}.{{0,30}}",
    "[0-9]{1,3}[ -]min(?:ute)?s?(?:['’]? read)?",
    "[0-9]{1,3} (?:minutes?|hours?|days?|weeks?|months?) ago",
    # buttons
    "share(?: this)?(?: (?:article|story|post|page))?(?: (?:on|via|with) .{1,40})?",
    "tweet(?: this)?|save|bookmark|copy link|reply|report abuse",
    "print(?: this)?(?: (?:article|page|story))?",
    "e-?mail(?: this)?(?: (?:article|story|link))?|like(?: us)?(?: on .{1,20})?",
    r"follow (?:us|me|@\w+)(?: on .{1,40})?",
    "(?:add|leave|post|write) (?:a|your) (?:comment|reply|review)s?.{0,20}",
    "(?:write|be) the first (?:comment|to comment).{0,30}",
    "(?:view|show|read|see)(?: all)? comments.{0,20}",
    "home|menu|search|next|previous|older|newer|back(?: to top)?|top|close|open|play|pause",
    r"loading(?:\.{3}|…)?|skip to .{1,30}",
    # other pages
    "related(?: (?:articles?|stor(?:y|ies)|topics|links|news|content|posts|coverage))?:?",
    "(?:other )?topics of interest|recommended(?: (?:for you|reading|articles|stories))?",
    "most (?:read|popular|viewed|shared|commented).{0,30}|trending(?: now| today)?|top stories",
    r"latest (?:from|news|stories|headlines)\b.{0,80}",
    "more (?:from|on|in) [^.!?]{1,50}|more stories",
    "popular(?: (?:now|posts|stories))|editor['’]?s['’]? picks?|don['’]t miss",
    "you (?:may|might) also like.{0,20}",
    "(?:article|story) continues (?:below|after).{0,40}|(?:continue|keep) reading.{0,40}",
    "the post .{3,110} appeared first on .{2,50}",
    r"(?:source|link|via)?:? ?https?://\S{3,150}|www\.\S{3,150}|\S{1,60}@\S{1,40}\.[a-z]{2,6}",
    # the publisher's own
    "advertisement|sponsored(?: content)?|paid (?:content|post)|promoted",
    "sign up(?: (?:for|to) .{1,100})?[.!]?|subscribe(?: (?:to|for|now|today).{0,100})?[.!]?",
    "get (?:the latest|our) .{1,60}(?:newsletters?|inbox|app|updates)[.!]?",
    "newsletters?|unsubscribe|subscription|log ?in|sign in|register(?: now)?|my account",
    r"download (?:our|the) app.{0,20}|click here\b.{0,100}",
    "to suggest a correction.{0,60}|you can also highlight.{0,80}",
    r"(?:got|have) (?:a|any) (?:news )?(?:tip|story|question)s?\b.{0,60}",
    r"contact(?: (?:us|the editor)\b.{0,40})?|about us|careers|sitemap|faqs?",
    r"(?:©|\(c\)|copyright)\s.{0,140}|(?:.{0,60}\. )?all rights reserved\.?",
    "terms (?:of|and) (?:use|service|conditions).{0,60}",
    "privacy(?: policy| notice)?.{0,40}|cookies?(?: (?:policy|settings))?",
    "tags?|topics?|filed under|categor(?:y|ies)|archives?",
    "[0-9]{0,3}% of readers think .{1,60}|getty(?: images)?|reuters|ap photo.{0,60}",
    r"(?:(?:file )?photo(?:graph)?|image|picture)s?(?:\s?[:|]| by) ?[^.!?0-9]{1,40}",
    r"\((?:reporting|writing|editing|additional reporting) by .{3,140}\)",
)
_LINE = re.compile("|".join(_LINES), re.IGNORECASE)
_LABELS = (
    "also read|read (?:more|next|also)|see also|related|watch|listen|tags?|topics?|filed under",
    "categor(?:y|ies)|(?:photo|image|picture) credit|credit|posted (?:by|in)",
    "published (?:by|in)|written by|author|share|follow",
)
_LABELLED = re.compile(rf"(?:{'|'.join(_LABELS)})\s?[:|]\s?.{{1,140}}", re.IGNORECASE)
_NAME = r"[A-Z][\w.'’-]{1,20}"
_BYLINE = re.compile(
    rf"(?:By|by|BY) (?:[A-Z]\.? ?){{0,3}}{_NAME}(?: (?:[A-Z]\.|de|van|von|der|al|el|bin))?"
    rf"(?: {_NAME}){{1,3}}(?:(?:,| and| [|·•—–-]) ?.{{0,60}})?"
)
_LINKS_FOLLOW = re.compile(
    "(?:related|recommended|trending|most |top stories|latest |more |popular|editor|don['’]t miss"
    "|you (?:may|might) also|(?:other )?topics of interest|read (?:next|more)).{0,60}",
    re.IGNORECASE,
)
_TITLES = frozenset((BlockRole.HEADING, BlockRole.ITEM))
_DATED = re.compile(r".*\b(?:19|20)[0-9]{2}")


def is_furniture(text: str) -> bool:
    """Is the block a share button, a comment counter, a byline, a related link or their like?"""
    if len(text) > _LONGEST:
        return False
    if _LINE.fullmatch(text):
        return True
    if text[:2] in ("By", "by", "BY") and text[-1] not in ".!?":
        return _BYLINE.fullmatch(text) is not None
    return _LABELLED.fullmatch(text) is not None


def repeated_titles(lines: Iterable[str]) -> frozenset[str]:
    """Dated titles that stand alone more than once: links to other pages."""
    counts = Counter(line for line in lines if len(line) <= _LONGEST)
    return frozenset(
        line
        for line, count in counts.items()
        if count > 1 and line[-1] != "." and _DATED.fullmatch(line)
    )


def demote_titles_of_links(blocks: list[Block], text: str) -> None:
    """What follows "Related articles" and its like, down to the next paragraph, are links."""
    follows = False
    for index, block in enumerate(blocks):
        if block.role is BlockRole.FURNITURE:
            follows = follows or _LINKS_FOLLOW.fullmatch(text, block.start, block.end) is not None
        elif follows and block.role in _TITLES and text[block.end - 1] not in ".:":
            blocks[index] = block._replace(role=BlockRole.FURNITURE)
        else:
            follows = False
