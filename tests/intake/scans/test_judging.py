"""From ink to values, by hand: what is clear is read, what is not is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.intake.scans.judging import EMPTY, MARKED, is_suspiciously_pale, judge_reading
from simulator.intake.scans.records import PageReading
from simulator.sheets.model import Group, Mark

CROSS = (300, 450, 900)
FILLED = (900, 1000, 1000)
NOTHING = (0, 0, 0)
FAINT = (40, 100, 200)
RUBBED = (100, 500, 150)


def group(name: str, values: str = "abcd", many: bool = False) -> Group:
    return Group("C01", name, "", tuple(Mark(each, (0.0, 0.0, 9.0, 9.0)) for each in values), many)


def page(
    *boxes: list[tuple[int, int, int]], others: tuple[int, int, int] = CROSS, bilevel: bool = False, many: bool = False
) -> list[object]:
    """Judge groups of four boxes; four more groups, each with one mark of ``others``, say how the page is marked."""
    usual = [[others, NOTHING, NOTHING, NOTHING]] * 4 + [[NOTHING] * 4] * 8
    every = [*boxes, *usual]
    groups = [group(f"q{place}", many=many and place < len(boxes)) for place in range(len(every))]
    ink, cover, peak = (tuple(box[part] for each in every for box in each) for part in range(3))
    judged = judge_reading(groups, PageReading("sheet", ink=ink, cover=cover, peak=peak, bilevel=bilevel))
    return [(each.values, each.why) for each in judged[: len(boxes)]]


def test_one_cross_is_read_and_none_is_nothing() -> None:
    assert page([NOTHING, CROSS, NOTHING, NOTHING], [NOTHING] * 4) == [(("b",), None), ((), None)]


def test_a_filled_box_beside_a_cross_is_taken_back() -> None:
    assert page([FILLED, NOTHING, CROSS, NOTHING]) == [(("c",), None)]


def test_a_filled_box_alone_is_a_mark_of_who_fills_and_a_doubt_of_who_crosses() -> None:
    assert page([FILLED, NOTHING, NOTHING, NOTHING], others=FILLED) == [(("a",), None)]
    assert page([FILLED, NOTHING, NOTHING, NOTHING]) == [(("a",), "filled")]
    assert page([FILLED, CROSS, NOTHING, NOTHING], many=True) == [(("a", "b"), "filled")]


@pytest.mark.parametrize(
    ("boxes", "others"),
    [
        ([CROSS, CROSS, NOTHING, NOTHING], CROSS),
        ([FILLED, FILLED, NOTHING, NOTHING], CROSS),
        ([FILLED, CROSS, NOTHING, NOTHING], FILLED),
        ([FILLED, CROSS, CROSS, NOTHING], CROSS),
    ],
    ids=["two crosses", "two filled", "a cross of who fills", "three marks"],
)
def test_two_marks_are_never_settled_by_guessing(boxes: list[tuple[int, int, int]], others: tuple[int, int, int]) -> None:
    assert page(boxes, others=others)[0][1] in ("two marks", "faint")  # type: ignore[index]


def test_what_a_rubber_left_is_no_answer_beside_a_filled_box() -> None:
    """Ink enough for a mark, but pale: he may have rubbed it out and filled the right one."""
    pale = (200, 500, 300)
    assert page([FILLED, pale, NOTHING, NOTHING])[0][1] == "two marks"  # type: ignore[index]


def test_a_faint_mark_is_a_doubt_alone_and_beside_a_cross() -> None:
    assert page([FAINT, NOTHING, NOTHING, NOTHING], [FAINT, CROSS, NOTHING, NOTHING]) == [
        (("a",), "faint"),
        (("a", "b"), "faint"),
    ]


def test_a_mark_paler_than_half_of_the_others_is_a_doubt() -> None:
    assert page([RUBBED, NOTHING, NOTHING, NOTHING]) == [(("a",), "faint")]
    assert page([RUBBED, NOTHING, NOTHING, NOTHING], others=RUBBED) == [(("a",), None)]


def test_black_and_white_with_pale_marks_is_doubted_everywhere() -> None:
    weak = (80, 100, 1000)
    assert page([NOTHING] * 4, others=weak, bilevel=True) == [((), "pale")]
    assert page([NOTHING] * 4, others=CROSS, bilevel=True) == [((), None)]
    assert page([(10, 10, 0), NOTHING, NOTHING, NOTHING], others=CROSS, bilevel=True)[0][1] == "faint"  # type: ignore[index]


def test_on_a_grey_page_of_weak_marks_a_missing_answer_is_a_doubt_and_an_unused_reason_is_not() -> None:
    weak = (80, 200, 300)
    assert page([weak, NOTHING, NOTHING, NOTHING], [NOTHING] * 4, others=weak) == [(("a",), None), ((), "pale")]
    assert page([NOTHING] * 4, others=weak, many=True) == [((), None)]


def dotted(box: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return a box whose empty ones have some dots as well."""
    return (box[0] + 8, box[1] + 10, box[2])


