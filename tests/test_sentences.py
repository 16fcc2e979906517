"""Sentences end where a reader would end them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.read.sentences import sentence_spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


ONE_SENTENCE = (
    "On Dec. 22 the council met in private.",
    "The U.S. Treasury sold 30 bonds.",
    "It paid $1.5bn for the yard, or 1.2 percent of its worth.",
    "Pier No. 5 holds 12 boats.",
    "Boats Nos. 5 and 6 are out of use.",
    "See Fig. 3 and Figs. 4A to 6 on p. 12.",
    "See Fig. S2 for the 40 islands.",
    "Mr. Hale met Dr. Ruiz and Prof. T. K. Lind.",
    "MR. HALE OWNS 40 BOATS.",
    "A fair in St. Petersburg drew 4,000.",
    "J. R. R. Dolan and George H.W. Lund sold 3 boats.",
    "Some metals, e.g. Iron and tin, rose 5 percent.",
    "It opens at 5:45 p.m. EDT and shuts at 6:15 p.m. Monday.",
    "He waited ... and paid 40.",
    "He paid ... nothing.",
    '"Is it 40?" he asked.',
    '"Forty!" she said.',
    "Lind et al. (2006) counted 40 birds.",
    "Lind et al. counted 40 birds.",
    "Norvik Holdings Inc. Chief Executive Ann Lund sold 40.",
    "The firm, Norvik Co. Ltd., sold 40.",
    "He lives in Washington, D.C. and owns 5 boats.",
    "Gov. Ann Hale and Sen. Lou Reyes won 40 seats.",
    "The odds were 3 to 1 vs. Norvik.",
    "It weighs 3.5 kg, not .5 kg.",
    "Section 5.2.1 has 4 parts.",
    "Version 2.0 of www.example.org came out.",
    "It rose on Wed. 5 March.",
    "He paid approx. 400 crowns.",
    "The vessel (c. 1200) holds 5 l.",
)


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert [text] == split(text)


TWO_SENTENCES = (
    ('He said so."', "Then he left with 5."),
    ("He said so.”", "“Then go.”"),
    ("Is it 40?", "It is 41."),
    ("Forty!", "No less."),
    ("He was born in the U.S.", "The family left in 1912."),
    ("He was born in the U.S.", '"We left," he said.'),
    ("It opened at 5 p.m.", "The hall was full."),
    ("He lost 5%.", "2019 was no better."),
    ("It cost $5.", "$4 was too little."),
    ("It is worth 2.2.", "Compared with that, 3 is much."),
    ("(It rose by 5.)", "Then it fell."),
    ("He paid ...", "Nobody thanked him."),
    ("He filed with the SEC.", "Its lawyers waited."),
    ("It is a work of art.", "Moreover, it is cheap."),
    ("He sat in the sun.", "Now he is red."),
    ("Norvik bought Delva Corp.", "Shares fell 5 percent."),
    ("Nobody won.", "No."),
    ("Did he win?", "No."),
    ("The answer is no.", "There are 5."),
    ("They met in Dec.", "The next talks failed."),
    ("He had 40 boats etc.", "Then he sold them."),
    ("It took 5 min.", "Everyone was pleased."),
    ("Group A outran group B.", "These results held."),
    ("Wow?!", "It is 5."),
    ("It ended…", "Or did it?"),
)


@pytest.mark.parametrize(("first", "second"), TWO_SENTENCES)
def test_a_stop_before_an_opener_ends_a_sentence(first: str, second: str) -> None:
    assert [first, second] == split(f"{first} {second}")


@pytest.mark.parametrize("space", [" ", "\n", "  ", "\r\n", "\u00a0", "\u2009", "\u3000", "\t"])
def test_any_white_space_parts_sentences_and_belongs_to_none(space: str) -> None:
    assert ["It is 5.", "It is 6."] == split(f"{space}It is 5.{space}It is 6.{space}")


class TestFootnoteMarks:
    @pytest.mark.parametrize("mark", ["[3]", "[3][14]", "[a]", "[12,13]", "³", "¹²"])
    def test_they_lie_between_sentences(self, mark: str) -> None:
        assert ["They left.", "Next came 40."] == split(f"They left.{mark} Next came 40.")

    def test_glued_digits_are_marks_only_after_a_word(self) -> None:
        assert ["Bones break.", "The rest heal."] == split("Bones break.12 The rest heal.")
        assert ["It fell to 3.12 Then it rose."] == split("It fell to 3.12 Then it rose.")

    def test_a_mark_within_a_sentence_stays(self) -> None:
        assert ["They left [3] and came back."] == split("They left [3] and came back.")


def test_a_missing_space_is_forgiven_after_a_word() -> None:
    assert ["It rose yesterday.", "The rest fell."] == split("It rose yesterday.The rest fell.")
    assert ["See example.Com/5 now."] == split("See example.Com/5 now.")


@pytest.mark.parametrize("number", ["1.", "12.", "a.", "(3.", "iv."])
def test_the_number_of_an_item_is_no_sentence(number: str) -> None:
    assert [f"{number} Costs rose by 5."] == split(f"{number} Costs rose by 5.")


def test_only_the_given_stretch_is_split() -> None:
    text = "It is 5. It is 6. It is 7."

    assert [(9, 17)] == [tuple(span) for span in sentence_spans(text, 8, 17)]


def test_nothing_but_space_has_no_sentence() -> None:
    assert [] == split(" \n\t ")
    assert [] == split("")


@given(st.text(alphabet="aA5 .!?\n\"'”)[]U.S¹…", max_size=60))
def test_sentences_are_in_order_and_miss_only_space_and_marks(text: str) -> None:
    spans = list(sentence_spans(text, 0, len(text)))

    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert sorted(edges) == edges
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    between = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    assert all(re.fullmatch(r"\s*(\[[^\]\s]+\]|¹|[0-9])*\s*", piece) for piece in between)
