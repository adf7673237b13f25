"""Cargo agents of the airlines, invented: who stands in box 6 of an air waybill."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.numbers import is_air_agent_code
from simulator.reference.airports import airports
from simulator.reference.fields import Country, Iata, Printed
from simulator.reference.tables import DATA, keyed, read_toml, require


class AirAgent(msgspec.Struct, frozen=True):
    """A cargo agent and the airports from which it sends goods; ``iata_code`` is seven digits and a check digit."""

    name: Printed
    city: Printed
    airports: tuple[Iata, ...]
    country: Country
    iata_code: Annotated[str, msgspec.Meta(pattern=r"^\d{8}$")]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    air_agents: tuple[AirAgent, ...]


@cache
def air_agents(folder: Path = DATA) -> dict[str, AirAgent]:
    """Return the cargo agents by IATA code; raise ``BrokenData`` when ``air_agents.toml`` is wrong."""
    path = folder / "air_agents.toml"
    found = keyed(read_toml(path, _File).air_agents, lambda agent: agent.iata_code, path)
    for agent in found.values():
        require(is_air_agent_code(agent.iata_code), path, agent.name, f"the check digit of {agent.iata_code} is wrong")
    origins = {airport.country for airport in airports(folder).values() if airport.role == "origin"}
    odd = origins.symmetric_difference(agent.country for agent in found.values())
    require(not odd, path, "air_agents", f"each country of origin needs one, no other; odd: {', '.join(sorted(odd))}")
    _at_airports(found, folder, path)
    return found


def _at_airports(agents: dict[str, AirAgent], folder: Path, path: Path) -> None:
    """Refuse an agent at an airport of another country, and an origin at which nobody issues waybills."""
    countries = {airport.iata: airport.country for airport in airports(folder).values() if airport.role == "origin"}
    for agent in agents.values():
        strange = [code for code in agent.airports if countries.get(code) != agent.country]
        require(not strange, path, agent.name, f"its airports are origins of its own country, not {', '.join(strange)}")
    bare = sorted(set(countries) - {code for agent in agents.values() for code in agent.airports})
    require(not bare, path, "air_agents", f"each airport of origin needs an agent; none at {', '.join(bare)}")
