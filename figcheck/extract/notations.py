"""Statistical notation: "(n = 58)", "p < .001", "t(24) = 2.1", "95% CI 1.1-1.9", "5.2 (SD 1.3)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.extract.kinds import SHARE

if TYPE_CHECKING:
    from figcheck.extract.quantity import Quantity
    from figcheck.extract.tokens import Tokens

SIGNS = frozenset(("=", "<", ">", "≤", "≥", "≈", "~"))
_NAMES = frozenset(
    "SD SE SEM OR HR RR IRR AOR aOR AHR aHR ARR aRR IQR CI CIs CrI SMD MD WMD RMSE AUC ICC df ES "
    "PR aPR NNT VIF AIC BIC RD sd se ci iqr mean median Mean Median M Mdn".split()
)
INTRODUCING = _NAMES - {"mean", "median", "Mean", "Median", "M"}
"""Names of statistics that a colon or "of" may part from their number: "CI: 1.1", "SD of 2"."""
_RATIOS = frozenset("odds hazard risk hazards correlation regression".split())
_TESTS = frozenset("t F r z Z Q H U W χ χ2 X2 x2 f".split())
_ASSIGNED = frozenset(
    "n N p P k K d g b B r R t F f z M h l q W U Q α β γ κ η ω χ τ ρ λ σ μ δ SD SE df".split()
)


def is_statistic(tokens: Tokens, at: int) -> bool:
    """Is the number at token `at` one that only a statistical notation states?"""
    before = tokens.written[at - 1]
    if tokens.written[at][0] in "0." and "p" in tokens.lower[max(0, at - 5) : at]:
        return True  # "p-values below 0.05"
    if before in SIGNS:
        return _is_assigned(tokens, at - 2)
    if before in _NAMES:
        return before != "M" or tokens.written[at - 2] in ("(", ",", ";")
    if before in (":", ",", "[", "(", "of") and tokens.written[at - 2] in INTRODUCING:
        return True
    if before == "(" and tokens.glued[at - 1] and tokens.glued[at]:
        name = tokens.written[at - 2]
        return name in _TESTS or (name == "2" and tokens.written[at - 3] in _TESTS)
    if before == "[" or (before == "," and tokens.written[at + 1] == "]"):
        return "." in tokens.written[at]
    if before in ("±", ","):
        return before == "±" or _is_second_freedom(tokens, at)
    noun = at - 2 if before in ("was", "is", "of") else at - 1
    if tokens.written[at].find(".") <= 0 or tokens.lower[noun] not in ("ratio", "coefficient"):
        return False
    return noun == at - 1 or tokens.lower[noun - 1] in _RATIOS


def is_described(tokens: Tokens, quantity: Quantity) -> bool:
    """ "5.2 (SD 1.3)", "mean score 5.2", "70.2 (8.1)": a mean with its spread, or the spread."""
    at, to, lower = quantity.at, quantity.to, tokens.lower
    if lower[to] == "(" and tokens.written[to + 1] in _SPREADS:
        return True
    if quantity.grain == 1 or quantity.scale > 1:
        return False
    if "mean" in lower[max(0, at - 5) : at] or "median" in lower[max(0, at - 5) : at]:
        return True
    if lower[to] == "(" and lower[to + 2] == ")":
        return "." in lower[to + 1]
    return (
        lower[at - 1] == "("
        and lower[to] == ")"
        and "." in lower[at - 2]
        and lower[at - 2][:1].isdecimal()
    )


_SPREADS = frozenset("SD sd SE se SEM IQR iqr CI ±".split())


def _is_assigned(tokens: Tokens, at: int) -> bool:
    """ "p <", "n =", "t(24) =", "R² ="."""
    name = tokens.written[at]
    if name in SIGNS:
        name = tokens.written[at - 1]
    if name == ")" or name in ("²", "2"):
        return True
    return 0 < len(name) <= 5 and (len(name) <= 2 or name in _NAMES or not name.islower())


def _is_second_freedom(tokens: Tokens, at: int) -> bool:
    """ "F(1, 23)": the second number in the brackets of a test."""
    return (
        tokens.written[at - 3] == "(" and tokens.glued[at - 3] and tokens.written[at - 4] in _TESTS
    )


def is_level(tokens: Tokens, quantity: Quantity) -> bool:
    """ "95% CI", "99% confidence interval": how sure an interval is."""
    if quantity.kind is not SHARE or quantity.value not in (68, 80, 90, 95, 99):
        return False
    word = tokens.lower[quantity.to]
    if word == "-":
        word = tokens.lower[quantity.to + 1]
    return word in ("ci", "cis", "confidence", "credible", "cri", "cl", "prediction")


def in_interval(tokens: Tokens, at: int) -> bool:
    """Does the number open the interval of a "CI" named shortly before it?"""
    for place in range(at - 1, max(-1, at - 6), -1):
        word = tokens.lower[place]
        if word in ("ci", "cis", "cri", "interval", "iqr", "cl"):
            return True
        if word not in ("[", "(", ",", ":", "=", "of", "from", "was", "-", "was", "is", ")", "ci"):
            return False
    return False
