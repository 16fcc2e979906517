r"""As many things must be listed as are announced.

"three sons, Aldo, Piero and Nino"; "two reasons: rain and wind"; three findings, then a first, a
second and a third; a bulleted list; "12 ways to ..." above numbered headings. A list that is open
("such as", "among them") or whose items cannot be told apart is never in conflict.

Bad

    The farmer left three sons, Aldo, Piero, Luca and Nino, and a vineyard.
                    ^^^^^ 4 listed

    Four ministers - trade, energy and health - have resigned.
    ^^^^ 3 listed

    The study gives three reasons. First, rents rose. Second, wages fell. Third, the mill shut. Fourth, nobody stayed.
                    ^^^^^ 4 listed

    The jury has picked the four finalists: Ines Vidal, Tom Okafor and Maja Lind.
                            ^^^^ 3 listed

    The cup was shared by two villages (Oakhill, Sedge and Marsham).
                          ^^^ 3 listed

Good

    The farmer left four sons, Aldo, Piero, Luca and Nino, and a vineyard.

    Three ministers - trade, energy and health - have resigned.

    The study gives two reasons. First, rents rose. Second, wages fell.

    The jury has picked the three finalists: Ines Vidal, Tom Okafor and Maja Lind.

Passed over

    The three couples – Ann and Bob, Sue and Tim, Jo and Pat – first shared a villa in 1991.

    A brother and two sisters survive him, Karl, Ilse and Marie.

    Several of the nine towns, such as Oakhill and Sedge, have no station.

    The shop sells five cheeses, including Cantal, Comté and Brie.

    Three firms, Marks and Spencer, Tesco and Next, have signed.

    The two owners, Ann Reed, a vet, and Joe Hall, who farms, live next door.

    She spoke to four nurses, and the doctors and porters kept silent.

    Three trains ran late, the operator said, and buses and trams were full.
"""

from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple

from figcheck.rulekit import (
    Claim,
    Const,
    Cue,
    Document,
    Figure,
    Hedge,
    Kind,
    Sentence,
    Series,
    Span,
    WordList,
    counted,
    decided,
    in_words,
    list_before,
    list_between,
    list_from,
    prose,
    series_below,
)  # fmt: skip

code = "FC805"

_MOST = 30  # the largest number of things of which a list is looked for
_OFF = 2  # a list is in conflict only where it misses by so few
_MOST_WORDS = 160  # of a sentence, behind a number, that are looked through
_FAR = 26  # items between a number and "consists of"
_AT_HAND = 100  # characters between a number and the marks (a), (b), (c) of what it announces
_DASHES = frozenset(("–", "—"))
_BREAKS = frozenset((".", ";", "#", "?", "!", '"', "“", "”"))
_OPEN = frozenset(
    "including include includes included such like e.g. eg especially notably particularly mainly "
    "mostly among example instance respectively etc others versus vs than said says either".split()
)
_LISTING = frozenset(("are", "were", "namely", "comprises", "comprise", "comprising"))
_NOT_ALL = frozenset(
    "another other top first last more additional further some of about nearly only".split()
)
_ALL = frozenset(("the", "all", "his", "her", "their", "its", "our", "my"))
_GAPS = {":": 12, "–": 7, "—": 7, "(": 4, ",": 3}
_COMPOUNDS = frozenset(
    "strong man member person woman part point step stage item title team country nation city "
    "piece song track course name horse dog way".split()
)
_ITEMISED = frozenset(
    "finding reason thing point way lesson recommendation problem factor condition step goal cause "
    "explanation option proposal question principle rule argument change measure demand aim "
    "objective objection stage phase part kind type category tip fact mistake issue challenge "
    "theme priority criterion requirement observation benefit advantage drawback limitation idea "
    "trick sign habit myth task pillar book place recipe strategy feature area message conclusion "
    "ingredient site element component group candidate".split()
)
_PART = frozenset(("a", "an", "one", "his", "her", "their", "#"))
_PAIRS = frozenset(("couple", "pair", "duo", "twosome", "family", "team"))
_POINTING = frozenset(("they", "these", "you", "here", "it", "we", "there", "the", "in", "all"))
_TIES = {"words": "loose", "next": "fair", "headings": "loose", "marks": "fair", "dates": "fair"}


