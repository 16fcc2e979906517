"""HTML is read as a browser shows it, and each word leads back to where it is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from figcheck.read import read
from figcheck.read.assembly import UNREAD
from tests import reading

if TYPE_CHECKING:
    from figcheck.document import Document


def html(source: str) -> Document:
    return read(source, "html")


blocks = partial(reading.blocks, "html")
words = partial(reading.words, "html")
written = partial(reading.written, "html")


class TestFigures:
    @pytest.mark.parametrize(
        ("source", "figure", "form"),
        [
            ("<p>It has 10,000 men.", "10,000", "10,000"),
            ("<p>It has <b>10,0</b>00 men.", "10,000", "10,0</b>00"),
            ("<p>It has <b><i>1</i>0,</b>000 men.", "10,000", "1</i>0,</b>000"),
            ("It has 5&nbsp;000 men.", "5\u00a0000", "5&nbsp;000"),
            ("It has 5&nbsp000 men.", "5\u00a0000", "5&nbsp000"),
            ("It has &#53;000 men.", "5000", "&#53;000"),
            ("It has 500&#x30; men.", "5000", "500&#x30;"),
            ("It cost &pound;5.", "£5", "&pound;5"),
            ("It cost &euro;5&ndash;6.", "€5–6", "&euro;5&ndash;6"),
            ("It cost &#128;5.", "€5", "&#128;5"),
            ("It has 10,0<wbr>00 men.", "10,000", "10,0<wbr>00"),
            ("It has 10,0&shy;00 men.", "10,000", "10,0&shy;00"),
            ("It has 10,0\u200b00 men.", "10,000", "10,0\u200b00"),
            ("It has 10,<!-- 7 -->000 men.", "10,000", "10,<!-- 7 -->000"),
            ("It has 10\n   million men.", "10 million", "10\n   million"),
            ("It has 10<br>million men.", "10 million", "10<br>million"),
            ("It has 10<br />\nmillion men.", "10 million", "10<br />\nmillion"),
            ("It has 10&#10;&#9;million men.", "10 million", "10&#10;&#9;million"),
            ('It has <a href="/50">10,000</a> men.', "10,000", "10,000"),
            ("<table><tr><td>a<td>&minus;5<tr><td>b<td>6</table>", "−5", "&minus;5"),
            ("It has 10&#48;<del>7</del>000 men.", "100000", "10&#48;<del>7</del>000"),
        ],
    )
    @pytest.mark.parametrize(
        "before", ["", "\ufeff", "<p>🙂 é e\u0301 漢</p>", "a\r\n<p>\r\n", "<hr>&amp;<p>"]
    )
    def test_a_figure_leads_back_to_its_written_form(
        self, source: str, figure: str, form: str, before: str
    ) -> None:
        assert form == written(before + source, figure)

    @pytest.mark.parametrize(
        ("source", "text"),
        [
            ("33<sup>2</sup> men", "33² men"),
            ("10<sup>6</sup> men", "10⁶ men"),
            ("10<sup>-6</sup> m", "10⁻⁶ m"),
            ("40 km<sup>2</sup>", "40 km²"),
            ("40 square feet<sup>3</sup>", "40 square feet³"),
            ("40,000<sup>3</sup> men", "40,000 men"),
            ("In 1998<sup>3</sup> it", "In 1998 it"),
            ("40 men<sup>3</sup> left", "40 men left"),
            ("40 men.<sup>3, 4</sup> Then", "40 men. Then"),
            ("40<sup>a</sup> men", "40 men"),
            ("40<sup>[3]</sup> men", "40 men"),
            ("40<sup><a href='#n3'>3</a></sup> men", "40 men"),
            ("40<a href='#n3'><sup>3</sup></a> men", "40 men"),
            ("40<a href='#n3'>[3]</a> men", "40 men"),
            ("40 <a href='#men'>men</a> left", "40 men left"),
            ("The 21<sup>st</sup> of May", "The 21st of May"),
            ("5<sup>1</sup>/<sub>2</sub> men", "5 1/2 men"),
            ("5<sup>1</sup>&frasl;<sub>2</sub> men", "5 1⁄2 men"),
            ("40 t of CO<sub>2</sub> here", "40 t of CO₂ here"),
            ("40 <sup>3 men", "40 3 men"),
        ],
    )
    def test_raised_text_glues_to_no_figure(self, source: str, text: str) -> None:
        assert text == words(f"<p>{source}</p>")

    def test_nor_does_it_after_a_mark_that_holds_a_paragraph(self) -> None:
        assert [("paragraph", "33² men")] == blocks("<sup><p>33<sup>2</sup> men</p></sup>")

    def test_a_raised_digit_keeps_its_place(self) -> None:
        assert "40 km<sup>2" == written("It has 40 km<sup>2</sup> left.", "40 km²")


class TestBlocks:
    def test_the_first_h1_is_the_headline(self) -> None:
        source = "<title>5 boats</title><h2>News</h2><h1>Forty boats</h1><h1>So</h1><h4>Sold</h4>"

        document = html(source)

        assert [
            ("heading", "News"), ("headline", "Forty boats"), ("heading", "So"),
            ("heading", "Sold"),
        ] == blocks(source)  # fmt: skip
        assert [2, 1, 1, 4] == [block.level for block in document.blocks]

    @pytest.mark.parametrize(
        "heading", ["", "<h1></h1>", "<h1><img src=a.png></h1>", "<h1 hidden>A</h1>"]
    )
    def test_without_an_h1_the_title_is_the_headline(self, heading: str) -> None:
        source = f"<head><title>Forty boats &amp; 5 men</title></head>{heading}<h2>Sold</h2><p>So."

        assert [
            ("headline", "Forty boats & 5 men"), ("heading", "Sold"), ("paragraph", "So."),
        ] == blocks(source)  # fmt: skip
        assert "boats &amp; 5" == written(source, "boats & 5")

    def test_nothing_else_of_the_head_is_read(self) -> None:
        source = (
            "<!DOCTYPE html 5><html><head><meta content='5'><style>p{5}</style>"
            "<script>'<p>5'</script><base href=5><body><p>It has 40."
        )

        assert "It has 40." == words(source)

    def test_lists_nest_and_need_no_end_tags(self) -> None:
        source = (
            "<ul><li>rent<ol><li>flat 5<p>and shed 6<li>yard</ol>"
            "<li>food<dl><dt>so<dd>7</dl></ul>So"
        )

        document = html(source)

        assert [
            ("item", "rent"), ("item", "flat 5"), ("item", "and shed 6"), ("item", "yard"),
            ("item", "food"), ("item", "so"), ("item", "7"), ("paragraph", "So"),
        ] == blocks(source)  # fmt: skip
        assert [1, 2, 2, 2, 1, 2, 2, 0] == [block.level for block in document.blocks]

    def test_quotations_captions_and_code(self) -> None:
        source = (
            "<blockquote><p>We sold 40.<p>All.</blockquote><figure><img alt='40 small boats'>"
            "<figcaption>40 boats</figcaption></figure><pre>x = 5\n\n  y &lt; 6</pre>"
            "So <code>x = 7</code>."
        )

        document = html(source)

        assert [
            ("quotation", "We sold 40."), ("quotation", "All."), ("caption", "40 boats"),
            ("code", "x = 5\n\n  y < 6"), ("paragraph", f"So {UNREAD}."),
        ] == blocks(source)  # fmt: skip
        assert "<code>x = 7</code>" == written(source, UNREAD)
        assert [0, 1, 2, 4] == [sentence.block for sentence in document.sentences]

    def test_an_alternative_text_is_a_caption_after_its_block(self) -> None:
        source = "<p>It has <img alt='A fleet of 60&nbsp;boats' src=60.png> 40.<img alt=60><p>So."

        assert [
            ("paragraph", "It has 40."), ("caption", "A fleet of 60\u00a0boats"),
            ("paragraph", "So."),
        ] == blocks(source)  # fmt: skip
        assert "60&nbsp;boats" == written(source, "60\u00a0boats")

    def test_marks_of_items_are_no_words(self) -> None:
        source = "<p>• 40 boats<p>2) 50 men<h2>3. Sold</h2><ul><li>4. 60</ul><p>5.5 of them"

        assert [
            ("item", "40 boats"), ("item", "50 men"), ("headline", "Sold"), ("item", "60"),
            ("paragraph", "5.5 of them"),
        ] == blocks(source)  # fmt: skip

    def test_block_elements_break_lines_and_inline_ones_do_not(self) -> None:
        assert [("paragraph", "a"), ("paragraph", "b c"), ("paragraph", "d")] == blocks(
            "a<div>b <span>c</span></div>d"
        )

    def test_two_line_breaks_end_a_paragraph(self) -> None:
        assert [("paragraph", "It has 40."), ("paragraph", "So it sold 5.")] == blocks(
            "It has<br>40.<br>\n<br/>So it<br>sold 5."
        )

    def test_white_space_is_collapsed_as_a_browser_does_it(self) -> None:
        assert "a b\u00a0 c d" == words("<p>\n a\t\r\n b&nbsp; <b> c </b> d \n</p>")

    def test_a_quotation_in_a_line_has_its_marks(self) -> None:
        source = "<p>He said <q>40 boats</q>."

        assert "He said “40 boats”." == words(source)
        assert "<q>40 boats</q>" == written(source, "“40 boats”")


class TestWhatIsNotShown:
    @pytest.mark.parametrize(
        "hidden",
        [
            "<p hidden>50</p>",
            "<p style='color: red; display:none'>50</p>",
            '<div style="DISPLAY : NONE">50<p>60</p></div>',
            "<script>if (a < 50) '</p>'</script>",
            "<SCRIPT>50</SCRIPT >",
            "<style>p { width: 50 }</style>",
            "<template><p>50</template>",
            "<noscript><p>50</noscript>",
            "<!-- <p>50 -->",
            "<!--> ",
            "<!DOCTYPE 50>",
            "<?php 50 ?>",
            "<![CDATA[ 50 ]]>",
            "<del>50</del>",
            "<s><b>50</b></s>",
            "<iframe>50</iframe>",
            "<svg><text>50</text></svg>",
            "<input value=50>",
            "<p title='50' data-x=\"<p>50</p>\"></p>",
            "<video>50</video>",
            "</p 50>",
            "</50>",
        ],
    )
    def test_it_is_left_out(self, hidden: str) -> None:
        assert ["It has 40.", "So."] == [
            text for _, text in blocks(f"<p>It has 40.</p>{hidden}<p>So.")
        ]

    def test_what_was_inserted_is_kept(self) -> None:
        assert "It has 40 men." == words("It has <del>50</del><ins>40</ins> men.")

    def test_cdata_of_xml_is_text(self) -> None:
        assert "It has < 40 men." == words(
            "<?xml version='1.0'?><p>It has <![CDATA[< 40]]> men.</p>"
        )

    def test_a_comment_without_an_end_is_said(self) -> None:
        document = html("<p>It has 40.<!-- <p>So.")

        assert "It has 40." == document.text
        assert ["a comment without an end: what follows it was not read"] == document.notes


class TestTagSoup:
    @pytest.mark.parametrize(
        "source",
        [
            "<p>It has <b>40 men.",
            "<p>It has 40</b> men.</p></div>",
            "<P>It has <B>40<I> men.</B></I>",
            "<p class='a>b' id=\"c<d\">It has 40 men.",
            "<p class=a>It has <a href=x?a=5>40</a> men.",
            "It has <span/>40 men.",
            "It has <a\nhref='5'\n>40 men.",
            "It has <x-boats n=5>40</x-boats> men.",
            "<body><p>It has 40 men.</body></html>\n",
            "<p>It has 40 men.<p><p></p>",
            "<p>It has 40 men.</p><script>5",
        ],
    )
    def test_it_is_read_as_a_browser_reads_it(self, source: str) -> None:
        assert "It has 40 men." == words(source)

    def test_what_opens_no_tag_is_text(self) -> None:
        assert "5 < 6 & 7 <3 &x; a<" == words("<p>5 < 6 & 7 <3 &x; a<")

    def test_a_quote_without_an_end_swallows_no_text(self) -> None:
        assert [("paragraph", "It has"), ("paragraph", "40 men."), ("paragraph", "So.")] == blocks(
            '<p>It has<p class="a>40 men.<p>So.'
        )

    def test_an_element_that_ends_outside_its_block_is_at_an_end(self) -> None:
        source = "<div><s>old <p>5</s> It has 40.</div><p>So."

        assert [("paragraph", "It has 40."), ("paragraph", "So.")] == blocks(source)

    def test_furniture_that_ends_outside_its_block_is_at_an_end(self) -> None:
        source = "<div><span class=promo>5<p>6</span>7</p></div><h1>Boats</h1><p>So.<nav>8</nav>"

        assert [
            ("furniture", "5"), ("furniture", "6"), ("paragraph", "7"), ("headline", "Boats"),
            ("paragraph", "So."), ("furniture", "8"),
        ] == blocks(source)  # fmt: skip

    def test_a_stray_end_tag_does_not_reach_out_of_a_cell(self) -> None:
        source = "<div><table><tr><td>1</div><td>2<tr><td>3<td>4</table></div>"

        assert [((0, 1), (2, 3))] == [table.rows for table in html(source).tables]

    def test_depth_is_no_limit(self) -> None:
        deep = 20_000
        source = "<div>" * deep + "<b>" * deep + "It has 40." + "</div>" * deep + "<p>So."

        assert [("paragraph", "It has 40."), ("paragraph", "So.")] == blocks(source)
        assert [] == html(source).notes


FURNITURE = (
    "<nav>5 boats</nav>",
    "<footer><p>5 boats</p></footer>",
    "<aside>5 boats</aside>",
    "<header>5 boats</header>",
    "<div role=navigation>5 boats</div>",
    "<button>5 boats</button>",
    "<select><option>5 boats</select>",
    "<form><label>5 boats</label></form>",
    "<form class='newsletter-signup'>5 boats</form>",
    "<div class='share-bar'>5 boats</div>",
    "<div class='article relatedLinks'>5 boats</div>",
    "<ul id=comments><li>5 boats</ul>",
    "<p class=byline>5 boats</p>",
    "<div class=breadcrumb>5 boats</div>",
    "<ul class='main-menu'><li>5 boats</ul>",
    "<div id='cookie_banner'>5 boats</div>",
    "<section class='promo'>5 boats</section>",
    "<p><span class='author'>5 boats</span></p>",
    "<p>Comments (5)</p>",
    "<p>Share this article</p>",
    "<ul><li><a href=5>5 boats</a><li><a href=6>6 boats</a><li><a href=7>7 boats</a></ul>",
)
ARTICLE = (
    "<article><header>5 boats</header></article>",
    "<main><aside>5 boats</aside></main>",
    "<div class='market-share'>5 boats</div>",
    "<div class='has-sidebar no-comments'>5 boats</div>",
    "<p>A <span class=author>writer</span> has 5 boats</p>",
    "<ul><li><a href=5>5 boats</a><li>6 <a href=6>boats</a><li><a href=7>7 boats</a></ul>",
    "<table class=share><tr><td>5 boats<td>6<tr><td>7<td>8</table>",
    "<div class=menu><main><p>5 boats</p></main></div>",
    "<form id=aspnetForm><h1>5 boats</h1></form>",
)


@pytest.mark.parametrize("furniture", FURNITURE)
def test_furniture_is_known_by_its_element_and_its_name(furniture: str) -> None:
    found = blocks(f"<p>It has 40.</p>{furniture}<p>So.</p>")

    assert [("paragraph", "It has 40."), ("paragraph", "So.")] == [found[0], found[-1]]
    assert {"furniture"} == {role for role, _ in found[1:-1]}


@pytest.mark.parametrize("article", ARTICLE)
def test_the_article_is_none(article: str) -> None:
    assert "furniture" not in {role for role, _ in blocks(f"<p>It has 40.</p>{article}<p>So.</p>")}
