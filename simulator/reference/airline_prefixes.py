"""Prefixes of air waybills in use, which invented airlines must avoid."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference.tables import DATA, read_csv

AirlinePrefix = Annotated[str, msgspec.Meta(pattern=r"^\d{3}$")]
"""The three digits with which an airline's waybills begin."""


class AssignedPrefix(msgspec.Struct, frozen=True):
    """A prefix that a real airline holds."""

    prefix: AirlinePrefix


@cache
def assigned_airline_prefixes(folder: Path = DATA) -> frozenset[str]:
    """Return the prefixes in use; raise ``BrokenData`` when ``assigned_airline_prefixes.csv`` is wrong."""
    return frozenset(row.prefix for row in read_csv(folder / "assigned_airline_prefixes.csv", AssignedPrefix))
