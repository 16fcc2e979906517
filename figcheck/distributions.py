"""The tails of the distributions that test statistics are held against.

All take floats and give the probability of a statistic at least as far out under the null
hypothesis. `scipy.special` does the work and is imported by the first call alone, as it takes a
third of a second; `scipy.stats`, of the same figures, takes over one.

Sources: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.2.29 (normal),
26.4.19 (chi-square), 26.6.2 (F), 26.7.1 (Student's t); the t of a correlation is Fisher's,
r √(df / (1 - r²)), Biometrika 10 (1915) 507-521.
"""

from __future__ import annotations

from math import erfc, inf, sqrt


def normal(z: float) -> float:
    """The two-tailed p of a standard normal deviate."""
    return erfc(abs(z) / sqrt(2))


def student(t: float, df: float) -> float:
    """The two-tailed p of Student's t with `df` degrees of freedom."""
    from scipy import special

    return 2 * float(special.stdtr(df, -abs(t)))


def correlation(r: float, df: float) -> float:
    """The two-tailed p of Pearson's r with `df` degrees of freedom, two fewer than pairs."""
    return student(r * sqrt(df / (1 - r * r)), df) if abs(r) < 1 else 0.0


def variance_ratio(f: float, df_effect: float, df_error: float) -> float:
    """The upper tail of Fisher's F."""
    from scipy import special

    return float(special.fdtrc(df_effect, df_error, f)) if f > 0 else 1.0


def chi_square(x: float, df: float) -> float:
    """The upper tail of chi-square, which Cochran's Q is held against too."""
    from scipy import special

    return float(special.chdtrc(df, x)) if x > 0 else 1.0


DEGREES = {"t": 1, "r": 1, "F": 2, "χ²": 1, "Q": 1, "z": 0}
"""How many degrees of freedom a test statistic comes with."""
TWO_SIDED = frozenset(("t", "r", "z"))
"""Those whose sign says a direction, so that half of their p is the one-tailed one."""


def p_value(test: str, value: float, df: tuple[float, ...]) -> float:
    """The p of a test statistic: two-tailed of t, r and z, the upper tail of F, χ² and Q.

    `test` is a key of DEGREES, `df` as many degrees of freedom as it says; `value` may be infinite.
    """
    if value in (inf, -inf):
        return 0.0
    if test == "z":
        return normal(value)
    if test == "F":
        return variance_ratio(value, *df)
    of = {"t": student, "r": correlation, "χ²": chi_square, "Q": chi_square}[test]
    return of(value, df[0])
