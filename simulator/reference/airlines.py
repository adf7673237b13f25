"""Airlines, invented, with the shapes of their numbers, their hubs and their handling agents in Mexico."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference.air_lanes import AirLane, air_lanes, place
from simulator.reference.airline_prefixes import AirlinePrefix, assigned_airline_prefixes
from simulator.reference.airports import airports, destinations
from simulator.reference.countries import countries
from simulator.reference.fields import Country, Iata, Identifier, NumberPattern, Printed, Text
from simulator.reference.handling_agents import handling_agents
from simulator.reference.tables import DATA, keyed, read_toml, require


class Airline(msgspec.Struct, frozen=True):
    """An airline; ``designator`` opens its flight numbers, ``prefix`` its waybills.

    ``registration`` is the shape of its aircraft's marks; ``handling_agents`` are ids by the Mexican airports that it
    serves.
    """

    id: Identifier
    name: Printed
    designator: Annotated[str, msgspec.Meta(pattern=r"^([A-Z]\d|\d[A-Z])$")]
    prefix: AirlinePrefix
    address: Annotated[tuple[Text, ...], msgspec.Meta(min_length=2)]
    country: Country
    hub: Iata
    flight_number: NumberPattern
    registration: NumberPattern
    handling_agents: dict[Iata, Identifier]

    def flies(self, lane: AirLane) -> bool:
        """Tell whether the airline flies a lane: it serves the destination, and its hub is one of the stops."""
        return lane.destination in self.handling_agents and self.hub in (lane.origin, lane.via, lane.destination)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    airlines: tuple[Airline, ...]


@cache
def airlines(folder: Path = DATA) -> dict[str, Airline]:
    """Return the airlines by id; raise ``BrokenData`` when ``airlines.toml`` is wrong."""
    path = folder / "airlines.toml"
    found = keyed(read_toml(path, _File).airlines, lambda airline: airline.id, path)
    for airline in found.values():
        _check(airline, path, folder)
    keyed(found.values(), lambda airline: airline.designator, path)
    keyed(found.values(), lambda airline: airline.prefix, path)
    for lane in air_lanes(folder):
        require(any(airline.flies(lane) for airline in found.values()), path, place(lane), "no airline flies this lane")
    return found


def _check(airline: Airline, path: Path, folder: Path) -> None:
    taken = airline.prefix in assigned_airline_prefixes(folder)
    require(not taken, path, airline.id, f"prefix {airline.prefix} belongs to a real airline; invent another")
    require(airline.country in countries(folder), path, airline.id, "its country is not in countries.csv")
    require(airline.hub in airports(folder), path, airline.id, f"its hub {airline.hub} is not in airports.csv")
    opens = airline.flight_number.startswith(f"{airline.designator} ")
    require(opens, path, airline.id, "its flight numbers begin with its designator")
    require(set(airline.handling_agents) <= destinations(folder), path, airline.id, "it serves airports of arrival only")
    for airport, agent in airline.handling_agents.items():
        known = handling_agents(folder)
        fits = agent in known and known[agent].airport == airport
        require(fits, path, airline.id, f"{agent} is no handling agent at {airport}")
