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

    Several of the nine towns, such as Oakhill and Sedge, have no station.

    The shop sells five cheeses, including Cantal, Comté and Brie.

    Three firms, Marks and Spencer, Tesco and Next, have signed.

    The two owners, Ann Reed, a vet, and Joe Hall, who farms, live next door.

    She spoke to four nurses, and the doctors and porters kept silent.

    Three trains ran late, the operator said, and buses and trams were full.
"""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from figcheck.rulekit import (
    BlockRole,
    Claim,
    Const,
    Document,
    Figure,
    Grade,
    Hedge,
    Kind,
    Sentence,
    Span,
    WordList,
    list_before,
    list_between,
    list_from,
    prose,
)

code = "FC805"

_MOST = 30  # the largest number of things of which a list is looked for
_MOST_SENTENCES = 14  # behind an announcement, in which its first, second and third may stand
_OFF = 2  # a list is in conflict only where it misses by so few
_DASHES = frozenset(("–", "—"))
_BREAKS = frozenset((".", ";", "#", "?", "!", '"', "“", "”"))
_OPEN = frozenset(
    "including include includes included such like e.g. eg especially notably particularly mainly mostly "
    "among example instance respectively etc others versus vs than said says".split()
)
_LISTING = frozenset(("are", "were", "namely", "comprises", "comprise", "comprising"))
_NOT_ALL = frozenset(
    "another other top first last more additional further some of about nearly only".split()
)
_GAPS = {":": 12, "–": 7, "—": 7, "(": 4, ",": 3}
_ITEMISED = frozenset(
    "finding reason thing point way lesson recommendation problem factor condition step goal cause "
    "explanation option proposal question principle rule argument change measure demand aim objective "
    "objection stage phase part kind type category tip fact mistake issue challenge theme priority "
    "criterion requirement observation benefit advantage drawback limitation idea trick sign habit "
    "myth task pillar book place recipe strategy feature area message conclusion".split()
)
_CLOSING = ("Finally", "Lastly", "Last,", "And finally", "Last but")
_ORDINALS = {
    "first": 1, "firstly": 1, "second": 2, "secondly": 2, "third": 3, "thirdly": 3, "fourth": 4,
    "fourthly": 4, "fifth": 5, "fifthly": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip


class _Found(NamedTuple):
    """A list that may be the one announced: how many it names, and how sure that is."""

    least: int
    most: int
    spans: tuple[Span, ...]
    reading: str
    may_fail: bool


def relate(document: Document) -> Iterator[Claim]:
    """Each number of things that are listed beside it or below."""
    for sentence in prose(document):
        candidates = [f for f in sentence.figures if _is_announcement(sentence, f)]
        for figure in candidates:
            found = _beside(document, sentence, figure) or _before(document, sentence, figure)
            found = found or _one_and_other(document, sentence, figure)
            if found is not None:
                yield from _claim(figure, found)
        if candidates:
            yield from _below(document, sentence, candidates)


def _is_announcement(sentence: Sentence, figure: Figure) -> bool:
    """A small whole number of things that the text names."""
    value = figure.value
    return (
        figure.kind is Kind.COUNT
        and isinstance(value, int)
        and 2 <= value <= _MOST
        and figure.unit is None
        and figure.hedge is Hedge.EXACT
        and figure.per is None
        and not _is_name(sentence, figure)
    )


def _is_name(sentence: Sentence, figure: Figure) -> bool:
    """Is the number part of a word or a name: "four-balls", "the Mach 4 method"?"""
    words, place = sentence.words, figure.place
    if words[place + 1 : place + 2] == ["-"]:
        return words[place + 2 : place + 3] not in (
            ["strong"],
            ["man"],
            ["member"],
            ["person"],
            ["woman"],
        )
    return place > 0 and words[place - 1] == ")"


def _claim(figure: Figure, found: _Found) -> Iterator[Claim]:
    value = figure.value
    assert isinstance(value, int)
    holds = found.least <= value <= found.most
    if not holds:
        missed = min(abs(value - found.least), abs(value - found.most))
        if not found.may_fail or missed > _OFF or found.least == 2 * value:
            return
    count = value if holds else found.least
    yield Claim(
        stated=figure, term=Const(count, f"{count} listed"), reading=found.reading, consistency=True,
        tie="loose" if found.reading == "words" else "plain",
        verdict=Grade.EXACT if holds else Grade.CONFLICT,
        message=f"{figure.text} announced, {count} listed", related=() if holds else found.spans,
    )  # fmt: skip


def _beside(document: Document, sentence: Sentence, figure: Figure) -> _Found | None:
    """The list that follows the number and its noun: behind a colon, dash, bracket or comma."""
    at = _opener(sentence, figure)
    if at < 0:
        return None
    words, mark = sentence.words, sentence.words[at]
    end = _end(words, at)
    if not _OPEN.isdisjoint(words[figure.place : end]):
        return None
    if mark == ",":
        found = list_from(document, sentence, at + 1)
    else:
        found = list_between(document, sentence, at + 1, end)
    if found is None or found.most < 2:
        return None
    return _judged(sentence, figure, found, mark)


def _opener(sentence: Sentence, figure: Figure) -> int:
    """The mark or verb behind the number's noun that opens its list; -1 where there is none."""
    words = sentence.words
    for at in range(figure.place + 1, min(figure.place + 16, len(words) - 1)):
        word, gap = words[at], at - figure.place - 1
        if word in _GAPS:
            return at if 0 < gap <= _GAPS[word] else -1
        if word in _LISTING and gap:
            return at
        if word in _BREAKS:
            return -1
    return -1


