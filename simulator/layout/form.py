"""A template on a sheet in one language: every cell in points, and its static layers. Made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from simulator.documents.model import Field
from simulator.formats.truth import Rectangle
from simulator.formats.vocabulary import Language, Paper
from simulator.layout.checks import beside_width, code_width
from simulator.layout.fonts import ADVANCE
from simulator.layout.house import HouseTemplate
from simulator.layout.labels import continuation_layer, first_layer, header_layer
from simulator.layout.paper import MM, Sheet, sheet
from simulator.layout.schema import Box, Cell, Column, Continuation, Head, Style, Table
from simulator.layout.static import StaticLayer


@dataclass(frozen=True, slots=True)
class Typesetting:
    """How a value is set: face, size and the smallest it may shrink to, alignment, wrapping; points.

    ``condensed`` is the width of characters in percent of their own; ``middle`` centres lines in the frame's height.
    """

    font: str
    size: float
    smallest: float
    leading: float
    padding: float
    align: str
    wrap: str
    condensed: float
    middle: bool = False

    def advance(self, size: float) -> float:
        """Return the width of a character in points."""
        return ADVANCE * size * self.condensed / 100.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A single box on the sheet: its frame, and the right end and baseline of its code."""

    field: Field[Any]
    frame: Rectangle
    code_at: tuple[float, float]
    setting: Typesetting


@dataclass(frozen=True, slots=True)
class TableCell:
    """A field of a table's rows; ``left`` and ``right`` are its column's edges from the table's left edge."""

    field: Field[Any]
    left: float
    right: float
    setting: Typesetting


@dataclass(frozen=True, slots=True)
class TableForm:
    """A table: its columns as stacks of cells, its area on the first page, its header for continuation pages.

    Codes stand in a ``strip`` above each value, or ``beside`` it in so many points; the other one is 0.
    """

    lines: str
    area: Rectangle
    header: float
    strip: float
    beside: float
    columns: tuple[tuple[TableCell, ...], ...]
    layer: StaticLayer
    border: bool
    column_rules: bool
    row_rules: bool


@dataclass(frozen=True, slots=True)
class ContinuationForm:
    """A continuation page: the area in which tables are stacked."""

    area: Rectangle
    gap: float
    layer: StaticLayer
    heads: tuple[Head, ...]
    notice: Head | None


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A whole template on its sheet."""

    template: HouseTemplate
    sheet: Sheet
    layer: StaticLayer
    slots: tuple[Slot, ...]
    tables: tuple[TableForm, ...]
    heads: tuple[Head, ...]
    continuation: ContinuationForm | None


@cache
def form(template: HouseTemplate, paper: Paper, language: Language) -> Form:
    """Return the template's cells on a sheet of ``paper``, labelled in ``language`` (or both, as its style says)."""
    body = template.body
    side = sheet(paper, body.orientation)
    return Form(
        template,
        side,
        first_layer(template, language),
        tuple(_slot(box, template, side) for box in body.box),
        tuple(_table(index, template, side, language) for index in range(len(body.table))),
        body.head,
        None if body.continuation is None else _continuation(body.continuation, template, side, language),
    )


def on_sheet(cell: Cell, side: Sheet) -> Rectangle:
    """Return a cell in points from the sheet's bottom left."""
    x, y, width, height = cell
    left, top = side.left + x * MM, side.top - y * MM
    return left, top - height * MM, left + width * MM, top


def _setting(piece: Box | Column, style: Style) -> Typesetting:
    size = piece.size or style.size
    return Typesetting(
        piece.font or style.font,
        size,
        piece.smallest or min(style.smallest, size),
        style.leading,
        style.padding * MM,
        piece.align,
        piece.wrap,
        piece.condensed,
        isinstance(piece, Box) and (piece.valign == "middle" or piece.label_at == "left"),
    )


def _slot(box: Box, template: HouseTemplate, side: Sheet) -> Slot:
    style = template.body.style
    x0, y0, x1, y1 = on_sheet(box.cell, side)
    code_at = (round(x1 - 1.6, 2), round(y1 - style.strip * MM + 2.6, 2))
    if box.label_at == "left":
        code_at = (code_at[0], round((y0 + y1) / 2 - 1.5, 2))
        x0, x1 = x0 + box.label_width * MM, x1 - code_width(template.type.prefix) * MM
    else:
        y1 -= style.strip * MM
    frame = (round(x0 + 0.5, 2), round(y0 + 0.5, 2), round(x1 - 0.5, 2), round(y1, 2))
    return Slot(template.type.field(box.field), frame, code_at, _setting(box, style))


def _table(index: int, template: HouseTemplate, side: Sheet, language: Language) -> TableForm:
    table, style = template.body.table[index], template.body.style
    return TableForm(
        table.lines,
        on_sheet(table.cell, side),
        table.header * MM,
        0.0 if table.codes == "beside" else style.row_strip * MM,
        beside_width(template.type.prefix) * MM if table.codes == "beside" else 0.0,
        _stacks(table, template),
        header_layer(template, index, language),
        table.border,
        table.column_rules,
        table.row_rules,
    )


def _stacks(table: Table, template: HouseTemplate) -> tuple[tuple[TableCell, ...], ...]:
    stacks: list[list[TableCell]] = []
    left = right = 0.0
    for column in table.columns:
        if not column.under:
            left, right = right, right + column.width * MM
            stacks.append([])
        setting = _setting(column, template.body.style)
        stacks[-1].append(TableCell(template.type.field(column.field), left, right, setting))
    return tuple(tuple(stack) for stack in stacks)


def _continuation(more: Continuation, template: HouseTemplate, side: Sheet, language: Language) -> ContinuationForm:
    layer = continuation_layer(template, language)
    return ContinuationForm(on_sheet(more.cell, side), more.gap * MM, layer, more.head, more.notice)
