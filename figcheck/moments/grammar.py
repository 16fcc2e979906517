"""The grammar of moments: one pattern over the codes of a sentence's tokens, a letter a token."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.moments.tokens import Token

_NOUN = "[UQWMSHP]"
_ATOMS = (
    r"Z",
    rf"h?l?v?h?R{{1,2}}(?:[dzD]|K){{0,2}}{_NOUN}(?:[WP]|W)?",  # "the last two school years"
    r"h?RL|h?R[xX]|h?[dzD]R[UQ]",
    rf"Eq?(?:[dzD]?{_NOUN}|L)|V[UWP]|O(?:a|E)U",  # "every other Friday", "once a week"
    r"(?:L(?:[&,]?L){0,3}|[aD]U)(?:[A]|l|f[NT])",  # "2 years and a day ago"
    r"I(?:L(?:[&,]?L){0,2}|aU)",  # "in two days"
    r"(?:h?[el]|I)h?o?K?QvY",
    rf"h?[el][Iiv]?h?(?:R?K?{_NOUN}|[TXYMFN])",  # "the end of 2007", "early next year"
    r"h?oL?[UWQ]vh?R?[UQWMSHXY]|h?oQ",  # "the first quarter of 2013", "21st century"
    r"M,?h?[od]|h?[od]U?v?M",  # "May twenty nine", "the 15th day of June"
    r"Wh?[odx]|W,?X|W,?h?o(?:v?M)?",  # "Sunday 31"
    r"W[rd]?|WP|TP|T|N|M|S|H|F",
    r"[dz](?:IhP|P)|r(?:IhP|P)|IhPtd|[ez]?IhP|P",  # "seven in the morning"
    r"[jQLdz]R[dz]k?|[dz]k|C",
    r"Uvho|[X]|Y",
    r"[B]m",
    r"(?<=[Iv4])hU(?!v)",  # "the hero of the day"
)
_ATOM = "(?:" + "|".join(_ATOMS) + ")"
_JOINT = r"(?:,?[tnvf4Bis~]h?|,?Ih?|,)?(?:h?)"
_POINT = rf"{_ATOM}(?:{_JOINT}(?:{_ATOM}|[tB~]d(?!U))){{0,4}}"
_SPAN = re.compile(
    rf"f(?:{_POINT}|[dozx])(?:[gB]h?(?:{_POINT}|[dozx]))"
    rf"|b(?:{_POINT}|[dozx])(?:[g&]h?(?:{_POINT}|[dozx]))"
    rf"|b?r(?:n|v|i|I)?(?:{_POINT})"
    rf"|[f~B]?[B~]?(?:{_POINT})(?:[gB](?:{_POINT}))?"
    r"|[Rnfb]x(?:[g]R?x)?|x[g]x"
)


def phrases(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Where the moments of a sentence begin and end, as places in its tokens."""
    codes = "".join(token.code for token in tokens)
    for match in _SPAN.finditer(codes):
        yield match.span()
