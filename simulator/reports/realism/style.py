"""How descriptions on simulated bills are written: what they are pieced together from, and how long they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.documents import bill_of_lading as box
from simulator.documents.derivation.bill_of_lading import values
from simulator.reference.real_shipments import Piece, real_shipments
from simulator.reports.realism.measuring import Three, quantiles
from simulator.trade.facts import Consignment


@dataclass(frozen=True, slots=True)
class ComparedPiece:
    """What real descriptions say, and the share of simulated bills that say it."""

    real: Piece
    simulated: float


@dataclass(frozen=True, slots=True)
class Style:
    """Pieces, and characters of all that a bill says of its goods: quantiles and the longest."""

    pieces: tuple[ComparedPiece, ...]
    characters: Three
    longest: int


def style(shipments: Sequence[Consignment]) -> Style:
    """Compare the bills of some shipments with the style of real ones."""
    told = [particulars(each) for each in shipments]
    lengths = [len(" ".join(lines)) for lines in told]
    pieces = tuple(
        ComparedPiece(piece, sum(_says(piece, lines) for lines in told) / len(told))
        for piece in real_shipments().descriptions.pieces
    )
    return Style(pieces, quantiles(lengths), max(lengths))


def particulars(shipment: Consignment) -> tuple[str, ...]:
    """Return what a bill says of its goods, as one text like that of the American form."""
    said = values(shipment)
    rows = range(1, len(shipment.goods) + 1)
    return (
        said[box.CLAUSES.name, None][0],
        f"{said[box.NUMBER_OF_PACKAGES.name, None]} {said[box.KIND_OF_PACKAGES.name, None]}",
        *(f"{said[box.GOODS_PACKAGES.name, row]} {said[box.DESCRIPTION.name, row]}" for row in rows),
        *(f"HS CODE {said[box.GOODS_HS_CODE.name, row]}" for row in rows),
        *said[box.EXPORT_REFERENCES.name, None],
        said[box.FREIGHT_TERMS.name, None],
    )


def _says(piece: Piece, lines: Sequence[str]) -> bool:
    return any(re.search(piece.says, line) for line in lines)
