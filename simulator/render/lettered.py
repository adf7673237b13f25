"""Lines of the stroke alphabet on a canvas: lettering that never enters a page's text."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from simulator.formats.truth import Rectangle
from simulator.layout.lettering import HEIGHT, strokes, width_of
from simulator.render.operators import draw_lines


def lettered(canvas: Canvas, text: str, box: Rectangle, share: float) -> None:
    """Draw a line of lettering in the middle of a box, ``share`` of its height high at most."""
    width, height = box[2] - box[0], box[3] - box[1]
    scale = min(width / max(width_of(text), 1.0), height * share / HEIGHT)
    x = box[0] + (width - width_of(text) * scale) / 2
    y = box[1] + (height - HEIGHT * scale) / 2
    canvas.setLineWidth(scale * 0.85)
    draw_lines(canvas, ([(x + across * scale, y + up * scale) for across, up in run] for run in strokes(text)))