def _end(words: list[str], at: int) -> int:
    """Where the list that a mark opens ends."""
    mark = words[at]
    if mark == "(":
        depth = 0
        for place in range(at, len(words)):
            depth += (words[place] == "(") - (words[place] == ")")
            if not depth:
                return place
        return len(words)
    closers = _DASHES if mark in _DASHES else frozenset((":", "–", "—"))
    return next((k for k in range(at + 1, len(words)) if words[k] in closers), len(words))


def _judged(sentence: Sentence, figure: Figure, found: WordList, mark: str) -> _Found | None:
    """How surely the list is the one announced."""
    value = figure.value
    assert isinstance(value, int)
    holds = found.least <= value <= found.most
    if mark == "," or mark in _LISTING:
        if not (found.are_names or (found.are_short and found.least > 2 and mark == ",")):
            return None
        reading = "names" if found.are_names else "words"
    else:
        reading = "names marked" if found.are_names else "marked"
        if not (found.are_short or holds):
            return None
    before = sentence.words[max(0, figure.place - 2) : figure.place]
    may_fail = (
        found.is_joined
        and found.are_short
        and not found.has_figures
        and _NOT_ALL.isdisjoint(before)
        and reading != "words"
    )
    return _Found(found.least, found.most, found.spans, reading, may_fail)


def _before(document: Document, sentence: Sentence, figure: Figure) -> _Found | None:
    """ "Aldo Rossi and Nino Bassi, two dockers": the names that the number sums up."""
    words, place = sentence.words, figure.place
    while place > 0 and words[place - 1] in ("the", "all", "his", "her", "their", "its"):
        place -= 1
    if place < 3 or words[place - 1] not in (",", "–", "—"):
        return None
    found = list_before(document, sentence, place - 1)
    if found is None or not found.is_joined or not found.are_names or found.has_figures:
        return None
    value = figure.value
    assert isinstance(value, int)
    return _Found(value, value, (), "summed up", may_fail=False) if found.least == value else None


def _one_and_other(document: Document, sentence: Sentence, figure: Figure) -> _Found | None:
    """ "two ways: one that is short and another that is long"; "one of the two ...; the other"."""
    if figure.value != 2:
        return None
    words = sentence.words
    rest = words[figure.place + 1 :]
    has_one = "one" in rest or words[max(0, figure.place - 3) : figure.place] == [
        "one",
        "of",
        "the",
    ]
    has_one = has_one or any(f.text.lower() == "one" for f in sentence.figures)
    if has_one and ("another" in rest or _has_pair(rest, "the", "other")):
        return _Found(2, 2, (), "one and other", may_fail=False)
    return None


