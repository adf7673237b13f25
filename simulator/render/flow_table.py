"""Ruled tables: cells wrap, rows break over pages, the header comes back on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, TypeAlias

from simulator.errors import BrokenData
from simulator.render.flow_blocks import LEADING
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Op, Rule, Slice
from simulator.render.flow_text import Content, Line, line_ops, plain, wrap

Align = Literal["left", "right", "centre"]
Row: TypeAlias = tuple[Content, ...]
Cells: TypeAlias = tuple[tuple[Line, ...], ...]

_PAD_X = 3.0
_PAD_Y = 2.2
_MOST_LINES = 24
"""A row of more lines is divided, so that a very long cell cannot outgrow a page."""
_RULE_GREY = 0.55
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Column:
    """A column's header and its share of the table's width; ``heavy`` asks for a thick rule on its left."""

    title: Content
    share: float
    align: Align = "left"
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text; every row has one cell for each column.

    ``whole`` keeps it on one page where one can hold it; ``keep`` ties its last row to what follows.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    size: float = 8.0
    before: float = 4.0
    header: bool = True
    whole: bool = False
    keep: bool = False

    def slices(self, width: float) -> tuple[Slice, ...]:
        """Return a band for the header and one for each row; no row stands alone on a page."""
        grid = _Grid(self.columns, _widths(self.columns, self.size, width), self.size)
        head = grid.header() if self.header else None
        found = [replace(head, before=self.before, keep=True)] if head else []
        last = len(self.rows) - 1
        for index, row in enumerate(self.rows):
            keep = self.keep if index == last else self.whole or index in (0, last - 1)
            bands = [replace(band, head=head) for band in grid.row(row)]
            bands[-1] = replace(bands[-1], keep=keep)
            if not found:
                bands[0] = replace(bands[0], before=self.before)
            found.extend(bands)
        return tuple(found)


def twice_across(columns: tuple[Column, ...], rows: Sequence[Row]) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Return columns and rows of a table that runs down its left half, then down its right."""
    half = (len(rows) + 1) // 2
    right = [*rows[half:], ("",) * len(columns)]
    second = (replace(columns[0], heavy=True), *columns[1:])
    return (*columns, *second), tuple((*rows[index], *right[index]) for index in range(half))


@lru_cache(maxsize=512)
def _widths(columns: tuple[Column, ...], size: float, width: float) -> tuple[float, ...]:
    """Share the width out; a column whose header has a longer word takes what it needs from the others."""
    needs = [max(text_width(word, size, "bold") for word in plain(each.title).split() or [""]) for each in columns]
    least = [need + 2 * _PAD_X + 0.1 for need in needs]
    narrow: set[int] = set()
    while True:
        free = width - sum(least[index] for index in narrow)
        total = sum(column.share for index, column in enumerate(columns) if index not in narrow)
        widths = [least[at] if at in narrow else free * each.share / total for at, each in enumerate(columns)]
        more = {index for index, wide in enumerate(widths) if wide < least[index] - _SLACK}
        if not more:
            return tuple(widths)
        narrow |= more
        if len(narrow) == len(columns):
            raise BrokenData(f"page flow: the headers of {len(columns)} columns do not fit {width:.0f} points")


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of one table at their widths."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    size: float

    def header(self) -> Slice:
        cells = tuple(self._wrapped([column.title for column in self.columns], bold=True))
        shade = Area(0.0, -self._height(cells), sum(self.widths), self._height(cells), fill=0.9)
        return self._band(cells, (shade,), opens=True, closes=True)

    def row(self, row: Row) -> list[Slice]:
        """Return the row's band, or several where it has very many lines."""
        if len(row) != len(self.columns):
            raise BrokenData(f"page flow: a row of {len(row)} cells in a table of {len(self.columns)} columns")
        cells = tuple(self._wrapped(row, bold=False))
        longest = max(len(lines) for lines in cells)
        return [
            self._band(
                tuple(lines[start : start + _MOST_LINES] for lines in cells),
                opens=start == 0,
                closes=start + _MOST_LINES >= longest,
            )
            for start in range(0, longest, _MOST_LINES)
        ]

    def _wrapped(self, row: Sequence[Content], bold: bool) -> Iterator[tuple[Line, ...]]:
        for cell, wide in zip(row, self.widths, strict=True):
            yield wrap(cell, self.size, wide - 2 * _PAD_X, bold)

    def _height(self, cells: Cells) -> float:
        return max(len(lines) for lines in cells) * self.size * LEADING + 2 * _PAD_Y

    def _band(self, cells: Cells, under: tuple[Op, ...] = (), *, opens: bool, closes: bool) -> Slice:
        """Draw cells and their rules; a part of a divided row has no rule towards its other parts."""
        height, total = self._height(cells), sum(self.widths)
        ops: list[Op] = [*under]
        if opens:
            ops.append(Rule(0.0, 0.0, total, 0.0, grey=_RULE_GREY))
        if closes:
            ops.append(Rule(0.0, -height, total, -height, grey=_RULE_GREY))
        x = 0.0
        for column, lines, wide in zip(self.columns, cells, self.widths, strict=True):
            ops.append(Rule(x, 0.0, x, -height, 1.4 if column.heavy else 0.5, 0.0 if column.heavy else _RULE_GREY))
            for index, line in enumerate(lines):
                free = wide - 2 * _PAD_X - line.width
                shift = {"left": 0.0, "right": free, "centre": free / 2}[column.align]
                baseline = -_PAD_Y - self.size * (1.0 + index * LEADING)
                ops.extend(line_ops(line, x + _PAD_X + shift, baseline, self.size))
            x += wide
        ops.append(Rule(total, 0.0, total, -height, grey=_RULE_GREY))
        return Slice(height, tuple(ops))
