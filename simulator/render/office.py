"""Marks of an office: date stamps, initials, words by hand, and a corrected word; all of them lines, never text."""

from __future__ import annotations

import math

from reportlab.pdfgen.canvas import Canvas

from simulator.formats.truth import Rectangle
from simulator.layout.marks import INITIALS_SHARE
from simulator.render.handwriting import initialled, written
from simulator.render.keyed import draws
from simulator.render.lettered import lettered
from simulator.render.operators import draw_curves

_INKS = ((0.34, 0.10, 0.36), (0.12, 0.16, 0.44), (0.45, 0.09, 0.12), (0.13, 0.13, 0.15))
"""Violet, blue, red and black pads; all dark enough to stay readable in grey."""
_PENS = ((0.08, 0.12, 0.40), (0.10, 0.10, 0.12))
_TURN = 7.0
"""Degrees by which a stamp may stand askew either way."""


def draw_datestamp(canvas: Canvas, key: str, frame: Rectangle) -> None:
    """Draw a rubber stamp with its date between two bars, askew, an oval or a box with round corners."""
    keyed = draws("datestamp", key)
    canvas.setStrokeColorRGB(*_INKS[int(next(keyed) * len(_INKS))])
    width, height = _askew(canvas, frame, (next(keyed) * 2 - 1) * _TURN)
    oval = next(keyed) > 0.5
    for inset, weight in ((0.6, 1.2), (2.4, 0.45)):
        canvas.setLineWidth(weight)
        if oval:
            canvas.ellipse(inset, inset, width - inset, height - inset)
        else:
            canvas.roundRect(inset, inset, width - 2 * inset, height - 2 * inset, height / 8)
    _stamped_lines(canvas, key.split("|"), width, height, oval)


def _askew(canvas: Canvas, frame: Rectangle, degrees: float) -> tuple[float, float]:
    """Turn the canvas about the middle of ``frame``; return width and height of what then fits inside it."""
    across, down = frame[2] - frame[0], frame[3] - frame[1]
    sine, cosine = abs(math.sin(math.radians(degrees))), math.cos(math.radians(degrees))
    share = min(across / (across * cosine + down * sine), down / (across * sine + down * cosine))
    canvas.translate((frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2)
    canvas.rotate(round(degrees, 2))
    canvas.translate(round(-across * share / 2, 2), round(-down * share / 2, 2))
    return across * share, down * share


def _stamped_lines(canvas: Canvas, lines: list[str], width: float, height: float, oval: bool) -> None:
    """Letter up to three lines; the second one is the date, larger and between bars."""
    side = width * (0.05 if not oval else 0.09)
    low, high = (0.0, height) if len(lines) == 1 else (height * 0.34, height * 0.66)
    if len(lines) > 1:
        canvas.setLineWidth(0.5)
        for y in (low, high):
            canvas.line(side, y, width - side, y)
    outer = width * (0.24 if oval else 0.1)
    bands = [(outer, high, width - outer, height * 0.93), (side * 1.3, low, width - side * 1.3, high)]
    bands.append((outer, height * 0.07, width - outer, low))
    if len(lines) == 1:
        bands = [(side * 1.5, height * 0.2, width - side * 1.5, height * 0.8)]
    for line, band, share in zip(lines, bands, (0.6, 0.66, 0.6), strict=False):
        lettered(canvas, line, band, share)


def draw_initials(canvas: Canvas, key: str, frame: Rectangle) -> None:
    """Draw initials by hand with a flourish."""
    _pen(canvas, key, min(1.1, (frame[3] - frame[1]) / 14))
    draw_curves(canvas, initialled(key, frame))


def draw_handwritten(canvas: Canvas, key: str, frame: Rectangle) -> None:
    """Draw words by hand."""
    _pen(canvas, key, min(1.0, (frame[3] - frame[1]) / 14))
    draw_curves(canvas, written(key, frame))


def draw_correction(canvas: Canvas, key: str, frame: Rectangle) -> None:
    """Draw a word struck out below, the right one above it, and the ringed initials of who did it beside them."""
    wrong, right, initials = key.split("|")
    x0, y0, x1, y1 = frame
    middle, edge = (y0 + y1) / 2, x1 - (x1 - x0) * INITIALS_SHARE
    _pen(canvas, key, 0.8)
    draw_curves(canvas, written(right, (x0, middle + (y1 - y0) * 0.07, edge - 3, y1)))
    canvas.setStrokeGray(0.15)
    lettered(canvas, wrong, (x0, y0, edge - 3, middle), 0.75)
    canvas.setLineWidth(0.9)
    for at in (0.42, 0.58):
        y = y0 + (middle - y0) * at
        canvas.line(x0, y, edge - 3, y + (middle - y0) * 0.05)
    canvas.setStrokeColorRGB(*_INKS[1])
    canvas.setLineWidth(0.8)
    side = min(x1 - edge, y1 - y0) - 0.8
    x, y = (edge + x1) / 2, (y0 + y1) / 2
    canvas.circle(x, y, side / 2)
    reach = side * 0.3
    draw_curves(canvas, written(initials, (x - reach, y - reach * 0.8, x + reach, y + reach * 0.8)))


def _pen(canvas: Canvas, key: str, weight: float) -> None:
    canvas.setStrokeColorRGB(*_PENS[int(next(draws("pen", key)) * len(_PENS))])
    canvas.setLineWidth(round(weight, 2))
