"""Lawful trade is lawful: terms, numbers, dates, parties, goods and containers of many shipments."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from stdnum import iso6346
from stdnum.mx import rfc

from simulator.numbers import GENERIC_RFCS
from simulator.randomness import Stream
from simulator.reference.brands import brands
from simulator.reference.brokers import brokers
from simulator.reference.companies import tax_letters
from simulator.reference.container_prefixes import assigned_prefixes
from simulator.reference.goods import Goods, goods
from simulator.reference.parties import parties as countries_of_parties
from simulator.reference.ports import ports
from simulator.reference.states import towns
from simulator.trade.consignments import Wanted, draw_consignment
from simulator.trade.facts import Consignment, GoodsLine, Party
from simulator.trade.parties import draw_company
from simulator.wording import FREIGHT_ADDED
from trade.drawing import DESK_DATE, consignment, mixed, voyage

COUNT = 300
SHIPMENTS = mixed(COUNT)
COLLECT = {"EXW", "FCA", "FAS", "FOB"}
PREPAID = {"CFR", "CIF", "CPT", "CIP", "DAF", "DES", "DEQ", "DDU", "DDP"}
ROOM = {"22G1": (33, 28200), "42G1": (67, 26700), "45G1": (76, 26500)}


def parties(shipment: Consignment) -> list[Party]:
    found = (shipment.seller, shipment.buyer, shipment.consignee, shipment.notify, shipment.forwarding_agent)
    return [each for each in found if each is not None]


def share(true: list[bool]) -> float:
    return sum(true) / len(true)


def test_freight_goes_with_the_incoterm() -> None:
    for shipment in SHIPMENTS:
        terms = shipment.terms
        assert terms.incoterm in COLLECT | PREPAID
        # A seller who pays a freight that is the buyer's says so on his invoice.
        added = shipment.remarks in FREIGHT_ADDED.values()
        assert terms.freight == ("collect" if terms.incoterm in COLLECT and not added else "prepaid")
        assert terms.incoterm in COLLECT or not added
        assert (terms.freight_amount is not None) == (terms.freight == "prepaid")
        assert (terms.insurance_amount is not None) == (terms.incoterm in {"CIF", "CIP"})
        assert min(terms.freight_amount or 1, terms.insurance_amount or 1) > 0
    assert {shipment.terms.freight for shipment in SHIPMENTS} == {"prepaid", "collect"}
    of_the_buyer = [shipment.terms.freight == "prepaid" for shipment in SHIPMENTS if shipment.terms.incoterm in COLLECT]
    assert 0.04 < share(of_the_buyer) < 0.22


def test_the_place_after_the_incoterm_is_of_its_kind() -> None:
    for shipment in SHIPMENTS:
        terms = shipment.terms
        if terms.incoterm in {"FOB", "FAS"}:
            assert terms.named_place == shipment.carriage.origin_printed
        elif terms.incoterm in {"CFR", "CIF"}:
            assert terms.named_place == shipment.carriage.destination_printed
        elif terms.incoterm in {"CPT", "CIP", "DDU", "DDP"}:
            assert terms.named_place in " ".join((*shipment.buyer.address, shipment.carriage.destination_printed))
        else:
            assert terms.named_place in " ".join((*shipment.shipper.address, shipment.carriage.origin_printed))


def test_tax_numbers_are_the_companys_own_and_older_than_its_papers() -> None:
    for shipment in SHIPMENTS:
        buyer = shipment.buyer
        assert buyer.tax_id is not None
        assert rfc.validate(buyer.tax_id, validate_check_digits=True) == buyer.tax_id
        assert len(buyer.tax_id) == 12
        assert buyer.tax_id not in GENERIC_RFCS
        assert buyer.tax_id[:3] == tax_letters(buyer.name)
        year = int(buyer.tax_id[3:5])
        founded = date(year + (1900 if year > 50 else 2000), int(buyer.tax_id[5:7]), int(buyer.tax_id[7:9]))
        assert founded < min(shipment.invoice_date, shipment.packing_date)
        for foreign in (shipment.seller, shipment.forwarding_agent):
            assert foreign is None or foreign.tax_id is None


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("REFACCIONES NORTUNA, S.A. DE C.V.", "RNO"),
        ("AUTOPARTES CENDRALES DE PUEBLA, S.A. DE C.V.", "ACP"),
        ("IMPORTADORA DEL GOLFO, S. DE R.L. DE C.V.", "IGO"),
        ("TELAS, S.A.", "TEL"),
        ("COMERCIAL DE LAS ROSAS Y LIRIOS SA DE CV", "CRL"),
    ],
)
def test_letters_of_a_tax_number_by_hand(name: str, letters: str) -> None:
    assert tax_letters(name) == letters


def test_dates_follow_each_other() -> None:
    for shipment in SHIPMENTS:
        sailing = shipment.carriage
        assert shipment.invoice_date < shipment.on_board <= shipment.issue_date
        assert shipment.packing_date <= shipment.on_board <= sailing.departure < sailing.arrival <= DESK_DATE
        assert (sailing.departure - shipment.on_board).days <= 1
        assert shipment.issue_date <= sailing.arrival


def test_container_numbers_are_valid_and_nobodys() -> None:
    for shipment in SHIPMENTS:
        numbers = [container.number for container in shipment.containers]
        assert len(set(numbers)) == len(numbers)
        for container in shipment.containers:
            assert iso6346.validate(container.number) == container.number
            assert container.number[:4] not in assigned_prefixes()
            assert 0 < len(container.seal) <= 15


def test_a_container_holds_what_is_in_it() -> None:
    for shipment in SHIPMENTS:
        for container in shipment.containers:
            cubic_metres, payload = ROOM[container.type]
            volume = sum(load * line.package_volume for load, line in zip(container.loads, shipment.goods, strict=True))
            assert volume <= cubic_metres * 1_000_000
            assert shipment.container_grams(container) <= payload * 1000
            assert container.packages > 0
        for place, line in enumerate(shipment.goods):
            assert sum(container.loads[place] for container in shipment.containers) == line.packages > 0


def test_a_container_of_ones_own_is_worth_its_freight() -> None:
    """Few containers hold less than a tonne; what is dear fills less of its room than what is cheap."""
    loaded = [(shipment, each) for shipment in SHIPMENTS for each in shipment.containers]
    tonnes = [shipment.container_grams(container) / 1e6 for shipment, container in loaded]
    assert share([weight < 1 for weight in tonnes]) < 0.04
    several = [shipment for shipment in SHIPMENTS if len(shipment.containers) > 1]
    for shipment in several:
        fullest = max(shipment.containers, key=lambda each: each.packages)
        assert all(fullest.packages - each.packages <= len(shipment.goods) for each in shipment.containers)


def test_what_is_heavy_goes_by_the_small_container() -> None:
    def small(dense: bool) -> float:
        chosen = [each for each in SHIPMENTS if (each.gross_grams / each.volume > 0.4) == dense]
        return share([each.containers[0].type == "22G1" for each in chosen])

    assert small(dense=True) > small(dense=False) + 0.15


def band(line: GoodsLine) -> tuple[int, int]:
    for brand in brands().values():
        if brand.mark == line.mark:
            offered = brand.line(line.goods)
            assert offered is not None
            assert line.model in offered.models
            return offered.price_cents
    assert line.mark is None
    return goods()[line.goods].price_cents


def packings(kind: Goods) -> set[tuple[int, tuple[int, int, int]]]:
    """Pieces and sides of a full carton, and of halves to quarters of one where its pieces can be divided."""
    found = {(pieces, kind.carton_cm) for pieces in kind.pieces_per_carton}
    if kind.package == "CT":
        longest, *others = sorted(kind.carton_cm)[::-1]
        for parts in (2, 3, 4):
            length, width, height = sorted((-(-longest // parts), *others))[::-1]
            found |= {(pieces // parts, (length, width, height)) for pieces in kind.pieces_per_carton if pieces % parts == 0}
    return found


def test_prices_and_weights_lie_inside_their_bands() -> None:
    for shipment in SHIPMENTS:
        for line in shipment.goods:
            low, high = band(line)
            assert low <= line.unit_price <= high
            lightest, heaviest = goods()[line.goods].piece_grams
            assert lightest <= line.piece_grams <= heaviest
            assert line.package_gross_grams > line.package_net_grams
            assert line.package_net_grams % 10 == line.package_gross_grams % 10 == 0
            assert line.hs == goods()[line.goods].hs
            assert (line.pieces_per_package, line.package_cm) in packings(goods()[line.goods])
        assert shipment.gross_grams > shipment.net_grams > 0
        assert sum(line.amount for line in shipment.goods) < 200_000_000


def test_marked_goods_come_from_the_brands_makers_to_its_licensees() -> None:
    for shipment in SHIPMENTS[1::2]:
        (brand,) = (each for each in brands().values() if each.mark == shipment.brand)
        assert {line.mark for line in shipment.goods} == {brand.mark}
        assert shipment.buyer.name in {licensee.name for licensee in brand.licensees}
        own = {maker.name for maker in brand.makers if maker.country == shipment.origin_country}
        contract = {maker.code for maker in brand.contract_makers if maker.country == shipment.origin_country}
        assert shipment.maker in own or shipment.maker_code in contract
    for shipment in SHIPMENTS[::2]:
        assert {line.mark for line in shipment.goods} == {None}
        assert shipment.maker_code is None


def test_who_stands_where() -> None:
    for shipment in SHIPMENTS:
        if shipment.consignee.is_order:
            assert re.fullmatch(r"TO ORDER( OF .+)?", shipment.consignee.name)
            assert shipment.notify == shipment.buyer
            assert shipment.buyer.address
            assert "WAYBILL" not in shipment.copy
        else:
            assert shipment.consignee == shipment.buyer
            assert shipment.notify is not None
            local = [each.name for each in brokers().values() if each.port == shipment.carriage.destination]
            assert shipment.notify.name in {"SAME AS CONSIGNEE", *local}
            if shipment.notify.name in local:
                assert shipment.notify.telephone
                assert shipment.notify.address
        assert shipment.buyer.country == "MX"
        assert shipment.shipper.country == shipment.origin_country == shipment.carriage.origin[:2]


def test_a_few_sellers_are_of_a_third_country_and_name_who_ships() -> None:
    """Trading houses sell what another firm ships: of neither the country of loading nor Mexico."""
    third = [shipment for shipment in SHIPMENTS if shipment.exporter is not None]
    for shipment in SHIPMENTS:
        home = shipment.seller.country == shipment.origin_country
        assert home == (shipment.exporter is None)
    for shipment in third:
        assert shipment.exporter is not None
        assert shipment.seller.country not in {shipment.exporter.country, "MX"}
        assert shipment.exporter.address
    assert 0.03 < len(third) / COUNT < 0.15
    assert len({shipment.seller.country for shipment in third}) >= 5


def test_a_bank_is_paid_through_only_where_it_holds_the_bill() -> None:
    for shipment in SHIPMENTS:
        through_bank = bool(re.search(r"L/C|D/P", shipment.terms.payment))
        assert through_bank == shipment.consignee.name.startswith("TO ORDER OF ")
        assert "AWB" not in shipment.terms.payment


def test_lines_of_a_party_fit_its_box() -> None:
    for shipment in SHIPMENTS:
        for party in parties(shipment):
            assert len(party.name) <= 60
            assert len(party.address) <= 4
            for line in (party.name, *party.address):
                assert 0 < len(line) <= 60
                assert line == " ".join(line.split())
                line.encode("latin-1")


def test_names_that_are_invented_fit_one_line_of_a_manifest() -> None:
    for number in range(200):
        for country in countries_of_parties():
            assert len(draw_company(country, "footwear", Stream("names", number)).name) <= 42


def test_mexican_addresses_and_telephones_fit_their_town() -> None:
    for shipment in SHIPMENTS:
        last = shipment.buyer.address[-1]
        match = re.search(r"C\.P\. (\d{5}), (.+), ([A-Z.]+)$", last) or re.search(r"C\.P\. (\d{5}), (.+)$", last)
        assert match is not None, last
        (town,) = (each for name, each in towns().items() if last.endswith(f"{name}, {each.state}"))
        assert f"({town.area_code})" in (shipment.buyer.telephone or "")


def test_lawful_traits_are_as_usual_as_the_trade_says() -> None:
    assert 0.22 < share([shipment.consignee.is_order for shipment in SHIPMENTS]) < 0.38
    assert share([shipment.terms.charges == ("FREIGHT AS ARRANGED",) for shipment in SHIPMENTS]) > 0.5
    assert share([shipment.copy == "ORIGINAL" for shipment in SHIPMENTS]) == 0
    containers = Counter(len(shipment.containers) for shipment in SHIPMENTS)
    assert set(containers) <= {1, 2, 3, 4}
    assert containers[1] > COUNT / 2
    origins = Counter(shipment.carriage.origin for shipment in SHIPMENTS)
    assert set(origins) == {port.locode for port in ports().values() if port.role == "origin"}
    # No port stands out: each of 21 has about 14 of 300.
    assert max(origins.values()) <= 30


def test_marks_are_the_buyers_and_the_ports() -> None:
    for shipment in SHIPMENTS:
        initials, order, port, cartons, origin = shipment.marks
        assert initials == "".join(word[0] for word in shipment.buyer.name.split()[:3])
        assert order == shipment.purchase_order
        assert shipment.carriage.destination_printed.startswith(port)
        assert cartons == f"C/NO. 1-{shipment.packages}"
        assert origin.startswith("MADE IN ")


def test_a_sector_that_is_asked_for_is_drawn_or_refused() -> None:
    drawn = [
        draw_consignment("C01", voyage(number), Wanted(branded, "footwear"), Stream("sector", number))
        for number in range(30)
        for branded in (False, True)
    ]
    found = [shipment for shipment in drawn if shipment is not None]
    assert len(found) >= 30
    plain = [shipment for shipment in found if shipment.brand is None]
    assert {line.sector for shipment in plain for line in shipment.goods} == {"footwear"}


def test_a_shipment_depends_on_its_own_stream_alone() -> None:
    sailing = voyage(1)
    first = draw_consignment("C01", sailing, Wanted(), Stream("own", 1))
    for number in range(20):
        draw_consignment("C01", sailing, Wanted(True), Stream("other", number))
    assert draw_consignment("C01", sailing, Wanted(), Stream("own", 1)) == first
    assert draw_consignment("C01", sailing, Wanted(), Stream("own", 2)) != first


@pytest.mark.slow
def test_containers_bands_and_dates_of_many_shipments() -> None:
    for number in range(COUNT, 3000):
        shipment = consignment(number, branded=number % 2 == 1)
        for container in shipment.containers:
            cubic_metres, payload = ROOM[container.type]
            volume = sum(load * line.package_volume for load, line in zip(container.loads, shipment.goods, strict=True))
            assert volume <= cubic_metres * 1_000_000
            assert shipment.container_grams(container) <= payload * 1000
        for line in shipment.goods:
            low, high = band(line)
            assert low <= line.unit_price <= high
        assert shipment.on_board <= shipment.issue_date <= shipment.carriage.arrival
        assert max(len(line) for party in parties(shipment) for line in (party.name, *party.address)) <= 60
