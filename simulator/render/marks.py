"""Drawn values as vector paths: no lettering of theirs enters a page's text."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from simulator.layout.placed import PlacedMark


def draw_mark(canvas: Canvas, mark: PlacedMark) -> None:
    """Draw one mark inside its frame."""
    x0, y0, x1, y1 = mark.frame
    canvas.setLineWidth(0.8)
    canvas.bezier(x0, y0, x0 + (x1 - x0) / 3, y1, x1 - (x1 - x0) / 3, y0, x1, y1)
