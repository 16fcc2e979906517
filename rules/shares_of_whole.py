r"""Percentages that share out one whole must add up to 100.

"58 percent ..., the remaining 42 percent": what is called the rest is 100 less the others. A list of
shares that is plainly whole (an alloy, a split, fixed and floating, "with 14% undecided") must add
up to 100, and one that only looks it must not exceed 100 by a little. Two shares must add up
exactly, more may miss by their rounding. Surveys with several answers are passed over.

Bad

    The group holds 35 percent and the family the remaining 75 percent.
                                                            ^^^^^^^^^^ 35

    The brass is 70% copper, 25% zinc and 8% lead.
                                          ^^ 100 − 70% − 25% = 5%, not 8%

    The loans are 72% fixed and 18% floating.
                                ^^^ 100 − 72% = 28%, not 18%

    Some 46% were in favour and 37% against, with 21% undecided.
                                                  ^^^ 100 − 46% − 37% = 17%, not 21%

    A third party owns 12 percent, the state 53 percent; employees have the other 25 percent.
                                                                                  ^^^^^^^^^^ 35

    The soil is made up of 40 percent sand, 40 percent silt and 30 percent clay.
                                                                ^^^^^^^^^^ 20

    Asked for the one party they would vote for, 44% named the Left, 41% the Right and 38% the Farmers.
                                                                                       ^^^ 15%

    Asked where they shop, 52% said the market, 38% the van and 17% the mill.
                                                                ^^^ 100 − 52% − 38% = 10%, not 17%

    The ore is 54.5% iron, 22.0% slag, 14.5% water and 19.0% other matter.
                                                       ^^^^^ 100 − 54.5% − 22.0% − 14.5% = 9.0%, not 19.0%

Bad (markdown)

    | Region | Share |
    |---|---:|
    | North | 38% |
    | South | 29% |
    | East | 24% |
    | Other | 12% |
              ^^^ 100 − 38% − 29% − 24% = 9%, not 12%

Good

    The group holds 35 percent and the family the remaining 65 percent.

    The brass is 70% copper, 25% zinc and 5% lead.

    The loans are 72% fixed and 28% floating.

    Some 46% were in favour and 37% against, with 17% undecided.

    The vote split 33% for the Left, 33% for the Right and 33% for the Farmers.

Passed over

    It has a 20 percent stake in Alba, a 49 percent holding of Brent and a 33 percent interest in Clyde.

    Deaths (54% drug; 55% placebo) and relapse (24% drug; 19% placebo) were alike.

    In the market for phones Alba has a share of 44.3 percent, Brent 15.4 percent and Clyde 35.4 percent.

    The group holds 35 percent and the family 20 percent.

    Of those asked, 61% use the bus, 44% the tram and 38% a bicycle; several answers were allowed.

    Sales rose 40% in the north, 35% in the south and 30% in the west.

    The four biggest owners hold 18%, 11%, 9% and 7% of the company.

    Turnout was 64% in the city, 58% in the suburbs and 71% in the villages.

    Shares of the market: Alba 34%, Brio 28% and Cato 19%. No one else has more than a twentieth.

    The members voted 81 percent for the deal and in the yards 58 percent against it.

    Another 12% of the flats are empty, as are 8% of the houses.
"""

from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    IMPLIED,
    Claim,
    Const,
    Document,
    Figure,
    Frame,
    Grade,
    Hedge,
    Kind,
    Reading,
    Remainder,
    Sentence,
    Slot,
    Term,
    changes_place,
    complete,
    grids,
    is_left_open,
    is_partition,
    is_share,
    is_total,
    kind_of_rest,
    prose,
    rest_kind,
)

code = "FC102"

