r"""A quorum that was met must have been met by those present.

A text says how many must attend ("a quorum of 11", "half of the 48 councillors"), how many did, and
that there was a quorum. Where it says that there was none, or leaves open how many came, nothing
is judged.

Bad

    Nine directors attended and, the quorum of 11 having been met, the issue was approved.
    ^^^^ Nine present, fewer than the quorum of 11

    The bylaws put the quorum at 30. Only 27 members were present when the chair declared a quorum.
                                          ^^ 27 present, fewer than the quorum of 30

    No business may be done unless half of the 48 councillors are there. Of them 21 answered their
                                                                                 ^^ 21 present, fewer than the quorum of 24
    names, and the chair ruled that there was a quorum.

    A third of the 90 delegates must attend. Just 26 turned up, but the meeting was declared quorate.
                                                  ^^ 26 present, fewer than the quorum of 30

    Seven of the ten trustees must be present. On Monday six took part, and with the quorum reached
                                                         ^^^ six present, fewer than the quorum of Seven
    the accounts were passed.

Good

    Eleven directors attended and, the quorum of 11 having been met, the issue was approved.

    The bylaws put the quorum at 30. Fully 37 members were present when the chair declared a quorum.

    A third of the 90 delegates must attend. In the end 36 turned up and the meeting was quorate.

    Ten attended in person and one by telephone, so that the quorum of 11 was met.

Passed over

    Nine directors attended and, the quorum of 11 not having been met, the meeting was put off.

    The quorum is 30 and was met, the secretary said, by a margin she did not give.

    With 27 members present the meeting fell three short of a quorum of 30.

    No quorum was reached: of the 48 councillors 21 came.

    Quorum sensing was seen in nine of the 11 strains that were present.

    The meeting of 9 May had a quorum; on 12 May only nine of the 20 came and it was put off.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Hedge,
    Kind,
    Sentence,
    decided,
    prose,
)  # fmt: skip

code = "FC824"

_QUORUM = frozenset(("quorum", "quorate"))
_MET = frozenset(
    "met reached declared ruled quorate satisfied achieved had made secured confirmed there".split()
)
_UNMET = frozenset(
    "no not without short lacked lacks lacking lost never inquorate fewer sensing wanting n't".split()
)
_NEEDED = frozenset("must unless require requires required need needs needed quorum".split())
_CAME = frozenset(
    "attended present answered turned came took joined sat attending showed appeared there".split()
)
_BACK, _ON = 4, 2


class _Need(NamedTuple):
    """How many a quorum takes, and the figures that say so."""

    least: int
    shown: str
    figures: tuple[Figure, ...]


def relate(document: Document) -> Iterator[Claim]:
    """The sentences that speak of a quorum as met, with how many it takes and how many came."""
    if "quor" not in document.text:
        return
    sentences = prose(document)
    for at, sentence in enumerate(document.sentences):
        words = document.text[sentence.start : sentence.end].lower().replace(",", " ").split()
        if any(word.strip('.;:"') in _QUORUM for word in words) and _is_met(words):
            near = [s for s in sentences if -_BACK <= s.index - at <= _ON]
            yield from _claims(near)


def _is_met(words: list[str]) -> bool:
    bare = {word.strip('.;:"') for word in words}
    return not _MET.isdisjoint(bare) and _UNMET.isdisjoint(bare)


def _claims(near: list[Sentence]) -> Iterator[Claim]:
    need = next((found for s in near if (found := _need(s)) is not None), None)
    if need is None:
        return
    for sentence in near:
        came = _came(sentence, need)
        if not came:
            continue
        others = _others(sentence, came)
        present = sum(int(figure.value or 0) for figure in came) + others
        shown = " + ".join([*(figure.text for figure in came), *([str(others)] if others else [])])
        shown += f" = {present}" if "+" in shown else ""
        says, fails = (
            f"{shown} present, {how} the quorum of {need.shown}"
            for how in ("at least", "fewer than")
        )
        yield decided(
            came[0], (*came[1:], *need.figures), present >= need.least, says, fails,
            reading="quorum", tie="plain",
        )  # fmt: skip
        return


def _need(sentence: Sentence) -> _Need | None:
    """ "A quorum of 11", "half of the 48 councillors", "seven of the ten trustees must be present"."""
    words = sentence.words
    if _NEEDED.isdisjoint(words):
        return None
    for figure, after in zip(sentence.figures, [*sentence.figures[1:], None], strict=False):
        before = words[max(0, figure.place - 3) : figure.place]
        if figure.kind is Kind.COUNT and "quorum" in before and figure.value is not None:
            return _Need(int(figure.value), figure.text, (figure,))
        if after is None or after.kind is not Kind.COUNT or after.value is None:
            continue
        if "of" not in words[figure.place + 1 : after.place] or after.place - figure.place > 5:
            continue
        if "must" not in words and "unless" not in words and "quorum" not in words[: figure.place]:
            continue
        if figure.kind is Kind.FRACTION and figure.value is not None:
            least = ceil(Fraction(figure.value) * Fraction(after.value))
            return _Need(least, str(least), (figure, after))
        if figure.kind is Kind.COUNT and figure.value is not None:
            return _Need(int(figure.value), figure.text, (figure, after))
    return None


def _came(sentence: Sentence, need: _Need) -> list[Figure]:
    """The counts of those who came: with a verb of attending behind the first of them."""
    words = sentence.words
    counts = [
        figure
        for figure in sentence.figures
        if figure.kind is Kind.COUNT
        and figure.value is not None
        and figure.hedge is Hedge.EXACT
        and figure not in need.figures
        and not {"short", "may", "june"} & set(words[figure.place + 1 : figure.place + 3])
    ]
    for at, figure in enumerate(counts):
        if not _CAME.isdisjoint(words[figure.place + 1 : figure.place + 5]):
            return counts[at : at + 2] if _goes_on(sentence, counts[at : at + 2]) else [figure]
    return []


def _goes_on(sentence: Sentence, two: list[Figure]) -> bool:
    """ "Nine attended in person and two by telephone"."""
    if len(two) < 2:
        return False
    between = sentence.words[two[0].place + 1 : two[1].place]
    return between[-1:] == ["and"] and len(between) <= 6


def _others(sentence: Sentence, came: list[Figure]) -> int:
    """ "... and one by telephone": a "one" that is no figure."""
    words = sentence.words
    at = came[-1].place
    return sum(
        words[k] == "one" and words[k - 1] == "and" for k in range(at + 1, min(len(words), at + 8))
    )
