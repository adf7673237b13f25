"""Vague words: descriptions that fit any goods and tell none, as customs refuses them on manifests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.goods import goods, sectors
from simulator.reference.tables import DATA, read_toml, require
from simulator.wording import significant_words

Phrases = tuple[Bilingual, ...]


class VagueWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Vague descriptions: ``general`` ones for any goods, others by sector."""

    general: Phrases
    sectors: dict[str, Phrases]

    def fitting(self, sector: str) -> Phrases:
        """Return what goods of a sector are vaguely called, the general phrases included."""
        return (*self.sectors.get(sector, ()), *self.general)


@cache
def vague_words(folder: Path = DATA) -> VagueWords:
    """Return the vague descriptions; raise ``BrokenData`` when ``vague_words.toml`` is wrong."""
    path = folder / "vague_words.toml"
    found = read_toml(path, VagueWords)
    unknown = set(found.sectors) - set(sectors(folder))
    require(not unknown, path, "sectors", f"there is no sector {', '.join(sorted(unknown))}")
    phrases = [*found.general, *(phrase for each in found.sectors.values() for phrase in each)]
    for language in ("en", "es"):
        telling = frozenset().union(*(significant_words(kind.description.text(language)) for kind in goods(folder).values()))
        for phrase in phrases:
            shared = telling & significant_words(phrase.text(language))
            require(not shared, path, phrase.en, f"{', '.join(sorted(shared))} describes goods and is not vague")
    return found
