"""What a report prints of an article steers no terminal and keeps its columns."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.report.table import aligned, markdown
from figcheck.report.visible import cells, columns, visible

STEERING = ("Cc", "Cs", "Zl", "Zp")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain 5", "plain 5"),
        ("\x1b[31mred\x07", "<U+001B>[31mred<U+0007>"),
        ("5\u202e000", "5<U+202E>000"),
        ("a\u2066b\u2069", "a<U+2066>b<U+2069>"),
        ("soft\u00adhyphen\ufeff\u200b", "soft<U+00AD>hyphen<U+FEFF><U+200B>"),
        ("\ud800", "<U+D800>"),
        ("\x9b5m\x7f", "<U+009B>5m<U+007F>"),
        ("two\nlines\tand\r\nmore\r", "two lines and more<U+000D>"),
        ("1\u202f234\u00a05", "1\u202f234\u00a05"),
        ("\u0645\u200c\u0646 café 収入", "\u0645\u200c\u0646 café 収入"),
    ],
)
def test_what_steers_a_terminal_is_spelled_out(text: str, shown: str) -> None:
    assert shown == visible(text)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("収入", 4),
        ("e\u0301", 1),
        ("\U0001f4b0", 2),
        ("\t", 4),
        ("\x1b", 8),
        ("\uff15", 2),
        ("👩\u200d🔬", 4),
    ],
)
def test_columns_are_those_of_a_terminal(text: str, width: int) -> None:
    assert width == columns(text)


@given(st.text())
def test_nothing_printed_is_a_control(text: str) -> None:
    for shown in (visible(text), "".join(char for char, _ in cells(text))):
        assert not [char for char in shown if category(char) in STEERING]
        assert not [char for char in shown if "\u202a" <= char <= "\u202e"]


def test_a_table_is_aligned_by_columns_not_characters() -> None:
    rows = [("収入", "a"), ("x", "bb"), ("e\u0301", "c\x1b")]

    assert ["収入  a", "x     bb", "e\u0301     c<U+001B>"] == list(aligned(rows))


def test_a_markdown_table_escapes_bars() -> None:
    assert ["| a |", "| --- |", "| x\\|y |"] == list(markdown(("a",), [("x|y",)]))
