"""What a trainee is graded on can be seen: every evidence box, on the page as it is printed at 150 dots to the inch.

Ink is what the page shows beyond the same page with nothing typed and nothing drawn by hand: labels, rules and box codes
alone. Text is read from the file by the origins of its characters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

import msgspec
import numpy as np
import pypdfium2
import pytest
from layout.reading import Character, characters
from pack.making import SCENARIOS, shipped

from simulator.exercise.planning import plan
from simulator.exercise.variants import variant
from simulator.formats.key import Evidence, KeyVariant
from simulator.formats.truth import Rectangle, Truth, TruthBox
from simulator.layout.binding import BoundPage
from simulator.layout.truth import truth
from simulator.pack.dossier import dossier
from simulator.render.pdf import render_pdf

DOTS = 150 / 72
SMALLEST = 6.0
DARKER = 40
"""Greys of 255 by which a dot must differ to count as ink."""
FEW = [(name, "raster") for name in SCENARIOS]
MANY = [(name, f"many-rasters-{number}") for name in SCENARIOS for number in range(10)]


@dataclass(frozen=True)
class Sheets:
    """A variant as it is printed, and its forms with nothing filled in."""

    key: KeyVariant
    where: Truth
    printed: bytes
    bare: bytes

    @cached_property
    def _files(self) -> tuple[pypdfium2.PdfDocument, pypdfium2.PdfDocument]:
        return pypdfium2.PdfDocument(self.printed), pypdfium2.PdfDocument(self.bare)

    @cached_property
    def ink(self) -> tuple[np.ndarray, ...]:
        """For each side the dots that are darker or lighter than on the bare form, rows from the top."""
        return tuple(np.abs(_greys(one) - _greys(other)) > DARKER for one, other in zip(*self._files, strict=True))

    @cached_property
    def letters(self) -> tuple[tuple[list[Character], list[Character]], ...]:
        """For each side the characters that it prints, and those of its bare form."""
        return tuple((characters(one), characters(other)) for one, other in zip(*self._files, strict=True))

    def boxes(self) -> Iterator[tuple[str, TruthBox]]:
        for document in self.where.documents:
            for box in document.boxes:
                yield document.id, box

    def evidence(self) -> Iterator[tuple[Evidence, TruthBox]]:
        """Every box of the key's findings and look-alikes, with its place in truth."""
        places = {(document, box.box): box for document, box in self.boxes()}
        for solved in self.key.consignments:
            for finding in (*solved.findings, *solved.look_alikes):
                for each in finding.evidence:
                    yield each, places[each.document, each.box]

    def window(self, page: int, frame: Rectangle) -> np.ndarray:
        """The dots of a frame that are ink."""
        side = self.ink[page - 1]
        x0, y0, x1, y1 = (value * DOTS for value in frame)
        window: np.ndarray = side[round(side.shape[0] - y1) : round(side.shape[0] - y0), round(x0) : round(x1)]
        return window


def _greys(page: pypdfium2.PdfPage) -> np.ndarray:
    return np.asarray(page.render(scale=DOTS, grayscale=True).to_numpy()).squeeze().astype(np.int16)


@cache
def sheets(scenario: str, seed: str) -> Sheets:
    settings = shipped(scenario)
    made = variant(settings, plan(settings, seed), "v01", seed)
    bound = dossier(made.papers, settings.paper)
    bare = render_pdf(blank(page) for page in bound.pages)
    return Sheets(made.key, truth("v01", bound), render_pdf(bound.pages), bare)


def blank(bound: BoundPage) -> BoundPage:
    """The same form without any value or mark."""
    page = bound.page
    if page is None:
        return bound
    return replace(
        bound, page=replace(page, boxes=tuple(msgspec.structs.replace(box, lines=()) for box in page.boxes), marks=())
    )


@pytest.fixture(
    params=[*FEW, *(pytest.param(each, marks=pytest.mark.slow) for each in MANY)], ids=lambda each: f"{each[0]}-{each[1]}"
)
def printed(request: pytest.FixtureRequest) -> Sheets:
    return sheets(*request.param)


