"""Mexican states with the first digits of their postcodes, and the towns' telephone area codes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference.fields import Printed
from simulator.reference.tables import DATA, fault, keyed, read_csv, require

Digits = Annotated[str, msgspec.Meta(pattern=r"^\d{2}$")]


class State(msgspec.Struct, frozen=True):
    """A state as printed in addresses of 2009; its postcodes begin with ``first`` to ``last`` (two digits)."""

    printed: Printed
    name: Printed
    first: Digits
    last: Digits


class Town(msgspec.Struct, frozen=True):
    """A town with its state and telephone area code (numbering plan in force in 2009)."""

    city: Printed
    state: Printed
    area_code: Annotated[str, msgspec.Meta(pattern=r"^\d{2,3}$")]


@cache
def states(folder: Path = DATA) -> dict[str, State]:
    """Return the states by printed name; raise ``BrokenData`` when ``mexican_states.csv`` is wrong."""
    path = folder / "mexican_states.csv"
    return keyed(read_csv(path, State), lambda state: state.printed, path)


@cache
def towns(folder: Path = DATA) -> dict[str, Town]:
    """Return the towns by city; raise ``BrokenData`` when ``mexican_towns.csv`` is wrong."""
    path = folder / "mexican_towns.csv"
    found = keyed(read_csv(path, Town), lambda town: town.city, path)
    for town in found.values():
        require(town.state in states(folder), path, town.city, f"{town.state} is not in mexican_states.csv")
    return found


def postcode_fits(postcode: str, state: State) -> bool:
    """Tell whether a postcode (or its pattern) begins with digits of the state."""
    return state.first <= postcode[:2] <= state.last


def check_place(lines: tuple[str, ...], city: str, state: str, path: Path, place: str, folder: Path) -> None:
    """Raise ``BrokenData`` unless the address's C.P. belongs to the state, and the state to the city."""
    town = towns(folder).get(city)
    if town is None:
        raise fault(path, place, f"{city} is not in mexican_towns.csv")
    require(town.state == state, path, place, f"{city} lies in {town.state}, not in {state}")
    postcode = re.search(r"C\.P\. (\d{5})\b", " ".join(lines))
    if postcode is None:
        raise fault(path, place, "the address has no C.P. with five digits")
    require(postcode_fits(postcode[1], states(folder)[state]), path, place, f"C.P. {postcode[1]} is not of {state}")
