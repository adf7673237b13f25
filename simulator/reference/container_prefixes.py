"""Container owner prefixes in use, which invented carriers must avoid."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference.tables import DATA, read_csv

ContainerPrefix = Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}U$")]
"""ISO 6346 owner code with the category U of freight containers."""


class AssignedPrefix(msgspec.Struct, frozen=True):
    """A prefix that a real owner holds; some owners' categories are J or Z."""

    prefix: Annotated[str, msgspec.Meta(pattern="^[A-Z]{4}$")]


@cache
def assigned_prefixes(folder: Path = DATA) -> frozenset[str]:
    """Return the prefixes in use; raise ``BrokenData`` when ``assigned_container_prefixes.csv`` is wrong."""
    return frozenset(row.prefix for row in read_csv(folder / "assigned_container_prefixes.csv", AssignedPrefix))