def test_every_evidence_box_shows_ink_or_is_empty_as_the_key_says(printed: Sheets) -> None:
    seen = 0
    for each, box in printed.evidence():
        window = printed.window(box.page, box.frame)
        assert window.size > 50, each
        assert bool(window.any()) == bool(each.printed), each
        # What is drawn by hand or stamped has no letters in the file: its ink alone shows it.
        assert (box.text is None) == (box.kind == "ink"), each
        assert box.text is None or bool(box.text) == bool(each.printed), each
        assert (box.bbox is None) == (not each.printed), each
        seen += bool(each.printed)
    assert seen >= len(printed.key.consignments)


def test_the_ink_of_every_box_lies_within_what_truth_says(printed: Sheets) -> None:
    for document, box in printed.boxes():
        if box.bbox is None:
            assert not printed.window(box.page, box.frame).any(), f"{document} {box.box}"
        else:
            assert printed.window(box.page, box.bbox).any(), f"{document} {box.box}"
            assert holds(box.frame, box.bbox, 1.0), f"{document} {box.box}"


def test_no_ink_lies_outside_of_frames(printed: Sheets) -> None:
    for page, ink in enumerate(printed.ink, 1):
        left = ink.copy()
        for _, box in printed.boxes():
            if box.page == page:
                # A descender or the end of a slanted stroke may hang over a frame's edge by a little.
                x0, y0, x1, y1 = (round(value * DOTS) for value in spread(box.frame, 2.0))
                left[max(0, left.shape[0] - y1) : left.shape[0] - y0, max(0, x0) : x1] = False
        assert not left.any(), f"side {page}: {np.argwhere(left)[0]}"


def test_evidence_is_large_enough_to_read(printed: Sheets) -> None:
    for each, box in printed.evidence():
        assert box.points >= SMALLEST, each


def test_no_stamp_or_signature_lies_over_evidence(printed: Sheets) -> None:
    marks = [(box.page, box.bbox, (document, box.box)) for document, box in printed.boxes() if box.kind != "text"]
    assert any(bbox for _, bbox, _ in marks)
    for each, box in printed.evidence():
        for page, bbox, place in marks:
            if bbox is not None and page == box.page and place != (each.document, each.box):
                assert not meet(box.frame, bbox), f"{each.document} {each.box} under {place}"


def test_no_two_frames_of_a_side_overlap(printed: Sheets) -> None:
    by_page: dict[int, list[TruthBox]] = {}
    for _, box in printed.boxes():
        by_page.setdefault(box.page, []).append(box)
    for boxes in by_page.values():
        for at, one in enumerate(boxes):
            for other in boxes[:at]:
                assert not meet(one.frame, other.frame), f"{one.box} {other.box} on side {one.page}"


def test_every_character_is_in_one_frame_or_on_the_bare_form(printed: Sheets) -> None:
    for page, (letters, bare) in enumerate(printed.letters, 1):
        frames = np.array([spread(box.frame, 0.06) for _, box in printed.boxes() if box.page == page] or np.empty((0, 4)))
        form = Counter(placed(bare))
        left = Counter(placed(letters))
        assert not form - left, f"side {page}"
        typed = list((left - form).elements())
        x, y = (np.array([each[axis] for each in typed]).reshape(-1, 1) for axis in (0, 1))
        inside = (frames[:, 0] <= x) & (frames[:, 1] <= y) & (x <= frames[:, 2]) & (y <= frames[:, 3])
        for each, count in zip(typed, inside.sum(axis=1), strict=True):
            assert count == 1, f"{each} on side {page} is in {count} frames"


def placed(letters: list[Character]) -> list[Character]:
    return [(round(x, 2), round(y, 2), letter) for x, y, letter in letters if not letter.isspace()]


def spread(frame: Rectangle, by: float) -> Rectangle:
    return frame[0] - by, frame[1] - by, frame[2] + by, frame[3] + by


def holds(outer: Rectangle, inner: Rectangle, slack: float = 0.0) -> bool:
    x0, y0, x1, y1 = spread(outer, slack)
    return x0 <= inner[0] and y0 <= inner[1] and inner[2] <= x1 and inner[3] <= y1


def meet(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
