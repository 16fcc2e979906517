r"""A rank must fit the number ranked, the names ahead of it and the figures given for it.

"14th of 12"; "the fourth-largest, behind only Arden and Holt"; "412 entries, a record; the previous
best was 415"; "Arden leads with 24 percent, followed by Holt with 31 percent".

Bad

    The school slipped to 14th of 12 in the county table.
                          ^^^^ 12

    It is the fourth-largest reservoir in the valley, behind only Arden Water and Holt Mere.
              ^^^^^^ 2 ahead

    The fair drew 412 entries, a record. The previous best was 415.
                  ^^^ not above 415

    Arden Mills leads the market with 24 percent, followed by Holt Foods with 31 percent.
                                      ^^^^^^^^^^ not above 31 percent

    The swimmer came second, behind Ines Vidal, Maja Lind and Ada Okafor.
                     ^^^^^^ 3 ahead

    The largest gift was $1.3 million. The second-largest, from a brewer, came to $1.9 million.
                         ^^^^^^^^^^^^ not above $1.9 million

    Lake Moru is the second deepest in the land at 310 metres, exceeded by Tal (442 metres) and
                     ^^^^^^ second with 2 ahead
    Ishim (338 metres).

Good

    Lake Moru is the third deepest in the land at 310 metres, exceeded by Tal (442 metres) and
    Ishim (338 metres).

    The school slipped to 11th of 12 in the county table.

    It is the third-largest reservoir in the valley, behind only Arden Water and Holt Mere.

    The fair drew 415 entries, a record. The previous best was 412.

    Arden Mills leads the market with 31 percent, followed by Holt Foods with 24 percent.

    The largest gift was $1.9 million. The second-largest, from a brewer, came to $1.3 million.

Passed over

    She came fifth, behind Ines Vidal and Maja Lind.

    He ran it in a record 12.4 seconds. The previous best was 12.6 seconds.

    It is the fourth of July that 12 towns keep.

    The lowest bid was $1.3 million, followed by one of $1.9 million.

    A third of 12 voters would go.

    The visit was the second of 12, followed by 40 letters.
"""

from collections.abc import Iterator

from figcheck.rulekit import (
    LEVELS,
    Claim,
    Const,
    Document,
    Figure,
    Given,
    Kind,
    Op,
    Sentence,
    Span,
    Term,
    are_alike,
    are_near,
    decided,
    judge,
    list_from,
    prose,
)  # fmt: skip

code = "FC807"

_KINDS = LEVELS
_FAR = 5  # times; figures farther apart are hardly ranked against each other
_REACH = 16  # items between a rank and what stands ahead of it
_BESIDE = 6  # items between a figure and ", followed by"
_NEXT = 3  # sentences in which a second follows a first
_OF = (["of"], ["out", "of"], ["of", "the"], ["out", "of", "the"], ["of", "all"], ["among"])
_BEHIND = frozenset(("behind", "after", "trailing", "exceeded", "surpassed", "outranked"))
_ENDS = frozenset((".", ";", "with", "while", "which", "who", "in", "from"))
_NAME = 6  # words of a name, with the "and" before it
_ONLY = frozenset(("only", "just"))
_EARLIER = frozenset(("previous", "old", "former", "earlier", "last"))
_BEST = frozenset(("best", "record", "high", "mark", "peak", "highest"))
_LEAST = frozenset(
    "lowest low least fewest smallest cheapest shortest fastest quickest youngest lightest slowest worst "
    "poorest lows minimum losses loss latest earliest".split()
)
_MOST = frozenset(
    "highest largest biggest longest heaviest tallest leading leads led lead topped tops top dearest "
    "richest greatest most winner oldest best".split()
)
_LENGTHS = frozenset((Kind.DURATION, Kind.AGE))


