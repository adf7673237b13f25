"""Drawn marks: each lies in its own part of the frame, shows ink there and nowhere else, and never enters the text."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pypdfium2
import pytest

from layout import samples
from layout.conftest import laid_out
from layout.reading import characters, inside
from simulator.formats.truth import Rectangle
from simulator.layout.binding import Section, bind
from simulator.layout.marks import ink_of, place_marks
from simulator.layout.placed import PlacedMark
from simulator.render.pdf import render_pdf

WIDE: Rectangle = (100.0, 100.0, 300.0, 150.0)
TALL: Rectangle = (100.0, 100.0, 180.0, 220.0)
OFFICE = (
    "datestamp:RECEIVED|05 FEB 2009|TRAFFIC",
    "datestamp:05 FEB 2009",
    "initials:AB",
    "handwritten:EXP. 4417",
    "correction:EXP. 4471|EXP. 4417|AB",
)
SCALE = 4


@pytest.mark.parametrize("frame", [WIDE, TALL], ids=["wide", "tall"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_marks_lie_inside_the_frame_and_apart(frame: Rectangle, count: int) -> None:
    marks = place_marks("; ".join(OFFICE[:count]), "ink", frame)
    assert len(marks) == count
    ink = ink_of(marks)
    assert ink is not None
    assert frame[0] <= ink[0] < ink[2] <= frame[2]
    assert frame[1] <= ink[1] < ink[3] <= frame[3]
    for one, two in combinations(marks, 2):
        a, b = one.frame, two.frame
        assert min(a[2], b[2]) <= max(a[0], b[0]) or min(a[3], b[3]) <= max(a[1], b[1])


def test_marks_lie_side_by_side_in_a_wide_frame_and_stacked_in_a_tall_one() -> None:
    value = "signature:Zhou Lin; stamp:NINGBO|OFFICE"
    side, stacked = (place_marks(value, "ink", frame) for frame in (WIDE, TALL))
    assert side[0].frame[2] <= side[1].frame[0]
    assert stacked[0].frame[1] >= stacked[1].frame[3]


def test_a_stamp_does_not_grow_with_its_box() -> None:
    (mark,) = place_marks("datestamp:05 FEB 2009", "ink", (0.0, 0.0, 400.0, 400.0))
    assert mark.frame[3] - mark.frame[1] == 52.0


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("initials:Ω", "the lettering of stamps and logos has no 'Ω'"),
        ("correction:1|2", "a correction has 3 to 3 lines parted by |"),
        ("datestamp:A|B|C|D", "a datestamp has 1 to 3 lines parted by |"),
    ],
)
def test_a_mark_that_cannot_be_drawn_is_refused(value: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence.replace("|", r"\|")):
        place_marks(value, "ink", WIDE)


def drawn(value: str | None) -> tuple[np.ndarray, PlacedMark | None, pypdfium2.PdfPage, Rectangle]:
    """A bill with one value in its box for office marks: greys, the mark, the page, the box's frame."""
    bill = samples.bill()
    values = {place: each for place, each in bill.values.items() if place != ("office_marks", None)}
    if value is not None:
        values["office_marks", None] = value
    placed = laid_out(replace(bill, values=values))
    page = placed.pages[0]
    frame = next(box.frame for box in page.boxes if box.field == "office_marks")
    side = pypdfium2.PdfDocument(render_pdf(bind([Section("C07", (placed,))], "letter").pages))[0]
    greys = np.asarray(side.render(scale=SCALE, grayscale=True).to_numpy()).squeeze().astype(int)
    return greys, next((mark for mark in page.marks if mark.frame[0] >= frame[0] and mark.frame[2] <= frame[2]
                        and mark.frame[1] >= frame[1] and mark.frame[3] <= frame[3]), None), side, frame  # fmt: skip


@pytest.mark.parametrize("value", OFFICE)
def test_a_mark_shows_ink_in_its_frame_and_nowhere_else(value: str) -> None:
    bare, _, _, _ = drawn(None)
    greys, mark, side, frame = drawn(value)
    assert mark is not None
    changed = bare != greys
    x0, y0, x1, y1 = (each * SCALE for each in mark.frame)
    height = changed.shape[0]
    window = changed[round(height - y1) - 3 : round(height - y0) + 3, round(x0) - 3 : round(x1) + 3]
    assert changed.sum() == window.sum()
    share = float((greys < 150)[round(height - y1) : round(height - y0), round(x0) : round(x1)].mean())
    assert 0.02 < share < 0.5
    assert inside(frame, characters(side)) == []


def test_the_same_mark_is_the_same_picture_and_another_text_another_one() -> None:
    one, again, other = (drawn(value)[0] for value in ("initials:AB", "initials:AB", "initials:AC"))
    assert (one == again).all()
    assert (one != other).any()
