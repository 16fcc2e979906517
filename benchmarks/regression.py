"""Logistic regression with a ridge penalty on sparse counts of features, from zero: no randomness."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from benchmarks.observations import Observation

    Array = NDArray[np.float64]

LEAST_SEEN = 6
LEAST_RIGHT = 3  # of a whole construction
RAISE_RIDGE = 0.3  # the penalty on how often a rule is right: many conflicts bear on it
_FREE = 1e-6


def fitted(
    seen: Sequence[Observation], ridge: float, *, with_link: bool = False
) -> dict[str, float]:
    """The weight of each feature, with "bias" and, where it takes part, "link" among them."""
    names = _names(seen)
    columns = [*names, "bias", *(["link"] if with_link else [])]
    penalty = np.array([_penalty(name, ridge) for name in columns])
    merged = _merged(seen, {name: at for at, name in enumerate(names)}, with_link=with_link)
    matrix, truth, weight = _design(merged, len(names), with_link=with_link)

    def loss(beta: Array) -> tuple[float, Array]:
        odds = matrix @ beta
        value = weight @ (np.logaddexp(0, odds) - truth * odds) + penalty @ (beta * beta) / 2
        slope = matrix.T @ (weight * (1 / (1 + np.exp(-odds)) - truth)) + penalty * beta
        return float(value), slope

    start = np.zeros(len(columns))
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 2000, "maxfun": 3000}
    )
    right = sum(one.right for one in seen)
    print(
        f"{len(seen)} claims, {right} right, {len(names)} features: loss {found.fun:.0f}, {found.message}"
    )
    return {name: float(value) for name, value in zip(columns, found.x, strict=True)}


def _names(seen: Iterable[Observation]) -> list[str]:
    """The features seen often enough to be weighed."""
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one in seen:
        counts.update(set(one.features))
        if one.right:
            right.update(set(one.features))
    return sorted(
        name
        for name, count in counts.items()
        if count >= LEAST_SEEN and (right[name] >= LEAST_RIGHT or not name.startswith("form."))
    )


def _penalty(name: str, ridge: float) -> float:
    if name in ("bias", "link"):
        return _FREE
    return RAISE_RIDGE if name.startswith("raise.") else ridge


def _merged(
    seen: Iterable[Observation], index: Mapping[str, int], *, with_link: bool
) -> dict[tuple[tuple[int, ...], bool, float], float]:
    """Observations of the same known features as one, with the sum of their weights."""
    merged: dict[tuple[tuple[int, ...], bool, float], float] = {}
    for one in seen:
        known = tuple(sorted(index[name] for name in one.features if name in index))
        key = known, one.right, one.link if with_link else 0.0
        merged[key] = merged.get(key, 0.0) + one.weight
    return merged


def _design(
    merged: Mapping[tuple[tuple[int, ...], bool, float], float], count: int, *, with_link: bool
) -> tuple[csr_matrix, Array, Array]:
    """The matrix of counts, with a column of ones and perhaps one of links, the truth, the weights."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for known, _, link in merged:
        columns += [*known, count]
        values += [1.0] * (len(known) + 1)
        if with_link:
            columns.append(count + 1)
            values.append(link)
        ends.append(len(columns))
    shape = len(merged), count + 1 + with_link
    matrix = csr_matrix((np.array(values), np.array(columns), np.array(ends)), shape=shape)
    matrix.sum_duplicates()
    truth = np.array([float(right) for _, right, _ in merged])
    return matrix, truth, np.array(list(merged.values()))
