r"""What lasted from one date to another must have taken as long as is said.

"Closed since 2009, it returned in 2025 after 16 years"; "begun in 1887, it took two years and was
finished in 1889"; "her record, set in 1985, stood for 19 years until 2004". The length goes with
the two dates of its sentence, of the one before or behind it, or of the whole text, where the words
say that something began and ended, lasted, or was waited for.

Bad

    Shut since 1987, the observatory reopened in 2012 after 35 years.
                                                            ^^^^^^^^ 1987 to 2012 = 25 years

    Work on the tunnel began in 1998 and dragged on until 2011. It had taken 23 years.
                                                                             ^^^^^^^^ 1998 to 2011 = 13 years

    The relay record, established in 1985, stood for 29 years until it was broken in 2004.
                                                     ^^^^^^^^ 1985 to 2004 = 19 years

    Mr Ash served 12 years: he was jailed in 1998 and freed in 2006.
                  ^^^^^^^^ 1998 to 2006 = 8 years

    The first title in 18 years came in 2018; the last had been won in 1990.
                       ^^^^^^^^ 1990 to 2018 = 28 years

    The two surveys, 30 years apart, were made in 1985 and in 2005.
                     ^^^^^^^^ 1985 to 2005 = 20 years

    The strike lasted nine weeks. It began on 4 May and ended on 15 June.
                      ^^^^^^^^^^ 6 weeks

Good

    Shut since 1987, the observatory reopened in 2012 after 25 years.

    Work on the tunnel began in 1998 and dragged on until 2011. It had taken 13 years.

    The relay record, established in 1985, stood for 19 years until it was broken in 2004.

    The first title in 28 years came in 2018; the last had been won in 1990.

    The strike lasted six weeks. It began on 4 May and ended on 15 June.

Passed over

    He was sentenced to 12 years in 2010 and released in 2016.

    After three years in the middle of the table, the club came second in 1912 and fourth in 1913.

    The prize, given every four years since 1930, went to nobody in 1942.

    Sales rose in 2019 and again in 2023, the best result in 11 years.

    In 2006 the club gave up the five-year lease that it had signed with the port.

    They parted in April 2013, after four years of marriage, with a brief break in 2010.
"""

from collections.abc import Iterator, Sequence

from figcheck.rulekit import (
    BEGAN,
    ENDED,
    LASTED,
    Around,
    Claim,
    Document,
    Figure,
    Kind,
    Tie,
    dateline,
    dates,
    judged,
    lengths,
    of_ties,
)  # fmt: skip

code = "FC711"

_PLAIN = frozenset(("since", "both", "apart", "first"))
_LOOSE = frozenset((
    "alone", "back bare", "bare", "one", "across bare", "across loose", "since told",
    "two bare between", "two bare beside", "two one between", "two one beside",
    "two since between", "two since beside",
    "back bare loose", "back one loose",
))  # fmt: skip
_LONG = 10  # units of a length that fits the only dates of a text by no chance
_OPENING = 4  # words that may open a sentence about what was told before
_FEW = 40  # figures of a text in which two dates may be the only ones
_WINDOW = 8  # words before a date that may say that something began or ended
_AFTER = frozenset(("after", "following"))
_LENGTH_OF = frozenset(("for", "ended", "in"))
_STRETCHES = frozenset(
    "run wait reign spell period total absence tenure stretch life siege notice lease".split()
)
_FIRSTS = frozenset("first best worst highest lowest biggest only wettest hottest".split())
_LASTS = frozenset(("last", "since", "previous", "previously"))
_WAITS = frozenset("wait absence hiatus drought gap break exile silence closure interval".split())
_PARTING = frozenset(("separate", "separated", "apart", "elapsed", "between"))
_SENTENCED = frozenset(
    "sentenced jailed imprisoned sentence contract lease deal fined banned".split()
)
_OUTLIVED = frozenset(("outlived", "survived", "predeceased"))
_PERFECT = frozenset(("has", "have", "'s", "'ve"))
_SURE = frozenset(("after", "took", "wait", "outlived"))
_NO_VERBS = frozenset("united hundred indeed red bed need used need during evening morning".split())


def relate(document: Document) -> Iterator[Claim]:
    """Each length with the two dates between which something lasted."""
    for sentence in judged(document):
        for length in lengths(sentence):
            at = Around(document, sentence, length.figure)
            if at.leads:
                continue
            claim = of_ties(length, _ties(at, _cue(at)), plain=_PLAIN, loose=_LOOSE)
            if claim is not None:
                yield claim


def _cue(at: Around) -> str:
    """What says that the length lies between two dates: "after", "took", "wait", "for", ..."""
    before = at.words[max(0, at.place - 6) : at.place]
    if not _PARTING.isdisjoint((at.word(1), at.word(2))):
        return "apart"
    if at.word(-1) == "by" and not _OUTLIVED.isdisjoint(at.words[: at.place]):
        return "outlived"
    if not _AFTER.isdisjoint(before[-2:]):
        return "after"
    if not _WAITS.isdisjoint((at.word(1), at.word(2))):
        return "wait"
    if not _SENTENCED.isdisjoint((*before[-4:], at.word(1), at.word(2))):
        return ""
    if not _PERFECT.isdisjoint(before):
        return ""  # "has been there for 18 years": until the time of writing
    if not LASTED.isdisjoint(before[-3:]):
        return "took"
    if at.word(-1) == "in" and (_follows_first(at) or not _FIRSTS.isdisjoint(before)):
        return "first"
    is_beside = bool(at.left) and at.is_beside(at.left[0])
    is_of = at.word(-1) == "of" and at.word(-2) in _STRETCHES
    is_for = is_of or at.word(-1) in _LENGTH_OF or at.word(1) in ("of", "in")
    if "-" in at.length.text:
        return "adjective"
    return "for" if is_beside or is_for else ""


