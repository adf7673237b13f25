"""Terms of delivery (Incoterms) with the editions that know them and the freight they go with."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.tables import DATA, keyed, read_toml

Edition = Literal[2000, 2010, 2020]
PlaceKind = Literal["premises", "named place", "port of shipment", "port of destination", "place of destination"]


class Incoterm(msgspec.Struct, frozen=True):
    """A term; ``place`` is the kind of place named after it, ``freight`` what the bill prints with it.

    ``sea_only`` terms are written for carriage by sea; ``insured`` ones put insurance on the seller.
    """

    code: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
    name: Bilingual
    editions: tuple[Edition, ...]
    place: PlaceKind
    freight: Literal["prepaid", "collect"]
    sea_only: bool
    insured: bool


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    incoterms: tuple[Incoterm, ...]


@cache
def incoterms(folder: Path = DATA) -> dict[str, Incoterm]:
    """Return the terms by code; raise ``BrokenData`` when ``incoterms.toml`` is wrong."""
    path = folder / "incoterms.toml"
    return keyed(read_toml(path, _File).incoterms, lambda term: term.code, path)
