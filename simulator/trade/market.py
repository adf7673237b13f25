"""Whose goods are traded: the brands that ship with the program, and an instructor's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from simulator.formats.brands import OwnBrand
from simulator.reference.brands import Brand, shipped_brands
from simulator.trade.own_brands import own_brands


@dataclass(frozen=True, slots=True)
class Market:
    """The brands of an exercise: an instructor's ``own``, and ``all``, in which his come first."""

    own: tuple[Brand, ...]
    all: tuple[Brand, ...]


@cache
def market(told: tuple[OwnBrand, ...]) -> Market:
    """Return the market of a scenario's own marks; raise ``BadInput`` where they cannot be meant."""
    own = own_brands(told)
    return Market(own, (*own, *shipped_brands()))
