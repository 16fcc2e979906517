"""Movement: what the words say of a change and the two levels that it may be a change of.

Marks of the evidence, for the rules of change: whether the levels lie as the change says, and
whether the level that follows the change at once is one of them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from figcheck.document import Kind
from figcheck.link.surroundings import stems_about, telling_stems

if TYPE_CHECKING:
    from figcheck.document import Figure, Sentence
    from figcheck.reading import Frame

MOVEMENT_MARKS = (
    ("move.agrees", "move.opposes", "move.unsigned"),
    ("lead.own", "lead.other", "lead.none"),
)
_LEADING = frozenset(("from", "to"))
_OLD = frozenset(("from", "prior", "than", "versus", "below", "above"))
_UNLED = frozenset((Kind.DATE, Kind.CLOCK, Kind.ORDINAL, Kind.LABEL))
_REACH = 9  # items behind a change in which its level may follow
_PERIODS = frozenset(("past", "last", "previous", "next", "preceding", "first"))
_MOVING = frozenset(("rise_verb", "fall_verb"))
_GOING_ON = frozenset("and to then have has had was were be been is are or but".split())
_ASIDE = 8  # items before a change in which "whose" may open an aside
_APART = frozenset((";", ":", "—", "while", "but", "whereas"))


def movement(frame: Frame, sign: int) -> tuple[str, ...]:
    """The marks of a change up (1), down (-1) or either (0) with its new and old level."""
    new, old = frame["new"], frame["old"]
    return _course(new, old, sign), _lead(frame)


def _course(new: Figure, old: Figure, sign: int) -> str:
    """Does the new level lie where the direction of the change puts it?"""
    if not sign:
        return "move.unsigned"
    return "move.agrees" if (_size(new) > _size(old)) is (sign > 0) else "move.opposes"


def is_ordered(frame: Frame, sign: int) -> bool:
    """Do the levels lie as the change says, or else do the words around them tell which is which?"""
    new, old = frame["new"], frame["old"]
    if _course(new, old, sign) != "move.opposes":
        return True
    return not _OLD.isdisjoint(old.roles) or "to" in new.roles


def _size(figure: Figure) -> Fraction:
    return Fraction(figure.value or 0) * Fraction(figure.unit.factor if figure.unit else 1)


def _lead(frame: Frame) -> str:
    """Is the level that follows the change at once, "rose 5% to 40", one of the two?"""
    stated, sentence = frame.stated, frame.sentence
    words, figures = sentence.words, sentence.figure_at
    for place in range(stated.place + 1, min(stated.place + _REACH, len(words))):
        if words[place] in _APART:
            break
        figure = figures.get(place)
        if figure is None or figure.kind in _UNLED:
            continue
        if _LEADING.isdisjoint(figure.roles):
            break
        return "lead.own" if figure in (frame["new"], frame["old"]) else "lead.other"
    return "lead.none"


def is_told(frame: Frame) -> bool:
    """Is the change said to have happened to levels that stood, not only to have been wished?

    "promised a cut of a third" is no change of levels told before it, and a price that has been
    "as high as $84.90" was there between the two.
    """
    sentences = frame.document.sentences
    levels = frame["new"], frame["old"]
    if any(_is_passing(sentences[level.sentence].words, level.place) for level in levels):
        return False
    if any(_is_period(level, sentences[level.sentence].words) for level in levels):
        return False
    if (
        _are_of_two(frame)
        or _has_own_object(frame)
        or _is_included(frame)
        or _moved_by_another(frame, levels)
        or _is_aside(frame, levels)
    ):
        return False
    words, place = frame.sentence.words, frame.stated.place
    if not _MORE.isdisjoint(words[max(0, place - 2) : place]):
        return False  # "and then took another 20% off": from a level that is not told
    wish = next(
        (at for at in range(place - 1, max(-1, place - _WISHED), -1) if words[at] in _WISHES), -1
    )
    return wish < 0 or all(f.sentence == frame.stated.sentence and f.place > wish for f in levels)


def _are_of_two(frame: Frame) -> bool:
    """ "Sales were $72 million. Operating profit was $7 million, down 80%": levels of two things?"""
    new, old = frame["new"], frame["old"]
    if new.sentence == old.sentence:
        return False
    one, other = (_subject(frame.document.sentences[f.sentence], f) for f in (new, old))
    return bool(one and other) and one.isdisjoint(other)


def _has_own_object(frame: Frame) -> bool:
    """ "An 18-point increase in gross margin": of what neither level of another sentence is?"""
    stated, levels = frame.stated, (frame["new"], frame["old"])
    words = frame.sentence.words
    behind = words[stated.place + 1 : stated.place + 2 + _LONGEST_SUBJECT]
    if "in" not in behind[:3] or all(level.sentence == stated.sentence for level in levels):
        return False
    named = behind[behind.index("in") + 1 :]
    end = next((k for k, word in enumerate(named) if not word.isalpha()), len(named))
    stems = telling_stems(named[:end])
    sentences = frame.document.sentences
    return bool(stems) and all(
        stems.isdisjoint(stems_about(sentences[level.sentence], level)) for level in levels
    )


def _subject(sentence: Sentence, figure: Figure) -> frozenset[str]:
    """The telling stems of the subject of a level: of "Net sales were $72 million", those of sales."""
    words = sentence.words
    for at in range(figure.place - 1, max(-1, figure.place - _NEAR_VERB), -1):
        if words[at] in _STANDING:
            before = words[max(0, at - _LONGEST_SUBJECT) : at]
            return telling_stems(before) if "#" not in before and "," not in before else frozenset()
        if words[at] in ("#", ",", ";"):
            return frozenset()
    return frozenset()


_NEAR_VERB = 4
_LONGEST_SUBJECT = 6
_STANDING = frozenset("was were is are stood totalled totaled reached came".split())


def _is_included(frame: Frame) -> bool:
    """ "to 3 percent from 5.25 in September, including a hefty 1.25 points last month": a part."""
    words, place = frame.sentence.words, frame.stated.place
    return "including" in words[max(0, place - 4) : place]


def _moved_by_another(frame: Frame, levels: tuple[Figure, Figure]) -> bool:
    """ "up 4 percent, said net income declined to $157 million from $207 million": another change?

    The verb right before the levels, with a subject of its own, states no size; a participle or a
    verb behind "and" goes on about what has moved.
    """
    stated, words = frame.stated, frame.sentence.words
    first = min(level.place for level in levels)
    if any(level.sentence != stated.sentence for level in levels) or first < stated.place:
        return False
    return any(
        stated.place < cue.at < first
        and cue.name in _MOVING
        and not words[cue.at].endswith("ing")
        and words[cue.at - 1].isalpha()
        and words[cue.at - 1] not in _GOING_ON
        for cue in frame.sentence.cues
    )


def _is_aside(frame: Frame, levels: tuple[Figure, Figure]) -> bool:
    """Is the change one of "whose shares fell 4 percent,", the levels told behind it?"""
    stated, words = frame.stated, frame.sentence.words
    if any(f.sentence != stated.sentence or f.place < stated.place for f in levels):
        return False
    opening = words[max(0, stated.place - _ASIDE) : stated.place]
    first = min(level.place for level in levels)
    return "whose" in opening and "," in words[stated.place : first]


def _is_period(figure: Figure, words: list[str]) -> bool:
    """ "growth in the previous ten years": a time in which something happened is no level."""
    before = words[max(0, figure.place - 1) : figure.place]
    return figure.kind is Kind.DURATION and not _PERIODS.isdisjoint(before)


def _is_passing(words: list[str], place: int) -> bool:
    before = words[max(0, place - 3) : place]
    if before in (["as", "high", "as"], ["as", "low", "as"]):
        return True
    # "up 1 percent to $48.19 after hitting $46.94": where it was between the two
    return "hitting" in words[max(0, place - 6) : place]


_MORE = frozenset(("another", "further"))
_WISHED = 8  # items before a change in which the word of a wish may stand
_WISHES = frozenset(
    "promised promises promise pledged pledge demanded demanding demand wanted wants want sought "
    "seeking hoped hoping hopes aimed aims aiming proposed proposes threatened urged".split()
)
