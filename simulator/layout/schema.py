"""A template file, as msgspec reads it. Millimetres from the top left of the shared area; type sizes in points.

Every piece is one TOML table; ``checks`` holds what types cannot say.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from simulator.formats.key import Bilingual
from simulator.layout.paper import Orientation

Point = tuple[float, float]
Cell = tuple[float, float, float, float]
"""x, y, width, height."""
Align = Literal["left", "center", "right"]


class Piece(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of a template; an unknown key is an error."""


class PrintingFormats(Piece, frozen=True):
    """How this house prints numbers and dates, see ``documents.printing``."""

    numbers: str
    dates: str


class Style(Piece, frozen=True):
    """What all pieces share unless they say otherwise.

    ``labels`` prints labels in the document's language, or in both ("SHIPPER / EMBARCADOR"); ``strip`` is the height of
    the band on top of a cell that holds label and code, ``row_strip`` of that on top of a table's cells, in millimetres;
    ``border`` is the line width of cells.
    """

    labels: Literal["document", "both"] = "document"
    capitals: bool = False
    label_font: str = "Vera"
    label_size: float = 5.5
    font: str = "Courier"
    size: float = 8.5
    smallest: float = 6.0
    leading: float = 1.1
    strip: float = 2.9
    row_strip: float = 2.1
    border: float = 0.5
    padding: float = 0.8


class Text(Piece, frozen=True):
    """Fixed words. ``at`` is x and baseline; with ``width`` they are set as a paragraph of that width."""

    at: Point
    text: Bilingual | str
    font: str = "Vera"
    size: float = 6.0
    align: Align = "left"
    width: float | None = None
    leading: float = 1.2
    both: bool = False


class Rule(Piece, frozen=True):
    """A straight line from ``start`` to ``end``."""

    start: Point
    end: Point
    weight: float = 0.5


class Rect(Piece, frozen=True):
    """A ruled or filled area; ``grey`` 0 is black, 1 leaves the paper."""

    cell: Cell
    grey: float = 1.0
    weight: float = 0.5


class Head(Piece, frozen=True):
    """A running head on continuation pages: typed words in which {value} is a field's text, {page} and {pages} count."""

    at: Point
    text: Bilingual | str
    field: str | None = None
    font: str = "Courier-Bold"
    size: float = 8.0
    align: Align = "left"


class Box(Piece, frozen=True):
    """A single box: its ruled cell with label and code in a strip on top, or with the label at the left.

    ``condensed`` is the width of typed characters in percent of their own.
    """

    field: str
    cell: Cell
    label: Bilingual | None = None
    label_at: Literal["top", "left", "none"] = "top"
    label_width: float = 0.0
    size: float | None = None
    smallest: float | None = None
    font: str | None = None
    condensed: float = 100.0
    align: Align = "left"
    valign: Literal["top", "middle"] = "top"
    wrap: str = "words"
    border: bool = True
    grey: float = 1.0


class Column(Piece, frozen=True):
    """A field of a table's rows; ``under`` stacks it in the same column beneath the one before."""

    field: str
    width: float = 0.0
    under: bool = False
    label: Bilingual | None = None
    size: float | None = None
    smallest: float | None = None
    font: str | None = None
    condensed: float = 100.0
    align: Align = "left"
    wrap: str = "words"


class Table(Piece, frozen=True):
    """The rows of a group of lines. ``cell`` is its area with header; ``header`` the height of the header band.

    ``codes`` stand in a strip above each value, or beside it, which saves height where columns are wide.
    """

    lines: str
    cell: Cell
    columns: tuple[Column, ...]
    header: float = 6.0
    grey: float = 0.92
    border: bool = True
    column_rules: bool = True
    row_rules: bool = True
    codes: Literal["above", "beside"] = "above"


class Continuation(Piece, frozen=True):
    """A continuation page. What is left of each table is stacked in ``cell``; heads tie the page to the first."""

    cell: Cell
    text: tuple[Text, ...] = ()
    rule: tuple[Rule, ...] = ()
    rect: tuple[Rect, ...] = ()
    head: tuple[Head, ...] = ()
    gap: float = 4.0
    notice: Head | None = None


class Template(Piece, frozen=True):
    """One house style of one document type; with a ``mode`` only for papers of goods that travel so.

    Papers of half a ``side`` are bound two to a side.
    """

    format: int
    document: str
    printing: PrintingFormats
    style: Style = Style()
    mode: Literal["sea", "air"] | None = None
    orientation: Orientation = "portrait"
    side: Literal["whole", "half"] = "whole"
    text: tuple[Text, ...] = ()
    rule: tuple[Rule, ...] = ()
    rect: tuple[Rect, ...] = ()
    head: tuple[Head, ...] = ()
    box: tuple[Box, ...] = ()
    table: tuple[Table, ...] = ()
    continuation: Continuation | None = None
