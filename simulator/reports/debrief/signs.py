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
    "found": (1.2, ()),
    "missed": (1.2, (5.0, 2.4)),
    "also": (0.6, ()),
    "wrong": (1.2, (1.2, 1.6)),
    "look_alike": (0.6, ()),
    "neutral": (0.8, (7.0, 2.0, 1.5, 2.0)),
}
"""Width and dashes of each kind's frame; that of a look-alike is drawn twice."""
_OUTSIDE = 0.35
TINTED: frozenset[MarkKind] = frozenset({"found", "missed", "wrong", "look_alike"})
"""Kinds whose frames have a flat tint below what is printed."""


def frame_ops(kind: MarkKind, area: Rectangle) -> Iterator[Op]:
    """Yield the frame round an area, a little outside: what is printed may reach up to its edge."""
    width, dash = _LINES[kind]
    for out in (_OUTSIDE, _OUTSIDE + 1.6) if kind == "look_alike" else (_OUTSIDE,):
        x0, y0, x1, y1 = area[0] - out, area[1] - out, area[2] + out, area[3] + out
        for line in ((x0, y0, x1, y0), (x1, y0, x1, y1), (x1, y1, x0, y1), (x0, y1, x0, y0)):
            yield Rule(*line, width, dash=dash)


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
