"""The rows of a table: set to their columns' widths, as high as their tallest cell, each kept whole."""

from __future__ import annotations

import msgspec

from simulator.documents.model import Document
from simulator.layout.fit import DoesNotFit, set_text, text_height
from simulator.layout.form import TableCell, TableForm

INSET = 0.5
"""Points between a cell's edge and its frame."""


class SetCell(msgspec.Struct, frozen=True):
    """One field of a row with its text set; ``height`` is that of its frame."""

    cell: TableCell
    text: str
    size: float
    lines: tuple[str, ...]
    height: float


class SetRow(msgspec.Struct, frozen=True):
    """One row; ``height`` includes the strips that hold the codes."""

    number: int
    stacks: tuple[tuple[SetCell, ...], ...]
    height: float


def set_rows(document: Document, table: TableForm) -> tuple[SetRow, ...]:
    """Return every row of the table, set; raise ``DoesNotFit`` naming document and box."""
    return tuple(_row(document, table, number) for number in document.row_numbers(table.lines))


def _row(document: Document, table: TableForm, number: int) -> SetRow:
    stacks = tuple(tuple(_cell(document, cell, number, table.beside) for cell in stack) for stack in table.columns)
    height = max(sum(table.strip + each.height + INSET for each in stack) for stack in stacks)
    return SetRow(number, stacks, height)


def _cell(document: Document, cell: TableCell, number: int, beside: float) -> SetCell:
    text = document.printed(cell.field.name, number)
    width = cell.right - cell.left - 2 * INSET - beside
    try:
        size, lines = set_text(text, cell.setting, width, None, hard=cell.field.codec.hard_lines)
    except DoesNotFit as error:
        raise DoesNotFit(f"{document.id}: {document.code(cell.field.name, number)}: {error}") from None
    return SetCell(cell, text, size, lines, text_height(max(len(lines), 1), size, cell.setting.leading))
