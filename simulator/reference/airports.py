"""Airports: origins, hubs, the Mexican airports with their customs offices, and others that people look up."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from simulator.reference.countries import countries
from simulator.reference.fields import Country, CustomsOffice, Degrees, Iata, Printed
from simulator.reference.tables import DATA, keyed, read_csv, require

Role = Literal["origin", "hub", "destination", "other"]
"""Whether flights of this world begin, break or end there; an origin may be a hub too."""


class Airport(msgspec.Struct, frozen=True):
    """An airport; ``printed`` is its name on waybills, coordinates are degrees north and east.

    ``customs_office`` is the aduana's code, for Mexican airports only.
    """

    iata: Iata
    country: Country
    city: Printed
    printed: Printed
    latitude: Degrees
    longitude: Degrees
    role: Role
    customs_office: CustomsOffice | None = None


@cache
def airports(folder: Path = DATA) -> dict[str, Airport]:
    """Return the airports by IATA code; raise ``BrokenData`` when ``airports.csv`` is wrong."""
    path = folder / "airports.csv"
    found = keyed(read_csv(path, Airport), lambda airport: airport.iata, path)
    for airport in found.values():
        mexican = airport.country == "MX"
        require(airport.country in countries(folder), path, airport.iata, "its country is not in countries.csv")
        require((airport.customs_office is not None) == mexican, path, airport.iata, "a Mexican airport has an office")
        fits = airport.role == "other" or (airport.role == "destination") == mexican
        require(fits, path, airport.iata, "destinations are Mexican airports, origins and hubs are not")
    return found


def destinations(folder: Path = DATA) -> frozenset[str]:
    """Return the codes of the Mexican airports at which flights end."""
    return frozenset(airport.iata for airport in airports(folder).values() if airport.role == "destination")
