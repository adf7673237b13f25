"""A bill of lading, read back from its print, as a DCSA transport document 3.0.3."""

from __future__ import annotations

import re
from typing import Any

from simulator.documents import manifest
from simulator.documents.model import Document, Papers
from simulator.errors import BadInput
from simulator.reference.carriers import carriers
from simulator.reference.ports import ports
from simulator.research.dcsa_cargo import containers, goods
from simulator.research.dcsa_notes import Notes
from simulator.research.dcsa_parties import parties
from simulator.wording import is_to_order

Json = dict[str, Any]

TERMS = "Training specimen: invented parties, not a trade document. The terms of the carrier's bill are not reproduced."
_MOVEMENT = re.compile(r"(FCL|LCL)/(FCL|LCL) (CY|SD|CFS)/(CY|SD|CFS)")
_PLACE = 100
"""The standard's length of the name of a place."""


def transport_document(paper: Document, papers: Papers, notes: Notes) -> Json:
    """Return a bill as the standard's JSON: what is printed; ``notes`` gets a row for whatever is not.

    Raise ``BadInput`` when the bill bears no date at all.
    """
    issuer = paper.named("issuer") or (notes.stated("documentParties.issuingParty.partyName", None),)
    waybill = "SEA WAYBILL" in (paper.named("copy") or "")
    consignee = paper.named("consignee")
    to_order = consignee is not None and is_to_order(consignee.name)
    if waybill and to_order:
        notes.add("isToOrder", "derived", "false: the standard knows no waybill to order; the consignee is printed TO ORDER")
    return {
        "transportDocumentReference": notes.stated("transportDocumentReference", paper.named("bill_of_lading_number")),
        "transportDocumentTypeCode": "SWB" if waybill else "BOL",
        "transportDocumentStatus": _status(paper, notes),
        "isElectronic": False,
        "isToOrder": to_order and not waybill,
        **_carrier(issuer, notes),
        **_dates(paper, notes),
        **_movement(paper.named("type_of_movement"), notes),
        **_freight(paper, notes),
        "termsAndConditions": _terms(notes),
        "partyContactDetails": [_contact(issuer[0], notes)],
        "documentParties": parties(paper, issuer, to_order=to_order and not waybill, notes=notes),
        "transports": _transports(paper, papers, notes),
        "utilizedTransportEquipments": containers(paper, notes),
        "consignmentItems": [goods(paper, notes)],
    }


def _status(paper: Document, notes: Notes) -> str:
    """Return the status that the bill's marks tell; a bill without a date of issue is taken for a draft."""
    if "SURRENDERED" in (paper.named("copy") or ""):
        notes.add("transportDocumentStatus", "derived", f"printed: {paper.named('copy')}")
        return "SURRENDERED_FOR_DELIVERY"
    dated = paper.named("issue_date") is not None
    notes.add("transportDocumentStatus", "derived", f"the bill bears {'a' if dated else 'no'} date of issue")
    return "ISSUED" if dated else "DRAFT"


def _carrier(issuer: tuple[str, ...], notes: Notes) -> Json:
    """Return the carrier's code from the register of (invented) carriers, and the list that codes of its shape are of."""
    code = next((each.code for each in carriers().values() if each.name == issuer[0]), None)
    if code is None:
        notes.add("carrierCode", "missing", "ZZZZ: the issuer is in no register of the product")
    else:
        notes.add("carrierCode", "derived", "from the product's register of invented carriers, by the issuer's name")
    notes.add("carrierCodeListProvider", "assumed", "NMFTA: codes have the shape of its list, which has no invented carrier")
    return {"carrierCode": code or "ZZZZ", "carrierCodeListProvider": "NMFTA"}


def _dates(paper: Document, notes: Notes) -> Json:
    on_board, issued = paper.named("shipped_on_board_date"), paper.named("issue_date")
    made: Json = {"isShippedOnBoardType": on_board is not None}
    if on_board is None:
        notes.add("shippedOnBoardDate", "missing", "left out; nor is a date of receipt for shipment printed")
    else:
        made["shippedOnBoardDate"] = on_board.isoformat()
    if issued is None:
        notes.add("issueDate", "missing", "left out")
    else:
        made["issueDate"] = issued.isoformat()
    if where := paper.named("place_of_issue"):
        made["placeOfIssue"] = _location(where, "placeOfIssue", notes)
    return made


def _movement(printed: str | None, notes: Notes) -> Json:
    """Return the four codes of "FCL/FCL CY/CY"; full containers from yard to yard where the bill says nothing."""
    names = (
        "cargoMovementTypeAtOrigin", "cargoMovementTypeAtDestination", "receiptTypeAtOrigin", "deliveryTypeAtDestination",
    )  # fmt: skip
    match = _MOVEMENT.fullmatch(printed or "")
    codes = match.groups() if match else ("FCL", "FCL", "CY", "CY")
    for name, code in () if match else zip(names, codes, strict=True):
        notes.add(name, "assumed", f"{code}: {f'printed: {printed}' if printed else 'the box is empty'}")
    return dict(zip(names, codes, strict=True))


