r"""What is the largest, or ends a range, must not be surpassed by what it is set against.

"At 219 m the tallest in the city, overtopping the Meridian with its 198 m"; "the smallest litter: three
pups to the others' five and six"; "ages from 19 to 74 ... the oldest at 74"; "marks from 12 to 31, a range of
19". The one that is called most must lie above the others told beside it, and what ends a range within it.

Bad

    At 189 m the tower is the tallest in the city, overtopping the Meridian, with its 198 m.
       ^^^^^ 189 m is not above 198 m

    The fire is now the largest on record. It has burned 301,000 acres, more than the Pine fire of
                                                         ^^^^^^^^^^^^^ 301,000 acres is not above 363,000
    2007, which covered 363,000.

    The smallest of the three litters was born last: seven pups to the others' five and six.
                                                     ^^^^^ seven is not below five

    The walkers, whose ages went from 19 to 64, did it in a week. Mr Pugh, the oldest at 74, carried the tent.
                                                                                         ^^ 74 lies outside 19 to 64

    Marks in the second paper ran from 12 to 31, a range of 17, in a class of many.
                                                            ^^ 31 − 12 = 19, not 17

Good

    At 219 m the tower is the tallest in the city, overtopping the Meridian, with its 198 m.

    The fire is now the largest on record. It has burned 391,000 acres, more than the Pine fire of
    2007, which covered 363,000.

    The smallest of the three litters was born last: three pups to the others' five and six.

    The walkers, whose ages went from 19 to 74, did it in a week. Mr Pugh, the oldest at 74, carried the tent.

    Marks in the second paper ran from 12 to 31, a range of 19, in a class of many.

Passed over

    He set a record of 9.77 s, beating the 9.78 s of 2002.

    The record low of 75.31 yen was followed by a rise of more than 4 percent to 79.55 yen.

    At 189 m it was the tallest in the city until the Meridian, with its 198 m, overtopped it.

    The tower, 189 m high, is the tallest but one; the Meridian, with its 198 m, is beyond it.

    The fire burned 301,000 acres, more than the 363,000 of last year's were ever threatened by.

    The children, whose ages went from 3 to 14, sang. Mr Pugh, the oldest man there at 74, wept.

    Prices went from £20 to £35, and the cheapest of last year's, at £18, are sold out.

    The largest branch has 40 clerks, and past it on the hill are the 55 rooms of the head office.
"""

from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import (
    LEVELS,
    Claim,
    Document,
    Figure,
    Given,
    Hedge,
    Kind,
    Sentence,
    are_alike,
    are_near,
    decided,
    prose,
)  # fmt: skip

code = "FC810"

_KINDS = LEVELS | {Kind.POINTS, Kind.AGE}
_MOST = frozenset(
    "tallest largest biggest longest highest deepest heaviest steepest widest dearest greatest richest "
    "costliest oldest busiest hottest wettest record".split()
)
_LEAST = frozenset(
    "smallest shortest lowest cheapest youngest lightest fewest narrowest shallowest driest coldest".split()
)
_BEATS = frozenset(
    "overtopping topping beating surpassing exceeding eclipsing outstripping overtaking outdoing past "
    "passing bettering edging overhauling".split()
)
_MORE = frozenset(("more", "larger", "bigger", "higher", "longer", "taller", "greater", "deeper"))
_LESS = frozenset(("fewer", "less", "smaller", "lower", "shorter", "cheaper"))
_MORE_OR_LESS = _MORE | _LESS
_WIDTHS = frozenset(("range", "spread", "span", "difference"))
_RANGING = frozenset(
    "ran run range ranged ranging ranges went goes go varied vary lay lie between priced from aged".split()
)
_SURPASSING = _BEATS | _MORE | _LESS
_REST = frozenset(("others", "others'"))
_UNTIL = frozenset("until till before but second third except if when not were ever once".split())
_OTHERWISE = frozenset(("last", "previous", "former", "old", "earlier", "there", "ever"))
_AT = frozenset(("at", ",", "is", "was", "(", "of"))
_REACH = 16
_MANY = 60  # figures of a sentence that is rather a table
_Ends = tuple[Figure, Figure]
_NEAR = Fraction(3)  # times; levels farther apart are hardly set against each other


def relate(document: Document) -> Iterator[Claim]:
    """Each superlative with what it is set against, and each range with its width and its ends."""
    before: Sentence | None = None
    told: list[_Ends] = []
    for sentence in prose(document):
        if len(sentence.figures) > _MANY:
            continue
        if before is None or before.block != sentence.block:
            told = []
        words = sentence.vocabulary
        if not words.isdisjoint(_SURPASSING):
            yield from _surpassed(document, sentence)
        if not words.isdisjoint(_REST):
            yield from _others(sentence)
        here = _ends(sentence) if "to" in words and not words.isdisjoint(_RANGING) else []
        for low, high in here:
            yield from _width(sentence, low, high)
        if here or told:
            yield from _ended(sentence, (here or told)[-1])
        before, told = sentence, here


def _is_level(figure: Figure) -> bool:
    return figure.kind in _KINDS and figure.value is not None and figure.hedge is Hedge.EXACT


