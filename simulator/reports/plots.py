"""Two plots as shapes on the page: hits against false alarms, and verdicts against decisions; readable in grey."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.grading.class_rates import Rate
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Circle, Op, Rule, Words, shifted
from simulator.render.flow_text import line_ops, wrap

_SMALL = 6.5
_TITLE = 8.5
_AXIS = 40.0
"""Room left of and below a plot for its numbers and its title."""
_TITLE_ROOM = 24.0
_MOST_RADIUS = 8.0
"""Numbers on the axes keep this far from the square, so that circles on its edge do not cover them."""
_RADIUS = 2.6


@dataclass(frozen=True, slots=True)
class Point:
    """One respondent, or the class: how many lawful and how many infringing shipments were stopped."""

    false_alarms: Rate
    hits: Rate


@dataclass(frozen=True, slots=True)
class Square:
    """The plot's square: ``left`` and ``top`` in the band, ``side`` for shares 0 to 1."""

    left: float
    top: float
    side: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a pair of shares lies."""
        return self.left + x * self.side, self.top - (1 - y) * self.side


@dataclass(frozen=True, slots=True)
class ScatterWords:
    """What stands round the scatter."""

    title: str
    x: str
    y: str
    empty: str


def scatter(points: Sequence[Point], pooled: Point, side: float, words: ScatterWords) -> tuple[Op, ...]:
    """Return the scatter, ``scatter_square(side)`` telling where its square lies."""
    square = scatter_square(side)
    known = [point for point in points if point.hits.total and point.false_alarms.total]
    ops: list[Op] = [*_frame(square, words)]
    if not known:
        wide = text_width(words.empty, _SMALL)
        ops.append(Words(square.left + (side - wide) / 2, square.top - side / 2, words.empty, _SMALL, grey=0.3))
    for point in dict.fromkeys(known):
        ops.extend(_bars(square, point, 0.6, 0.62))
    ops.extend(_dots(square, Counter(_shares(point) for point in known)))
    if pooled.hits.total and pooled.false_alarms.total:
        ops.extend(_bars(square, pooled, 1.6, 0.0))
        ops.append(Circle(*square.place(*_shares(pooled)), 3.2, fill=0.0))
    return tuple(ops)


def scatter_square(side: float) -> Square:
    """Return the square of a scatter whose band begins at the plot's title."""
    return Square(_AXIS, -_TITLE_ROOM, side)


def scatter_height(side: float) -> float:
    """Return the height of the scatter with title and axes."""
    return _TITLE_ROOM + side + _AXIS - 8.0


def _shares(point: Point) -> tuple[float, float]:
    return point.false_alarms.share or 0.0, point.hits.share or 0.0


def _frame(square: Square, words: ScatterWords) -> Iterator[Op]:
    yield Words(0.0, -_TITLE, words.title, _TITLE, "bold")
    for step in range(5):
        share = step / 4
        x, y = square.place(share, share)
        if 0 < step < 4:
            yield Rule(x, square.top, x, square.top - square.side, 0.4, 0.9)
            yield Rule(square.left, y, square.left + square.side, y, 0.4, 0.9)
        label = f"{share * 100:.0f} %"
        wide = text_width(label, _SMALL)
        yield Words(x - wide / 2, square.top - square.side - _MOST_RADIUS - 7.0, label, _SMALL)
        yield Words(square.left - wide - _MOST_RADIUS - 1.0, y - 2.2, label, _SMALL)
    yield Area(square.left, square.top - square.side, square.side, square.side, stroke=0.0)
    yield Rule(*square.place(0, 0), *square.place(1, 1), 0.8, 0.35, dashed=True)
    size = min(_SMALL + 0.5, square.side / max(text_width(words.x, 1.0), text_width(words.y, 1.0)))
    bottom = square.top - square.side - 26.0
    yield Words(square.left + (square.side - text_width(words.x, size)) / 2, bottom, words.x, size)
    start = square.top - square.side + (square.side - text_width(words.y, size)) / 2
    yield Words(size, start, words.y, size, turned=True)


def _bars(square: Square, point: Point, width: float, grey: float) -> Iterator[Op]:
    """Yield both intervals as a cross; callers leave out points without totals."""
    x, y = _shares(point)
    across, along = point.false_alarms.interval or (x, x), point.hits.interval or (y, y)
    yield Rule(*square.place(across[0], y), *square.place(across[1], y), width, grey)
    yield Rule(*square.place(x, along[0]), *square.place(x, along[1]), width, grey)


def _dots(square: Square, people: Mapping[tuple[float, float], int]) -> Iterator[Op]:
    """Yield circles whose areas grow with the people at one place; large ones on top, numbered where one can read it."""
    laid: list[tuple[float, float, float]] = []
    for place, count in sorted(people.items(), key=lambda pair: (-pair[1], pair[0])):
        x, y = square.place(*place)
        radius = _RADIUS if count == 1 else max(4.6, min(_RADIUS * math.sqrt(count), _MOST_RADIUS))
        covered = any(math.hypot(x - other[0], y - other[1]) < radius + other[2] for other in laid)
        laid.append((x, y, radius))
        if count > 1 and not covered:
            label = str(count)
            yield Words(x - text_width(label, 6.0) / 2, y - 2.1, label, 6.0)
    yield from (Circle(*circle, fill=0.93, stroke=0.2) for circle in reversed(laid))


