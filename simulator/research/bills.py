"""Bills of lading, read back from the print, as DCSA transport documents 3.0.3."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from simulator.documents import bill_of_lading as bl
from simulator.documents import manifest
from simulator.documents.model import Document, Papers
from simulator.errors import BadInput
from simulator.formats.writing import json_bytes
from simulator.reference.carriers import carriers
from simulator.reference.packages import packages
from simulator.reference.ports import ports
from simulator.research.dcsa import faults
from simulator.research.pages import open_truth
from simulator.verify.papers import read_papers
from simulator.verify.reading import read_pages

Json = dict[str, Any]

TERMS = "Training specimen: invented parties, not a trade document. The terms of the carrier's bill are not reproduced."
UNSTATED = "NOT STATED"
"""For what the standard requires and this paper does not say."""


def bill_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield ``bills/<variant>-<paper>.json`` an ocean bill; raise ``BadInput`` where the standard cannot hold one."""
    _, variants = open_truth(folder)
    found = False
    for truth, holder in variants:
        path = holder / "dossier.pdf"
        inside = tuple(each for each in truth.documents if each.file == path.name)
        papers, _ = read_papers(type(truth)(truth.variant, inside), read_pages(path), path)
        for paper in papers.documents:
            if paper.type.name == bl.TYPE.name:
                made = transport_document(paper, papers)
                for fault in faults(made):
                    raise BadInput(
                        f"this bill does not fit the DCSA transport document: {fault}", source=path, place=paper.id
                    )
                found = True
                yield f"bills/{truth.variant}-{paper.id}.json", json_bytes(made)
    if not found:
        raise BadInput("there is no ocean bill of lading in this pack; choose another format", source=folder)


def transport_document(paper: Document, papers: Papers) -> Json:
    """Return a bill as the standard's JSON; values are those printed, cut to lines of the standard's lengths."""
    get = paper.named
    issuer = get("issuer") or (UNSTATED,)
    on_board = get("shipped_on_board_date") or get("issue_date")
    if on_board is None:
        raise BadInput("this bill bears no date; leave it out, the standard needs one", place=paper.id)
    code = next((each.code for each in carriers().values() if each.name == issuer[0]), "ZZZZ")
    return {
        "transportDocumentReference": get("bill_of_lading_number") or UNSTATED,
        "transportDocumentTypeCode": "BOL",
        "transportDocumentStatus": "ISSUED",
        "isShippedOnBoardType": get("shipped_on_board_date") is not None,
        "isElectronic": False,
        "isToOrder": _to_order(paper),
        "carrierCode": code,
        "carrierCodeListProvider": "NMFTA",
        "freightPaymentTermCode": "PRE" if "PREPAID" in (get("freight_terms") or "") else "COL",
        **_dates(paper),
        "receiptTypeAtOrigin": "CY",
        "deliveryTypeAtDestination": "CY",
        "cargoMovementTypeAtOrigin": "FCL",
        "cargoMovementTypeAtDestination": "FCL",
        "termsAndConditions": TERMS,
        "invoicePayableAt": {"freeText": (get("freight_payable_at") or UNSTATED)[:35]},
        "partyContactDetails": [{"name": issuer[0][:35].strip()}],
        "documentParties": _parties(paper, issuer),
        "transports": _transports(paper, papers, on_board),
        "utilizedTransportEquipments": [_equipment(paper, row) for row in paper.row_numbers("containers")],
        "consignmentItems": [_item(paper)],
    }


def _dates(paper: Document) -> Json:
    places = (("shippedOnBoardDate", "shipped_on_board_date"), ("issueDate", "issue_date"))
    return {name: paper.named(field).isoformat() for name, field in places if paper.named(field)}


def _to_order(paper: Document) -> bool:
    party = paper.named("consignee")
    return party is not None and party.name.startswith("TO ORDER")