def _has_pair(words: list[str], first: str, second: str) -> bool:
    return any(a == first and b == second for a, b in itertools.pairwise(words))


def _below(document: Document, sentence: Sentence, candidates: list[Figure]) -> Iterator[Claim]:
    """What follows the sentence: a first, a second and a third; a bulleted list; numbered headings."""
    for found in (
        _ordinals(document, sentence),
        _items(document, sentence),
        _numbered(document, sentence),
    ):
        if found is None:
            continue
        fitting = [f for f in candidates if f.value == found.least]
        named = [f for f in candidates if f.owner in _ITEMISED]
        if fitting:
            yield from _claim(fitting[-1], found)
        elif len(named) == 1 and _counts_behind(named[0]):
            yield from _claim(named[0], found)


def _counts_behind(figure: Figure) -> bool:
    return figure.subject is not None and figure.subject.start >= figure.end


def _ordinals(document: Document, sentence: Sentence) -> _Found | None:
    """The sentences that begin with "First", "Second", ..., right behind this one."""
    wanted, spans, is_closed = 1, [], False
    following = document.sentences[sentence.index + 1 : sentence.index + 1 + _MOST_SENTENCES]
    for later in following:
        opening = document.text[later.start : later.start + 12]
        if wanted > 1 and opening.startswith(_CLOSING):
            is_closed = True
            spans.append(Span(later.start, later.start + 5))
            break
        number = _opening_ordinal(opening)
        if number == wanted:
            wanted += 1
            spans.append(Span(later.start, later.start + 5))
        elif wanted == 1 or number == 1:
            break
    count = len(spans)
    if count < 2:
        return None
    return (
        _Found(count, count, tuple(spans), "ordinals", may_fail=True)
        if is_closed or count
        else None
    )


def _opening_ordinal(opening: str) -> int:
    """The number of "First", "Thirdly", "The second" at the start of a sentence; 0 for none."""
    words = opening.lower().replace(",", " ").replace(":", " ").split()
    if words and words[0] in ("the", "and", "a"):
        words = words[1:]
    return _ORDINALS.get(words[0], 0) if words else 0


def _items(document: Document, sentence: Sentence) -> _Found | None:
    """The bulleted list right below the sentence, whose text ends in a colon or its block."""
    blocks = document.blocks
    first = sentence.block + 1
    if first >= len(blocks) or blocks[first].role is not BlockRole.ITEM:
        return None
    if sentence.end < blocks[sentence.block].end - 1:
        return None
    last, spans = first, []
    while last < len(blocks) and blocks[last].role is BlockRole.ITEM:
        if blocks[last].level == blocks[first].level:
            spans.append(Span(blocks[last].start, min(blocks[last].end, blocks[last].start + 20)))
        last += 1
    text = document.text[sentence.start : sentence.end].rstrip()
    is_whole = last + 1 >= len(blocks) or blocks[last + 1].role is not BlockRole.ITEM
    may_fail = text.endswith(":") and is_whole and len(spans) > 1
    return _Found(len(spans), len(spans), tuple(spans), "items", may_fail)


def _numbered(document: Document, sentence: Sentence) -> _Found | None:
    """The numbered headings or paragraphs below a title: "12 ways to ..." """
    blocks = document.blocks
    role = blocks[sentence.block].role
    if role not in (BlockRole.HEADLINE, BlockRole.HEADING) and sentence.block:
        return None
    wanted, spans = 1, []
    for block in blocks[sentence.block + 1 :]:
        head = document.text[block.start : block.start + 4]
        number = head.rstrip().rstrip(".):").strip()
        if (
            head[:1].isdecimal()
            and number == str(wanted)
            and head[len(number) : len(number) + 1] in (".", ")", ":")
        ):
            spans.append(Span(block.start, block.start + len(number)))
            wanted += 1
    if len(spans) < 3:
        return None
    return _Found(len(spans), len(spans), tuple(spans), "numbered", may_fail=True)
