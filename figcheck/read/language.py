"""Is a text English? Judged by its function words, on a sample of each block."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENGLISH = frozenset(
    "the of and to is that for it with at by from be this have are not but had his they has its "
    "were which been their one more who or would said than when about after we you he she also "
    "there out up our if some what can could new".split()
)
_OTHERS = frozenset(
    "der die das und ist nicht ein eine mit von zu den dem des im auf für sich auch wird bei "
    "einige le la les des du et est une dans pour que qui pas plus avec au aux ce sont il en de "
    "el los las del es por una con para como más su al lo pero se "
    "di che è non sono della gli anche alla da "
    "os um uma dos das em não com mais ao pelo "
    "het een van dat niet zijn voor met op te aan ook er "
    "och att det som på är för med av till inte har dem till "
    "na się nie jest że od przez co dla".split()
)
_WORD = re.compile(r"[^\W\d_]{1,30}")
_LAST_LATIN = "\u036f"
_SHORT = 50
_SAMPLE = 600
_FEWEST = 3


class Verdict(Enum):
    """What the words of a block say about its language."""

    ENGLISH = "english"
    FOREIGN = "foreign"
    OPEN = "open"  # too short, or without a function word


def are_english(blocks: Sequence[str]) -> list[bool]:
    """For each block of a document, whether it is English.

    A block that does not show it goes by the rest of its document, and that by its length; a
    document of which nothing shows it counts as English.
    """
    verdicts = [verdict(block) for block in blocks]
    if Verdict.FOREIGN not in verdicts:
        return [True] * len(verdicts)
    weight = 0
    for text, found in zip(blocks, verdicts, strict=True):
        if found is not Verdict.OPEN:
            weight += len(text) if found is Verdict.ENGLISH else -len(text)
    return [
        found is Verdict.ENGLISH or (found is Verdict.OPEN and weight >= 0) for found in verdicts
    ]


def verdict(text: str) -> Verdict:
    """The language of one text, by its first words."""
    sample = text[:_SAMPLE]
    if " the " in sample and (" of " in sample or " to " in sample or " and " in sample):
        return Verdict.ENGLISH
    if len(sample) < _SHORT and sample.isascii():
        return Verdict.OPEN
    if not sample.isascii():
        letters = [character for character in sample if character.isalpha()]
        if sum(letter > _LAST_LATIN for letter in letters) * 2 > len(letters):
            return Verdict.FOREIGN
    words = _WORD.findall(sample)
    english = sum(word in _ENGLISH for word in map(str.lower, words))
    others = sum(map(_OTHERS.__contains__, words))  # as written: "Los Angeles" is no Spanish
    if others > english and others >= _FEWEST:
        return Verdict.FOREIGN
    return Verdict.ENGLISH if english > others else Verdict.OPEN
