"""The time of a whole check grows with its input, not with its square, however hostile."""

from __future__ import annotations

import time

import pytest

import figcheck

HOSTILE = [
    "1 % ",
    "and 12 men ",
    "one hundred ",
    "$5 million to ",
    "rose 5 percent to $9 from $8, ",
    "t(1)=",
    "χ²(1, N = ",
    "p = .05, t(1) = 2, ",
]
MOST = 3.0  # a doubling should double it; a square would make it four


def seconds(text: str) -> float:
    """The least of three, as a busy machine only ever adds."""
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        figcheck.check(text)
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize("piece", HOSTILE)
def test_one_sentence_of_very_many_figures_is_checked_in_linear_time(piece: str) -> None:
    half = piece * (6000 // len(piece))
    figcheck.check("10 men and 20 women.")

    assert MOST > seconds(half + half) / seconds(half)
