"""How many sentences that contradict the table beside them are found, and how many sound ones accused?

    python -m benchmarks.report_prose [--tables N] [--seed N] [--show misses|alarms]

Draws a table of an annual report, writes sentences beside it that say what its cells say, and sentences
about what no cell says (what is expected, adjusted, of a quarter, of a customer); in a copy one figure of
the sentences is wrong.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from benchmarks.report_kinds import segments, selected, staff
from benchmarks.report_setting import Manner, Setter
from benchmarks.report_statements import balance, cash_flow, income
from benchmarks.report_tables import Drawn, findings, touches
from benchmarks.report_traps import netted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.report_sheets import Cell, Sheet

KINDS = ("amount", "change", "share", "other year")
_UNFIT = re.compile(
    r"basic|diluted|less|of which|thereof|including|total$|other|group|women|\(", re.I
)


@dataclass
class Said:
    """A sentence with the span of the one figure in it that may be wrong, and its kind."""

    text: str
    span: tuple[int, int]
    kind: str


def _scale(sheet: Sheet) -> int:
    unit = sheet.unit.lower()
    if "thousand" in unit or "000" in unit:
        return 3
    return 6 if "million" in unit or unit in ("£m", "$m") else 0


def _currency(sheet: Sheet) -> str:
    for sign in ("£", "€", "RMB", "US$"):
        if sign.lower() in sheet.unit.lower():
            return "RMB " if sign == "RMB" else sign
    return "$"


def _amount(draw: random.Random, sheet: Sheet, cell: Cell, value: Fraction | None = None) -> str:
    """The cell's amount as running text has it, in a scale of its own."""
    scale = _scale(sheet)
    value = abs(cell.value if value is None else value)
    if not scale:
        return f"{int(value):,}"
    whole = value * 10**scale
    for power, name in ((9, "billion"), (6, "million")):
        if whole >= 10**power:
            decimals = draw.choice([1, 1, 2]) if whole < 10 ** (power + 2) else 1
            shown = f"{float(whole / 10**power):,.{decimals}f}"
            return f"{_currency(sheet)}{shown} {name}"
    return f"{_currency(sheet)}{int(whole):,}"


def _wrong(draw: random.Random, text: str) -> str:
    """The number with one digit wrong, two exchanged, or somewhat off."""
    places = [k for k, letter in enumerate(text) if letter.isdigit()]
    for _ in range(20):
        k = draw.choice(places[:3])
        if (
            draw.random() < 0.4
            and k + 1 < len(text)
            and text[k + 1].isdigit()
            and text[k] != text[k + 1]
        ):
            made = text[:k] + text[k + 1] + text[k] + text[k + 2 :]
        else:
            made = text[:k] + draw.choice("123456789") + text[k + 1 :]
        first = next(letter for letter in made if letter.isdigit())
        if made != text and (first != "0" or text[places[0]] == "0"):
            return made
    return text


def _rows(sheet: Sheet) -> list[int]:
    names = Counter(line.label.lower() for line in sheet.lines)
    return [
        at
        for at, line in enumerate(sheet.lines)
        if line.cells
        and names[line.label.lower()] == 1
        and line.label.strip()
        and not _UNFIT.search(line.label)
        and all(
            cell is not None and cell.form == "amount" and cell.value > 20
            for cell in line.cells[:2]
        )
    ]


def _said(draw: random.Random, sheet: Sheet, at: int, *, is_wrong: bool) -> Said | None:
    """A sentence about a row, one figure of which may be wrong."""
    years = [(c, head[-4:]) for c, head in enumerate(sheet.heads) if head[-4:].isdigit()]
    if len(years) < 2:
        return None
    (new, year), (old, before) = sorted(years[:2], key=lambda found: found[1], reverse=True)
    line = sheet.lines[at]
    now, then = line.cells[new], line.cells[old]
    assert now is not None
    assert then is not None
    label = line.label[0].lower() + line.label[1:]
    one, other = _amount(draw, sheet, now), _amount(draw, sheet, then)
    growth = (now.value / then.value - 1) * 100
    moved = "rose" if growth > 0 else "fell"
    percent = f"{abs(float(growth)):.1f}%"
    kind = draw.choice(["amount", "amount", "amount", "change", "other year"])
    shown = other if kind == "other year" else percent if kind == "change" else one
    bad = _bad(draw, kind, shown, one, other) if is_wrong else shown
    if is_wrong and (bad == shown or abs(growth) < 4):
        return None
    mark = f"«{bad}»"
    plain = [
        f"{label} came to {mark} in {year}",
        f"In {year}, {label} totalled {mark}",
        f"{label} was {mark} in {year}",
        f"As Table 2 shows, {label} was {mark} in {year}",
        f"{label} of {mark} in {year} (see table) is high",
        f"{label} was {mark} in {year}, compared with {other} in {before}",
        f"{label} {moved} to {mark} in {year} from {other} in {before}",
        f"{label} {moved} {percent} to {mark} in {year}",
    ]
    forms = {
        "amount": plain,
        "other year": [
            f"{label} was {one} in {year}, compared with {mark} in {before}",
            f"{label} {moved} to {one} in {year} from {mark} in {before}",
            f"In {before}, {label} was {mark}",
        ],
        "change": [
            f"{label} {moved} {mark} in {year}",
            f"In {year}, {label} {moved} by {mark}",
            f"As the table shows, {label} {moved} {mark} in {year}",
        ],
    }
    text = draw.choice(forms[kind])
    text = text[0].upper() + text[1:] + "."
    start = text.index("«")
    return Said(text.replace("«", "").replace("»", ""), (start, start + len(bad)), kind)


