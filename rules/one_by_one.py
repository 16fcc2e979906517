r"""A count must be as many as the text then tells one by one.

"Four misprints so far, on pages 4, 9 and 13"; "won it three times, in 1998, 2002 and 2006"; "three things
... the third and last"; "divided into three groups, one given the drug, one a placebo and one nothing";
"Grimsby, Goole and Immingham have both lost". The last of a row of ordinals counts only where it is said
to be the last.

Bad

    I have found four misprints so far, on pages 4, 9 and 13, in a book of 310 pages.
                 ^^^^ four announced, 3 listed

    Kowal has won the event twice, in 1998, 2002 and 2006, and will run again in April.
                            ^^^^^ twice announced, 3 listed

    There were four weak points in the pump. One was the seal. The second was a bearing. The third and
               ^^^^ four announced, but the third is the last
    last was that it was in the shed.

    Patients were put in two groups, one that was given the drug, one a placebo and one nothing at all.
                         ^^^ two announced, 3 listed

    Grimsby, Goole and Immingham have both lost their fish auctions since 1990.
                                      ^^^^ both of 3 listed

    The bill has seven clauses: the first names the lake, the second bars nets, and the third, the last,
                 ^^^^^ seven announced, but the third is the last
    fixes a fine.

Good

    I have found three misprints so far, on pages 4, 9 and 13, in a book of 310 pages.

    Kowal has won the event three times, in 1998, 2002 and 2006, and will run again in April.

    There were three weak points in the pump. One was the seal. The second was a bearing. The third and
    last was that it was in the shed.

    Patients were put in three groups, one that was given the drug, one a placebo and one nothing at all.

    Grimsby and Goole have both lost their fish auctions since 1990.

Passed over

    Each was given only two of the three devices, one active and one a dummy.

    The team has two doctors (one in and one out) and four others (three aides, and one clerk).

    I have found four misprints so far, some of them on pages 4, 9 and 13.

    Kowal has won the event five times, most lately in 1998, 2002 and 2006.

    There were four weak points in the pump. The third was that it was in the shed.

    She wrote four novels. The third and last volume of her letters came out in 1990.

    Patients were put in two groups, one of 61 and one of 59, for one year and one week.

    The twins, Ann and Bob, and their friend Tim both lost a shoe.

    The four met in 1998, 2002 and 2006 for lunch.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Given,
    Hedge,
    Kind,
    Sentence,
    Span,
    counted,
    decided,
    list_before,
    prose,
)  # fmt: skip

code = "FC811"

_MOST = 30
_MANY = 60  # figures of a sentence that is rather a table
_OFF = 2  # by how many a list may miss
_LEAD = 5  # words between a count's noun and the row that tells it
_ON = 5  # sentences in which the things announced are told
_TIMES = {"twice": 2, "thrice": 3}
_LEADS = frozenset("in on at from pages page numbers nos rooms chapters verses lots days".split())
_ROW = ([","], ["and"], [",", "and"], ["&"], ["or"])
_KINDS = frozenset((Kind.DATE, Kind.LABEL))
_LAST = frozenset(("last", "final"))
_OPEN = frozenset(
    "only most some including among lately recently notably especially example say such of first more least".split()
)
_BEFORE_ONE = frozenset((",", ":", ";", "and", "("))
_OF_BOTH = frozenset("have has had are were will would can could must did do".split())
_PARTED = frozenset("volume part season book edition day week year time game leg stage set".split())


def relate(document: Document) -> Iterator[Claim]:
    """Each count with the row, the ordinals or the ones that tell it."""
    sentences = [s for s in prose(document) if len(s.figures) <= _MANY]
    has_ranks = any(Kind.ORDINAL in sentence.kinds for sentence in sentences)
    for at, sentence in enumerate(sentences):
        counts = [figure for figure in sentence.figures if _is_count(figure)]
        if not sentence.kinds.isdisjoint(_KINDS):
            for row in _rows(sentence):
                yield from _of_row(sentence, counts, row)
        if "both" in sentence.vocabulary:
            yield from _of_both(document, sentence)
        ones = _ones(sentence) if counts else []
        for figure in counts if len(ones) > 1 else ():
            yield from _of_ones(sentence, figure, ones)
        if counts and has_ranks:
            behind = sentences[at : at + 1 + _ON]
            near = [
                s for s in behind if s.block == sentence.block and s.index - sentence.index <= _ON
            ]
            for figure in counts:
                yield from _of_ordinals(figure, near)


def _is_count(figure: Figure) -> bool:
    value = figure.value
    is_whole = figure.kind is Kind.COUNT and isinstance(value, int) and figure.hedge is Hedge.EXACT
    return is_whole and figure.unit is None and figure.per is None and 2 <= (value or 0) <= _MOST


def _rows(sentence: Sentence) -> list[list[Figure]]:
    """The dates or labels that stand in one row: "1998, 2002 and 2006"."""
    rows: list[list[Figure]] = []
    for one, other in pairwise(sentence.figures):
        is_row = one.kind is other.kind and one.kind in _KINDS
        if not is_row or sentence.words[one.place + 1 : other.place] not in _ROW:
            continue
        if rows and rows[-1][-1] is one:
            rows[-1].append(other)
        else:
            rows.append([one, other])
    return [row for row in rows if sentence.words[row[-1].place - 1] in ("and", "&")]


def _of_row(sentence: Sentence, counts: Sequence[Figure], row: list[Figure]) -> Iterator[Claim]:
    """ "Three times, in 1998, 2002 and 2006", "four misprints, on pages 4, 9 and 13"."""
    words, start = sentence.words, row[0].place
    while start > 0 and words[start - 1] in _LEADS:
        start -= 1
    if not start or words[start - 1] not in (",", ":", "(", "–", "—") or start == row[0].place:
        return
    twice = _of_word(sentence, start - 2)
    before = [figure for figure in counts if 0 < start - 1 - figure.place <= _LEAD]
    figure = twice or (before[-1] if before else None)
    if figure is None or (twice is None and not counted(figure)):
        return
    between = words[figure.place + 1 : start]
    if not _OPEN.isdisjoint([*between, *words[max(0, figure.place - 2) : figure.place]]):
        return
    yield from _listed(figure, len(row), tuple(row), "row")


def _of_word(sentence: Sentence, at: int) -> Figure | None:
    """ "Twice", which is no figure otherwise."""
    word = sentence.words[at] if at >= 0 else ""
    return _figure(sentence, at, _TIMES[word]) if word in _TIMES else None


def _figure(sentence: Sentence, at: int, value: int) -> Figure:
    start, word = sentence.starts[at], sentence.words[at]
    figure = Figure(start, start + len(word), word, Kind.COUNT, value)
    figure.sentence, figure.place = sentence.index, at
    figure.clause = sentence.clauses[at] if sentence.clauses else 0
    return figure


def _listed(
    figure: Figure,
    count: int,
    figures: tuple[Figure, ...],
    reading: str,
    spans: tuple[Span, ...] = (),
) -> Iterator[Claim]:
    value = int(figure.value or 0)
    holds = value == count
    if holds or abs(value - count) <= _OFF:
        says = f"{figure.text} announced, {count} listed"
        yield decided(
            figure, figures, holds, says, says,
            reading=reading, tie="plain", consistency=True, related=spans,
        )  # fmt: skip


def _ones(sentence: Sentence) -> list[int]:
    """Where "one" opens an item of a list."""
    found = [at for at, figure in sentence.figure_at.items() if figure.value == 1]
    if "one" in sentence.vocabulary:
        found += [at for at, word in enumerate(sentence.words) if word == "one"]
    return [at for at in sorted(found) if at and sentence.words[at - 1] in _BEFORE_ONE]


def _of_ones(sentence: Sentence, figure: Figure, every: Sequence[int]) -> Iterator[Claim]:
    """ "Three groups, one given the drug, one a placebo and one nothing"."""
    words = sentence.words
    ones = [at for at in every if at > figure.place + 1 and _is_one(sentence, at)]
    if len(ones) < 2 or ones[0] - figure.place > _LEAD or words[ones[-1] - 1] != "and":
        return
    if not _OPEN.isdisjoint(words[max(0, figure.place - 4) : figure.place]):
        return  # "only two of the three devices"
    if words[ones[0] - 1] == "and" or not counted(figure) or _measured(sentence, ones):
        return
    if _is_apart(words, figure.place, ones[-1]):
        return
    spans = tuple(Span(sentence.starts[at], sentence.ends[at]) for at in ones)
    yield from _listed(figure, len(ones), (), "ones", spans)


def _is_one(sentence: Sentence, at: int) -> bool:
    figure = sentence.figure_at.get(at)
    return sentence.words[at] == "one" or (figure is not None and figure.text.lower() == "one")


def _is_apart(words: list[str], start: int, stop: int) -> bool:
    """Does the bracket close in which the list began: "(one in and one out) and four others"?"""
    return ")" in words[start:stop] and "(" in words[start:stop]


def _measured(sentence: Sentence, ones: Sequence[int]) -> bool:
    """ "One year", "one week": no things of the number announced."""
    found = [sentence.figure_at.get(at) for at in ones]
    return any(f is not None and f.kind is not Kind.COUNT for f in found)


def _of_ordinals(figure: Figure, near: Sequence[Sentence]) -> Iterator[Claim]:
    """ "Three things were wrong ... The second ... The third and last": the last ordinal."""
    if not counted(figure):
        return
    told: set[int] = set()
    for sentence in near:
        for rank in sentence.figures:
            if rank.kind is not Kind.ORDINAL or rank.start < figure.start or not rank.value:
                continue
            value = int(rank.value)
            told.add(value)
            if not _is_last(sentence, rank) or value - 1 not in told or value < 2:
                continue
            holds = figure.value == value
            if holds or abs(value - int(figure.value or 0)) <= 2 * _OFF:
                says, fails = (
                    f"{figure.text} announced, {so} the {rank.text} is the last"
                    for so in ("and", "but")
                )
                yield decided(
                    figure, Given(rank), holds, says, fails,
                    reading="ordinals", tie="plain", consistency=True,
                )  # fmt: skip
            return


def _is_last(sentence: Sentence, rank: Figure) -> bool:
    """ "The third and last", "the third, the last,"."""
    words = sentence.words[rank.place + 1 : rank.place + 5]
    at = next((k for k, word in enumerate(words) if word in _LAST), -1)
    is_said = at >= 0 and words[:at] in (["and"], [",", "the"], [",", "and"], [",", "and", "the"])
    return is_said and _PARTED.isdisjoint(words[at + 1 : at + 2])


def _of_both(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """ "Grimsby, Goole and Immingham have both lost": both of three."""
    words = sentence.words
    at = words.index("both")
    if at < 3 or words[at - 1] not in _OF_BOTH:
        return
    found = list_before(document, sentence, at - 1)
    if found is None or not (found.is_joined and found.are_names and found.are_short):
        return
    if found.has_figures or found.spans[0].start != sentence.starts[0] or found.least < 3:
        return
    figure = _figure(sentence, at, 2)
    message = f"both of {found.least} listed"
    yield decided(
        figure, (), False, message, message,
        reading="both", tie="plain", consistency=True, related=found.spans,
    )  # fmt: skip
