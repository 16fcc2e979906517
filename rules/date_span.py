r"""A span of dates must be as long as it is said to be.

"From 3 October to 14 November, a run of six weeks"; "for five years, from 1996 to 2001"; "12 nights
from 3 to 15 May". Both the first and the last day, year or season may be counted.

Bad

    The exhibition runs from 3 October to 14 November, a run of eight weeks.
                                                                ^^^^^^^^^^^ 3 October to 14 November = 6 weeks, not eight weeks

Good

    The exhibition runs from 3 October to 14 November, a run of six weeks.

Passed over

    The exhibition runs from 3 October to 14 November and needs eight weeks to build.
"""

from collections.abc import Iterator

from figcheck.rulekit import (
    CalendarDate, Claim, Document, Figure, Grade, Kind, Length, Sentence, between, dates, is_dated, length_of, lengths,
)  # fmt: skip

code = "FC704"

Ends = tuple[tuple[Figure, ...], CalendarDate, CalendarDate]
"""The figures that state a span, its first and its last date."""

_TO = frozenset(("to", "until", "till", "through", "thru", "–", "-", "—", "‑", "→"))
_OPENERS = frozenset(("from", "between", "(", "over", "during", "of", "since"))
_MOST_BETWEEN = 9  # words between the two ends of a span
_TIGHT = 5  # words between a span and its length
_COUNTED = {"night": "day", "season": "year", "edition": "year", "summer": "year", "winter": "year"}
_NO_LENGTHS = frozenset(("within", "every", "sentenced", "jailed", "up"))
_FIELDS = frozenset(("duration", "length", "total", "lasts", "term", "period", "days", "nights", "weeks", "time"))


def relate(document: Document) -> Iterator[Claim]:
    """Each span of dates with the length of time beside it."""
    for sentence in document.sentences:
        if len(sentence.figures) > 1:
            spans = list(_spans(sentence))
            if spans:
                for length in _lengths(sentence):
                    yield from _claims(sentence, spans, length)


def _spans(sentence: Sentence) -> Iterator[Ends]:
    """The spans that a sentence states in one figure or two."""
    last: Figure | None = None
    for figure in sentence.figures:
        own = _ends(figure)
        if own is not None:
            yield (figure,), *own
            last = None
        elif is_dated(figure):
            if last is not None and _is_span(sentence, last, figure) and last.date and figure.date:
                yield (last, figure), last.date, figure.date
            last = figure


def _ends(figure: Figure) -> tuple[CalendarDate, CalendarDate] | None:
    """The ends of "3-14 November 2024" and of "1935-37"."""
    date = figure.date
    if figure.kind is not Kind.DATE or date is None:
        return None
    if date.days is not None:
        return tuple(CalendarDate(date.year, date.month, day) for day in date.days)
    if date == CalendarDate() and figure.low is not None and figure.high is not None and not figure.text.endswith("s") and "/" not in figure.text:
        return CalendarDate(int(figure.low)), CalendarDate(int(figure.high))
    return None


def _is_span(sentence: Sentence, first: Figure, second: Figure) -> bool:
    """ "From A to B", "A until midday on B", "between A and B", "A–B"."""
    words = sentence.words[first.place + 1 : second.place]
    if len(words) > _MOST_BETWEEN or "#" in words[:-2] and len(words) > 4:
        return False
    if not _TO.isdisjoint(words):
        return True
    return "and" in words and "between" in first.roles


def _lengths(sentence: Sentence) -> Iterator[Length]:
    yield from lengths(sentence)
    for figure in sentence.figures:
        unit = _COUNTED.get(figure.owner)
        if figure.kind is Kind.COUNT and unit and not figure.per and figure.value == figure.value and figure.value is not None:
            yield length_of(figure, unit)


def _claims(sentence: Sentence, spans: list[Ends], length: Length) -> Iterator[Claim]:
    figure = length.figure
    words = sentence.words
    best: Claim | None = None
    for figures, start, end in spans:
        tie = _tie(sentence, figure, figures)
        if not tie:
            continue
        claim = between(length, figures, start, end, tie, inclusive=True)
        if claim is not None and claim.verdict is Grade.EXACT:
            yield claim
            return
        best = best or claim
    if best is not None:
        yield best


def _tie(sentence: Sentence, length: Figure, span: tuple[Figure, ...]) -> str:
    words = sentence.words
    if length.place < span[0].place:
        gap = words[length.place + 1 : span[0].place]
        side = "before"
    elif length.place > span[-1].place:
        gap = words[span[-1].place + 1 : length.place]
        side = "after"
    else:
        return ""
    if not {"every", "per", "within"}.isdisjoint(words[max(0,length.place-2):length.place]):
        return ""
    if "-" in length.text and side=="before" and False:
        return ""
    tight = len(gap) <= _TIGHT and "#" not in gap
    marks = "" if {";", "."}.isdisjoint(gap) else " mark"
    count=" count" if length.kind is Kind.COUNT else ""
    hy=" hyphen" if "-" in length.text else ""
    return f"{side} {'tight' if tight else 'wide'}{marks}{count}{hy}"
