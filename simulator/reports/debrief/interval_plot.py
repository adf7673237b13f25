"""Shares with their intervals as bars under each other, the respondent's beside the class's; readable in grey."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.grading.class_rates import Rate
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Circle, Op, Rule, Words

_SIZE, _SMALL = 8.0, 6.5
_LABEL, _VALUE = 112.0, 112.0
_ROW, _HEAD = 14.0, 15.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: whose share it is, how many of how many, the words beside it; ``own`` is drawn heavy and filled."""

    label: str
    rate: Rate
    value: str
    own: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    title: str
    bars: tuple[Bar, ...]


def interval_plot(groups: tuple[Group, ...], width: float) -> tuple[tuple[Op, ...], float]:
    """Return the plot within ``width`` from its top left corner, and its height."""
    left, right = _LABEL, width - _VALUE
    y = 0.0
    ops: list[Op] = []
    for group in groups:
        ops.append(Words(0.0, y - _SIZE, group.title, _SIZE, "bold"))
        y -= _HEAD
        ops.extend(_grid(left, right, y, y - _ROW * len(group.bars)))
        for bar in group.bars:
            ops.extend(_bar(bar, left, right, y - _ROW / 2))
            y -= _ROW
        y -= 6.0
    for step in range(5):
        label = f"{step * 25} %"
        x = left + (right - left) * step / 4
        ops.append(Words(x - text_width(label, _SMALL) / 2, y - _SMALL + 2.0, label, _SMALL, grey=0.25))
    return tuple(ops), -y + _SMALL + 4.0


def _grid(left: float, right: float, top: float, bottom: float) -> Iterator[Op]:
    for step in range(5):
        x = left + (right - left) * step / 4
        yield Rule(x, top, x, bottom, 0.4, 0.8)


def _bar(bar: Bar, left: float, right: float, y: float) -> Iterator[Op]:
    wide = right - left
    yield Words(left - 8.0 - text_width(bar.label, _SIZE), y - 2.8, bar.label, _SIZE, "bold" if bar.own else "regular")
    yield Words(right + 8.0, y - 2.8, bar.value, _SIZE)
    share, interval = bar.rate.share, bar.rate.interval
    if share is None or interval is None:
        return
    heavy = 1.6 if bar.own else 0.7
    ends = tuple(left + wide * end for end in interval)
    yield Rule(ends[0], y, ends[1], y, heavy)
    for end in ends:
        yield Rule(end, y - 3.0, end, y + 3.0, heavy)
    yield Circle(left + wide * share, y, 3.0, fill=0.0 if bar.own else 1.0)
