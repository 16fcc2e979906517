"""The grammar of moments: one pattern over the codes of a sentence's tokens, a letter a token."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.moments.tokens import Token

_NOUN = "[UyQWMSHP]"
_ATOMS = (
    r"Z",
    rf"(?:lv?h?)?R{{1,2}}(?:[dzD]|K){{0,2}}{_NOUN}[WPUx]?",  # "last two school years"
    r"RL|R[xX]|h?oR[yU]",
    rf"Eq?(?:[dzD]?{_NOUN}|L)|V[UyWPS]|O(?:a|E)[Uy]",  # "every other Friday", "once a week"
    r"(?:L(?:[&,]?L){0,3}|[aD][Uy])(?:A|l|f[NT]|BT)",  # "2 years and a day ago"
    r"I(?:L(?:[&,]?L){0,2}|a[Uy])",  # "in two days"
    r"(?:[el]|I)h?o?K?QvY",
    r"K?y[wY]",  # "week 31", "school year 2008"
    rf"[el]g?[Iiv]?h?(?:R?K?{_NOUN}|[TXYMFN])",  # "end of 2007", "early next year"
    r"h?o(?:L|[UyWQ])vh?R?[UyQWMSHXY]|h?oQ",  # "the first quarter of 2013", "21st century"
    r"M,?h?[od]|(?:h?o|(?<!h)d)(?:U?v)?[MX]|h?oW",  # "May twenty nine", "the 15th day of June"
    r"W(?:h?[ox]|d(?=[!,tfbk]|$)k?)|W,?X|W,?h?o(?:v?M)?",  # "Sunday 31"
    r"Wr(?=[!,]|$)|W[PU]|W|T[PU]|d,T|T|N|M|S|H|F",
    r"d(?:IhP|P)|zP|r(?:IhP|P)|IhPtd|e?IhP|P",  # "seven in the morning"
    r"[jQLdz]R[dz]k?|[dz]k|C",
    r"h?yvho|h?X|Y(?!Y)",
    r"Bm",
    r"[ha]?y[se](?=f?[XMWTR])",  # "the week beginning 4 February"
    r"(?<=[tfgb])d[zd](?![UyWMQ])P?",  # "at two thirty"
    r"(?<=n)ho(?=!|$)",  # "on the 18th."
    r"(?<=[Iv4])h[Uy](?![vBwY])",  # "the hero of the day"
)
_ATOM = "(?:" + "|".join(_ATOMS) + ")"
_JOINT = r"(?:,?[tnvf4Bi~]h?|,?Ih?|(?<!Y),)?h?"
_POINT = rf"{_ATOM}(?:{_JOINT}(?:{_ATOM}|[tB~][dc](?!U)))" + "{0,4}"
_LOOSE = r"h?[dozx]"
_SPAN = re.compile(
    rf"(?:{_POINT},?)?(?:f(?:h?{_POINT}[gB](?:h?{_POINT}|{_LOOSE})|{_LOOSE}[gB]h?{_POINT})"
    rf"|b(?:h?{_POINT}[g&](?:h?{_POINT}|{_LOOSE})|{_LOOSE}[g&]h?{_POINT}))"
    rf"(?:[nIv]?h?{_POINT})?"
    rf"|b?r[nviI]?{_POINT}"
    rf"|B?[B~]?{_POINT}(?:[gB](?:{_POINT}|h?o))?"
    rf"|Bh{_POINT}"
    r"|[Rnfb]x(?:gR?x)?|fxgx|xgx"
)
_COARSE = re.compile(r"(?<=y)(?=(?:,?[tnB~f]{0,2}h?)(?:C|[dz]k|d(?!U)))")


def phrases(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Where the moments of a sentence begin and end, as places in its tokens."""
    codes = "".join(token.code for token in tokens)
    for match in _SPAN.finditer(codes):
        start, end = match.span()
        part = _COARSE.search(codes, start, end)
        if part is None:
            yield start, end
        else:  # an hour is of a day, and no part of "next month"
            yield start, part.start()
            yield part.start(), end
