"""Drawn values: which marks a value asks for, and where in the frame they lie.

A value is one mark or several, separated by "; ": ``signature:any text`` (the text decides the strokes),
``stamp:LINE|LINE``, ``logo:shield:KM`` (circle, shield, lozenge, bar or triangle), ``barcode:DATA``. Without a kind it is
a signature in an ink box, a round logo in a mark box, a barcode in a barcode box.
"""

from __future__ import annotations

from simulator.formats.truth import Rectangle
from simulator.formats.vocabulary import BoxKind
from simulator.layout.lettering import undrawable
from simulator.layout.placed import PlacedMark

SHAPES = ("circle", "shield", "lozenge", "bar", "triangle")
_USUAL: dict[BoxKind, str] = {"ink": "signature", "mark": "logo", "barcode": "barcode"}
_ASPECT = {"signature": 3.2, "stamp": 1.9, "logo": 1.0, "barcode": 5.0}
"""Width over height."""


def place_marks(value: str, kind: BoxKind, frame: Rectangle) -> tuple[PlacedMark, ...]:
    """Return the marks of a value side by side in ``frame``, each as large as its own proportions allow.

    Raise ``ValueError`` when a stamp or logo has a character that cannot be drawn.
    """
    parts = [_parted(part, kind) for part in value.split("; ")]
    width = (frame[2] - frame[0]) / len(parts)
    return tuple(
        PlacedMark(name, _fitted(name, key, (frame[0] + at * width, frame[1], frame[0] + (at + 1) * width, frame[3])), key)
        for at, (name, key) in enumerate(parts)
    )


def ink_of(marks: tuple[PlacedMark, ...]) -> Rectangle | None:
    """Return the rectangle that covers all marks."""
    if not marks:
        return None
    frames = [mark.frame for mark in marks]
    return (
        min(frame[0] for frame in frames),
        min(frame[1] for frame in frames),
        max(frame[2] for frame in frames),
        max(frame[3] for frame in frames),
    )


def _parted(part: str, kind: BoxKind) -> tuple[str, str]:
    name, colon, key = part.partition(":")
    if not colon or name not in _ASPECT:
        name, key = _USUAL.get(kind, "signature"), part
    missing = undrawable(key.replace("|", " ")) if name in ("stamp", "logo") else None
    if missing is not None:
        raise ValueError(f"the lettering of stamps and logos has no {missing!r}")
    if name == "logo" and key.partition(":")[0] not in SHAPES:
        key = f"circle:{key}"
    return name, key


def _fitted(name: str, key: str, frame: Rectangle) -> Rectangle:
    """Shrink a frame by a margin to the mark's proportions, about its middle."""
    x0, y0, x1, y1 = (frame[0] + 1.5, frame[1] + 1.0, frame[2] - 1.5, frame[3] - 1.0)
    aspect = 3.0 if name == "logo" and key.startswith("bar:") else _ASPECT[name]
    width = min(x1 - x0, (y1 - y0) * aspect)
    height = width / aspect
    x, y = (x0 + x1 - width) / 2, (y0 + y1 - height) / 2
    return round(x, 2), round(y, 2), round(x + width, 2), round(y + height, 2)
