"""Ocean carriers, invented, with the shapes of their numbers and their agents in Mexico."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference.container_prefixes import ContainerPrefix, assigned_prefixes
from simulator.reference.countries import countries
from simulator.reference.fields import Country, Identifier, Locode, NumberPattern, Printed, Telephone, Text
from simulator.reference.ports import destinations
from simulator.reference.tables import DATA, fault, keyed, read_toml, require


class Agent(msgspec.Struct, frozen=True):
    """A ship's agent (agente naviero) at one port."""

    name: Printed
    address: Annotated[tuple[Text, ...], msgspec.Meta(min_length=2)]
    telephone: Telephone


class Carrier(msgspec.Struct, frozen=True):
    """An ocean carrier; ``code`` has the form of a SCAC, ``agents`` are by port of discharge."""

    id: Identifier
    name: Printed
    code: Annotated[str, msgspec.Meta(pattern="^[A-Z]{4}$")]
    address: Annotated[tuple[Text, ...], msgspec.Meta(min_length=2)]
    country: Country
    bill_number: NumberPattern
    voyage_number: NumberPattern
    container_prefixes: Annotated[tuple[ContainerPrefix, ...], msgspec.Meta(min_length=1)]
    agents: dict[Locode, Agent]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    carriers: tuple[Carrier, ...]


@cache
def carriers(folder: Path = DATA) -> dict[str, Carrier]:
    """Return the carriers by id; raise ``BrokenData`` when ``carriers.toml`` is wrong."""
    path = folder / "carriers.toml"
    found = keyed(read_toml(path, _File).carriers, lambda carrier: carrier.id, path)
    for carrier in found.values():
        _check(carrier, path, folder)
    _check_differ(tuple(found.values()), path)
    return found


def _check(carrier: Carrier, path: Path, folder: Path) -> None:
    taken = assigned_prefixes(folder).intersection(carrier.container_prefixes)
    require(not taken, path, carrier.id, f"{', '.join(sorted(taken))} belongs to a real owner; invent another")
    require(f"{carrier.code[:3]}U" not in assigned_prefixes(folder), path, carrier.id, "its code is a real owner's")
    require(set(carrier.agents) == destinations(folder), path, carrier.id, "it needs an agent at each port of discharge")
    require(carrier.country in countries(folder), path, carrier.id, "its country is not in countries.csv")


def _check_differ(found: tuple[Carrier, ...], path: Path) -> None:
    for number, carrier in enumerate(found):
        for other in found[:number]:
            if carrier.bill_number == other.bill_number or carrier.code == other.code:
                raise fault(path, carrier.id, f"its code and its bill's shape must differ from {other.id}'s")
            if set(carrier.container_prefixes) & set(other.container_prefixes):
                raise fault(path, carrier.id, f"it shares a container prefix with {other.id}")