def _bad(draw: random.Random, kind: str, shown: str, one: str, other: str) -> str:
    if kind == "amount" and draw.random() < 0.3:
        return other  # of the wrong year
    return _wrong(draw, shown)


def _aside(draw: random.Random, sheet: Sheet, at: int) -> str:
    """A sentence about what no cell says."""
    line = sheet.lines[at]
    label = line.label[0].lower() + line.label[1:]
    cell = line.cells[0]
    assert cell is not None
    year = int(max(head[-4:] for head in sheet.heads if head[-4:].isdigit()))
    some = _amount(draw, sheet, cell, cell.value * Fraction(draw.randint(15, 130), 100))
    part = _amount(draw, sheet, cell, cell.value * Fraction(draw.randint(5, 40), 100))
    name = label[0].upper() + label[1:]
    return draw.choice(
        [
            f"We expect {label} of {some} in {year + 1}.",
            f"Excluding acquisitions, {label} was {some} in {year}.",
            f"In the fourth quarter of {year}, {label} was {part}.",
            f"One customer accounted for {part} of {label} in {year}.",
            f"The budget for {year} had {label} at {some}.",
            f"{name} rose by {part} in {year}.",
            f"On an adjusted basis, {label} was {some} in {year}.",
            f"At our largest competitor, {label} was {some} in {year}.",
            f"Currency effects took {part} off {label} in {year}.",
            f"{name} included {part} from discontinued operations in {year}.",
            f"Five years earlier, {label} was {some}.",
            f"{name} was more than {part} in {year}.",
        ]
    )


def drawn(seed: int) -> Iterator[Drawn]:
    """A table with sound sentences beside it, and one with a wrong figure in them."""
    draw = random.Random(seed)
    sheet = draw.choice([income, balance, segments, selected, cash_flow, netted, staff])(draw)
    rows = _rows(sheet)
    if not rows or not all(head[-4:].isdigit() for head in sheet.heads[:2]):
        return
    manner = Manner.drawn(draw)
    manner.unit_at = draw.choice(["stub", "caption", "above"])
    table = Setter(random.Random(seed), sheet, manner).set().text
    if sheet.unit and sheet.unit not in table and sheet.unit.strip("()").lower() not in table:
        return
    said = [_said(draw, sheet, at, is_wrong=False) for at in draw.sample(rows, min(3, len(rows)))]
    asides = [_aside(draw, sheet, at) for at in draw.sample(rows, min(2, len(rows)))]
    texts = [one.text for one in said if one is not None] + asides
    draw.shuffle(texts)
    bad = _said(draw, sheet, draw.choice(rows), is_wrong=True)
    is_before = draw.random() < 0.5
    yield _page(table, manner.form, texts, None, is_before)
    if bad is not None:
        yield _page(table, manner.form, [*asides[:1], bad.text], bad, is_before)


def _page(table: str, form: str, texts: list[str], bad: Said | None, is_before: bool) -> Drawn:
    tags = ("", "\n\n") if form == "markdown" else ("<p>", "</p>\n")
    prose = tags[0] + " ".join(texts) + tags[1]
    source = prose + table if is_before else table + "\n" + prose
    if bad is None:
        return Drawn(source, form, "sound")
    at = source.index(bad.text)
    return Drawn(source, form, bad.kind, bad.kind, (at + bad.span[0], at + bad.span[1]))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tables", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", choices=["misses", "alarms"], default="")
    args = parser.parse_args()
    planted, found, sound, silent = Counter[str](), Counter[str](), 0, 0
    for k in range(args.tables):
        for page in drawn(args.seed * 1_000_003 + k):
            raised = findings(page)
            if not page.kind:
                sound, silent = sound + 1, silent + (not raised)
            else:
                planted[page.kind] += 1
                found[page.kind] += touches(page, raised)
            if (args.show == "alarms" and not page.kind and raised) or (
                args.show == "misses" and page.kind and not touches(page, raised)
            ):
                start, end = page.span
                print(
                    f"--- {k} {page.kind}\n{page.source[:start]}«{page.source[start:end]}»{page.source[end:]}"
                )
                print(*(finding["message"] for finding in raised), sep="\n")
    for kind, count in sorted(planted.items()):
        print(f"{kind:20} {found[kind]:5}/{count:<5} {found[kind] / count:6.1%}")
    total = max(planted.total(), 1)
    print(
        f"found {found.total() / total:.1%} of {planted.total()} · silent {silent / max(sound, 1):.1%} of {sound}"
    )


if __name__ == "__main__":
    main()
