"""Sets a sheet as Markdown or HTML, in one of the many manners of annual reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from benchmarks.report_sheets import Cell, Line, Place, Sheet

_MARKS = ["(1)", " (1)", "<sup>1</sup>", "*", "<sup>(a)</sup>", "†", " (2)"]


@dataclass
class Manner:
    """How a table is set, drawn once for the whole of it."""

    form: str  # "markdown" or "html"
    dollar: str  # "none", "joined", "own": a cell of its own
    nil: str
    negative: str  # "(", "(own": the bracket closes in a cell of its own, "-", "−"
    percent: str  # "joined", "own"
    unit_at: str  # "stub", "caption", "row", "heads", "above"
    heads_are_cells: bool
    group_head: str
    spaced: bool  # blank rows after totals
    marks: float
    bold: bool
    indent: str
    empty_change: str
    note_head: str  # of a column that refers to notes

    @classmethod
    def drawn(cls, draw: random.Random) -> Manner:
        form = draw.choice(["markdown", "html"])
        dollar = draw.choice(["none", "none", "joined", "own"])
        return cls(
            form=form,
            dollar=dollar,
            nil=draw.choice(["–", "—", "-", "—", "nil", ""]),
            negative=draw.choice(["(", "(", "(", "(own" if dollar == "own" else "(", "-", "−"]),
            percent="own" if dollar == "own" and draw.random() < 0.5 else "joined",
            unit_at=draw.choice(["stub", "caption", "row", "heads", "above"]),
            heads_are_cells=draw.random() < 0.4,
            group_head=draw.choice(
                ["", "", "Year ended December 31,", "Years ended 31 December", "Fiscal year"]
            ),
            spaced=draw.random() < 0.25,
            marks=draw.choice([0.0, 0.0, 0.08, 0.15]),
            bold=draw.random() < 0.4,
            indent=draw.choice(["", "", "&nbsp;&nbsp;", "&emsp;"]),
            empty_change=draw.choice(["", "—", "n/m", "nm", "*", "N/A"]),
            note_head=draw.choice(["Note", "Notes"]) if draw.random() < 0.12 else "",
        )


class Page:
    """Text in the making that knows where each cell's number stands."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.spans: dict[Place, tuple[int, int]] = {}

    def put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def put_cell(self, before: str, text: str, after: str, place: Place | None) -> None:
        self.put(before)
        if place is not None and text:
            self.spans[place] = (self.length, self.length + len(text))
        self.put(text)
        self.put(after)

    @property
    def text(self) -> str:
        return "".join(self.pieces)


Physical = tuple[str, "Place | None"]  # the text of a printed cell, and whose number it is


def number(cell: Cell, manner: Manner) -> str:
    """The number without sign or unit."""
    digits = f"{abs(float(cell.value)):,.{cell.decimals}f}"
    return digits if cell.form != "plain" else f"{abs(float(cell.value)):.{cell.decimals}f}"


