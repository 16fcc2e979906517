"""Reading takes time in proportion to the source, however hostile it is."""

from __future__ import annotations

import gc
import re
import time
from typing import TYPE_CHECKING

import pytest

from figcheck.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    Hostile = Callable[[int], str]

MOST = 2.3
"""How much longer twice as much may take."""
TOLERATED = 20.0
"""The most seconds that a million characters may take."""
LARGEST = 1_000_000


def repeated(unit: str) -> Hostile:
    return lambda size: unit * (size // len(unit))


def halves(first: str, second: str, between: str = "") -> Hostile:
    """One thing over and over, then another."""
    return lambda size: (
        first * (size // 2 // len(first)) + between + second * (size // 2 // len(second))
    )


TEXT: dict[str, Hostile] = {
    repr(unit): repeated(unit)
    for unit in (
        "1,", "1 % ", "5", " ", "(", "\n", "\r", ".", ". ", "...a ", "a. A", "U.S. ", "[1]", ".[1]",
        "a\n", "a\n\n", "a|1\n", "|", "\t", "a\t1\n", "ab  11\n", "ab  11", "- a\n", "- ", "> a\n",
        ">", '."', "By A", "By Ann Bee\n", "https://a.b/5 ", "中", "\ud800", "aaa.1,1 ",
        "comments (",
    )
}  # fmt: skip
MARKDOWN: dict[str, Hostile] = {
    repr(unit): repeated(unit)
    for unit in (
        "> ", ">", "- ", "1. ", "> - ", "<b>", "<sup>", "<div>\n\n", "<!--", "<!-- \n\n", "&",
        "&amp;",
        "<", "[", "![", "](", "*", "_a*", "`", "~~", "~~a~~ ", "![a](b) ", "[1](#a) ", "[^1]",
        "[^1]: a\n\n", "# a\n", "a\n---\n", "- [a](b)\n", "|", "a\n\n", "\\", "é🙂 *5*\n",
    )
} | {
    "quotes, then lines": halves("> ", "a\n", "a\n"),
    "items, then lines": halves("- ", "a\n", "a\n"),
    "items, then code": halves("- ", "a\n", "```\n"),
    "items, then blanks": halves("- ", "\n", "a\n"),
    "indents": lambda size: "".join(" " * (at % 700) + "- a\n" for at in range(size // 350)),
    "images": halves("![", "](b)", "a"),
    "wide table": halves("|a", "|-", "|\n"),
    "rows": lambda size: "|a|b|\n|-|-|\n" + "|1|2|\n" * (size // 6),
    "front matter": lambda size: "---\n" + 'title: "\n' * (size // 9),
}  # fmt: skip
HTML: dict[str, Hostile] = {
    repr(unit): repeated(unit)
    for unit in (
        "<b>", "<p>a", "<div>", "<ul><li>", "<blockquote>", "<table><tr><td>", "&", "&amp;", "<",
        "< ", "<a ", '<a x="', "<a x='\"<", "<!--", "<!", "<?", "</ ", "<script>", "<style>a",
        "<title ", "<h1 ", "<sup>", "a<sup>2</sup>", "<a href=#>1", "<br>", "<img alt='a b c'>",
        "<p hidden>a", "<div class=share>a", "<b><div></b>", "<s><p>a</s>", "<form><h1>", "<q>",
        "<code>", "<pre>a\n", "<li><a href=x>a</a>", "a&shy;", "&nbsp;", "<select><option>a",
        "<figure><img alt='a b c'>",
    )
} | {
    "ends": halves("<b>", "</b>"),
    "other ends": halves("<b>", "</i>"),
    "items in a list in an item": halves("<b>", "<li></li>", "<ul>"),
    "items": lambda size: "<ul>" + "<li>a" * (size // 5),
    "rows": lambda size: "<table>" + "<tr><td>1<td>2" * (size // 14),
    "wide rows": lambda size: "<table>" + "<tr><td colspan=1000 rowspan=65534>a" * (size // 36),
    "long cells": halves("<td rowspan=65000>", "<tr>", "<table>"),
    "classes": lambda size: "<div class='" + "a-b " * (size // 4) + "'>",
    "attributes": lambda size: "<div " + "a=b " * (size // 4) + ">",
    "equals": lambda size: "<div " + '="' * (size // 2) + ">",
    "cdata": lambda size: "<?xml?>" + "<![CDATA[" * (size // 9),
}  # fmt: skip

CASES = [
    pytest.param(form, hostile, id=f"{form} {name}")
    for form, cases in (("text", TEXT), ("markdown", MARKDOWN), ("html", HTML))
    for name, hostile in cases.items()
]


def seconds(source: str, form: str) -> float:
    """The time of reading, without that of Python's cyclic garbage collector."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        read(source, form)
        return time.process_time() - began
    finally:
        gc.enable()


def growth(form: str, hostile: Hostile, least: float) -> float:
    """How much longer twice as much takes, at a size that takes `least` seconds; 1 if none does."""
    size = 20_000
    spent = seconds(hostile(size), form)
    while spent < least and size < LARGEST:
        size *= 2
        spent = seconds(hostile(size), form)
    if spent < least:
        return 1
    assert spent * LARGEST < TOLERATED * size
    ratio = 9.0
    for _ in range(3):  # a busy machine slows one run down, not three
        twice = seconds(hostile(2 * size), form)
        ratio = min(ratio, twice / spent)
        if ratio < MOST:
            break
        spent = seconds(hostile(size), form)
    return ratio


@pytest.mark.parametrize(("form", "hostile"), CASES)
def test_twice_as_much_takes_at_most_twice_as_long(form: str, hostile: Hostile) -> None:
    assert growth(form, hostile, 0.03) < MOST


@pytest.mark.slow
@pytest.mark.parametrize(("form", "hostile"), CASES)
def test_so_it_does_when_there_is_much(form: str, hostile: Hostile) -> None:
    assert growth(form, hostile, 0.3) < MOST


PARAGRAPH = (
    "The council said on Monday that it would sell its boats, according to people who were in the "
    "room, because the port can no longer pay for them. Mr. Hale, who has run the fleet since the "
    "spring of 2019, put their worth at $1.5 million and said that nobody had asked him. In the "
    "U.S. such boats are rare. “We shall see,” he said, and left.\n\n"
)


def test_reading_costs_little_beside_a_scan_for_digits() -> None:
    news = [PARAGRAPH * 8] * 60

    def best(job: Callable[[str], object]) -> float:
        spent = []
        for _ in range(5):
            began = time.process_time()
            for text in news:
                job(text)
            spent.append(time.process_time() - began)
        return min(spent)

    assert best(read) < 10 * best(re.compile(r"\d+").findall)
