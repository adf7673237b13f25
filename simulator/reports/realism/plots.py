"""The comparison as plots, each a small SVG without fonts or scripts of its own; readable in grey."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from simulator.reports.realism.measuring import QUANTILES, Compared, Digit

WIDTH, LEFT, RIGHT = 640, 210, 20
ROW = 46
PANEL, HEAD, FOOT, GAP = 190, 24, 22, 40
REAL, OURS = "#111", "#999"
Across = Callable[[float], float]


def ranges(measures: Sequence[Compared]) -> str:
    """Return bars from 5 to 95 % with a mark at the median, real above simulated, each row on its own log scale."""
    height = ROW * len(measures) + 40
    parts = [part for place, each in enumerate(measures) for part in _bars(each, 20 + place * ROW)]
    legend = _words(LEFT, height - 8, "black: real · grey: simulated · bar 5 to 95 %, mark at the median, log scales")
    return _picture(height, [*parts, legend])


def _bars(each: Compared, top: float) -> Iterator[str]:
    across = _log((*each.real.quantiles, *each.simulated), LEFT, WIDTH - RIGHT)
    yield _words(8, top + 16, each.real.title.en)
    for quantiles, y, colour in ((each.real.quantiles, top + 6, REAL), (each.simulated, top + 20, OURS)):
        low, middle, high = (across(value) for value in quantiles)
        yield f'<rect x="{low:.1f}" y="{y}" width="{high - low:.1f}" height="8" fill="{colour}"/>'
        yield f'<rect x="{middle - 1.5:.1f}" y="{y - 3}" width="3" height="14" fill="{colour}" stroke="white"/>'


def distributions(measures: Sequence[Compared]) -> str:
    """Return a panel a quantity: the share of simulated containers below a value, and the real quantiles as dots."""
    side = (WIDTH - GAP * 3) / 2
    parts = [
        part
        for place, each in enumerate(measures)
        for part in _panel(each, GAP + place % 2 * (side + GAP), HEAD + place // 2 * (PANEL + HEAD + FOOT), side)
    ]
    height = -(-len(measures) // 2) * (PANEL + HEAD + FOOT) + 26
    legend = _words(
        GAP, height - 8, "line: share of simulated containers below the value · dots: real 5, 50 and 95 % · log scales"
    )
    return _picture(height, [*parts, legend])


def _panel(each: Compared, left: float, top: float, side: float) -> Iterator[str]:
    middle = each.values[len(each.values) // 200 : len(each.values) - len(each.values) // 200]
    across = _log((*middle, *each.real.quantiles), left, left + side)
    yield _words(left, top - 6, f"{each.real.title.en}{f' ({each.real.unit})' if each.real.unit else ''}")
    yield f'<rect x="{left:.1f}" y="{top}" width="{side:.1f}" height="{PANEL}" fill="none" stroke="#ccc"/>'
    steps = [middle[place * (len(middle) - 1) // 100] for place in range(101)]
    points = " ".join(f"{across(value):.1f},{top + PANEL * (1 - share / 100):.1f}" for share, value in enumerate(steps))
    yield f'<polyline points="{points}" fill="none" stroke="{OURS}" stroke-width="2"/>'
    for share, value in zip(QUANTILES, each.real.quantiles, strict=True):
        x, y = across(value), top + PANEL * (1 - share)
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{REAL}"/>'
        yield _words(x, top + PANEL + 14, f"{value:g}", "middle")


def digits(found: Sequence[Digit]) -> str:
    """Return a pair of bars a digit: the published share or Benford's law, and the simulated share."""
    height, wide, most = 220, (WIDTH - 2 * GAP) / len(found), 0.4
    parts = []
    for place, each in enumerate(found):
        x = GAP + place * wide
        for share, shift, colour in ((each.expected, 0.1, REAL), (each.simulated, 0.45, OURS)):
            left, tall = x + shift * wide, share / most * 160
            box = f'x="{left:.1f}" y="{180 - tall:.1f}" width="{wide * 0.32:.1f}" height="{tall:.1f}"'
            parts.append(f'<rect {box} fill="{colour}"/>')
        parts.append(_words(x + wide * 0.43, 194, str(each.digit), "middle"))
    legend = _words(GAP, height - 8, "black: real for 1, Benford's law for the others · grey: simulated")
    return _picture(height, [*parts, legend])


def _log(values: Sequence[float], left: float, right: float) -> Across:
    low, high = math.log(min(values)), math.log(max(values))
    span = (high - low) or 1.0
    return lambda value: left + (math.log(value) - low) / span * (right - left)


def _words(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'


def _picture(height: float, parts: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="11">'
    return "\n".join([head, f'<rect width="{WIDTH}" height="{height}" fill="white"/>', *parts, "</svg>", ""])
