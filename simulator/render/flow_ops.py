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


@dataclass(frozen=True, slots=True)
class Areas:
    """Many upright rectangles ``(x0, y0, x1, y1)`` of one look, drawn as one path."""

    frames: tuple[tuple[float, float, float, float], ...]
    fill: float | None = None
    stroke: float | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """Shapes that are PDF operators already, in places of the page: what many files share is written out once."""

    operators: str


Op: TypeAlias = Words | Rule | Area | Areas | Circle | Ready


def shifted(op: Op, right: float, up: float) -> Op:
    """Return an op moved to the right and up."""
    if isinstance(op, Words):  # by far the most, and several times faster than ``replace``
        return Words(op.x + right, op.y + up, op.text, op.size, op.font, op.grey, op.turned)
    if isinstance(op, Rule):
        return replace(op, x0=op.x0 + right, x1=op.x1 + right, y0=op.y0 + up, y1=op.y1 + up)
    if isinstance(op, Areas):
        return replace(op, frames=tuple((a + right, b + up, c + right, d + up) for a, b, c, d in op.frames))
    if isinstance(op, Ready):
        raise TypeError("operators that are written out cannot be moved")
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
