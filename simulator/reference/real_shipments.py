"""Published figures of real shipments, against which simulated ones are held."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.tables import DATA, read_toml

Figure = Annotated[float, msgspec.Meta(gt=0)]


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A quantity with its 5, 50 and 95 % quantiles."""

    id: str
    title: Bilingual
    unit: str
    quantiles: tuple[Figure, Figure, Figure]


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A share of all shipments, from 0 to 1."""

    id: str
    title: Bilingual
    share: Figure


class RealShipments(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All published figures."""

    measures: tuple[Measure, ...]
    shares: tuple[Share, ...]


@cache
def real_shipments(folder: Path = DATA) -> RealShipments:
    """Return the figures; raise ``BrokenData`` when ``real_shipments.toml`` is wrong."""
    return read_toml(folder / "real_shipments.toml", RealShipments)
