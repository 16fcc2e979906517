r"""A figure said to lie above or below another must do so.

"$16.36 billion, topping the average forecast of $16.26 billion"; "below last year's 8.47 billion".

Bad

    Sales of $924 million were above the estimate of $953 million.
             ^^^^^^^^^^^^ not above

Good

    Sales of $924 million were below the estimate of $953 million.

Passed over

    Sales were $924 million and the estimate was $953 million.
"""

from collections.abc import Iterator

from figcheck.rulekit import LEVELS, Claim, Document, Figure, Given, Op, Sentence, dimension

code = "FC802"

_CLASSES = {"beat": Op.ABOVE, "miss": Op.BELOW}
_REACH = 10


def relate(document: Document) -> Iterator[Claim]:
    """Each word of exceeding or falling short that stands between two figures."""
    for sentence in document.sentences:
        for cue in sentence.cues:
            op = _CLASSES.get(cue.name)
            if op is None:
                continue
            low = _nearest(sentence, range(cue.at - 1, max(-1, cue.at - 1 - _REACH), -1))
            high = _nearest(sentence, range(cue.to, min(cue.to + _REACH, len(sentence.words))))
            if low and high and _are_comparable(low, high):
                yield Claim(
                    stated=low, term=Given(high), op=op, evidence=7, consistency=True
                )


def _nearest(sentence: Sentence, places: range) -> Figure | None:
    for place in places:
        if sentence.words[place] == "#":
            return sentence.figure_at[place]
        if sentence.words[place] in (";", ":", "and", "but", "while", "(", ")"):
            return None
    return None


def _are_comparable(one: Figure, other: Figure) -> bool:
    return (
        one.kind in LEVELS
        and one.kind is other.kind
        and bool(one.value)
        and bool(other.value)
        and dimension(one) == dimension(other)
        and one.per == other.per
        and "moved" not in one.roles
        and "moved" not in other.roles
    )
