"""Phrases that papers print as they stand: quality notes, terms of payment, clauses, kinds of copy."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.fields import Identifier, Positive, Text
from simulator.reference.goods import sectors
from simulator.reference.tables import DATA, read_toml, require


class Weighted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase with its relative frequency."""

    text: Text
    weight: Positive


class QualityNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an invoice adds to its goods; notes that do not fit all goods name their ``sectors``."""

    words: Bilingual
    sectors: tuple[Identifier, ...] = ()


class Copy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What lies on the desk of a bill: how the paper calls itself, and how many originals it says were issued."""

    text: Text
    originals: Text
    weight: Positive


class IncotermUse(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often a term of delivery is agreed, by its code."""

    code: Text
    weight: Positive


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All phrases; weights are relative frequencies on clean papers."""

    quality_notes: tuple[QualityNote, ...]
    payment: tuple[Weighted, ...]
    payment_by_air: tuple[Weighted, ...]
    payment_with_bank: tuple[Weighted, ...]
    copies: tuple[Copy, ...]
    copies_to_order: tuple[Copy, ...]
    waybill_copy: Copy
    movements: tuple[Weighted, ...]
    incoterms: tuple[IncotermUse, ...]
    incoterms_by_air: tuple[IncotermUse, ...]
    clauses: tuple[Text, ...]
    transit_places: tuple[Text, ...]

    def quality_notes_for(self, sector: str) -> tuple[Bilingual, ...]:
        """Return the notes that fit goods of a sector."""
        return tuple(note.words for note in self.quality_notes if not note.sectors or sector in note.sectors)


@cache
def phrases(folder: Path = DATA) -> Phrases:
    """Return the phrases; raise ``BrokenData`` when ``phrases.toml`` is wrong."""
    path = folder / "phrases.toml"
    found = read_toml(path, Phrases)
    for note in found.quality_notes:
        unknown = set(note.sectors) - set(sectors(folder))
        require(not unknown, path, note.words.en, f"there is no sector {', '.join(sorted(unknown))}")
    for sector in sectors(folder):
        require(bool(found.quality_notes_for(sector)), path, "quality_notes", f"none fits {sector}")
    return found
