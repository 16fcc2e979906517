"""A guard before the Markdown parser, whose time grows with lines times depth of nesting."""

from __future__ import annotations

import re

DEEPEST = 100
"""How deep quotes and lists may nest."""

_MARK = r"(?:>|[-*+](?=[ \t])|[0-9]{1,9}+[.)](?=[ \t]))"
_LINE_START = r"(?<![^\r\n])"
_DEEP_MARK = rf"(?:[ \t]*+{_MARK}){{{DEEPEST}}}[ \t]*+"
_DEEP_INDENT = rf"[ \t]{{{4 * DEEPEST}}}[ \t]*+"
_TOO_DEEP = re.compile(rf"{_LINE_START}(?:{_DEEP_MARK}|{_DEEP_INDENT})(?={_MARK})")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_SURROGATE = re.compile("[\ud800-\udfff]")


def tame(text: str) -> tuple[str, bool]:
    """The text in a form of the same length that can be parsed, and whether nesting was cut.

    The first marker below the deepest level becomes a backslash, which makes plain text of what
    follows it; half a surrogate pair becomes the replacement character, and a lone carriage return,
    which the parser does not know, a line feed.
    """
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
    parts: list[str] = []
    at = 0
    for found in _TOO_DEEP.finditer(text):
        parts += (text[at : found.end()], "\\")
        at = found.end() + 1
    if not parts:
        return text, False
    return "".join((*parts, text[at:])), True
