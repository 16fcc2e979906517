r"""The games, sets or votes that a score counts must be as many as the text says.

"Won the series 4-2 ... it went to six games"; "by 6-3 the court, all nine of its judges sitting"; "6-4,
3-6, 7-5 ... the three sets"; "a 10-7 win in the seventeenth frame". Where some abstained, drew or
stayed away, the number may be the greater.

Bad

    The Elks took the series 4-2. It went to seven games, and three of those to overtime.
                                             ^^^^^ 4 + 2 = 6, not seven

    By 5-3 the court, all nine of its judges sitting, held that the treaty had been broken.
                          ^^^^ 5 + 3 = 8, not nine

    She came through 6-4, 3-6, 7-5 on a clay court. The two sets left her with blisters.
                                                        ^^^ 3 sets are listed, not two

    Lau potted the pink for a 10-7 win, in the sixteenth frame, after midnight.
                                               ^^^^^^^^^ 10 + 7 = 17, not sixteenth

    The Tigers improved to 9-3 with their win. They have now played 11 games this year.
                                                                    ^^ 9 + 3 = 12, not 11

Good

    The Elks took the series 4-2. It went to six games, and three of those to overtime.

    By 6-3 the court, all nine of its judges sitting, held that the treaty had been broken.

    Lau potted the pink for a 10-7 win, in the seventeenth frame, after midnight.

    She came through 6-4, 3-6, 7-5 on a clay court. The three sets took two hours.

    The Tigers improved to 9-3 with their win. They have now played 12 games this year.

Passed over

    He was serving for the match at 5-4. He lost the next two games, his sixth defeat in six matches.

    She came through 6-4, 3-6, 7-5 on a clay court. The two sets that she won took an hour.

    The court ruled by 5-3, one of its nine judges having recused himself.

    The Elks won 4-2. They have lost seven games at home.

    Lau won 10-7, having led since the third frame.

    The best-of-seven series ended 4-2.

    The Elks trail 2-0 and must win in Orillia to keep the series of five matches alive.

    The tourists won all 30 games played, among them a crushing 19-0 victory over the county.

    They won the second series 5-2 after they had been outplayed in all five games of the first.

    The Tigers are 9-3 and have three games to play, two of them away.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
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

code = "FC825"

_MANY = 60  # figures of a sentence that is rather a table
_SCORE = re.compile(r"(\d{1,3})\s?[-–—−]\s?(\d{1,3})")
_GAMES = frozenset(("game", "frame", "leg", "rubber", "match", "bout", "set", "tie-break"))
_VOTERS = frozenset("judge justice juror member councillor director trustee panellist".split())
_SERIES = frozenset(
    "series win won wins frames sets best-of victory beat beating record improved fell are now".split()
)
_PLAYED = frozenset("went played took lasted needed in all".split())
_LAST = frozenset(("frame", "rubber", "tie-break"))  # that end a match when they are won
_SPLIT = frozenset(
    "abstained abstaining abstentions abstention recused recusing absent away vacant vacancy excused "
    "drawn draws draw tied ties tie missing abstain other".split()
)
_IN_PLAY = frozenset(  # a series that goes on, or a score of goals and points
    "trail trails trailing lead leads leading alive combined aggregate goal goals crushing serving".split()
)
_AT_STAKE = (["point"], ["points"])  # "three match points"
_FEWER = frozenset(("after", "next", "previous", "earlier"))  # "won 5-2 after ... all five games"
_NONE = frozenset(("none", "no", "nobody", "without"))
_LEFT = frozenset("to left remaining more ago last lost won home away straight row".split())
_NOT_ALL = frozenset("to won lost she he that they down up straight ago later apiece all".split())
_MOST = 40


class _Score(NamedTuple):
    figure: Figure
    one: int
    other: int

    @property
    def total(self) -> int:
        return self.one + self.other


def relate(document: Document) -> Iterator[Claim]:
    """The counts of games and of voters beside a score, in its sentence or the one behind."""
    before: Sentence | None = None
    for sentence in prose(document):
        if len(sentence.figures) > _MANY:
            continue
        near = [s for s in (before, sentence) if s is not None and s.block == sentence.block]
        if any(Kind.SCORE in s.kinds for s in near):
            scores = [score for s in near for score in _scores(s)]
            for figure in sentence.figures:
                yield from _claims(sentence, figure, scores)
            if before in near and before is not None and Kind.SCORE not in before.kinds:
                for figure in before.figures:
                    if _noun(before, figure) in _VOTERS:
                        yield from _claims(before, figure, scores)
        before = sentence


def _scores(sentence: Sentence) -> list[_Score]:
    found = []
    for figure in sentence.figures:
        pair = _SCORE.fullmatch(figure.text.strip()) if figure.kind is Kind.SCORE else None
        if pair is not None and sentence.words[max(0, figure.place - 1) : figure.place] == ["at"]:
            return []  # "serving for the match at 5-4": scores on the way
        if pair is not None:
            found.append(_Score(figure, int(pair[1]), int(pair[2])))
    return found


def _claims(sentence: Sentence, figure: Figure, scores: list[_Score]) -> Iterator[Claim]:
    if figure.kind not in (Kind.COUNT, Kind.ORDINAL) or not isinstance(figure.value, int):
        return
    if not 2 < figure.value < _MOST and figure.owner != "set":
        return
    noun = _noun(sentence, figure)
    after = sentence.words[figure.place + 1 : figure.place + 4]
    if not (_NOT_ALL if noun == "set" else _LEFT).isdisjoint(after):
        return
    listed = _listed(scores)
    is_told = bool(listed) and listed[0].figure.sentence < figure.sentence
    is_told = is_told and sentence.words[max(0, figure.place - 1) : figure.place] == ["the"]
    if noun == "set" and is_told and len(listed) > 1:
        shown = f"{len(listed)} sets are listed"
        yield _claim(figure, tuple(s.figure for s in listed), shown, len(listed), "sets")
    elif len(scores) == 1 and noun in _GAMES and _is_of_series(sentence, figure, scores[0]):
        yield _of_score(figure, scores[0], "last" if figure.kind is Kind.ORDINAL else "games")
    elif len(scores) == 1 and noun in _VOTERS and figure.kind is Kind.COUNT:
        is_all = _SPLIT.isdisjoint(sentence.words) or not _NONE.isdisjoint(sentence.words)
        if is_all or scores[0].total > figure.value:
            yield _of_score(
                figure, scores[0], "all voted" if _is_all(sentence, figure) else "voters"
            )


def _noun(sentence: Sentence, figure: Figure) -> str:
    """What is counted: "seven games", "nine of its judges", "the sixteenth frame"."""
    words = sentence.words[figure.place + 1 : figure.place + 5]
    if words[:1] == ["of"]:
        words = words[1:]
    named = [word.removesuffix("s") for word in words[:3] if word.isalpha()]
    if words[:2] == ["of", "them"] or words[:1] == ["them"]:  # "the jurors, twelve of them"
        named = [
            w.removesuffix("s") for w in sentence.words[max(0, figure.place - 3) : figure.place]
        ]
    known = [word for word in named if word in _GAMES or word in _VOTERS]
    return known[0] if known else figure.owner


def _is_of_series(sentence: Sentence, figure: Figure, score: _Score) -> bool:
    """Is it told how long the whole took: "it went to six games", "in the last frame"?"""
    words = sentence.words
    if not _IN_PLAY.isdisjoint(words) or words[figure.place + 2 : figure.place + 3] in _AT_STAKE:
        return False
    is_here = score.figure.sentence == figure.sentence
    if is_here and not _FEWER.isdisjoint(words[score.figure.place + 1 : figure.place]):
        return False
    before = words[max(0, figure.place - 5) : figure.place]
    if figure.kind is Kind.ORDINAL:
        if _noun(sentence, figure) not in _LAST:
            return False
        return before[-2:-1] == ["in"] and not _SERIES.isdisjoint(words[: figure.place])
    return not _PLAYED.isdisjoint(before)


def _is_all(sentence: Sentence, figure: Figure) -> bool:
    return "all" in sentence.words[max(0, figure.place - 2) : figure.place]


def _listed(scores: list[_Score]) -> list[_Score]:
    """The scores that stand side by side, as sets of one match do."""
    are_joined = all(b.figure.place - a.figure.place <= 2 for a, b in pairwise(scores))
    is_one = len({score.figure.sentence for score in scores}) == 1
    return scores if are_joined and is_one else []


def _of_score(figure: Figure, score: _Score, reading: str) -> Claim:
    shown = f"{score.one} + {score.other} = {score.total}"
    return _claim(figure, (score.figure,), shown, score.total, reading)


def _claim(
    figure: Figure, figures: tuple[Figure, ...], shown: str, count: int, reading: str
) -> Claim:
    holds = figure.value == count
    tie = "plain" if figure.sentence == figures[0].sentence else "fair"
    return decided(figure, figures, holds, shown, reading=reading, tie=tie, amended=count)