_OPEN_ANSWERS = frozenset(
    "several multiple allowed apply choose least both also overlap overlapping either respectively "
    "turnout rate rates among whom rose fell compared versus vs arm arms group groups while whereas than".split()
)
_UNDECIDED = frozenset(
    "undecided unsure undeclared neither none unknown other others rest remainder balance opinion "
    "abstaining abstained unsaid uncommitted".split()
)
_WHOLES = frozenset(
    "alloy blend mixture mix split splits divided breakdown composed consists comprises composition "
    "portfolio weight sediment soil recipe fabric cloth ownership stake owned owns shares portions "
    "pie divides comprised".split()
)
_COMPOSED = frozenset(
    "alloy blend mixture mix split splits divided composed consists comprises composition breakdown "
    "fabric cloth fixed floating".split()
)
_SIGNS = frozenset(("%", "percent", "per", "pct"))
_APART = 14
_TIES = ("plain", "fair", "loose")
_NO_RESTS = frozenset(("rest state", "rest needed", "rest now", "rest original"))
_SPLITS = frozenset(("share", "proportion", "split", "breakdown", "weight", "weighting"))
_LEAST_ROWS = 3
_NEAR_COLUMN = 15
_MARKET = frozenset(("market", "share"))
_NEARLY = 70  # less is no whole
_NEAR = 20
_FAR = 50
_MOST_CHOSEN = 200
_CHOICE = frozenset(("one", "single"))
_MOST = 12


def relate(document: Document) -> Iterator[Claim]:
    """What is called the rest of a whole, and the lists of shares that look whole."""
    yield from _columns(document)
    sentences = prose(document)
    before: list[Figure] = []
    for sentence in sentences:
        shares = [f for f in sentence.figures if is_share(f)]
        if not shares:
            continue
        for at, share in enumerate(shares):
            kind = _kind(kind_of_rest(sentence, share))
            if kind == "implied rest" and "both" in sentence.vocabulary:
                continue
            if kind == "rest" and _goes_on(sentence, share, shares[at + 1 : at + 2]):
                continue
            if kind:
                yield from _rests(share, shares[max(0, at - _MOST) : at], before, kind)
        for run in _runs(shares):
            yield from _pairs(document, sentence, run)
        before = shares[-_MOST:]


def _kind(kind: str) -> str:
    """What is called the rest, and what the words make one; "" for what is still to come."""
    if kind in _NO_RESTS:
        return ""
    return "implied rest" if kind in IMPLIED else kind and "rest"


def _goes_on(sentence: Sentence, share: Figure, following: list[Figure]) -> bool:
    """ "The others were fees (29 percent) and insurance (14 percent)": no rest by itself?"""
    before = sentence.words[max(0, share.place - 6) : share.place]
    return (
        bool(following)
        and following[0].place - share.place <= _APART
        and not {"other", "remaining"}.intersection(before[-3:])
    )


def _columns(document: Document) -> Iterator[Claim]:
    """The shares of each column of a table that has no row of totals, where they nearly make 100."""
    for grid in grids(document):
        if len(grid.labels) < _LEAST_ROWS or any(is_total(label) for label in grid.labels):
            continue
        for column, head in enumerate(grid.heads):
            shares = [row[column] for row in grid.cells]
            known = tuple(share for share in shares if share is not None and is_share(share))
            if len(known) < len(shares) or any(share.value == 100 for share in known):
                continue
            made = sum((Fraction(share.value or 0) for share in known), Fraction(0))
            if abs(made - 100) > _NEAR_COLUMN:
                continue
            claim = _claim(known[-1], known[:-1], "column")
            is_named = not _SPLITS.isdisjoint(head.split()) or not _UNDECIDED.isdisjoint(
                grid.labels[-1].split()
            )
            claim.tie = "named" if is_named else "fair"
            claim.verdict = complete(known)
            if is_named or claim.verdict <= claim.accepts:
                yield claim


def _rests(rest: Figure, here: list[Figure], before: list[Figure], kind: str) -> Iterator[Claim]:
    """The rest against the shares before it: all of its sentence, the last, the last two."""
    pool = here or before
    ways = [tuple(pool[-size:]) for size in dict.fromkeys((len(pool), 1, 2)) if size <= len(pool)]
    ways += [(share,) for share in pool[-4:-1]]
    claims = [_claim(rest, parts, _named(kind, rest, parts)) for parts in ways if parts]
    for claim in claims:
        if claim.verdict is not None and claim.verdict <= claim.accepts:
            yield claim
            return
    yield from claims[:1]


