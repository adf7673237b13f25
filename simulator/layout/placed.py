"""What lies where on a side: the records that PDF, ground truth, verification and debrief overlays share.

All coordinates are points from the side's bottom left, rounded to hundredths. What a dossier has thousands of is a
``msgspec`` record, which is made in a twentieth of a frozen dataclass's time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import msgspec

from simulator.documents.model import Document
from simulator.formats.truth import Rectangle
from simulator.formats.vocabulary import BoxKind
from simulator.layout.paper import Sheet
from simulator.layout.static import StaticLayer

Line = tuple[float, float, str]
"""x, baseline, text."""


@lru_cache(maxsize=8192, typed=True)
def hundredths(points: float) -> float:
    """Return a coordinate rounded to hundredths; most come up on many sides, and rounding a float takes its time."""
    return round(points, 2)


class PlacedBox(msgspec.Struct, frozen=True):
    """One box of a paper. ``frame`` is the cell's area for the value, ``ink`` what the value covers, None when empty.

    ``text`` is what is printed, lines joined by a newline, "" when empty, None where the value is drawn. ``page``
    counts from 1 within the document; ``condensed`` is the width of characters in percent of their own.
    """

    document: str
    code: str
    field: str
    row: int | None
    part: int
    consignment: str | None
    kind: BoxKind
    page: int
    frame: Rectangle
    ink: Rectangle | None
    text: str | None
    points: float
    font: str
    condensed: float
    lines: tuple[Line, ...]


class PlacedMark(msgspec.Struct, frozen=True):
    """A drawn value: ``kind`` is one of ``layout.marks``; ``key`` decides its strokes or is its lettering."""

    kind: str
    frame: Rectangle
    key: str


class PlacedText(msgspec.Struct, frozen=True):
    """Typed words outside of all boxes: running heads of continuation pages, the footer."""

    x: float
    y: float
    text: str
    font: str
    points: float


@dataclass(frozen=True, slots=True)
class PlacedLayer:
    """A template's static layer with the place of its origin, the bottom left of what it draws."""

    layer: StaticLayer
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """One side of a paper. ``codes`` are the small box codes, ``rules`` the lines between rows (x0, y0, x1, y1).

    A ``half`` one leaves the lower half of its side to another.
    """

    number: int
    sheet: Sheet
    layers: tuple[PlacedLayer, ...]
    boxes: tuple[PlacedBox, ...]
    marks: tuple[PlacedMark, ...]
    codes: tuple[Line, ...]
    texts: tuple[PlacedText, ...]
    rules: tuple[Rectangle, ...]
    half: bool = False


@dataclass(frozen=True, slots=True)
class PlacedDocument:
    """A paper laid out on its pages."""

    document: Document
    pages: tuple[PlacedPage, ...]

    @property
    def boxes(self) -> tuple[PlacedBox, ...]:
        """All boxes, page by page."""
        return tuple(box for page in self.pages for box in page.boxes)
