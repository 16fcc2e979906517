"""Test statistics as they are printed, each with its degrees of freedom and its p value.

"t(28) = 2.20, p = .036", "F₂,₂₈ = 4.3; P<0·05", "χ2 (1, N = 120) = 5.3, ns", "z = 2.20 (two-tailed
p = .03)", "t = 2.20, df = 28, p = .036", "Q = 12.2 on 5 degrees of freedom, P = .032": a name, its
degrees of freedom in brackets, lowered, glued or said behind, a number, and the first p behind it
with nothing but other results between.

Each name looks ahead over a bounded number of tokens, so that the time is linear in the text;
nothing of the text is ever evaluated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from figcheck.distributions import DEGREES
from figcheck.link.printed import Line, Printed
from figcheck.link.tokenrow import number

if TYPE_CHECKING:
    from fractions import Fraction

    from figcheck.document import Document, Figure, Sentence

_NAMES = {
    "t": "t", "ts": "t", "F": "F", "Fs": "F", "z": "z", "Z": "z", "zs": "z", "Zs": "z", "r": "r",
    "Q": "Q", "Qs": "Q", "QW": "Q", "QB": "Q", "QM": "Q", "QE": "Q", "Qw": "Q", "Qb": "Q",
}  # fmt: skip
_CHI = frozenset(("χ", "Χ", "ꭓ", "Δχ", "chi", "Chi", "X", "x"))
_SQUARE = frozenset(("square", "squared", "sq", "squares"))
_AFTER_NAME = frozenset(("value", "values", "statistic", "test", "ratio", "score"))
_OPEN = {"(": ")", "[": "]"}
_SAID_BETWEEN = frozenset(
    """
    with a an the and two one tailed sided was significant significantly significance statistically
    not corresponding to giving gave gives yielded yielding which is of at level exact for test
    effect size partial cohen s d g r n N CI ci confidence interval hedges eta squared power se SE
    df MSE mse Mse MSe M SD b B β beta η ω φ V w ηp ε OR RR HR AIC BIC RMSEA CFI R f BF associated
    on degrees freedom ν all both p
    """.split()
)
_REACH = 44
_LONGEST_BRACKET = 14
_MOST_DEGREES = 10**7
_MOST = 64  # a sentence of more is a table run together


class TestStatistic(NamedTuple):
    """A test statistic: `test` is a key of figcheck.distributions.DEGREES; `p` None where none is
    printed with it. `is_ns`: in place of a p value stands "ns"."""

    test: str
    df: tuple[Fraction, ...]
    statistic: Printed
    p: Printed | None
    is_ns: bool
    figures: tuple[Figure, ...]  # of the p value if any, the statistic, the degrees of freedom


class _Read(NamedTuple):
    """What was read, and the token behind it."""

    to: int
    df: tuple[Fraction, ...] = ()
    starts: tuple[int, ...] = ()
    is_n: bool = False  # they are the size of a sample, not its degrees of freedom


def test_statistics(document: Document, sentence: Sentence) -> list[TestStatistic]:
    """The test statistics of a sentence of a linked document whose degrees of freedom are known."""
    row = Line(document, sentence)
    found: list[TestStatistic] = []
    used: set[int] = set()  # the p values that are taken
    last_end = 0
    for at in range(len(row.tokens)):
        if at >= last_end and (name := _name(row, at)) is not None:
            statistic = _Parser(row, name[0]).read(at, name[1], used)
            if statistic is not None:
                found.append(statistic)
                if statistic.p is not None:
                    used.add(statistic.p.start)
                last_end = row.index_at(statistic.statistic.end)
                if len(found) == _MOST:
                    break
    return found


def _name(row: Line, at: int) -> tuple[str, int] | None:
    """The test that a token names, and the token behind its name."""
    word = row[at]
    if row[at - 1] in ("-", "–", "'", "’") and row.is_glued(at) and row.is_word(at - 2):
        return None  # "Smith-Z", "l'r"
    test = _NAMES.get(word)
    to = at + 1
    if test is None:
        if word not in _CHI:
            return None
        behind = _behind_square(row, to)
        if behind is None:
            return None
        test, to = "χ²", behind
    elif test == "Q" and row[to] in ("W", "B", "M", "E", "w", "b", "between", "within", "total"):
        to += 1
    if row[to] == "-" and row[to + 1] in _AFTER_NAME:
        to += 1
    return test, to + 1 if row[to] in _AFTER_NAME else to


def _behind_square(row: Line, to: int) -> int | None:
    """Behind the square of "χ²", "χ2", "chi-square", "X^2"; None where there is none."""
    word = row[to - 1]
    if row[to] == "-" and word not in ("X", "x"):
        to += 1
    if row[to] == "^":
        to += 1
    if row[to] in ("²", "2") or (row[to] in _SQUARE and word not in ("X", "x")):
        return to + 1
    return None


class _Parser:
    """Reads one test statistic of a sentence, from behind its name."""

    def __init__(self, row: Line, test: str) -> None:
        self.row = row
        self.test = test
        self.needs = DEGREES[test]

    def read(self, name: int, at: int, used: set[int]) -> TestStatistic | None:
        given = self._df_before(at)
        if given is None or (statistic := self.row.printed(given.to)) is None:
            return None
        printed, to = statistic
        if self.test == "r" and printed.value > 1:
            return None
        if not given.df and self.needs:
            given = self._df_behind(to)
            if given is None:
                return None
        df = self._df_of(given)
        if df is None:
            return None
        p, is_ns = self._p_behind(to)
        before = self._p_before(name)
        if before is not None and before.start not in used:
            # A p on either side: there is no telling which of the two is its own.
            p, is_ns = (None if p or is_ns else before), False
        starts = [printed.start, *given.starts]
        figures = [self.row.figure_of(p)] if p else []
        figures += [self.row.figure_of(printed)]
        figures += [f for f in map(self.row.figure_at, starts[1:]) if f is not None]
        return TestStatistic(self.test, df, printed, p, is_ns, tuple(dict.fromkeys(figures)))

    def _df_of(self, given: _Read) -> tuple[Fraction, ...] | None:
        df = given.df
        if given.is_n:
            df = (df[0] - 2,) if self.test == "r" and df else ()
        if len(df) != self.needs or not all(1 <= each < _MOST_DEGREES for each in df):
            return None
        return df

    def _df_before(self, at: int) -> _Read | None:
        """The degrees of freedom between the name and the number: bracketed, lowered or glued.

        Empty where there are none; None where what stands there makes it no test statistic.
        """
        row = self.row
        if (
            self.test in ("F", "t")
            and row[at] in ("1", "2")
            and row.is_glued(at)
            and row[at + 1] in _OPEN
        ):
            at += 1  # "F1(1, 23)", by subjects; "t2(30)", by items
        if row[at] in _OPEN:
            return self._bracket(at)
        if row.is_subscript(at):
            return self._split(row.lowered(at), at, at + 1)
        if row.is_number(at) and self.test in ("F", "t", "χ²"):
            if self.test == "F" and row[at + 1] in (",", ";", "/") and row.is_number(at + 2):
                return self._split(f"{row[at]},{row[at + 2]}", at, at + 3)
            is_lowered = self.test != "t" or row[at] not in ("1", "2")
            return self._split(row[at], at, at + 1) if is_lowered else None
        return _Read(at)

    def _split(self, text: str, at: int, to: int) -> _Read | None:
        """ "2,28" of F is two numbers, "1,204" of t one."""
        parts = text.split(",") if self.test == "F" else [text]
        if len(parts) == 1:
            return self._single(text, at, to)
        found = [number(part, is_df=True) for part in parts]
        df = tuple([each[0] for each in found if each is not None])
        if len(df) != len(parts):
            return None
        return _Read(to, df, (self.row.tokens[at].start,))

    def _single(self, text: str, at: int, to: int) -> _Read | None:
        read = number(text, is_df=True)
        return _Read(to, (read[0],), (self.row.tokens[at].start,)) if read is not None else None

    def _bracket(self, at: int) -> _Read | None:
        """What stands in the brackets behind the name: "(28)", "[2; 28]", "(1, N = 120)"."""
        row, closing = self.row, _OPEN[self.row[at]]
        df: list[Fraction] = []
        starts: list[int] = []
        is_n = is_sample = False
        for to in range(at + 1, at + _LONGEST_BRACKET):
            word = row[to]
            if word == closing:
                return _Read(to + 1, tuple(df), tuple(starts), is_sample)
            if word in ("N", "n"):
                is_n = True
            elif row.is_number(to):
                if row[to - 1] in ("df", "f", "v") and row[to + 1] == "=":
                    continue  # "df1 = 2"
                is_whole = self.test == "F" and len(df) == 1
                read = self._single(word, to, to) if is_whole else self._split(word, to, to)
                if read is None:
                    return None
                if is_n and (df or self.test != "r"):
                    continue
                if len(df) == self.needs and self.test == "χ²":
                    continue  # "(1, 120)": behind the degrees of freedom stands the sample
                is_sample = is_n
                df += read.df
                starts += read.starts
            elif word not in (",", ";", ":", "/", "=", "df", "d", "f", ".", "and", "ν"):
                return None
        return None

    def _df_behind(self, to: int) -> _Read | None:
        """ ", df = 28", "(28 df)", "on 5 degrees of freedom"; of r also "n = 60"."""
        row = self.row
        for at in range(to, to + 14):
            if row[at] in ("df", "ν") or (
                row[at] == "d" and row[at + 1] == "." and row[at + 2] == "f"
            ):
                if row[at] == "d":
                    at += 3 if row[at + 3] == "." else 2
                before = self._number_before(at - (0 if row[at] in ("df", "ν") else 3))
                return self._numbers(at + 1) or before
            if row[at : at + 3] == ["degrees", "of", "freedom"]:
                return self._number_before(at) or self._numbers(at + 3)
            if self.test == "r" and row[at] in ("n", "N") and row[at + 1] == "=":
                found = self._numbers(at + 1)
                return found._replace(is_n=True) if found else None
            if row[at] in ("p", "P") and self.test == "r":
                continue  # "r = .34, p = .008, n = 60"
            if row.is_word(at) and row[at] not in _SAID_BETWEEN and row[at] not in ("on", "p", "P"):
                return None
        return None

    def _numbers(self, at: int) -> _Read | None:
        row = self.row
        while row[at] in ("=", ":", ".", "of", "was"):
            at += 1
        if not row.is_number(at):
            return None
        if self.test == "F" and row[at + 1] in (",", ";", "/", "and") and row.is_number(at + 2):
            return self._split(f"{row[at]},{row[at + 2]}", at, at + 3)
        return self._split(row[at], at, at + 1)

    def _number_before(self, at: int) -> _Read | None:
        row = self.row
        if not row.is_number(at - 1):
            return None
        if self.test == "F" and row[at - 2] in (",", ";", "/", "and") and row.is_number(at - 3):
            return self._split(f"{row[at - 3]},{row[at - 1]}", at - 3, at)
        return self._split(row[at - 1], at - 1, at)

    def _p_behind(self, at: int) -> tuple[Printed | None, bool]:
        """The p value behind the statistic, with nothing but other results between."""
        row = self.row
        depth, is_closed = 0, False
        for to in range(at, min(at + _REACH, len(row.tokens))):
            word = row[to]
            if row.is_p(to):
                p = row.p_value(to)
                return p if p is not None else (None, False)
            if word in ("ns", "NS", "n.s") or row[to : to + 3] == ["n", ".", "s"]:
                return None, True
            depth += (word in _OPEN) - (word in (")", "]"))
            if depth < 0:
                is_closed = True  # behind its own bracket only a comma may part it from its p
            if is_closed and word not in (")", "]", ",", ";", ":", "with"):
                break
            if row.is_word(to) and (word not in _SAID_BETWEEN or self._is_other(to)):
                break
        return None, False

    def _is_other(self, at: int) -> bool:
        """Does another test statistic begin here?"""
        name = _name(self.row, at)
        if name is None:
            return False
        given = _Parser(self.row, name[0])._df_before(name[1])
        return given is not None and (bool(given.df) or name[0] == "z")

    def _p_before(self, name: int) -> Printed | None:
        """The p of "(p = .03, t(28) = 2.20)"."""
        row = self.row
        at = name - 1
        while row[at] in (",", ";", "(", "["):
            at -= 1
        if at == name - 1 or not row.is_number(at):
            return None
        p = next((k for k in range(at - 1, at - 5, -1) if row.is_p(k)), None)
        found = row.p_value(p) if p is not None else None
        is_same = found is not None and found[0] is not None and found[0].end == row.tokens[at].end
        return found[0] if found is not None and is_same else None


def has_p(sentence: Sentence) -> bool:
    """May a sentence state a p value? It costs a look at its words."""
    return not _P_WORDS.isdisjoint(sentence.vocabulary)


_P_WORDS = frozenset(("p", "ps", "ns", "n.s", "𝑝"))