class _Found(NamedTuple):
    """A list that may be the one announced: how many it names, and whether it may be at fault."""

    least: int
    most: int
    spans: tuple[Span, ...]
    reading: str
    may_fail: bool


def relate(document: Document) -> Iterator[Claim]:
    """Each number of things that are listed beside it or below."""
    for sentence in prose(document):
        candidates = [f for f in sentence.figures if _is_announcement(document, sentence, f)]
        wholes = [c for c in sentence.cues if c.name == "whole_list"] if candidates else []
        for figure in candidates:
            found = _beside(document, sentence, figure, wholes) or _before(
                document, sentence, figure
            )
            found = found or _one_and_other(sentence, figure)
            if found is not None:
                yield from _claim(figure, found)
        if any(map(counted, candidates)):
            yield from _below(document, sentence, candidates)


def _is_announcement(document: Document, sentence: Sentence, figure: Figure) -> bool:
    """A small whole number of things that the text names."""
    value = figure.value
    return (
        figure.kind is Kind.COUNT
        and figure.owner not in _PAIRS
        and isinstance(value, int)
        and 2 <= value <= _MOST
        and figure.unit is None
        and figure.hedge is Hedge.EXACT
        and figure.per is None
        and not _is_name(document, sentence, figure)
    )


def _is_name(document: Document, sentence: Sentence, figure: Figure) -> bool:
    """Is the number part of a word or a name: "four-balls", "the Mach 4 Method", "(up to) 16"?"""
    words, place = sentence.words, figure.place
    if words[place + 1 : place + 2] == ["-"]:
        return _COMPOUNDS.isdisjoint(words[place + 2 : place + 3])
    if not 0 < place < len(words) - 1:
        return False
    is_between = _is_capital(document, sentence, place - 1) and place > 1
    is_between = (
        is_between and _is_capital(document, sentence, place + 1) and figure.text.isdecimal()
    )
    return words[place - 1] == ")" or is_between


def _claim(figure: Figure, found: _Found) -> Iterator[Claim]:
    value = figure.value
    assert isinstance(value, int)
    holds = found.least <= value <= found.most
    if not holds:
        missed = min(abs(value - found.least), abs(value - found.most))
        if not found.may_fail or missed > _OFF or found.least == 2 * value:
            return
    count = value if holds else found.least
    says = f"{figure.text} announced, {count} listed"
    yield decided(
        figure, Const(count, f"{count} listed"), holds, says, says,
        reading=found.reading, tie=_TIES.get(found.reading, "plain"), consistency=True,
        related=found.spans, amended=count,
    )  # fmt: skip


def _beside(
    document: Document, sentence: Sentence, figure: Figure, wholes: list[Cue]
) -> _Found | None:
    """The list that follows the number and its noun, behind a mark, a verb or nothing."""
    words = sentence.words
    for at in _openers(document, sentence, figure, wholes):
        mark = words[at]
        end = _end(words, at)
        if not _OPEN.isdisjoint(words[figure.place : end]):
            continue
        if mark == "," or (mark.isalpha() and _is_capital(document, sentence, at)):
            found = list_from(document, sentence, at + (mark == ","))
        else:
            found = list_between(document, sentence, at + 1, end)
        if found is not None and found.most > 1:
            judged = _judged(document, sentence, figure, found, mark)
            if judged is not None:
                return judged
    return None


