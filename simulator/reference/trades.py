"""Trades of importers as the register states them: words and chapters of the tariff, by sector."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.fields import Identifier, Printed
from simulator.reference.goods import goods, sectors
from simulator.reference.tables import DATA, keyed, read_csv, require

PACKAGING = frozenset({"48", "58"})
"""Chapters of paper and of woven labels: packaging and labels belong to every trade."""


class Trade(msgspec.Struct, frozen=True):
    """The words for the trade in a sector's goods."""

    sector: Identifier
    en: Printed
    es: Printed

    @property
    def words(self) -> Bilingual:
        """The words in both languages."""
        return Bilingual(self.en, self.es)


@cache
def trades(folder: Path = DATA) -> dict[str, Trade]:
    """Return the trades by sector; raise ``BrokenData`` when ``trades.csv`` lacks a sector of the goods."""
    path = folder / "trades.csv"
    found = keyed(read_csv(path, Trade), lambda trade: trade.sector, path)
    missing = sorted(set(sectors(folder)) - set(found))
    require(not missing, path, "sector", f"no words for the trade of {', '.join(missing)}; add a line for each")
    return found


@cache
def chapters_of(sector: str) -> frozenset[str]:
    """Return the chapters of a sector's goods."""
    return frozenset(kind.hs[:2] for kind in goods().values() if kind.sector == sector)


def chapters(sectors_of_trade: Iterable[str]) -> tuple[str, ...]:
    """Return the chapters of a trade in several sectors, with those of packaging, in order."""
    return tuple(sorted(PACKAGING.union(*(chapters_of(sector) for sector in sectors_of_trade))))
