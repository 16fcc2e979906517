r"""A span of dates must be as long as it is said to be.

"From 3 October to 14 November, a run of six weeks"; "for five years, from 1996 to 2001"; "12 nights,
3–15 May". Both the first and the last day, year or season may be counted, so that a span from 2017
to 2024 is seven years and eight seasons. In a table or a list of facts the length stands in the
row, or under a name such as "Duration".

Bad

    The show can be seen from 3 October to 14 November, a run of eight weeks.
                                                                 ^^^^^^^^^^^ 3 October to 14 November = 6 weeks, not eight weeks

    He was the club's treasurer for eight years, from 1996 to 2001.
                                    ^^^^^^^^^^^ 1996 to 2001 = 5 years

    The course runs for 21 days from 3 March 2025 to 17 March 2025.
                        ^^^^^^^ 3 March 2025 to 17 March 2025 = 14 days

    During her reign (1947–1956), 19 years in all, the palace was never heated.
                                  ^^^^^^^^ 1947–1956 = 9 years

    Between May 2012 and November 2014, a period of four and a half years, no train ran.
                                                    ^^^^^^^^^^^^^^^^^^^^^ 2 years 6 months

    The price covers 12 nights, 3–10 May.
                     ^^ 3–10 May = 7 days

Good

    The show can be seen from 3 October to 14 November, a run of six weeks.

    He was the club's treasurer for five years, from 1996 to 2001.

    The fair lasts four days, from 6 to 9 March 2025.

    The fund has beaten its index for eight seasons, from 2017 to 2024.

    Between May 2012 and November 2014, some two and a half years, no train ran.

    The price covers 7 nights, 3–10 May.

Passed over

    He was governor from 1998 to 2002 and from 2007 to 2011, eight years altogether.

    From 1923 to 1930 he spent a few weeks a year in the hut.

    Patients were seen between July 2010 and August 2014, in 5-month periods.

    In 2004–05, after four seasons in the third division, the club went up.

    The two-day championships on 13–15 May will also take entries from abroad.

    The offer is open from 3 to 28 March to anyone with two years of experience.

    She was athletic director for two years as well as being a trainer there from 1913 to 1920.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from figcheck.rulekit import (
    EARLIER,
    LATER,
    MONTHS,
    CalendarDate,
    Claim,
    Document,
    Figure,
    Grade,
    Kind,
    Length,
    Sentence,
    Table,
    between,
    dates,
    field_of,
    gap,
    is_dated,
    judged,
    length_of,
    lengths,
)  # fmt: skip

code = "FC704"


class Dates(NamedTuple):
    """A span of dates: the figures that state it, its first and its last date."""

    figures: tuple[Figure, ...]
    start: CalendarDate
    end: CalendarDate
    text: str = ""  # where the figures' own words do not say it


_TO = frozenset(("to", "until", "till", "through", "thru", "–", "-", "—", "‑", "→"))
_WIDEST = 9  # words between the two ends of a span
_TIGHT = 6  # words between a span and its length
_NOT_OF_SPAN = frozenset(
    ("every", "all", "per", "within", "after", "following", "next", "sentenced", "jailed")
)
_TELLING = LATER | EARLIER | {"ago", "before", "after"}
_BREAKS = frozenset((",", ";", "and", "as", "but", "while", "then"))
_FIELDS = frozenset(
    "duration length days nights weeks months years lasts total period term".split()
)
_UNITS = {"days": "day", "nights": "day", "weeks": "week", "months": "month", "years": "year"}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
_MOST_CELLS = 12


def relate(document: Document) -> Iterator[Claim]:
    """Each span of dates with the length of time beside it."""
    for sentence in judged(document):
        if len(sentence.figures) > 1:
            spans = list(_spans(document, sentence))
            if spans:
                for length in lengths(sentence):
                    yield from _of_sentence(sentence, spans, length)
    for table in document.tables:
        yield from _of_table(document, table)
    yield from _of_fields(document)


def _spans(document: Document, sentence: Sentence) -> Iterator[Dates]:
    """The spans that a sentence states, in one figure or two."""
    last: Figure | None = None
    for figure in sentence.figures:
        ends = _ends(figure)
        if ends is not None:
            yield Dates((figure,), *ends)
            last = None
        elif is_dated(figure):
            if last is not None and last.date and figure.date and _is_span(sentence, last, figure):
                yield Dates((last, figure), last.date, figure.date)
            yield from _from_month(document, sentence, figure)
            last = figure


def _from_month(document: Document, sentence: Sentence, figure: Figure) -> Iterator[Dates]:
    """ "From January to June 2014": the first month has no year of its own."""
    words, place, date = sentence.words, figure.place, figure.date
    if place < 2 or date is None or not date.year or not date.month or date.day:
        return
    month, at = MONTHS.get(words[place - 2]), sentence.starts[place - 2]
    is_joined = words[place - 1] in _TO or words[place - 1] == "and"
    if month is not None and is_joined and document.text[at].isupper():
        start = CalendarDate(date.year - (month > date.month), month)
        yield Dates((figure,), start, date, document.text[at : figure.end])


def _ends(figure: Figure) -> tuple[CalendarDate, CalendarDate] | None:
    """The ends of "3-14 November 2024" and of "1935-37"."""
    date = figure.date
    if figure.kind is not Kind.DATE or date is None:
        return None
    if date.days is not None:
        first, last = date.days
        return CalendarDate(date.year, date.month, first), CalendarDate(date.year, date.month, last)
    is_open = figure.value is not None or figure.low is None or figure.high is None
    if is_open or "/" in figure.text or figure.text.endswith("s"):
        return None
    return CalendarDate(int(figure.low or 0)), CalendarDate(int(figure.high or 0))


def _is_span(sentence: Sentence, first: Figure, second: Figure) -> bool:
    """ "From A to B", "A until midday on B", "between A and B", "A–B"."""
    words = sentence.words[first.place + 1 : second.place]
    if len(words) > _WIDEST or (len(words) > 4 and "#" in words[:-2]):
        return False
    before = sentence.words[max(0, first.place - _WIDEST) : first.place]
    return not _TO.isdisjoint(words) or ("and" in words and "between" in before)


def _between(length: Length, span: Dates, reading: str) -> Claim | None:
    tie = "fair" if reading.endswith("wide") else "plain"
    start, end = span.start, span.end
    return between(length, span.figures, start, end, reading, tie, inclusive=True, text=span.text)


def _of_sentence(sentence: Sentence, spans: Sequence[Dates], length: Length) -> Iterator[Claim]:
    """The span that has the length, else the first beside it; nothing of a length of them all."""
    if len(spans) > 1 and _is_of_all(spans, length):
        return
    first: Claim | None = None
    for span in spans:
        tie = _tie(sentence, length.figure, span)
        claim = _between(length, span, tie) if tie else None
        first = first or claim
        if claim is not None and claim.verdict is Grade.EXACT:
            first = claim
            break
    if first is not None:
        yield first


def _is_of_all(spans: Sequence[Dates], length: Length) -> bool:
    """ "From 1998 to 2002 and from 2007 to 2011, eight years altogether"."""
    gaps = [gap(span.start, span.end) for span in spans]
    months = [(found.months[0], found.months[1]) for found in gaps if found is not None]
    low, high = (sum(ends) / _MONTHS.get(length.unit, 1) for ends in zip(*months, strict=True))
    if length.unit not in _MONTHS or length.least is None or length.most is None:
        return False
    return bool(low <= length.most and high >= length.least)


def _tie(sentence: Sentence, length: Figure, span: Dates) -> str:
    """Where the length stands to the span; "" where it is of something else."""
    words, place = sentence.words, length.place
    if not _TELLING.isdisjoint(words[place + 1 : place + 2]):
        return ""
    if not _NOT_OF_SPAN.isdisjoint(words[max(0, place - 2) : place]):
        return ""
    is_before = place < span.figures[0].place
    apart = (
        words[place + 1 : span.figures[0].place]
        if is_before
        else words[span.figures[-1].place + 1 : place]
    )
    is_tight = len(apart) <= _TIGHT and "#" not in apart
    if "-" in length.text and not (is_tight and is_before):
        return ""
    if is_before and not is_tight and not _BREAKS.isdisjoint(apart):
        return ""
    if not is_tight and sum(figure.kind is Kind.DURATION for figure in sentence.figures) > 1:
        return ""
    side = "before" if is_before else "after"
    return side if is_tight and ";" not in apart else f"{side} wide"


def _of_table(document: Document, table: Table) -> Iterator[Claim]:
    """The rows of a table that give two dates and a length, or a number under "Days"."""
    if not table.rows or len(table.rows[0]) > _MOST_CELLS:
        return
    by_block = {s.block: s for s in judged(document)}
    names = [_name(document, table, column) for column in range(len(table.rows[0]))]
    for row in table.rows[table.header_rows :]:
        cells = [by_block.get(block) if block is not None else None for block in row]
        dated = [figure for cell in cells if cell for figure in dates(cell)]
        if len(dated) != 2 or dated[0].date is None or dated[1].date is None:
            continue
        for name, cell in zip(names, cells, strict=True):
            for length in _in_cell(name, cell):
                claim = _between(length, Dates(tuple(dated), dated[0].date, dated[1].date), "row")
                if claim is not None:
                    yield claim


def _name(document: Document, table: Table, column: int) -> str:
    """The words at the head of a column, in lower case."""
    blocks = [row[column] for row in table.rows[: table.header_rows]]
    spans = [document.blocks[block] for block in blocks if block is not None]
    return " ".join(document.text[block.start : block.end] for block in spans).lower()


def _in_cell(name: str, cell: Sentence | None) -> Iterator[Length]:
    if cell is None or len(cell.figures) != 1 or _FIELDS.isdisjoint(name.split()):
        return
    figure = cell.figures[0]
    if figure.kind is Kind.DURATION:
        yield from lengths(cell)
    elif figure.kind is Kind.COUNT and figure.value is not None:
        units = [_UNITS[word] for word in name.split() if word in _UNITS]
        if len(units) == 1:
            yield length_of(figure, units[0])


def _of_fields(document: Document) -> Iterator[Claim]:
    """ "Opens: 3 May", "Closes: 17 May", "Duration: two weeks" as neighbouring lines."""
    sentences = document.sentences
    for sentence in sentences:
        if len(sentence.figures) != 1 or sentence.figures[0].kind is not Kind.DURATION:
            continue
        words = sentence.words
        name = words[:1] if words[1:2] == [":"] else field_of(document, sentence)
        if _FIELDS.isdisjoint(name):
            continue
        around = sentences[max(0, sentence.index - 5) : sentence.index + 6]
        dated = [f for near in around if len(near.figures) == 1 for f in dates(near)]
        if len(dated) == 2 and dated[0].date and dated[1].date:
            for length in lengths(sentence):
                span = Dates(tuple(dated), dated[0].date, dated[1].date)
                claim = _between(length, span, "field")
                if claim is not None:
                    yield claim
