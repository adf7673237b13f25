"""Container ships, invented; their IMO numbers begin with digits that no real ship has."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.numbers import is_imo_number
from simulator.reference.carriers import carriers
from simulator.reference.countries import countries
from simulator.reference.fields import Country, Identifier, Positive, Printed
from simulator.reference.tables import DATA, keyed, read_toml, require


class Vessel(msgspec.Struct, frozen=True):
    """A ship; ``carrier`` is its operator's id, ``teu`` its room, ``knots`` its service speed."""

    name: Printed
    imo: Annotated[str, msgspec.Meta(pattern=r"^[2-4]\d{6}$")]
    flag: Country
    call_sign: Annotated[str, msgspec.Meta(pattern=r"^[A-Z0-9]{4,6}$")]
    carrier: Identifier
    master: Printed
    teu: Positive
    knots: Annotated[int, msgspec.Meta(ge=14, le=18)]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    vessels: tuple[Vessel, ...]


@cache
def vessels(folder: Path = DATA) -> dict[str, Vessel]:
    """Return the vessels by IMO number; raise ``BrokenData`` when ``vessels.toml`` is wrong."""
    path = folder / "vessels.toml"
    found = keyed(read_toml(path, _File).vessels, lambda vessel: vessel.imo, path)
    keyed(found.values(), lambda vessel: vessel.name, path)
    for vessel in found.values():
        require(is_imo_number(vessel.imo), path, vessel.name, f"the check digit of IMO {vessel.imo} is wrong")
        require(vessel.flag in countries(folder), path, vessel.name, "its flag is not in countries.csv")
        require(vessel.carrier in carriers(folder), path, vessel.name, "its carrier is not in carriers.toml")
    idle = set(carriers(folder)) - {vessel.carrier for vessel in found.values()}
    require(not idle, path, "vessels", f"these carriers have no ship: {', '.join(sorted(idle))}")
    return found