def _freight(paper: Document, notes: Notes) -> Json:
    printed = paper.named("freight_terms") or ""
    code = next((code for word, code in (("PREPAID", "PRE"), ("COLLECT", "COL")) if word in printed), None)
    if code is None:
        notes.add("freightPaymentTermCode", "missing", f"left out; printed: {printed or 'nothing'}")
    where = notes.stated("invoicePayableAt", paper.named("freight_payable_at"))
    told = {"freeText": notes.fitted("invoicePayableAt.freeText", where, 35)}
    place = _locode(where, "invoicePayableAt", notes)
    return {**({"freightPaymentTermCode": code} if code else {}), "invoicePayableAt": {**told, **place}}


def _terms(notes: Notes) -> str:
    notes.add("termsAndConditions", "assumed", "a sentence of the product; a bill's reverse is not printed")
    return TERMS


def _contact(name: str, notes: Notes) -> Json:
    notes.add("partyContactDetails", "assumed", "the issuer: no bill names a person to turn to")
    return {"name": notes.fitted("partyContactDetails.name", name, 35)}


def _transports(paper: Document, papers: Papers, notes: Notes) -> Json:
    voyage = paper.named("voyage_number")
    return {
        **_planned(paper, papers, notes),
        **_inland(paper, notes),
        "portOfLoading": _location(paper.named("port_of_loading"), "transports.portOfLoading", notes),
        "portOfDischarge": _location(paper.named("port_of_discharge"), "transports.portOfDischarge", notes),
        "vesselVoyages": [
            {
                "vesselName": notes.stated("transports.vesselVoyages.vesselName", paper.named("vessel_name")),
                "carrierExportVoyageNumber": notes.stated("transports.vesselVoyages.carrierExportVoyageNumber", voyage),
            }
        ],
    }


def _planned(paper: Document, papers: Papers, notes: Notes) -> Json:
    """Return the days of departure (loaded on board, or issue) and arrival (that of the voyage's manifest)."""
    departs = paper.named("shipped_on_board_date") or paper.named("issue_date")
    if departs is None:
        raise BadInput("it bears no date, and the standard needs one of departure", place=paper.id)
    loaded = paper.named("shipped_on_board_date") is not None
    notes.add("transports.plannedDepartureDate", "derived", f"the day of {'loading on board' if loaded else 'issue'}")
    voyage, ship = (paper.named(name) for name in ("voyage_number", "vessel_name"))
    lists = [each for each in papers.documents if each.type.name == manifest.TYPE.name and each.named("arrival_date")]
    sailed = [each for each in lists if voyage is not None and each.named("voyage_number") == voyage]
    sailed.sort(key=lambda each: each.named("vessel_name") != ship)
    arrives = sailed[0].named("arrival_date") if sailed else None
    if arrives is None:
        notes.add("transports.plannedArrivalDate", "assumed", "the day of departure: no manifest of the voyage is beside it")
    else:
        notes.add("transports.plannedArrivalDate", "derived", "the day of arrival on the voyage's manifest")
    return {"plannedDepartureDate": departs.isoformat(), "plannedArrivalDate": (arrives or departs).isoformat()}


def _inland(paper: Document, notes: Notes) -> Json:
    """Return places of receipt and delivery and what carries to the port, each where it is printed."""
    made: Json = {}
    for name, printed in (("placeOfReceipt", "place_of_receipt"), ("placeOfDelivery", "place_of_delivery")):
        if where := paper.named(printed):
            made[name] = _location(where, f"transports.{name}", notes)
    if "placeOfReceipt" in made and (carried := paper.named("pre_carriage_by")) in ("VESSEL", "RAIL", "TRUCK", "BARGE"):
        made["preCarriageBy"] = carried
    return made


def _location(printed: str | None, place: str, notes: Notes) -> Json:
    """Return a place as printed, with its UN/LOCODE where the register of ports has it."""
    name = notes.fitted(f"{place}.locationName", notes.stated(f"{place}.locationName", printed), _PLACE)
    return {"locationName": name, **_locode(printed, place, notes)}


def _locode(printed: str | None, place: str, notes: Notes) -> Json:
    code = next((each.locode for each in ports().values() if each.printed == printed), None)
    if code is None:
        return {}
    notes.add(f"{place}.UNLocationCode", "derived", "from the register of ports, by the printed name")
    return {"UNLocationCode": code}
