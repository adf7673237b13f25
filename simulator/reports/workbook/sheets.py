"""A sheet before it is written: titled columns, and cells that are text, numbers or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.grading.tables import Cell
from simulator.reports.wording import Wording

Shape = Literal["text", "whole", "score", "number"]
"""How a column's numbers are shown: not at all, 12, 61.2, 0.25."""

SHEETS = ("about", "results", "responses", "flags", "items", "papers", "clues")


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``width`` in characters."""

    title: str
    shape: Shape = "number"
    width: float = 11.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A named sheet; ``columns`` is empty where the sheet is no table and has no header."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()


def table(sheet: str, shapes: Mapping[str, Shape], rows: Iterable[Sequence[Cell]], words: Wording) -> Sheet:
    """Return a sheet whose columns are named and shaped by ``shapes``."""
    columns = tuple(Column(title_of(sheet, name, words), shape, _width(shape)) for name, shape in shapes.items())
    return Sheet(words.say(f"sheets.{sheet}"), columns, tuple(tuple(row) for row in rows))


def title_of(sheet: str, name: str, words: Wording) -> str:
    """Return a column's title: the sheet's own, the common one, or the name that it has in the result files."""
    return next((words.say(key) for key in (f"{sheet}.{name}", f"common.{name}") if key in words.texts.entries), name)


def _width(shape: Shape) -> float:
    return 16.0 if shape == "text" else 11.0
