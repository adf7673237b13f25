"""Phrases that papers print as they stand: quality notes, terms of payment, clauses, kinds of copy."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.fields import Positive, Text
from simulator.reference.tables import DATA, read_toml


class Weighted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase with its relative frequency."""

    text: Text
    weight: Positive


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

    quality_notes: tuple[Bilingual, ...]
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


@cache
def phrases(folder: Path = DATA) -> Phrases:
    """Return the phrases; raise ``BrokenData`` when ``phrases.toml`` is wrong."""
    return read_toml(folder / "phrases.toml", Phrases)
