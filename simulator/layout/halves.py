"""Papers of half a side: two of them lie on one side, one above the other, each with its own boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from simulator.formats.truth import Rectangle
from simulator.layout.paper import HALF_STEP, MM
from simulator.layout.placed import Line, PlacedBox, PlacedDocument, PlacedPage

_DOWN = HALF_STEP * MM


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of some papers laid one after the other, and each paper with the sides that lie before it."""

    pages: tuple[PlacedPage, ...]
    documents: tuple[tuple[PlacedDocument, int], ...]


def on_sides(documents: Sequence[PlacedDocument]) -> Sides:
    """Give every page a side, in order; a half page that follows one that lies alone goes beneath it."""
    sides: list[PlacedPage] = []
    placed: list[tuple[PlacedDocument, int]] = []
    alone = False
    for document in documents:
        pages: list[PlacedPage] = []
        before = len(sides) - 1 if alone and document.pages[0].half else len(sides)
        for page in document.pages:
            if beneath := alone and page.half:
                page = _lowered(page, len(sides) - before)
                sides[-1] = _together(sides[-1], page)
            else:
                page = _numbered(page, len(sides) - before + 1)
                sides.append(page)
            alone = page.half and not beneath
            pages.append(page)
        placed.append((replace(document, pages=tuple(pages)), before))
    return Sides(tuple(sides), tuple(placed))


def _numbered(page: PlacedPage, number: int) -> PlacedPage:
    if page.number == number:
        return page
    return replace(page, number=number, boxes=tuple(structs.replace(box, page=number) for box in page.boxes))


def _lowered(page: PlacedPage, number: int) -> PlacedPage:
    """Return the page moved to the lower half of its side."""
    return replace(
        page,
        number=number,
        layers=tuple(replace(each, y=round(each.y - _DOWN, 2)) for each in page.layers),
        boxes=tuple(_lower_box(box, number) for box in page.boxes),
        marks=tuple(structs.replace(each, frame=_lower(each.frame)) for each in page.marks),
        codes=_lower_lines(page.codes),
        texts=tuple(structs.replace(each, y=round(each.y - _DOWN, 2)) for each in page.texts),
        rules=tuple(_lower(rule) for rule in page.rules),
    )


def _lower_box(box: PlacedBox, number: int) -> PlacedBox:
    ink = None if box.ink is None else _lower(box.ink)
    return structs.replace(box, page=number, frame=_lower(box.frame), ink=ink, lines=_lower_lines(box.lines))


def _lower_lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple((x, round(y - _DOWN, 2), text) for x, y, text in lines)


def _lower(area: Rectangle) -> Rectangle:
    return area[0], round(area[1] - _DOWN, 2), area[2], round(area[3] - _DOWN, 2)


def _together(upper: PlacedPage, lower: PlacedPage) -> PlacedPage:
    """Return one side with what stands on both halves."""
    return replace(
        upper,
        layers=upper.layers + lower.layers,
        boxes=upper.boxes + lower.boxes,
        marks=upper.marks + lower.marks,
        codes=upper.codes + lower.codes,
        texts=upper.texts + lower.texts,
        rules=upper.rules + lower.rules,
    )
