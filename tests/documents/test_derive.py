"""The papers follow from the facts: they agree with each other and with themselves, and only departures change them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from trade.drawing import mixed

from simulator.documents import (
    bill_of_lading,
    contents,
    invoice,
    manifest,
    packing_list,
    price_guide,
    right_holder_card,
)
from simulator.documents.derivation.words import dollars_in_words
from simulator.documents.derive import derive
from simulator.documents.model import Document, DocumentType, Field, Papers
from simulator.exercise.small_world import alone
from simulator.trade.departures import ALL, ConflictingDepartures, Departure, changed
from simulator.trade.facts import Consignment, World

SHIPMENTS = mixed(80)
each_language = pytest.mark.parametrize("language", ["en", "es"])


def desk(consignment: Consignment, *departures: Departure, language: str = "en") -> Papers:
    return derive(alone(consignment, language=language), departures)


def paper(papers: Papers, type_: DocumentType) -> Document:
    found = papers.of("C01", type_)
    assert found is not None
    return found


def value(document: Document, field: Field[Any], row: int | None = None) -> Any:
    found = document.get(field, row)
    assert found is not None
    return found


@each_language
def test_every_box_is_read_back_as_it_was_printed(language: str) -> None:
    for shipment in SHIPMENTS:
        for document in desk(shipment, language=language).documents:
            for (name, row), told in document.values.items():
                codec = document.type.field(name).codec
                printed = document.printed(name, row)
                assert codec.read(printed, document.printing) == told
                assert printed.strip() == printed != ""
                assert "  " not in printed
                assert "\n" not in printed or codec.hard_lines


@each_language
def test_every_letter_can_be_printed_in_the_fonts_of_the_house(language: str) -> None:
    for shipment in SHIPMENTS:
        for document in desk(shipment, language=language).documents:
            for place in document.values:
                document.printed(*place).encode("latin-1")


def test_rows_belong_to_fields_with_lines() -> None:
    for shipment in SHIPMENTS:
        for document in desk(shipment).documents:
            for name, row in document.values:
                assert (document.type.field(name).lines is None) == (row is None)
            for lines in {field.lines for field in document.type.fields if field.lines}:
                rows = document.row_numbers(lines)
                assert rows == tuple(range(1, len(rows) + 1))


def test_totals_are_sums_of_printed_lines() -> None:
    for shipment in SHIPMENTS:
        papers = desk(shipment)
        bill, sale, packing = (paper(papers, module.TYPE) for module in (bill_of_lading, invoice, packing_list))
        amounts = [amount for _, amount in sale.rows(invoice.LINE_TOTAL)]
        assert sale.get(invoice.GOODS_TOTAL) == sum(amounts)
        extras = (sale.get(invoice.FREIGHT) or 0) + (sale.get(invoice.INSURANCE) or 0)
        assert sale.get(invoice.TOTAL) == sum(amounts) + extras
        for row, amount in sale.rows(invoice.LINE_TOTAL):
            assert amount == sale.get(invoice.QUANTITY, row) * sale.get(invoice.UNIT_PRICE, row)  # type: ignore[operator]
        total = sale.get(invoice.TOTAL)
        assert sale.get(invoice.AMOUNT_IN_WORDS) == dollars_in_words(total or 0, sale.printing.language)

        for whole, part in (
            (packing_list.TOTAL_PACKAGES, packing_list.PACKAGES),
            (packing_list.TOTAL_QUANTITY, packing_list.QUANTITY),
            (packing_list.TOTAL_NET, packing_list.NET_WEIGHT),
            (packing_list.TOTAL_GROSS, packing_list.GROSS_WEIGHT),
            (packing_list.TOTAL_VOLUME, packing_list.VOLUME),
        ):
            assert packing.get(whole) == sum(each for _, each in packing.rows(part))
        for row in packing.row_numbers("goods"):
            packages = packing.get(packing_list.PACKAGES, row) or 0
            assert packing.get(packing_list.QUANTITY, row) == packages * (
                packing.get(packing_list.PIECES_PER_CARTON, row) or 0
            )
            assert packing.get(packing_list.NET_WEIGHT, row) == packages * (packing.get(packing_list.CARTON_NET, row) or 0)
            assert packing.get(packing_list.GROSS_WEIGHT, row) == packages * (
                packing.get(packing_list.CARTON_GROSS, row) or 0
            )

        assert bill.get(bill_of_lading.GROSS_WEIGHT) == sum(each for _, each in bill.rows(bill_of_lading.CONTAINER_WEIGHT))
        for part in (bill_of_lading.CONTAINER_PACKAGES, bill_of_lading.GOODS_PACKAGES):
            assert said_to_contain(bill) == sum(each for _, each in bill.rows(part))


def said_to_contain(bill: Document) -> int | None:
    """How many packages a bill speaks of: those it counts, or what the pallets that it counts are said to contain."""
    counted = bill.get(bill_of_lading.NUMBER_OF_PACKAGES)
    clauses = bill.get(bill_of_lading.CLAUSES) or ()
    found = re.match(r"(\d+) PALLETS? SAID TO CONTAIN (\d+) [A-Z]+$", clauses[0])
    assert (found is not None) == ("PALLET" in (bill.get(bill_of_lading.KIND_OF_PACKAGES) or ""))
    if found is None:
        return counted
    assert int(found[1]) == counted
    return int(found[2])


def test_papers_agree_with_each_other() -> None:
    for shipment in SHIPMENTS:
        papers = desk(shipment)
        bill, sale, packing = (paper(papers, module.TYPE) for module in (bill_of_lading, invoice, packing_list))
        listed = paper(papers, manifest.TYPE)
        assert value(bill, bill_of_lading.GROSS_WEIGHT) == value(packing, packing_list.TOTAL_GROSS)
        assert value(sale, invoice.GROSS_WEIGHT) == value(packing, packing_list.TOTAL_GROSS)
        assert value(sale, invoice.NET_WEIGHT) == value(packing, packing_list.TOTAL_NET)
        assert value(bill, bill_of_lading.VOLUME) == value(packing, packing_list.TOTAL_VOLUME)
        assert said_to_contain(bill) == value(packing, packing_list.TOTAL_PACKAGES)
        assert value(sale, invoice.NUMBER_OF_PACKAGES) == value(packing, packing_list.TOTAL_PACKAGES)
        assert value(sale, invoice.NUMBER) == value(packing, packing_list.INVOICE_NUMBER)
        assert dict(bill.rows(bill_of_lading.CONTAINER_NUMBER)) == dict(packing.rows(packing_list.CONTAINER_NUMBER))
        assert dict(bill.rows(bill_of_lading.SEAL_NUMBER)) == dict(packing.rows(packing_list.SEAL_NUMBER))
        assert dict(sale.rows(invoice.QUANTITY)) == dict(packing.rows(packing_list.QUANTITY))
        assert dict(sale.rows(invoice.DESCRIPTION)) == dict(packing.rows(packing_list.DESCRIPTION))
        for field in ("vessel_name", "voyage_number", "port_of_loading", "port_of_discharge"):
            assert len({each.printed(field) for each in (bill, sale, packing, listed)}) == 1

        (row,) = (row for row, number in listed.rows(manifest.BILL_NUMBER) if number == bill.get(bill_of_lading.NUMBER))
        assert listed.get(manifest.NUMBER_OF_PACKAGES, row) == bill.get(bill_of_lading.NUMBER_OF_PACKAGES)
        numbers = tuple(number for _, number in bill.rows(bill_of_lading.CONTAINER_NUMBER))
        assert listed.get(manifest.CONTAINER_NUMBERS, row) == numbers
        weights = listed.get(manifest.GROSS_WEIGHT, row), bill.get(bill_of_lading.GROSS_WEIGHT)
        assert abs((weights[0] or 0) - (weights[1] or 0)) <= 500
        assert len(value(listed, manifest.DESCRIPTION, row)) == len(value(listed, manifest.GOODS_HS_CODES, row))


def test_carton_numbers_run_through_all_lines() -> None:
    for shipment in SHIPMENTS:
        packing = paper(desk(shipment), packing_list.TYPE)
        ranges = [tuple(map(int, text.split("-"))) for _, text in packing.rows(packing_list.CARTON_RANGE)]
        assert ranges[0][0] == 1
        assert ranges[-1][1] == packing.get(packing_list.TOTAL_PACKAGES)
        assert all(first[1] + 1 == second[0] for first, second in pairwise(ranges))
        marks = packing.get(packing_list.MARKS) or ()
        assert f"C/NO. 1-{ranges[-1][1]}" in marks


def test_the_contents_list_every_paper_on_the_desk_in_order() -> None:
    for shipment in SHIPMENTS[:20]:
        papers = desk(shipment, language="es")
        listed = [title for _, title in papers.documents[0].rows(contents.PAPER)]
        assert papers.documents[0].type is contents.TYPE
        assert listed == [document.type.title.es for document in papers.documents[1:]]
        numbers = {number for _, number in papers.documents[0].rows(contents.NUMBER)}
        assert {shipment.bill_number, shipment.invoice_number} <= numbers


@each_language
def test_reference_pages_speak_the_packs_language_and_other_papers_their_issuers(language: str) -> None:
    for shipment in SHIPMENTS[:20]:
        papers = desk(shipment, language=language)
        for document in papers.documents:
            if document.type.reference:
                assert document.printing.language == language
        assert paper(papers, bill_of_lading.TYPE).printing.language == "en"
        assert paper(papers, invoice.TYPE).printing.language == shipment.invoice_language
        assert (shipment.seller.country in {"CO", "ES"}) == (shipment.invoice_language == "es")


def test_a_fact_that_departs_changes_what_follows_on_every_paper_it_is_changed_for() -> None:
    shipment = SHIPMENTS[1]
    price = Departure("V01", "C01", ALL, "goods[0].unit_price", 7)
    sale = paper(desk(shipment, price), invoice.TYPE)
    assert sale.printed("unit_price", 1) == f"0{sale.printing.decimal_mark}07"
    assert sale.get(invoice.UNIT_PRICE, 1) == 7
    assert sale.get(invoice.LINE_TOTAL, 1) == 7 * shipment.goods[0].pieces
    assert sale.get(invoice.GOODS_TOTAL) == 7 * shipment.goods[0].pieces + sum(line.amount for line in shipment.goods[1:])
    assert sale.get(invoice.AMOUNT_IN_WORDS) == dollars_in_words(sale.get(invoice.TOTAL) or 0, shipment.invoice_language)


def test_a_departure_on_some_papers_leaves_the_others_alone() -> None:
    shipment = SHIPMENTS[1]
    note = Departure("X01", "C01", frozenset({"packing-list"}), "goods[0].packages", shipment.goods[0].packages + 1)
    clean, papers = desk(shipment), desk(shipment, note)
    different = {one.type.name for one, other in zip(papers.documents, clean.documents, strict=True) if one != other}
    assert different == {"packing-list"}


def test_a_departure_of_another_consignment_changes_nothing() -> None:
    shipment = SHIPMENTS[1]
    assert desk(shipment, Departure("V01", "C02", ALL, "goods[0].unit_price", 7)) == desk(shipment)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ((ALL, "notify"), (ALL, "notify"), True),
        ((ALL, "notify"), (frozenset({"manifest"}), "notify"), True),
        ((frozenset({"bill-of-lading"}), "notify"), (frozenset({"manifest"}), "notify"), False),
        ((ALL, "notify"), (ALL, "consignee"), False),
        ((ALL, "notify"), (ALL, "notify.name"), True),
        ((ALL, "goods[0].unit_price"), (ALL, "goods[1].unit_price"), False),
        ((ALL, "goods[0]"), (ALL, "goods[0].unit_price"), True),
        ((ALL, "goods"), (ALL, "goods[0].unit_price"), True),
        ((ALL, "goods[1].unit_price"), (ALL, "goods[10].unit_price"), False),
        ((ALL, "maker"), (ALL, "maker_code"), False),
    ],
)
def test_two_departures_on_one_fact_are_refused(
    one: tuple[frozenset[str], str], other: tuple[frozenset[str], str], meet: bool
) -> None:
    first, second = Departure("X01", "C01", *one, None), Departure("X02", "C01", *other, None)
    assert first.meets(second) == second.meets(first) == meet
    elsewhere = replace(second, consignment="C02")
    assert not first.meets(elsewhere)
    if meet:
        for pair in ((first, second), (second, first)):
            with pytest.raises(ConflictingDepartures):
                desk(SHIPMENTS[1], *pair)


@pytest.mark.parametrize("path", ["nonsense", "goods[0].nonsense", "goods[x]", "goods..hs", ""])
def test_a_path_that_names_no_fact_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="fact"):
        changed(SHIPMENTS[0], path, None)


def test_changed_facts_leave_the_old_ones() -> None:
    shipment = SHIPMENTS[0]
    later = changed(shipment, "carriage.arrival", date(2010, 1, 1))
    assert later.carriage.arrival == date(2010, 1, 1)
    assert shipment.carriage.arrival != date(2010, 1, 1)
    assert replace(later, carriage=shipment.carriage) == shipment


def test_lines_of_a_manifest_stand_in_the_order_of_their_numbers_whoevers_they_are() -> None:
    voyage = SHIPMENTS[0].carriage
    bills = [replace(each, carriage=voyage, id=f"C{place:02d}") for place, each in enumerate(SHIPMENTS[:8], start=1)]
    world = World(voyage.arrival + timedelta(days=1), "en", tuple(bills[:3]), others=tuple(bills[3:]))
    (listed,) = derive(world).all(manifest.TYPE)
    numbers = [number for _, number in listed.rows(manifest.BILL_NUMBER)]
    assert numbers == sorted(each.bill_number for each in bills)
    assert listed.consignments == ("C01", "C02", "C03")


def test_the_guide_and_the_cards_print_what_the_shipment_needs() -> None:
    for shipment in SHIPMENTS:
        papers = desk(shipment)
        (guide,) = papers.all(price_guide.TYPE)
        listed = {
            (guide.get(price_guide.GOODS_HS_CODE, row), guide.get(price_guide.MARK, row))
            for row in guide.row_numbers("goods")
        }
        assert {(line.hs, line.mark) for line in shipment.goods} <= listed
        cards = {card.get(right_holder_card.MARK) for card in papers.all(right_holder_card.TYPE)}
        assert cards == {line.mark for line in shipment.goods} - {None}
