"""Static layers as PDF operators written by hand; what a layer draws is kept for the files that follow."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas

from simulator.layout.fonts import vera
from simulator.layout.static import StaticLayer
from simulator.render.operators import number, numbers

Spelled = tuple[tuple[str, bytes], ...]
"""A text as a file spells it: the name of each part of a face, and the codes of its characters there."""


def static_operators(canvas: Canvas, layer: StaticLayer) -> str:
    """Return a layer's operators for the file of ``canvas``; the same bytes as ReportLab's own calls.

    A file gives codes to characters other than ASCII as it meets them, so these are asked for each time.
    """
    document = canvas._doc
    spelled: list[Spelled] = []
    for text, face in _met(layer):
        font = vera(face)
        parts = font.splitString(text, document)
        spelled.append(tuple((font.getSubsetInternalName(part, document), bytes(codes)) for part, codes in parts))
    return _operators(layer, tuple(spelled))


@lru_cache(maxsize=1024)
def _met(layer: StaticLayer) -> tuple[tuple[str, str], ...]:
    """Return text and face of the words that tell how a file spells a layer: the first of each face, and all not ASCII."""
    faces: set[str] = set()
    found = []
    for _, _, text, face, _ in layer.words:
        if text and (face not in faces or not text.isascii()):
            found.append((text, face))
            faces.add(face)
    return tuple(found)


@lru_cache(maxsize=1024)
def _operators(layer: StaticLayer, spelled: tuple[Spelled, ...]) -> str:
    met = dict(zip(_met(layer), spelled, strict=True))
    names = {face: parts[0][0] for (_, face), parts in reversed(met.items())}
    told = [*_areas(layer), *_strokes(layer), "0 g"]
    words = ["BT 1 0 0 1 0 0 Tm"]
    for x, y, text, face, size in layer.words:
        words.append(f"1 0 0 1 {number(x)} {number(y)} Tm")
        type_ = f"{number(size)} Tf {number(size * 1.2)} TL"
        parts = met.get((text, face)) or ((names[face], text.encode()),) if text else ()
        words.append(" ".join(f"{name} {type_} ({_escaped(codes)}) Tj" for name, codes in parts))
    return "\n".join([*told, " ".join([*words, "ET"])])


def _areas(layer: StaticLayer) -> Iterator[str]:
    for x, y, width, height, grey, weight in layer.areas:
        yield f"{number(grey)} g\n{number(weight)} w"
        yield f"n {numbers((x, y, width, height))} re {_PAINTED[weight > 0, grey < 1.0]}"


def _strokes(layer: StaticLayer) -> Iterator[str]:
    for x0, y0, x1, y1, weight in layer.strokes:
        yield f"{number(weight)} w\nn {number(x0)} {number(y0)} m {number(x1)} {number(y1)} l S"


def _escaped(codes: bytes) -> str:
    return "".join(_ESCAPES[code] for code in codes)


_PAINTED = {(False, False): "n", (True, False): "S", (False, True): "f*", (True, True): "B*"}
"""Operators that paint a path, by whether it is stroked and filled."""
_ESCAPES = [
    f"\\{code:03o}" if not 32 <= code < 127 else f"\\{chr(code)}" if chr(code) in "\\()" else chr(code)
    for code in range(256)
]
