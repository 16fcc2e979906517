"""Markdown is read as its words, and each of them leads back to where it is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from figcheck.read import read
from figcheck.read.assembly import UNREAD
from figcheck.read.nesting import DEEPEST
from tests import reading

if TYPE_CHECKING:
    from figcheck.document import Document


def markdown(source: str) -> Document:
    return read(source, "markdown")


blocks = partial(reading.blocks, "markdown")
words = partial(reading.words, "markdown")
written = partial(reading.written, "markdown")


class TestFigures:
    @pytest.mark.parametrize(
        ("source", "figure", "form"),
        [
            ("It has 10,000 men.", "10,000", "10,000"),
            ("It has **10,000** men.", "10,000", "10,000"),
            ("It has **10,0**00 men.", "10,000", "10,0**00"),
            ("It has *1*0,**0**00 men.", "10,000", "1*0,**0**00"),
            ("It has 5&nbsp;000 men.", "5\u00a0000", "5&nbsp;000"),
            ("It has 5&#8201;000 men.", "5\u2009000", "5&#8201;000"),
            ("It has &#53;000 men.", "5000", "&#53;000"),
            ("It has 500&#48; men.", "5000", "500&#48;"),
            ("It has 10\\,000 men.", "10,000", "10\\,000"),
            ("It cost \\$5.", "$5", "$5"),
            ("It has [10,000 men](https://example.org/5).", "10,000", "10,000"),
            ("It has [10,0][one]00 men.\n\n[one]: https://example.org/5", "10,000", "10,0][one]00"),
            ("It has 10,<b>000</b> men.", "10,000", "10,<b>000"),
            ("It has 10,<!-- 7 -->000 men.", "10,000", "10,<!-- 7 -->000"),
            ("It has 10,0\u200b00 men.", "10,000", "10,0\u200b00"),
            ("It has 10,000[^5] men.\n\n[^5]: So they say.", "10,000", "10,000"),
            ("> It has\n> 10,000 men.", "10,000", "10,000"),
            ("> It has 10\n> million men.", "10 million", "10\n> million"),
            ("- It has 10  \n  million men.", "10 million", "10  \n  million"),
            ("| a | b |\n|---|---|\n| x | **1**0 |", "10", "1**0"),
            ("| a | b |\n|---|---|\n| x | 10\\|20 |", "10|20", "10\\|20"),
            ("# It has 10,000 men #", "10,000", "10,000"),
            ("It has 10,000 men\n===", "10,000", "10,000"),
            ("It rose ~5~ 6 percent.", "6", "6"),
        ],
    )
    @pytest.mark.parametrize(
        "before", ["", "\ufeff", "🙂 é e\u0301 漢\n\n", "a\r\n\r\n", "- x\n\n---\n\n"]
    )
    def test_a_figure_leads_back_to_its_written_form(
        self, source: str, figure: str, form: str, before: str
    ) -> None:
        assert form == written(before + source, figure)

    def test_line_ends_of_every_kind_keep_positions(self) -> None:
        for end in ("\n", "\r\n", "\r"):
            source = f"# Boats{end}{end}There are 40{end}of them.{end}{end}- 41{end}- 42{end}"

            assert ["40", "41", "42"] == [written(source, form) for form in ("40", "41", "42")]
            assert blocks(source.replace(end, "\n")) == blocks(source)


class TestBlocks:
    def test_headings(self) -> None:
        source = "## Boats\n\n# Forty\n\nSo?\n===\n\n### Sold ###"

        document = markdown(source)

        assert [
            ("heading", "Boats"), ("headline", "Forty"), ("heading", "So?"), ("heading", "Sold"),
        ] == blocks(source)  # fmt: skip
        assert [2, 1, 1, 3] == [block.level for block in document.blocks]

    def test_without_one_of_level_1_the_first_heading_is_the_headline(self) -> None:
        assert [("headline", "Boats"), ("heading", "Sold")] == blocks("## Boats\n\n## Sold")

    def test_lists_nest(self) -> None:
        source = "- rent\n  1. flat 5\n\n     and shed 6\n  2. yard\n- food\n  > so 7"

        document = markdown(source)

        assert [
            ("item", "rent"), ("item", "flat 5"), ("item", "and shed 6"), ("item", "yard"),
            ("item", "food"), ("quotation", "so 7"),
        ] == blocks(source)  # fmt: skip
        assert [1, 2, 2, 2, 1, 0] == [block.level for block in document.blocks]

    def test_the_mark_of_a_task_is_no_word(self) -> None:
        assert [("item", "sell 40"), ("item", "keep 5")] == blocks("- [ ] sell 40\n- [x] keep 5")

    def test_quotations_and_alerts(self) -> None:
        assert [("quotation", "We sold 40."), ("quotation", "All.")] == blocks(
            "> We sold\n> 40.\n>\n> > All."
        )
        assert [("paragraph", "40 sank.")] == blocks("> [!NOTE]\n> 40 sank.")

    def test_code_is_not_read(self) -> None:
        source = "Do so:\n\n```py\nx = 5\n\ny = 6\n```\n\n    z = 7\n"

        document = markdown(source)

        assert [("paragraph", "Do so:"), ("code", "x = 5\n\ny = 6"), ("code", "z = 7")] == blocks(
            source
        )
        assert [0] == [sentence.block for sentence in document.sentences]

    def test_code_in_a_line_holds_its_place(self) -> None:
        source = "Set `x = 5` to 6."

        assert f"Set {UNREAD} to 6." == words(source)
        assert "`x = 5`" == written(source, UNREAD)

    def test_breaks_are_white_space(self) -> None:
        assert "It has 10 men and 5 boats." == words("It has\n10 men  \nand\\\n5   boats.")

    def test_sentences_do_not_cross_blocks(self) -> None:
        document = markdown("- It has 40\n- It sold 5\n\nAnd so on")

        assert ["It has 40", "It sold 5", "And so on"] == [
            document.text[s.start : s.end] for s in document.sentences
        ]


class TestWhatIsNoText:
    @pytest.mark.parametrize(
        "source",
        [
            "It has ~~50 and~~ 40 men.",
            "It has <del>50 and</del> 40 men.",
            "It has <s>50 **and**</s> 40 men.",
            "It has <!-- 50 --> 40 men.",
            'It has <span hidden>50</span> <img src="50.png"> 40 men.',
            "It has <script>50</script> 40 men.",
            "It has 40 men[^1].",
            'It has [40](https://example.org/50 "50") men.',
            "It has [40][fifty] men.\n\n[fifty]: https://example.org/50 '50'",
            "It has 40 [50](#note) men.",
            "It has 40 <sup>50</sup> men.",
            "It has 40 ![](50.png) men.",
        ],
    )
    def test_it_is_left_out(self, source: str) -> None:
        text = " ".join(markdown(source).text.split())

        assert "It has 40 men." == text

    def test_addresses_hold_their_place(self) -> None:
        source = "See <https://example.org/50> or <a50@example.org>."

        assert f"See {UNREAD} or {UNREAD}." == words(source)

    def test_the_id_of_a_heading_is_none_of_its_words(self) -> None:
        assert "Boats" == words("# Boats {#part-50}")

    def test_struck_text_does_not_strike_the_next_block(self) -> None:
        assert [("paragraph", "It has"), ("paragraph", "It sold 5.")] == blocks(
            "It has <s>50\n\nIt sold 5."
        )


class TestImages:
    def test_their_text_is_a_caption_after_its_block(self) -> None:
        source = "It has 40\n![A fleet of *60* boats](x.png) men.\n\nSo."

        assert [
            ("paragraph", "It has 40 men."), ("caption", "A fleet of 60 boats"),
            ("paragraph", "So."),
        ] == blocks(source)  # fmt: skip
        assert "60" == written(source, "60")

    def test_an_image_that_links(self) -> None:
        assert [("caption", "60 boats")] == blocks("[![60 boats](x.png)](https://example.org)")

    def test_an_image_in_an_image(self) -> None:
        assert [("caption", "60 or 70 boats")] == blocks("![60 ![or 70](y.png) boats](x.png)")


class TestFootnotes:
    def test_labels_and_references_are_no_figures(self) -> None:
        source = "It has 40 men[^50].\n\n[^50]: Or 41, *they say*."

        assert [("paragraph", "It has 40 men."), ("paragraph", "Or 41, they say.")] == blocks(
            source
        )


class TestFrontMatter:
    @pytest.mark.parametrize(
        "title",
        [
            "title: Forty boats to go",
            'title: "Forty boats to go"',
            "title:   'Forty boats to go'  ",
            "Title: Forty  boats\tto go",
            'title: "Forty boats\n  to go"',
            "title: >-\n  Forty boats\n  to go",
        ],
    )
    def test_the_title_is_the_headline_and_other_keys_are_furniture(self, title: str) -> None:
        source = f"---\ndate: 2024-05-06\n{title}\ntags: [5, 6]\n---\n\n# Boats\n\nIt has 40."

        assert [
            ("furniture", "date: 2024-05-06"), ("headline", "Forty boats to go"),
            ("furniture", "tags: [5, 6]"), ("heading", "Boats"), ("paragraph", "It has 40."),
        ] == blocks(source)  # fmt: skip
        assert "40" == written(source, "40")

    def test_toml(self) -> None:
        source = '+++\ntitle = "Forty boats"\nweight = 5\n+++\nIt has 40.'

        assert [
            ("headline", "Forty boats"), ("furniture", "weight = 5"), ("paragraph", "It has 40."),
        ] == blocks(source)  # fmt: skip

    def test_behind_a_byte_order_mark(self) -> None:
        source = "\ufeff---\r\ntitle: Forty boats\r\n---\r\nIt has 40."

        assert [("headline", "Forty boats"), ("paragraph", "It has 40.")] == blocks(source)
        assert "40" == written(source, "40")

    @pytest.mark.parametrize(
        "source", ["---\n\nIt has 40.\n\n---\n", "---\nIt has 40\n---", "---\na: 5"]
    )
    def test_a_rule_opens_none(self, source: str) -> None:
        assert "furniture" not in dict(blocks(source))


class TestRawHtml:
    def test_it_is_read_like_a_page(self) -> None:
        source = (
            "<div class='share'>\n\nShare **5**\n\n</div>\n\n"
            "<table>\n<tr><th>Boats\n<th>Men\n<tr><td>40\n<td>500\n</table>\n\nIt has 40."
        )

        document = markdown(source)

        assert [
            ("furniture", "Share 5"), ("cell", "Boats"), ("cell", "Men"), ("cell", "40"),
            ("cell", "500"), ("paragraph", "It has 40."),
        ] == blocks(source)  # fmt: skip
        assert [((1, 2), (3, 4))] == [table.rows for table in document.tables]

    def test_a_tag_over_several_lines(self) -> None:
        assert [("paragraph", "It has 40.")] == blocks('<p\n class="a"\n id="b">It has\n40.</p>')

    def test_a_list_of_links_is_furniture(self) -> None:
        source = "It has 40.\n\n- [A](a)\n- [B 5](b)\n- [C](c)\n\nSo."

        assert ["paragraph", *["furniture"] * 3, "paragraph"] == [
            role for role, _ in blocks(source)
        ]


class TestNesting:
    def test_beyond_the_deepest_it_is_text_and_said_so(self) -> None:
        for mark in ("> ", ">", "- ", "1. "):
            document = markdown(mark * (DEEPEST * 3) + "40 boats")

            assert "40 boats" in document.text
            assert [f"quotes or lists nest more than {DEEPEST} deep: read as text from there"] == (
                document.notes
            )

    def test_down_to_the_deepest_nothing_is_cut(self) -> None:
        source = "> " * DEEPEST + "40 boats"

        assert [("quotation", "40 boats")] == blocks(source)
        assert [] == markdown(source).notes

    def test_half_a_surrogate_pair_is_no_obstacle(self) -> None:
        source = "It has \ud83d **40** men."

        assert "40" == written(source, "40")
        assert source == markdown(source).source
