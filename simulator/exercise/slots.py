"""Slots: what each consignment of an exercise shall show, the same in every variant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.formats.vocabulary import Mode

Kind = Literal["signal", "revenue", "query", "release"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the exercise.

    ``indicators`` are planted; ``cover`` are those of the signal mix that the shipment must be able to show, whatever it
    shows in the end, so that nothing but the evidence tells signals from lawful shipments. ``carriage`` numbers the group
    of slots that travel together, by ``mode``. ``own`` says that the mark is one of the instructor's own. A slot that was
    taken from a pool has as ``source`` the seed and the slot of the pack whose consignment it is.
    """

    id: str
    kind: Kind
    indicators: tuple[str, ...]
    cover: tuple[str, ...]
    branded: bool
    subtlety: int
    look_alike: str | None = None
    anchor: bool = False
    mode: Mode = "sea"
    carriage: int = 1
    own: bool = False
    source: tuple[str, str] | None = None
