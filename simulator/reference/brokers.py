"""Customs brokers (agentes aduanales) at the Mexican ports, invented."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference.fields import Locode, Printed, Telephone, Text
from simulator.reference.ports import ports
from simulator.reference.tables import DATA, keyed, read_toml, require


class Broker(msgspec.Struct, frozen=True):
    """A customs broker's firm at ``port``; ``patente`` is the number of the broker's licence."""

    name: Printed
    port: Locode
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
    mexican = {port.locode for port in ports(folder).values() if port.country == "MX"}
    served = {broker.port for broker in found.values()}
    require(served == mexican, path, "brokers", f"each of {', '.join(sorted(mexican))} needs a broker, no other port")
    return found