def _surpassed(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """ "189 m, the tallest, overtopping X with its 198 m", "the largest. 301,000 acres, more than"."""
    words = sentence.words
    for at in range(len(words) - 1):
        is_than = words[at] in _MORE_OR_LESS and words[at + 1] == "than"
        if words[at] not in _BEATS and not is_than:
            continue
        told = {*words[:at], *(_words_before(document, sentence) if is_than else ())}
        is_most = words[at] not in _LESS
        if told.isdisjoint(_MOST if is_most else _LEAST) or not _UNTIL.isdisjoint(words):
            continue
        first = [f for f in sentence.figures if f.place < at and _is_level(f)][-1:]
        behind = [f for f in sentence.figures if at < f.place <= at + _REACH]
        second = [figure for figure in behind if figure.kind is not Kind.DATE][:1]
        pair = next((f for f in second if first and _is_level(f) and _is_like(first[0], f)), None)
        if pair is not None and not (pair.kind is Kind.DURATION or "attribute" in pair.roles):
            yield _order("than" if is_than else "beats", first[0], pair, is_most=is_most)
        return


def _words_before(document: Document, sentence: Sentence) -> list[str]:
    """The words of the sentence before, which need hold no figure."""
    before = document.sentences[sentence.index - 1] if sentence.index else sentence
    if before is sentence or before.block != sentence.block:
        return []
    return document.text[before.start : before.end].lower().split()


def _is_like(one: Figure, other: Figure) -> bool:
    """Of one unit, or the second bare: "391,000 acres, more than the fire that covered 363,000"."""
    if other.kind is Kind.COUNT and not other.owner and one.kind is not Kind.AGE:
        return (
            bool(other.value)
            and _NEAR > Fraction(one.value or 0) / Fraction(other.value or 1) > 1 / _NEAR
        )
    return are_alike(one, other) and are_near(one, other, 3)


def _order(reading: str, first: Figure, second: Figure, *, is_most: bool) -> Claim:
    one, other = first.value or 0, second.value or 0
    is_sound = first.unit is second.unit or second.unit is None
    holds = not is_sound or (one > other if is_most else one < other)
    side = "above" if is_most else "below"
    says, fails = (f"{first.text} {verb} {side} {second.text}" for verb in ("is", "is not"))
    return decided(
        first, Given(second), holds, says, fails, reading=reading, tie="plain", consistency=True
    )


def _others(sentence: Sentence) -> Iterator[Claim]:
    """ "The smallest ...: three pups to the others' five and six"."""
    words = sentence.words
    at = next((k for k, word in enumerate(words) if word in ("others", "others'")), -1)
    if at < 2 or words[at - 2] != "to" or _MOST.isdisjoint(words) == _LEAST.isdisjoint(words):
        return
    first = [f for f in sentence.figures if f.place < at and _is_level(f)][-1:]
    rest = [f for f in sentence.figures if at < f.place <= at + 6 and _is_level(f)]
    if not first or not rest:
        return
    is_most = not _MOST.isdisjoint(words)
    end = (max if is_most else min)(rest, key=lambda figure: figure.value or 0)
    yield _order("others", first[0], end, is_most=is_most)


def _ended(sentence: Sentence, ends: _Ends) -> Iterator[Claim]:
    """The levels that are called an end of a range told before."""
    for figure in sentence.figures:
        is_end = figure not in ends and _is_level(figure) and _is_end(sentence, figure)
        if is_end and _share_unit(figure, *ends):
            yield _inside(figure, *ends)


def _ends(sentence: Sentence) -> list[_Ends]:
    """The ranges "from 12 to 31" of a sentence, as the figures of both ends."""
    found, words = [], sentence.words
    for low, high in zip(sentence.figures, sentence.figures[1:], strict=False):
        if words[low.place + 1 : high.place] != ["to"] or words[low.place - 1] not in (
            "from",
            "between",
        ):
            continue
        is_told = not _RANGING.isdisjoint(words[max(0, low.place - 6) : low.place - 1])
        are_levels = _is_level(low) and _is_level(high) and low.unit is high.unit
        if is_told and are_levels and (low.value or 0) < (high.value or 0):
            found.append((low, high))
    return found


def _width(sentence: Sentence, low: Figure, high: Figure) -> Iterator[Claim]:
    words = sentence.words
    for figure in sentence.figures:
        before = words[max(0, figure.place - 3) : figure.place]
        if figure.place < high.place or before[:1] not in (["a"], ["the"]) or before[-1:] != ["of"]:
            continue
        if (
            before[1] not in _WIDTHS
            or not _is_level(figure)
            or "#" in words[high.place + 1 : figure.place]
        ):
            continue
        gap = Fraction(high.value or 0) - Fraction(low.value or 0)
        shown = f"{high.text} − {low.text} = {gap}"
        holds = abs(gap - (figure.value or 0)) <= Fraction(high.grain) / 2
        yield decided(figure, (high, low), holds, shown, reading="width", tie="plain")


def _is_end(sentence: Sentence, figure: Figure) -> bool:
    """ "The oldest at 74", "the cheapest, at £18,"."""
    words, place = sentence.words, figure.place
    before = words[max(0, place - 4) : place]
    is_named = any(word in _MOST | _LEAST for word in before[-3:])
    return (
        is_named and before[-1] in _AT and _OTHERWISE.isdisjoint(before) and "record" not in before
    )


def _share_unit(figure: Figure, low: Figure, high: Figure) -> bool:
    is_bare = figure.kind is Kind.COUNT and not figure.owner
    return (
        figure.unit is low.unit
        and (figure.kind is low.kind or is_bare)
        and are_near(figure, high, 4)
    )


def _inside(figure: Figure, low: Figure, high: Figure) -> Claim:
    value = figure.value or 0
    holds = (low.value or 0) <= value <= (high.value or 0)
    says, fails = (
        f"{figure.text} lies {where} {low.text} to {high.text}" for where in ("in", "outside")
    )
    return decided(
        figure, (low, high), holds, says, fails, reading="end", tie="plain", consistency=True
    )