def relate(document: Document) -> Iterator[Claim]:
    """Each rank, record and order of size."""
    for sentence in prose(document):
        ranks = []
        if Kind.ORDINAL in sentence.kinds:
            ranks = [f for f in sentence.figures if f.kind is Kind.ORDINAL and f.value is not None]
        for figure in ranks:
            yield from _of_number(sentence, figure)
            yield from _behind(document, sentence, figure)
        words = sentence.vocabulary
        has_second = any(figure.value == 2 for figure in ranks)
        if has_second or not words.isdisjoint(("followed", "second", "next")):
            yield from _followed(document, sentence)
        if "record" in words or "best" in words:
            yield from _record(document, sentence)


def _of_number(sentence: Sentence, rank: Figure) -> Iterator[Claim]:
    """ "14th of 12", "third out of the five"."""
    words, place = sentence.words, rank.place
    for size in (1, 2, 3):
        other = sentence.figure_at.get(place + size + 1)
        if other is None or words[place + 1 : place + size + 1] not in _OF:
            continue
        is_number = other.kind is Kind.COUNT and other.unit is None and isinstance(other.value, int)
        if is_number and rank.value is not None and rank.value > 1:
            holds = rank.value <= (other.value or 0)
            says = f"{rank.text} is among {other.text}"
            fails = f"{rank.text} is beyond the last of {other.text}"
            yield _decided("of number", rank, Given(other), holds, says, fails)
        return


def _behind(document: Document, sentence: Sentence, rank: Figure) -> Iterator[Claim]:
    """ "fourth-largest, behind only Arden and Holt": as many ahead as the rank leaves room for."""
    words, place = sentence.words, rank.place
    at = next(
        (k for k in range(place + 1, min(place + _REACH, len(words) - 1)) if words[k] in _BEHIND),
        -1,
    )
    between = [sentence.figure_at[k] for k in range(place + 1, at) if k in sentence.figure_at]
    if at < 0 or len(between) > 1 or (between and not _in_brackets(sentence, at)):
        return
    bracketed = _in_brackets(sentence, at)
    if bracketed:
        yield from _ahead(rank, bracketed)
        return
    is_only = words[at + 1] in _ONLY
    found = list_from(document, sentence, at + 1 + is_only)
    if found is None or not (found.is_joined and found.are_names) or found.has_figures:
        return
    ahead = int(rank.value or 0) - 1
    holds = found.least <= ahead <= found.most
    if holds or ahead < found.least or is_only:
        number = ahead if holds else found.least
        yield _with_ahead("behind", rank, number, found.least, holds, found.spans)


def _in_brackets(sentence: Sentence, at: int) -> list[Figure]:
    """The sizes of "behind Warburn (112) and Crust & Co (61)", where each name has one."""
    words, found = sentence.words, list[Figure]()
    for figure in sentence.figures:
        if figure.place < at:
            continue
        last = found[-1].place + 2 if found else at + 1
        between = words[last : figure.place - 1]
        is_bracketed = words[figure.place - 1] == "(" and words[
            figure.place + 1 : figure.place + 2
        ] == [")"]
        if not is_bracketed or len(between) > _NAME or not _ENDS.isdisjoint(between):
            break
        found.append(figure)
    return found if len(found) > 1 or not found else []


def _ahead(rank: Figure, ahead: list[Figure]) -> Iterator[Claim]:
    """As many ahead as have their size told in brackets."""
    holds = rank.value == len(ahead) + 1
    spans = tuple(figure.span for figure in ahead)
    yield _with_ahead("behind sizes", rank, len(ahead), len(ahead), holds, spans)


def _with_ahead(
    reading: str, rank: Figure, ahead: int, least: int, holds: bool, spans: tuple[Span, ...]
) -> Claim:
    says = f"{rank.text} with {ahead} ahead"
    term = Const(least, f"{least} ahead")
    claim = _decided(reading, rank, term, holds, says, says)
    claim.amended, claim.related = least + 1, () if holds else spans
    return claim


def _decided(reading: str, rank: Figure, term: Term, holds: bool, says: str, fails: str) -> Claim:
    return decided(rank, term, holds, says, fails, reading=reading, tie="plain", consistency=True)