def _openers(
    document: Document, sentence: Sentence, figure: Figure, wholes: list[Cue]
) -> Iterator[int]:
    """The items behind the number's noun that may open its list.

    A mark or a verb; or a name, as in "three sons Aldo, Piero and Nino"; or "consists of", which may
    stand farther away.
    """
    words = sentence.words
    for at in range(figure.place + 1, min(figure.place + 16, len(words) - 1)):
        word, gap = words[at], at - figure.place - 1
        is_inside = word == "," and _is_capital(document, sentence, at - 1)
        if (word in _LISTING and gap) or (0 < gap <= _GAPS.get(word, 0) and not is_inside):
            yield at
        if word in _GAPS or word in _BREAKS:
            break
        is_next = gap > 0 and sentence.starts[at - 1] + len(words[at - 1]) == _noun_end(figure)
        if is_next and word.isalpha() and _is_capital(document, sentence, at):
            yield at
    far = figure.place + _FAR
    colon = next((k for k in range(figure.place + 1, min(far, len(words))) if words[k] == ":"), -1)
    if colon > 0 and "." not in words[figure.place : colon] and _is_last(sentence, figure, colon):
        yield colon
    for cue in wholes[bisect(wholes, figure.place, key=lambda cue: cue.at) :][:2]:
        if cue.at - figure.place <= _FAR and words[cue.at] != "that":
            yield cue.to - 1


def _is_last(sentence: Sentence, figure: Figure, colon: int) -> bool:
    """Is it the only small count of things before a colon farther off?"""
    small = [f for f in sentence.figures if f.kind is Kind.COUNT and f.place < colon]
    return small == [figure] and bool(counted(figure))


def _is_capital(document: Document, sentence: Sentence, at: int) -> bool:
    return document.text[sentence.starts[at]].isupper()


def _noun_end(figure: Figure) -> int:
    return figure.subject.end if counted(figure) and figure.subject is not None else -1


def _end(words: list[str], at: int) -> int:
    """Where the list that a mark opens ends."""
    mark, stop = words[at], min(len(words), at + _MOST_WORDS)
    if mark == "(":
        depth = 0
        for place in range(at, stop):
            depth += (words[place] == "(") - (words[place] == ")")
            if not depth:
                return place
        return stop
    closers = _DASHES if mark in _DASHES else frozenset((":", "–", "—"))
    return next((k for k in range(at + 1, stop) if words[k] in closers), stop)


def _judged(
    document: Document, sentence: Sentence, figure: Figure, found: WordList, mark: str
) -> _Found | None:
    """How surely the list is the one announced."""
    value = figure.value
    assert isinstance(value, int)
    holds = found.least <= value <= found.most
    are_dates = found.are_figures and mark in (":", "(")
    if are_dates:
        reading = "dates"
    elif mark in (":", "(", *_DASHES):
        reading = "names marked" if found.are_names else "marked"
        if not (found.are_short or found.mark == ";" or holds):
            return None
        reading += (
            " far" if sentence.words.index(mark, figure.place) - figure.place > _GAPS[":"] else ""
        )
    else:
        is_short = found.are_short and found.least > 2 and mark in _GAPS
        has_articles = found.are_short and mark == "," and _have_articles(document, found)
        if not (found.are_names or is_short or has_articles):
            return None
        reading = "names" if found.are_names else "articles" if has_articles else "words"
    before = sentence.words[max(0, figure.place - 4) : figure.place]
    is_part = before[-1:] == ["and"] and not _PART.isdisjoint(before)  # "a brother and two sisters"
    are_told = are_dates or found.mark == ";" or not found.has_figures
    may_fail = (
        found.is_joined
        and (found.are_short or found.mark == ";")
        and are_told
        and _NOT_ALL.isdisjoint(before[-2:])
        and not is_part
        and reading != "words"
    )
    return _Found(found.least, found.most, found.spans, reading, may_fail)


def _have_articles(document: Document, found: WordList) -> bool:
    """ "Its two products, a glue and a thing that removes it": does each item open as a thing does?"""
    return all(
        document.text[span.start : span.end].lower().startswith(("a ", "an ", "the ", "one "))
        for span in found.spans
    )


