"""The commercial invoice as the seller writes it, in the seller's language."""

from __future__ import annotations

from typing import Any

from simulator.documents import invoice as box
from simulator.documents.derivation.bill_of_lading import package_word
from simulator.documents.derivation.building import Values, block, company_stamp, drawn, office_marks, signature
from simulator.documents.derivation.words import dollars_in_words
from simulator.documents.model import Place
from simulator.trade.facts import Consignment, GoodsLine


def values(facts: Consignment) -> dict[Place, Any]:
    """Return every filled box."""
    boxes = Values()
    _head(boxes, facts)
    _transport(boxes, facts)
    for row, line in enumerate(facts.goods, start=1):
        _line(boxes, line, row, facts.invoice_language)
    _totals(boxes, facts)
    boxes.put(box.REMARKS, facts.remarks)
    boxes.put(box.SIGNED_BY, facts.signed_by)
    marks = (company_stamp(facts.seller), signature(facts.signed_by))
    boxes.put(box.SIGNATURE, drawn(*(marks if facts.stamped else marks[1:])))
    boxes.put(box.OFFICE_MARKS, office_marks(facts.office_notes.invoice))
    return boxes.places()


def described(line: GoodsLine, language: str) -> str:
    """Return the words for one line of goods: the kind, then a note on quality where there is one."""
    words = line.description.text(language)
    return words if line.quality_note is None else f"{words}, {line.quality_note.text(language)}"


def _head(boxes: Values, facts: Consignment) -> None:
    boxes.put(box.ISSUER, (facts.seller.name, *facts.seller.address, f"TEL: {facts.seller.telephone}"))
    boxes.put(box.SELLER, block(facts.seller))
    boxes.put(box.EXPORTER, None if facts.exporter is None else facts.exporter.name)
    boxes.put(box.BUYER, block(facts.buyer))
    boxes.put(box.BUYER_TAX_ID, facts.buyer.tax_id)
    boxes.put(box.NUMBER, facts.invoice_number)
    boxes.put(box.INVOICE_DATE, facts.invoice_date)
    boxes.put(box.PURCHASE_ORDER, facts.purchase_order)
    boxes.put(box.ORIGIN, facts.origin_country)
    boxes.put(box.DESTINATION, "MEXICO")
    boxes.put(box.TERMS_OF_DELIVERY, f"{facts.terms.incoterm} {facts.terms.named_place} (INCOTERMS 2000)")
    boxes.put(box.TERMS_OF_PAYMENT, facts.terms.payment)
    boxes.put(box.MANUFACTURER, facts.maker)
    boxes.put(box.MANUFACTURER_CODE, facts.maker_code)


def _transport(boxes: Values, facts: Consignment) -> None:
    boxes.put(box.VESSEL_NAME, facts.carriage.conveyance)
    boxes.put(box.VOYAGE_NUMBER, facts.carriage.number)
    boxes.put(box.PORT_OF_LOADING, facts.carriage.origin_printed)
    boxes.put(box.PORT_OF_DISCHARGE, facts.carriage.destination_printed)
    boxes.put(box.BILL_NUMBER, facts.bill_number)
    boxes.put(box.MARKS, facts.marks)
    boxes.put(box.NUMBER_OF_PACKAGES, facts.packages)
    boxes.put(box.KIND_OF_PACKAGES, package_word(facts, facts.invoice_language))


def _line(boxes: Values, line: GoodsLine, row: int, language: str) -> None:
    boxes.put(box.DESCRIPTION, described(line, language), row)
    boxes.put(box.MARK, line.mark, row)
    boxes.put(box.MODEL, line.model, row)
    boxes.put(box.GOODS_HS_CODE, line.hs, row)
    boxes.put(box.QUANTITY, line.pieces, row)
    boxes.put(box.UNIT, line.unit, row)
    boxes.put(box.UNIT_PRICE, line.unit_price, row)
    boxes.put(box.LINE_TOTAL, line.amount, row)


def _totals(boxes: Values, facts: Consignment) -> None:
    boxes.put(box.GOODS_TOTAL, facts.goods_total)
    boxes.put(box.FREIGHT, facts.terms.freight_amount)
    boxes.put(box.INSURANCE, facts.terms.insurance_amount)
    boxes.put(box.TOTAL, facts.invoice_total)
    boxes.put(box.AMOUNT_IN_WORDS, dollars_in_words(facts.invoice_total, facts.invoice_language))
    boxes.put(box.NET_WEIGHT, facts.net_grams)
    boxes.put(box.GROSS_WEIGHT, facts.gross_grams)
