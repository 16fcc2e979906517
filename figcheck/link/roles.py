"""The roles of figures: how the words around a figure govern it.

A role is the nearest preposition on the left ("from", "to", "at", "than", "versus", ...), found by
walking left over hedges, determiners and the nouns of "a record profit of"; "moved" for the amount
of a change ("rose 5%", "a 5% rise", "5% higher", "+5%"), with its direction; "added" and "removed"
for what was put on or taken off ("an extra 5", "you save 5"); "prior" for the level of an
earlier time ("a year earlier"); "is" behind a verb of being or reaching; "bracket", "total",
"rest", "average", "each", "expected"; "ago" of a time gone by, "attribute" of a number within a word
("a 250-metre wheel").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.cues import DIRECTION, MOVES
from figcheck.document import Kind

if TYPE_CHECKING:
    from figcheck.document import Cue, Figure, Sentence

_PREPOSITIONS = {
    "from": "from", "to": "to", "by": "by", "at": "at", "of": "of", "than": "than",
    "against": "versus", "versus": "versus", "vs": "versus", "with": "with", "in": "in",
    "for": "for", "between": "between", "on": "on", "over": "over", "into": "to", "until": "to",
    "since": "from", "among": "of", "about": "about", "under": "under", "above": "above",
    "below": "below", "after": "after", "before": "before", "within": "within", "per": "per",
    "across": "of", "plus": "plus", "minus": "minus", "or": "or",
}  # fmt: skip
_HEDGES = frozenset(
    "about around some roughly approximately nearly almost just only well a an the its their his "
    "her our as many few much little up another further record estimated more less least most "
    "mere total reported whopping full good average ~ ≈ close exactly precisely even still also "
    "net provisional slightly under over than fewer initial original".split()
)
_HEDGING = frozenset(("about", "around", "over", "under", "above", "below", "than", "up"))
_BEING = frozenset(
    "was were is are be been stood stands totalled totaled reached reaches hit hits totals numbered "
    "numbers became remained remains equals equalled = : amounted measured weighed cost costs "
    "scored earned paid raised employs employed has had have sold bought recorded registered "
    "posted reported made left".split()
)
_COMPARED = frozenset(("compared", "comparison", "relative", "contrast"))
_STOPS = frozenset((",", ";", ":", ")", "—", "–", "-", '"', "“", "”", "#", "]", "and", "but"))
_REACH = 7
_REACH_OF_BY = 12
_DIRECTED = MOVES | {"higher", "lower", "more_than_comparative", "less_than_comparative"}
_RIGHT_MOVES = frozenset(name for name in _DIRECTED if not name.endswith("_verb"))
_RATING = frozenset(
    "improvement improved improves improve improving worsened worsening worsen worsens deterioration "
    "deteriorated better worse".split()
)  # whether more is better, only the subject tells
_HASTE = frozenset(("faster", "quicker", "ahead"))
_PASSIVE = frozenset(("was", "were", "is", "are", "be", "been", "being", "gets", "got"))
_OBTAINED = frozenset(("raised", "earned"))  # of shares they say a change
_RATIOS = frozenset((Kind.SHARE, Kind.FRACTION, Kind.POINTS, Kind.MULTIPLE))
_RELATING = frozenset(("that", "which", "had", "was", "were", "been"))  # "$5 that was forecast"
_SET_BESIDE = frozenset(("versus", "from", "than"))
_WITHIN = frozenset(("in", "for"))
_PLACED = frozenset(("placed_above", "placed_below"))
_ON_TOP = frozenset(("added", "removed"))
_SIGNED = frozenset((Kind.COUNT, Kind.SHARE, Kind.MONEY, Kind.POINTS, Kind.MEASURE))
_LEVEL_ROLES = frozenset(("from", "to", "at", "is", "than", "versus", "of"))
_GONE = (["ago"], ["earlier"], ["later"], ["before"], ["after"], ["afterwards"])
_NAMING = frozenset((Kind.COUNT, Kind.MEASURE, Kind.DURATION, Kind.FRACTION))
_TIMES = frozenset(("x", "*", "×", "\\"))
_LONGEST_SIGN = 2  # items: a star may be written with a backslash before it
_TAGS = {"rest": "rest", "average": "average", "total_after": "total", "expected": "expected"}


def attach_roles(sentence: Sentence) -> None:
    """Give every figure of a linked sentence its roles and direction."""
    ends: dict[int, list[Cue]] = {}
    starts: dict[int, list[Cue]] = {}
    for cue in sentence.cues:
        ends.setdefault(cue.to, []).append(cue)
        starts.setdefault(cue.at, []).append(cue)
    for figure in sentence.figures:
        roles: set[str] = set()
        _look_left(sentence, figure, ends, roles)
        _look_right(sentence, figure, starts, roles)
        _take_sign(sentence.words, figure, roles)
        _take_place(sentence, figure, roles)
        if figure.kind is Kind.MONEY and "moved" in roles and roles & _SET_BESIDE:
            roles.discard("moved")  # "compared with a loss of $45 million": a level
            figure.direction = 0
        figure.roles = frozenset(roles)
    _attach_prior(sentence)


def _look_left(
    sentence: Sentence, figure: Figure, ends: dict[int, list[Cue]], roles: set[str]
) -> None:
    words = sentence.words
    at, near = figure.place - 1, True
    stop = max(-1, figure.place - 1 - _REACH)
    while at > stop:
        word = words[at]
        is_obtained = near and word in _OBTAINED and _is_obtained(words, at, figure)
        for cue in () if is_obtained else ends.get(at + 1, ()):
            _take_cue(figure, cue, roles, near, words)
        if word in ("(", "["):
            roles.add("bracket")
            return
        if word in _STOPS:
            if word == ":":
                roles.add("colon")
            return
        if word in _PREPOSITIONS and not _is_hedge(words, at, figure.place):
            role = _PREPOSITIONS[word]
            if roles == {"of"} and word in _WITHIN:
                at -= 1
                continue  # "a decline for the year of 9 to 12 percent"
            roles.add("versus" if at and words[at - 1] in _COMPARED else role)
            if role == "by":
                _move_before(sentence, figure, at, ends, roles)
            if role not in ("of", "or"):
                return
            near = False
        elif near and word in _BEING:
            roles.add("is")
            return
        elif "moved" in roles and near:
            return
        if word not in _HEDGES:
            near = False
        at -= 1


def _move_before(
    sentence: Sentence, figure: Figure, by: int, ends: dict[int, list[Cue]], roles: set[str]
) -> None:
    """The word of change that "by 40 percent" measures: in its clause, no figure between."""
    for at in range(by, max(-1, by - _REACH_OF_BY), -1):
        if sentence.words[at] in ("#", ";", ":", "(", ")"):
            return
        for cue in ends.get(at, ()):
            is_set_over = cue.name in _PLACED and sentence.words[cue.at] in ("up", "down")
            if cue.name in MOVES or is_set_over:  # "down on last year by 400"
                roles.add("moved")
                figure.direction = _direction(figure, cue, sentence.words)
                return


def _direction(figure: Figure, cue: Cue, words: list[str]) -> int:
    """Up or down; neither of an improvement, and of a time that is faster, down."""
    word = words[cue.to - 1]
    if word in _RATING:
        return 0
    sign = DIRECTION[cue.name]
    return -sign if figure.kind is Kind.DURATION and word in _HASTE else sign


def _is_obtained(words: list[str], at: int, figure: Figure) -> bool:
    """ "raised $5 million": an amount that was got, where nothing else was raised by it."""
    return figure.kind not in _RATIOS and not (at and words[at - 1] in _PASSIVE)


def _take_place(sentence: Sentence, figure: Figure, roles: set[str]) -> None:
    """What the words right about a figure say of its place: a time gone by, or part of a name."""
    words, place = sentence.words, figure.place
    if figure.kind is Kind.DURATION and words[place + 1 : place + 2] in _GONE:
        roles.add("ago")
    if figure.kind in _NAMING and _is_attribute(words, figure):
        roles.add("attribute")


def _is_attribute(words: list[str], figure: Figure) -> bool:
    """ "The 32-item form", "a 250-metre wheel", "the top-three maker": a number within a word?"""
    text, place = figure.text, figure.place
    if "-" in text[1:] and text[0].isdigit() and text[-1].isalpha():
        return True
    after, before = words[place + 1 : place + 3], words[max(0, place - 2) : place]
    if _is_factor(words, place):
        return True
    ends_word = before[-1:] == ["-"] and before[0].isalpha() and len(before) == 2
    return (after[:1] == ["-"] and after[-1].isalpha()) or ends_word


def _is_factor(words: list[str], place: int) -> bool:
    """ "The 4 x 100 metres", "2 * 15 = 30": does a sign of times tie the figure to another one?"""
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(words) and words[at] in _TIMES and abs(at - place) <= _LONGEST_SIGN:
            at += step
        if at != place + step and 0 <= at < len(words) and words[at] == "#":
            return True
    return False


def _take_sign(words: list[str], figure: Figure, roles: set[str]) -> None:
    """A number with a sign, "+18" or "-2.9%", is a change, unless a preposition says a level."""
    value = figure.value
    if value is None or roles & _LEVEL_ROLES or "moved" in roles or figure.kind not in _SIGNED:
        return
    at = figure.place
    has_plus = words[at - 1] == "+" and (at < 2 or words[at - 2] != "#")
    if has_plus or (value < 0 and figure.unit is None) or (value < 0 and figure.kind in _RATIOS):
        roles.add("moved")
        figure.direction = 1


def _is_hedge(words: list[str], at: int, place: int) -> bool:
    """Is the preposition part of a bound ("over 50", "more than 50") and not of a comparison?"""
    word = words[at]
    if word not in _HEDGING or place - at > 2:
        return False
    if word == "than":
        return at >= 2 and words[at - 2] != "#" and words[at - 1] in ("more", "less", "fewer")
    return word != "over" or not (at and words[at - 1] == "#")


def _take_cue(figure: Figure, cue: Cue, roles: set[str], near: bool, words: list[str]) -> None:
    """What a cue that ends on the left of the figure makes of it."""
    name = cue.name
    if name in _TAGS and (near or "of" in roles):
        roles.add(_TAGS[name])
    moves = name in MOVES and (near or (roles & {"of", "by"} and not roles & {"from", "to", "at"}))
    if moves and not roles & {"moved", "gap"}:
        roles.add("moved" if DIRECTION[name] else "gap")
        figure.direction = _direction(figure, cue, words)
    elif name in _ON_TOP and near and not roles & {"moved", "gap"} and words[cue.at] != "new":
        roles.add(name)
        figure.direction = DIRECTION[name]


def _look_right(
    sentence: Sentence, figure: Figure, starts: dict[int, list[Cue]], roles: set[str]
) -> None:
    """A noun or comparative of change behind the figure: "a 12% pay rise", "5% higher"."""
    words = sentence.words
    for at in range(figure.place + 1, min(figure.place + 5, len(words))):
        for cue in starts.get(at, ()):
            if cue.name in _RIGHT_MOVES and not roles & {"moved", "gap"}:
                if cue.name not in MOVES and at > figure.place + 2 + 2 * _is_rate(words, figure):
                    continue
                roles.add("moved" if DIRECTION[cue.name] else "gap")
                figure.direction = _direction(figure, cue, words)
            elif cue.name in _ON_TOP and not roles & {"moved", "gap", "from", "to"}:
                closes = cue.to >= len(words) or not words[cue.to].isalpha()
                if (cue.name == "removed" and closes) or at == figure.place + 1:
                    roles.add(cue.name)
                    figure.direction = figure.direction or DIRECTION[cue.name]
            elif cue.name == "expected" and _RELATING.issuperset(words[figure.place + 1 : at]):
                roles.add("expected")
            elif cue.name == "each" and at == figure.place + 1:
                roles.add("each")
            elif cue.name == "rest" and at <= figure.place + 2:
                roles.add("rest")
            elif cue.name == "total_after" and at <= figure.place + 2:
                roles.add("total")
        if (words[at] in _STOPS or words[at] in _PREPOSITIONS) and words[at] != "-":
            return


def _is_rate(words: list[str], figure: Figure) -> bool:
    """ "£45 a week more": may two words tell what the figure is per?"""
    return figure.per is not None and words[figure.place + 1] in ("a", "an", "per", "each", "every")


def _attach_prior(sentence: Sentence) -> None:
    """A phrase of an earlier time marks the figure behind it where it opens a clause, else the one before."""
    words = sentence.words
    for cue in sentence.cues:
        if cue.name != "prior":
            continue
        opens = cue.at == 0 or words[cue.at - 1] in _OPENERS
        first, second = (_after, _before) if opens else (_before, _after)
        figure = first(sentence, cue) or second(sentence, cue)
        if figure is not None:
            figure.roles |= {"prior"}


_OPENERS = frozenset(
    (",", ";", ":", "(", "—", "–", "and", "but", "while", "from", "of", "in", "to", "than")
)
_NO_LEVELS = frozenset(
    ("date", "duration", "ordinal", "label", "clock", "age", "fraction", "multiple")
)


def _before(sentence: Sentence, cue: Cue) -> Figure | None:
    """The figure that "... 64 cents a share, a year earlier" speaks of."""
    words = sentence.words
    for place in range(cue.at - 1, max(-1, cue.at - 9), -1):
        if words[place] == "#":
            found = sentence.figure_at[place]
            return (
                found if found.kind.value not in _NO_LEVELS and "moved" not in found.roles else None
            )
        if words[place] in (";", ":", "while", "but"):
            return None
    return None


def _after(sentence: Sentence, cue: Cue) -> Figure | None:
    words = sentence.words
    for place in range(cue.to, min(cue.to + 12, len(words))):
        if words[place] == "#":
            found = sentence.figure_at[place]
            if found.kind.value in _NO_LEVELS or "moved" in found.roles:
                continue
            return found
        if words[place] in (";", ":", "while", "but"):
            return None
    return None