def _before(document: Document, sentence: Sentence, figure: Figure) -> _Found | None:
    """ "Aldo Rossi and Nino Bassi, two dockers": the names that the number sums up."""
    words, place = sentence.words, figure.place
    while place > 0 and words[place - 1] in _ALL:
        place -= 1
    if place < 3 or words[place - 1] not in (",", "–", "—", "are", "were"):
        return None
    found = list_before(document, sentence, place - 1)
    if found is None or not found.is_joined or not found.are_names or found.has_figures:
        return None
    value = figure.value
    assert isinstance(value, int)
    may_fail = place < figure.place and found.least > 2 and bool(counted(figure))
    if found.least == value or may_fail:
        return _Found(found.least, found.most, found.spans, "summed up", may_fail)
    return None


def _one_and_other(sentence: Sentence, figure: Figure) -> _Found | None:
    """ "two ways: one that is short and another that is long"; "one of the two ...; the other"."""
    if figure.value != 2:
        return None
    words, place = sentence.words, figure.place
    rest = words[place + 1 : place + 60]
    has_one = "one" in rest or words[max(0, place - 3) : place] == ["one", "of", "the"]
    near = sentence.figure_at.values() if not has_one and len(sentence.figures) < 30 else ()
    has_one = has_one or any(f.text.lower() == "one" for f in near)
    if has_one and (
        "another" in rest or ("other" in rest and "the" in rest[: rest.index("other")])
    ):
        return _Found(2, 2, (), "one and other", may_fail=False)
    return None


def _below(document: Document, sentence: Sentence, candidates: list[Figure]) -> Iterator[Claim]:
    """What follows the sentence: a series of items, or a list in the next sentence."""
    found = [_of_series(series) for series in series_below(document, sentence)]
    following = _in_next(document, sentence, candidates[-1])
    if following is not None:
        found.append(following)
    for each in found:
        ahead = [f for f in candidates if _announces(document, f, each)]
        fitting = [f for f in ahead if f.value == each.least]
        named = [f for f in ahead if counted(f) and f.owner in _ITEMISED]
        if fitting:
            yield from _claim(fitting[-1], each)
        elif len(named) == 1:
            yield from _claim(named[0], each)


def _announces(document: Document, figure: Figure, found: _Found) -> bool:
    """Does the number stand before the series, and at hand where marks (a), (b) tell its items apart?"""
    gap = found.spans[0].start - figure.end
    if gap <= 0 or not counted(figure):
        return False
    return found.reading != "marks" or (gap <= _AT_HAND and document.text[figure.end] != ")")


def _of_series(series: Series) -> _Found:
    count = len(series.spans)
    return _Found(count, count, series.spans, series.sort, may_fail=series.is_whole)


def _in_next(document: Document, sentence: Sentence, figure: Figure) -> _Found | None:
    """ "It has five parts. They are a hub, a rim, ...": the list of the next sentence."""
    index = sentence.index + 1
    if index >= len(document.sentences) or len(sentence.words) - figure.place > _GAPS[":"]:
        return None
    if document.sentences[index].block != sentence.block:
        return None
    following = in_words(document, document.sentences[index])
    words = following.words
    if not words or words[0] not in _POINTING or not _OPEN.isdisjoint(words[:_MOST_WORDS]):
        return None
    at = next((k for k in range(1, min(len(words), 14)) if words[k] == ":"), -1)
    if at < 0 and words[:2] in (["they", "are"], ["these", "are"], ["they", "were"]):
        at = 1
    found = list_between(document, following, at + 1, len(words)) if at > 0 else None
    if found is None or found.least < 2 or not (found.are_short and found.is_joined):
        return None
    return _Found(found.least, found.most, found.spans, "next", may_fail=not found.has_figures)
