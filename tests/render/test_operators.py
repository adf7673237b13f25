"""Operators written by hand are those of ReportLab, byte for byte."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas

from simulator.layout.static import StaticLayer
from simulator.render.operators import draw_curves, draw_lines, number
from simulator.render.static import static_operators

COORDINATES = st.floats(-1e7, 1e7)
POINTS = st.tuples(COORDINATES, COORDINATES)


@given(COORDINATES)
@example(0.0)
@example(-0.5)
@example(1e-7)
@example(0.9999999)
@example(9.9999999)
@example(99.999999)
@example(1000.0)
@example(123456.7)
@example(1234567.8)
def test_numbers_are_written_as_reportlab_writes_them(value: float) -> None:
    assert number(value) == fp_str(value)


def test_numbers_by_hand() -> None:
    assert [number(value) for value in (0.5, 12.0, 103.25, -0.25, 612.345678)] == [".5", "12", "103.25", "-0.25", "612.3457"]


@given(st.lists(st.lists(POINTS, min_size=1, max_size=4), max_size=3))
def test_lines_are_those_of_a_path(runs: list[list[tuple[float, float]]]) -> None:
    ours, theirs = Canvas("unused"), Canvas("unused")
    draw_lines(ours, runs)
    path = theirs.beginPath()
    for run in runs:
        path.moveTo(*run[0])
        for point in run[1:]:
            path.lineTo(*point)
    theirs.drawPath(path)
    assert ours.getCurrentPageContent() == theirs.getCurrentPageContent()


@given(POINTS, st.lists(st.tuples(*[COORDINATES] * 6), max_size=3))
def test_curves_are_those_of_a_path(start: tuple[float, float], curves: list[tuple[float, ...]]) -> None:
    ours, theirs = Canvas("unused"), Canvas("unused")
    draw_curves(ours, [(start, curves)])  # type: ignore[list-item]
    path = theirs.beginPath()
    path.moveTo(*start)
    for curve in curves:
        path.curveTo(*curve)
    theirs.drawPath(path)
    assert ours.getCurrentPageContent() == theirs.getCurrentPageContent()


LAYERS = (
    StaticLayer(
        "one", 100, 100,
        words=(
            (1.5, 2, "Consignee", "Vera", 6.0), (3, 4, "Número (RFC)", "Vera", 6.0), (3, 8, "", "Vera", 6.0),
            (5, 6, "Español", "VeraBd", 7.25),
        ),
        strokes=((0, 0, 10, 0, 0.3),),
        areas=((0, 0, 50, 20, 0.93, 0.5), (1, 1, 5, 5, 1.0, 0.5), (1, 1, 5, 5, 0.8, 0.0)),
    ),
    StaticLayer("two", 100, 100, words=((1, 2, "ñandú · ó", "Vera", 6.0), (1, 9, "Plain", "VeraIt", 6.0))),
)  # fmt: skip


def test_a_layer_is_what_calls_of_the_canvas_draw_in_every_order() -> None:
    """Files give codes to accented letters as they meet them: the same layer is spelled otherwise after another."""
    for layers in (LAYERS, LAYERS[::-1], LAYERS[1:], LAYERS):
        ours, theirs = Canvas("unused"), Canvas("unused")
        for layer in layers:
            ours.addLiteral(static_operators(ours, layer))
            drawn(theirs, layer)
        assert ours.getCurrentPageContent() == theirs.getCurrentPageContent()


def drawn(canvas: Canvas, layer: StaticLayer) -> None:
    for x, y, width, height, grey, weight in layer.areas:
        canvas.setFillGray(grey)
        canvas.setLineWidth(weight)
        canvas.rect(x, y, width, height, stroke=int(weight > 0), fill=int(grey < 1.0))
    for x0, y0, x1, y1, weight in layer.strokes:
        canvas.setLineWidth(weight)
        canvas.line(x0, y0, x1, y1)
    canvas.setFillGray(0)
    text = canvas.beginText()
    for x, y, words, face, size in layer.words:
        text.setFont(face, size)
        text.setTextOrigin(x, y)
        text.textOut(words)
    canvas.drawText(text)
