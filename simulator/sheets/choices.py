"""Boxes with their words behind them, in a line or in as many as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import FontName, Op, Words
from simulator.sheets.model import Mark

_BEHIND = 0.35
"""Space between a box and its word, as a share of the box."""
_BETWEEN = 0.7
"""Least space between a word and the next box, likewise."""
_WIDEST = 2.4
"""Most space between them: further apart a word seems to belong to the next box."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Marks with their words, from the top left of their area; ``lines`` is how many lines they took."""

    marks: tuple[Mark, ...]
    ops: tuple[Op, ...]
    lines: int


def choices(
    values: Sequence[tuple[str, str]],
    x: float,
    y: float,
    width: float,
    *,
    box: float,
    size: float,
    leading: float,
    font: FontName = "bold",
) -> Choices:
    """Place values with their words from (x, y) on, ``y`` being the middle of the first line, with even space between.

    What does not fit a line goes on the next, ``leading`` below.
    """
    marks: list[Mark] = []
    ops: list[Op] = []
    lines = _lines(values, width, box, size, font)
    for number, line in enumerate(lines):
        middle = y - number * leading
        free = width - sum(_wide(word, box, size, font) for _, word in line)
        gap = min(_WIDEST * box, free / len(line))
        left = x
        for value, word in line:
            marks.append(Mark(value, (left, middle - box / 2, left + box, middle + box / 2)))
            ops.append(Words(left + box * (1 + _BEHIND), middle - size * 0.36, word, size, font))
            left += _wide(word, box, size, font) + gap
    return Choices(tuple(marks), tuple(ops), len(lines))


def _wide(word: str, box: float, size: float, font: FontName) -> float:
    return box * (1 + _BEHIND) + text_width(word, size, font)


def _lines(
    values: Sequence[tuple[str, str]], width: float, box: float, size: float, font: FontName
) -> list[list[tuple[str, str]]]:
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0.0
    for value, word in values:
        wide = _wide(word, box, size, font)
        if lines[-1] and used + wide > width:
            lines.append([])
            used = 0.0
        lines[-1].append((value, word))
        used += wide + _BETWEEN * box
    return lines
