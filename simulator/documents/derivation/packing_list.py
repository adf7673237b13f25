"""The packing list as the seller's warehouse writes it."""

from __future__ import annotations

from typing import Any

from simulator.documents import packing_list as box
from simulator.documents.derivation.building import Values, block, office_marks, signature
from simulator.documents.derivation.invoice import described
from simulator.documents.model import Place
from simulator.trade.facts import Consignment, GoodsLine


def values(facts: Consignment) -> dict[Place, Any]:
    """Return every filled box."""
    boxes = Values()
    _head(boxes, facts)
    first = 1
    for row, line in enumerate(facts.goods, start=1):
        _line(boxes, line, row, first, facts.invoice_language)
        first += line.packages
    _totals(boxes, facts)
    for row, container in enumerate(facts.containers, start=1):
        boxes.put(box.CONTAINER_NUMBER, container.number, row)
        boxes.put(box.SEAL_NUMBER, container.seal, row)
        boxes.put(box.CONTAINER_PACKAGES, container.packages, row)
    boxes.put(box.SIGNED_BY, facts.signed_by)
    boxes.put(box.SIGNATURE, signature(facts.signed_by))
    boxes.put(box.OFFICE_MARKS, office_marks(facts.office_notes.packing_list))
    return boxes.places()


def _head(boxes: Values, facts: Consignment) -> None:
    boxes.put(box.ISSUER, (facts.seller.name, *facts.seller.address, f"TEL: {facts.seller.telephone}"))
    boxes.put(box.SELLER, block(facts.seller))
    boxes.put(box.BUYER, block(facts.buyer))
    boxes.put(box.NUMBER, facts.packing_list_number)
    boxes.put(box.PACKING_DATE, facts.packing_date)
    boxes.put(box.INVOICE_NUMBER, facts.invoice_number)
    boxes.put(box.PURCHASE_ORDER, facts.purchase_order)
    boxes.put(box.ORIGIN, facts.origin_country)
    boxes.put(box.VESSEL_NAME, facts.carriage.conveyance)
    boxes.put(box.VOYAGE_NUMBER, facts.carriage.number)
    boxes.put(box.PORT_OF_LOADING, facts.carriage.origin_printed)
    boxes.put(box.PORT_OF_DISCHARGE, facts.carriage.destination_printed)
    boxes.put(box.MARKS, facts.marks)
    boxes.put(box.MANUFACTURER, facts.maker)


def _line(boxes: Values, line: GoodsLine, row: int, first: int, language: str) -> None:
    boxes.put(box.CARTON_RANGE, f"{first}-{first + line.packages - 1}", row)
    boxes.put(box.PACKAGES, line.packages, row)
    boxes.put(box.DESCRIPTION, described(line, language), row)
    boxes.put(box.MODEL, line.model, row)
    boxes.put(box.PIECES_PER_CARTON, line.pieces_per_package, row)
    boxes.put(box.QUANTITY, line.pieces, row)
    boxes.put(box.CARTON_NET, line.package_net_grams, row)
    boxes.put(box.NET_WEIGHT, line.net_grams, row)
    boxes.put(box.CARTON_GROSS, line.package_gross_grams, row)
    boxes.put(box.GROSS_WEIGHT, line.gross_grams, row)
    boxes.put(box.DIMENSIONS, "X".join(str(side) for side in line.package_cm), row)
    boxes.put(box.VOLUME, line.volume, row)


def _totals(boxes: Values, facts: Consignment) -> None:
    boxes.put(box.TOTAL_PACKAGES, facts.packages)
    boxes.put(box.TOTAL_QUANTITY, sum(line.pieces for line in facts.goods))
    boxes.put(box.TOTAL_NET, facts.net_grams)
    boxes.put(box.TOTAL_GROSS, facts.gross_grams)
    boxes.put(box.TOTAL_VOLUME, facts.volume)
