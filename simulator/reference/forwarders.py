"""International freight forwarders (agentes de carga), invented."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from simulator.reference.countries import countries
from simulator.reference.fields import Country, Identifier, Printed, Telephone, Text
from simulator.reference.tables import DATA, keyed, read_toml, require


class Forwarder(msgspec.Struct, frozen=True):
    """A freight forwarder; ``address`` are the lines under its name."""

    id: Identifier
    name: Printed
    address: tuple[Text, ...]
    city: Printed
    country: Country
    telephone: Telephone


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    forwarders: tuple[Forwarder, ...]


@cache
def forwarders(folder: Path = DATA) -> dict[str, Forwarder]:
    """Return the forwarders by id; raise ``BrokenData`` when ``forwarders.toml`` is wrong."""
    path = folder / "forwarders.toml"
    found = keyed(read_toml(path, _File).forwarders, lambda forwarder: forwarder.id, path)
    for forwarder in found.values():
        require(forwarder.country in countries(folder), path, forwarder.id, "its country is not in countries.csv")
    return found
