"""Sea ports: origins, hubs and the Mexican ports with their customs offices."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference.countries import countries
from simulator.reference.fields import Country, Locode, Printed, Text
from simulator.reference.tables import DATA, keyed, read_csv, require


class Port(msgspec.Struct, frozen=True):
    """A port; ``printed`` is its name on trade papers, coordinates are degrees north and east.

    ``role`` tells whether voyages of this world begin, break or end here; ``customs_office`` is the aduana's code
    (Anexo 22, Apéndice 1), for Mexican ports only.
    """

    locode: Locode
    country: Country
    name: Text
    printed: Printed
    latitude: Annotated[float, msgspec.Meta(ge=-90, le=90)]
    longitude: Annotated[float, msgspec.Meta(ge=-180, le=180)]
    role: Annotated[str, msgspec.Meta(pattern="^(origin|hub|destination)$")]
    customs_office: Annotated[str, msgspec.Meta(pattern=r"^\d{3}$")] | None = None


@cache
def ports(folder: Path = DATA) -> dict[str, Port]:
    """Return the ports by UN/LOCODE; raise ``BrokenData`` when ``ports.csv`` is wrong."""
    path = folder / "ports.csv"
    found = keyed(read_csv(path, Port), lambda port: port.locode, path)
    for port in found.values():
        _check(port, path, folder)
    return found


def _check(port: Port, path: Path, folder: Path) -> None:
    mexican = port.country == "MX"
    require(port.country in countries(folder), path, port.locode, "its country is not in countries.csv")
    require(port.locode.startswith(port.country), path, port.locode, "code and country differ")
    require((port.customs_office is not None) == mexican, path, port.locode, "a Mexican port has an office")
    require((port.role == "destination") == mexican, path, port.locode, "destinations are the Mexican ports")