def _follows_first(at: Around) -> bool:
    """ "The first title in 18 years"."""
    return any(
        figure.kind is Kind.ORDINAL and figure.value == 1 and 0 < at.place - figure.place < 6
        for figure in at.sentence.figures
    )


def _ties(at: Around, cue: str) -> Iterator[Tie]:
    """The two dates of the sentence, of the one before or behind it, or of the whole text."""
    here = at.here
    if len(here) == 2:
        yield from _of_sentence(at, cue)
    elif len(here) == 1:
        yield from _across(at, cue, here[0])
    elif not here:
        yield from _of_others(at, cue)


def _of_sentence(at: Around, cue: str) -> Iterator[Tie]:
    start, end = sorted(at.here, key=_year)
    kind = _ends(at.words, start, end)
    if cue == "apart":
        yield "apart", start, end
        return
    if cue == "first":
        if not _LASTS.isdisjoint(at.words):
            yield "first", start, end
        return
    if cue in _SURE or (cue and kind in ("since", "both")):
        yield kind, start, end
    else:
        where = "between" if start.place < at.place < end.place else "beside"
        yield f"two {kind} {where}", start, end
    if cue in _SURE:
        yield from (("across", figure, other) for steps, figure in at.back[:1] for other in at.here)


def _across(at: Around, cue: str, date: Figure) -> Iterator[Tie]:
    """One date in the sentence, the other in the one before: "It returned in 2025 after 16 years"."""
    back = [figure for steps, figure in at.back if steps == 1]
    if at.words[date.place - 1] == "since" and cue in ("for", "took"):
        line = dateline(at.document)
        yield from (
            ("across since", date, figure) for figure in [*back[:1], *([line] if line else [])]
        )
    elif cue in _SURE and back:
        before = at.document.sentences[back[0].sentence].words
        began = _window(before, back[0])
        ended = _window(at.words, date)
        is_told = _tells(began, BEGAN) and _tells(ended, ENDED)
        yield "across" if is_told else "across bare", back[0], date
    elif back and cue != "first":
        yield "across loose", back[0], date
    if cue in _SURE or cue == "for":
        yield from (("since told", since, date) for since in _since_told(at))


def _since_told(at: Around) -> Iterator[Figure]:
    """ "He has walked the round since 1983 ... In 2024, after 41 years": the one such date before."""
    sentences = at.document.sentences[: at.sentence.index]
    found = [
        figure
        for sentence in sentences[-_FEW:]
        if "since" in sentence.vocabulary
        for figure in dates(sentence)
        if sentence.words[figure.place - 1] == "since"
    ]
    if len(found) == 1:
        yield found[0]


def _of_others(at: Around, cue: str) -> Iterator[Tie]:
    back = [figure for steps, figure in at.back if steps == 1]
    if len(back) == 2 and (cue or at.place <= _OPENING):
        words = at.document.sentences[back[0].sentence].words
        kind = _ends(words, back[1], back[0])
        if kind in ("both", "since") or cue in _SURE or at.place == 0:
            yield (
                "back" if kind in ("both", "since") or cue in _SURE else "back bare",
                back[1],
                back[0],
            )
        else:
            yield f"back {kind} loose", back[1], back[0]
        return
    if cue in _SURE or cue in ("for", "adjective"):
        following = at.document.sentences[at.sentence.index + 1 : at.sentence.index + 2]
        ahead = dates(following[0]) if following else []
        if len(ahead) == 2 and _ends(following[0].words, *ahead) in ("both", "since"):
            yield "ahead", ahead[0], ahead[1]
            return
    if len(at.document.figures) <= _FEW:
        yield from _alone(at, cue)


def _alone(at: Around, cue: str) -> Iterator[Tie]:
    """The only two dates of the text: told before the length, or below a headline that gives it."""
    if cue in ("", "adjective"):
        return
    every = [figure for sentence in at.document.sentences for figure in dates(sentence)]
    if len(every) != 2:
        return
    is_headline = at.sentence.index == 0 and at.document.text[at.sentence.end - 1] not in '.!?…”"'
    is_told = every[-1].start < at.length.start and cue in _SURE and (at.length.value or 0) >= _LONG
    if is_told or is_headline:
        yield "alone", every[0], every[1]


def _year(figure: Figure) -> int:
    return (figure.date.year or 0) if figure.date else 0


def _ends(words: Sequence[str], start: Figure, end: Figure) -> str:
    """Do the words before two dates say that something began and ended?"""
    first, second = _window(words, start), _window(words, end)
    if "since" in first[-3:]:
        return "since"
    began, ended = _tells(first, BEGAN), _tells(second, ENDED)
    return "both" if began and ended else "one" if began or ended else "bare"


def _tells(words: Sequence[str], verbs: frozenset[str]) -> bool:
    """Is one of the verbs there, or a word in the form of one?"""
    return not verbs.isdisjoint(words) or any(
        len(word) > 3 and word.endswith(("ed", "ing")) and word not in _NO_VERBS for word in words
    )


def _window(words: Sequence[str], date: Figure) -> Sequence[str]:
    """The words before a date, back to the figure before it."""
    found = words[max(0, date.place - _WINDOW) : date.place]
    cut = len(found) - found[::-1].index("#") if "#" in found else 0
    return found[cut:]
