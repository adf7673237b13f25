"""Bills as DCSA data: each meets the standard, says what is printed, and owns up to whatever is not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pack.making import SEED, copied, generate, shipped

from research.dcsa_standard import breaches, standard
from simulator.documents.codecs import PartyBlock
from simulator.documents.model import Document, Papers, Place
from simulator.errors import BadInput
from simulator.research.bills import bill_files, fitting, printed_papers
from simulator.research.dcsa import attributes, faults
from simulator.research.dcsa_notes import KINDS, Notes
from simulator.research.dcsa_parties import in_parts
from simulator.research.pages import open_truth

Json = dict[str, Any]
TEMPLATES = Path(__file__).parents[2] / "templates" / "bill-of-lading"
AT_SEA = ("monterrey", "first-hour", "sea-only-hard", "low-prevalence", "everything-clean")


@pytest.fixture(scope="module")
def printed(monterrey: Path) -> tuple[Document, Papers]:
    """A bill of one container that says everything, and what lies beside it."""
    _, ((truth, holder), *_) = open_truth(monterrey)
    papers, troubles = printed_papers(truth, holder / "dossier.pdf")
    assert not troubles
    bills = [each for each in papers.documents if each.type.name == "bill-of-lading"]
    return next(each for each in bills if len(each.row_numbers("containers")) == 1), papers


def changed(bill: Document, values: Mapping[Place, Any]) -> Document:
    """Return a bill with other values; None empties a box."""
    kept = {place: value for place, value in {**bill.values, **values}.items() if value is not None}
    return replace(bill, values=kept)


def kinds(notes: Notes, attribute: str) -> list[str]:
    return [each.kind for each in notes.rows if each.attribute == attribute]


def bills_of(pack: Path) -> int:
    """Hold a pack's bills to the standard; return how many there are."""
    files = dict(bill_files(pack))
    told = json.loads(files.pop("notes.json"))
    assert [each["bill"] for each in told["bills"]] == list(files)
    assert told["refused"] == []
    for name, content in files.items():
        assert (name, breaches(json.loads(content))) == (name, [])
    assert {note["kind"] for each in told["bills"] for note in each["notes"]} <= set(KINDS)
    return len(files)


