"""Drawn values: which marks a value asks for, and where in the frame they lie.

A value is one mark or several, separated by "; ": ``signature:any text`` (the text decides the strokes),
``stamp:LINE|LINE``, ``logo:shield:KM`` (circle, shield, lozenge, bar or triangle), ``barcode:DATA``,
``datestamp:RECEIVED|05 FEB 2009|TRAFFIC``, ``initials:AB``, ``handwritten:FILE 4417`` and
``correction:4471|4417|AB`` (struck out, written anew, initialled). Without a kind it is a signature in an ink box, a round
logo in a mark box, a barcode in a barcode box.
"""

from __future__ import annotations

from simulator.formats.truth import Rectangle
from simulator.formats.vocabulary import BoxKind
from simulator.layout.lettering import HEIGHT, undrawable, width_of
from simulator.layout.placed import PlacedMark

SHAPES = ("circle", "shield", "lozenge", "bar", "triangle")
INITIALS_SHARE = 0.3
"""Part of a correction's width that the initials beside it take."""
_USUAL: dict[BoxKind, str] = {"ink": "signature", "mark": "logo", "barcode": "barcode"}
_ASPECT = {
    "signature": 3.2,
    "stamp": 1.9,
    "logo": 1.0,
    "barcode": 5.0,
    "datestamp": 1.6,
    "initials": 1.3,
    "handwritten": 3.0,
    "correction": 2.0,
}
"""Width over height; handwritten words have that of their letters."""
_TALLEST = {"datestamp": 52.0, "initials": 30.0, "handwritten": 17.0, "correction": 40.0}
"""Points above which a mark does not grow, however large its box is: a rubber stamp and a hand have their size."""
_LETTERED = ("stamp", "logo", "datestamp", "initials", "handwritten", "correction")
_PARTS = {"datestamp": (1, 3), "correction": (3, 3)}
"""How few and how many lines a kind has, where that is not free."""


def place_marks(value: str, kind: BoxKind, frame: Rectangle) -> tuple[PlacedMark, ...]:
    """Return the marks of a value in ``frame``, each as large as its own proportions allow.

    They lie side by side or one above the other, whichever leaves them larger. Raise ``ValueError`` when a mark has a
    character that cannot be drawn, or other than its number of lines.
    """
    parts = [_parted(part, kind) for part in value.split("; ")]
    ways = (_placed(parts, _columns(frame, len(parts))), _placed(parts, _rows(frame, len(parts))))
    return max(ways, key=_smallest)


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


def _columns(frame: Rectangle, count: int) -> list[Rectangle]:
    width = (frame[2] - frame[0]) / count
    return [(frame[0] + at * width, frame[1], frame[0] + (at + 1) * width, frame[3]) for at in range(count)]


def _rows(frame: Rectangle, count: int) -> list[Rectangle]:
    height = (frame[3] - frame[1]) / count
    return [(frame[0], frame[3] - (at + 1) * height, frame[2], frame[3] - at * height) for at in range(count)]


def _placed(parts: list[tuple[str, str]], cells: list[Rectangle]) -> tuple[PlacedMark, ...]:
    return tuple(PlacedMark(name, _fitted(name, key, cell), key) for (name, key), cell in zip(parts, cells, strict=True))


def _smallest(marks: tuple[PlacedMark, ...]) -> float:
    """Return the height of the smallest mark, in parts of what its kind may have."""
    return min((mark.frame[3] - mark.frame[1]) / _TALLEST.get(mark.kind, 40.0) for mark in marks)


def _parted(part: str, kind: BoxKind) -> tuple[str, str]:
    name, colon, key = part.partition(":")
    if not colon or name not in _ASPECT:
        name, key = _USUAL.get(kind, "signature"), part
    missing = undrawable(key.replace("|", " ")) if name in _LETTERED else None
    if missing is not None:
        raise ValueError(f"the lettering of stamps and logos has no {missing!r}")
    fewest, most = _PARTS.get(name, (1, 9))
    if name in _LETTERED and not fewest <= len(key.split("|")) <= most:
        raise ValueError(f"a {name} has {fewest} to {most} lines parted by |")
    if name == "logo" and key.partition(":")[0] not in SHAPES:
        key = f"circle:{key}"
    return name, key


def _fitted(name: str, key: str, frame: Rectangle) -> Rectangle:
    """Shrink a frame by a margin to the mark's proportions, about its middle."""
    x0, y0, x1, y1 = (frame[0] + 1.5, frame[1] + 1.0, frame[2] - 1.5, frame[3] - 1.0)
    aspect = _aspect(name, key)
    height = min((x1 - x0) / aspect, y1 - y0, _TALLEST.get(name, y1 - y0))
    width = height * aspect
    x, y = (x0 + x1 - width) / 2, (y0 + y1 - height) / 2
    return round(x, 2), round(y, 2), round(x + width, 2), round(y + height, 2)


def _aspect(name: str, key: str) -> float:
    if name == "logo" and key.startswith("bar:"):
        return 3.0
    if name == "handwritten":
        return max(0.8, width_of(key) / HEIGHT * 0.75)
    return _ASPECT[name]
