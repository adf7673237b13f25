"""Words as a hand writes them: the stroke alphabet slanted, uneven and rounded, in its own way for each text."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.formats.truth import Rectangle
from simulator.layout.lettering import ADVANCE, HEIGHT, strokes
from simulator.render.keyed import draws
from simulator.render.operators import Point, Stroke
from simulator.render.signature import clamped, curves

_SLANT, _UNEVEN, _CORNERS = 0.22, 0.55, 7.0
"""Lean of the letters, how far a point strays in grid units, and how sharply strokes turn."""


def written(text: str, frame: Rectangle) -> tuple[Stroke, ...]:
    """Return the strokes of a text that fills ``frame``."""
    by_letter = draws("handwritten", text)
    lean = _SLANT * (0.5 + next(by_letter))
    shifts = [_Letter(by_letter) for _ in range(len(text) + 1)]
    runs = [[shifts[_letter_at(run)].moved(point, lean, by_letter) for point in run] for run in strokes(text)]
    return _filling(runs, frame)


def initialled(text: str, frame: Rectangle) -> tuple[Stroke, ...]:
    """Return the strokes of initials with a flourish beneath them that fill ``frame``."""
    height = frame[3] - frame[1]
    keyed = draws("initials", text)
    x0, y0, x1 = frame[0], frame[1], frame[2]
    across, dip = x1 - x0, height * 0.12 * next(keyed)
    flourish: list[Point] = [
        (x0 + across * 0.95, y0 + height * 0.28),
        (x0 + across * (0.3 + 0.2 * next(keyed)), y0 + dip),
        (x0, y0 + height * 0.1),
        (x0 + across * 0.4, y0 + height * 0.2),
        (x1, y0 + height * (0.05 + 0.12 * next(keyed))),
    ]
    letters = written(text, (x0 + across * 0.08, y0 + height * 0.24, x1 - across * 0.04, frame[3]))
    return (*letters, (flourish[0], clamped(curves(flourish), frame)))


def _letter_at(run: list[Point]) -> int:
    return int(min(x for x, _ in run) // ADVANCE)


class _Letter:
    """How one letter stands: raised or lowered, larger or smaller, shifted."""

    def __init__(self, keyed: Iterator[float]) -> None:
        self._raised = (next(keyed) - 0.5) * 1.4
        self._scale = 0.85 + 0.3 * next(keyed)
        self._shift = (next(keyed) - 0.5) * 0.9

    def moved(self, point: Point, lean: float, keyed: Iterator[float]) -> Point:
        """Return a point of the letter as the hand sets it."""
        x = point[0] + self._shift + (next(keyed) - 0.5) * _UNEVEN
        y = point[1] * self._scale + self._raised + (next(keyed) - 0.5) * _UNEVEN
        return x + y * lean, y


def _filling(runs: list[list[Point]], frame: Rectangle) -> tuple[Stroke, ...]:
    points = [point for run in runs for point in run] or [(0.0, 0.0)]
    left, low = min(x for x, _ in points), min(y for _, y in points)
    wide = max(max(x for x, _ in points) - left, 1.0)
    high = max(max(y for _, y in points) - low, HEIGHT / 2)
    across, up = (frame[2] - frame[0]) / wide, (frame[3] - frame[1]) / high
    placed = [[(frame[0] + (x - left) * across, frame[1] + (y - low) * up) for x, y in run] for run in runs]
    return tuple((run[0], clamped(curves(run, _CORNERS), frame)) for run in placed)
