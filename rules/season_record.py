r"""A season's games, points and goals must follow from each other.

"Played 38, won 21, drew 9, lost 8": the games won, drawn and lost are the games played. Twenty-one wins
and nine draws are 72 points at three for a win, 51 at two. The goal difference is the goals for less
those against, told in one sentence or in the lines of a list.

Bad

    Played 38, won 21, drew 9, lost 10: not bad for a side without a striker.
           ^^ 21 + 9 + 10 = 40, not 38

    With 21 wins and nine draws they finished on 62 points, and nobody complained.
                                                 ^^^^^^^^^ 72 or 51 points, not 62

Bad (markdown)

    - Goals for: 61
    - Goals against: 43
    - Goal difference: 28
                       ^^ 61 − 43 = 18, not 28

Bad

    They scored 61 goals and let in 43, a goal difference of 28.
                                                             ^^ 61 − 43 = 18, not 28

    Won 14, drawn 6 and lost 8 of the 30 games played, the Rams stayed up by a whisker.
                                      ^^ 14 + 6 + 8 = 28, not 30

Good

    Played 38, won 21, drew 9, lost 8: not bad for a side without a striker.

    With 21 wins and nine draws they finished on 72 points, and nobody complained.

    They scored 61 goals and let in 43, a goal difference of 18.

    In the old days 21 wins and nine draws came to 51 points.

Good (markdown)

    - Goals for: 61
    - Goals against: 43
    - Goal difference: 18

Passed over

    They won 21 and lost 8, with three games still to play of 38.

    With 21 wins and nine draws, less 10 points for going bust, they finished on 62 points.

    They won 12 of the 20 games played at home and lost 3.

    With five wins and a draw from ten games they have 40 points from last season to match.

    They scored 61 goals and let in 43, and last year had a goal difference of 28.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from figcheck.rulekit import (
    Claim,
    Document,
    Figure,
    Kind,
    Sentence,
    decided,
    prose,
)  # fmt: skip

code = "FC826"

_MANY = 60  # figures of a sentence that is rather a table
_PARTS = {
    "won": "won", "win": "won", "wins": "won", "victories": "won", "victory": "won",
    "drew": "drawn", "drawn": "drawn", "draws": "drawn", "draw": "drawn", "tied": "drawn",
    "lost": "lost", "losses": "lost", "defeats": "lost", "loss": "lost", "defeat": "lost",
    "played": "played",
}  # fmt: skip
_VERBS = frozenset(("won", "drew", "drawn", "lost", "played", "tied"))
_NOUNS = frozenset(_PARTS) - _VERBS | {"played"}
_OTHER = frozenset(
    "deducted deduction less docked last previous ago remaining left still record bonus behind clear "
    "ahead short adrift home away".split()
)
_LINES = 6
_OF_LAST = 6  # words before a difference in which "last" may stand
_NEAR = 12  # words between the goals and their difference
_BEHIND = 5  # words behind the points that may say whose they are
_MOST = 60  # games of a season


class _Part(NamedTuple):
    figure: Figure
    name: str

    @property
    def value(self) -> int:
        return int(self.figure.value or 0)


def relate(document: Document) -> Iterator[Claim]:
    """The games and points of each sentence, and the goals of a sentence or of a list of lines."""
    sentences = [s for s in prose(document) if len(s.figures) <= _MANY]
    for at, sentence in enumerate(sentences):
        parts = _parts(sentence)
        if len(parts) > 1:
            yield from _games(parts)
            yield from _points(sentence, parts)
        if "difference" in sentence.vocabulary and "goal" in sentence.vocabulary:
            yield from _difference(sentences[max(0, at - _LINES) : at], sentence)


def _parts(sentence: Sentence) -> list[_Part]:
    """The counts of games won, drawn, lost and played: "won 21", "nine draws"."""
    if sentence.vocabulary.isdisjoint(_PARTS):
        return []
    words, found = sentence.words, []
    for figure in sentence.figures:
        if figure.kind is not Kind.COUNT or not isinstance(figure.value, int):
            continue
        before = [word for word in words[max(0, figure.place - 2) : figure.place] if word != ":"]
        after = words[figure.place + 1 : figure.place + 3]
        name = ""
        if before[-1:] and before[-1] in _VERBS:
            name = _PARTS[before[-1]]
        elif after and after[0] in _NOUNS:
            name = _PARTS[after[0]]
        elif after[:1] == ["games"] and after[1:] == ["played"]:
            name = "played"
        if name and figure.value <= _MOST:
            found.append(_Part(figure, name))
    return found


def _games(parts: Sequence[_Part]) -> Iterator[Claim]:
    """Won, drawn and lost, each told once, make up the games played."""
    named = {part.name: part for part in parts}
    if len(named) != len(parts) or len(named) != len(set(_PARTS.values())):
        return
    played = named.pop("played")
    total = sum(part.value for part in named.values())
    shown = f"{' + '.join(part.figure.text for part in named.values())} = {total}"
    figures = tuple(part.figure for part in named.values())
    yield _claim(played.figure, figures, shown, total == played.value, "games")


def _points(sentence: Sentence, parts: Sequence[_Part]) -> Iterator[Claim]:
    """Three points, or two, for a win and one for a draw."""
    named = {part.name: part for part in parts}
    points = [
        figure
        for figure in sentence.figures
        if figure.kind is Kind.POINTS or figure.owner == "point"
        if isinstance(figure.value, int) and figure.place > max(p.figure.place for p in parts)
    ]
    if len(points) != 1 or not {"won", "drawn"} <= named.keys():
        return
    won, drawn = named["won"], named["drawn"]
    about = sentence.words[max(0, parts[0].figure.place - 4) : points[0].place + _BEHIND]
    if not _OTHER.isdisjoint(about):
        return
    sums = [3 * won.value + drawn.value, 2 * won.value + drawn.value]
    value = int(points[0].value or 0)
    if won.value <= 2 or not sums[1] / 2 < value < 2 * sums[0]:
        return
    figures = (won.figure, drawn.figure)
    fails = f"{sums[0]} or {sums[1]} points, not {points[0].text}"
    each = 2 if value == sums[1] else 3
    says = f"{each} × {won.figure.text} + {drawn.figure.text} = {value}"
    holds = value in sums
    yield decided(points[0], figures, holds, says, fails, reading="points", tie="plain")


def _difference(before: Sequence[Sentence], sentence: Sentence) -> Iterator[Claim]:
    """The goals for and against, and what lies between them."""
    words = sentence.words
    at = words.index("difference")
    if "last" in words[max(0, at - _OF_LAST) : at]:
        return  # "last year it had a goal difference of 28"
    stated = [f for f in sentence.figures if 0 < f.place - at <= 3 and isinstance(f.value, int)]
    if len(stated) != 1 or not _OTHER.isdisjoint(words):
        return
    goals = [f for f in sentence.figures if 0 < at - f.place <= _NEAR and f.kind is Kind.COUNT]
    if goals and not any(figure.owner == "goal" for figure in goals):
        return
    reading = "difference"
    if not goals:
        lines = [s for s in before if len(s.figures) == 1 and "goals" in s.vocabulary]
        goals = [s.figures[0] for s in lines if s.figures[0].kind is Kind.COUNT]
        reading = "difference of lines"
    if len(goals) != 2:
        return
    one, other = (int(figure.value or 0) for figure in goals)
    shown = f"{goals[0].text} − {goals[1].text} = {one - other}"
    holds = abs(one - other) == abs(stated[0].value or 0)
    yield _claim(stated[0], tuple(goals), shown, holds, reading)


def _claim(
    stated: Figure, figures: tuple[Figure, ...], shown: str, holds: bool, reading: str
) -> Claim:
    return decided(stated, figures, holds, shown, reading=reading, tie="plain")
