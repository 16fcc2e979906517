"""A guard before the Markdown parser, whose time grows with lines times depth of nesting."""

from __future__ import annotations

import re

DEEPEST = 100
"""How deep quotes and lists may nest."""

_MARKER = r"[ \t]*+(?:>|[-*+](?=[ \t])|[0-9]{1,9}+[.)](?=[ \t]))"
_LINE_START = r"(?<![^\r\n])"
_DEEP_MARKER = rf"(?:{_MARKER}){{{DEEPEST}}}[ \t]*+"
_DEEP_INDENT = rf"[ \t]{{{4 * DEEPEST}}}[ \t]*+"
_TOO_DEEP = re.compile(rf"{_LINE_START}(?:{_DEEP_MARKER}|{_DEEP_INDENT})(?=[->*+0-9])")
_SURROGATE = re.compile("[\ud800-\udfff]")


def tame(text: str) -> tuple[str, bool]:
    """The text in a form of the same length that can be parsed, and whether nesting was cut.

    The first marker below the deepest level becomes a backslash, which makes plain text of what
    follows it; half a surrogate pair becomes the replacement character.
    """
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
