"""What the card of an instructor's own mark says where he wrote nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.goods import sectors
from simulator.reference.tables import DATA, fault, read_toml

GENERAL = "general"


class CardTexts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The texts of one card; ``{mark}`` stands for the mark."""

    carton_marks: Bilingual
    security_features: Bilingual
    how_fakes_differ: Bilingual


@cache
def card_texts(folder: Path = DATA) -> dict[str, CardTexts]:
    """Return the texts by sector, with those for all others; raise ``BrokenData`` when ``own_brands.toml`` is wrong."""
    path = folder / "own_brands.toml"
    found = read_toml(path, dict[str, CardTexts])
    for name in found:
        if name not in (GENERAL, *sectors(folder)):
            raise fault(path, name, "there is no such sector of goods")
    if GENERAL not in found:
        raise fault(path, GENERAL, "the texts for all other sectors are missing")
    return found


def texts_for(sector: str) -> CardTexts:
    """Return the texts for a sector, the general ones where it has none of its own."""
    return card_texts().get(sector, card_texts()[GENERAL])
