"""What a document holds: blocks, sentences, tables and figures, with their positions.

All of figcheck works on `Document.text`, the words of the document without its markup. For plain
text that is the source itself; for Markdown and HTML the `Origin` leads every offset back to the
source, so that whatever is reported points into the file as it was given. Offsets are Unicode
code points, ends are exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction
    from typing import Any

    from pandas import DataFrame

    from figcheck.interval import Admitted
    from figcheck.units import Unit

BYTE_ORDER_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """A stretch of text, end exclusive."""

    start: int
    end: int


class Kind(StrEnum):
    """What sort of thing a figure is; rules take figures by kind."""

    COUNT = "count"  # 40,000 convicts, a bare number
    SHARE = "share"  # 90 percent
    POINTS = "points"  # 2.1 percentage points, 25 basis points
    MONEY = "money"  # $1.5bn, 40 cents
    MEASURE = "measure"  # 30 feet, 5.6 tonnes, 21C, 60 mph
    DATE = "date"  # April 24, 2024; March 2022; 1997
    DURATION = "duration"  # ten months, 3 hours 51 minutes
    AGE = "age"  # Prigozhin, 61; aged 87; a 32-year-old
    CLOCK = "clock"  # 11.52 p.m., 20:00
    ORDINAL = "ordinal"  # third, 127th
    FRACTION = "fraction"  # two-thirds, half, one in five
    MULTIPLE = "multiple"  # twice, tripled, threefold, 10x
    RATIO = "ratio"  # 3:1, 3 to 1
    SCORE = "score"  # 3-1, 6-4 3-6 7-5
    STATISTIC = "statistic"  # p = .04, t(24) = 2.1
    LABEL = "label"  # No. 5, Section 230, Boeing 737: no quantity at all


class Hedge(StrEnum):
    """How the words around a number bound it."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    NEARLY = "nearly"
    JUST_OVER = "just_over"
    RANGE = "range"


