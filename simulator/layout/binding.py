"""A dossier: papers bound one after the other, every section from an odd side, each side with its footer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from simulator.formats.vocabulary import Paper
from simulator.layout.fonts import ADVANCE, vera_width
from simulator.layout.halves import on_sides
from simulator.layout.paper import MM, Orientation, Sheet, area, sheet
from simulator.layout.placed import PlacedDocument, PlacedLayer, PlacedPage, PlacedText
from simulator.layout.static import StaticLayer, Words

SPECIMEN = (
    "TRAINING SPECIMEN – INVENTED PARTIES – NOT A TRADE DOCUMENT",
    "EJEMPLAR DE CAPACITACIÓN – PARTES FICTICIAS – SIN VALOR COMERCIAL",
)
_SPECIMEN_SIZE, _FOOTER_SIZE = 7.0, 9.0
_BASELINE = 1.8
"""Points from the shared area's lower edge to the footer's last baseline."""


@dataclass(frozen=True, slots=True)
class Section:
    """Papers bound together: a consignment's, or shared ones; ``label`` stands in the footer ("C07")."""

    label: str
    documents: tuple[PlacedDocument, ...]


@dataclass(frozen=True, slots=True)
class BoundPage:
    """One side of the file, counted from 1; ``page`` is None on a blank side."""

    number: int
    sheet: Sheet
    page: PlacedPage | None
    specimen: PlacedLayer
    footer: PlacedText | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All sides of a file, and each paper with the sides that lie before it."""

    pages: tuple[BoundPage, ...]
    documents: tuple[tuple[PlacedDocument, int], ...]


def bind(sections: Iterable[Section], paper: Paper) -> Dossier:
    """Bind sections in order; a section that would begin on an even side has a blank one put before it.

    Papers of half a side that follow each other share one.
    """
    pages: list[BoundPage] = []
    documents: list[tuple[PlacedDocument, int]] = []
    for section in sections:
        if len(pages) % 2:
            pages.append(_blank(len(pages) + 1, paper))
        sides = on_sides(section.documents)
        documents += ((document, len(pages) + before) for document, before in sides.documents)
        for at, page in enumerate(sides.pages, start=1):
            pages.append(_bound(len(pages) + 1, page, f"{section.label} · {at}/{len(sides.pages)}"))
    return Dossier(tuple(pages), tuple(documents))


def _bound(number: int, page: PlacedPage, label: str) -> BoundPage:
    side = page.sheet
    across = len(label) * ADVANCE * _FOOTER_SIZE
    y = round(side.bottom + _BASELINE + 1.0, 2)
    footer = PlacedText(round(side.right - across, 2), y, label, "Courier-Bold", _FOOTER_SIZE)
    return BoundPage(number, side, page, _specimen(side), footer)


def _blank(number: int, paper: Paper) -> BoundPage:
    side = sheet(paper, "portrait")
    return BoundPage(number, side, None, _specimen(side), None)


@cache
def _specimen(side: Sheet) -> PlacedLayer:
    orientation: Orientation = "portrait" if side.height > side.width else "landscape"
    return PlacedLayer(_specimen_layer(orientation), round(side.left, 2), round(side.bottom, 2))


@cache
def _specimen_layer(orientation: Orientation) -> StaticLayer:
    width, height = (value * MM for value in area(orientation))
    words: list[Words] = []
    for at, line in enumerate(reversed(SPECIMEN)):
        across = vera_width(line, "VeraBd", _SPECIMEN_SIZE)
        y = _BASELINE + at * _SPECIMEN_SIZE * 1.2
        words.append((round((width - across) / 2, 2), round(y, 2), line, "VeraBd", _SPECIMEN_SIZE))
    return StaticLayer(f"specimen:{orientation}", width, height, tuple(reversed(words)))
