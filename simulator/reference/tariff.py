"""The tariff's headings: what is classed where, in words; some hold none of this world's goods."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.fields import Printed, Subheading
from simulator.reference.goods import goods
from simulator.reference.tables import DATA, keyed, read_csv, require
from simulator.wording import significant_words


class TariffWords(msgspec.Struct, frozen=True):
    """Words of a heading, kept by one of its subheadings."""

    code: Subheading
    en: Printed
    es: Printed

    @property
    def heading(self) -> str:
        """The first four digits."""
        return self.code[:4]

    @property
    def words(self) -> Bilingual:
        """The words in both languages."""
        return Bilingual(self.en, self.es)


@cache
def tariff(folder: Path = DATA) -> dict[str, TariffWords]:
    """Return the words by heading; raise ``BrokenData`` when ``tariff.csv`` is wrong."""
    path = folder / "tariff.csv"
    found = keyed(read_csv(path, TariffWords), lambda each: each.heading, path)
    for each in found.values():
        told = bool(significant_words(each.en)) and bool(significant_words(each.es))
        require(told, path, each.code, "its words hold none of four letters")
    return found


@lru_cache(maxsize=4096)
def heading_words(heading: str, kinds: tuple[str, ...]) -> Bilingual:
    """Return what a heading covers: its own words, and those of the kinds of goods that are in play there."""
    told = [tariff()[heading].words] if heading in tariff() else []
    told += [goods()[kind].description for kind in kinds]
    return Bilingual("; ".join(each.en for each in told), "; ".join(each.es for each in told))


@cache
def empty_headings() -> tuple[TariffWords, ...]:
    """Return the headings in which none of this world's goods are classed, those of labels and boxes left out."""
    taken = {kind.heading for kind in goods().values()} | {"4819", "4821", "5807"}
    return tuple(each for each in tariff().values() if each.heading not in taken)
