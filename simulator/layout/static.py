"""Static layers: what a template prints the same on every paper: labels, rules, fixed words. Drawn once per file."""

from __future__ import annotations

from dataclasses import dataclass

Words = tuple[float, float, str, str, float]
"""x, baseline, text, face, size; points from the layer's origin."""
Stroke = tuple[float, float, float, float, float]
"""x0, y0, x1, y1, line width."""
Area = tuple[float, float, float, float, float, float]
"""x, y, width, height, grey (0 is black, 1 is paper), line width of its border (0 is none)."""


@dataclass(frozen=True, slots=True, eq=False)
class StaticLayer:
    """Fixed words, rules and areas. ``name`` is unique among templates, languages and kinds of page."""

    name: str
    width: float
    height: float
    words: tuple[Words, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    areas: tuple[Area, ...] = ()
