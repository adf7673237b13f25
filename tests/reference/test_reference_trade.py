"""Ports, lanes, carriers, ships, parties: real where they must be real, invented where they must be invented."""

from __future__ import annotations

import re

import pytest
from faker import Faker
from stdnum import imo

from simulator.reference.air_lanes import air_lanes
from simulator.reference.airline_prefixes import assigned_airline_prefixes
from simulator.reference.airlines import airlines
from simulator.reference.airports import airports
from simulator.reference.brands import brands
from simulator.reference.brokers import brokers
from simulator.reference.carriers import carriers
from simulator.reference.container_prefixes import assigned_prefixes
from simulator.reference.containers import container_types
from simulator.reference.countries import countries
from simulator.reference.forwarders import forwarders
from simulator.reference.goods import goods, sectors
from simulator.reference.handling_agents import handling_agents
from simulator.reference.incoterms import incoterms
from simulator.reference.lanes import lanes
from simulator.reference.packages import packages
from simulator.reference.parties import CountryParties, parties
from simulator.reference.ports import ports
from simulator.reference.states import postcode_fits, states, towns
from simulator.reference.vessels import vessels

ORIGINS = {
    *("CNNGB", "CNSHA", "CNYTN", "CNTAO", "TWKHH", "KRPUS", "JPYOK", "VNSGN", "VNHPH", "THLCH", "IDJKT", "INNSA", "INMAA"),
    *("DEHAM", "DEBRV", "ITGOA", "ESVLC", "TRIZM", "BRSSZ", "COCTG", "COBUN"),
}
OFFICES = {"MXZLO": "160", "MXVER": "430", "MXLZC": "510", "MXATM": "810", "MXESE": "110"}
"""The Mexican ports at which voyages end, with the customs office of each."""
SPANISH = {"CO", "ES", "MX"}
each_country = pytest.mark.parametrize("record", parties().values(), ids=lambda record: record.country)


def test_origins_and_offices() -> None:
    assert {port.locode for port in ports().values() if port.role == "origin"} == ORIGINS
    assert {port.locode: port.customs_office for port in ports().values() if port.role == "destination"} == OFFICES
    assert len(ports()) >= 120
    assert all(port.customs_office for port in ports().values() if port.country == "MX")
    assert ports()["CNNGB"].printed == "NINGBO, CHINA"


def test_every_hub_is_used_and_every_origin_reaches_the_ports_of_its_side() -> None:
    assert {port.locode for port in ports().values() if port.role == "hub"} <= {lane.via for lane in lanes()}
    direct = {(lane.origin, lane.destination) for lane in lanes() if lane.via is None}
    assert {origin for origin, _ in direct} == ORIGINS
    for origin in ORIGINS:
        reached = {port for start, port in direct if start == origin}
        # Nobody sails from an Atlantic port to Ensenada.
        assert {"MXZLO", "MXVER", "MXLZC", "MXATM"} <= reached <= set(OFFICES), origin
    assert {port for _, port in direct} == set(OFFICES)
    assert {lane.origin for lane in lanes() if lane.main} == ORIGINS


def test_a_way_by_a_hub_is_never_shorter() -> None:
    direct = {(lane.origin, lane.destination): lane.nautical_miles for lane in lanes() if lane.via is None}
    for lane in lanes():
        assert lane.nautical_miles >= direct[lane.origin, lane.destination]
        assert 3 <= lane.nautical_miles / 24 / 16 <= 32


def test_carriers_are_invented() -> None:
    assert len(carriers()) == 15
    assert len({carrier.bill_number for carrier in carriers().values()}) == 15
    assert len(assigned_prefixes()) > 600
    for carrier in carriers().values():
        assert not assigned_prefixes().intersection(carrier.container_prefixes)


def test_vessels_are_invented_and_well_numbered() -> None:
    assert len(vessels()) == 40
    assert {vessel.carrier for vessel in vessels().values()} == set(carriers())
    for vessel in vessels().values():
        assert imo.is_valid(vessel.imo)
        assert vessel.imo[0] in "234"


def test_airports_reach_the_mexican_ones_that_receive_cargo() -> None:
    assert len(airports()) >= 60
    assert airports()["MEX"].customs_office == "470"
    arrivals = {airport.iata for airport in airports().values() if airport.role == "destination"}
    assert {lane.destination for lane in air_lanes()} == arrivals >= {"MEX", "GDL", "MTY"}
    origins = {airport.iata for airport in airports().values() if airport.role == "origin"}
    assert {lane.origin for lane in air_lanes()} == {lane.origin for lane in air_lanes() if lane.main} == origins


