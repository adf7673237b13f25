"""A bound dossier to the ground truth: every printed box of a variant's papers."""

from __future__ import annotations

from simulator.formats.truth import Truth, TruthBox, TruthDocument
from simulator.layout.binding import Dossier
from simulator.layout.placed import PlacedBox, PlacedDocument


def truth(variant: str, dossier: Dossier) -> Truth:
    """Return the records of every box; pages count from 1 in the dossier, coordinates are rounded to hundredths."""
    return Truth(variant, tuple(_document(placed, before) for placed, before in dossier.documents))


def _document(placed: PlacedDocument, before: int) -> TruthDocument:
    document = placed.document
    return TruthDocument(
        id=document.id,
        type=document.type.name,
        role=document.role,
        consignments=document.consignments,
        template=document.template,
        boxes=tuple(_box(box, before) for box in placed.boxes),
        language=document.printing.language,
    )


def _box(box: PlacedBox, before: int) -> TruthBox:
    return TruthBox(
        box=box.code,
        field=box.field,
        row=box.row,
        part=box.part,
        consignment=box.consignment,
        kind=box.kind,
        page=box.page + before,
        frame=box.frame,
        bbox=box.ink,
        text=box.text,
        points=box.points,
    )
