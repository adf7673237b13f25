"""Boxes of each type of paper: numbers and names that instructors' scripts rely on."""

from __future__ import annotations

import re

import pytest

from simulator.documents.model import Document, DocumentType
from simulator.documents.printing import Printing
from simulator.documents.types import document_types

each_type = pytest.mark.parametrize("type_", document_types().values(), ids=lambda type_: type_.name)

# Codes and field names of the contract, written down once more by hand: they only ever grow.
PROMISED = {
    "BL-0": "issuer",
    "BL-1": "shipper",
    "BL-2a": "consignee",
    "BL-2b": "consignee_tax_id",
    "BL-3": "notify_party",
    "BL-5": "bill_of_lading_number",
    "BL-10a": "vessel_name",
    "BL-11": "port_of_loading",
    "BL-12": "port_of_discharge",
    "BL-15b.2": "container_number",
    "BL-15c.1": "seal_number",
    "BL-16a": "number_of_packages",
    "BL-17a.1": "description_of_goods",
    "BL-17b.1": "hs_code",
    "BL-18": "gross_weight",
    "BL-19": "volume",
    "BL-21a": "freight_terms",
    "BL-22": "declared_value",
    "BL-23c": "issue_date",
    "BL-23d": "shipped_on_board_date",
    "AWB-1B": "air_waybill_number",
    "AWB-1": "departure_code",
    "AWB-2": "shipper",
    "AWB-4": "consignee",
    "AWB-17": "declared_value_for_customs",
    "AWB-21": "notify_party",
    "AWB-22E.1": "hs_code",
    "AWB-22F.1": "chargeable_weight",
    "AWB-22I.2": "description_of_goods",
    "AWB-22K": "gross_weight",
    "AWB-30B": "collect_total",
    "AWB-32A": "issue_date",
    "INV-2b": "consignee_tax_id",
    "INV-3a": "invoice_number",
    "INV-6": "terms_of_delivery",
    "INV-13a": "manufacturer",
    "INV-13b": "manufacturer_code",
    "INV-14a.3": "description_of_goods",
    "INV-14b.1": "brand",
    "INV-14c.1": "model",
    "INV-14g.1": "unit_price",
    "INV-14h.2": "line_total",
    "INV-15d": "invoice_total",
    "INV-17a": "net_weight",
    "INV-18": "remarks",
    "PL-11c.1": "description_of_goods",
    "PL-11f.1": "quantity",
    "PL-11h.1": "net_weight",
    "MAN-1b": "vessel_imo_number",
    "MAN-2b": "arrival_date",
    "MAN-6a.7": "bill_of_lading_number",
    "MAN-7c.7": "description_of_goods",
    "MAN-11c.7": "notify_party",
    "PG-1e.1": "lowest_price",
    "PG-1g.1": "lowest_weight",
    "CARD-4a.1": "model",
    "CARD-5a.1": "maker",
    "CARD-6a.1": "contract_maker_code",
    "CARD-7b.2": "licensee_tax_id",
    "TOC-3b.1": "paper",
    "BL-13": "place_of_delivery",
    "BL-25": "port_of_transhipment",
    "BL-26": "onward_carriage",
    "REG-1b.1": "importer_tax_id",
    "REG-1e.1": "chapters",
    "RTE-1c.1": "usual_hubs",
    "RTE-2.1": "inland_place",
    "SCH-1a.1": "vessel_name",
    "SCH-1e.1": "sailing_date",
    "TAR-1a.1": "heading",
    "TAR-1c.1": "words_es",
}


def test_the_types_of_the_contract() -> None:
    assert {type_.name: type_.prefix for type_ in document_types().values()} == {
        "air-waybill": "AWB",
        "bill-of-lading": "BL",
        "invoice": "INV",
        "packing-list": "PL",
        "manifest": "MAN",
        "contents": "TOC",
        "price-guide": "PG",
        "right-holder-card": "CARD",
        "register": "REG",
        "route-card": "RTE",
        "schedule": "SCH",
        "tariff-extract": "TAR",
    }


@pytest.mark.parametrize(("code", "field"), PROMISED.items())
def test_promised_codes(code: str, field: str) -> None:
    prefix = code.split("-")[0]
    (type_,) = (type_ for type_ in document_types().values() if type_.prefix == prefix)
    paper = Document("paper", type_, prefix, "none", Printing(), {})
    row = int(code.split(".")[1]) if "." in code else None
    assert paper.code(field, row) == code
    assert (type_.field(field).lines is None) == (row is None)


def test_another_paper_of_one_prefix_is_numbered() -> None:
    card = Document("card", document_types()["right-holder-card"], "CARD3", "none", Printing(), {})
    assert card.code("maker", 2) == "CARD3-5a.2"


@each_type
def test_numbers_and_names_are_unique_and_well_formed(type_: DocumentType) -> None:
    numbers = [field.number for field in type_.fields]
    names = [field.name for field in type_.fields]
    assert len(set(numbers)) == len(numbers)
    assert len(set(names)) == len(names)
    for field in type_.fields:
        assert re.fullmatch(r"\d{1,2}([a-z]|[A-Z])?", field.number), "IATA writes its letters in capitals"
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", field.name)
        assert field.title.en
        assert field.title.es


@each_type
def test_a_number_with_letters_has_more_than_one_and_never_stands_bare(type_: DocumentType) -> None:
    numbers = [field.number for field in type_.fields]
    for number in numbers:
        bare = number.rstrip("abcdefghijklmnopqrstuvwxyz")
        if bare != number:
            assert bare not in numbers
            letters = sorted(each[len(bare) :] for each in numbers if re.fullmatch(rf"{bare}[a-z]", each))
            assert letters == [chr(ord("a") + place) for place in range(len(letters))]
            assert len(letters) > 1
