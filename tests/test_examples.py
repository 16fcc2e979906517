"""The examples of a docstring are read as they are written."""

from __future__ import annotations

from textwrap import dedent

import pytest

from figcheck.errors import RuleError
from figcheck.examples import Example, Mark, examples


def read(doc: str) -> list[Example]:
    return list(examples(dedent(doc)))


def test_a_caret_line_marks_the_line_above() -> None:
    [example] = read("""\
        Bad

            The panel of 12 has 5 doctors.
                         ^^ 5, not 12
        """)

    assert Example("Bad", "text", "The panel of 12 has 5 doctors.", example.marks, 3) == example
    assert (Mark(13, 15, "5, not 12"),) == example.marks
    assert "12" == example.text[13:15]


def test_wrapped_lines_join_with_a_space_and_carets_follow_any_line() -> None:
    [example] = read("""\
        Bad

            There were 7 of
                       ^ first
            the 9 left, and 30 came.
                ^ second
                            ^^ third
        """)

    assert "There were 7 of the 9 left, and 30 came." == example.text
    assert ["7", "9", "30"] == [example.text[mark.start : mark.end] for mark in example.marks]
    assert ["first", "second", "third"] == [mark.words for mark in example.marks]


def test_a_bar_parts_two_paragraphs() -> None:
    [example] = read(
        """\
        Bad

            Sales rose.
            |
            They were 5 in
            all.
        """.replace("all.", "all 6.\n                ^ words")
    )

    assert "Sales rose.\n\nThey were 5 in all 6." == example.text
    assert "6" == example.text[example.marks[0].start : example.marks[0].end]


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_markup_keeps_its_lines(form: str) -> None:
    [example] = read(f"""\
        Good ({form})

            | a | 5 |
            |---|---|
            |
              <b>6</b>
        """)

    assert (form, "| a | 5 |\n|---|---|\n\n  <b>6</b>") == (example.format, example.text)


def test_each_block_is_an_example_of_its_heading() -> None:
    found = read("""\
        The title.

            no example: it stands under no heading

        Good

            One.

            Two
            lines.

        Passed over

            Three.

        Any other words end a section

            no example
        """)

    assert [("Good", "One.", 7), ("Good", "Two lines.", 9), ("Passed over", "Three.", 14)] == [
        (example.heading, example.text, example.line) for example in found
    ]


@pytest.mark.parametrize(
    ("doc", "fault"),
    [
        ("Bad\n\n    There were 5.\n", "'Bad' has no carets"),
        ("Good\n\n    There were 5.\n               ^ words\n", "'Good' has carets"),
        ("Passed over\n\n    We 5.\n       ^ words\n", "'Passed over' has carets"),
        ("Bad\n\n    There were 5.\n               ^\n", "say nothing"),
        ("Bad\n\n    There were 5.\n                 ^^^ words\n", "stand under no text"),
    ],
)
def test_an_example_that_contradicts_itself_is_refused(doc: str, fault: str) -> None:
    with pytest.raises(RuleError, match=fault):
        list(examples(doc))
