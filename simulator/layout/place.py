"""A document on its template: every box of its type in its place, on as many pages as its rows need."""

from __future__ import annotations

from typing import Any

from simulator.documents.model import Document, Field
from simulator.errors import BrokenData
from simulator.formats.truth import Rectangle
from simulator.formats.vocabulary import Paper
from simulator.layout.fit import DoesNotFit, set_lines, set_text
from simulator.layout.fonts import ADVANCE
from simulator.layout.form import Form, Slot, TableForm, Typesetting, form
from simulator.layout.heads import place_heads
from simulator.layout.house import HouseTemplate
from simulator.layout.marks import ink_of, place_marks
from simulator.layout.placed import (
    Line,
    PlacedBox,
    PlacedDocument,
    PlacedLayer,
    PlacedMark,
    PlacedPage,
    PlacedText,
)
from simulator.layout.rows import INSET, SetCell, SetRow, set_rows

CODE_POINTS = 5.0


def place(document: Document, template: HouseTemplate, paper: Paper) -> PlacedDocument:
    """Lay a document out on ``paper``; raise ``DoesNotFit`` naming document, box and text where a value has no room."""
    if template.type.name != document.type.name:
        raise BrokenData(f"{document.id}: {template.name} is a template for {template.type.name}")
    shape = form(template, paper, document.printing.language)
    pages = [_Page(document, shape, 1)]
    for slot in shape.slots:
        pages[0].single(slot)
    left = [(table, pages[0].rows(table, table.area, set_rows(document, table))) for table in shape.tables]
    while any(rows for _, rows in left):
        pages.append(_Page(document, shape, len(pages) + 1))
        left = pages[-1].continued(left)
    return PlacedDocument(document, tuple(page.placed(len(pages)) for page in pages))


