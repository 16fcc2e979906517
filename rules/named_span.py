r"""A span of months or weekdays by name must be as long as it is said to be.

"Closed for four months, from November to February"; "a three-day meeting, Tuesday to Thursday".
Either end may be counted or not, so that November to February is two months to four.

Bad

    The pass will be shut for six months, from November to February.
                              ^^^^^^^^^^ November to February = 3 or 4 months, not six months

    From January to March, a period of five months, the mill stood still.
                                       ^^^^^^^^^^^ January to March = 2 or 3 months

    The trip takes five days, from Tuesday to Thursday.
                   ^^^^^^^^^ Tuesday to Thursday = 2 or 3 days

    The six-day conference runs from Monday to Thursday.
        ^^^^^^^ Monday to Thursday = 3 or 4 days

    Between Friday and Monday, a stretch of six days, no post came.
                                            ^^^^^^^^ Friday to Monday = 3 or 4 days

    Cores were taken on day 14 and again on day 42, that is, 18 days apart.
                                                             ^^^^^^^ 14 to 42 = 28, not 18 days

Good

    Cores were taken on day 14 and again on day 42, that is, 28 days apart.

    The pass will be shut for four months, from November to February.

    From January to March, a period of three months, the mill stood still.

    The trip takes three days, from Tuesday to Thursday.

    The four-day conference runs from Monday to Thursday.

Passed over

    The pass is shut from November to February, and the road takes six months to mend.

    From Monday to Thursday the shop is open; the owner has ten days of leave.

    The trip takes ten days, from Tuesday to the Thursday of the next week.

    Prices rose from January to March, the fifth month of growth in a row.

    From April to May to June, over six days of rain, the river rose.

    The three months between November and March are the coldest.
"""

from collections.abc import Iterator
from typing import NamedTuple

from figcheck.rulekit import (
    MONTHS,
    WEEKDAYS,
    Claim,
    Document,
    Figure,
    Hedge,
    Kind,
    Sentence,
    Span,
    decided,
    judged,
)  # fmt: skip

code = "FC710"


class Names(NamedTuple):
    """A span between two names: its places, where they stand, and how many steps it is long."""

    first: int
    last: int
    unit: str
    steps: int
    text: str
    where: tuple[Span, Span]


_TO = frozenset(("to", "until", "till", "through", "thru", "–", "-", "—"))
_OPENERS = frozenset(("from", "between"))
_LEADS = frozenset("a an the of in all total period stretch run spell some about for or".split())
_MARKS = frozenset((",", "(", "–", "—", ":"))
_VERBS = frozenset("runs ran run lasts lasted is was will be are were held takes place".split())
_TIGHT = 5  # words between a length and its span
_NUMBERED = frozenset(("day", "week", "month", "year"))
_SIZE = {"month": 12, "day": 7}


def relate(document: Document) -> Iterator[Claim]:
    """Each length with the span of names or of numbers beside it."""
    for sentence in judged(document):
        lengths = [figure for figure in sentence.figures if _unit(figure)]
        if lengths:
            for names in _spans(document, sentence):
                for length in lengths:
                    is_short = (length.value or 0) <= _SIZE[names.unit]
                    if (
                        is_short
                        and _unit(length) == names.unit
                        and _is_beside(sentence, length, names)
                    ):
                        yield _claim(length, names)
            yield from _of_numbers(sentence, lengths)


def _of_numbers(sentence: Sentence, lengths: list[Figure]) -> Iterator[Claim]:
    """ "On day 14 and again on day 42, 28 days apart": days that are numbered."""
    words = sentence.words
    for unit in _NUMBERED & sentence.vocabulary:
        numbered = [
            f
            for f in sentence.figures
            if f.place and words[f.place - 1] == unit and f.text.isdecimal()
        ]
        if len(numbered) != 2:
            continue
        first, last = numbered
        steps = int(last.text) - int(first.text)
        for length in lengths:
            if _unit(length) == unit and length.place > last.place and steps > 0:
                yield _claim_of_numbers(length, first, last, steps)


def _claim_of_numbers(length: Figure, first: Figure, last: Figure, steps: int) -> Claim:
    holds = steps <= (length.value or 0) <= steps + 1
    shown = f"{first.text} to {last.text} = {steps}"
    fails = f"{shown}, not {length.text}"
    says = f"{shown} or {steps + 1}" if length.value == steps + 1 else shown
    return decided(
        length, (first, last), holds, says, fails, reading="numbers", tie="plain", amended=steps
    )


def _unit(figure: Figure) -> str:
    """ "month" or "day", for a plain whole number of these."""
    if figure.kind is not Kind.DURATION or figure.unit is None or figure.per:
        return ""
    value, unit = figure.value, figure.unit.name
    if value is None or figure.hedge is not Hedge.EXACT or value != int(value):
        return ""
    return unit if unit in _NUMBERED else ""


def _spans(document: Document, sentence: Sentence) -> Iterator[Names]:
    words = sentence.words
    for at in range(1, len(words) - 2):
        between = words[at + 1]
        is_joined = between in _TO or (between == "and" and words[at - 1] == "between")
        if not is_joined or words[at - 1] not in _OPENERS:
            continue
        for names, unit in ((MONTHS, "month"), (WEEKDAYS, "day")):
            one, other = names.get(words[at]), names.get(words[at + 2])
            if one is None or other is None or one == other:
                continue
            spans = [Span(sentence.starts[k], sentence.ends[k]) for k in (at, at + 2)]
            texts = [document.text[span.start : span.end] for span in spans]
            if all(text[0].isupper() for text in texts) and words[at + 3 : at + 4] not in (
                ["#"],
                ["to"],
            ):
                steps = (other - one) % _SIZE[unit]
                yield Names(at - 1, at + 2, unit, steps, " to ".join(texts), (spans[0], spans[1]))


def _is_beside(sentence: Sentence, length: Figure, names: Names) -> bool:
    """Do only words of length, marks and verbs of lasting stand between the length and its span?"""
    words, place = sentence.words, length.place
    if place < names.first:
        apart = words[place + 1 : names.first]
        allowed = len(apart) <= 1 or ("-" in length.text and not _VERBS.isdisjoint(apart[-2:]))
        return allowed and len(apart) <= _TIGHT and "and" not in apart
    apart = words[names.last + 1 : place]
    is_marked = bool(apart) and apart[0] in _MARKS and _LEADS.issuperset(apart[1:])
    return is_marked and len(apart) <= _TIGHT and (len(apart) > 1 or _closes(words, place))


def _closes(words: list[str], place: int) -> bool:
    """Does a mark follow the length: "from Monday to Thursday, six days, the court sat"?"""
    return words[place + 1 : place + 2] in ([","], ["."], [";"], [")"], ["in"])


def _claim(length: Figure, names: Names) -> Claim:
    number, steps = int(length.value or 0), names.steps
    slack = 1 if names.unit == "month" else 0
    holds = steps - slack <= number <= steps + 1
    shown = f"{names.text} = {steps} or {steps + 1} {names.unit}s"
    fails = f"{shown}, not {length.text}"
    says = shown if number >= steps else f"{shown}, stated as {length.text}"
    return decided(
        length, (length,), holds, says, fails, reading=names.unit, tie="plain", related=names.where
    )
