"""A dossier with everything planted, beside the same shipments with nothing planted.

Compared between the two files, for several seeds of both shipped scenarios:
- sides, their sizes and order; the papers in the order of the dossier with type, role, house style, language, file
  and the consignments that they speak of; which side each paper begins on
- every object of the file: number, order, type and dictionary, fonts and shared layers included; metadata
- every box: code, field, row, kind, type size; its frame, except where a row above it grew or shrank
- every character outside the boxes that the key names as evidence, with its place; but for a waybill's number, which
  stands in the corners besides its box
- every drawn mark (stamp, signature, logo) and rule with its place
Only the evidence boxes may differ, and through them the height of their own rows and what stands below these.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from layout.reading import Character

from pack.making import SCENARIOS
from pack.twins import Bounds, Drawn, Printed, Twins, twins
from simulator.formats.truth import TruthBox, TruthDocument

FEW = [("first-hour", "twin-1"), ("monterrey", "twin-3"), ("air-warehouse", "many-twins-10")]
"""The last one has a waybill's number that fails its check digit."""
MANY = [(name, f"many-twins-{number}") for name in SCENARIOS for number in range(12)] + [("monterrey", "twin-10")]
AROUND_A_SIGN = 0.11
"""Points that rounding may move a character."""


@cache
def pair(scenario: str, seed: str) -> Twins:
    return twins(scenario, seed)


@pytest.fixture(
    params=[*FEW, *(pytest.param(each, marks=pytest.mark.slow) for each in MANY)], ids=lambda each: f"{each[0]}-{each[1]}"
)
def both(request: pytest.FixtureRequest) -> Twins:
    return pair(*request.param)


def test_something_is_planted_and_withheld(both: Twins) -> None:
    planted = [each for solved in both.made.key.consignments for each in (*solved.findings, *solved.look_alikes)]
    assert sum(each.planted for each in planted) >= 4
    assert both.changed
    assert both.planted.file != both.clean.file


def test_only_boxes_that_the_key_names_print_other_words(both: Twins) -> None:
    assert both.changed <= both.evidence
    quiet = {
        each.id for each in both.made.key.consignments if not any(f.planted for f in (*each.findings, *each.look_alikes))
    }
    touched = {one.consignments for one, _ in both.papers() if any((one.id, box.box) in both.changed for box in one.boxes)}
    assert not any(set(consignments) <= quiet for consignments in touched if len(consignments) == 1)


def test_the_same_papers_in_the_same_order(both: Twins) -> None:
    def described(document: TruthDocument) -> tuple[object, ...]:
        shape = (document.id, document.type, document.role, document.consignments, document.template, document.language)
        return (*shape, document.file, [(box.box, box.field, box.row, box.part, box.kind) for box in document.boxes])

    assert [described(one) for one, _ in both.papers()] == [described(other) for _, other in both.papers()]


def test_papers_begin_on_the_same_sides_unless_a_row_that_changed_needs_one_more(both: Twins) -> None:
    for one, other in both.papers():
        if not grew(both, one):
            assert len(both.planted.pages_of(one)) == len(both.clean.pages_of(other)), one.id
    if len(both.planted.sides) == len(both.clean.sides):
        starts = [(both.planted.pages_of(one)[0], both.clean.pages_of(other)[0]) for one, other in both.papers()]
        assert all(one == other for one, other in starts)


def test_the_same_sizes_objects_fonts_and_metadata(both: Twins) -> None:
    one, other = both.planted, both.clean
    assert one.pdf.get_metadata_dict() == other.pdf.get_metadata_dict()
    assert one.pdf.get_metadata_dict()["Title"] == "Dossier"
    assert {side.size for side in one.sides} == {side.size for side in other.sides}
    if len(one.sides) == len(other.sides):
        assert [side.size for side in one.sides] == [side.size for side in other.sides]
        assert one.skeleton == other.skeleton


def test_boxes_that_did_not_change_have_the_same_words_size_and_place(both: Twins) -> None:
    for one, other in both.papers():
        moving = grew(both, one)
        for box, twin in zip(one.boxes, other.boxes, strict=True):
            if (one.id, box.box) in both.changed | both.redrawn:
                continue
            assert (box.text, box.points) == (twin.text, twin.points), f"{one.id} {box.box}"
            if box.row is None or not moving:
                assert (box.page, box.frame, box.bbox) == (twin.page, twin.frame, twin.bbox), f"{one.id} {box.box}"
            assert (box.frame[0], box.frame[2]) == (twin.frame[0], twin.frame[2]), f"{one.id} {box.box}"