def _record(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """ "412 entries, a record. The previous best was 415."."""
    for at, word in enumerate(sentence.words):
        if (
            word not in _BEST
            or not at
            or not _EARLIER.intersection(sentence.words[max(0, at - 2) : at])
        ):
            continue
        old = _nearest(sentence, at, like=None)
        if old is None:
            return
        new = _record_before(document, sentence, at, old)
        if new is not None:
            yield from _above("record", new, old, sentence)
        return


def _nearest(sentence: Sentence, at: int, like: Figure | None) -> Figure | None:
    """The first level behind an item, within its reach."""
    for place in range(at + 1, min(at + _REACH, len(sentence.words))):
        figure = sentence.figure_at.get(place)
        if figure is not None and figure.kind in _KINDS and figure.value:
            return figure if like is None or are_alike(figure, like) else None
        if sentence.words[place] == ";":
            return None
    return None


def _record_before(document: Document, sentence: Sentence, at: int, old: Figure) -> Figure | None:
    """The level that is called a record before the previous best: here or in the sentence before."""
    here = [
        f for f in sentence.figures if f.place < at and f.kind is old.kind and are_alike(f, old)
    ]
    if here and "record" in sentence.words[: max(0, at - 1)]:
        return here[0]
    if not sentence.index:
        return None
    before = document.sentences[sentence.index - 1]
    if before.block != sentence.block or "record" not in before.words:
        return None
    return next((f for f in before.figures if f.kind is old.kind and are_alike(f, old)), None)


def _followed(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """ "leads with 24 percent, followed by ... 31 percent"; a largest, and a second-largest."""
    words = sentence.words
    for at in range(1, len(words) - 1):
        if words[at] == "followed" and words[at + 1] == "by":
            before = words[max(0, at - 30) : at]
            if _MOST.isdisjoint(before):
                return
            first = _last_before(sentence, at)
            second = _nearest(sentence, at, like=first) if first is not None else None
            if first is not None and second is not None:
                yield from _above("followed by", first, second, sentence)
            return
    yield from _second(document, sentence)


def _last_before(sentence: Sentence, at: int) -> Figure | None:
    for place in range(at - 1, max(-1, at - _BESIDE), -1):
        figure = sentence.figure_at.get(place)
        if figure is not None:
            return figure if figure.kind in _KINDS and figure.value else None
    return None


def _second(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """ "The largest gift was $1.9 million. The second-largest ... came to $1.3 million."."""
    rank = next((f for f in sentence.figures if f.kind is Kind.ORDINAL and f.value == 2), None)
    if rank is None or rank.place > 2:
        return
    after = sentence.words[rank.place + 1 : rank.place + 4]
    if _MOST.isdisjoint(after) and after[:1] not in (["in"], ["came"], ["was"], ["is"]):
        return
    second = _nearest(sentence, rank.place, like=None)
    if second is None:
        return
    first_index = max(0, sentence.index - _NEXT)
    for before in reversed(document.sentences[first_index : sentence.index]):
        opening = before.words[:6]
        if not _MOST.isdisjoint(opening) and before.figures:
            first = next(
                (f for f in before.figures if f.kind in _KINDS and are_alike(f, second)), None
            )
            if first is not None and first.value:
                yield from _above("second", first, second, before)
            return


def _above(reading: str, first: Figure, second: Figure, sentence: Sentence) -> Iterator[Claim]:
    """The first must lie above the second, unless the least comes first."""
    is_turned = first.kind in _LENGTHS or not _LEAST.isdisjoint(sentence.words[:60])
    claim = Claim(
        stated=first,
        term=Given(second),
        op=Op.ABOVE,
        reading=reading,
        consistency=True,
        tie="fair" if reading == "followed by" else "plain",
    )
    if judge(claim) <= claim.accepts or (are_near(first, second, _FAR) and not is_turned):
        yield claim
