"""Stated trades: what an importer of a sector has told the tax authority that it deals in (giro)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from simulator.formats.key import Bilingual
from simulator.reference.goods import sectors
from simulator.reference.tables import DATA, read_toml, require


@cache
def trades(folder: Path = DATA) -> dict[str, Bilingual]:
    """Return the stated trades by sector; raise ``BrokenData`` when ``trades.toml`` is wrong."""
    path = folder / "trades.toml"
    found = read_toml(path, dict[str, Bilingual])
    odd = set(sectors(folder)).symmetric_difference(found)
    require(not odd, path, "whole file", f"one trade for each sector; odd: {', '.join(sorted(odd))}")
    for language in ("en", "es"):
        stated = {trade.text(language) for trade in found.values()}
        require(len(stated) == len(found), path, "whole file", f"two sectors have the same trade ({language})")
    return found