class Setter:
    """Sets one sheet in one manner."""

    def __init__(self, draw: random.Random, sheet: Sheet, manner: Manner) -> None:
        self.draw = draw
        self.sheet = sheet
        self.manner = manner
        self.page = Page()
        self.has_own = manner.dollar == "own" and bool(sheet.money)
        self.has_close = self.has_own and (manner.negative == "(own" or manner.percent == "own")
        self.marked = False

    def set(self) -> Page:
        """The page with the sheet on it."""
        sheet, manner = self.sheet, self.manner
        if self.draw.random() < 0.6:
            title = sheet.title + (f" {sheet.unit}" if manner.unit_at == "caption" else "")
            self.page.put(f"## {title}\n\n" if manner.form == "markdown" else f"<h3>{title}</h3>\n")
        if manner.unit_at == "above" and sheet.unit:
            words = (
                f"Amounts are stated {sheet.unit.strip('()').lower()}."
                if sheet.unit[0] == "("
                else f"All amounts in {sheet.unit}."
            )
            self.page.put(words + "\n\n" if manner.form == "markdown" else f"<p>{words}</p>\n")
        if manner.form == "markdown":
            self._markdown()
        else:
            self._html()
        notes = list(sheet.notes)
        if self.marked:
            notes.insert(0, "(1) Restated for the adoption of a new standard.")
        for note in notes:
            self.page.put(f"\n{note}\n" if manner.form == "markdown" else f"<p>{note}</p>\n")
        return self.page

    def _per_column(self) -> int:
        return 1 + self.has_own + self.has_close

    def _row(self, at: int, line: Line) -> list[Physical]:
        """The printed cells of a line behind its label."""
        note: list[Physical] = []
        if self.manner.note_head:
            has_note = line.cells and not line.style and self.draw.random() < 0.7
            note = [(str(self.draw.randint(2, 31)) if has_note else "", None)]
        if not line.cells:
            return [*note, *[("", None)] * (len(self.sheet.heads) * self._per_column())]
        found = note
        is_first = at == next(k for k, other in enumerate(self.sheet.lines) if other.cells)
        with_sign = bool(self.sheet.money) and (line.style == "total" or is_first)
        for column, cell in enumerate(line.cells):
            found += self._cell(cell, (at, column), with_sign)
        return found

    def _cell(self, cell: Cell | None, place: Place, with_sign: bool) -> list[Physical]:
        manner = self.manner
        sign = close = ""
        if cell is None:
            text, mine = manner.empty_change, None
        elif not cell.value and cell.form == "amount":
            text, mine = manner.nil, place
        else:
            text, mine = number(cell, manner), place
            is_money = with_sign and cell.form == "amount" and manner.dollar != "none"
            sign = self.sheet.money if is_money else ""
            if cell.form == "percent" and not self.sheet.percents_bare:
                close = "%"
            if cell.value < 0:
                text, close = (
                    (f"({text}", ")" + close)
                    if manner.negative[0] == "("
                    else (manner.negative + text, close)
                )
        if (
            mine is not None
            and cell is not None
            and cell.form == "amount"
            and self.draw.random() < self.manner.marks / 4
        ):
            close += self.draw.choice(["(1)", "<sup>(1)</sup>", "*"])
            self.marked = True
        cells: list[Physical] = []
        if self.has_own:
            cells.append((sign, None))
            sign = ""
        if not self.has_close:
            return [*cells, (sign + text + close, mine)]
        return [*cells, (sign + text, mine), (close, None)]

    def _label(self, line: Line) -> str:
        manner = self.manner
        label = line.label
        if line.style == "inset":
            label = manner.indent + label
        if line.cells and self.draw.random() < manner.marks:
            label += self.draw.choice(_MARKS)
            self.marked = True
        if manner.bold and line.style in ("total", "section") and label:
            label = f"**{label}**" if manner.form == "markdown" else f"<b>{label}</b>"
        return label

    def _heads(self) -> list[str]:
        heads = list(self.sheet.heads)
        if self.manner.unit_at == "heads" and self.sheet.unit:
            unit = self.sheet.unit.strip("()")
            heads = [
                f"{head} {unit}" if head[:1].isdigit() or head.startswith("FY") else head
                for head in heads
            ]
        return heads

    def _stub(self) -> str:
        return self.sheet.unit if self.manner.unit_at == "stub" else ""

    def _unit_row(self) -> list[str]:
        """What stands below the heads of a table that names its unit in a row of its own."""
        if self.manner.unit_at != "row" or not self.sheet.unit:
            return []
        return [
            self.sheet.unit if head[:1].isdigit() or head[:1] in "FQ" else ""
            for head in self.sheet.heads
        ]

    def _markdown(self) -> None:
        spread = self._per_column()
        lead = spread - 1 - self.has_close
        heads = [
            cell for head in self._heads() for cell in [*[""] * lead, head, *[""] * self.has_close]
        ]
        note: list[Physical] = [(self.manner.note_head, None)] if self.manner.note_head else []
        self._line([(self._stub(), None), *note, *((head, None) for head in heads)])
        self.page.put("|" + "---|" * (1 + len(note)) + "---:|" * len(heads) + "\n")
        units = self._unit_row()
        if units:
            note_row: list[Physical] = [("", None)] * (1 + len(note))
            cells = [
                cell for unit in units for cell in [*[""] * lead, unit, *[""] * self.has_close]
            ]
            self._line([*note_row, *((cell, None) for cell in cells)])
        for at, line in enumerate(self.sheet.lines):
            row = self._row(at, line)
            if self.manner.bold and line.style == "total":
                row = [(f"**{text}**" if text else "", place) for text, place in row]
            self._line([(self._label(line), None), *row])
            if self.manner.spaced and line.style == "total":
                self._line([("", None)] * (len(heads) + 1 + len(note)))

    def _line(self, cells: list[Physical]) -> None:
        self.page.put("|")
        for text, place in cells:
            self.page.put_cell(" ", text, " |", place)
        self.page.put("\n")

    def _html(self) -> None:
        page, manner, spread = self.page, self.manner, self._per_column()
        note = bool(manner.note_head)
        tag = "td" if manner.heads_are_cells else "th"
        span = f' colspan="{spread}"' if spread > 1 else ""
        heads = self._heads()
        page.put("<table>\n")
        if manner.unit_at == "caption" and self.draw.random() < 0.5:
            page.put(f"<caption>{self.sheet.title} {self.sheet.unit}</caption>\n")
        self._html_heads(tag, spread, heads)
        units = self._unit_row()
        if units:
            page.put(
                "<tr><td></td>"
                + "<td></td>" * note
                + "".join(f"<td{span}>{unit}</td>" for unit in units)
                + "</tr>\n"
            )
        for at, line in enumerate(self.sheet.lines):
            self._html_line(at, line, spread)
        page.put("</table>\n")

    def _html_heads(self, tag: str, spread: int, heads: list[str]) -> None:
        """One row of heads, or two: a group's head over several columns."""
        page, manner = self.page, self.manner
        span = f' colspan="{spread}"' if spread > 1 else ""
        note = f"<{tag}>{manner.note_head}</{tag}>" if manner.note_head else ""
        empty = f"<{tag}></{tag}>"
        dated = sum(head[-4:].isdigit() for head in self.sheet.heads)
        are_dated = dated > 1 and all(h[-4:].isdigit() for h in self.sheet.heads[:dated])
        groups = list(self.sheet.groups)
        if not groups and manner.group_head and are_dated:
            groups = [(manner.group_head, dated)]
            groups += [("", len(heads) - dated)] if len(heads) > dated else []
        if groups:
            rows = ' rowspan="2"' if self.draw.random() < 0.6 and not note else ""
            over = "".join(f'<{tag} colspan="{n * spread}">{name}</{tag}>' for name, n in groups)
            page.put(f"<tr><{tag}{rows}>{self._stub()}</{tag}>{empty if note else ''}{over}</tr>\n")
            page.put("<tr>" if rows else f"<tr>{empty}{note}")
        else:
            page.put(f"<tr><{tag}>{self._stub()}</{tag}>{note}")
        page.put("".join(f"<{tag}{span}>{head}</{tag}>" for head in heads) + "</tr>\n")

    def _html_line(self, at: int, line: Line, spread: int) -> None:
        page = self.page
        width = len(self.sheet.heads) * spread + bool(self.manner.note_head)
        if not line.cells and self.draw.random() < 0.5:
            page.put(f'<tr><td colspan="{width + 1}">{self._label(line)}</td></tr>\n')
            return
        page.put(f"<tr><td>{self._label(line)}</td>")
        is_bold = self.manner.bold and line.style == "total"
        for text, place in self._row(at, line):
            before, after = ("<b>", "</b>") if is_bold and text else ("", "")
            page.put_cell(f"<td>{before}", text, f"{after}</td>", place)
        page.put("</tr>\n")
        if self.manner.spaced and line.style == "total":
            page.put(f'<tr><td colspan="{width + 1}">&nbsp;</td></tr>\n')
