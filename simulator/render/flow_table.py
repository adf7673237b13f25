"""Ruled tables: cells wrap, rows break over pages, the header comes back on each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, TypeAlias

from simulator.errors import BrokenData
from simulator.render.flow_blocks import LEADING
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Op, Rule, Slice
from simulator.render.flow_text import Content, Line, line_ops, plain, wrap

Align = Literal["left", "right", "centre"]
Cells: TypeAlias = tuple[tuple[Line, ...], ...]

_PAD_X = 3.0
_PAD_Y = 2.2
_MOST_LINES = 24
"""A row of more lines is divided, so that a very long cell cannot outgrow a page."""
_RULE_GREY = 0.55
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Column:
    """A column's header and its share of the table's width."""

    title: Content
    share: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text; every row has one cell for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Content, ...], ...]
    size: float = 8.0
    before: float = 4.0
    header: bool = True
    whole: bool = False
    """Keep all rows on one page, when a page can hold them."""

    def slices(self, width: float) -> tuple[Slice, ...]:
        """Return a band for the header and one for each row."""
        widths = _widths(self.columns, self.size, width)
        aligns: tuple[Align, ...] = tuple(column.align for column in self.columns)
        found: list[Slice] = []
        head = _header(self, widths, aligns) if self.header else None
        if head:
            found.append(Slice(head.height, head.ops, self.before, keep=True))
        last = len(self.rows) - 1
        for index, row in enumerate(self.rows):
            keep = index < last and (self.whole or index in (0, last - 1))
            if len(row) != len(self.columns):
                raise BrokenData(f"page flow: a row of {len(row)} cells in a table of {len(self.columns)} columns")
            cells = tuple(wrap(cell, self.size, wide - 2 * _PAD_X) for cell, wide in zip(row, widths, strict=True))
            for part, opens, closes in _parts(cells):
                before = self.before if not found else 0.0
                band = _band(part, widths, aligns, self.size, before, head, opens, closes, None)
                found.append(replace(band, keep=keep and closes))
        return tuple(found)


@lru_cache(maxsize=512)
def _widths(columns: tuple[Column, ...], size: float, width: float) -> tuple[float, ...]:
    """Share the width out; a column whose header has a longer word takes what it needs from the others."""
    needs = [max(text_width(word, size, "bold") for word in plain(each.title).split() or [""]) for each in columns]
    least = [need + 2 * _PAD_X + 0.1 for need in needs]
    narrow: set[int] = set()
    while True:
        free = width - sum(least[index] for index in narrow)
        total = sum(column.share for index, column in enumerate(columns) if index not in narrow)
        widths = [least[index] if index in narrow else free * column.share / total for index, column in enumerate(columns)]
        more = {index for index, wide in enumerate(widths) if wide < least[index] - _SLACK}
        if not more:
            return tuple(widths)
        if len(narrow | more) == len(columns):
            raise BrokenData(f"page flow: the headers of {len(columns)} columns do not fit {width:.0f} points")
        narrow |= more


def _header(table: Table, widths: tuple[float, ...], aligns: tuple[Align, ...]) -> Slice:
    cells = tuple(
        wrap(column.title, table.size, wide - 2 * _PAD_X, True) for column, wide in zip(table.columns, widths, strict=True)
    )
    return _band(cells, widths, aligns, table.size, 0.0, None, True, True, 0.9)


def _parts(cells: Cells) -> list[tuple[Cells, bool, bool]]:
    """Divide a row of very many lines; say of each part whether it opens and closes the row."""
    longest = max(len(lines) for lines in cells)
    starts = range(0, longest, _MOST_LINES)
    return [
        (tuple(lines[start : start + _MOST_LINES] for lines in cells), start == 0, start + _MOST_LINES >= longest)
        for start in starts
    ]


def _band(
    cells: Cells,
    widths: tuple[float, ...],
    aligns: tuple[Align, ...],
    size: float,
    before: float,
    head: Slice | None,
    opens: bool,
    closes: bool,
    fill: float | None,
) -> Slice:
    step = size * LEADING
    height = max(len(lines) for lines in cells) * step + 2 * _PAD_Y
    total = sum(widths)
    ops: list[Op] = []
    if fill is not None:
        ops.append(Area(0.0, -height, total, height, fill=fill))
    if opens:
        ops.append(Rule(0.0, 0.0, total, 0.0, grey=_RULE_GREY))
    if closes:
        ops.append(Rule(0.0, -height, total, -height, grey=_RULE_GREY))
    x = 0.0
    for lines, wide, align in zip(cells, widths, aligns, strict=True):
        ops.append(Rule(x, 0.0, x, -height, grey=_RULE_GREY))
        for index, line in enumerate(lines):
            free = wide - 2 * _PAD_X - line.width
            shift = {"left": 0.0, "right": free, "centre": free / 2}[align]
            ops.extend(line_ops(line, x + _PAD_X + shift, -_PAD_Y - size - index * step, size))
        x += wide
    ops.append(Rule(total, 0.0, total, -height, grey=_RULE_GREY))
    return Slice(height, tuple(ops), before, head=head)
