"""Text made safe to print: what would steer or confuse a terminal is shown, not sent.

An article may hold escape sequences, bidirectional controls and characters without width. In a
report each of them is spelled out, so that a line shows what the file holds and nothing else.
"""

from __future__ import annotations

from unicodedata import category, east_asian_width

_TAB = 4
_JOINERS = frozenset("\u200c\u200d")  # words of some scripts, and emoji, need them
_SPELLED = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def visible(text: str) -> str:
    """A text on one line, with each control, format and separator character spelled out.

    Line breaks and tabs become spaces: for names and messages, where columns do not matter.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if char in "\t\n" else _shown(char) for char in text.replace("\r\n", "\n"))


def cells(text: str) -> list[tuple[str, int]]:
    """Each character of a line as it is printed, and how many columns of a terminal it takes."""
    if text.isascii() and text.isprintable():
        return [(char, 1) for char in text]
    return [_cell(char) for char in text]


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(size for _, size in cells(text))


def _cell(char: str) -> tuple[str, int]:
    if char == "\t":
        return " " * _TAB, _TAB
    shown = _shown(char)
    if shown != char:
        return shown, len(shown)
    if char in _JOINERS or category(char) in ("Mn", "Me"):
        return char, 0
    return char, 2 if east_asian_width(char) in "WF" else 1


def _shown(char: str) -> str:
    if char.isascii() and char.isprintable():
        return char
    if char in _JOINERS or category(char) not in _SPELLED:
        return char
    return f"<U+{ord(char):04X}>"