@pytest.mark.parametrize("name", ["first_hour", "monterrey"])
def test_each_bill_meets_the_standard_and_has_its_notes_without_the_key(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    pack = copied(request.getfixturevalue(name), tmp_path / "pack")
    shutil.rmtree(pack / "instructor" / "key")
    (pack / "instructor" / "key.json").unlink()
    assert bills_of(pack) > 4


@pytest.mark.slow
def test_bills_of_every_scenario_and_every_house_style_meet_the_standard(tmp_path: Path) -> None:
    seen = set()
    for number, name in enumerate(AT_SEA):
        scenario = msgspec.structs.replace(shipped(name, trainees=2, variants=2), language=("en", "es")[number % 2])
        pack = generate(tmp_path / name, scenario, f"{SEED} {number}")
        assert bills_of(pack) > 4
        papers = [each for truth, _ in open_truth(pack)[1] for each in truth.documents]
        seen |= {each.template for each in papers if each.type == "bill-of-lading"}
    assert seen == {f"bill-of-lading/{each.stem}" for each in TEMPLATES.glob("*.toml")}


def test_the_rules_of_the_product_are_the_standards() -> None:
    whole = standard()
    for each in attributes():
        rule = whole[each.object][each.attribute]
        assert {name: getattr(each, name) for name in rule} == rule
    used = {each.object for each in attributes()}
    required = {(name, each) for name in used for each, rule in whole[name].items() if rule["required"]}
    assert required <= {(each.object, each.attribute) for each in attributes()}


def test_what_is_printed_is_what_is_written(printed: tuple[Document, Papers]) -> None:
    bill, papers = printed
    made, notes = fitting(changed(bill, {("type_of_movement", None): "LCL/FCL CFS/SD"}), papers)
    ends = {"cargoMovementTypeAtOrigin": "LCL", "cargoMovementTypeAtDestination": "FCL",
            "receiptTypeAtOrigin": "CFS", "deliveryTypeAtDestination": "SD"}  # fmt: skip
    assert {name: made[name] for name in ends} == ends
    assert not any(kinds(notes, name) for name in ends)
    for text, code in (("FREIGHT PREPAID", "PRE"), ("FREIGHT COLLECT", "COL")):
        assert fitting(changed(bill, {("freight_terms", None): text}), papers)[0]["freightPaymentTermCode"] == code
    waybill = changed(bill, {("copy", None): "SEA WAYBILL - NON-NEGOTIABLE"})
    assert fitting(waybill, papers)[0]["transportDocumentTypeCode"] == "SWB"
    surrendered = changed(bill, {("copy", None): "SURRENDERED"})
    assert fitting(surrendered, papers)[0]["transportDocumentStatus"] == "SURRENDERED_FOR_DELIVERY"


@pytest.mark.parametrize(
    ("field", "attribute", "kind"),
    [
        ("type_of_movement", "receiptTypeAtOrigin", "assumed"),
        ("freight_terms", "freightPaymentTermCode", "missing"),
        ("freight_payable_at", "invoicePayableAt", "missing"),
        ("bill_of_lading_number", "transportDocumentReference", "missing"),
        ("shipped_on_board_date", "shippedOnBoardDate", "missing"),
        ("issue_date", "issueDate", "missing"),
        ("port_of_loading", "transports.portOfLoading.locationName", "missing"),
        ("shipper", "documentParties.shipper.partyName", "missing"),
        ("consignee", "documentParties.consignee", "missing"),
        ("notify_party", "documentParties.notifyParties", "missing"),
        ("issuer", "documentParties.issuingParty.partyName", "missing"),
    ],
)
def test_an_empty_box_is_noted_and_the_bill_still_fits(
    printed: tuple[Document, Papers], field: str, attribute: str, kind: str
) -> None:
    bill, papers = printed
    made, notes = fitting(changed(bill, {(field, None): None}), papers)
    assert kinds(notes, attribute) == [kind]
    assert breaches(made) == []
    assert ("freightPaymentTermCode" in made) == (field != "freight_terms")


def test_rows_without_weight_code_or_seal_are_noted(printed: tuple[Document, Papers]) -> None:
    bill, papers = printed
    names = ("seal_number", "container_type", "container_gross_weight", "container_packages", "hs_code")
    rows = {(name, row): None for name in names for row in range(1, 20)}
    made, notes = fitting(changed(bill, rows), papers)
    assert breaches(made) == []
    assert made["consignmentItems"][0]["HSCodes"] == ["999999"]
    cargo = made["consignmentItems"][0]["cargoItems"][0]
    assert cargo["cargoGrossWeight"]["value"] == bill.named("gross_weight") / 1000
    assert kinds(notes, "consignmentItems.cargoItems.cargoGrossWeight") == ["derived"]
    assert made["utilizedTransportEquipments"][0]["seals"] == [{"number": "NOT STATED"}]
    assert "ISOEquipmentCode" not in made["utilizedTransportEquipments"][0]["equipment"]
    bare, told = fitting(changed(bill, rows | {("gross_weight", None): None, ("number_of_packages", None): None}), papers)
    assert breaches(bare) == []
    assert kinds(told, "consignmentItems.cargoItems.cargoGrossWeight") == ["missing"]
    assert kinds(told, "consignmentItems.cargoItems.outerPackaging.numberOfPackages") == ["missing"]


def test_packages_on_pallets_are_not_called_pallets(printed: tuple[Document, Papers]) -> None:
    bill, papers = printed
    on_pallets = {
        ("kind_of_packages", None): "PALLETS", ("number_of_packages", None): 28, ("container_packages", 1): 650,
        ("carrier_clauses", None): ("28 PALLETS SAID TO CONTAIN 650 CARTONS",),
    }  # fmt: skip
    made, notes = fitting(changed(bill, on_pallets), papers)
    cargo = made["consignmentItems"][0]["cargoItems"][0]
    assert cargo["outerPackaging"] == {"numberOfPackages": 650, "description": "CARTONS"}
    assert kinds(notes, "consignmentItems.cargoItems.outerPackaging.description") == ["derived"]


def test_what_is_too_long_is_moved_or_kept_in_a_note(printed: tuple[Document, Papers]) -> None:
    bill, papers = printed
    name = "COMERCIALIZADORA E IMPORTADORA DE ARTICULOS DE CONSUMO DEL NORTE Y DEL PACIFICO, S.A. DE C.V."
    place = "THE OFFICE OF THE CARRIER'S AGENT, SECOND FLOOR"
    block = PartyBlock(name, ("CALLE UNO No. 1", "C.P. 64000, MONTERREY, N.L."))
    made, notes = fitting(changed(bill, {("shipper", None): block, ("freight_payable_at", None): place}), papers)
    party = made["documentParties"]["shipper"]
    assert f"{party['partyName']} {party['addressLines'][0]}" == name
    assert party["addressLines"][1:] == list(block.address)
    assert made["invoicePayableAt"]["freeText"] == "THE OFFICE OF THE CARRIER'S AGENT"
    assert [each.note for each in notes.rows if each.attribute == "invoicePayableAt.freeText"] == [f"printed: {place}"]
    long = "GIRLS' KNITTED COTTON T-SHIRTS, WITH PRINT, ASSORTED SIZES, ASSORTED COLOURS"
    told, _ = fitting(changed(bill, {("description_of_goods", 1): long}), papers)
    assert long in " ".join(told["consignmentItems"][0]["descriptionOfGoods"])
    assert breaches(made) == []


def test_a_bill_to_order_of_a_bank_has_it_for_endorsee(printed: tuple[Document, Papers]) -> None:
    bill, papers = printed
    held = changed(bill, {("consignee", None): PartyBlock("TO ORDER OF BANCO BAJIONAL, S.A."), ("copy", None): "ORIGINAL"})
    made, _ = fitting(held, papers)
    assert made["isToOrder"] is True
    assert made["documentParties"]["endorsee"]["partyName"] == "BANCO BAJIONAL, S.A."
    assert "consignee" not in made["documentParties"]
    assert breaches(made) == []


def test_a_carrier_that_nobody_knows_gets_the_code_for_unknown(printed: tuple[Document, Papers]) -> None:
    bill, papers = printed
    made, notes = fitting(changed(bill, {("issuer", None): ("NOVALINE", "SOMEWHERE")}), papers)
    assert (made["carrierCode"], kinds(notes, "carrierCode")) == ("ZZZZ", ["missing"])
    assert made["documentParties"]["issuingParty"]["address"]["countryCode"] == "ZZ"
    assert breaches(made) == []


def test_a_bill_without_any_date_or_container_is_refused(printed: tuple[Document, Papers]) -> None:
    bill, papers = printed
    undated = {("shipped_on_board_date", None): None, ("issue_date", None): None}
    with pytest.raises(BadInput, match="it bears no date"):
        fitting(changed(bill, undated), papers)
    rows = {place: None for place in bill.values if bill.type.field(place[0]).lines == "containers"}
    with pytest.raises(BadInput, match="0 items"):
        fitting(changed(bill, rows), papers)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("C.P. 03020, MEXICO, D.F.", ("MEXICO", "03020", "MX")),
        ("GUANGZHOU, GUANGDONG 510083, CHINA", ("GUANGZHOU", "510083", "CN")),
        ("3016 DM ROTTERDAM, NETHERLANDS", ("ROTTERDAM", "3016 DM", "NL")),
        ("DK-5700 SVENDBORG, DENMARK", ("SVENDBORG", "DK-5700", "DK")),
        ("PANAMA, REP. DE PANAMA", ("PANAMA", None, "PA")),
        ("BUSAN 601-714, KOREA", ("BUSAN", "601-714", "KR")),
        ("SINGAPORE 068811", ("SINGAPORE", "068811", "SG")),
        ("HOUSTON, TX 77029, U.S.A.", ("HOUSTON", "77029", "US")),
        ("NEAR THE OLD HARBOUR", None),
    ],
)
def test_the_last_line_of_an_address_tells_city_and_country(line: str, told: tuple[str, str | None, str] | None) -> None:
    assert in_parts(line) == told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"carrierCode": "TOO LONG"}, "TransportDocument.carrierCode"),
        ({"isToOrder": "no"}, "is no boolean"),
        ({"consignmentItems": []}, "0 items"),
        ({"colour": "red"}, "there is no such attribute"),
        ({"issueDate": "7 March"}, "is no date"),
        ({"receiptTypeAtOrigin": "CFR"}, "is none of CY SD CFS"),
    ],
)
def test_what_the_standard_refuses_is_found(printed: tuple[Document, Papers], change: Json, told: str) -> None:
    made = {**fitting(*printed)[0], **change}
    assert any(told in each for each in faults(made))
    assert change.get("issueDate") or breaches(made)
    del made["transports"]
    assert "TransportDocument.transports: missing" in faults(made)


def test_a_pack_of_the_air_has_no_bill(tmp_path: Path) -> None:
    pack = generate(tmp_path / "air", shipped("air-warehouse", trainees=1), SEED)
    with pytest.raises(BadInput, match="there is no ocean bill of lading in this pack"):
        list(bill_files(pack))
