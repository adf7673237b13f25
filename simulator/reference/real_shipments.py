"""Published figures of real shipments, against which simulated ones are held."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.fields import Positive
from simulator.reference.tables import DATA, read_toml, require

Figure = Annotated[float, msgspec.Meta(gt=0)]


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A quantity with its 5, 50 and 95 % quantiles; ``why`` says why ours may be far from them."""

    id: str
    title: Bilingual
    unit: str
    quantiles: tuple[Figure, Figure, Figure]
    why: str = ""


class Share(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A share of all shipments, from 0 to 1."""

    id: str
    title: Bilingual
    share: Figure
    why: str = ""


class LeadingDigits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The share of invoices whose total begins with 1."""

    one: Figure


class ContainersABill(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """So many bills with so many containers, from the fewest to the most a bill."""

    bills: Positive
    containers: Positive
    fewest: Positive
    most: Positive
    why: str

    @property
    def mean(self) -> float:
        """Containers a bill."""
        return self.containers / self.bills


class Piece(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What descriptions on real bills say; ``says`` is a regular expression for it."""

    says: str
    title: Bilingual
    why: str = ""


class Descriptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The style of descriptions on bills: characters of the longest, and what they are pieced together from."""

    longest: Positive
    pieces: tuple[Piece, ...]


class RealShipments(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All published figures."""

    measures: tuple[Measure, ...]
    shares: tuple[Share, ...]
    leading_digits: LeadingDigits
    containers_a_bill: ContainersABill
    descriptions: Descriptions


@cache
def real_shipments(folder: Path = DATA) -> RealShipments:
    """Return the figures; raise ``BrokenData`` when ``real_shipments.toml`` is wrong."""
    path = folder / "real_shipments.toml"
    found = read_toml(path, RealShipments)
    for piece in found.descriptions.pieces:
        require(_is_expression(piece.says), path, piece.title.en, "says is no regular expression")
    return found


def _is_expression(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True