def _parties(paper: Document, issuer: tuple[str, ...]) -> Json:
    made: Json = {"shipper": _party(paper.named("shipper"))}
    made["issuingParty"] = {
        "partyName": issuer[0][:70].strip(), "addressLines": list(issuer[1:6]), "address": _address(issuer),
    }  # fmt: skip
    if (consignee := paper.named("consignee")) is not None and not _to_order(paper):
        tax = paper.named("consignee_tax_id") or consignee.tax_id or UNSTATED
        made["consignee"] = {**_party(consignee), "identifyingCodes": [{"codeListProvider": "ZZZ", "partyCode": tax}]}
    if (notify := paper.named("notify_party")) is not None:
        made["notifyParties"] = [_party(notify)]
    return made


def _party(block: Any) -> Json:
    if block is None:
        return {"partyName": UNSTATED, "addressLines": []}
    return {"partyName": block.name[:70].strip(), "addressLines": list(block.address[:5])}


def _address(issuer: tuple[str, ...]) -> Json:
    """Return a carrier's address in parts, from the register of carriers; the print has lines only."""
    carrier = next((each for each in carriers().values() if each.name == issuer[0]), None)
    street, city = (*issuer[1:], UNSTATED, UNSTATED)[:2]
    country = carrier.country if carrier else "ZZ"
    return {"street": street[:70], "city": city.split(",")[0][:35].strip(), "countryCode": country}


def _transports(paper: Document, papers: Papers, departs: date) -> Json:
    """Return the voyage; the arrival is that of its manifest, or the departure where no manifest lies beside the bill."""
    voyage = paper.named("voyage_number")
    beside = [
        each for each in papers.documents if each.type.name == manifest.TYPE.name and each.named("voyage_number") == voyage
    ]
    arrives = next((each.named("arrival_date") for each in beside if each.named("arrival_date")), departs)
    return {
        "plannedDepartureDate": departs.isoformat(),
        "plannedArrivalDate": arrives.isoformat(),
        "portOfLoading": _port(paper.named("port_of_loading")),
        "portOfDischarge": _port(paper.named("port_of_discharge")),
        "vesselVoyages": [
            {"vesselName": paper.named("vessel_name") or UNSTATED, "carrierExportVoyageNumber": voyage or UNSTATED}
        ],
    }


def _port(printed: str | None) -> Json:
    code = next((each.locode for each in ports().values() if each.printed == printed), None)
    return {"locationName": printed or UNSTATED, **({"UNLocationCode": code} if code else {})}


def _equipment(paper: Document, row: int) -> Json:
    return {
        "equipment": {
            "equipmentReference": paper.named("container_number", row) or UNSTATED,
            "ISOEquipmentCode": paper.named("container_type", row) or "ZZZZ",
        },
        "isShipperOwned": False,
        "seals": [{"number": paper.named("seal_number", row) or UNSTATED}],
    }


def _item(paper: Document) -> Json:
    lines = [line for _, text in paper.rows(bl.DESCRIPTION) for line in textwrap.wrap(text, 35)]
    kind = paper.named("kind_of_packages") or UNSTATED
    return {
        "carrierBookingReference": paper.named("carrier_booking_reference") or UNSTATED,
        "descriptionOfGoods": lines,
        "HSCodes": list(dict.fromkeys(code for _, code in paper.rows(bl.GOODS_HS_CODE))),
        "shippingMarks": [line for text in paper.named("shipping_marks") or () for line in textwrap.wrap(text, 35)],
        "cargoItems": [_cargo(paper, row, kind) for row in paper.row_numbers("containers")],
    }


def _cargo(paper: Document, row: int, kind: str) -> Json:
    code = next((each.code for each in packages().values() if kind in (each.many_en, each.many_es)), None)
    return {
        "equipmentReference": paper.named("container_number", row) or UNSTATED,
        "cargoGrossWeight": {"value": (paper.named("container_gross_weight", row) or 0) / 1000, "unit": "KGM"},
        "outerPackaging": {
            "numberOfPackages": paper.named("container_packages", row) or paper.named("number_of_packages") or 1,
            "description": kind,
            **({"packageCode": code} if code else {}),
        },
    }
