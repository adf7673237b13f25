"""The columns of a box code on the evidence sheet: which signs there are, and where their boxes stand.

Measures are points at normal size, from the left and the top of the columns, y negative below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.sheets.model import Mark

BOX = 9.4
PITCH = 17.6
"""From column to column; before each box stands its sign."""
STEP = 12.1
"""From line to line."""
LINES = 13
"""Lines of the longest column at least: the letters a to m."""
_PREFIX = 34.0
_APART = 4.0
"""More space where another part of the code begins."""
PARTS = (("paper", 0, 1), ("document", 1, 3), ("box", 3, 5), ("letter", 5, 6), ("row", 6, 8))
"""What the columns are headed by: the key of its word, first column, column behind the last."""
_FIRST = tuple(start for _, start, _ in PARTS[1:])
WIDTH = _PREFIX + 7 * PITCH + len(_FIRST) * _APART
VOID_LINE = 11
"""The line of the box that takes a code back: below the digits."""


@dataclass(frozen=True, slots=True)
class Column:
    """One sign of a code: its part, the values of its boxes from the top, and on which line each stands."""

    part: str
    values: tuple[str, ...]
    lines: tuple[int, ...]


def columns(prefixes: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of a code; the values of tens stand beside the same units."""
    letters = tuple("abcdefghijklm")
    return (
        Column("prefix", tuple(prefixes), tuple(range(len(prefixes)))),
        _tens("document-tens", 2),
        _units("document-units"),
        _tens("box-tens", 3),
        _units("box-units"),
        Column("letter", letters, tuple(range(len(letters)))),
        _tens("row-tens", 9),
        _units("row-units"),
    )


def marks(column: Column, place: int, scale: float) -> Iterator[Mark]:
    """Yield the boxes of the column at a place."""
    left, box = box_left(place) * scale, BOX * scale
    for value, line in zip(column.values, column.lines, strict=True):
        high = -line * STEP * scale
        yield Mark(value, (left, high - box, left + box, high))


def box_left(place: int) -> float:
    """Return where the boxes of a column begin."""
    return 0.5 if place == 0 else _start(place) + PITCH - BOX - 1.2


def edge(place: int) -> float:
    """Return where the cell of a column begins, and the one before it ends."""
    if place == 0:
        return 0.0
    return WIDTH if place == 8 else _start(place) - (_APART / 2 if place in _FIRST else 0.0)


def opens_part(place: int) -> bool:
    """Tell whether another part of the code begins with a column."""
    return place in _FIRST


def _start(place: int) -> float:
    return _PREFIX + (place - 1) * PITCH + _APART * sum(1 for each in _FIRST if each <= place)


def _tens(part: str, last: int) -> Column:
    return Column(part, tuple(str(each) for each in range(1, last + 1)), tuple(range(1, last + 1)))


def _units(part: str) -> Column:
    return Column(part, tuple("0123456789"), tuple(range(10)))
