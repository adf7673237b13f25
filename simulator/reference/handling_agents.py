"""Handling agents at the Mexican airports, invented: who keeps the airlines' cargo in bond."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference.airports import destinations
from simulator.reference.fields import Iata, Identifier, Printed, Telephone, Text
from simulator.reference.tables import DATA, keyed, read_toml, require


class HandlingAgent(msgspec.Struct, frozen=True):
    """A firm's store at one airport."""

    id: Identifier
    airport: Iata
    name: Printed
    address: Annotated[tuple[Text, ...], msgspec.Meta(min_length=2)]
    telephone: Telephone


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    handling_agents: tuple[HandlingAgent, ...]


@cache
def handling_agents(folder: Path = DATA) -> dict[str, HandlingAgent]:
    """Return the handling agents by id; raise ``BrokenData`` when ``handling_agents.toml`` is wrong."""
    path = folder / "handling_agents.toml"
    found = keyed(read_toml(path, _File).handling_agents, lambda agent: agent.id, path)
    odd = destinations(folder).symmetric_difference(agent.airport for agent in found.values())
    require(not odd, path, "handling_agents", f"each airport of arrival needs one, no other; odd: {', '.join(sorted(odd))}")
    return found
