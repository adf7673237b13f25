"""``instructor/truth/<variant>.json``: every printed box of a variant's papers."""

from __future__ import annotations

import msgspec

from simulator.formats import FORMAT
from simulator.formats.vocabulary import BoxKind, Language

Rectangle = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points from the page's bottom left."""


class TruthBox(msgspec.Struct, frozen=True):
    """One printed box; ``box`` is the whole code with its row, ``page`` counts from 1 in the file."""

    box: str
    field: str
    row: int | None
    part: int
    consignment: str | None
    kind: BoxKind
    page: int
    frame: Rectangle
    bbox: Rectangle | None
    text: str | None
    points: float


class TruthDocument(msgspec.Struct, frozen=True):
    """One paper with its boxes; ``consignments`` are those that it speaks of, ``language`` is that of its values."""

    id: str
    type: str
    role: str | None
    consignments: tuple[str, ...]
    template: str
    boxes: tuple[TruthBox, ...]
    file: str = "dossier.pdf"
    language: Language = "en"


class Truth(msgspec.Struct, frozen=True):
    """All papers of one variant, in the order of the dossier."""

    variant: str
    documents: tuple[TruthDocument, ...]
    format: int = FORMAT
