r"""The sets of a match must be as many as it is said to have lasted, and its games as many as told.

"6-4 3-6 7-5, a three-setter"; "in straight sets" where one side won each of them; "won by two sets
to one"; "19 games to 15" as the sums of the two columns.

Bad

    She came back to win 4-6 7-5 6-3, a four-setter that ended after dark.
                                        ^^^^ 3 sets are listed, not four

    Costa beat Lind 6-4 3-6 6-2 in straight sets on the second court.
                    ^^^ the sets went 2 to 1, not straight

    Ruud lost 6-7 6-3 6-4 6-2 in five sets to the qualifier.
                                 ^^^^ 4 sets are listed, not five

    The final finished 7-6 6-4 3-6 6-3, three sets to two.
                                        ^^^^^ the sets went 3 to 1

    In a 6-4 3-6 7-5 win she took 18 games to her rival's 15.
                                  ^^ 6 + 3 + 7 = 16, 4 + 6 + 5 = 15

Good

    She came back to win 4-6 7-5 6-3, a three-setter that ended after dark.

    Costa beat Lind 6-4 6-3 in straight sets on the second court.

    Ruud lost 6-7 6-3 6-4 6-2 in four sets to the qualifier.

    The final finished 7-6 6-4 3-6 6-3, three sets to one.

    In a 6-4 3-6 7-5 win she took 16 games to her rival's 15.

Passed over

    From two sets down he won 4-6 3-6 7-5 6-4 6-2.

    Costa led 6-4 3-1 when rain stopped play in the three-set match.

    Four sets into the evening the score was 25-21 20-25 25-18 and the hall was still full.

    The doubles went to three sets; in the singles Lind won 6-1 6-2.

    He served at 5-4 and 6-5 but needed five sets in the end.
"""

import re
from collections.abc import Iterator
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

code = "FC822"

_SET = re.compile(r"(\d{1,2})\s?[-–—−]\s?(\d{1,2})")
_BETWEEN = frozenset((",", ";", "and", "(", ")"))
_ENDS = frozenset(("down", "up", "ahead", "behind", "all", "point", "points", "lead", "into", "of"))
_MATCHES = frozenset(
    "match win victory thriller defeat loss battle final epic contest affair struggle semi-final".split()
)


class _Match(NamedTuple):
    figures: tuple[Figure, ...]
    sets: tuple[tuple[int, int], ...]

    @property
    def won(self) -> tuple[int, int]:
        """How many sets each side won."""
        first = sum(one > other for one, other in self.sets)
        return first, len(self.sets) - first

    @property
    def is_over(self) -> bool:
        """Was every set played out: by two, or to a tie-break?"""
        return all(max(s) >= 6 and (abs(s[0] - s[1]) >= 2 or max(s) == 7) for s in self.sets)


def relate(document: Document) -> Iterator[Claim]:
    """The sets of each sentence that lists some, with what it says of their number and games."""
    for sentence in prose(document):
        if sum(figure.kind is Kind.SCORE for figure in sentence.figures) < 2:
            continue
        for match in _matches(sentence):
            yield from _straight(sentence, match)
            for figure in sentence.figures:
                if figure.kind is Kind.COUNT and figure.value is not None:
                    yield from _count(sentence, match, figure)


def _matches(sentence: Sentence) -> Iterator[_Match]:
    """The runs of two and more sets side by side, played out."""
    run: list[Figure] = []
    for figure in (*sentence.figures, None):
        joined = (
            figure is not None
            and figure.kind is Kind.SCORE
            and (not run or _are_joined(sentence, run[-1], figure))
        )
        if joined and figure is not None:
            run.append(figure)
            continue
        if len(run) >= 2 and (match := _match(run)) is not None:
            yield match
        run = [figure] if figure is not None and figure.kind is Kind.SCORE else []


