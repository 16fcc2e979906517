r"""Two groups give a t of at most as many degrees of freedom as they have members, less two.

"Two groups of 24 pigeons ... t(64)": 48 birds give 46 degrees of freedom; missing birds, pairs and
unequal variances only make them fewer. Held to it are groups whose sizes are named in the sentence
of the t or in the two before it; where one thing is measured more than once, or one of several
groups left out, nothing is.

Source: Student, Biometrika 6 (1908) 1-25; Welch, Biometrika 34 (1947) 28-35.

Bad

    Two groups of 18 hens each were compared by their clutches. Fed birds laid more, t(43) = 3.05, p = .004.
                                                                                       ^^ 2 × 18 − 2 = 34, not 43

    Boys (n = 20) and girls (n = 22) differed, t(42) = 3.10, p = .003.
                                                 ^^ 20 + 22 − 2 = 40, not 42

    There were two groups of 30 teachers. They did not differ in age, t(68) = 0.40, p = .69.
                                                                        ^^ 2 × 30 − 2 = 58, not 68

    The trained group (n = 15) was faster than the control group (n = 14), t(72) = 2.20, p = .031.
                                                                             ^^ 15 + 14 − 2 = 27, not 72

    We split the plots into two sets of 12 plots. Limed plots yielded more, t(32) = 2.60, p = .014.
                                                                              ^^ 2 × 12 − 2 = 22, not 32

Good

    Two groups of 18 hens each were compared by their clutches. Fed birds laid more, t(34) = 3.05, p = .004.

    Boys (n = 20) and girls (n = 22) differed, t(40) = 3.10, p = .004.

    There were two groups of 30 teachers. They did not differ in age, t(57) = 0.40, p = .69.

    The trained group (n = 15) was faster than the control group (n = 14), t(24.6) = 2.20, p = .037.

    We split the plots into two sets of 12 plots. Limed plots yielded more, t(22) = 2.60, p = .016.

    Two groups of 18 and 20 hens were compared. Fed birds laid more, t(36) = 3.05, p = .004.

Passed over

    Two groups of 18 hens each were timed in many trials. Fed birds were faster, t(1438) = 3.05, p = .002.

    Boys (n = 20) and girls (n = 22) differed from adults (n = 31), t(51) = 3.10, p = .003.

    Three groups of 18 hens were kept, and each hen was seen twice, t(80) = 3.05, p = .003.

    There were two groups of 30 teachers in the pilot study. In the survey, t(310) = 0.40, p = .69.

    A mixed model of the two groups of 12 plots gave t(143) = 2.60, p = .010.
"""

from collections.abc import Iterator

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Grade,
    Kind,
    Reckoned,
    Sentence,
    prose,
    test_statistics,
)  # fmt: skip

code = "FC612"

_GROUPS = frozenset("groups arms conditions cohorts classes teams sets samples panels".split())
_REPEATED = frozenset(
    "trial trials item items observation observations measurement measurements session sessions visits "
    "twice times repeated mixed multilevel hierarchical longitudinal days weeks images stimuli "
    "pilot survey study experiment experiments pooled regression model controlling adjusting".split()
)
_BEFORE = 2


def relate(document: Document) -> Iterator[Claim]:
    """Each t with the two groups that are named by or right before it."""
    recent: list[Sentence] = []
    for sentence in prose(document):
        recent = [
            s for s in recent if s.block == sentence.block and s.index >= sentence.index - _BEFORE
        ]
        passage = [*recent, sentence]
        recent.append(sentence)
        if "t" not in sentence.vocabulary or len(sentence.figures) < 2:
            continue
        groups = _groups(passage)
        if groups is None or any(not _REPEATED.isdisjoint(s.vocabulary) for s in passage):
            continue
        for result in test_statistics(document, sentence):
            df = [f for f in result.figures if f.end < result.statistic.start]
            if result.test == "t" and len(df) == 1 and result.df:
                yield from _claims(df[0], float(result.df[0]), *groups)


def _groups(passage: list[Sentence]) -> tuple[int, str, tuple[Figure, ...]] | None:
    """The most degrees of freedom of the two groups, how they come about, and their figures."""
    sizes = _named(passage[-1])
    if len(sizes) == 2:
        one, two = (int(figure.value or 0) for figure in sizes)
        return one + two - 2, f"{one} + {two} − 2", tuple(sizes)
    if sizes:
        return None
    found = [figures for sentence in passage for figures in _of_groups(sentence)]
    if len(found) != 1:
        return None
    count, size, *other = found[0]
    if count.value != 2 or size.value is None:
        return None
    if other and other[0].value is not None:
        most = int(size.value) + int(other[0].value) - 2
        return most, f"{size.text} + {other[0].text} − 2", (size, other[0])
    return 2 * int(size.value) - 2, f"2 × {size.text} − 2", (count, size)


def _named(sentence: Sentence) -> list[Figure]:
    """The figures of "n = 20"."""
    words = sentence.words
    return [
        f
        for f in sentence.figures
        if words[max(0, f.place - 2) : f.place] == ["n", "="]
        and f.value is not None
        and f.value.denominator == 1
        and f.value > 1
    ]


def _of_groups(sentence: Sentence) -> Iterator[tuple[Figure, ...]]:
    """ "Two groups of 24": how many, and of how many each; "two groups of 24 and 26" names both."""
    words = sentence.words
    for count in sentence.figures:
        if words[count.place + 1 : count.place + 2] and words[count.place + 1] in _GROUPS:
            size = sentence.figure_at.get(count.place + 3)
            is_size = size is not None and words[count.place + 2] == "of"
            if size is not None and is_size and size.kind is Kind.COUNT and size.unit is None:
                other = sentence.figure_at.get(size.place + 2)
                is_other = other is not None and words[size.place + 1] == "and"
                yield (count, size, other) if other is not None and is_other else (count, size)


def _claims(
    figure: Figure, df: float, most: int, shown: str, of: tuple[Figure, ...]
) -> Iterator[Claim]:
    """The claim, unless other groups may be meant: no slip of the pen makes one number the other."""
    fits = df <= most
    if fits or _is_slip(f"{df:g}", f"{most}"):
        yield Claim(
            stated=figure,
            term=Reckoned(of, shown),
            reading="groups",
            consistency=True,
            verdict=Grade.EXACT if fits else Grade.CONFLICT,
            message=f"{shown} = {most}" + ("" if fits else f", not {figure.text}"),
        )


def _is_slip(one: str, other: str) -> bool:
    """Are the digits the same but for one of them, or for their order?"""
    if len(one) != len(other):
        return False
    return sorted(one) == sorted(other) or sum(a != b for a, b in zip(one, other, strict=True)) == 1
