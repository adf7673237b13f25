"""Sea ports: origins, hubs, the Mexican ports with their customs offices, and others that people look up."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from simulator.reference.countries import countries
from simulator.reference.fields import Country, CustomsOffice, Degrees, Locode, Printed, Text
from simulator.reference.tables import DATA, keyed, read_csv, require

Role = Literal["origin", "hub", "destination", "other", "inland"]
"""Whether voyages of this world begin, break or end there; other ports see none; inland towns are no ports at all."""


class Port(msgspec.Struct, frozen=True):
    """A port; ``printed`` is its name on trade papers, coordinates are degrees north and east.

    ``role`` tells whether voyages of this world begin, break or end here; ``customs_office`` is the aduana's code,
    for Mexican ports only.
    """

    locode: Locode
    country: Country
    name: Text
    printed: Printed
    latitude: Degrees
    longitude: Degrees
    role: Role
    customs_office: CustomsOffice | None = None


@cache
def ports(folder: Path = DATA) -> dict[str, Port]:
    """Return the ports by UN/LOCODE; raise ``BrokenData`` when ``ports.csv`` is wrong."""
    path = folder / "ports.csv"
    found = keyed(read_csv(path, Port), lambda port: port.locode, path)
    for port in found.values():
        _check(port, path, folder)
    return found


def destinations(folder: Path = DATA) -> frozenset[str]:
    """Return the codes of the Mexican ports at which voyages end."""
    return frozenset(port.locode for port in ports(folder).values() if port.role == "destination")


def _check(port: Port, path: Path, folder: Path) -> None:
    mexican = port.country == "MX"
    require(port.country in countries(folder), path, port.locode, "its country is not in countries.csv")
    require(port.locode.startswith(port.country), path, port.locode, "code and country differ")
    require((port.customs_office is not None) == mexican, path, port.locode, "a Mexican port has an office")
    require(not mexican or port.role in ("destination", "other"), path, port.locode, "no voyage begins in Mexico")
    require(mexican or port.role != "destination", path, port.locode, "destinations are Mexican ports")
