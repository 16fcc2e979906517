r"""An amount given as a percentage of a base must be that share of it.

"Seventy percent of those 2,600, or about 1,820"; "a commission of 1 percent on the $21.1 billion,
$211 million"; "80% of the $64,500, which leaves her to find $12,900"; "20 percent off the $349, or
$279"; "VAT at 20% takes the £290 to £348". Base, share and amount; what the words say of the rest,
of a discount or a surcharge makes it the base less or plus the share. Base and share alone make an
amount that is listed as derived.

Bad

    Of the 1,240 fighters killed, 75 percent, or 830, were convicts.
                                                 ^^^ 75 percent of 1,240 = 930, not 830

    The Buyer shall pay a deposit equal to 10% of the price of $745,000, being $47,500.
                                                                               ^^^^^^^ 10% of $745,000 = $74,500

    The insurer will meet 80% of the $64,500. That leaves her to find $16,900.
                                                                      ^^^^^^^ $64,500 − 80% = $12,900

    The headphones list at $349; last autumn they went for 20 percent less, or $329.
                                                                               ^^^^ 279

    The firm will raise $21.1 billion, on which the banks take 1 percent, just over $2 billion.
                                                                                    ^^^^^^^^^^ 1 percent of $21.1 billion = $0.2 billion

    The alloy is 7.5 percent tin. A 400 kg bell therefore holds 40 kg of it.
                                                                ^^^^^ 7.5 percent of 400 kg = 30 kg

Bad (markdown)

    | Gross pay | $3,600 |
    |---|---:|
    | Pension (6%) | $261 |
                     ^^^^ 6% of $3,600 = $216
    | Tax | $540 |

Good (markdown)

    | Item | Cost |
    |---|---:|
    | Hire | £540.00 |
    | Piano | £60.00 |
    | VAT (20%) | £120.00 |

Good

    Of the 1,240 fighters killed, 75 percent, or 930, were convicts.

    The Buyer shall pay a deposit equal to 10% of the price of $745,000, being $74,500.

    The insurer will meet 80% of the $64,500. That leaves her to find $12,900.

    The headphones list at $349; last autumn they went for 20 percent less, or $279.

    About two-thirds of the 650 delegates, or 433, came by train.

    The firm will raise $21.1 billion, on which the banks take 1 percent, some $211 million.

Passed over

    Ann gave Bob 25 x 3/5 = 15 of the 50 pencils.

    Some 82 percent of the bank after a £45 billion rescue is the state's.

    Of the 1,000 fighters killed, 90 percent were convicts.

    Sales rose 12 percent to $640 million, and 30 percent of the shops, 84, are new.

    The tax takes 20 percent; a house of £500,000 was sold, and £12,000 went to the agent.

    Some 40% of the 1,200 voters, most of them over 65, knew of the plan, and 300 had read it.

    Rents rose 6 percent, and a room of 20 square metres now costs £800.

    The bank holds 5 percent of the firm, which earned $90 million on sales of $2 billion.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from figcheck.rulekit import (
    AMOUNTS,
    Changed,
    Claim,
    Document,
    Figure,
    Frame,
    Grade,
    Hedge,
    Interval,
    Kind,
    PercentOf,
    Proportion,
    Reading,
    Slot,
    Term,
    Window,
    judge,
    labelled_shares,
    mendable,
    of_result,
    prose,
)  # fmt: skip

code = "FC202"

_SHARES = frozenset((Kind.SHARE, Kind.FRACTION))
_LEAVING = frozenset(
    "leaves leaving left leave remaining remainder rest balance keeps keep pocket net".split()
)
_OFF = frozenset(
    "off less lower cheaper discount reduction rebate cut discounted reduced markdown knocked deducted fewer".split()
)
_HEDGING = frozenset(
    ", or — – ( just over under about some around roughly nearly almost only a an".split()
)
_ADDING = frozenset(
    "plus tip surcharge markup vat tax more extra gratuity premium top charge service interest dearer levy".split()
)
_LESS = frozenset(("lower", "fall_noun", "fall_verb"))
_PLUS = frozenset(("surcharge", "higher", "rise_noun"))
_BEFORE_BASE = frozenset(
    "of the a an its his her their our those these all some about around nearly roughly almost "
    "estimated total initial original first entire remaining more than over".split()
)
_APART = frozenset(
    ", to after before by from in with and or was is were are for on at who older".split()
)
_REACH = 6
_NEAR = 20
_WORDED = Interval.of(Fraction(92, 100), Fraction(108, 100))  # what "two-thirds of" may stand for


def _amount(frame: Frame) -> Term | None:
    share, base = frame["share"], frame["base"]
    return (
        Proportion((share, base), (), _WORDED)
        if share.kind is Kind.FRACTION
        else PercentOf(share, base)
    )


def _rest(frame: Frame) -> Term | None:
    return Changed(frame["base"], frame["share"], -1)


def _raised(frame: Frame) -> Term | None:
    return Changed(frame["base"], frame["share"], 1)


def _is_proper(stated: Figure, figure: Figure) -> bool:
    """A share between nothing and the whole, before the amount."""
    if figure.value is None or figure.start > stated.start:
        return False
    whole = 1 if figure.kind is Kind.FRACTION else 100
    return 0 < figure.value < whole


def _is_base(stated: Figure, figure: Figure) -> bool:
    return figure.start < stated.start and bool(figure.value) and figure.per == stated.per


def _is_part(frame: Frame) -> bool:
    """Below the base, and tied to the share by the words."""
    if "attribute" in frame["share"].roles or _size(frame.stated) >= _size(frame["base"]):
        return False
    is_tied = _tie(frame.document, frame["share"], frame["base"]).startswith("of")
    is_result = of_result(frame.sentence, frame.stated) == "result.near"
    if _restates(frame):
        return True
    is_near = _is_near_base(frame)
    return (is_tied or is_result or is_near) and not _has_share_between(frame, frame["share"].start)


def _is_near_base(frame: Frame) -> bool:
    """ "The alloy is 7.5 percent tin. A 400 kg bell holds 30 kg of it": base and amount together?"""
    stated, base = frame.stated, frame["base"]
    return base.sentence == stated.sentence and stated.place - base.place <= _NEAR


def _restates(frame: Frame) -> bool:
    """ "90 percent, or 900", "1 percent, just over $200 million": the amount says the share again."""
    share, stated = frame["share"], frame.stated
    if stated.apposed is share:
        return True
    if share.sentence != stated.sentence or not 0 < stated.place - share.place <= 5:
        return False
    return _HEDGING.issuperset(frame.sentence.words[share.place + 1 : stated.place])


def _is_below(frame: Frame) -> bool:
    """Below the base, with no second share that may have changed it too."""
    first = min(frame["share"].start, frame["base"].start)
    return _size(frame.stated) < _size(frame["base"]) and not _has_share_between(frame, first)


def _has_share_between(frame: Frame, first: int) -> bool:
    for index in range(min(f.sentence for f in frame.figures), frame.stated.sentence + 1):
        for figure in frame.document.sentences[index].figures:
            if (
                figure.kind in _SHARES
                and figure is not frame["share"]
                and first < figure.start < frame.stated.start
            ):
                return True
    return False


def _size(figure: Figure) -> Fraction:
    return abs(Fraction(figure.value or 0)) * Fraction(figure.unit.factor if figure.unit else 1)


def _is_left(frame: Frame) -> bool:
    return _is_below(frame) and not _LEAVING.isdisjoint(_before(frame.document, frame.stated))


def _is_off(frame: Frame) -> bool:
    return _is_below(frame) and not _OFF.isdisjoint(_around(frame.document, frame["share"]))


def _is_raised(frame: Frame) -> bool:
    amount, base = _size(frame.stated), _size(frame["base"])
    return base < amount < 2 * base and not _ADDING.isdisjoint(
        _around(frame.document, frame["share"])
    )


def _before(document: Document, figure: Figure) -> list[str]:
    words = document.sentences[figure.sentence].words
    return words[max(0, figure.place - _REACH) : figure.place]


def _around(document: Document, figure: Figure) -> list[str]:
    words = document.sentences[figure.sentence].words
    return (
        words[max(0, figure.place - 4) : figure.place] + words[figure.place + 1 : figure.place + 5]
    )


def _marks(frame: Frame) -> tuple[str, ...]:
    share, base = frame["share"], frame["base"]
    link = "restates" if _restates(frame) else "apart"
    if link == "apart" and _is_near_base(frame):
        link = "with_base"
    ties = f"fit.share_{_tie(frame.document, share, base)}"
    return (f"fit.{link}", ties)


def _tie(document: Document, share: Figure, base: Figure) -> str:
    """How the words tie the share to its base: "90% of the 1,000", "of the 1,000, 90%"."""
    if share.sentence != base.sentence:
        words = document.sentences[share.sentence].words
        after = words[share.place + 1 : share.place + 3]
        return (
            "of_those" if after[:1] == ["of"] and after[1:] and after[1] in _THOSE else "elsewhere"
        )
    words = document.sentences[share.sentence].words
    low, high = sorted((share.place, base.place))
    between = words[low + 1 : high]
    if share.place < base.place:
        return "of" if between[:1] in (["of"], ["on"], ["off"]) and "#" not in between else "before"
    return "of_base" if "of" in base.roles else "after"


_TIES = ("of", "of_base", "of_those", "before", "after", "elsewhere")
_TOLD = (("fit.restates", "fit.apart", "fit.with_base"), tuple(f"fit.share_{tie}" for tie in _TIES))
_THOSE = frozenset(("those", "these", "them", "that", "this", "it", "which", "whom"))


def readings() -> tuple[Reading, ...]:
    still = frozenset(("moved",))
    amount = Slot("amount", AMOUNTS, bars=frozenset(("numerator", "denominator")))
    share = Slot("share", _SHARES, bars=still, where=_is_proper)
    any_share = Slot("share", _SHARES, where=_is_proper)
    base = Slot("base", AMOUNTS, like="stated", where=_is_base)
    price = Slot("amount", AMOUNTS)
    return (
        Reading(
            "amount", amount, (share, base), _amount, window=Window.NEAR, guard=_is_part,
            marks=_marks, told=_TOLD,
        ),
        Reading(
            "rest", price, (any_share, base), _rest, gates=frozenset(("rest",)), window=Window.ADJACENT, guard=_is_left,
            marks=_marks, told=_TOLD,
        ),
        Reading(
            "less its share", price, (any_share, base), _rest, gates=_LESS, window=Window.ADJACENT, guard=_is_off,
            marks=_marks, told=_TOLD,
        ),
        Reading(
            "plus its share", price, (any_share, base), _raised, gates=_PLUS, window=Window.ADJACENT,
            guard=_is_raised, marks=_marks, told=_TOLD,
        ),
    )  # fmt: skip


def relate(document: Document) -> Iterator[Claim]:
    """The amounts that "90 percent of the 1,000" implies, and those of "VAT (20%)" in a table."""
    yield from _in_tables(document)
    for sentence in prose(document):
        for share, base in pairwise(sentence.figures):
            if _is_share_of(sentence.words, share, base):
                yield Claim(stated=None, term=PercentOf(share, base), reading="derived")


def _is_share_of(words: list[str], share: Figure, base: Figure) -> bool:
    """ "90 percent of the estimated 1,000": the base follows "of" with at most a few words."""
    if share.kind is not Kind.SHARE or base.kind not in AMOUNTS or base.hedge is Hedge.RANGE:
        return False
    between = words[share.place + 1 : base.place]
    if not between or between[0] != "of" or len(between) > 5:
        return False
    return between[-1] in _BEFORE_BASE and _APART.isdisjoint(between)


def _in_tables(document: Document) -> Iterator[Claim]:
    """The amount beside "Pension (6%)" is that share of an amount above it, or of their sum."""
    for share, amount, above in labelled_shares(document):
        bases = [f for f in above if f.kind is amount.kind and f.unit is amount.unit and f.value]
        claims = [
            Claim(stated=amount, term=PercentOf(share, base), reading="label")
            for base in dict.fromkeys((*bases[-1:], *bases))
        ]
        for claim in claims:
            claim.verdict = judge(claim)
        held = [c for c in claims if c.verdict is not None and c.verdict <= Grade.ROUNDING]
        if held:
            yield held[0]
        elif len(bases) == 1 and amount.value and amount.value > 0:
            claims[0].tie = "plain" if mendable(claims[0]) else "fair"
            yield claims[0]
