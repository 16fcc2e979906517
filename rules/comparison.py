r"""A figure said to lie above or below another must do so.

"$16.36 billion, topping the average forecast of $16.26 billion"; "below last year's 8.47 billion";
"24 percent, compared with only 15 percent".

Bad

    Sales of $924 million were above the estimate of $953 million.
             ^^^^^^^^^^^^ not above $953 million

    The bakery earned 34 cents a share, beating the average forecast of 45 cents.
                      ^^^^^^^^ not above 45 cents

    Turnout was 61.2 percent, well below the 58.7 percent of four years ago.
                ^^^^^^^^^^^^ not below 58.7 percent

    Lithium's gain of 2.2 percent eclipsed cobalt's 3.7 percent.
                      ^^^^^^^^^^^ not above 3.7 percent

    Growth came to 2.1 percent last year. That is above the regional average of 2.6 percent.
                   ^^^^^^^^^^^ not above 2.6 percent

Good

    Sales of $924 million were below the estimate of $953 million.

    The bakery earned 45 cents a share, beating the average forecast of 34 cents.

    Turnout was 58.7 percent, well below the 61.2 percent of four years ago.

    Growth came to 2.6 percent last year. That is above the regional average of 2.1 percent.

Passed over

    Of the firms 59 percent did well, less than the average beat rate of 67 percent.

    The shares fell to finish just shy of the offer at 238.5 pence, having been 275.5 pence.

    Fees rose 48 percent to $145 million, as assets under management climbed 46 percent to $34 billion.

    The first insurer held 13.8 percent of such bonds, with its rival close behind at 13.6 percent.

    Some $1.49 trillion was spent on mergers, down more than a quarter from $2.05 trillion.

    Sales were $924 million and the estimate was $953 million.

    The bakery lost 34 cents a share, beating the forecast of a loss of 45 cents.

    She ran the mile in 4.8 minutes, beating the old mark of 4.9 minutes.

    Prices were 12 percent above the 30 percent of retail that shops pay.

    The site has 12 houses and more than 40 flats.

    The summit rises 900 metres above the lake, which lies at 1,400 metres.

    Her lap of 83 seconds put her ahead of his lap of 89 seconds.
"""

from collections.abc import Iterator
from typing import NamedTuple

from figcheck.rulekit import (
    DIRECTION,
    LEVELS,
    Claim,
    Cue,
    Document,
    Figure,
    Given,
    Kind,
    Op,
    Sentence,
    are_alike,
    are_near,
    judge,
    prose,
)

code = "FC802"

_KINDS = LEVELS | {Kind.POINTS, Kind.STATISTIC}
_BEFORE = 16  # items before the words of comparison in which its first figure may stand
_AFTER = 14
_SAID = 40  # items before a pair in which "higher" or "only" may stand
_NEXT = 8  # phrases behind the words of comparison that may end their reach
_STOPS = frozenset((";", ":", "while", "but", "whereas", "although", "though"))
_ENDS = frozenset((",", "and", "(", ")", "–", "—", "-"))
_SETTING = frozenset(("surpass", "fall_short", "placed_above", "placed_below"))
_OTHERS = _SETTING | {"more_than_comparative", "less_than_comparative"}
_PARTIAL = frozenset((Kind.FRACTION, Kind.MULTIPLE))
_NO_LEVEL = frozenset(("by", "moved", "from"))
_OPENINGS = frozenset(("that", "this", "it", "which", "both"))
_BEING = frozenset(
    "is was are were be been being remains remained stands stood lies lay came comes".split()
)
_LEADING = frozenset(("to", "from", "at", "of", "or", "by", "for", "in", "with", "over"))
_CONTRARY = frozenset(
    "loss losses lost deficit deficits unemployment jobless claims cost costs time times debt inflation "
    "faster slower quicker negative minus emissions".split()
)
_TIES = {"verb expected": "plain", "verb": "plain", "place expected": "plain", "bare verb": "loose"}
_GOOD_OR_BAD = frozenset(("better", "worse"))
_FALLS = frozenset(
    "fall fell falls drop dropped drops decline declined declines decrease decreased slide slump "
    "down retreat contraction shrank loss lost".split()
)
_FAR = 4  # times; two figures farther apart are hardly compared
_LOWS = frozenset(("low", "lows", "trough"))
_LENGTHS = frozenset((Kind.DURATION, Kind.AGE))
_UP = frozenset(("higher", "more", "greater", "larger", "better", "longer", "bigger", "older"))
_DOWN = frozenset(("lower", "fewer", "less", "smaller", "only", "shorter", "just", "younger"))


