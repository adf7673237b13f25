"""Marks to frames on the sides of a dossier, and where a tag has room beside what is printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulator.errors import BadInput
from simulator.formats.truth import Rectangle, TruthBox, TruthDocument
from simulator.reports.debrief.outcomes import Mark, MarkKind

_SIDE = 3.0
"""Points between a tag and the sides of its frame."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """A mark on one side: its frame, and what may not be covered by its tag. ``codes`` are the boxes that it goes round."""

    kind: MarkKind
    letters: tuple[str, ...]
    frame: Rectangle
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedSide:
    """One side of a dossier (from 1) with its marks; ``side`` counts within the paper, ``ink`` is all that is printed."""

    page: int
    paper: TruthDocument
    side: int
    marks: tuple[PageMark, ...]
    ink: tuple[Rectangle, ...]


def marked_sides(marks: Iterable[Mark], papers: Sequence[TruthDocument]) -> tuple[MarkedSide, ...]:
    """Return the sides that bear a mark, the consignment's own papers first; raise ``BadInput`` for an unknown box."""
    every = tuple(marks)
    where: dict[str, list[tuple[TruthDocument, TruthBox]]] = {code: [] for mark in every for code in mark.boxes}
    for paper in papers:
        for box in paper.boxes:
            if box.box in where:
                where[box.box].append((paper, box))
    placed: dict[int, list[PageMark]] = {}
    paper_of: dict[int, TruthDocument] = {}
    for mark in every:
        for code in sorted(mark.boxes):
            if not where[code]:
                raise BadInput("the truth has no such box; put back the files of one pack", place=code)
        found = [pair for code in sorted(mark.boxes) for pair in where[code]]
        paper_of.update({box.page: paper for paper, box in found})
        for each in _page_marks(mark, [box for _, box in found]):
            placed.setdefault(each[0], []).append(each[1])
    order = sorted(placed, key=lambda page: (len(paper_of[page].consignments) != 1, page))
    return tuple(_side(page, paper_of[page], placed[page]) for page in order)


def _page_marks(mark: Mark, boxes: Sequence[TruthBox]) -> list[tuple[int, PageMark]]:
    """Return a frame for each box; one round all boxes of a page where a flag without cause left them open."""
    if len(mark.boxes) == 1:
        return [(box.page, PageMark(mark.kind, mark.letters, box.frame, (box.box,))) for box in boxes]
    by_page: Mapping[int, list[TruthBox]] = {page: [] for page in dict.fromkeys(box.page for box in boxes)}
    for box in boxes:
        by_page[box.page].append(box)
    return [
        (page, PageMark(mark.kind, mark.letters, around(box.frame for box in on), tuple(box.box for box in on)))
        for page, on in by_page.items()
    ]


def _side(page: int, paper: TruthDocument, marks: Sequence[PageMark]) -> MarkedSide:
    first = min(box.page for box in paper.boxes)
    ink = tuple(box.bbox for box in paper.boxes if box.page == page and box.bbox is not None)
    return MarkedSide(page, paper, page - first + 1, tuple(marks), ink)


def around(areas: Iterable[Rectangle]) -> Rectangle:
    """Return the smallest rectangle round all."""
    x0, y0, x1, y1 = zip(*areas, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def room_in(frame: Rectangle, ink: Iterable[Rectangle], width: float, height: float) -> tuple[float, float] | None:
    """Return the lower left corner of a tag inside the frame where nothing is printed, None where it has no room.

    Tried in order: right and left at half height, then the right and left corners, top before bottom.
    """
    x0, y0, x1, y1 = frame
    if x1 - x0 < width + 2 * _SIDE or y1 - y0 < height:
        return None
    near = [each for each in ink if _meets(each, frame)]
    right, left = x1 - width - _SIDE, x0 + _SIDE
    for y in ((y0 + y1 - height) / 2, y1 - height, y0):
        for x in (right, left):
            if not any(_meets(each, (x - 1.0, y, x + width + 1.0, y + height)) for each in near):
                return x, y
    return None


def _meets(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
