from __future__ import annotations

from itertools import pairwise

import pytest

from simulator.grading.class_rates import Rate
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Circle, Op, Rule, Words
from simulator.reports.plots import Matrix, Point, ScatterWords, legend, matrix_ops, scatter, scatter_height, scatter_square

WORDS = ScatterWords("Hits against false alarms", "False alarms", "Hits", "nobody")


def drawn(*points: Point, pooled: Point | None = None, side: float = 200.0) -> tuple[Op, ...]:
    return scatter(points, pooled or Point(Rate(0, 0), Rate(0, 0)), side, WORDS)


def circles(ops: tuple[Op, ...]) -> list[Circle]:
    return [op for op in ops if isinstance(op, Circle)]


def test_a_point_lies_where_its_rates_say() -> None:
    # 1 of 4 lawful stopped, 3 of 4 signals: a quarter of the side to the right, a quarter below the top.
    (dot,) = circles(drawn(Point(Rate(1, 4), Rate(3, 4))))
    square = scatter_square(200.0)
    assert (dot.x, dot.y) == (square.left + 50.0, square.top - 50.0)


def test_the_corners_are_chance_and_perfection() -> None:
    square = scatter_square(100.0)
    assert square.place(0, 1) == (square.left, square.top)
    assert square.place(1, 0) == (square.left + 100.0, square.top - 100.0)
    (diagonal,) = [op for op in drawn(side=100.0) if isinstance(op, Rule) and op.dashed]
    assert (diagonal.x0, diagonal.y0, diagonal.x1, diagonal.y1) == (*square.place(0, 0), *square.place(1, 1))


def test_the_bars_are_wilson_intervals() -> None:
    # Wilson 95 % for 3 of 4: 0.300642 to 0.954413; for 1 of 4: 0.045587 to 0.699358 (computed apart from the product).
    square = scatter_square(200.0)
    ops = drawn(pooled=Point(Rate(1, 4), Rate(3, 4)))
    across, along = (op for op in ops if isinstance(op, Rule) and op.width == 1.6)
    assert (across.y0, across.y1) == (square.top - 50.0, square.top - 50.0)
    assert across.x0 == pytest.approx(square.left + 200 * 0.045587, abs=0.01)
    assert across.x1 == pytest.approx(square.left + 200 * 0.699358, abs=0.01)
    assert along.y0 == pytest.approx(square.top - 200 * (1 - 0.300642), abs=0.01)
    assert along.y1 == pytest.approx(square.top - 200 * (1 - 0.954413), abs=0.01)


def test_people_at_one_place_are_one_numbered_circle() -> None:
    point = Point(Rate(0, 4), Rate(4, 4))
    ops = drawn(point, point, Point(Rate(0, 2), Rate(2, 2)))
    (dot,) = circles(ops)
    assert [op.text for op in ops if isinstance(op, Words) and op.size == 6.0] == ["3"]
    assert dot.radius > circles(drawn(point))[0].radius


def test_who_answered_one_kind_only_is_in_no_plot() -> None:
    ops = drawn(Point(Rate(0, 0), Rate(1, 4)), Point(Rate(1, 4), Rate(0, 0)))
    assert circles(ops) == []
    assert any(isinstance(op, Words) and op.text == "nobody" for op in ops)


def test_everything_lies_within_the_height_that_is_said() -> None:
    ops = drawn(Point(Rate(0, 4), Rate(0, 4)), Point(Rate(4, 4), Rate(4, 4)))
    for op in ops:
        if isinstance(op, Circle):
            assert -scatter_height(200.0) <= op.y - op.radius
            assert op.y + op.radius <= 0.0
        if isinstance(op, Words):
            assert -scatter_height(200.0) <= op.y - 0.25 * op.size
            assert op.x >= 0.0


def test_the_legend_wraps_within_its_width() -> None:
    ops, height = legend(90.0, "one person and a number of others " * 3, "class", "chance")
    for op in ops:
        if isinstance(op, Words):
            assert op.x + text_width(op.text, op.size) <= 90.0
            assert -height <= op.y


MATRIX = Matrix(("Sin objeción", "Reconocimiento y aviso"), ("A", "B", "Sin contestar"), {(0, 0): 3, (0, 1): 1, (1, 2): 2},
                {0: 0, 1: 1}, "Matrix", "verdict", "decision")  # fmt: skip


def test_shades_are_shares_of_the_row() -> None:
    ops, _ = matrix_ops(MATRIX, 300.0)
    shades = [op.fill for op in ops if isinstance(op, Area)]
    # 3 of 4, 1 of 4, 0 of 4; then 0, 0, 2 of 2: white is 1, the darkest 0.45.
    assert shades == [pytest.approx(each, abs=0.001) for each in (0.5875, 0.8625, 1.0, 1.0, 1.0, 0.45)]


def test_cells_stand_side_by_side_and_hold_their_counts() -> None:
    ops, height = matrix_ops(MATRIX, 300.0)
    cells = [op for op in ops if isinstance(op, Area)]
    for left, right in pairwise(cells[:3]):
        assert left.x + left.width == pytest.approx(right.x)
    assert cells[2].x + cells[2].width == pytest.approx(300.0)
    assert min(cell.y for cell in cells) >= -height
    counts = [op.text for op in ops if isinstance(op, Words) and op.text.isdigit()]
    assert counts == ["3", "1", "0", "0", "0", "2"]


def test_a_row_without_answers_is_white() -> None:
    ops, _ = matrix_ops(Matrix(("a",), ("b",), {}, {0: 0}, "t", "r", "c"), 100.0)
    assert [op.fill for op in ops if isinstance(op, Area)] == [1.0]


def test_very_many_answers_fit_their_cell() -> None:
    ops, _ = matrix_ops(Matrix(("a",), tuple("bcdefg"), {(0, 0): 12345678}, {0: 0}, "t", "r", "c"), 160.0)
    cells = [op for op in ops if isinstance(op, Area)]
    (count,) = [op for op in ops if isinstance(op, Words) and op.text == "12345678"]
    assert cells[0].x < count.x
    assert count.x + text_width(count.text, count.size, "bold") < cells[0].x + cells[0].width
