"""The figures of the sentences in `tests/extract/`, family by family."""

from __future__ import annotations

from pathlib import Path

import pytest

from figcheck.extract import extract
from figcheck.read import read
from tests.extract_spec import Spec, described, specs

FILES = sorted((Path(__file__).parent / "extract").glob("*.txt"))
SPECS = [
    pytest.param(spec, id=f"{spec.file}-{spec.line}") for file in FILES for spec in specs(file)
]


@pytest.mark.parametrize("spec", SPECS)
def test_figures_of_a_sentence(spec: Spec) -> None:
    document = read(spec.text)
    extract(document)

    found = tuple((figure.start, figure.end, described(figure)) for figure in document.figures)

    assert spec.figures == found
    assert [spec.text[start:end] for start, end, _ in found] == [f.text for f in document.figures]


def test_every_family_has_its_sentences() -> None:
    sizes = {file.stem: len(list(specs(file))) for file in FILES}

    assert {} == {family: size for family, size in sizes.items() if size < 9}
    assert 18 <= len(sizes)