def test_characters_in_boxes_that_did_not_change_are_the_same_in_the_same_places(both: Twins) -> None:
    for one, other in both.papers():
        for box, twin in zip(one.boxes, other.boxes, strict=True):
            if (one.id, box.box) not in both.changed:
                assert near(both.planted.in_box(box), both.clean.in_box(twin)), f"{one.id} {box.box}"


def test_characters_outside_of_boxes_are_the_same_in_the_same_places(both: Twins) -> None:
    for one, other in both.papers():
        left, right = rest(both.planted, one), rest(both.clean, other)
        if not grew(both, one):
            came, went = left - right, right - left
            # A waybill bears its number in the corners too: where it is another, other digits stand in the same places.
            assert not came or (one.id, "AWB-1B") in both.changed, one.id
            assert all(letter.isdigit() for _, (_, _, letter) in (*came, *went))
            assert places(came) == places(went), one.id
        elif len(both.planted.pages_of(one)) == len(both.clean.pages_of(other)):
            # Box codes go down with their rows; nothing moves sideways, and nothing comes or goes.
            assert sideways(left) == sideways(right), one.id


def test_marks_and_rules_are_drawn_the_same(both: Twins) -> None:
    for one, other in both.papers():
        for box, twin in zip(one.boxes, other.boxes, strict=True):
            if box.kind != "text" and (one.id, box.box) not in both.redrawn:
                assert box.bbox == twin.bbox, f"{one.id} {box.box}"
        pages = zip(both.planted.pages_of(one), both.clean.pages_of(other), strict=False)
        for page, twin_page in pages:
            drawn, clean = both.planted.sides[page - 1].drawn, both.clean.sides[twin_page - 1].drawn
            signed = [box.frame for box in one.boxes if (one.id, box.box) in both.redrawn and box.page == page]
            if signed:
                # Another hand draws other lines there and nowhere else.
                assert bool(inside(signed, drawn)) == bool(inside(signed, clean)), one.id
                drawn, clean = apart(signed, drawn), apart(signed, clean)
            if grew(both, one):
                # Rules between rows move with them; what is drawn in a box does not.
                boxes = [box for box in one.boxes if box.kind != "text" and box.page == page and box.frame not in signed]
                frames = [box.frame for box in boxes]
                drawn, clean = inside(frames, drawn), inside(frames, clean)
                assert len(drawn) >= sum(box.bbox is not None for box in boxes)
            assert drawn == clean, one.id


def grew(both: Twins, document: TruthDocument) -> bool:
    """Tell whether a box that changed lies in a row, so that what is below it may stand elsewhere."""
    return any(box.row is not None and (document.id, box.box) in both.changed for box in document.boxes)


def rest(printed: Printed, document: TruthDocument) -> Counter[tuple[int, Character]]:
    """Characters outside all boxes of a paper, with the side of the paper that they stand on."""
    pages = printed.pages_of(document)
    boxes: tuple[TruthBox, ...] = document.boxes
    return Counter({(at, each): n for at, page in enumerate(pages) for each, n in printed.outside(page, boxes).items()})


def places(letters: Counter[tuple[int, Character]]) -> list[tuple[int, float, float]]:
    return sorted((at, x, y) for (at, (x, y, _)), times in letters.items() for _ in range(times))


def sideways(letters: Counter[tuple[int, Character]]) -> Counter[tuple[float, str]]:
    return Counter((x, letter) for (_, (x, _, letter)), times in letters.items() for _ in range(times))


def near(some: list[Character], others: list[Character]) -> bool:
    return [each[2] for each in some] == [each[2] for each in others] and all(
        abs(one[0] - other[0]) < AROUND_A_SIGN and abs(one[1] - other[1]) < AROUND_A_SIGN
        for one, other in zip(some, others, strict=True)
    )


def inside(frames: list[Bounds], drawn: tuple[Drawn, ...]) -> tuple[Drawn, ...]:
    """What is drawn whole inside one of the frames, of which a line's own width may stick out."""

    def holds(frame: Bounds, ink: Bounds) -> bool:
        x0, y0, x1, y1 = frame
        return x0 - 2 <= ink[0] and y0 - 2 <= ink[1] and ink[2] <= x1 + 2 and ink[3] <= y1 + 2

    return tuple(each for each in drawn if any(holds(frame, each[1]) for frame in frames))


def apart(frames: list[Bounds], drawn: tuple[Drawn, ...]) -> tuple[Drawn, ...]:
    """What is not drawn whole inside one of the frames."""
    return tuple(each for each in drawn if each not in inside(frames, drawn))
