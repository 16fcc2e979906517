"""An independent speller of whole numbers, to read back."""

from __future__ import annotations

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_RANKS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def spelled(number: int, joint: str = " and ") -> str:
    """0 to 999,999 in words; `joint` stands before the tens behind a hundred or thousand."""
    if number >= 1000:
        head, rest = divmod(number, 1000)
        words = f"{spelled(head, joint)} thousand"
        return words if not rest else words + (joint if rest < 100 else " ") + spelled(rest, joint)
    if number >= 100:
        head, rest = divmod(number, 100)
        return f"{_ONES[head]} hundred" + (joint + spelled(rest, joint) if rest else "")
    if number >= 20:
        head, rest = divmod(number, 10)
        return _TENS[head] + (f"-{_ONES[rest]}" if rest else "")
    return _ONES[number]


def ranked(number: int) -> str:
    """1 to 999,999 as a rank in words."""
    words = spelled(number)
    head, last = _cut(words)
    if last.endswith("y"):
        return head + last[:-1] + "ieth"
    return head + _RANKS.get(last, last + "th")


def _cut(words: str) -> tuple[str, str]:
    at = max(words.rfind(" "), words.rfind("-")) + 1
    return words[:at], words[at:]