def test_airlines_are_invented() -> None:
    assert len(airlines()) == 12
    assert len(assigned_airline_prefixes()) > 600
    assert not assigned_airline_prefixes() & {airline.prefix for airline in airlines().values()}
    # Two letters belong to real airlines; of ours one character is a digit.
    assert all(re.fullmatch(r"[A-Z]\d|\d[A-Z]", airline.designator) for airline in airlines().values())


def test_there_are_goods_forwarders_and_agents_enough() -> None:
    assert len(goods()) >= 150
    assert len(sectors()) >= 14
    assert len(forwarders()) >= 10
    assert sum(kind.plain for kind in goods().values()) > len(goods()) / 2


def test_every_country_named_is_known() -> None:
    named = {port.country for port in ports().values()} | {vessel.flag for vessel in vessels().values()}
    named |= {brand.owner_country for brand in brands().values()} | set(parties())
    assert named <= set(countries())
    assert countries()["PA"].name.text("es") == "PANAMA"


def test_packages_and_terms() -> None:
    assert packages()["CT"].words(2).es == "CAJAS"
    assert packages()["CT"].words(1).en == "CARTON"
    assert {kind.package for kind in goods().values()} <= set(packages())
    assert {"22G1", "42G1", "45G1"} == set(container_types())
    in_2000 = {term.code for term in incoterms().values() if 2000 in term.editions}
    in_2020 = {term.code for term in incoterms().values() if 2020 in term.editions}
    assert len(in_2000) == 13
    assert len(in_2020) == 11
    assert {term.code for term in incoterms().values() if term.freight == "collect"} == {"EXW", "FCA", "FAS", "FOB"}


def test_parties_of_every_origin_and_of_mexico() -> None:
    assert set(parties()) == {ports()[origin].country for origin in ORIGINS} | {"MX"}
    assert {airport.country for airport in airports().values() if airport.role == "origin"} <= set(parties())
    first_words = [word for record in parties().values() for word in record.first_words]
    assert len(set(first_words)) == len(first_words)


@each_country
def test_words_are_ascii_and_complete(record: CountryParties) -> None:
    assert len(record.first_words) >= 25
    assert record.language == ("es" if record.country in SPANISH else "en")
    for sector in sectors():
        assert record.business_words(sector)
    for word in record.first_words:
        assert word.replace("Ñ", "N").isascii()


@each_country
def test_streets_and_persons_exist(record: CountryParties) -> None:
    if record.faker_locale is None:
        assert record.persons
    else:
        Faker(record.faker_locale).street_name()


def test_every_mexican_postcode_is_of_its_state() -> None:
    for city in parties()["MX"].cities:
        assert postcode_fits(city.postcode, states()[city.region])
        assert towns()[city.name].state == city.region
        assert len(re.sub(r"[^\d#]", "", city.telephone)) == 12
    assert len({city.name for city in parties()["MX"].cities}) >= 12
    assert len({city.region for city in parties()["MX"].cities}) >= 9
    assert "MEXICO, D.F." in {city.locality for city in parties()["MX"].cities}


def test_addresses_in_other_files_are_of_their_state() -> None:
    lines = [line for carrier in carriers().values() for agent in carrier.agents.values() for line in agent.address]
    lines += [line for broker in brokers().values() for line in broker.address]
    lines += [line for agent in handling_agents().values() for line in agent.address]
    placed = [re.fullmatch(r"C\.P\. (\d{5}), ([A-Z ]+), (.+)", line) for line in lines if "C.P." in line]
    # One agent of each carrier at each port, one broker's firm each, one handling agent at each airport.
    assert len(placed) == len(OFFICES) * len(carriers()) + len(brokers()) + len(handling_agents())
    for match in placed:
        assert match is not None
        assert towns()[match[2]].state == match[3]
        assert postcode_fits(match[1], states()[match[3]])


def test_no_invented_name_stands_twice() -> None:
    names = [maker.name for brand in brands().values() for maker in brand.makers]
    names += [licensee.name for brand in brands().values() for licensee in brand.licensees]
    names += [brand.owner for brand in brands().values()] + [broker.name for broker in brokers().values()]
    assert len(set(names)) == len(names)
    coined = {word for record in parties().values() for word in record.first_words}
    assert not any(word in name for word in coined for name in names)
