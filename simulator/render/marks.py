"""Drawn values as vector paths: no lettering of theirs enters a page's text."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from simulator.formats.truth import Rectangle
from simulator.layout.placed import PlacedMark
from simulator.render.barcode import bars
from simulator.render.lettered import lettered
from simulator.render.office import draw_correction, draw_datestamp, draw_handwritten, draw_initials
from simulator.render.operators import draw_curves
from simulator.render.signature import scribble

_INK = (0.10, 0.14, 0.42)
_STAMP = (0.16, 0.18, 0.45)
_SLANT = 0.05
"""How far a stamp rises over its width: nobody stamps straight."""


def draw_mark(canvas: Canvas, mark: PlacedMark) -> None:
    """Draw one mark inside its frame."""
    canvas.saveState()
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    _DRAWN[mark.kind](canvas, mark.key, mark.frame)
    canvas.restoreState()


def _signature(canvas: Canvas, key: str, frame: Rectangle) -> None:
    canvas.setStrokeColorRGB(*_INK)
    canvas.setLineWidth(0.9)
    draw_curves(canvas, scribble(key, frame))


def _stamp(canvas: Canvas, key: str, frame: Rectangle) -> None:
    x0, y0, x1, y1 = frame
    rise = _SLANT * (x1 - x0)
    height = y1 - y0 - rise
    canvas.setStrokeColorRGB(*_STAMP)
    canvas.transform(1, _SLANT, 0, 1, x0, y0)
    canvas.setLineWidth(1.1)
    canvas.rect(0.6, 0.6, x1 - x0 - 1.2, height - 1.2)
    canvas.setLineWidth(0.4)
    canvas.rect(2.2, 2.2, x1 - x0 - 4.4, height - 4.4)
    lines = key.split("|")
    band = (height - 7) / len(lines)
    for at, line in enumerate(reversed(lines)):
        lettered(canvas, line, (4.5, 3.5 + at * band, x1 - x0 - 4.5, 3.5 + (at + 1) * band), 0.72)


def _logo(canvas: Canvas, key: str, frame: Rectangle) -> None:
    shape, _, letters = key.partition(":")
    canvas.setFillGray(0.12)
    canvas.setStrokeGray(0.12)
    _filled(canvas, _outline(shape, frame), frame, shape)
    canvas.setStrokeGray(1)
    lettered(canvas, letters, _lettering_box(shape, frame), 0.8)


def _filled(canvas: Canvas, outline: list[tuple[float, float]], frame: Rectangle, shape: str) -> None:
    """Fill a shape and draw a white line just inside its edge."""
    x, y = (frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2
    if shape == "circle":
        radius = (frame[2] - frame[0]) / 2
        canvas.circle(x, y, radius, stroke=0, fill=1)
        canvas.setStrokeGray(1)
        canvas.setLineWidth(radius / 25)
        canvas.circle(x, y, radius * 0.9, stroke=1, fill=0)
        return
    for shrunk, fill in ((1.0, 1), (0.9, 0)):
        path = canvas.beginPath()
        path.moveTo(*_toward(outline[0], (x, y), shrunk))
        for corner in outline[1:]:
            path.lineTo(*_toward(corner, (x, y), shrunk))
        path.close()
        if not fill:
            canvas.setStrokeGray(1)
            canvas.setLineWidth((frame[2] - frame[0]) / 60)
        canvas.drawPath(path, stroke=1 - fill, fill=fill)


def _toward(corner: tuple[float, float], middle: tuple[float, float], share: float) -> tuple[float, float]:
    return middle[0] + (corner[0] - middle[0]) * share, middle[1] + (corner[1] - middle[1]) * share


def _outline(shape: str, frame: Rectangle) -> list[tuple[float, float]]:
    """Return the corners of a shape, in parts of its frame turned into points."""
    corners = {
        "shield": [(0, 1), (1, 1), (1, 0.45), (0.86, 0.2), (0.5, 0), (0.14, 0.2), (0, 0.45)],
        "lozenge": [(0, 0.5), (0.5, 1), (1, 0.5), (0.5, 0)],
        "triangle": [(0, 0.04), (0.5, 0.96), (1, 0.04)],
        "bar": [(0, 0), (0, 1), (0.94, 1), (1, 0.5), (0.94, 0)],
    }.get(shape, [])
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    return [(frame[0] + across * width, frame[1] + up * height) for across, up in corners]


def _lettering_box(shape: str, frame: Rectangle) -> Rectangle:
    """Return where a shape has room for letters."""
    x0, y0, x1, y1 = {
        "shield": (0.12, 0.42, 0.88, 0.84),
        "lozenge": (0.2, 0.36, 0.8, 0.64),
        "triangle": (0.22, 0.12, 0.78, 0.4),
        "bar": (0.08, 0.2, 0.88, 0.8),
    }.get(shape, (0.14, 0.3, 0.86, 0.7))
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    return frame[0] + x0 * width, frame[1] + y0 * height, frame[0] + x1 * width, frame[1] + y1 * height


def _barcode(canvas: Canvas, key: str, frame: Rectangle) -> None:
    drawn = bars(key)
    module = (frame[2] - frame[0]) / sum(drawn)
    canvas.setFillGray(0)
    x = frame[0]
    for at, width in enumerate(drawn):
        if at % 2 == 0:
            canvas.rect(x, frame[1], width * module, frame[3] - frame[1], stroke=0, fill=1)
        x += width * module


_DRAWN: dict[str, Callable[[Canvas, str, Rectangle], None]] = {
    "signature": _signature,
    "stamp": _stamp,
    "logo": _logo,
    "barcode": _barcode,
    "datestamp": draw_datestamp,
    "initials": draw_initials,
    "handwritten": draw_handwritten,
    "correction": draw_correction,
}