class BlockRole(StrEnum):
    """What a block is in its document."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    CELL = "cell"
    CODE = "code"
    FURNITURE = "furniture"  # navigation, related links, comment counters, share buttons, bylines


class Block(NamedTuple):
    """A paragraph, heading, list item, table cell or other unit of layout."""

    start: int
    end: int
    role: BlockRole
    level: int = 0  # of a heading; nesting depth of a list item


class CalendarDate(NamedTuple):
    """A date as far as it is written."""

    year: int | None = None  # negative before Christ
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 Monday ... 6 Sunday, where the text names it with the date
    days: tuple[int, int] | None = None  # of a span of days, which has no `day`, its first and last


class Cue(NamedTuple):
    """A phrase that asserts a relation, by class: items `at` up to `to` of its sentence."""

    name: str  # its class in data/cues_en.toml
    at: int
    to: int


class Figure:
    """A number that the text states.

    `value` is the number in `unit` as written ("$1.5bn" is 1,500,000,000 of USD; "19%" is 19 of
    percent; a fraction in words is 2/3 of nothing), None for a range. `low` and `high` are the
    bounds that the words themselves set, None where open: both equal `value` for a plain figure,
    "more than 5" has low 5 and high None, "$26 to $31 million" low 26e6 and high 31e6. `grain` is
    the place value of the last digit written, `own_grain` counts trailing zeros of a whole number
    as not written; both are 0 for a number that has no width, such as "a dozen".
    """

    __slots__ = (
        "admitted", "apposed", "clause", "constant", "date", "descends", "direction", "end", "grain",
        "hedge", "high", "kind", "low", "own_grain", "owner", "per", "place", "roles", "sentence", "start",
        "stems", "subject", "text", "unit", "value",
    )  # fmt: skip

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        kind: Kind,
        value: Fraction | int | None,
        *,
        low: Fraction | int | None = None,
        high: Fraction | int | None = None,
        unit: Unit | None = None,
        per: Unit | str | None = None,
        hedge: Hedge = Hedge.EXACT,
        grain: Fraction | int = 0,
        own_grain: Fraction | int = 0,
        date: CalendarDate | None = None,
        constant: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.kind = kind
        self.value = value
        self.low = low
        self.high = high
        self.unit = unit
        self.per = per
        self.hedge = hedge
        self.grain = grain
        self.own_grain = own_grain
        self.date = date
        self.constant = constant  # no width at any grade: "a dozen", "100%", "half of"
        self.descends = False  # a range that gives its upper end first: "between 20 and 15"
        self.subject: Span | None = None  # what is counted, the noun and its modifiers
        self.owner = ""  # the head noun of the subject, singular and lower case: "convict"
        self.sentence = -1  # index into Document.sentences
        self.place = -1  # index of its item in Sentence.words
        # What follows is filled in by figcheck.link.
        self.roles: frozenset[str] = (
            frozenset()
        )  # how the words around it govern it: "from", "part"
        self.apposed: Figure | None = (
            None  # the figure that it restates: "50 cents, or 1.2 percent"
        )
        self.clause = 0  # index of its clause in the sentence
        self.direction = 0  # of a change: 1 up, -1 down, 0 not said
        self.admitted: Admitted | None = None  # kept by figcheck.rounding
        self.stems: frozenset[str] | None = None  # kept by figcheck.link.surroundings

    def __repr__(self) -> str:
        unit = f" {self.unit.name}" if self.unit else ""
        return f"<{self.kind.upper()} {self.text!r} = {self.value}{unit}>"

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def quantity(self) -> Any:
        """The figure as a pint Quantity, exact. ValueError where it states no one number."""
        from figcheck.quantities import quantity

        if self.value is None or self.kind in (Kind.DATE, Kind.CLOCK, Kind.ORDINAL, Kind.LABEL):
            raise ValueError(f"{self.text!r} is no quantity")
        return quantity(self.value, self.unit, self.per)


_at = attrgetter("at")


class Sentence:
    """A sentence as a row of items: words, punctuation marks, and each figure as one item.

    `words[i]` is the lower-case word or the mark; a figure's item is "#". `starts[i]` and
    `ends[i]` are its offsets in `Document.text`, `figure_at[i]` the figure of an item. A sentence
    without figures keeps `words` empty until they are asked for. `cues` and `clauses` are filled
    in by figcheck.link: the phrases that assert a relation, and the clause of each item.

    Of a linked sentence, `vocabulary` are the words, each once, `kinds` the kinds of its figures,
    and `works_out` tells behind which items it says that a result follows: "which comes to".
    """

    __slots__ = (
        "addable", "block", "clauses", "cues", "dates", "end", "exchanges", "figure_at", "figures",
        "index", "kinds", "lengths", "start", "starts", "vocabulary", "words", "works_out",
    )  # fmt: skip

    def __init__(self, index: int, start: int, end: int, block: int) -> None:
        self.index = index
        self.start = start
        self.end = end
        self.block = block  # index into Document.blocks
        self.words: list[str] = []
        self.starts: list[int] = []
        self.figures: list[Figure] = []
        self.figure_at: dict[int, Figure] = {}
        self.cues: list[Cue] = []
        self.clauses: list[int] = []
        self.addable: dict[object, int] | None = None  # kept by figcheck.link.lists
        self.dates: list[Figure] | None = None  # kept by figcheck.link.timeline
        self.lengths: Any = None  # likewise
        self.exchanges: Any = None  # kept by figcheck.link.exchange

    if TYPE_CHECKING:
        vocabulary: frozenset[str]
        kinds: frozenset[Kind]
        works_out: list[int]
    else:

        def __getattr__(self, name: str):
            """What is worked out of a linked sentence when it is first asked for, and then kept."""
            if name == "vocabulary":
                found = frozenset(self.words)
            elif name == "kinds":
                found = frozenset([figure.kind for figure in self.figures])
            elif name == "works_out":
                found = sorted([cue.to for cue in self.cues if cue.name == "works_out"])
            else:
                raise AttributeError(name)
            setattr(self, name, found)
            return found

    def cues_within(self, start: int, stop: int) -> list[Cue]:
        """The cues that begin among the items from `start` up to `stop`."""
        first = bisect_left(self.cues, start, key=_at)
        return self.cues[first : bisect_left(self.cues, stop, first, key=_at)]

    @property
    def ends(self) -> list[int]:
        """Where each item ends."""
        figures = self.figure_at
        return [
            figures[at].end if at in figures else start + len(self.words[at])
            for at, start in enumerate(self.starts)
        ]


class Table(NamedTuple):
    """A table as a grid: `rows[r][c]` is the index of a cell's block, None where there is none.

    All rows are of one length. A cell that spans several places stands in each of them.
    """

    rows: tuple[tuple[int | None, ...], ...]
    header_rows: int


class Origin(NamedTuple):
    """Leads offsets of the text back to the source, stretch by stretch.

    Stretch k is `text[text_starts[k]:text_starts[k + 1]]` and stands for
    `source[source_starts[k]:source_ends[k]]`: letter for letter where both are of one length,
    else (an entity, a run of white space) as a whole. `text_starts` ends with the length of the
    text.
    """

    text_starts: Sequence[int]
    source_starts: Sequence[int]
    source_ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The source of text[start:end], from its first to its last source character."""
        if not self.source_starts:
            return Span(0, 0)
        first = self._source_of(start)[0]
        return Span(first, max(first, self._source_of(end - 1)[1] if end > start else first))

    def _source_of(self, offset: int) -> Span:
        """The source of the character at an offset."""
        k = bisect_right(self.text_starts, offset) - 1
        k = min(max(k, 0), len(self.source_starts) - 1)
        first, last = self.source_starts[k], self.source_ends[k]
        if last - first != self.text_starts[k + 1] - self.text_starts[k]:
            return Span(first, last)
        at = min(first + offset - self.text_starts[k], last)
        return Span(at, min(at + 1, last))


