r"""What is said to have kept a limit must lie within it.

"No more than 15 percent ... all of it complied: the wettest, at 14.7 percent"; "a maximum of 80 persons ...
72 were admitted, which was within its limit"; "an income of no more than $42,000 ... make $41,500, and
qualified". The words must set a limit and say that it was kept; what is told of another thing, or of
one that failed, is passed over.

Bad

    Moisture must be no more than 15%. All of the grain complied: the wettest, at 17.4%, was from a barn.
                                                                                  ^^^^^ 17.4% breaks the limit of at most 15%

    The room holds a maximum of 60 persons. On 14 May 72 were admitted, which was within its limit.
                                                      ^^ 72 breaks the limit of at most 60

    To qualify, a household must have an income of no more than $42,000. The Garzas make $44,500, and
                                                                                         ^^^^^^^ $44,500 breaks the limit of at most $42,000
    were told on May 3 that they qualified.

    The target is to answer in under ten seconds. In the night the average was 14 seconds; the target was met.
                                                                               ^^^^^^^^^^ 14 seconds breaks the limit of less than ten seconds

    The lease asks for at least six weeks of notice, and the landlord, in giving four weeks, complied.
                                                                                 ^^^^^^^^^^ four weeks breaks the limit of at least six weeks

Good

    Moisture must be no more than 15%. All of the grain complied: the wettest, at 14.7%, was from a barn.

    The room holds a maximum of 80 persons. On 14 May 72 were admitted, which was within its limit.

    The target is to answer in under ten seconds. In the night the average was 8 seconds; the target was met.

    The lease asks for at least three weeks of notice, and the landlord, in giving four weeks, complied.

    To qualify, a household must have an income of no more than $42,000. The Garzas make $41,500, and
    were told on May 3 that they qualified.

Passed over

    Moisture must be no more than 15%. The wettest sample, at 17.4%, did not comply.

    The room holds a maximum of 60 persons. On 14 May 72 came, and 12 were turned away to stay within the limit.

    The target is to answer in under ten seconds. It was met in March; in May the average was 14 seconds.

    Boxers must weigh no more than 147 pounds. Hale, at 149, was over the limit.

    The lease asks for at least six weeks of notice. It complied with the code of 2004.

    To qualify, a household must earn no more than $42,000. The Garzas make $44,500 and never qualified.
"""

from collections.abc import Iterator, Sequence

from figcheck.rulekit import (
    LEVELS,
    Claim,
    Document,
    Figure,
    Given,
    Grade,
    Hedge,
    Kind,
    Sentence,
    are_alike,
    are_near,
    prose,
)

code = "FC809"

_MANY = 60  # figures of a sentence that is rather a table
_UPPER = frozenset((Hedge.AT_MOST, Hedge.LESS_THAN))
_LOWER = frozenset((Hedge.AT_LEAST, Hedge.MORE_THAN))
_SETTING = frozenset(
    "must may asks requires require required limit limits maximum minimum target allows allowed permits "
    "permitted cannot rule rules holds shall needs qualify eligible standard threshold ceiling".split()
)
_KEPT = frozenset(
    "complied complies compliant qualified qualifies eligible met satisfied inside passed within".split()
)
_WITHIN = frozenset(("limit", "limits", "it", "rules", "rule", "target", "standard", "bounds"))
_BROKEN = frozenset(
    "not never failed over exceeded exceeding above broke breach breached short missed n't nor without "
    "turned refused rejected rejecting neither nobody none unless if would could away".split()
)
_CAPS = frozenset(("maximum", "limit", "ceiling", "most"))
_FLOORS = frozenset(("minimum", "least"))
_TURNS = frozenset((";", "but", "though", "and"))
_ON = 2  # sentences from a limit to what kept it
_BESIDE = 12  # words between what kept a limit and the word that says so


def relate(document: Document) -> Iterator[Claim]:
    """Each limit with the level that is said to have kept it, in its sentence or soon behind."""
    sentences = [s for s in prose(document) if len(s.figures) <= _MANY]
    for at, sentence in enumerate(sentences):
        if _SETTING.isdisjoint(sentence.vocabulary):
            continue
        for limit in sentence.figures:
            is_upper = _is_upper(sentence, limit)
            if is_upper is None or limit.value is None or limit.kind not in LEVELS:
                continue
            near = [
                s
                for s in sentences[at : at + 1 + _ON]
                if s.block == sentence.block and s.index - sentence.index <= _ON
            ]
            claim = _claim(near, limit, is_upper=is_upper)
            if claim is not None:
                yield claim


def _is_upper(sentence: Sentence, limit: Figure) -> bool | None:
    """Is it a highest limit, a lowest, or none at all?"""
    if limit.hedge in _UPPER:
        return True
    if limit.hedge in _LOWER:
        return False
    before = sentence.words[max(0, limit.place - 2) : limit.place]
    if before[-1:] == ["of"] and before[0] in _CAPS:
        return True
    return False if before[-1:] == ["of"] and before[0] in _FLOORS else None


def _claim(near: Sequence[Sentence], limit: Figure, *, is_upper: bool) -> Claim | None:
    for sentence in near:
        start = limit.place if sentence.index == limit.sentence else -1
        for at in range(start + 1, len(sentence.words)):
            if not _says_kept(sentence, at):
                continue
            level = _level(sentence, at, limit)
            if level is not None and level.value is not None and limit.value is not None:
                return _of_level(limit, level, is_upper=is_upper)
    return None


def _says_kept(sentence: Sentence, at: int) -> bool:
    words = sentence.words
    if words[at] not in _KEPT or not _BROKEN.isdisjoint(words):
        return False
    behind = words[at + 1 : at + 4]
    return words[at] not in ("within", "inside") or not _WITHIN.isdisjoint(behind)


def _level(sentence: Sentence, at: int, limit: Figure) -> Figure | None:
    """The level beside the word that says that the limit was kept."""
    found = [
        f
        for f in sentence.figures
        if f is not limit and abs(f.place - at) <= _BESIDE and _is_like(f, limit)
        if not (f.sentence == limit.sentence and f.place < limit.place)
    ]
    if len(found) != 1:
        return None
    between = sentence.words[at : found[0].place]  # empty where the level comes first
    return found[0] if _TURNS.isdisjoint(between) else None


def _is_like(figure: Figure, limit: Figure) -> bool:
    if figure.hedge is not Hedge.EXACT or figure.value is None or figure.kind is not limit.kind:
        return False
    if not {"moved", "by"}.isdisjoint(figure.roles):
        return False
    is_own = limit.kind is not Kind.COUNT or not figure.owner or figure.owner == limit.owner
    return is_own and are_alike(figure, limit) and are_near(figure, limit, 2)


def _of_level(limit: Figure, level: Figure, *, is_upper: bool) -> Claim:
    unit = limit.unit is level.unit
    value, most = level.value or 0, limit.value or 0
    holds = not unit or (value <= most if is_upper else value >= most)
    hedge = limit.hedge if limit.hedge is not Hedge.EXACT else None
    says = (hedge or (Hedge.AT_MOST if is_upper else Hedge.AT_LEAST)).replace("_", " ")
    return Claim(
        stated=level,
        term=Given(limit),
        reading="here" if limit.sentence == level.sentence else "behind",
        consistency=True,
        tie="plain",
        verdict=Grade.EXACT if holds else Grade.CONFLICT,
        message=f"{level.text} {'keeps' if holds else 'breaks'} the limit of {says} {limit.text}",
    )