def _named(kind: str, rest: Figure, parts: tuple[Figure, ...]) -> str:
    """The reading: where the parts stand, and whether all come to something like 100."""
    made = sum((Fraction(share.value or 0) for share in (rest, *parts)), Fraction(0))
    place = "" if rest.sentence == parts[-1].sentence else " before"
    return f"{kind}{place}" if abs(made - 100) <= _NEAR else f"far {kind}{place}"


def _claim(stated: Figure, others: tuple[Figure, ...], reading: str) -> Claim:
    claim = Claim(
        stated=stated, term=Remainder(Const(100, "100"), others), reading=reading,
        tie=_TIES[min(stated.sentence - others[0].sentence, 2)],
    )  # fmt: skip
    if len(others) == 1 and _are_exact(stated, others[0]):
        made = (stated.value or 0) + (others[0].value or 0)
        claim.verdict = Grade.EXACT if made == 100 else Grade.CONFLICT
    return claim


def _are_exact(one: Figure, other: Figure) -> bool:
    """Two shares of one whole are rounded apart, or together: given alike they add up to 100."""
    return one.grain == other.grain and one.hedge is other.hedge is Hedge.EXACT


def _runs(shares: list[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The two shares that stand close together in a sentence, with no third."""
    run: list[Figure] = []
    for share in shares:
        if run and share.place - run[-1].place > _APART:
            if len(run) == 2:
                yield tuple(run)
            run = []
        run.append(share)
    if len(run) == 2:
        yield tuple(run)


def _pairs(document: Document, sentence: Sentence, run: tuple[Figure, ...]) -> Iterator[Claim]:
    """Two shares that plainly make up a whole. For longer lists see figcheck.link.sharelists."""
    words = sentence.words
    if rest_kind(sentence, run[-1]) or not _OPEN_ANSWERS.isdisjoint(words):
        return
    made = sum(share.value or 0 for share in run)
    *others, last = run
    tail = words[last.place + 1 : last.place + 5]
    head = words[max(0, run[0].place - 12) : run[0].place]
    if changes_place(document, run[0], last):
        return
    if not _UNDECIDED.isdisjoint(tail) and made >= _NEARLY:
        yield _claim(last, tuple(others), "closed pair")
    elif is_partition(document, run):
        yield _claim(last, tuple(others), "partition")
    elif not _WHOLES.isdisjoint(head + tail) or any(
        cue.name == "whole_list" and cue.to <= run[0].place for cue in sentence.cues
    ):
        if _COMPOSED.isdisjoint(head + tail):
            return  # two stakes may be of two companies
        if all(
            _SIGNS.intersection(share.text.lower().replace("%", " % ").split()) for share in run
        ):
            yield _claim(last, tuple(others), "whole pair")


def _whole(frame: Frame) -> Term | None:
    return Remainder(Const(100, "100"), frame.all("others"))


def _made(frame: Frame) -> Fraction:
    shares = (frame.stated, *frame.all("others"))
    return sum((Fraction(share.value or 0) for share in shares), Fraction(0))


def _is_near_whole(frame: Frame) -> bool:
    """The list comes to nearly 100, and to no less where the words leave it open."""
    made = _made(frame)
    is_open = made < 100 and (is_left_open(frame.document, frame.stated) or _is_of_market(frame))
    return abs(made - 100) <= _NEAR and not is_open


def _is_of_market(frame: Frame) -> bool:
    """Are they shares of a market, of which a list names the leaders?"""
    at, sentences = frame.sentence.index, frame.document.sentences
    told = frame.sentence.vocabulary | (sentences[at - 1].vocabulary if at else frozenset())
    return told >= _MARKET


def _is_far_from_whole(frame: Frame) -> bool:
    """The list comes to something like 100, or it speaks of something else."""
    made = _made(frame)
    is_choice = made > 100 and not _CHOICE.isdisjoint(frame.sentence.vocabulary)
    return _NEAR < abs(made - 100) <= (_MOST_CHOSEN if is_choice else _FAR)


def readings() -> tuple[Reading, ...]:
    shares = frozenset((Kind.SHARE,))
    last = Slot("share", shares)
    others = Slot("others", shares, many=True, link="shares")
    return (
        Reading("whole list", last, (others,), _whole, guard=_is_near_whole),
        Reading("uneven list", last, (others,), _whole, guard=_is_far_from_whole),
    )