class _Comparison(NamedTuple):
    """Two figures and how words set one over the other."""

    reading: str
    first: Figure
    second: Figure
    sign: int


def relate(document: Document) -> Iterator[Claim]:
    """Each word of exceeding or falling short that stands between two figures."""
    for sentence in prose(document):
        for at, cue in enumerate(sentence.cues):
            found = None
            if cue.name in _SETTING:
                found = _set_over(document, sentence, cue, sentence.cues[at + 1 : at + 1 + _NEXT])
            elif cue.name == "versus":
                found = _compared(sentence, cue)
            if found is not None:
                yield from _claim(sentence, cue, found)


def _claim(sentence: Sentence, cue: Cue, found: _Comparison) -> Iterator[Claim]:
    claim = Claim(
        stated=found.first,
        term=Given(found.second),
        op=Op.ABOVE if found.sign > 0 else Op.BELOW,
        reading=found.reading,
        consistency=True,
        tie=_TIES.get(found.reading, "fair"),
    )
    may_fail = found.reading != "compared" and not _is_contrary(sentence, cue, found)
    if may_fail or judge(claim) <= claim.accepts:
        yield claim


def _set_over(
    document: Document, sentence: Sentence, cue: Cue, later: list[Cue]
) -> _Comparison | None:
    """What "topping", "fell short of", "above", "lower than" say of the figures about them."""
    second = _figure_after(sentence, cue, later)
    words = sentence.words
    if second is None or not _LOWS.isdisjoint(words[cue.to : second.place]):
        return None
    is_noun = words[cue.to : cue.to + 1] in (["rate"], ["rates"], ["."])
    if is_noun or (cue.name == "fall_short" and words[second.place - 1] == "at"):
        return None  # "the beat rate of 67", "just shy of the offer at 238"
    if words[cue.at] == "missing" and words[cue.at - 1] != ",":  # "46 (61%) missing data 35"
        return None
    is_verb = cue.name in ("surpass", "fall_short")
    is_bare = second.place == cue.to
    if not is_verb and (is_bare or sentence.words[cue.at - 1] in _LEADING):
        return None
    first = _figure_before(sentence, cue, second, is_verb=is_verb)
    how = "bare verb" if is_bare else "verb" if is_verb else "place"
    if first is None:
        first = _in_sentence_before(document, sentence, cue, second)
        how = "before"
    if first is None:
        return None
    is_expected = any(c.name == "expected" and c.at < second.place for c in later)
    if "expected" in second.roles or is_expected:
        how += " expected"
    return _Comparison(how, first, second, DIRECTION[cue.name])


def _figure_after(sentence: Sentence, cue: Cue, later: list[Cue]) -> Figure | None:
    """The nearest figure behind the words, with no mark and no other comparison before it."""
    if _leads_on(sentence, cue):
        return None
    others = {c.at for c in later if c.at >= cue.to and c.name in _OTHERS}
    for place in range(cue.to, min(cue.to + _AFTER, len(sentence.words))):
        word = sentence.words[place]
        if word in _STOPS or word in _ENDS or place in others:
            return None
        figure = sentence.figure_at.get(place)
        if figure is not None and figure.kind in _PARTIAL:
            return None  # "down more than a quarter from $2.05 trillion"
        if figure is not None and figure.kind in _KINDS:
            is_level = figure.value and figure.roles.isdisjoint(_NO_LEVEL)
            return figure if is_level else None
    return None


