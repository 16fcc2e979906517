"""How many errors in the tables of annual reports are found, and how many sound tables accused?

    python -m benchmarks.report_tables [--tables N] [--seed N] [--show misses|alarms] [--kind NAME]

Draws tables as annual reports have them (`report_kinds.py`), sets each in Markdown or HTML
(`report_setting.py`), and plants one error of each kind that the table allows, in a copy of its own.
An error counts as found where a finding of level error or warning touches the cell; a table as silent
where nothing at all is found in it as it was drawn.
"""

from __future__ import annotations

import argparse
import collections
import copy
import random
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import figcheck
from benchmarks.report_kinds import draw_sheet
from benchmarks.report_setting import Manner, Setter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.report_setting import Page
    from benchmarks.report_sheets import Cell, Place, Sheet

KINDS = (
    "total", "subtotal", "part", "percent cell", "change cell", "sign", "digit swap", "year-column mix",
)  # fmt: skip
_TRIES = 12


@dataclass
class Drawn:
    """A table as set: its source and format, and for a planted error its kind and its span."""

    source: str
    form: str
    title: str
    kind: str = ""
    span: tuple[int, int] = (0, 0)


def drawn(seed: int) -> Iterator[Drawn]:
    """A sound table, then the same with one error of each kind that it allows."""
    draw = random.Random(seed)
    sheet = draw_sheet(draw)
    manner = Manner.drawn(draw)
    setting = draw.random()
    page = _set(sheet, manner, setting)
    yield Drawn(page.text, manner.form, sheet.title)
    for kind in KINDS:
        for _ in range(_TRIES):
            bad = copy.deepcopy(sheet)
            place = _plant(draw, bad, kind)
            if place is not None and _breaks(bad, place):
                page = _set(bad, manner, setting)
                if place in page.spans:
                    yield Drawn(page.text, manner.form, sheet.title, kind, page.spans[place])
                break


def _set(sheet: Sheet, manner: Manner, setting: float) -> Page:
    return Setter(random.Random(setting), sheet, manner).set()


def _breaks(sheet: Sheet, place: Place) -> bool:
    """Does a relation of the cell fail, by more than rounding ever makes?"""
    for check in sheet.checks:
        if place == check.stated or place in check.operands:
            residual = check.residual(sheet)
            cell = sheet.at(check.stated)
            if residual is None or cell is None:
                continue
            slack = check.slack
            if sheet.unit and check.kind in ("total", "subtotal"):  # it may be rounded line by line
                slack = max(slack, cell.grain * Fraction(len(check.operands) + 1, 2))
            if residual > slack + cell.grain * 2:
                return True
    return False


def _plant(draw: random.Random, sheet: Sheet, kind: str) -> Place | None:
    """Put one error of a kind into the sheet; where, None where there is no place for it."""
    places = _places(sheet, kind)
    if not places:
        return None
    place = draw.choice(places)
    cell = sheet.at(place)
    assert cell is not None
    new = _wrong(draw, sheet, place, cell, kind)
    if new is None or new == cell.value:
        return None
    cell.value = new
    return place


def _places(sheet: Sheet, kind: str) -> list[Place]:
    sums = [c for c in sheet.checks if c.kind in ("total", "subtotal")]
    stated = {c.stated for c in sheet.checks}
    if kind in ("total", "subtotal", "percent cell", "change cell"):
        found = {c.stated for c in sheet.checks if c.kind == kind}
    elif kind == "part":
        found = {place for c in sums for place in c.operands} - stated
    else:
        found = {place for c in sums for place in (c.stated, *c.operands)}
    cells = ((place, sheet.at(place)) for place in sorted(found))
    return [place for place, cell in cells if cell is not None and cell.value]