@pytest.mark.parametrize(("others", "why"), [((150, 300, 1000), "pale"), (CROSS, None)])
def test_where_dots_stand_for_greys_a_weak_mark_may_be_what_a_rubber_left(
    others: tuple[int, int, int], why: str | None
) -> None:
    boxes = [[others, NOTHING, NOTHING, NOTHING]] * 5 + [[NOTHING] * 4] * 8
    every = [dotted(box) for each in boxes for box in each]
    ink, cover, peak = (tuple(box[part] for box in every) for part in range(3))
    groups = [group(f"q{place}") for place in range(len(boxes))]
    judged = judge_reading(groups, PageReading("sheet", ink=ink, cover=cover, peak=peak, bilevel=True))
    assert (judged[0].values, judged[0].why) == (("a",), why)


def test_of_a_page_whose_boxes_are_all_dark_nothing_is_believed() -> None:
    ink = (300, *(30,) * 11)
    judged = judge_reading([group("a"), group("b"), group("c")], PageReading("sheet", ink=ink, cover=ink, peak=ink))
    assert [each.why for each in judged] == ["position"] * 3


@pytest.mark.parametrize(
    ("mark", "bilevel", "suspect"), [(0, True, True), (80, True, True), (300, True, False), (0, False, False)]
)
def test_a_black_and_white_page_with_pale_marks_or_none_is_suspect(mark: int, bilevel: bool, suspect: bool) -> None:
    ink = ((mark,) + (0,) * 7) * 4
    groups = [group(f"q{place}") for place in range(8)]
    reading = PageReading("sheet", ink=ink, cover=ink, peak=ink, bilevel=bilevel)
    assert is_suspiciously_pale(groups, reading) is suspect


def test_marks_whose_place_is_in_doubt_are_not_believed() -> None:
    ink = (300, *(0,) * 11)
    reading = PageReading("sheet", ink=ink, cover=ink, peak=ink, doubts=((5, "position"),))
    judged = judge_reading([group("a"), group("b"), group("c")], reading)
    assert [each.why for each in judged] == [None, "position", None]


@given(st.lists(st.tuples(*[st.integers(0, 1000)] * 3), min_size=4, max_size=4), st.booleans())
def test_whatever_the_ink_a_group_is_read_with_at_most_one_mark_or_doubted(
    boxes: list[tuple[int, int, int]], bilevel: bool
) -> None:
    ((values, why),) = page(boxes, bilevel=bilevel)  # type: ignore[misc]
    assert why is not None or len(values) <= 1
    for value, (ink, _, _) in zip("abcd", boxes, strict=True):
        if why is None and value not in values and ink >= 1000 * MARKED:
            assert len(values) == 1
        if why is None and value in values:
            assert ink >= 1000 * EMPTY
