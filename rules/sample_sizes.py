r"""The groups of a sample cannot have more members than the sample.

"N = 120: women (n = 58) and men (n = 73)": 131 in all. Held to it are two groups that share out a
sample by their names (men and women, treatment and control, cases and controls), each with its n,
beside the one N of the sentence or "of the 120 patients", and people who are assigned or
randomised to groups, who must come to all of them. Of the former, fewer than the sample may be missing,
unless one slip of the pen makes it come out.

Bad

    The survey (N = 120) reached women (n = 58) and men (n = 73) alike.
                    ^^^ 58 + 73 = 131, more than 120

    Of the 84 patients, some were given the drug (treatment group, n = 41) and some nothing (control group, n = 53).
           ^^ 41 + 53 = 94, more than 84

    A total sample of N = 240 was split into a treatment (n = 120) and a control arm (n = 102).
                          ^^^ 120 + 102 = 222, not 240

    Boys (n = 35) and girls (n = 39) took part (N = 47).
                                                    ^^ 35 + 39 = 74, more than 47

    The 136 adults were randomly assigned to walking (n = 44), rowing (n = 46) or rest (n = 64).
        ^^^ 44 + 46 + 64 = 154, more than 136

    We compared cases (n = 212) and controls (n = 224; N = 346).
                                                           ^^^ 212 + 224 = 436, more than 346

Good

    The survey (N = 131) reached women (n = 58) and men (n = 73) alike.

    Of the 94 patients, some were given the drug (treatment group, n = 41) and some nothing (control group, n = 53).

    A total sample of N = 222 was split into a treatment (n = 120) and a control arm (n = 102).

    Boys (n = 35) and girls (n = 39) took part (N = 74).

    The 136 adults were randomly assigned to walking (n = 44), rowing (n = 46) or rest (n = 46).

    The survey (N = 135) reached women (n = 58) and men (n = 73) alike.

Passed over

    The survey (N = 120) asked smokers (n = 58) and drinkers (n = 73) about their sleep.

    In the first study (N = 120), women (n = 58) did better, in the second (N = 300) men (n = 173) did.

    The drug was given to women (n = 58) and men (n = 73).

    Of the 84 patients seen in May, men (n = 41) and women (n = 62) seen in June were younger.

    Walkers (n = 44) and rowers (n = 46) were drawn from a list of 136 adults.

    Women (n = 58), men (n = 73) and children (n = 20) were counted (N = 120 adults).
"""

from collections.abc import Iterator

from figcheck.rulekit import Claim, Document, Figure, Grade, Hedge, Kind, Reckoned, Sentence, prose

code = "FC615"

_PAIRS = (
    (frozenset("women woman females female girls girl".split()),
     frozenset("men man males male boys boy".split())),
    (frozenset("treatment treated intervention experimental drug active exposed cases case".split()),
     frozenset("control controls placebo untreated comparison unexposed".split())),
)  # fmt: skip
_PEOPLE = frozenset(
    "patient participant people adult child student subject respondent volunteer".split()
)
_DEALT = frozenset(
    "randomized randomised assigned allocated divided split randomly allotted".split()
)
_LEFT = frozenset(
    "completed withdrew excluded lost dropped analysed analyzed remaining respectively other others "
    "each per twice crossover".split()
)
_REACH = 5


def relate(document: Document) -> Iterator[Claim]:
    """Each sample with the two groups that share it out."""
    for sentence in prose(document):
        if len(sentence.figures) < 3 or "n" not in sentence.vocabulary:
            continue
        sizes = [figure for figure in sentence.figures if _is_size(sentence, figure)]
        totals = [figure for figure in sizes if _is_capital(document, sentence, figure)]
        groups = [figure for figure in sizes if figure not in totals]
        dealt = _dealt_out(sentence, groups) if len(groups) > 1 and not totals else None
        if dealt is not None:
            yield _claim(dealt, groups, "dealt out")
        elif len(groups) == 2 and len(totals) < 2 and _share_out(sentence, groups):
            total = totals[0] if totals else _of_the(sentence, groups)
            if total is not None:
                yield from _claims(total, groups)