class Document:
    """A document that has been read: its text, blocks, tables, later its sentences and figures."""

    __slots__ = (
        "_lines", "addable", "beside", "blocks", "figures", "format", "is_english", "judged", "notes", "origin", "path",
        "prose", "sentences", "source", "tables", "text",
    )  # fmt: skip

    def __init__(
        self,
        source: str,
        text: str,
        blocks: Sequence[Block],
        *,
        format: str = "text",  # noqa: A002  the contract's own word
        path: str | None = None,
        origin: Origin | None = None,
        tables: Sequence[Table] = (),
    ) -> None:
        self.source = source
        self.text = text
        self.blocks = blocks
        self.format = format
        self.path = path
        self.origin = origin
        self.tables = tables
        self.sentences: list[Sentence] = []
        self.figures: list[Figure] = []
        self.is_english: list[bool] = []  # a flag a block
        self.notes: list[str] = []  # what was not judged, and why; shown in the report
        self.prose: list[Sentence] | None = None  # kept by figcheck.page
        self.judged: list[Sentence] | None = None  # kept by figcheck.link.timeline
        self.addable: dict[
            tuple[int, int], dict[object, int]
        ] = {}  # likewise by figcheck.link.lists
        self.beside: dict[tuple[int, int], list[Sentence]] = {}  # kept by figcheck.link.lists
        self._lines: list[int] | None = None

    def source_span(self, start: int, end: int) -> Span:
        """Where text[start:end] lies in the source."""
        return self.origin.span(start, end) if self.origin else Span(start, end)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of a source offset, both from 1, columns in code points.

        A line ends at LF, CR LF or a lone CR; a byte order mark takes up no column.
        """
        if self._lines is None:
            self._lines = [0]
            self._lines += [found.end() for found in _LINE_END.finditer(self.source)]
        line = bisect_right(self._lines, offset)
        start = self._lines[line - 1]
        if line == 1 and offset > 0 and self.source.startswith(BYTE_ORDER_MARK):
            start = 1
        return line, offset - start + 1

    def frame(self, table: Table) -> DataFrame:
        """The grid of a table as a pandas DataFrame of strings, "" where there is no cell.

        The columns are named by the header rows, joined by spaces; without one, by number.
        """
        import pandas

        grid = [["" if cell is None else self._words(cell) for cell in row] for row in table.rows]
        if not table.header_rows:
            return pandas.DataFrame(grid)
        header = [
            " ".join(dict.fromkeys(word for word in column if word))
            for column in zip(*grid[: table.header_rows], strict=True)
        ]
        return pandas.DataFrame(grid[table.header_rows :], columns=header)

    def _words(self, block: int) -> str:
        return self.text[self.blocks[block].start : self.blocks[block].end]
