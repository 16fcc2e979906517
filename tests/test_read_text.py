"""Plain text is cut into blocks by its layout, and every offset is that of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.read import read
from figcheck.read.furniture import is_furniture
from figcheck.read.layout import lines_of

if TYPE_CHECKING:
    from figcheck.document import Document

LONG = (
    "The council counted 40 boats on Monday and said that it would sell some of them in the spring."
)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.role.value, document.text[block.start : block.end]) for block in document.blocks]


def roles(text: str) -> list[str]:
    return [role for role, _ in blocks(read(text))]


def test_the_text_is_the_source() -> None:
    source = "\ufeff Boats\r\n\r\nThere are 40.\r"

    document = read(source)

    assert source == document.text
    assert (3, 10) == document.source_span(3, 10)


class TestParagraphs:
    def test_lines_apart_are_paragraphs_each(self) -> None:
        assert [("paragraph", LONG), ("paragraph", LONG)] == blocks(read(f"{LONG}\n\n{LONG}\n"))
        assert [("paragraph", LONG), ("paragraph", LONG)] == blocks(read(f"{LONG}\n{LONG}\n"))

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_wrapped_lines_are_one_paragraph(self, end: str) -> None:
        lines = (
            "The council counted its boats on Monday and",
            "said that it would sell 40 of them in the",
            "spring. Nobody had expected",
            "that.",
        )
        wrapped = end.join((*lines[:2], f"{lines[2]} {lines[3]}"))

        assert [("paragraph", wrapped)] * 2 == blocks(read(f"{wrapped}{end}{end}{wrapped}"))

    def test_a_sentence_runs_over_wrapped_lines(self) -> None:
        text = (
            "The council counted its boats, and they were\n40, of which it would sell\n5. It will."
        )

        document = read(text)

        assert 2 == len(document.sentences)
        assert text.index("It will") == document.sentences[1].start

    def test_a_title_above_a_paragraph_is_not_drawn_into_it(self) -> None:
        text = f"Boats to be sold in the spring\n{LONG}\nNobody minds the sale\n{LONG}"

        assert ["headline", "paragraph", "heading", "paragraph"] == roles(text)

    def test_a_paragraph_that_a_blank_line_broke_is_mended(self) -> None:
        text = "Shares of the company fell by 5 percent because of\n\nits losses, it said."

        assert [("paragraph", text)] == blocks(read(text))


class TestTitles:
    def test_the_first_title_is_the_headline(self) -> None:
        text = f"Boats to be sold\n\nA cold spring\n\n{LONG}\n\nWho minds?\n\n{LONG}"

        document = read(text)

        assert ["headline", "heading", "paragraph", "heading", "paragraph"] == roles(text)
        assert [1, 2, 0, 2, 0] == [block.level for block in document.blocks]

    def test_a_text_of_one_line_has_no_headline(self) -> None:
        assert ["heading"] == roles("The port sold 40 boats")

    @pytest.mark.parametrize(
        "title", ["“Boats are to go”", 'Boats "to be sold"', "Forty boats (2024)"]
    )
    def test_closing_marks_end_no_sentence(self, title: str) -> None:
        assert ["headline", "paragraph"] == roles(f"{title}\n\n{LONG}")

    def test_a_sentence_is_no_title_however_short(self) -> None:
        assert ["paragraph", "paragraph"] == roles(f"They sank.\n\n{LONG}")
        assert ["paragraph", "paragraph"] == roles(f"“They sank.”\n\n{LONG}")

    def test_many_titles_in_a_row_are_a_list(self) -> None:
        text = f"{LONG}\n\nHale 40\nRuiz 30\nLund 20\n\n{LONG}"

        assert ["paragraph", "item", "item", "item", "paragraph"] == roles(text)

    def test_two_are_a_list_after_a_colon(self) -> None:
        assert ["paragraph", "item", "item"] == roles("The vote was:\nYes 52\nNo 48")


class TestLists:
    @pytest.mark.parametrize("mark", ["-", "*", "•", "–", "1.", "12)", "(a)", "iv."])
    def test_an_item_begins_behind_its_mark(self, mark: str) -> None:
        text = f"The costs:\n{mark} rent, 500\n{mark} food, 300"

        assert [("item", "rent, 500"), ("item", "food, 300")] == blocks(read(text))[1:]

    def test_depth_goes_by_the_indent(self) -> None:
        text = "- rent\n    - flat 5\n    - shed 6\n      - roof 7\n- food\n  - bread 2"

        assert [1, 2, 2, 3, 1, 2] == [block.level for block in read(text).blocks]

    def test_an_indented_line_goes_on_with_its_item(self) -> None:
        text = "- rent for the\n  flat, 500\n- food"

        assert [("item", "rent for the\n  flat, 500"), ("item", "food")] == blocks(read(text))

    def test_a_number_that_begins_a_wrapped_line_is_no_mark(self) -> None:
        text = (
            "The council has counted every one of its\n"
            "boats this week and it now says that it has\n"
            "40. It will sell some of them in the spring\n"
            "and keep those that still float."
        )

        assert [("paragraph", text)] == blocks(read(text))


class TestOtherRoles:
    def test_quoted_lines_are_quotations(self) -> None:
        assert [("quotation", "We sold 40."), ("paragraph", LONG)] == blocks(
            read(f"> We sold 40.\n>\n\n{LONG}")
        )

    @pytest.mark.parametrize(
        "text",
        [
            "Figure 1. Boats sold, by year, 1990 to 2020.",
            "Table 12: Boats sold",
            "Photo: one of the 40 boats that are to be sold.",
        ],
    )
    def test_captions(self, text: str) -> None:
        assert [("caption", text)] == blocks(read(f"{text}\n\n{LONG}"))[:1]


FURNITURE = (
    "Comments (0)",
    "12 comments",
    "1.2K shares",
    "Share this article",
    "Share on Facebook",
    "By Ann Hale",
    "By Ann B. Hale and Lou Reyes",
    "BY ANN HALE",
    "Published 5 May 2024",
    "Updated: May 5, 2024, 10:32 a.m.",
    "5 min read",
    "3 hours ago",
    "Related articles",
    "Read more: Forty boats go for a song",
    "Most read",
    "Advertisement",
    "Subscribe to our newsletter!",
    "Sign up for our 5 newsletters",
    "© 2024 Norvik News",
    "All rights reserved.",
    "Source: https://example.org/2024/05/boats",
    "Photo: Ann Hale",
    "(Reporting by Ann Hale; editing by Lou Reyes)",
    "Tags: boats, spring",
    "Skip to content",
    "Leave a comment",
)
PROSE = (
    "By March 500 people had died",
    "By 2020 the port had sold 40 boats",
    "Comments on the sale came from 12 people.",
    "Share prices fell by 5 percent",
    "More than 40 boats were sold.",
    "More in the port said so than not, by 3 to 1.",
    "Home sales rose 5 percent",
    "Save 40 boats",
    "Print sales fell to 12,000 copies",
    "Related costs came to $5 million.",
    "Top of the list: 40 boats",
    "Monday, May 6, 2024",
    "The latest news is that 40 boats sank.",
    "Next year 40 boats will go.",
    "12 people commented",
    "Contact with 40 boats was lost.",
    "Photo: one of the 40 boats that are to be sold.",
)


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture_is_known_by_its_words(text: str) -> None:
    assert is_furniture(text)
    assert ["paragraph", "furniture", "paragraph"] == roles(f"{LONG}\n\n{text}\n\n{LONG}")


@pytest.mark.parametrize("text", PROSE)
def test_prose_that_begins_alike_is_none(text: str) -> None:
    assert not is_furniture(text)


def test_furniture_between_wrapped_lines_parts_them() -> None:
    text = f"{LONG}\nAdvertisement\n{LONG}"

    assert ["paragraph", "furniture", "paragraph"] == roles(text)


def test_dated_titles_that_recur_are_links() -> None:
    title = "Harbour report, April 24, 2024"

    assert ["paragraph", "furniture", "furniture", "paragraph"] == roles(
        f"{LONG}\n\n{title}\n\n{title}\n\n{LONG}"
    )
    assert ["paragraph", "heading", "paragraph"] == roles(f"{LONG}\n\n{title}\n\n{LONG}")


def test_titles_after_related_articles_are_links() -> None:
    links = "Related articles\n40 boats go for a song\nA cold spring"
    text = f"{LONG}\n\n{links}\n\n{LONG}\n\nWho minds\n\n{LONG}"

    assert ["paragraph", *["furniture"] * 3, "paragraph", "heading", "paragraph"] == roles(text)


def test_furniture_is_not_split_into_sentences() -> None:
    document = read(f"{LONG}\n\nComments (12)\n\n{LONG}")

    assert [0, 2] == [sentence.block for sentence in document.sentences]


@given(st.text(alphabet="aB5 .,:\n\r\t|>-*(\u00a0🙂", max_size=80))
def test_blocks_are_in_order_and_miss_only_space_and_marks(source: str) -> None:
    document = read(source)

    edges = [0, *(edge for b in document.blocks for edge in (b.start, b.end)), len(source)]
    assert sorted(edges) == edges
    assert all(source[b.start : b.end].strip() == source[b.start : b.end] for b in document.blocks)
    gaps = [source[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    assert all(re.fullmatch(r"(?:[\s|>*(:-]|[a5]{1,3}[.)])*", gap) for gap in gaps)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "\n\none\r\n\ntwo\u2028three\x85\x0c four",
            [("one", 2, 0, 2), ("two", 8, 0, 1), ("three", 12, 0, 0), ("four", 20, 1, 1)],
        ),
        ("\none\rtwo\v\n", [("one", 1, 0, 0), ("two", 5, 0, 0)]),
        ("a\x1cb\x1e\n\n  c", [("a\x1cb\x1e", 0, 0, 0), ("c", 8, 2, 1)]),  # no ends of lines
        (" \t\n\u200b", []),
    ],
)
def test_lines_end_at_every_break(source: str, expected: list[tuple[str, int, int, int]]) -> None:
    found = lines_of(source)

    assert expected == [(line.text, line.start, line.indent, line.blanks) for line in found]
    assert all(source[line.start : line.end] == line.text for line in found)