def _leads_on(sentence: Sentence, cue: Cue) -> bool:
    """ "with the other close behind at 13.6", "assets under management": nothing is set over a figure."""
    return sentence.words[cue.to : cue.to + 1] in (["at"], ["with"], ["on"], ["management"])


def _figure_before(sentence: Sentence, cue: Cue, like: Figure, *, is_verb: bool) -> Figure | None:
    """The nearest figure before the words that may be compared with `like`.

    "12 percent above the 30 percent of ..." gives a difference: a figure right before a preposition
    is none that it compares.
    """
    words, is_apart, depth = sentence.words, is_verb, 0
    for place in range(cue.at - 1, max(-1, cue.at - 1 - _BEFORE), -1):
        word = words[place]
        depth += (word == ")") - (word == "(")
        if depth < 0 or word in _STOPS or (word == "and" and place != cue.at - 1):
            return None
        if depth == 0 and (word in _BEING or word in (",", "—", "–")):
            is_apart = True
        figure = sentence.figure_at.get(place)
        if figure is not None and depth == 0 and _are_comparable(figure, like):
            return figure if is_apart else None
    return None


def _in_sentence_before(
    document: Document, sentence: Sentence, cue: Cue, like: Figure
) -> Figure | None:
    """ "It came to 2.4 percent. That is above the average of 2 percent." """
    if not sentence.words or sentence.words[0] not in _OPENINGS or cue.at > 5 or not sentence.index:
        return None
    if any(figure.place < cue.at for figure in sentence.figures):
        return None
    before = document.sentences[sentence.index - 1]
    if before.block != sentence.block:
        return None
    told = [figure for figure in before.figures if _are_comparable(figure, like)]
    return told[0] if len(told) == 1 else None


def _compared(sentence: Sentence, cue: Cue) -> _Comparison | None:
    """ "higher with the drug (23.5% versus 1.0%)", "only 24% ... compared with 74%"."""
    second = _figure_after(sentence, cue, [])
    if second is None:
        return None
    first = _figure_before(sentence, cue, second, is_verb=True)
    sign = _sign_before(sentence, first) if first is not None else 0
    return _Comparison("compared", first, second, sign) if first is not None and sign else None


def _sign_before(sentence: Sentence, figure: Figure) -> int:
    """What the words before a figure say of it: more, or fewer."""
    for place in range(figure.place - 1, max(-1, figure.place - _SAID), -1):
        word = sentence.words[place]
        if sentence.clauses[place] != figure.clause:
            return 0
        if word in _UP and sentence.words[place + 1] != "than":
            return 1
        if word in _DOWN and sentence.words[place + 1] != "than":
            return -1
    return 0


def _are_comparable(one: Figure, other: Figure) -> bool:
    is_level = bool(one.value) and one.roles.isdisjoint(("from", "than", "versus", "per"))
    return is_level and are_alike(one, other)


def _is_contrary(sentence: Sentence, cue: Cue, found: _Comparison) -> bool:
    """May the better figure be the smaller one: losses, costs, times? Or the pair be none?"""
    if not are_near(found.first, found.second, _FAR) or not _GOOD_OR_BAD.isdisjoint(
        sentence.words[cue.at : cue.to]
    ):
        return True
    first, second = found.first.place, found.second.place
    words = sentence.words[max(0, first - 5) : first] + sentence.words[cue.at : second + 3]
    if found.first.kind is Kind.SHARE and not _FALLS.isdisjoint(words):
        return True  # of two falls the smaller one is ahead
    if found.first.kind in _LENGTHS and "ahead" in sentence.words[cue.at : cue.to]:
        return True  # who is ahead took less time
    if found.first.kind in _LENGTHS or not _CONTRARY.isdisjoint(words):
        return found.reading.startswith(("verb", "bare", "before")) or "better" in words
    return False