def _is_size(sentence: Sentence, figure: Figure) -> bool:
    """ "n = 58", "N = 120"."""
    before = sentence.words[max(0, figure.place - 2) : figure.place]
    value = figure.value
    return before == ["n", "="] and value is not None and value.denominator == 1 and value > 1


def _is_capital(document: Document, sentence: Sentence, figure: Figure) -> bool:
    at = sentence.starts[figure.place - 2]
    return document.text[at : at + 1] == "N"


def _share_out(sentence: Sentence, groups: list[Figure]) -> bool:
    """Do the names before the two sizes leave no third group?"""
    one, two = (
        frozenset(sentence.words[max(0, figure.place - 2 - _REACH) : figure.place])
        for figure in groups
    )
    if groups[1].place - groups[0].place <= _REACH + 2:
        two = frozenset(sentence.words[groups[0].place + 1 : groups[1].place])
    return any(
        (one & a and two & b and not two & a) or (one & b and two & a and not two & b)
        for a, b in _PAIRS
    )


def _of_the(sentence: Sentence, groups: list[Figure]) -> Figure | None:
    """The sample of a sentence that begins "Of the 84 patients, "."""
    words, figure = sentence.words, sentence.figure_at.get(2)
    if words[:2] != ["of", "the"] or figure is None or figure.kind is not Kind.COUNT:
        return None
    if figure.owner not in _PEOPLE or words[figure.place + 2 : figure.place + 3] != [","]:
        return None
    return figure if figure.value is not None and figure not in groups else None


def _dealt_out(sentence: Sentence, groups: list[Figure]) -> Figure | None:
    """The people whom the words deal out to the groups: "122 patients were randomised to"."""
    words = sentence.words
    verb = next((k for k in range(groups[0].place) if words[k] in _DEALT), None)
    if verb is None or words[verb - 1] == "not" or not _LEFT.isdisjoint(words):
        return None
    before = [f for f in sentence.figures if f.place < verb]
    between = [
        f for f in sentence.figures if verb < f.place <= groups[-1].place and f not in groups
    ]
    if not before or any(f.kind in (Kind.COUNT, Kind.STATISTIC) for f in between):
        return None
    total = before[-1]
    is_near = verb - total.place <= _REACH and total.owner in _PEOPLE
    is_plain = total.kind is Kind.COUNT and total.hedge is Hedge.EXACT and total.value is not None
    return total if is_near and is_plain else None


def _claims(total: Figure, groups: list[Figure]) -> Iterator[Claim]:
    sizes = [int(figure.value or 0) for figure in groups]
    whole, found = int(total.value or 0), sum(sizes)
    is_slip = found < whole and sorted(str(found)) == sorted(str(whole))
    is_slip = is_slip or _is_turned(whole, sizes)
    if found >= whole or is_slip:
        yield _claim(total, groups, "groups")


def _claim(total: Figure, groups: list[Figure], reading: str) -> Claim:
    whole, found = int(total.value or 0), sum(int(figure.value or 0) for figure in groups)
    shown = f"{' + '.join(figure.text for figure in groups)} = {found}"
    more = "more than" if found > whole else "not"
    return Claim(
        stated=total,
        term=Reckoned(tuple(groups), shown),
        reading=reading,
        verdict=Grade.EXACT if found == whole else Grade.CONFLICT,
        message=shown if found == whole else f"{shown}, {more} {total.text}",
    )


def _is_turned(whole: int, sizes: list[int]) -> bool:
    """Does the whole come out if two digits of one group change places?"""
    for at, size in enumerate(sizes):
        rest = whole - sum(sizes[:at] + sizes[at + 1 :])
        if rest != size and sorted(str(rest)) == sorted(str(size)):
            return True
    return False