def _wrong(
    draw: random.Random, sheet: Sheet, place: Place, cell: Cell, kind: str
) -> Fraction | None:
    """What stands in the cell by mistake."""
    if kind == "sign":
        return -cell.value if abs(cell.value) >= 5 * cell.grain else None
    if kind == "year-column mix":
        beside = [
            other.value
            for column, other in enumerate(sheet.lines[place[0]].cells)
            if other is not None
            and other.value
            and not sheet.unlike
            and column != place[1]
            and other.form == cell.form
            and other.decimals == cell.decimals
        ]
        return draw.choice(beside) if beside else None
    digits = str(int(abs(cell.value) / cell.grain))
    sign = -1 if cell.value < 0 else 1
    at = draw.randrange(len(digits))
    if kind == "digit swap" or draw.random() < 0.4:
        if at + 1 >= len(digits) or digits[at] == digits[at + 1] or (at == 0 and digits[1] == "0"):
            return None
        digits = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    elif draw.random() < 0.6:
        digit = draw.choice([d for d in "0123456789" if d != digits[at] and (at or d != "0")])
        digits = digits[:at] + digit + digits[at + 1 :]
    else:  # a line left out of a sum, last year's formula
        digits = str(round(int(digits) * draw.choice([0.85, 0.92, 0.96, 1.04, 1.07, 1.12, 1.2])))
    return Fraction(int(digits)) * cell.grain * sign


def findings(table: Drawn) -> list[dict[str, object]]:
    """The findings of level error or warning in a table."""
    found = figcheck.check(table.source, format=table.form).to_dict()["findings"]
    return [finding for finding in found if finding["level"] in ("error", "warning")]


def touches(table: Drawn, found: list[dict[str, object]]) -> bool:
    """Does a finding, or a figure that it names, lie in the cell of the planted error?"""
    start, end = table.span
    for finding in found:
        related = finding.get("related", [])
        assert isinstance(related, list)
        for span in (finding, *related):
            if int(span["start"]) < end and start < int(span["end"]):
                return True
    return False


@dataclass
class Score:
    """What was found of each kind, and in how many sound tables nothing."""

    found: collections.Counter[str]
    planted: collections.Counter[str]
    sound: int = 0
    silent: int = 0


def score(tables: int, seed: int, show: str = "", kind: str = "") -> Score:
    """Draw so many tables and check them and their copies with errors."""
    result = Score(collections.Counter(), collections.Counter())
    for k in range(tables):
        for table in drawn(seed * 1_000_003 + k):
            if table.kind and kind and table.kind != kind:
                continue
            found = findings(table)
            if not table.kind:
                result.sound += 1
                result.silent += not found
                if found and show == "alarms":
                    _print(table, found, k)
                continue
            is_found = touches(table, found)
            for name in (table.kind, f"in {table.title}"):
                result.planted[name] += 1
                result.found[name] += is_found
            if not is_found and show == "misses":
                _print(table, found, k)
    return result


def _print(table: Drawn, found: list[dict[str, object]], k: int) -> None:
    start, end = table.span
    print(f"--- table {k}: {table.kind or 'sound'}")
    print(
        table.source[:start]
        + ("«" + table.source[start:end] + "»" if table.kind else "")
        + table.source[end:]
    )
    for finding in found:
        print("   ", finding["code"], finding["message"])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tables", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", choices=["misses", "alarms"], default="")
    parser.add_argument("--kind", choices=KINDS, default="", help="plant only errors of this kind")
    args = parser.parse_args()
    result = score(args.tables, args.seed, args.show, args.kind)
    for name, count in sorted(result.planted.items()):
        print(f"{name:40} {result.found[name]:5}/{count:<5} {result.found[name] / count:6.1%}")
    planted = sum(result.planted[name] for name in KINDS)
    found = sum(result.found[name] for name in KINDS)
    silent = result.silent / result.sound
    print(
        f"found {found / max(planted, 1):.1%} of {planted} · silent {silent:.1%} of {result.sound}"
    )


if __name__ == "__main__":
    main()
