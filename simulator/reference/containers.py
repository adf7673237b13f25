"""Kinds of freight container (ISO 6346 size and type) with usable room and weights."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference.fields import Positive, Text
from simulator.reference.tables import DATA, keyed, read_csv


class ContainerType(msgspec.Struct, frozen=True):
    """A container's kind; ``size`` is how bills print it, ``cubic_metres`` what cartons can fill."""

    code: Annotated[str, msgspec.Meta(pattern=r"^[24L][25][GR]\d$")]
    size: Text
    cubic_metres: Positive
    payload_kg: Positive
    tare_kg: Positive


@cache
def container_types(folder: Path = DATA) -> dict[str, ContainerType]:
    """Return the kinds by code; raise ``BrokenData`` when ``containers.csv`` is wrong."""
    path = folder / "containers.csv"
    return keyed(read_csv(path, ContainerType), lambda kind: kind.code, path)
