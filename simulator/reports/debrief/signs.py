"""How each kind of mark is drawn: a frame told by its line, a sign told by its shape, a tag of letters; never by colour."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.formats.truth import Rectangle
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Circle, Op, Rule, Words
from simulator.reports.debrief.outcomes import MarkKind

TAG = 7.5
"""Type size of the letters; signs are as high as a capital."""
TAG_HEIGHT = 8.5
_GAP = 1.5
_SIGN = 6.0

_LINES: dict[MarkKind, tuple[float, tuple[float, ...]]] = {
    "found": (1.0, ()),
    "missed": (1.0, (5.0, 2.4)),
    "also": (0.6, ()),
    "wrong": (1.0, (1.2, 1.6)),
    "look_alike": (0.7, ()),
    "neutral": (0.8, (7.0, 2.0, 1.5, 2.0)),
}
"""Width and dashes of each kind's frame; that of a look-alike has double sides."""
_OUTSIDE = 0.25
_DOUBLE = 1.6
TINTED: frozenset[MarkKind] = frozenset({"found", "missed", "wrong", "look_alike"})
"""Kinds whose frames have a flat tint below what is printed."""


def frame_ops(kind: MarkKind, area: Rectangle) -> Iterator[Op]:
    """Yield the frame round an area, a little outside: what is printed may reach up to its edge.

    The double sides of a look-alike's frame stand inside, where every form leaves two points free.
    """
    width, dash = _LINES[kind]
    x0, y0, x1, y1 = area[0] - _OUTSIDE, area[1] - _OUTSIDE, area[2] + _OUTSIDE, area[3] + _OUTSIDE
    lines = [(x0, y0, x1, y0), (x1, y0, x1, y1), (x1, y1, x0, y1), (x0, y1, x0, y0)]
    if kind == "look_alike":
        lines += [(x, y0, x, y1) for x in (x0 + _DOUBLE, x1 - _DOUBLE)]
    yield from (Rule(*line, width, dash=dash) for line in lines)


def tag_width(kind: MarkKind, letters: str) -> float:
    """Return how wide a tag is."""
    sign = 0.0 if kind == "also" else _SIGN
    words = text_width(letters, TAG, "bold")
    return words + sign + (_GAP if words and sign else 0.0)


def tag_ops(kind: MarkKind, letters: str, x: float, y: float) -> Iterator[Op]:
    """Yield the letters and the sign behind them, the lower left corner at (x, y)."""
    if letters:
        yield Words(x, y + 1.5, letters, TAG, "bold")
    yield from sign_ops(kind, x + tag_width(kind, letters) - _SIGN, y + 1.5)


def sign_ops(kind: MarkKind, x: float, y: float) -> Iterator[Op]:
    """Yield a kind's sign, its lower left corner at (x, y)."""
    if kind == "found":
        yield Rule(x, y + 2.5, x + 2.0, y, 1.3)
        yield Rule(x + 2.0, y, x + 5.5, y + 5.8, 1.3)
    elif kind == "missed":
        yield Circle(x + 2.8, y + 2.8, 2.5, stroke=0.0)
    elif kind == "wrong":
        yield Rule(x + 0.3, y + 0.2, x + 5.3, y + 5.4, 1.3)
        yield Rule(x + 0.3, y + 5.4, x + 5.3, y + 0.2, 1.3)
    elif kind == "look_alike":
        yield from (Rule(x, y + up, x + 5.5, y + up, 1.2) for up in (1.5, 4.2))
    elif kind == "neutral":
        yield Rule(x, y + 2.8, x + 5.5, y + 2.8, 1.2)
