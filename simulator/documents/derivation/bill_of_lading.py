"""The bill of lading as the carrier writes it from the shipper's particulars."""

from __future__ import annotations

from typing import Any

from simulator.documents import bill_of_lading as box
from simulator.documents.derivation.building import Values, block, drawn, office_marks, signature, stamp
from simulator.documents.model import Place
from simulator.reference.packages import packages
from simulator.reference.phrases import phrases
from simulator.trade.facts import Consignment, Voyage


def values(facts: Consignment) -> dict[Place, Any]:
    """Return every filled box of a direct bill for full containers."""
    boxes = Values()
    _parties(boxes, facts)
    _route(boxes, facts)
    _containers(boxes, facts)
    _goods(boxes, facts)
    _freight(boxes, facts)
    _issue(boxes, facts)
    return boxes.places()


def _parties(boxes: Values, facts: Consignment) -> None:
    boxes.put(box.ISSUER, (facts.carriage.carrier_name, *facts.carriage.carrier_address))
    boxes.put(box.SHIPPER, block(facts.shipper))
    boxes.put(box.CONSIGNEE, block(facts.consignee))
    boxes.put(box.CONSIGNEE_TAX_ID, facts.consignee.tax_id)
    boxes.put(box.NOTIFY_PARTY, None if facts.notify is None else block(facts.notify, tax_id=True))
    boxes.put(box.FORWARDING_AGENT, None if facts.forwarding_agent is None else block(facts.forwarding_agent))


def _route(boxes: Values, facts: Consignment) -> None:
    voyage = facts.carriage
    assert isinstance(voyage, Voyage), "a bill of lading is for carriage by sea"
    boxes.put(box.BOOKING_NUMBER, facts.booking_number)
    boxes.put(box.NUMBER, facts.bill_number)
    boxes.put(box.EXPORT_REFERENCES, (f"INVOICE {facts.invoice_number}", facts.purchase_order))
    boxes.put(box.ORIGIN, facts.origin_country)
    boxes.put(box.PRE_CARRIAGE, "TRUCK" if facts.place_of_receipt else None)
    boxes.put(box.PLACE_OF_RECEIPT, facts.place_of_receipt)
    boxes.put(box.VESSEL_NAME, voyage.vessel)
    boxes.put(box.VOYAGE_NUMBER, voyage.number)
    boxes.put(box.VESSEL_FLAG, voyage.flag)
    boxes.put(box.PORT_OF_LOADING, voyage.origin_printed)
    boxes.put(box.PORT_OF_DISCHARGE, voyage.destination_printed)
    boxes.put(box.TRANSHIPMENT, facts.transhipment)
    boxes.put(box.PLACE_OF_DELIVERY, facts.place_of_delivery)
    boxes.put(box.ONWARD_CARRIAGE, facts.onward)
    boxes.put(box.TYPE_OF_MOVEMENT, phrases().movements[0].text)


def _containers(boxes: Values, facts: Consignment) -> None:
    boxes.put(box.MARKS, facts.marks)
    for row, container in enumerate(facts.containers, start=1):
        boxes.put(box.CONTAINER_NUMBER, container.number, row)
        boxes.put(box.SEAL_NUMBER, container.seal, row)
        boxes.put(box.CONTAINER_TYPE, container.type, row)
        boxes.put(box.CONTAINER_PACKAGES, container.packages, row)
        boxes.put(box.CONTAINER_WEIGHT, facts.container_grams(container), row)


def _goods(boxes: Values, facts: Consignment) -> None:
    boxes.put(box.NUMBER_OF_PACKAGES, facts.outer_packages)
    boxes.put(box.KIND_OF_PACKAGES, outer_word(facts, "en"))
    for row, line in enumerate(facts.goods, start=1):
        boxes.put(box.DESCRIPTION, line.description.en, row)
        boxes.put(box.GOODS_HS_CODE, line.hs, row)
        boxes.put(box.GOODS_PACKAGES, line.packages, row)
    boxes.put(box.GROSS_WEIGHT, facts.gross_grams)
    boxes.put(box.VOLUME, facts.volume)
    boxes.put(box.CLAUSES, (said_to_contain(facts), *phrases().clauses))


def _freight(boxes: Values, facts: Consignment) -> None:
    prepaid = facts.terms.freight == "prepaid"
    boxes.put(box.FREIGHT_TERMS, "FREIGHT PREPAID" if prepaid else "FREIGHT COLLECT")
    port = facts.carriage.origin_printed if prepaid else facts.carriage.destination_printed
    boxes.put(box.FREIGHT_PAYABLE_AT, port)
    boxes.put(box.FREIGHT_CHARGES, facts.terms.charges)
    boxes.put(box.DECLARED_VALUE, facts.declared_value)


def _issue(boxes: Values, facts: Consignment) -> None:
    boxes.put(box.NUMBER_OF_ORIGINALS, facts.originals)
    boxes.put(box.PLACE_OF_ISSUE, facts.carriage.origin_printed)
    boxes.put(box.ISSUE_DATE, facts.issue_date)
    boxes.put(box.ON_BOARD_DATE, facts.on_board)
    boxes.put(box.COPY, facts.copy)
    boxes.put(box.SIGNED_AS, (facts.carriage.carrier_name, "AS CARRIER"))
    boxes.put(box.SIGNATURE, _marks(facts))
    boxes.put(box.OFFICE_MARKS, office_marks(facts.office_notes.bill))


def _marks(facts: Consignment) -> str | None:
    """Copies bear no signature; the ship's agent in Mexico stamps the bill once the freight is settled."""
    marks = []
    if "COPY" not in facts.copy:
        marks.append(signature(facts.carriage.carrier_name))
    if facts.revalidated:
        marks.append(stamp("REVALIDADO", *facts.carriage.agent.name.split(",")[:1]))
    return drawn(*marks) if marks else None


def said_to_contain(facts: Consignment) -> str:
    """Return what the carrier lets the shipper say of what he cannot count: the packages on pallets, or in containers."""
    count = len(facts.containers)
    if facts.pallets is None:
        return f"{count} {'CONTAINER' if count == 1 else 'CONTAINERS'} SAID TO CONTAIN"
    return f"{facts.pallets} {outer_word(facts, 'en')} SAID TO CONTAIN {facts.packages} {package_word(facts, 'en')}"


def outer_word(facts: Consignment, language: str) -> str:
    """Return the word for what the carrier counts: pallets where the packages stand on some."""
    if facts.pallets is None:
        return package_word(facts, language)
    return packages()["PX"].words(facts.pallets).text(language)


def package_word(facts: Consignment, language: str) -> str:
    """Return the word for all packages of a consignment: their kind, or PACKAGES where kinds differ."""
    kinds = {line.package_kind for line in facts.goods}
    kind = kinds.pop() if len(kinds) == 1 else "PK"
    return packages()[kind].words(facts.packages).text(language)
