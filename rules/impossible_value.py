r"""A figure that no article can mean: a share of a whole above 100 percent, a p value above 1.

Also falls by more than all there was, eleven in ten people, ages that nobody reaches, temperatures
below absolute zero, and digits grouped as no number is ("6,5000,000").

Bad

    About 130 percent of the voters turned out.
          ^^^^^^^^^^^ more than all of them

    The new filter cut dust emissions from the kiln by 130 percent.
                                                       ^^^^^^^^^^^ more than all there was

    Turnout in the valley was 112 percent, the clerk said.
                              ^^^^^^^^^^^ no turnout

    The two groups did not differ in weight (p = 1.34).
                                                 ^^^^ no p value

    Eleven in ten drivers admit to speeding in the tunnel.
              ^^^ more than all of them

    The collection was insured for 6,5000,000 pounds.
                                   ^^^^^^^^^^ grouped as no number is

    The gas was cooled to -280 °C in the new plant.
                          ^^^^^^^ below absolute zero

Good

    About 30 percent of the voters turned out.

    The new filter cut dust emissions from the kiln by 30 percent.

    The two groups did not differ in weight (p = 0.34).

    One in ten drivers admits to speeding in the tunnel.

Passed over

    Sales were 130 percent of the level of 2019.

    Profit fell by 130 percent to a loss of 3 million dollars.

    Capacity was cut to 130 percent of what is needed.

    Sales to voters abroad rose by 130 percent.

    The tower of Babel, aged 4,000, stands in a book.

    The ratio of the two rates was r = 1.34 in the dry years.

    The gas was cooled to -180 °C in the new plant.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from figcheck.rulekit import (
    Claim,
    Const,
    Document,
    Figure,
    Hedge,
    Kind,
    Sentence,
    decided,
    prose,
)  # fmt: skip

code = "FC803"

_OLDEST = 125
_ZERO = Fraction("-273.15")  # absolute zero in °C
_PEOPLE = frozenset(
    "voter people person resident patient pupil student child woman man adult household respondent "
    "worker employee member vote ballot seat user customer citizen inhabitant family home house "
    "participant victim school farmer driver teacher doctor prisoner passenger reader nurse parent "
    "mother father girl boy teenager graduate elector case sample dentist company firm".split()
)
_NEGATIVE = frozenset(
    "profit profits income earnings loss losses balance flow growth margin margins deficit surplus "
    "result results net return returns ebitda ebit eps cash gain gains yield yields score npv equity "
    "sentiment confidence temperature correlation account position ratio rate rates".split()
)
_RATES = frozenset(
    "turnout literacy sensitivity specificity prevalence accuracy mortality purity probability "
    "likelihood attendance approval unemployment".split()
)
_RATE_KINDS = frozenset(
    "survival pass literacy mortality conviction employment graduation vaccination detection "
    "unemployment attendance fatality cure".split()
)
_FALLING = frozenset(("less", "fewer", "lower", "cheaper", "smaller", "shorter", "lighter"))
_FALLEN = frozenset(
    "fell fall falls dropped drop drops declined decline declines decreased decrease decreases cut "
    "cuts cutting reduced reduce reduces reducing reduction reductions plunged shrank shrunk slashed "
    "slumped plummeted down lowered lowers halved".split()
)
_STATISTICS = {"p": "p value", "r": "correlation", "auc": "area under the curve"}
_RELATED = frozenset("correlation correlated correlations correlates pearson spearman".split())
_MARKS = frozenset(("=", "<", ">", "≤", "≥", "of", "was"))
_POWERS = frozenset(("×", "x", "*", "e", "·", "^"))


class _Fault(NamedTuple):
    reading: str
    message: str


def relate(document: Document) -> Iterator[Claim]:
    """Each figure that is impossible by itself."""
    for sentence in prose(document):
        for figure in sentence.figures:
            fault = _fault(sentence, figure)
            if fault is not None:
                reading, message = fault
                yield decided(
                    figure, Const(0, figure.text), False, message, message,
                    reading=reading, tie="plain",
                )  # fmt: skip


def _fault(sentence: Sentence, figure: Figure) -> _Fault | None:
    """What is impossible about a figure, None where nothing is."""
    if figure.value is None:
        is_malformed = figure.kind is Kind.COUNT and figure.low is figure.high is None
        is_malformed = is_malformed and "," in figure.text and figure.hedge is Hedge.EXACT
        message = f"{figure.text} is grouped as no number is"
        return _Fault("grouping", message) if is_malformed else None
    if figure.kind is Kind.AGE and figure.value > _OLDEST and _is_in_years(figure):
        return _Fault("age", f"nobody has lived to be {figure.text}")
    if figure.kind is Kind.SHARE and figure.value > 100:
        return _share_fault(sentence, figure)
    if figure.kind is Kind.STATISTIC:
        return _statistic_fault(sentence, figure)
    if figure.kind is Kind.MEASURE and figure.value < 0:
        return _temperature_fault(figure)
    if figure.kind is Kind.COUNT and figure.place > 1:
        return _fraction_fault(sentence, figure)
    return None


def _is_in_years(figure: Figure) -> bool:
    """No age of a tree or a bank, which are "140 years old"."""
    return (figure.unit is None or figure.unit.name == "year") and not figure.text.endswith("old")


def _share_fault(sentence: Sentence, figure: Figure) -> _Fault | None:
    words, place = sentence.words, figure.place
    after = words[place + 1 : place + 3]
    is_behind = figure.subject is not None and figure.subject.start > figure.end
    if after[:1] == ["of"] and is_behind and figure.owner in _PEOPLE and not _moves(figure):
        return _Fault("of people", f"{figure.text} is more than all of them")
    if _moves(figure) and figure.direction < 0 and figure.hedge is not Hedge.AT_MOST:
        near = words[max(0, place - 14) : place + 8]
        fallen = not _FALLEN.isdisjoint(near) or not _FALLING.isdisjoint(after)
        if fallen and _NEGATIVE.isdisjoint(near) and "of" not in after[:1]:
            return _Fault("fall", f"a fall by {figure.text} is more than all there was")
    return _rate_fault(words, figure)


def _moves(figure: Figure) -> bool:
    return "moved" in figure.roles


def _rate_fault(words: list[str], figure: Figure) -> _Fault | None:
    """ "Turnout was 112 percent", "a survival rate of 104%": a share that is of all by its name."""
    place = figure.place
    if _moves(figure) or words[place + 1 : place + 2] in (["of"], ["more"], ["higher"]):
        return None
    before = words[max(0, place - 7) : place]
    if not before or before[-1] not in ("was", "of", "is", "at", "reached", "to", "hit", "about"):
        return None
    named = [k for k, word in enumerate(before) if word in _RATES]
    named += [
        k
        for k, pair in enumerate(pairwise(before))
        if pair[0] in _RATE_KINDS and pair[1] in ("rate", "rates")
    ]
    if not named or "than" in before or "," in before[named[-1] :]:
        return None
    name = before[named[-1]]
    return _Fault("rate", f"{figure.text} is no {name}, which ends at 100 percent")


def _statistic_fault(sentence: Sentence, figure: Figure) -> _Fault | None:
    """ "p = 1.3", "r = 1.24" where the sentence speaks of a correlation."""
    words, place = sentence.words, figure.place
    if place < 2 or words[place - 1] not in _MARKS or words[place - 2] not in _STATISTICS:
        return None
    value, name = figure.value, words[place - 2]
    if (
        value is None
        or abs(Fraction(value)) <= 1
        or not _POWERS.isdisjoint(words[place + 1 : place + 3])
    ):
        return None
    if name == "r" and _RELATED.isdisjoint(words[max(0, place - 40) : place + 10]):
        return None
    if name == "p" and words[place - 1] == ">":
        return None
    return _Fault("statistic", f"{figure.text} is no {_STATISTICS[name]}, which ends at 1")


def _temperature_fault(figure: Figure) -> _Fault | None:
    unit = figure.unit
    if unit is None or unit.dimension != "temperature" or figure.value is None:
        return None
    is_below = (Fraction(figure.value) + Fraction(unit.offset)) * Fraction(unit.factor) < 0
    return _Fault("cold", f"{figure.text} is below absolute zero") if is_below else None


def _fraction_fault(sentence: Sentence, figure: Figure) -> _Fault | None:
    """ "Eleven in ten drivers": more of them than there are."""
    words, place = sentence.words, figure.place
    first = sentence.figure_at.get(place - 2)
    if first is None or words[place - 1] != "in" or figure.owner not in _PEOPLE:
        return None
    are_counts = first.kind is Kind.COUNT and not first.owner and first.unit is None
    if not are_counts or figure.value not in (3, 4, 5, 6, 7, 8, 9, 10, 20, 100):
        return None
    if first.value is None or figure.value is None or first.value <= figure.value:
        return None
    is_near = first.value <= 2 * figure.value and not _is_clause(words, first)
    message = f"{first.text} in {figure.text} is more than all of them"
    return _Fault("in ten", message) if is_near else None


def _is_clause(words: list[str], first: Figure) -> bool:
    """ "scored 11 in 10 games": the first number is no share but an object."""
    before = words[max(0, first.place - 1) : first.place]
    return bool(before) and before[0] not in (",", "that", "as", "some", "about", "because", "and")
