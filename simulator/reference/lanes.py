"""Sea lanes: how far it is from an origin to a Mexican port, directly or by way of a hub."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference.fields import Locode, Positive
from simulator.reference.ports import ports
from simulator.reference.tables import DATA, keyed, read_csv, require


class Lane(msgspec.Struct, frozen=True):
    """A way by sea; ``nautical_miles`` is the whole way, ``hub_days`` the days of waiting at the hub ``via``.

    ``main`` marks the ordinary way of trade between the two ports.
    """

    origin: Locode
    destination: Locode
    nautical_miles: Positive
    via: Locode | None = None
    hub_days: Annotated[int, msgspec.Meta(ge=0, le=14)] = 0
    main: bool = False


@cache
def lanes(folder: Path = DATA) -> tuple[Lane, ...]:
    """Return all lanes; raise ``BrokenData`` when ``lanes.csv`` is wrong."""
    path = folder / "lanes.csv"
    found = read_csv(path, Lane)
    keyed(found, place, path)
    for lane in found:
        _check(lane, path, folder)
    return found


@cache
def ways_between(origin: str, destination: str) -> tuple[Lane, ...]:
    """Return the lanes from one port to another, by whatever hub."""
    return tuple(lane for lane in lanes() if (lane.origin, lane.destination) == (origin, destination))


def place(lane: Lane) -> str:
    """Return the lane's name in messages: its ports in order."""
    return "-".join(port for port in (lane.origin, lane.via, lane.destination) if port)


def _check(lane: Lane, path: Path, folder: Path) -> None:
    known = ports(folder)
    for code, role in ((lane.origin, "origin"), (lane.destination, "destination")):
        require(code in known and known[code].role == role, path, place(lane), f"{code} is no {role} in ports.csv")
    require(lane.via is None or lane.via in known, path, place(lane), f"{lane.via} is not in ports.csv")
    require((lane.via is None) == (lane.hub_days == 0), path, place(lane), "days of waiting belong to a hub")
