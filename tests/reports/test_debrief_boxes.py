"""The boxes side by side: none is lost, alike ones share a line; and where marks and their tags come to lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import BadInput
from simulator.formats.key import Evidence
from simulator.formats.truth import Rectangle, TruthBox, TruthDocument
from simulator.reports.debrief.boxes import box_lines, codes_text
from simulator.reports.debrief.outcomes import Mark
from simulator.reports.debrief.placing import marked_sides, room_in


def boxes(*told: tuple[str, str, str, str]) -> list[Evidence]:
    return [Evidence("d", box, role, printed, expected) for box, role, printed, expected in told]  # type: ignore[arg-type]


def test_boxes_that_print_the_same_share_a_line() -> None:
    lines = box_lines(
        boxes(("BL-8", "shows", "VIETNAM", "SPAIN"), ("PL-6", "shows", "VIETNAM", "SPAIN"), ("INV-1", "shows", "X", "Y")),
        frozenset(),
    )
    assert [(each.codes, each.printed, each.expected) for each in lines] == [
        (("BL-8", "PL-6"), "VIETNAM", "SPAIN"),
        (("INV-1",), "X", "Y"),
    ]


def test_a_flagged_box_has_its_own_line() -> None:
    lines = box_lines(boxes(("BL-8", "shows", "A", "B"), ("PL-6", "shows", "A", "B")), frozenset({"PL-6"}))
    assert [(each.codes, each.flagged) for each in lines] == [(("BL-8",), False), (("PL-6",), True)]


def test_lawful_rows_of_one_column_are_one_line() -> None:
    lines = box_lines(boxes(*((f"CARD-5c.{row}", "against", name, name) for row, name in enumerate("ABC", 1))), frozenset())
    assert [(each.codes, each.printed) for each in lines] == [(("CARD-5c.1", "CARD-5c.2", "CARD-5c.3"), "A; B; C")]
    apart = box_lines(boxes(("CARD-5c.1", "against", "A", "A"), ("CARD-6a.1", "against", "B", "B")), frozenset())
    assert len(apart) == 2


def test_what_follows_or_ties_is_told_only_where_flagged() -> None:
    told = boxes(("BL-1", "shows", "a", "b"), ("BL-2", "follows", "c", "d"), ("BL-3", "identifies", "e", "e"))
    assert [each.codes for each in box_lines(told, frozenset())] == [("BL-1",)]
    assert [each.codes for each in box_lines(told, frozenset({"BL-2"}))] == [("BL-1",), ("BL-2",)]


CODES = st.builds(
    lambda stem, row: stem if row is None else f"{stem}.{row}",
    st.sampled_from(["BL-5", "INV-14a", "CARD3-5c"]),
    st.none() | st.integers(1, 12),
)


@given(st.lists(st.tuples(CODES, st.sampled_from("ab"), st.sampled_from("ab")), unique_by=lambda each: each[0]))
def test_no_box_is_lost_and_none_told_twice(told: list[tuple[str, str, str]]) -> None:
    lines = box_lines(boxes(*((box, "shows", printed, expected) for box, printed, expected in told)), frozenset())
    assert sorted(code for each in lines for code in each.codes) == sorted(box for box, _, _ in told)


def test_rows_that_follow_each_other_are_printed_as_a_range() -> None:
    assert codes_text(["CARD3-5c.1", "CARD3-5c.2", "CARD3-5c.3", "REG-1b.5"]) == "CARD3-5c.1–3, REG-1b.5"
    assert codes_text(["BL-8", "INV-14a.1", "INV-14a.3"]) == "BL-8, INV-14a.1, INV-14a.3"


def box(code: str, page: int, frame: Rectangle, part: int = 1) -> TruthBox:
    return TruthBox(code, "f", None, part, None, "text", page, frame, None, "", 7.0)


INVOICE = TruthDocument(
    "i", "invoice", None, ("C01",), "t",
    (box("INV-1", 5, (0, 0, 10, 5)), box("INV-9.1", 5, (0, 20, 10, 30)), box("INV-9.2", 6, (5, 40, 20, 50)),
     box("INV-9.3", 6, (0, 30, 10, 40)), box("INV-16", 5, (1, 1, 2, 2)), box("INV-16", 6, (3, 3, 4, 4), 2)),
)  # fmt: skip
CARD = TruthDocument("c", "right-holder-card", None, (), "t", (box("CARD-1", 2, (0, 0, 1, 1)),))


def test_marks_lie_on_the_sides_of_their_boxes_own_papers_first() -> None:
    marks = (Mark("missed", ("A",), frozenset({"CARD-1"})), Mark("missed", ("A",), frozenset({"INV-1"})))
    sides = marked_sides(marks, (CARD, INVOICE))
    assert [(side.page, side.paper.id, side.side) for side in sides] == [(5, "i", 1), (2, "c", 1)]
    assert sides[0].marks[0].frame == (0, 0, 10, 5)


def test_a_box_that_goes_on_overleaf_is_marked_on_both_sides() -> None:
    sides = marked_sides((Mark("found", ("A",), frozenset({"INV-16"})),), (INVOICE,))
    assert [(side.page, side.side, side.marks[0].frame) for side in sides] == [(5, 1, (1, 1, 2, 2)), (6, 2, (3, 3, 4, 4))]


def test_an_open_flag_goes_round_all_its_boxes_of_a_side() -> None:
    sides = marked_sides((Mark("wrong", ("A",), frozenset({"INV-9.1", "INV-9.2", "INV-9.3"})),), (INVOICE,))
    assert [[mark.frame for mark in side.marks] for side in sides] == [[(0, 20, 10, 30)], [(0, 30, 20, 50)]]


def test_a_box_that_no_paper_has_is_refused() -> None:
    with pytest.raises(BadInput, match="XX-1: the truth has no such box"):
        marked_sides((Mark("wrong", ("A",), frozenset({"XX-1"})),), (INVOICE,))


AREA = st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(1, 40), st.integers(1, 40)).map(
    lambda each: (float(each[0]), float(each[1]), float(each[0] + each[2]), float(each[1] + each[3]))
)


@given(AREA, st.lists(AREA, max_size=4), st.integers(1, 20), st.integers(1, 12))
def test_a_tag_lies_in_its_frame_and_on_nothing_printed(
    frame: Rectangle, ink: list[Rectangle], width: int, height: int
) -> None:
    place = room_in(frame, ink, width, height)
    if place is None:
        return
    x, y = place
    assert frame[0] <= x
    assert x + width <= frame[2]
    assert frame[1] <= y
    assert y + height <= frame[3]
    for each in ink:
        assert each[2] <= x or x + width <= each[0] or each[3] <= y or y + height <= each[1]


def test_a_tag_has_room_in_an_empty_frame_and_beside_short_text() -> None:
    assert room_in((0, 0, 60, 10), [], 15, 8) is not None
    assert room_in((0, 0, 60, 10), [(2, 1, 30, 9)], 15, 8) == (42, 1)
    assert room_in((0, 0, 60, 10), [(30, 1, 58, 9)], 15, 8) == (3, 1)
    assert room_in((0, 0, 60, 10), [(2, 1, 58, 9)], 15, 8) is None
