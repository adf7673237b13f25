"""What is peculiar to papers of goods that fly: extracts on two sides, the number in the corners, room for long values."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from layout import samples_air
from layout.conftest import in_style, laid_out
from simulator.documents import air_waybill as awb
from simulator.documents import manifest as man
from simulator.documents.codecs import PartyBlock
from simulator.documents.declared import Declared
from simulator.documents.model import Field
from simulator.formats.vocabulary import Paper

WAYBILLS = ["air-waybill/neutral", "air-waybill/two-languages"]
MANIFESTS = ["manifest/civil-aviation", "manifest/flight-sheet"]
LONGEST_NAME = "GRUPO DISTRIBUIDOR DEL VALLE ALTO, S. DE R.L. DE C.V."
LONGEST_PARTY = PartyBlock(
    LONGEST_NAME,
    (
        "AV. PROLONGACIÓN PASEO DE LA REFORMA 1015, PISO 21, TORRE B",
        "COL. DESARROLLO SANTA FE, ÁLVARO OBREGÓN",
        "C.P. 01376, MÉXICO, D.F.",
    ),
    "GDV010412QK7",
    "+52 (55) 5786 3340",
)
LONGEST: dict[Field[Any], Any] = {
    awb.ISSUER: ("TRANSPORTES AÉREOS DE CARGA DEL CONTINENTE S.A.", "TERMINAL DE CARGA 2", "BOGOTÁ", "COLOMBIA"),
    awb.SHIPPER: LONGEST_PARTY,
    awb.CONSIGNEE: LONGEST_PARTY,
    awb.NOTIFY_PARTY: LONGEST_PARTY,
    awb.AGENT: ("INTERNATIONAL AIR FORWARDING AND LOGISTICS PVT. LTD.", "THIRUVANANTHAPURAM"),
    awb.PORT_OF_LOADING: "NEW YORK J F KENNEDY, UNITED STATES",
    awb.PORT_OF_DISCHARGE: "SANTIAGO DE QUERÉTARO, MEXICO",
    awb.VALUE_FOR_CARRIAGE: Declared(600_000_000),
    awb.VALUE_FOR_CUSTOMS: Declared(30_000_000),
    awb.NUMBER_OF_PACKAGES: 10_412,
    awb.GROSS_WEIGHT: 12_345_600,
    awb.CHARGES_TOTAL: 12_345_678,
    awb.PREPAID_TOTAL: 12_345_678,
    awb.COLLECT_TOTAL: 12_345_678,
    awb.DIMENSIONS: ("120X100X145 CM X 1240", "60X45X38 CM X 880", "40X30X25 CM X 120", "VOL 2157.600 M3"),
    awb.ORIGIN: "AE",
    awb.REFERENCE: "P/O 2009-4500128831",
}


@pytest.mark.parametrize("style", WAYBILLS)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_usual_waybill_takes_one_side_and_has_its_number_in_the_corners(style: str, paper: Paper) -> None:
    (side,) = laid_out(in_style(samples_air.waybill(3), style), paper).pages
    corners = [text for text in side.texts if text.text == samples_air.NUMBER]
    assert len(corners) == 2
    assert all(text.x > side.sheet.width / 2 for text in corners)
    assert corners[0].y > 0.9 * side.sheet.height > 0.2 * side.sheet.height > corners[1].y


@pytest.mark.parametrize("style", WAYBILLS)
def test_the_longest_values_find_room(style: str) -> None:
    paper = in_style(samples_air.waybill(3), style)
    longest = {(field.name, None): value for field, value in LONGEST.items()}
    (side,) = laid_out(replace(paper, values={**paper.values, **longest})).pages
    assert all(box.points >= 6.0 for box in side.boxes)


@pytest.mark.parametrize("style", WAYBILLS)
def test_usual_values_are_not_smaller_than_seven_points(style: str) -> None:
    assert all(box.points >= 7.0 for box in laid_out(in_style(samples_air.waybill(), style)).boxes)


@pytest.mark.parametrize("style", MANIFESTS)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_an_extract_of_twenty_lines_takes_two_sides(style: str, paper: Paper) -> None:
    assert len(laid_out(in_style(samples_air.flight_manifest(20), style), paper).pages) == 2


@pytest.mark.parametrize("style", MANIFESTS)
def test_long_names_find_room_on_a_manifest(style: str) -> None:
    paper = in_style(samples_air.flight_manifest(2), style)
    party = PartyBlock(LONGEST_NAME[:50].strip(), (), None, "+52 (55) 5786 3340")
    values = {(field.name, 1): party for field in (man.SHIPPER, man.CONSIGNEE, man.NOTIFY_PARTY)}
    assert len(laid_out(replace(paper, values={**paper.values, **values})).pages) == 1


@pytest.mark.parametrize("style", MANIFESTS)
def test_a_manifest_by_air_has_no_boxes_of_a_ship(style: str) -> None:
    placed = {box.field for box in laid_out(in_style(samples_air.flight_manifest(), style)).boxes}
    assert placed == {field.name for field in man.TYPE.fields if "air" in field.modes}
