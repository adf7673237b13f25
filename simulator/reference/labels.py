"""Labels, tags and boxes that bear a mark and travel without the goods."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.fields import Positive, Range, Subheading
from simulator.reference.tables import DATA, read_toml


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of label or box: words, HS code, grams and US cents a piece, pieces in a carton."""

    description: Bilingual
    hs: Subheading
    piece_grams: Range
    pieces_per_carton: Annotated[tuple[Positive, ...], msgspec.Meta(min_length=1)]
    price_cents: Range


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: tuple[Label, ...]


@cache
def labels(folder: Path = DATA) -> tuple[Label, ...]:
    """Return the kinds; raise ``BrokenData`` when ``labels.toml`` is wrong."""
    return read_toml(folder / "labels.toml", _File).labels
