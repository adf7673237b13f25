"""Marks as hands make them: strokes of a pen or pencil on the picture of a page.

A stroke is a line of points in units of the box (0 left and top, 1 right and bottom); it may leave the box.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from simulator.intake.scans.picture import Picture
from simulator.randomness import Stream

Stroke = Sequence[tuple[float, float]]
_OVER = 4
"""Strokes are drawn so many times larger and reduced, so that their edges are soft."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What draws: the darkness of its line from 0 to 1, its width in millimetres, how much it varies along the line."""

    dark: float
    width: float
    grain: float = 0.0


def ballpoint(stream: Stream) -> Pen:
    return Pen(0.62 + 0.33 * stream.uniform(), 0.35 + 0.3 * stream.uniform())


def pencil(stream: Stream) -> Pen:
    """A light one: what a trainee does who is not sure."""
    return Pen(0.28 + 0.2 * stream.uniform(), 0.4 + 0.25 * stream.uniform(), 0.3)


def felt_tip(stream: Stream) -> Pen:
    return Pen(0.9 + 0.1 * stream.uniform(), 0.9 + 0.5 * stream.uniform())


def cross(stream: Stream, over: float = 0.12) -> list[Stroke]:
    def near(target: float) -> float:
        return target + (0.09 * stream.normal()) + (over if target > 0.5 else -over) * (stream.uniform() - 0.3)

    return [
        [(near(0.1), near(0.1)), (0.5 + 0.08 * stream.normal(), 0.5 + 0.08 * stream.normal()), (near(0.9), near(0.9))],
        [(near(0.9), near(0.1)), (0.5 + 0.08 * stream.normal(), 0.5 + 0.08 * stream.normal()), (near(0.1), near(0.9))],
    ]


def wide_cross(stream: Stream) -> list[Stroke]:
    """A cross whose strokes leave the box."""
    return cross(stream, 0.5)


def tick(stream: Stream) -> list[Stroke]:
    foot = (0.4 + 0.07 * stream.normal(), 0.85 + 0.07 * stream.normal())
    return [[(0.12 + 0.08 * stream.normal(), 0.5 + 0.08 * stream.normal()), foot,
             (0.95 + 0.12 * stream.normal(), 0.0 - 0.12 * stream.uniform())]]  # fmt: skip


def slash(stream: Stream) -> list[Stroke]:
    return [
        [
            (0.1 + 0.1 * stream.normal(), 0.9 + 0.08 * stream.normal()),
            (0.9 + 0.1 * stream.normal(), 0.1 + 0.08 * stream.normal()),
        ]
    ]


def fill(stream: Stream) -> list[Stroke]:
    """A box filled from side to side."""
    lines = 9
    points: list[tuple[float, float]] = []
    for line in range(lines + 1):
        y = 0.08 + 0.84 * line / lines
        ends = [(0.06 + 0.04 * stream.normal(), y), (0.94 + 0.04 * stream.normal(), y + 0.03 * stream.normal())]
        points += ends if line % 2 else ends[::-1]
    return [points]


MARKS: dict[str, Callable[[Stream], list[Stroke]]] = {
    "cross": cross,
    "wide cross": wide_cross,
    "tick": tick,
    "slash": slash,
    "fill": fill,
}


def draw(
    picture: Picture, box: tuple[float, float, float], strokes: Sequence[Stroke], pen: Pen, dpi: float, stream: Stream
) -> None:
    """Draw strokes into a box (left, top, side in pixels) of a picture, in place."""
    left, top, side = box
    reach = side
    x0, y0 = int(left - reach), int(top - reach)
    size = int(3 * reach) + 2
    x1, y1 = min(x0 + size, picture.shape[1]), min(y0 + size, picture.shape[0])
    x0, y0 = max(x0, 0), max(y0, 0)
    large = Image.new("L", ((x1 - x0) * _OVER, (y1 - y0) * _OVER), 0)
    brush = ImageDraw.Draw(large)
    width = max(1, round(pen.width / 25.4 * dpi * _OVER))
    for stroke in strokes:
        points = [((left + x * side - x0) * _OVER, (top + y * side - y0) * _OVER) for x, y in stroke]
        brush.line(points, fill=255, width=width, joint="curve")
        for x, y in (points[0], points[-1]):
            brush.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=255)
    ink = np.asarray(large.reduce(_OVER), dtype=np.float32) / 255.0 * pen.dark
    if pen.grain:
        ink *= 1.0 - pen.grain * noise(ink.shape, stream.at("grain")).clip(-1.5, 1.5) / 1.5
    under = picture[y0:y1, x0:x1].astype(np.float32)
    picture[y0:y1, x0:x1] = np.clip(under * (1.0 - ink), 0, 255).astype(np.uint8)


def smear(picture: Picture, box: tuple[float, float, float], strokes: Sequence[Stroke], dpi: float, stream: Stream) -> None:
    """Leave what a rubber leaves of a pencil mark: a trace of its line, and a grey cloud."""
    draw(picture, box, strokes, Pen(0.05 + 0.08 * stream.uniform(), 0.6, 0.5), dpi, stream.at("trace"))
    draw(picture, box, [[(0.2, 0.5), (0.8, 0.5)]], Pen(0.03 + 0.04 * stream.uniform(), 2.4, 0.5), dpi, stream.at("cloud"))


def noise(shape: tuple[int, ...], stream: Stream) -> np.ndarray:
    """Return nearly normal noise of standard deviation 1 from a place's raw numbers: sums of eight bytes."""
    count = int(np.prod(shape))
    words = np.random.PCG64(stream.whole_seed()).random_raw(count)
    sums = np.frombuffer(words.tobytes(), dtype=np.uint8).reshape(count, 8).sum(axis=1, dtype=np.uint16)
    return np.asarray((sums.astype(np.float32) - 1020.0) / 209.02).reshape(shape)
