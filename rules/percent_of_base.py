r"""An amount given as a percentage of a base must be that share of it.

"Seventy percent of those 2,600, or about 1,820": base, share and amount. Base and share alone make
an amount that is listed as derived.

Bad

    Of the 1,250 fighters killed, 96 percent, or 960, were convicts.
                                                 ^^^ 96 percent of 1,250 = 1,200, not 960

Good

    Of the 1,000 fighters killed, 90 percent, or 900, were convicts.

Passed over

    Of the 1,000 fighters killed, 90 percent were convicts.
"""

from collections.abc import Iterator

from figcheck.rulekit import (
    AMOUNTS,
    Claim,
    Document,
    Figure,
    Frame,
    Hedge,
    Kind,
    PercentOf,
    Reading,
    Slot,
    Term,
    Window,
)

code = "FC202"

_APPOSED = frozenset(("or", "bracket"))
_NEAR = 9


def _amount(frame: Frame) -> Term | None:
    return PercentOf(frame["share"], frame["base"])


def _is_below_base(frame: Frame) -> bool:
    amount, base = frame.stated.value, frame["base"].value
    return amount is not None and base is not None and 0 < amount <= base


def _restates_share(frame: Frame) -> bool:
    return _is_below_base(frame) and frame.stated.apposed is frame["share"]


def readings() -> tuple[Reading, ...]:
    still = frozenset(("moved",))
    amount = Slot("amount", AMOUNTS, bars=still | {"numerator", "denominator"})
    share = Slot("share", frozenset((Kind.SHARE, Kind.FRACTION)), bars=still, link="apposed")
    base = Slot("base", AMOUNTS, like="stated", bars=still)
    return (
        Reading(
            "amount beside its share",
            amount,
            (share, base),
            _amount,
            window=Window.ADJACENT,
            guard=_restates_share,
        ),
    )


def relate(document: Document) -> Iterator[Claim]:
    """The amounts that "90 percent of the 1,000" implies, where the text states none."""
    for sentence in document.sentences:
        for share, base in zip(sentence.figures, sentence.figures[1:], strict=False):
            if _is_share_of(sentence.words, share, base):
                yield Claim(stated=None, term=PercentOf(share, base))


def _is_share_of(words: list[str], share: Figure, base: Figure) -> bool:
    """ "90 percent of the estimated 1,000": the base follows "of" with at most a few words."""
    if share.kind is not Kind.SHARE or base.kind not in AMOUNTS or base.hedge is Hedge.RANGE:
        return False
    between = words[share.place + 1 : base.place]
    return bool(between) and between[0] == "of" and len(between) <= 5 and "," not in between
