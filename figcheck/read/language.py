"""Is a stretch of text English? Judged by its function words, cheaply."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "the of and to in a is that for it was on with as at by from be this have are not but had his "
    "they has its an were which been their one more who or will would said than when about after "
    "we you i he she all also there out up our no if some what can could may do new per over".split()
)
_OTHERS = (
    frozenset(
        "der die das und ist nicht ein eine mit von zu den dem des im auf für sich auch wird bei "
        "le la les des du et est une dans pour que qui sur pas par plus avec au aux ce sont "
        "el los las del y en es por una con para como más su al lo pero sus "
        "il di che è per non sono della del nel con gli anche alla "
        "o os as um uma do da dos das em não com mais ao pelo "
        "het een van en dat niet zijn voor met op te aan ook er "
        "och att det som på är för med av den till inte har "
        "w z na się nie do jest że to od po przez".split()
    )
    - _ENGLISH
)
_SHORT = 12
_SAMPLE = 4000


def is_english(text: str) -> bool:
    """Does English have more of the function words than its neighbours do together?

    A text under a dozen words, or with no function word of any, counts as English; one with
    no Latin letters to speak of does not.
    """
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _SHORT:
        return True
    if sum(word.isascii() for word in words) * 2 < len(words):
        return False
    english = sum(word in _ENGLISH for word in words)
    others = sum(word in _OTHERS for word in words)
    return english >= others