def legend(width: float, people: str, pooled: str, chance: str) -> tuple[tuple[Op, ...], float]:
    """Return the scatter's legend and its height."""
    ops: list[Op] = []
    y = 0.0
    marks: Iterable[tuple[tuple[Op, ...], str]] = (
        ((Rule(0, 3, 14, 3, 0.6, 0.62), Circle(7, 3, _RADIUS, fill=0.93, stroke=0.2)), people),
        ((Rule(0, 3, 14, 3, 1.6), Circle(7, 3, 3.2, fill=0.0)), pooled),
        ((Rule(0, 3, 14, 3, 0.8, 0.35, dashed=True),), chance),
    )
    for shapes, text in marks:
        lines = wrap(text, _SMALL, width - 20.0)
        for index, line in enumerate(lines):
            baseline = y - _SMALL - index * _SMALL * 1.3
            if index == 0:
                ops.extend(shifted(shape, 0.0, baseline - 0.7) for shape in shapes)
            ops.extend(line_ops(line, 20.0, baseline, _SMALL))
        y -= len(lines) * _SMALL * 1.3 + 1.5
    return tuple(ops), -y


@dataclass(frozen=True, slots=True)
class Matrix:
    """Counts by row and column; ``right`` is the column of each row that is the right one."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: Mapping[tuple[int, int], int]
    right: Mapping[int, int]
    title: str
    row_title: str
    column_title: str


def matrix_ops(matrix: Matrix, width: float, cell_height: float = 24.0) -> tuple[tuple[Op, ...], float]:
    """Return the matrix within ``width`` and its height; shades are shares of the row, from white to mid grey."""
    label = min(96.0, max(text_width(row, 7.0, "bold") for row in matrix.rows) + 8.0)
    wide = (width - label) / len(matrix.columns)
    head = max(text_width(column, 7.0) for column in matrix.columns) + 8.0
    top = -_TITLE_ROOM - 2.0 - head
    ops: list[Op] = [
        Words(0.0, -_TITLE, matrix.title, _TITLE, "bold"),
        Words(label, -_TITLE_ROOM + 2.0, matrix.column_title, _SMALL, grey=0.25),
        Words(0.0, top + 4.0, matrix.row_title, _SMALL, grey=0.25),
    ]
    for column, name in enumerate(matrix.columns):
        ops.append(Words(label + (column + 0.5) * wide + 2.5, top + 4.0, name, 7.0, turned=True))
    for row, name in enumerate(matrix.rows):
        ops.extend(_matrix_row(matrix, row, name, label, wide, top - row * cell_height, cell_height))
    return tuple(ops), -top + cell_height * len(matrix.rows) + 2.0


def _matrix_row(matrix: Matrix, row: int, name: str, label: float, wide: float, top: float, high: float) -> Iterator[Op]:
    lines = wrap(name, 7.0, label - 4.0, True)
    for index, line in enumerate(lines):
        baseline = top - high / 2 - 2.4 + (len(lines) - 1) * 4.3 - index * 8.6
        yield from line_ops(line, 0.0, baseline, 7.0)
    total = sum(matrix.counts.get((row, column), 0) for column in range(len(matrix.columns)))
    for column in range(len(matrix.columns)):
        count = matrix.counts.get((row, column), 0)
        shade = shade_of(count / total if total else 0.0)
        x = label + column * wide
        yield Area(x, top - high, wide, high, fill=shade, stroke=0.55)
        text = str(count)
        size = min(9.0, (wide - 4.0) / text_width(text, 1.0, "bold"))
        start = x + (wide - text_width(text, size, "bold")) / 2
        yield Words(start, top - high / 2 - size * 0.36, text, size, "bold" if count else "regular", 0.0)
        if matrix.right.get(row) == column:
            yield from ring(x + 1.2, top - 1.2, wide - 2.4, high - 2.4)


def shade_of(share: float) -> float:
    """Return the grey of a share, from white to mid grey: black figures can be read on each."""
    return round(1.0 - 0.55 * share, 3)


def ring(x: float, top: float, wide: float, high: float, width: float = 1.4, dashed: bool = False) -> Iterator[Rule]:
    """Yield a frame of thick rules, drawn after all shades."""
    yield Rule(x, top, x + wide, top, width, dashed=dashed)
    yield Rule(x, top - high, x + wide, top - high, width, dashed=dashed)
    yield Rule(x, top, x, top - high, width, dashed=dashed)
    yield Rule(x + wide, top, x + wide, top - high, width, dashed=dashed)
