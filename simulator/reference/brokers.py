"""Customs brokers (agentes aduanales) at the Mexican ports and airports, invented."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference import airports, ports
from simulator.reference.fields import PlaceCode, Printed, Telephone, Text
from simulator.reference.tables import DATA, keyed, read_toml, require


class Broker(msgspec.Struct, frozen=True):
    """A customs broker's firm at ``port``, which may be an airport; ``patente`` is the number of the broker's licence."""

    name: Printed
    port: PlaceCode
    patente: Annotated[str, msgspec.Meta(pattern=r"^\d{4}$")]
    address: tuple[Text, ...]
    telephone: Telephone


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    brokers: tuple[Broker, ...]


@cache
def brokers(folder: Path = DATA) -> dict[str, Broker]:
    """Return the brokers by patente; raise ``BrokenData`` when ``brokers.toml`` is wrong."""
    path = folder / "brokers.toml"
    found = keyed(read_toml(path, _File).brokers, lambda broker: broker.patente, path)
    wanted = ports.destinations(folder) | airports.destinations(folder)
    odd = wanted.symmetric_difference(broker.port for broker in found.values())
    require(not odd, path, "brokers", f"one or more at each place of arrival, none elsewhere; odd: {', '.join(sorted(odd))}")
    return found
