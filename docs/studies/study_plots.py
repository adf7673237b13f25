"""Plots of the calibration study: points and lines in a square, as SVG by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

SIDE, EDGE = 320, 56
BLACK, GREY, LIGHT, BLUE = "#111", "#999", "#ccc", "#0b5cad"


@dataclass(slots=True)
class Plot:
    """A square with axes from ``low`` to ``high`` (x and y alike unless ``x_range`` is given)."""

    low: float
    high: float
    x_label: str
    y_label: str
    ticks: Sequence[float]
    x_range: tuple[float, float] | None = None
    x_ticks: Sequence[float] | None = None
    parts: list[str] = field(default_factory=list)

    def diagonal(self) -> None:
        """Draw where both are equal."""
        self.line([(self.low, self.low), (self.high, self.high)], LIGHT)

    def line(self, points: Sequence[tuple[float, float]], colour: str, dashed: bool = False) -> None:
        """Draw a line through points."""
        path = " ".join(f"{self._x(x):.1f},{self._y(y):.1f}" for x, y in points)
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        self.parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"{dash}/>')

    def point(self, x: float, y: float, colour: str, reach: float = 0.0) -> None:
        """Draw a point, with a bar of that reach up and down."""
        if reach:
            self.line([(x, y - reach), (x, y + reach)], colour)
        self.parts.append(f'<circle cx="{self._x(x):.1f}" cy="{self._y(y):.1f}" r="3" fill="{colour}"/>')

    def note(self, row: int, text: str, colour: str) -> None:
        """Write a line of the legend into the upper left corner."""
        y = EDGE + 16 + 15 * row
        self.parts.append(f'<circle cx="{EDGE + 12}" cy="{y - 4}" r="3" fill="{colour}"/>')
        self.parts.append(f'<text x="{EDGE + 20}" y="{y}">{text}</text>')

    def svg(self) -> str:
        """Return the picture."""
        size = SIDE + 2 * EDGE
        head = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="11">',
            '<rect width="100%" height="100%" fill="white"/>',
            f'<path d="M{EDGE} {EDGE}V{EDGE + SIDE}H{EDGE + SIDE}" fill="none" stroke="{BLACK}"/>',
        ]
        for tick in self.x_ticks or self.ticks:
            head.append(f'<text x="{self._x(tick):.1f}" y="{EDGE + SIDE + 15}" text-anchor="middle">{tick:g}</text>')
        for tick in self.ticks:
            head.append(f'<text x="{EDGE - 6}" y="{self._y(tick) + 4:.1f}" text-anchor="end">{tick:g}</text>')
        middle = EDGE + SIDE / 2
        tail = [
            f'<text x="{middle}" y="{EDGE + SIDE + 34}" text-anchor="middle">{self.x_label}</text>',
            f'<text x="16" y="{middle}" text-anchor="middle" transform="rotate(-90 16 {middle})">{self.y_label}</text>',
            "</svg>",
        ]
        return "\n".join([*head, *self.parts, *tail]) + "\n"

    def _x(self, value: float) -> float:
        low, high = self.x_range or (self.low, self.high)
        return EDGE + (value - low) / (high - low) * SIDE

    def _y(self, value: float) -> float:
        return EDGE + (1 - (value - self.low) / (self.high - self.low)) * SIDE
