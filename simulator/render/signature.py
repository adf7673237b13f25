"""A signature as a scribble: the same strokes for the same text on every machine, different ones for another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from simulator.formats.truth import Rectangle
from simulator.render.keyed import draws as keyed_draws
from simulator.render.operators import Curve, Point, Stroke


def scribble(key: str, frame: Rectangle) -> tuple[Stroke, ...]:
    """Return the strokes of a signature that fills ``frame``: a tall initial, running letters, a flourish."""
    draws = keyed_draws("signature", key)
    runs = [_name(draws), _flourish(draws)]
    points = [point for run in runs for point in run]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    across, up = (frame[2] - frame[0]) / (right - left), (frame[3] - frame[1]) / (high - low)
    placed = [[(frame[0] + (x - left) * across, frame[1] + (y - low) * up) for x, y in run] for run in runs]
    return tuple((run[0], clamped(curves(run), frame)) for run in placed)


def _name(draws: Iterator[float]) -> list[Point]:
    points: list[Point] = [(0.0, 0.2), (0.25, 0.95 + 0.3 * next(draws)), (0.45 + 0.2 * next(draws), 0.1)]
    x = 0.6
    for at in range(9 + int(next(draws) * 5)):
        x += 0.1 + 0.22 * next(draws)
        tall = 0.75 if next(draws) > 0.8 else 0.2 + 0.3 * next(draws)
        points.append((x - 0.12 * (at % 2), tall if at % 2 else 0.02 - 0.1 * next(draws)))
    points.append((x + 0.7 + 0.5 * next(draws), 0.15 + 0.25 * next(draws)))
    return points


def _flourish(draws: Iterator[float]) -> list[Point]:
    return [
        (2.6 + next(draws), -0.12 - 0.1 * next(draws)),
        (1.2, -0.3 - 0.1 * next(draws)),
        (0.1 + 0.3 * next(draws), -0.28),
        (1.6, -0.16 - 0.08 * next(draws)),
        (3.2 + next(draws), -0.22),
    ]


def curves(points: list[Point], tension: float = 5.0) -> list[Curve]:
    """Join points smoothly (Catmull and Rom); a higher ``tension`` leaves sharper corners."""
    padded = [points[0], *points, points[-1]]
    return [
        (
            b[0] + (c[0] - a[0]) / tension, b[1] + (c[1] - a[1]) / tension,
            c[0] - (d[0] - b[0]) / tension, c[1] - (d[1] - b[1]) / tension,
            *c,
        )
        for (a, b), (c, d) in zip(pairwise(padded[:-2]), pairwise(padded[2:]), strict=True)
    ]  # fmt: skip


def clamped(joined: list[Curve], frame: Rectangle) -> tuple[Curve, ...]:
    """Keep control points, and with them the whole curve, inside the frame."""
    x0, y0, x1, y1 = frame
    return tuple(
        tuple(
            round(min(max(value, x0), x1) if at % 2 == 0 else min(max(value, y0), y1), 2) for at, value in enumerate(curve)
        )  # type: ignore[misc]
        for curve in joined
    )
