"""Flights and what flies: ways, days, numbers with their check digits, charges."""

from __future__ import annotations

import pytest

from simulator.randomness import Stream
from simulator.reference.air_agents import air_agents
from simulator.reference.air_lanes import air_lanes, place
from simulator.reference.airlines import airlines
from simulator.reference.airports import airports
from simulator.reference.handling_agents import handling_agents
from simulator.trade.consignments import Wanted, draw_consignment
from simulator.trade.facts import Consignment, Flight
from simulator.trade.flights import days_on_the_way, draw_flight
from trade.drawing import DESK_DATE

FLIGHTS = [draw_flight("flight-1", DESK_DATE, Stream("tests", "flight", number)) for number in range(300)]


def shipments() -> list[Consignment]:
    drawn = (
        draw_consignment("C01", flight, Wanted(branded=number % 2 == 1), Stream("tests", "flown", number))
        for number, flight in enumerate(FLIGHTS)
    )
    return [each for each in drawn if each is not None]


SHIPMENTS = shipments()


@pytest.mark.parametrize(
    ("lane", "days"),
    [
        # 12918 km at 830 km/h are 15.6 hours; 10 of waiting make 25.6: the next day and one more.
        ("PVG-ICN-MEX", 2),
        # 15026 km are 18.1 hours; 36 of waiting make 54.1.
        ("PVG-HKG-GDL", 3),
    ],
)
def test_days_on_the_way_by_hand(lane: str, days: int) -> None:
    (found,) = (each for each in air_lanes() if place(each) == lane)
    assert days_on_the_way(found) == days


def test_a_flight_is_an_airlines_own_on_a_lane_of_its_own() -> None:
    ways = {(lane.origin, lane.via, lane.destination) for lane in air_lanes()}
    for flight in FLIGHTS:
        airline = airlines()[flight.carrier]
        assert (flight.prefix, flight.designator, flight.carrier_name) == (airline.prefix, airline.designator, airline.name)
        assert flight.number.startswith(f"{airline.designator} ")
        assert (flight.origin, flight.via, flight.destination) in ways
        assert flight.departure < flight.arrival <= flight.papers_in <= DESK_DATE
        assert (DESK_DATE - flight.arrival).days <= 2


def test_the_handling_agent_keeps_a_store_at_the_airport_of_arrival() -> None:
    for flight in FLIGHTS:
        (agent,) = (each for each in handling_agents().values() if each.address == flight.agent.address)
        assert agent.airport == flight.destination


def test_every_airport_and_airline_is_seen() -> None:
    assert {flight.origin for flight in FLIGHTS} == {each.iata for each in airports().values() if each.role == "origin"}
    assert {flight.destination for flight in FLIGHTS} == {lane.destination for lane in air_lanes()}
    assert {flight.carrier for flight in FLIGHTS} == set(airlines())


def test_a_waybill_has_its_airlines_prefix_and_a_check_digit() -> None:
    numbers = set()
    for shipment in SHIPMENTS:
        assert isinstance(shipment.carriage, Flight)
        prefix, serial = shipment.bill_number.split("-")
        assert prefix == shipment.carriage.prefix
        assert len(serial) == 8
        # The eighth digit is the rest of the first seven divided by seven.
        assert int(serial[:7]) % 7 == int(serial[7])
        numbers.add(shipment.bill_number)
    assert len(numbers) == len(SHIPMENTS) > 200


def test_values_for_carriage_are_none_or_the_invoices_and_a_tenth_at_most() -> None:
    """Most shippers declare none; the others what the goods cost, or that and a tenth; customs is told as often as not."""
    declared = [shipment.air.for_carriage for shipment in SHIPMENTS if shipment.air is not None]
    told = [shipment.air.for_customs for shipment in SHIPMENTS if shipment.air is not None]
    assert {percent for percent in declared if percent is not None} == {100, 105, 110}
    assert 0.7 < declared.count(None) / len(SHIPMENTS) < 0.9
    assert 0.4 < sum(told) / len(SHIPMENTS) < 0.6


def test_what_flies_is_small_direct_and_in_no_container() -> None:
    for shipment in SHIPMENTS:
        assert shipment.air is not None
        assert not shipment.containers
        assert not shipment.consignee.is_order
        assert shipment.origin_country == shipment.shipper.country == shipment.carriage.origin_country
        assert (shipment.seller.country == shipment.origin_country) == (shipment.exporter is None)
        assert shipment.pallets is None
        # FOB and CIF are written on papers of air freight every day, the other terms of the sea are not.
        assert shipment.terms.incoterm not in {"FAS", "CFR", "DES", "DEQ"}
        assert "B/L" not in shipment.terms.payment
        assert "L/C" not in shipment.terms.payment
        assert shipment.gross_grams < 2_000_000


def test_the_agent_issues_waybills_at_the_airport_of_departure() -> None:
    for shipment in SHIPMENTS:
        assert shipment.air is not None
        assert shipment.carriage.origin in air_agents()[shipment.air.agent_code].airports


def test_half_of_the_waybills_keep_their_charges_to_themselves() -> None:
    arranged = [shipment.air.arranged for shipment in SHIPMENTS if shipment.air]
    assert 0.4 < sum(arranged) / len(arranged) < 0.6


def test_the_weight_that_is_charged_is_the_greater_up_to_the_next_half_kilogram() -> None:
    dense = bulky = 0
    for shipment in SHIPMENTS:
        charged = shipment.chargeable_grams
        by_weight, by_volume = shipment.gross_grams, shipment.volume / 6
        assert charged % 500 == 0
        assert 0 <= charged - max(by_weight, by_volume) < 500
        assert shipment.air is not None
        assert shipment.rate_class == ("Q" if charged >= 45_000 else "N")
        # The charge comes out in whole cents.
        assert charged * shipment.air.rate % 1000 == 0
        dense += by_weight > by_volume
        bulky += by_volume > by_weight
    assert min(dense, bulky) > 20
