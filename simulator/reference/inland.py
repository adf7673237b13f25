"""Inland cities, which can be places of receipt and never ports of loading."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from simulator.reference.countries import countries
from simulator.reference.fields import Country, Printed
from simulator.reference.ports import ports
from simulator.reference.tables import DATA, keyed, read_csv, require


class InlandPlace(msgspec.Struct, frozen=True):
    """A city without a seaport, as papers print it."""

    printed: Printed
    country: Country


@cache
def inland_places(folder: Path = DATA) -> dict[str, InlandPlace]:
    """Return the cities by printed name, those that have a code in ``ports.csv`` among them.

    Raise ``BrokenData`` when ``inland.csv`` is wrong.
    """
    path = folder / "inland.csv"
    found = keyed(read_csv(path, InlandPlace), lambda place: place.printed, path)
    seaports = {port.printed for port in ports(folder).values() if port.role != "inland"}
    for place in found.values():
        require(place.country in countries(folder), path, place.printed, "its country is not in countries.csv")
        require(place.printed not in seaports, path, place.printed, "ports.csv knows it as a port")
    coded = [port for port in ports(folder).values() if port.role == "inland"]
    return {port.printed: InlandPlace(port.printed, port.country) for port in coded} | found