def _are_joined(sentence: Sentence, one: Figure, other: Figure) -> bool:
    between = sentence.words[one.place + 1 : other.place]
    return len(between) <= 4 and all(word in _BETWEEN or word == "#" for word in between)


def _match(run: list[Figure]) -> _Match | None:
    found = [_SET.fullmatch(figure.text.strip()) for figure in run]
    if not all(found) or len(run) > 5:
        return None
    sets = tuple((int(pair[1]), int(pair[2])) for pair in found if pair)
    match = _Match(tuple(run), sets)
    return match if match.is_over else None


def _straight(sentence: Sentence, match: _Match) -> Iterator[Claim]:
    words = sentence.words
    if not any(
        words[at] == "straight" and words[at + 1 : at + 2] in (["sets"], ["-"], ["set"], ["games"])
        for at in range(
            max(0, match.figures[0].place - 14), min(len(words), match.figures[-1].place + 14)
        )
    ):
        return
    high, low = max(match.won), min(match.won)
    message = f"the sets went {high} to {low}" + (", not straight" if low else "")
    yield _claim(match.figures[0], match, message, not low, "straight", "plain")


def _count(sentence: Sentence, match: _Match, figure: Figure) -> Iterator[Claim]:
    words, place = sentence.words, figure.place
    after = [word for word in words[place + 1 : place + 4] if word.isalnum() or word == "#"]
    head = after[0] if after else ""
    if head in ("setter", "setters") or (
        head in ("set", "sets") and _is_length(words, place, after)
    ):
        size = len(match.sets)
        message = f"{size} sets are listed" + (
            "" if figure.value == size else f", not {figure.text}"
        )
        yield _claim(figure, match, message, figure.value == size, "number of sets", "plain")
    elif head == "sets" and _is_to_sets(after):
        yield from _sets_to(sentence, match, figure)
    elif head in ("games", "game") or figure.owner == "game":
        yield from _games(sentence, match, figure)


def _is_length(words: list[str], place: int, after: list[str]) -> bool:
    """ "In four sets", "a five-set match"; not "two sets down", "two sets to one"."""
    if not _ENDS.isdisjoint(after[1:2]) or _is_to_sets(after):
        return False
    if after[0] == "set":
        return not _MATCHES.isdisjoint(after[1:3])
    return words[place - 1 : place] == ["in"]


def _is_to_sets(after: list[str]) -> bool:
    """ "Three sets to one"."""
    return after[1:2] == ["to"] and after[2:3] in (["#"], ["one"], ["nil"], ["love"], ["none"])


def _sets_to(sentence: Sentence, match: _Match, figure: Figure) -> Iterator[Claim]:
    at = next((k for k in sentence.figure_at if figure.place < k <= figure.place + 4), -1)
    other = sentence.figure_at.get(at)
    lost = (
        other.value
        if other is not None
        else int("one" in sentence.words[figure.place : figure.place + 5])
    )
    high, low = max(match.won), min(match.won)
    holds = {figure.value, lost} == {high, low}
    yield _claim(figure, match, f"the sets went {high} to {low}", holds, "sets to sets", "plain")


def _games(sentence: Sentence, match: _Match, figure: Figure) -> Iterator[Claim]:
    """ "19 games to the loser's 15": the sums of the columns."""
    sums = [sum(games) for games in zip(*match.sets, strict=True)]
    shown = ", ".join(
        f"{' + '.join(map(str, games))} = {sum(games)}" for games in zip(*match.sets, strict=True)
    )
    holds = figure.value in (*sums, sum(sums), max(sums) - min(sums)) or (figure.value or 0) <= 2
    yield _claim(figure, match, shown, holds, "games", "fair")


def _claim(
    stated: Figure, match: _Match, message: str, holds: bool, reading: str, tie: str
) -> Claim:
    figures = tuple(figure for figure in match.figures if figure is not stated)
    return decided(stated, figures, holds, message, message, reading=reading, tie=tie)
