"""Containers and goods of a bill as the standard has them."""

from __future__ import annotations

import re
import textwrap
from typing import Any

from simulator.documents import bill_of_lading as bl
from simulator.documents.model import Document
from simulator.research.dcsa_notes import Notes

Json = dict[str, Any]

LINE = 35
"""The standard's length of a line of goods or of marks."""
UNKNOWN_HS = "999999"
"""What trade statistics print for goods that are not classified (UN Comtrade: not specified according to kind)."""
_ON_PALLETS = re.compile(r"\d+ \D+ SAID TO CONTAIN (?P<count>\d+) (?P<kind>\D+)")


def containers(paper: Document, notes: Notes) -> list[Json]:
    """Return ``utilizedTransportEquipments``, one for each row of the bill's table of containers."""
    return [_equipment(paper, row, notes) for row in paper.row_numbers("containers")]


def _equipment(paper: Document, row: int, notes: Notes) -> Json:
    place = "utilizedTransportEquipments"
    code, number = paper.named("container_type", row), paper.named("container_number", row)
    if code is None:
        notes.add(f"{place}.equipment.ISOEquipmentCode", "missing", f"left out of container {row}")
    notes.add(f"{place}.isShipperOwned", "assumed", "false: no bill of this product says that a shipper owns a container")
    return {
        "equipment": {
            "equipmentReference": notes.stated(f"{place}.equipment.equipmentReference", number),
            **({"ISOEquipmentCode": code} if code else {}),
        },
        "isShipperOwned": False,
        "seals": [{"number": notes.stated(f"{place}.seals.number", paper.named("seal_number", row))}],
    }


def goods(paper: Document, notes: Notes) -> Json:
    """Return the one ``consignmentItem`` of a bill: its goods, marks and codes, and what lies in each container."""
    place = "consignmentItems"
    lines = _wrapped(tuple(text for _, text in paper.rows(bl.DESCRIPTION)))
    codes = list(dict.fromkeys(code for _, code in paper.rows(bl.GOODS_HS_CODE)))
    if not codes:
        notes.add(f"{place}.HSCodes", "missing", f"{UNKNOWN_HS}, the code for goods that are not classified")
    booking = notes.stated(f"{place}.carrierBookingReference", paper.named("carrier_booking_reference"))
    rows = paper.row_numbers("containers")
    return {
        "carrierBookingReference": booking,
        "descriptionOfGoods": lines or [notes.stated(f"{place}.descriptionOfGoods", None)],
        "HSCodes": codes or [UNKNOWN_HS],
        "shippingMarks": _wrapped(paper.named("shipping_marks") or ()),
        "cargoItems": [_cargo(paper, row, notes, alone=len(rows) == 1) for row in rows],
    }


def _wrapped(texts: tuple[str, ...]) -> list[str]:
    """Return texts in the standard's lines, none of their letters lost; a new text begins a new line."""
    return [line for text in texts for line in textwrap.wrap(text, LINE, break_on_hyphens=False)]


def _cargo(paper: Document, row: int, notes: Notes, *, alone: bool) -> Json:
    place = "consignmentItems.cargoItems"
    volume = paper.named("volume") if alone else None
    return {
        "equipmentReference": notes.stated(f"{place}.equipmentReference", paper.named("container_number", row)),
        "cargoGrossWeight": {"value": _weight(paper, row, notes, alone=alone) / 1000, "unit": "KGM"},
        **({"cargoGrossVolume": {"value": volume / 1_000_000, "unit": "MTQ"}} if volume else {}),
        "outerPackaging": _packaging(paper, row, notes, alone=alone),
    }


def _weight(paper: Document, row: int, notes: Notes, *, alone: bool) -> int:
    """Return grams in a container: as printed, or the bill's where there is but one container, or 0 with a note."""
    place = "consignmentItems.cargoItems.cargoGrossWeight"
    grams: int | None = paper.named("container_gross_weight", row)
    if grams is not None:
        return grams
    if alone and (whole := paper.named("gross_weight")) is not None:
        notes.add(place, "derived", "the weight of the whole bill, which has one container")
        return int(whole)
    notes.add(place, "missing", f"0 stands for it, container {row}")
    return 0


def _packaging(paper: Document, row: int, notes: Notes, *, alone: bool) -> Json:
    """Return packages and their kind: those in the container, which stand on pallets where the bill counts pallets."""
    place = "consignmentItems.cargoItems.outerPackaging"
    count, kind = paper.named("container_packages", row), paper.named("kind_of_packages")
    told = next(filter(None, map(_ON_PALLETS.fullmatch, paper.named("carrier_clauses") or ())), None)
    if count is None and alone and (count := paper.named("number_of_packages")) is not None:
        notes.add(f"{place}.numberOfPackages", "derived", "the packages of the whole bill, which has one container")
    elif count is not None and told is not None:
        kind = told["kind"]
        notes.add(f"{place}.description", "derived", f"the container's packages, not its pallets; printed: {told[0]}")
    if not count:
        notes.add(f"{place}.numberOfPackages", "missing", f"1, the least that is allowed, stands for it, container {row}")
    description = notes.fitted(f"{place}.description", kind, 100) if kind else notes.stated(f"{place}.description", None)
    return {"numberOfPackages": count or 1, "description": description}
