"""What the words make a rest, lists of shares, and what the cells of tables say."""

import pytest

from figcheck.document import Document
from figcheck.extract import extract
from figcheck.link import link
from figcheck.link.rests import kind_of_rest
from figcheck.link.sharelists import share_lists
from figcheck.link.tables import cell_shares, labelled_shares
from figcheck.read import read


def linked(text: str, form: str = "text") -> Document:
    document = read(text, form)
    extract(document)
    link(document)
    return document


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The other 125 stand empty.", "rest other"),
        ("That leaves a balance of 45.", "rest named"),
        ("The 82 that could be used were frozen.", "rest which"),
        ("With the £205 he had left he dined.", "rest which"),
        ("They needed 86 more.", "rest needed"),
        ("There are still 5,600 people waiting.", "rest still"),
        ("He has 15 km to go.", "rest still"),
        ("Arrears stand at £282.", "rest state"),
        ("Everything else comes to 38.", "rest else"),
        ("They chose 214 of the original 252.", "rest original"),
        ("The firm has 82 shops.", ""),
        ("Another 12 flats are empty.", ""),
    ],
)
def test_what_the_words_make_a_rest(text: str, kind: str) -> None:
    document = linked(text)
    sentence = document.sentences[0]

    assert kind == kind_of_rest(sentence, sentence.figures[0])


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("It is 70% tin, 20% zinc and 10% lead.", "text", ["70% 20% 10%"]),
        ("Ale is 50%. Stout is 30%. Mild has 20%.", "text", ["50% 30% 20%"]),
        ("How they go:\n\n- Bus: 50%\n- Tram: 30%\n- On foot: 20%", "markdown", ["50% 30% 20%"]),
        ("Aye 50% (Ash 60%, Oak 30%, Elm 10%) and no 40%.", "text", ["50% 60% 30% 10%", "60% 30% 10%"]),
        ("It is 70% tin and 30% lead.", "text", []),
        ("It rose 7%, then 2% and then 1%.", "text", []),
    ],
)  # fmt: skip
def test_lists_of_shares(text: str, form: str, expected: list[str]) -> None:
    document = linked(text, form)
    by_text = {figure.text: figure for figure in document.figures}
    last = by_text[expected[0].split()[-1]] if expected else document.figures[-1]
    found = [" ".join(f.text for f in each.members) for each in share_lists(document, last)]

    assert expected == found


@pytest.mark.parametrize("is_named", [True, False])
def test_shares_in_cells(*, is_named: bool) -> None:
    head = (
        "| | Drug (n = 160) |\n|---|---|\n"
        if is_named
        else "| | Drug |\n|---|---|\n| Patients | 160 |\n"
    )
    document = linked(f"{head}| Women | 72 (45%) |\n| Smokers | 40 (25%) |\n", "markdown")
    found = [
        (c.part.value, c.share.value, c.whole.value) for each in cell_shares(document) for c in each
    ]

    assert [(72, 45, 160), (40, 25, 160)] == found


def test_shares_in_labels() -> None:
    document = linked(
        "| Pay | $3,600 |\n|---|---|\n| Pension (6%) | $216 |\n| Tax | $540 |\n", "markdown"
    )
    found = [
        (share.value, amount.value, [f.value for f in above])
        for share, amount, above in labelled_shares(document)
    ]

    assert [(6, 216, [3600])] == found
