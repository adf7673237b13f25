"""Lanes by air: how far it is from an origin to a Mexican airport, directly or by way of a hub."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference.airports import airports
from simulator.reference.fields import Iata, Positive
from simulator.reference.tables import DATA, keyed, read_csv, require


class AirLane(msgspec.Struct, frozen=True):
    """A way by air; ``kilometres`` is the whole way, ``hub_hours`` the hours of waiting at the hub ``via``.

    ``main`` marks the ordinary way between the two airports.
    """

    origin: Iata
    destination: Iata
    kilometres: Positive
    via: Iata | None = None
    hub_hours: Annotated[int, msgspec.Meta(ge=0, le=72)] = 0
    main: bool = False


@cache
def air_lanes(folder: Path = DATA) -> tuple[AirLane, ...]:
    """Return all lanes by air; raise ``BrokenData`` when ``air_lanes.csv`` is wrong."""
    path = folder / "air_lanes.csv"
    found = read_csv(path, AirLane)
    keyed(found, place, path)
    for lane in found:
        _check(lane, path, folder)
    return found


def place(lane: AirLane) -> str:
    """Return the lane's name in messages: its airports in order."""
    return "-".join(airport for airport in (lane.origin, lane.via, lane.destination) if airport)


def _check(lane: AirLane, path: Path, folder: Path) -> None:
    known = airports(folder)
    for code, role in ((lane.origin, "origin"), (lane.destination, "destination")):
        require(code in known and known[code].role == role, path, place(lane), f"{code} is no {role} in airports.csv")
    hub = lane.via is None or (lane.via in known and known[lane.via].role in ("hub", "origin"))
    require(hub, path, place(lane), f"{lane.via} is no hub in airports.csv")
    require(lane.via not in (lane.origin, lane.destination), path, place(lane), "the hub lies between the two airports")
    require((lane.via is None) == (lane.hub_hours == 0), path, place(lane), "hours of waiting belong to a hub")
