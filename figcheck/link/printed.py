"""The numbers of a sentence as statistics are printed: a relation, digits, a p value."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from figcheck.document import Figure, Kind
from figcheck.link.tokenrow import Row, number

if TYPE_CHECKING:
    from figcheck.document import Document, Sentence

_EQUAL = frozenset(("=", ":", "of", "was", "is"))
_LESS = frozenset(("<", "≤", "≪", "⩽", "below"))
_MORE = frozenset((">", "≥", "≫", "⩾", "above"))
_VALUES = frozenset(("value", "values"))
_HYPHENS = frozenset("-–‐‑'’")
_SIGNS = frozenset("-−–‐‑+")


class Printed(NamedTuple):
    """A number as printed: all values that round to it, for "<" and ">" all up to it or from it."""

    value: Fraction
    grain: Fraction  # the place value of its last digit
    op: str  # "=", "<" or ">"
    start: int  # in Document.text
    end: int

    @property
    def low(self) -> Fraction | None:
        """The least that it may be, None where the text leaves it open."""
        if self.op == "=":
            return self.value - self.grain / 2
        return self.value if self.op == ">" else None

    @property
    def high(self) -> Fraction | None:
        if self.op == "=":
            return self.value + self.grain / 2
        return self.value if self.op == "<" else None


class Line(Row):
    """The tokens of a sentence, with the figures that were read in it."""

    def __init__(self, document: Document, sentence: Sentence) -> None:
        super().__init__(document.text, sentence.start, sentence.end)
        self.sentence = sentence

    def relation(self, at: int) -> tuple[str, int] | None:
        """ "=", "<" or ">", however it is written, and the token behind it."""
        op = ""
        for _ in range(3):
            word = self[at]
            if word == "&" and self[at + 1] in ("lt", "gt") and self[at + 2] == ";":
                op, at = "<" if self[at + 1] == "lt" else ">", at + 3
            elif word in ("less", "lower", "greater", "more", "higher") and self[at + 1] == "than":
                op, at = "<" if word in ("less", "lower") else ">", at + 2
            elif word in _LESS or word in _MORE:
                op, at = "<" if word in _LESS else ">", at + 1
            elif word in _EQUAL:
                op, at = op or "=", at + 1
            else:
                break
        return (op, at) if op else None

    def printed(self, at: int) -> tuple[Printed, int] | None:
        """A relation and a number: "= –2.20"."""
        relation = self.relation(at)
        if relation is None:
            return None
        op, at = relation
        if self[at] in _SIGNS:
            at += 1
        read = number(self[at]) if self.is_number(at) else None
        if read is None or self.is_joined(at + 1) or self._is_cut(at):
            return None
        token = self.tokens[at]
        return Printed(*read, op, token.start, token.end), at + 1

    def p_value(self, at: int) -> tuple[Printed | None, bool] | None:
        """The p value of "p = .03", "P-values < 0·05", "p (two-tailed) = 3 × 10⁻⁴", "p = ns"."""
        at += 1
        if self[at] in _HYPHENS and self.is_word(at + 1):
            at += 1
        if self[at] in _VALUES or self[at] == "s":
            at += 1
        if self[at] == "(":
            closing = next((k for k in range(at, at + 6) if self[k] == ")"), None)
            at = at if closing is None else closing + 1
        relation = self.relation(at)
        if relation is None:
            return None
        op, at = relation
        if self[at] in ("ns", "NS") or self[at : at + 3] == ["n", ".", "s"]:
            return None, True
        if not self.is_number(at) or (read := number(self[at])) is None:
            return None
        token = self.tokens[at]
        value, grain = read
        end = token.end
        figure = self.figure_at(token.start)
        if figure is not None and figure.value and figure.end > token.end:
            if figure.kind is Kind.SHARE or not 0 < figure.value <= 1:
                return None
            value, grain, end = Fraction(figure.value), Fraction(figure.grain), figure.end
        elif self.is_joined(at + 1) or self._is_cut(at):
            return None
        return (Printed(value, grain, op, token.start, end), False) if value <= 1 else None

    def _is_cut(self, at: int) -> bool:
        """Does a letter go on with the number: "1e400"?"""
        return self.is_word(at + 1) and self.is_glued(at + 1)

    def figure_at(self, offset: int) -> Figure | None:
        figures = self.sentence.figures
        k = bisect_right(figures, offset, key=lambda figure: figure.start) - 1
        return figures[k] if k >= 0 and offset < figures[k].end else None

    def figure_of(self, printed: Printed) -> Figure:
        """The figure of a number, made where the words were read as something else."""
        figure = self.figure_at(printed.start)
        if figure is not None and figure.end == printed.end and figure.value is not None:
            return figure
        sentence = self.sentence
        figure = Figure(
            printed.start, printed.end, self.text[printed.start : printed.end], Kind.STATISTIC,
            printed.value, low=printed.value, high=printed.value, grain=printed.grain,
            own_grain=printed.grain,
        )  # fmt: skip
        figure.sentence = sentence.index
        figure.place = max(0, bisect_right(sentence.starts, printed.start) - 1)
        figure.clause = sentence.clauses[figure.place] if sentence.clauses else 0
        return figure
