r"""An age must fit the birth and the date that it is said of.

"born on August 19, 1936 ... died on February 2, 2024, aged 88": full dates give one age; years alone
give two.

Bad

    She was born in 1964 and was 51 in 2025.
                                 ^^ 2025

Good

    She was born in 1964 and was 61 in 2025.

Passed over

    She was born in 1964 and was 61 at the time.
"""

from collections.abc import Iterator

from figcheck.rulekit import Age, Claim, Document, Figure, Kind, Sentence

code = "FC701"

_BORN = frozenset(("born", "b", "b.", "hatched", "birth"))
_DIED = frozenset(("died", "d", "d.", "death", "killed"))
_REACH = 2


def relate(document: Document) -> Iterator[Claim]:
    """Each birth, with the nearest later date and the age said with it."""
    for sentence in document.sentences:
        for birth in sentence.figures:
            if _is_birth(sentence, birth):
                yield from _ages(document, sentence, birth)


def _is_birth(sentence: Sentence, figure: Figure) -> bool:
    if figure.kind is not Kind.DATE or figure.date is None or figure.date.year is None:
        return False
    return bool(_BORN.intersection(sentence.words[max(0, figure.place - 6) : figure.place]))


def _ages(document: Document, sentence: Sentence, birth: Figure) -> Iterator[Claim]:
    near = document.sentences[sentence.index : sentence.index + 1 + _REACH]
    for later in near:
        figures = [f for f in later.figures if f.start > birth.start]
        ages = [f for f in figures if f.kind is Kind.AGE and f.value is not None]
        dates = [f for f in figures if _is_moment(f)]
        if ages and dates and birth.date and dates[0].date:
            yield Claim(stated=ages[0], term=Age(birth, dates[0]), evidence=8)
            return


def _is_moment(figure: Figure) -> bool:
    return figure.kind is Kind.DATE and figure.date is not None and figure.date.year is not None
