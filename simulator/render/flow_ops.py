"""What a page of text is made of: words, rules, areas and circles at fixed places, without a canvas yet.

Places are in points; inside a slice the origin is its top left corner and y is negative below it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

FontName = Literal["regular", "bold"]


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text on one baseline; ``x`` is its left end."""

    x: float
    y: float
    text: str
    size: float
    font: FontName = "regular"
    grey: float = 0.0
    turned: bool = False
    """True when the text runs upwards from (x, y)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; ``dash`` are the lengths of strokes and gaps, where these are not those of ``dashed``."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 0.5
    grey: float = 0.0
    dashed: bool = False
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """An upright rectangle from its lower left corner; ``fill`` and ``stroke`` are greys, None for none."""

    x: float
    y: float
    width: float
    height: float
    fill: float | None = None
    stroke: float | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle round its centre."""

    x: float
    y: float
    radius: float
    fill: float | None = None
    stroke: float | None = 0.0


Op: TypeAlias = Words | Rule | Area | Circle


def shifted(op: Op, right: float, up: float) -> Op:
    """Return an op moved to the right and up."""
    if isinstance(op, Rule):
        return replace(op, x0=op.x0 + right, x1=op.x1 + right, y0=op.y0 + up, y1=op.y1 + up)
    return replace(op, x=op.x + right, y=op.y + up)


@dataclass(frozen=True, slots=True)
class Slice:
    """A band of the page as wide as the text, which no page break divides.

    ``before`` is the space above it, dropped at the top of a page; ``keep`` ties it to the next slice; ``head`` is
    repeated above it when it opens a page (a table's header); ``new_page`` opens one.
    """

    height: float
    ops: tuple[Op, ...] = ()
    before: float = 0.0
    keep: bool = False
    head: Slice | None = None
    new_page: bool = False
