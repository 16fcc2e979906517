r"""The size of an effect must be the one that its test statistic gives.

Partial eta squared is F df1 / (F df1 + df2), and eta squared is no more than that; the r of a t is
√(t² / (t² + df)); Cohen's d of two groups whose sizes are named is t √(1 / n1 + 1 / n2). Where the
design is not told, d may be t / √n or 2 t / √df or lie between and around, and only one several
times off is a conflict. Statistic and effect size are taken for all that they may be rounded from.

The formulas are those of Cohen (1988) and Lakens, Frontiers in Psychology 4 (2013) 863.

Bad

    Feeding changed the yield, F(2, 57) = 4.30, p = .018, ηp² = .31.
                                                                ^^^ .131, not .31

    The main effect of light was found, F(1, 44) = 6.57, p = .014, partial η² = .03.
                                                                                ^^^ .130, not .03

    Dose mattered, F(3, 80) = 5.00, p = .003, η² = .42.
                                                   ^^^ at most .158, not .42

    The drug helped, t(48) = 2.60, p = .012, r = .53.
                                                 ^^^ .351, not .53

    Carriers slept longer, t(38) = 2.50, p = .017, d = 7.91.
                                                       ^^^^ between

    Boys (n = 20) and girls (n = 22) differed, t(40) = 3.10, p = .004, d = 0.59.
                                                                           ^^^^ 0.958, not 0.59

Bad (html)

    <p>Light mattered, <i>F</i>(1, 44) = 6.57, <i>p</i> = .014, η<sup>2</sup><sub>p</sub> = .31.</p>
                                                                                            ^^^ .130, not .31

Good

    Feeding changed the yield, F(2, 57) = 4.30, p = .018, ηp² = .13.

    The main effect of light was found, F(1, 44) = 6.57, p = .014, partial η² = .13.

    Dose mattered, F(3, 80) = 5.00, p = .003, η² = .09.

    The drug helped, t(48) = 2.60, p = .012, r = .35.

    Carriers slept longer, t(38) = 2.50, p = .017, d = 0.79.

    Boys (n = 20) and girls (n = 22) differed, t(40) = 3.10, p = .004, d = 0.96.

Passed over

    Practice helped, t(38) = 2.50, p = .017, d = 0.40.

    Feeding changed the yield, F(2, 57) = 4.30, p = .018, ω² = .10.

    Feeding changed the yield, F(2, 57) = 4.30, p = .018, Cohen's f = .39.

    Feeding changed the yield, F(2, 57) = 4.30, p = .018, generalised η² = .05.

    The drug helped, t(48) = 2.60, p = .012, while age and dose were related, r = .53.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from math import sqrt

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Grade,
    Reckoned,
    Sentence,
    TestStatistic,
    prose,
    test_statistics,
)  # fmt: skip

code = "FC610"

_NAMES = frozenset(("d", "ds", "r", "eta", "cohen", "cohen's", "cohen’s", "petasq"))
_GLUE = re.compile(r"[\s'’\-‐‑_^*{}()$\\]")
_PLAIN = str.maketrans("²", "2")
_PARTIAL = frozenset(
    "ηp2 η2p partialη2 partialηp2 partialη2p partialetasquared partialeta2 petasq ηpartial2 η2partial".split()
)
_SQUARED = frozenset("η2 etasquared eta2".split())
_D = frozenset("d cohensd ds".split())
_LABEL = re.compile(r"[^,;:=<>]{1,30}=\s?$")
_LOOSE = 5  # how many times off the usual formulas a d may be by its design
_WORD = re.compile("[a-z]{4,}")
_SAID = frozenset("partial squared cohen effect size tailed sided petasq with hedges".split())
_REACH = 8
_APART = 160
_LARGE = 10**9


def relate(document: Document) -> Iterator[Claim]:
    """Each effect size behind a test statistic of its sentence, before the next one."""
    has_eta = "η" in document.text
    for sentence in prose(document):
        if len(sentence.figures) < 3 or (not has_eta and _NAMES.isdisjoint(sentence.vocabulary)):
            continue
        results = test_statistics(document, sentence)
        for at, result in enumerate(results):
            stop = results[at + 1].statistic.start if at + 1 < len(results) else sentence.end
            if result.test in ("t", "F") and result.statistic.op == "=":
                yield from _claims(document, sentence, result, stop)


def _claims(
    document: Document, sentence: Sentence, result: TestStatistic, stop: int
) -> Iterator[Claim]:
    """The effect sizes among the next few figures."""
    figures = sentence.figures
    first = bisect_left(figures, result.statistic.end, key=lambda figure: figure.start)
    for figure in figures[first : first + _REACH]:
        claim = _claim(document, sentence, result, figure) if figure.start < stop else None
        if claim is not None:
            yield claim


def _claim(
    document: Document, sentence: Sentence, result: TestStatistic, figure: Figure
) -> Claim | None:
    name = _label(document, result, figure)
    if figure.value is None or not -_LARGE < figure.value < _LARGE or not name:
        return None
    value, half = abs(float(figure.value)), float(figure.grain) / 2
    low, high = float(result.statistic.low or 0), float(result.statistic.high or 0)
    bounds = _bounds(sentence, result, name, max(low, 0.0), high)
    if bounds is None:
        return None
    least, most, says = bounds
    fits = least <= value + half * 1.000001 and value - half * 1.000001 <= most
    df = ", ".join(f"{float(each):g}" for each in result.df)
    of = next(f for f in result.figures if f.end == result.statistic.end)
    shown = f"{result.test}({df}) = {of.text} gives {says}"
    if figure.text.startswith("."):
        shown = shown.replace(" 0.", " .")
    return Claim(
        stated=figure,
        term=Reckoned((of,), shown),
        reading=name,
        consistency=True,
        verdict=Grade.EXACT if fits else Grade.CONFLICT,
        message=shown if fits else f"{shown}, not {figure.text}",
    )


def _label(document: Document, result: TestStatistic, figure: Figure) -> str:
    """The effect size that a figure is said to be: "partial", "squared", "r", "d", else ""."""
    between = document.text[result.statistic.end : figure.start]
    if len(between) > _APART or not _SAID.issuperset(_WORD.findall(between.lower())):
        return ""
    start = max(result.statistic.end, figure.start - 40)
    found = _LABEL.search(document.text[start : figure.start])
    if found is None:
        return ""
    name = _GLUE.sub("", found[0].rstrip().removesuffix("=")).translate(_PLAIN)
    if name.lower() in _PARTIAL:
        return "partial"
    if name.lower() in _SQUARED:
        return "squared"
    if result.test == "t" and name.lower() in _D:
        return "d"
    return "r" if result.test == "t" and name == "r" else ""


def _bounds(
    sentence: Sentence, result: TestStatistic, name: str, low: float, high: float
) -> tuple[float, float, str] | None:
    """The least and greatest effect size of all statistics that round to this, and how it is said."""
    df = [float(each) for each in result.df]
    value = float(result.statistic.value)
    if name in ("partial", "squared"):
        if result.test != "F":
            return None
        of = [f * df[0] / (f * df[0] + df[1]) for f in (low, value, high)]
        if name == "partial":
            return of[0], of[2], f"a partial η² of {of[1]:.3f}"
        return 0.0, of[2], f"an η² of at most {of[1]:.3f}"
    if name == "r":
        of = [sqrt(t * t / (t * t + df[0])) for t in (low, value, high)]
        return of[0], of[2], f"an r of {of[1]:.3f}"
    sizes = _sizes(sentence, df[0])
    if sizes is not None:
        scale = sqrt(1 / sizes[0] + 1 / sizes[1])
        corrected = 1 - 3 / (4 * df[0] - 1)  # Hedges's g, often called d
        least = low * min(scale * corrected, 2 / sqrt(df[0] + 2) * corrected)
        return least, high * max(scale, 2 / sqrt(df[0])), f"a d of {value * scale:.3f}"
    least, most = low / sqrt(df[0] + 1) / _LOOSE, high * 2 / sqrt(df[0]) * _LOOSE
    usual = (value / sqrt(df[0] + 1), 2 * value / sqrt(df[0]))
    return least, most, f"a d between about {usual[0]:.2f} and {usual[1]:.2f}"


def _sizes(sentence: Sentence, df: float) -> tuple[float, float] | None:
    """The two groups whose sizes the sentence names, where the degrees of freedom are theirs."""
    words = sentence.words
    found = [
        float(f.value)
        for f in sentence.figures
        if f.value and f.value < _LARGE and words[max(0, f.place - 2) : f.place] == ["n", "="]
    ]
    return (found[0], found[1]) if len(found) == 2 and sum(found) - 2 == df else None
