"""Airports, lanes, airlines and agents of the air: real where they must be real, invented where they must be invented."""

from __future__ import annotations

from collections import Counter

import pytest

from simulator.numbers import is_air_agent_code
from simulator.reference.air_agents import air_agents
from simulator.reference.air_lanes import AirLane, air_lanes
from simulator.reference.airline_prefixes import assigned_airline_prefixes
from simulator.reference.airlines import Airline, airlines
from simulator.reference.airports import airports, destinations
from simulator.reference.countries import countries
from simulator.reference.handling_agents import handling_agents
from simulator.reference.ports import ports

OFFICES = {"MEX": "470", "GDL": "480", "MTY": "521", "CUN": "530", "QRO": "640", "TLC": "650"}
each_airline = pytest.mark.parametrize("airline", airlines().values(), ids=lambda airline: airline.id)


def test_airports_and_offices() -> None:
    assert len(airports()) >= 60
    assert destinations() == set(OFFICES)
    for iata, office in OFFICES.items():
        assert airports()[iata].customs_office == office
    assert airports()["MEX"].printed == "MEXICO CITY, MEXICO"


def test_flights_begin_in_the_countries_where_voyages_do() -> None:
    flown = {airport.country for airport in airports().values() if airport.role == "origin"}
    assert flown == {port.country for port in ports().values() if port.role == "origin"}


def test_every_origin_reaches_every_airport_and_every_hub_is_used() -> None:
    origins = {airport.iata for airport in airports().values() if airport.role == "origin"}
    assert {(lane.origin, lane.destination) for lane in air_lanes()} == {(a, b) for a in origins for b in OFFICES}
    assert {airport.iata for airport in airports().values() if airport.role == "hub"} <= {lane.via for lane in air_lanes()}
    main = Counter((lane.origin, lane.destination) for lane in air_lanes() if lane.main)
    assert set(main.values()) == {1}
    assert len(main) == len(origins) * len(OFFICES)


@pytest.mark.parametrize(
    ("origin", "destination", "kilometres"), [("FRA", "MEX", 9560), ("BOG", "MEX", 3180), ("NRT", "MEX", 11270)]
)
def test_distances_are_those_of_the_globe(origin: str, destination: str, kilometres: int) -> None:
    direct = [lane for lane in air_lanes() if (lane.origin, lane.via, lane.destination) == (origin, None, destination)]
    assert [lane.kilometres for lane in direct] == [pytest.approx(kilometres, rel=0.01)]


def test_a_way_by_a_hub_is_never_shorter() -> None:
    direct = {(lane.origin, lane.destination): lane.kilometres for lane in air_lanes() if lane.via is None}
    for lane in air_lanes():
        assert lane.kilometres >= direct.get((lane.origin, lane.destination), 0)
        assert 2000 < lane.kilometres < 20000


def test_airlines_are_invented() -> None:
    assert len(airlines()) == 12
    assert len(assigned_airline_prefixes()) > 700
    assert not assigned_airline_prefixes() & {airline.prefix for airline in airlines().values()}
    assert {airline.country for airline in airlines().values()} <= set(countries())


@each_airline
def test_an_airline_flies_from_its_hub(airline: Airline) -> None:
    flown: list[AirLane] = [lane for lane in air_lanes() if airline.flies(lane)]
    assert {lane.destination for lane in flown} <= set(airline.handling_agents)
    assert len(flown) >= 5
    assert "#" in airline.flight_number
    assert {"#", "@"} & set(airline.registration)


def test_every_airport_has_handling_agents() -> None:
    stores = Counter(agent.airport for agent in handling_agents().values())
    assert set(stores) == set(OFFICES)
    assert min(stores.values()) >= 2


def test_cargo_agents_have_valid_codes() -> None:
    for agent in air_agents().values():
        assert is_air_agent_code(agent.iata_code)


def test_cargo_agents_sit_in_the_region_of_their_airports() -> None:
    """No agent of Shenzhen issues a waybill for Beijing: at most some 150 kilometres by road, a degree and a half."""
    by_city = {airport.city: airport for airport in airports().values() if airport.role == "origin"}
    for agent in air_agents().values():
        home = by_city[agent.city]
        assert home.iata in agent.airports
        for airport in (airports()[code] for code in agent.airports):
            assert abs(airport.latitude - home.latitude) + abs(airport.longitude - home.longitude) < 1.5, agent.name