class _Page:
    """One page under construction."""

    def __init__(self, document: Document, shape: Form, number: int) -> None:
        self._document = document
        self._form = shape
        self._number = number
        self._layers: list[PlacedLayer] = []
        self._boxes: list[PlacedBox] = []
        self._marks: list[PlacedMark] = []
        self._codes: list[Line] = []
        self._rules: list[Rectangle] = []
        self._add_layer()

    def placed(self, pages: int) -> PlacedPage:
        """Return the finished page of a document of so many ``pages``."""
        heads: tuple[PlacedText, ...] = place_heads(self._document, self._form, self._number, pages)
        return PlacedPage(
            self._number,
            self._form.sheet,
            tuple(self._layers),
            tuple(self._boxes),
            tuple(self._marks),
            tuple(self._codes),
            heads,
            tuple(self._rules),
            self._form.template.body.side == "half",
        )

    def single(self, slot: Slot) -> None:
        """Place a single box."""
        field, document = slot.field, self._document
        code = document.code(field.name)
        self._code(code, slot.code_at[0] - len(code) * ADVANCE * CODE_POINTS, slot.code_at[1])
        text = document.printed(field.name)
        if field.kind != "text":
            self._drawn(field, None, code, slot.frame, text, slot.setting)
            return
        width, height = slot.frame[2] - slot.frame[0], slot.frame[3] - slot.frame[1]
        try:
            size, lines = set_text(text, slot.setting, width, height, hard=field.codec.hard_lines)
        except DoesNotFit as error:
            raise DoesNotFit(f"{document.id}: {code}: {error}") from None
        self._typed(field, None, code, slot.frame, size, lines, slot.setting)

    def rows(self, table: TableForm, area: Rectangle, rows: tuple[SetRow, ...]) -> tuple[SetRow, ...]:
        """Place rows below the header of ``area`` as far as they fit; return those that are left."""
        y = area[3] - table.header
        for at, row in enumerate(rows):
            if y - row.height < area[1]:
                return rows[at:]
            self._row(table, area[0], y, row)
            y -= row.height
            if table.row_rules and y > area[1] + 1.0:
                self._rules.append((round(area[0], 2), round(y, 2), round(area[2], 2), round(y, 2)))
        return ()

    def continued(self, left: list[tuple[TableForm, tuple[SetRow, ...]]]) -> list[tuple[TableForm, tuple[SetRow, ...]]]:
        """Stack on this continuation page what is left of each table; return what is left then."""
        more = self._form.continuation
        table, row = next((table, rows[0]) for table, rows in left if rows)
        code = self._document.code(row.stacks[0][0].cell.field.name, row.number)
        template = self._form.template.name
        if more is None:
            raise DoesNotFit(
                f"{self._document.id}: {code}: the row does not fit, and {template} has no continuation page;"
                " print fewer rows, or describe one in the template"
            )
        if row.height + table.header > more.area[3] - more.area[1]:
            raise DoesNotFit(f"{self._document.id}: {code}: the row is higher than a page of {template}; shorten its texts")
        y = more.area[3]
        rest: list[tuple[TableForm, tuple[SetRow, ...]]] = []
        for table, rows in left:
            if not rows or y - table.header - rows[0].height < more.area[1] or any(over for _, over in rest):
                rest.append((table, rows))
                continue
            area = (more.area[0], more.area[1], more.area[0] + table.area[2] - table.area[0], y)
            over = self.rows(table, area, rows)
            y = self._close(table, area, rows[: len(rows) - len(over)]) - more.gap
            rest.append((table, over))
        return rest

    def _close(self, table: TableForm, area: Rectangle, rows: tuple[SetRow, ...]) -> float:
        """Draw header, sides and column rules of a table on a continuation page; return its bottom."""
        top = area[3] - table.header
        bottom = top - sum(row.height for row in rows)
        self._layers.append(PlacedLayer(table.layer, round(area[0], 2), round(top, 2)))
        edges = [area[0], area[2]] if table.border else []
        if table.column_rules:
            edges += [area[0] + stack[0].left for stack in table.columns[1:]]
        self._rules += [(round(x, 2), round(bottom, 2), round(x, 2), round(top, 2)) for x in edges]
        self._rules.append((round(area[0], 2), round(bottom, 2), round(area[2], 2), round(bottom, 2)))
        return bottom

    def _row(self, table: TableForm, left: float, top: float, row: SetRow) -> None:
        for stack in row.stacks:
            y = top
            for at, each in enumerate(stack):
                bottom = y - table.strip - each.height - INSET if at < len(stack) - 1 else top - row.height
                self._cell(each, row.number, left, (bottom, y - table.strip), table.beside)
                y = bottom

    def _cell(self, each: SetCell, number: int, left: float, span: tuple[float, float], beside: float) -> None:
        cell = each.cell
        code = self._document.code(cell.field.name, number)
        x0, x1 = left + cell.left + INSET, left + cell.right - INSET
        frame = (round(x0, 2), round(span[0] + INSET, 2), round(x1 - beside, 2), round(span[1], 2))
        baseline = span[1] - 0.8 * each.size if beside else span[1] + 1.4
        self._code(code, x1 - 0.8 - len(code) * ADVANCE * CODE_POINTS, baseline)
        self._typed(cell.field, number, code, frame, each.size, each.lines, cell.setting)

    def _typed(
        self,
        field: Field[Any],
        row: int | None,
        code: str,
        frame: Rectangle,
        size: float,
        lines: tuple[str, ...],
        setting: Typesetting,
    ) -> None:
        placed, ink = set_lines(lines, size, setting, frame)
        self._boxes.append(
            PlacedBox(
                self._document.id, code, field.name, row, 1, self._document.owner(row), field.kind, self._number,
                frame, ink, "\n".join(lines), size, setting.font, setting.condensed, placed,
            )
        )  # fmt: skip

    def _drawn(
        self, field: Field[Any], row: int | None, code: str, frame: Rectangle, text: str, setting: Typesetting
    ) -> None:
        try:
            marks = place_marks(text, field.kind, frame) if text else ()
        except ValueError as error:
            raise DoesNotFit(f"{self._document.id}: {code}: {text!r}: {error}") from None
        self._marks += marks
        self._boxes.append(
            PlacedBox(
                self._document.id, code, field.name, row, 1, self._document.owner(row), field.kind, self._number,
                frame, ink_of(marks), None, setting.size, setting.font, 100.0, (),
            )
        )  # fmt: skip

    def _code(self, code: str, x: float, y: float) -> None:
        self._codes.append((round(x, 2), round(y, 2), code))

    def _add_layer(self) -> None:
        layer = self._form.layer
        if self._number > 1 and self._form.continuation is not None:
            layer = self._form.continuation.layer
        side = self._form.sheet
        self._layers.append(PlacedLayer(layer, round(side.left, 2), round(side.bottom, 2)))
