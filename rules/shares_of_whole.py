r"""Percentages that share out one whole must add up to 100.

"58 percent ..., the remaining 42 percent": two shares must add up exactly; more may miss by their
rounding.

Bad

    The group holds 35 percent and the family the remaining 75 percent.
                                                            ^^^^^^^^^^ 35

Good

    The group holds 35 percent and the family the remaining 65 percent.

Passed over

    The group holds 35 percent and the family 20 percent.
"""

from collections.abc import Iterator

from figcheck.rulekit import Claim, Const, Document, Figure, Kind, Op, Remainder, Sentence

code = "FC102"

_ASIDE = frozenset(("moved", "prior", "from", "than"))


def relate(document: Document) -> Iterator[Claim]:
    """A share that is called the rest, with the shares before it."""
    for sentence in document.sentences:
        for figure in sentence.figures:
            if figure.kind is Kind.SHARE and "rest" in figure.roles:
                yield from _remainders(document, sentence, figure)


def _remainders(document: Document, sentence: Sentence, rest: Figure) -> Iterator[Claim]:
    before = [f for f in sentence.figures if f.place < rest.place and _is_share(f)]
    if not before and sentence.index:
        before = [f for f in document.sentences[sentence.index - 1].figures if _is_share(f)]
    if sum(f.value for f in before if f.value is not None) > 100:
        return  # they cannot be shares of the one whole
    hundred = Const(100, "100")
    claims = [
        Claim(stated=rest, term=Remainder(hundred, tuple(before[k:])), op=Op.COMPLETES)
        for k in range(len(before))
    ]
    yield from claims[:1]


def _is_share(figure: Figure) -> bool:
    if figure.apposed is not None and figure.apposed.kind is Kind.SHARE:
        return False  # "thirty percent (30%)" is one share
    return figure.kind is Kind.SHARE and figure.value is not None and not figure.roles & _ASIDE
