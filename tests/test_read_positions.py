"""Whatever the markup around it, a figure's span in the source is where it is written."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.document import Document, Origin, Span
from figcheck.read import read
from figcheck.read.codepoints import CodePoints

OPENINGS = st.sampled_from(["", "\ufeff"])
NOISE = st.sampled_from(["", "🙂", "e\u0301", "漢字", "é", "\u00a0", "naïve ", "𝟙 ", "\u200b"])
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
WORDS = st.sampled_from(["boats", "of them", "🙂 men", "e\u0301té", "漢字", "Zürich (so)"])


class Written(NamedTuple):
    """A figure in its markup: `before`, the figure from first to last character, `after`."""

    before: str
    form: str
    after: str


# Each takes the digits abc of the figure "a,bc0", and shows nothing else that looks like one.
MARKDOWN = (
    ("", "{a},{bc}0", ""),
    ("**", "{a},{bc}0", "**"),
    ("", "{a},**{bc}**0", ""),
    ("*", "{a},{bc}*0", ""),
    ("", "{a}\\,{bc}0", ""),
    ("", "{a},{bc}&#48;", ""),
    ("", "{a}&comma;{bc}0", ""),
    ("[", "{a},{bc}0", "](https://example.org/77)"),
    ("[so ", "{a},{bc}](77)0", ""),
    ("`77` ", "{a},{bc}0", " `77`"),
    ("~~77~~ ", "{a},{bc}0", " ~~77~~"),
    ("<b>", "{a},<i>{bc}</i>0", "</b>"),
    ("<!-- 77 -->", "{a},<!-- 77 -->{bc}0", ""),
    ("", "{a},{bc}0", "[^77]"),
    ("<del>77</del>", "{a},{bc}0", ""),
    ("<span title='77'>", "{a},{bc}0", "</span>"),
)
HTML = (
    ("", "{a},{bc}0", ""),
    ("<b>", "{a},{bc}0", "</b>"),
    ("", "{a},<b>{bc}</b>0", ""),
    ("<i>", "{a},{bc}</i>0", ""),
    ("", "{a},{bc}&#48;", ""),
    ("", "{a}&comma;{bc}&#x30;", ""),
    ("&amp;", "{a},{bc}0", "&nbsp;"),
    ("<a href='/77?x=77>77'>", "{a},{bc}0", "</a>"),
    ("<code>77</code> ", "{a},{bc}0", " <kbd>77</kbd>"),
    ("<s>77</s> ", "{a},{bc}0", " <del>77</del>"),
    ("<!-- 77 -->", "{a},<!-- 77 -->{bc}0", ""),
    ("", "{a},{bc}0", "<sup>[77]</sup>"),
    ("<script>77</script>", "{a},{bc}<wbr>0", ""),
    ("<span hidden>77</span>", "{a},&shy;{bc}0", "<br>"),
    ("<q>", "{a},{bc}0", "</q>"),
)
MARKDOWN_BLOCKS = (
    "{}", "# {}", "## {} ##", "> {}", "- {}", "1. {}", "> - {}", "- > {}", "* [x] {}", "{}\n---",
    "| {} | x |\n|---|---|\n| y | z |", "| x | y |\n|---|---|\n| {} | z |", "<div>\n\n{}\n\n</div>",
    "> so\n{}", "so  \n{}", "```\n77\n```\n\n{}", "- so\n\n  {}", "[^77]: {}",
)  # fmt: skip
HTML_BLOCKS = (
    "<p>{}", "<p>{}</p>", "<h2>{}</h2>", "<div>{}</div>", "<ul><li>{}</ul>",
    "<blockquote>{}</blockquote>",
    "<table><tr><td>x<td>{}<tr><td>y<td>z</table>", "so\n  {}<hr>", "<p\n class='a'>so<br>\n{}</p>",
    "<article><header><h2>{}</h2></header></article>", "<!-- 77 -->{}<p>", "<pre>77</pre>{}<p>",
)  # fmt: skip


@st.composite
def sources(
    draw: st.DrawFn, inline: tuple[tuple[str, str, str], ...], layout: tuple[str, ...]
) -> tuple[str, dict[str, Span]]:
    """A source, and the span of every figure in it by what a reader sees."""
    end = draw(ENDS)
    source = draw(OPENINGS) + draw(st.sampled_from(["", "<!-- 77 -->\n\n"])).replace("\n", end)
    spans: dict[str, Span] = {}
    for number in range(draw(st.integers(1, 6))):
        digits = {"a": str(number + 1), "bc": f"{draw(st.integers(10, 76))}"}
        before, form, after = Written(*draw(st.sampled_from(inline)))
        form = form.format(**digits)
        before = f"{draw(NOISE)} {draw(WORDS)} {before}"
        after = f"{after} {draw(WORDS)}"
        block = draw(st.sampled_from(layout)).replace("\n", end)
        start = len(source) + block.index("{}") + len(before)
        spans["{a},{bc}0".format(**digits)] = Span(start, start + len(form))
        source += block.replace("{}", before + form + after) + end * 2
    return source, spans


def found(document: Document, figure: str) -> Span:
    (match,) = re.finditer(re.escape(figure), document.text)
    return document.source_span(*match.span())


@given(sources(MARKDOWN, MARKDOWN_BLOCKS))
@settings(max_examples=300, deadline=None)
def test_in_markdown(case: tuple[str, dict[str, Span]]) -> None:
    source, spans = case
    document = read(source, "markdown")

    assert spans == {figure: found(document, figure) for figure in spans}
    assert source == document.source
    shown = [s for s in document.blocks if s.role != "code"]
    assert not any("77" in document.text[block.start : block.end] for block in shown)


@given(sources(HTML, HTML_BLOCKS))
@settings(max_examples=300, deadline=None)
def test_in_html(case: tuple[str, dict[str, Span]]) -> None:
    source, spans = case
    document = read(source, "html")

    assert spans == {figure: found(document, figure) for figure in spans}
    assert source == document.source
    shown = [s for s in document.blocks if s.role != "code"]
    assert not any("77" in document.text[block.start : block.end] for block in shown)


@given(
    st.text(alphabet="a5 \n\r🙂é\ufeff#>-*_`[]()|&;<b/>!~\\", max_size=60),
    st.sampled_from(["markdown", "html"]),
)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_and_every_letter_leads_back_to_itself(source: str, form: str) -> None:
    document = read(source, form)

    for block in document.blocks:
        for at in range(block.start, block.end):
            start, end = document.source_span(at, at + 1)
            if document.text[at].isalnum() and end - start == 1:
                assert document.text[at] == source[start]
    assert sorted(document.blocks) == list(document.blocks)


ARTICLE = (
    ("headline", "Forty boats to go"),
    ("paragraph", "The port has 40 boats & 5,000 men, “all” at work."),
    ("heading", "A cold spring"),
    ("item", "10 of them leak"),
    ("item", "30 do not"),
    ("quotation", "It cost us $1.5 million, or 3 percent."),
    ("paragraph", "Nobody minds: 7 in 10 would sell."),
)
FORMS = {
    "text": {
        "headline": "{}", "paragraph": "{}", "heading": "{}", "item": "- {}",
        "quotation": "> {}",
    },
    "markdown": {
        "headline": "# {}", "paragraph": "{}", "heading": "## {}", "item": "- {}",
        "quotation": "> {}",
    },
    "html": {
        "headline": "<h1>{}</h1>", "paragraph": "<p>{}</p>", "heading": "<h2>{}</h2>",
        "item": "<ul><li>{}</ul>", "quotation": "<blockquote>{}</blockquote>",
    },
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_one_article_has_the_same_words_in_every_format(form: str) -> None:
    source = "\n\n".join(FORMS[form][role].format(words) for role, words in ARTICLE)

    document = read(source, form)

    assert list(ARTICLE) == [
        (block.role.value, document.text[block.start : block.end]) for block in document.blocks
    ]
    for block in document.blocks:
        start, end = document.source_span(block.start, block.end)
        assert document.text[block.start : block.end] == source[start:end]


@given(st.text(alphabet="a é漢🙂\u07ff\u0800\uffff", max_size=40), st.integers(0, 9))
def test_bytes_lead_back_to_code_points(text: str, base: int) -> None:
    place = CodePoints(text, base)

    offsets = [len(text[:at].encode()) for at in range(len(text) + 1)]
    assert [at + base for at in range(len(text) + 1)] == [place(offset) for offset in offsets]


class TestOrigin:
    ORIGIN = Origin((0, 3, 4, 6), (10, 13, 20), (13, 19, 22))

    @pytest.mark.parametrize(
        ("span", "source"),
        [
            ((0, 3), (10, 13)),
            ((1, 2), (11, 12)),
            ((2, 4), (12, 19)),
            ((3, 4), (13, 19)),
            ((3, 5), (13, 21)),
            ((4, 6), (20, 22)),
            ((3, 3), (13, 13)),
        ],
    )
    def test_stretches_are_read_letter_for_letter_or_whole(
        self, span: tuple[int, int], source: tuple[int, int]
    ) -> None:
        assert source == self.ORIGIN.span(*span)

    def test_without_text_there_is_one_place(self) -> None:
        assert (0, 0) == Origin((0,), (), ()).span(0, 0)


@given(st.text(alphabet="a\r\n🙂", max_size=30), st.sampled_from(["", "\ufeff"]))
def test_lines_and_columns(text: str, mark: str) -> None:
    source = mark + text
    document = Document(source, source, [])
    ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", source)]

    for offset in range(len(mark), len(source) + 1):
        line, column = document.line_column(offset)
        assert bisect_right(ends, offset) + 1 == line
        begin = ends[line - 2] if line > 1 else len(mark)
        assert offset - begin + 1 == column
