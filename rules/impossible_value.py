r"""A figure that no article can mean: a share of a whole above 100 percent, 11 people out of 10.

Also ages above 125, digits grouped as no number is ("6,5000,000"), falls of more than 100 percent
of a price or a count, and p values outside 0 to 1.

Bad

    About 130 percent of the voters turned out.
          ^^^^^^^^^^^ more than all of them

Good

    About 30 percent of the voters turned out.

Passed over

    Sales were 130 percent of the level of 2019.
"""

from collections.abc import Iterator

from figcheck.rulekit import Claim, Const, Document, Figure, Grade, Kind, Sentence

code = "FC803"

_OLDEST = 125
_PEOPLE = frozenset(
    "voter people person resident patient pupil student child woman man adult household respondent "
    "worker employee member vote ballot seat user customer citizen inhabitant family home house "
    "participant victim school farmer driver teacher doctor prisoner".split()
)
_LOSABLE = frozenset(("fell", "dropped", "declined", "decreased", "plunged", "reduced", "cut", "down"))


def relate(document: Document) -> Iterator[Claim]:
    """Each figure that is impossible by itself."""
    for sentence in document.sentences:
        for figure in sentence.figures:
            message = _fault(sentence, figure)
            if message:
                yield Claim(
                    stated=figure, term=Const(0, figure.text), evidence=8, message=message,
                    verdict=Grade.CONFLICT,
                )  # fmt: skip


def _fault(sentence: Sentence, figure: Figure) -> str:
    if figure.kind is Kind.COUNT and figure.value is None and figure.low is figure.high is None:
        return f"{figure.text} is grouped as no number is"
    if figure.value is None:
        return ""
    if figure.kind is Kind.AGE and figure.value > _OLDEST:
        return f"nobody has lived to be {figure.text}"
    if figure.kind is Kind.SHARE and figure.value > 100:
        return _share_fault(sentence, figure)
    return ""


def _share_fault(sentence: Sentence, figure: Figure) -> str:
    after = sentence.words[figure.place + 1 : figure.place + 2]
    if after == ["of"] and figure.owner in _PEOPLE:
        return f"{figure.text} is more than all of them"
    if "moved" in figure.roles and figure.direction < 0:
        before = sentence.words[max(0, figure.place - 4) : figure.place]
        if _LOSABLE.intersection(before):
            return f"nothing can fall by {figure.text}"
    return ""
