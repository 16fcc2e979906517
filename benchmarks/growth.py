"""How does the time of a check grow with hostile input?

    python benchmarks/growth.py [--size BYTES]

Each input is checked at a half and at the whole of the size; the ratio should be about 2, and at
most 2.3. The inputs are those that break careless patterns: runs of digits, marks and brackets,
nested quotations and lists, one sentence of very many figures.
"""

from __future__ import annotations

import argparse
import time

import figcheck

INPUTS = {
    "ones": ("text", "1,"),
    "percents": ("text", "1 % "),
    "digits": ("text", "7"),
    "spaces": ("text", " "),
    "brackets": ("text", "("),
    "quotations": ("markdown", "> "),
    "lists": ("markdown", "- "),
    "figures": ("text", "and 12 men "),
    "money": ("text", "$5 million to "),
    "words": ("text", "one hundred "),
    "tags": ("html", "<b>"),
    "rises": ("text", "rose 5 percent to $9 from $8, "),
    "statistics": ("text", "t(1)="),
    "p values": ("text", "p = .05, t(1) = 2, "),
}


def seconds(text: str, form: str) -> float:
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        figcheck.check(text, format=form)
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the whole")
    args = parser.parse_args()
    figcheck.check("10 men and 20 women.")
    for name, (form, piece) in INPUTS.items():
        half = piece * (args.size // 2 // len(piece))
        first, second = seconds(half, form), seconds(half + half, form)
        print(f"{name:12} {first:7.2f} s {second:7.2f} s  x {second / max(first, 1e-9):.2f}")


if __name__ == "__main__":
    main()
