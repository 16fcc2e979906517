r"""A result called significant must have a p value below the level that is named.

"significant at the 5% level (p = 0.21)": a p value above the level, or above one in ten where none
is named, is not significant; "no significant difference (p = .0004)" is one. Only the first p
value behind the word is held against it, and only where nothing denies or compares between.

Bad

    The gain was statistically significant at the 5% level (p = 0.21).
                                                                ^^^^ significant

    Patients on the new drug had significantly lower pressure (P = .38) at six weeks.
                                                                   ^^^ significant

    The interaction was significant at the 1% level, p = .032.
                                                         ^^^^ significant

    Recall improved significantly in the second block (t = 1.1, p = .27).
                                                                    ^^^ significant

    The two groups did not differ significantly in weight (p = .0004).
                                                               ^^^^^ not significant

    The gain was not significant at the 5% level (p = .003).
                                                      ^^^^ not significant

    With p = .21 the gain was statistically significant at the 5% level.
             ^^^ significant

Good

    With p = .21 the gain was not significant at the 5% level.

    The gain was not significant at the 5% level (p = .053).

    The gain was statistically significant at the 5% level (p = 0.02).

    Patients on the new drug had significantly lower pressure (P = .008) at six weeks.

    Recall did not improve significantly in the second block (t = 1.1, p = .27).

    The two groups did not differ significantly in weight (p = .41).

    The trend was marginally significant (p = .08).

    The effect of light was significant, F(1, 44) = 6.57, η²p = .13.

Passed over

    The effect on mood was significant, that on sleep was not (p = .21).

    Age was a significant predictor, but sex (p = .44) and income (p = .31) were none.

    Neither the drug nor the dose had a significant effect (p = .52 and p = .37).

    After correction for 12 tests no difference was significant (smallest p = .011).

    The differences lost significance when the outliers were removed (p = .21).
"""

from collections.abc import Iterator
from fractions import Fraction

from figcheck.rulekit import Claim, Document, Figure, Grade, Kind, Reckoned, Sentence, prose

code = "FC603"

_SIGNIFICANT = frozenset(("significant", "significantly"))
_DENIALS = frozenset(
    "not no non nor none neither never without lost lose lack lacked failed n't cannot nonsignificant insignificant".split()
)
_HEDGES = frozenset(
    "marginally nearly almost borderline trend approached approaching suggestive but although though whereas while however except".split()
)
_CORRECTED = frozenset(
    "correction corrected bonferroni adjusted adjustment multiple holm fdr".split()
)
_ETA = ("η", "ω", "ε")  # "η²p = .13" is an effect size
_REACH = 14
_FAR = 120  # words before, of a sentence that has no end
_HIGHEST = Fraction(1, 10)  # no usual level is above it
_LOWEST = Fraction(1, 1000)  # nor any below, but where many tests are made


def relate(document: Document) -> Iterator[Claim]:
    """Each result called significant or not, with the first p value behind it."""
    for sentence in prose(document):
        if _SIGNIFICANT.isdisjoint(sentence.words):
            continue
        for place, word in enumerate(sentence.words):
            if word in _SIGNIFICANT:
                claim = _claim_at(sentence, place) or _claim_before(sentence, place)
                if claim is not None:
                    yield claim


def _claim_at(sentence: Sentence, place: int) -> Claim | None:
    words = sentence.words
    near = map(sentence.figure_at.get, range(place + 1, place + _REACH + 1))
    p = next((figure for figure in near if figure is not None and _is_p(words, figure)), None)
    if p is None or not _CORRECTED.isdisjoint(sentence.vocabulary):
        return None
    before = words[max(0, place - _FAR) : place]
    between = words[place + 1 : p.place]
    if not _HEDGES.isdisjoint(before) or not _HEDGES.isdisjoint(between):
        return None
    if not (_DENIALS | _SIGNIFICANT).isdisjoint(between) or ";" in between:
        return None
    is_denied = not _DENIALS.isdisjoint(before)
    level = _level(sentence, place, p)
    value = Fraction(p.value or 0)
    usual = _LOWEST if is_denied else _HIGHEST
    bound = level[0] if level else usual
    has_failed = value < bound if is_denied else value > bound
    word = "not significant" if is_denied else "significant"
    figures = (level[1],) if level else ()
    if figures:
        word += f" at {figures[0].text}"
    return Claim(
        stated=p,
        term=Reckoned(figures, "the level of significance"),
        reading="denied" if is_denied else "level" if level else "asserted",
        verdict=Grade.CONFLICT if has_failed else Grade.EXACT,
        message=f"p = {p.text}, called {word}",
        related=(),
    )


def _claim_before(sentence: Sentence, place: int) -> Claim | None:
    """ "With p = .21 the gain was significant at the 5% level": the level must be named."""
    words = sentence.words
    level = _level(sentence, place, None)
    head = sentence.figures[0]
    if level is None or head.place >= place or head.place > 4 or not _is_p(words, head):
        return None
    between = words[head.place + 1 : place]
    is_said = not (_DENIALS | _HEDGES | _SIGNIFICANT | {";", "#"}).isdisjoint(between)
    if is_said or len(between) > _REACH or not _CORRECTED.isdisjoint(sentence.vocabulary):
        return None
    has_failed = Fraction(head.value or 0) > level[0]
    return Claim(
        stated=head,
        term=Reckoned((level[1],), "the level of significance"),
        reading="level",
        verdict=Grade.CONFLICT if has_failed else Grade.EXACT,
        message=f"p = {head.text}, called significant at {level[1].text}",
    )


def _is_p(words: list[str], figure: Figure) -> bool:
    """ "p = .03" with an equals sign: a bound says less."""
    if figure.kind is not Kind.STATISTIC or figure.value is None or not 0 < figure.value <= 1:
        return False
    before = words[max(0, figure.place - 3) : figure.place]
    return before[-2:] == ["p", "="] and not before[0].startswith(_ETA)


def _level(sentence: Sentence, place: int, p: Figure | None) -> tuple[Fraction, Figure] | None:
    """The level named between, and its figure: "at the 5% level"."""
    words = sentence.words
    for figure in map(
        sentence.figure_at.get, range(place + 1, p.place if p is not None else place + 6)
    ):
        if (
            figure is not None
            and figure.value
            and "level" in words[figure.place : figure.place + 3]
        ):
            level = Fraction(figure.value) / (100 if figure.kind is Kind.SHARE else 1)
            return level, figure
    return None
