"""``opened.json``: with which answers the sealed key of a pack for one was opened."""

from __future__ import annotations

import msgspec

from simulator.formats import FORMAT


class Openings(msgspec.Struct, frozen=True):
    """The SHA-256 of the answers of each opening, each once, the first one first."""

    pack: str
    answers: tuple[str, ...]
    format: int = FORMAT
