"""Sheets to the bytes of an XLSX file: every text is written as text, and nothing is ever a formula."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from simulator.formats.spreadsheet import FORMULA_STARTS
from simulator.grading.tables import Cell
from simulator.reports.workbook.sheets import Column, Sheet

LONGEST_TEXT = 32767
"""Characters of a cell, by the format's own limit."""
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""A date that is always the same: equal grades give equal files."""
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SHAPES = {"text": "General", "whole": "0", "score": "0.0", "number": "0.00"}
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def workbook_bytes(sheets: Sequence[Sheet], title: str, cut: str) -> bytes:
    """Return the file; ``cut`` is said at the end of a text that is longer than a cell may be."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, _OPTIONS)
    book.set_properties({"title": title, "created": _CREATED.replace(tzinfo=None)})
    formats = _Formats(book, cut)
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, formats)
    book.close()
    return file.getvalue()


class _Formats:
    """The few formats of a workbook, each made once."""

    def __init__(self, book: Any, cut: str) -> None:
        self.cut = cut
        self.header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.shapes = {shape: book.add_format({"num_format": code}) for shape, code in _SHAPES.items()}
        # A spreadsheet that is typed over takes such a text for a formula, unless it is marked as quoted.
        self.quoted = book.add_format({"quote_prefix": True})


def _write(target: Any, sheet: Sheet, formats: _Formats) -> None:
    for number, width in enumerate(sheet.widths or [each.width for each in sheet.columns]):
        target.set_column(number, number, width)
    first = 1 if sheet.columns else 0
    for number, column in enumerate(sheet.columns):
        target.write_string(0, number, column.title, formats.header)
    if sheet.columns:
        target.freeze_panes(1, 1)
        target.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
    shapes = sheet.columns or [Column("", "number")] * max((len(row) for row in sheet.rows), default=0)
    for down, row in enumerate(sheet.rows, first):
        for across, (cell, column) in enumerate(zip(row, shapes, strict=False)):
            _cell(target, (down, across), cell, column, formats)


def _cell(target: Any, place: tuple[int, int], cell: Cell, column: Column, formats: _Formats) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        text = plain(cell, formats.cut)
        target.write_string(*place, text, formats.quoted if text.startswith(FORMULA_STARTS) else None)
    else:
        shape = "whole" if isinstance(cell, int) else column.shape
        target.write_number(*place, float(cell), formats.shapes[shape])


def plain(text: str, cut: str) -> str:
    """Return text that a cell can hold: what XML cannot hold is replaced, too long a text is cut and says so."""
    whole = _NO_XML.sub("�", text.replace("\r\n", "\n").replace("\r", "\n"))
    return whole if len(whole) <= LONGEST_TEXT else whole[: LONGEST_TEXT - len(cut)] + cut
