"""Keyed streams: every random draw of the program names its place, so that nothing shifts anything elsewhere."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from numpy.random import PCG64
from numpy.typing import NDArray

Item = TypeVar("Item")

_STATE_MASK = (1 << 128) - 1
_WORDS = 1 << 64
"""How many different words the generator has."""
_BLOCK = 16
_GENERATOR = PCG64(0)


class Stream:
    """A reproducible source of draws for one place, named by a seed and a path.

    ``Stream(seed, "v03", "S07", "goods")`` gives the same draws on every machine, in every process, whatever else was
    drawn before. The place is hashed with blake2b into the state of a PCG64 generator, whose raw output numpy keeps
    stable; the distributions are our own, because numpy's may change.
    """

    __slots__ = ("_above", "_blocks", "_hasher", "_parts", "_place", "_words")

    def __init__(self, seed: str, *path: str | int) -> None:
        self._above: Stream | None = None
        self._parts: tuple[str | int, ...] = (seed, *path)
        self._hasher: hashlib.blake2b | None = None
        self._place: dict[str, Any] | None = None
        self._words: list[int] = []
        self._blocks = 0

    def at(self, *path: str | int) -> Stream:
        """Return the stream of a place below this one; this one's own draws are not touched."""
        below = Stream("")
        below._above, below._parts = self, path
        return below

    def below(self, bound: int) -> int:
        """Return a whole number from 0 to ``bound`` - 1, all equally likely."""
        if not 0 < bound <= _WORDS:
            raise ValueError(f"a bound from 1 to 2**64 is needed, not {bound}")
        while True:
            word = self._word()
            # The last words, fewer than the bound, would make small numbers likelier; most words are far from them.
            if word < _WORDS - bound or word < _WORDS - _WORDS % bound:
                return word % bound

    def between(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return low + self.below(high - low + 1)

    def uniform(self) -> float:
        """Return a number from 0 up to 1, 1 excluded, on a grid of 2**-53."""
        return (self._word() >> 11) * 2.0**-53

    def normal(self) -> float:
        """Return a standard normal number, by Marsaglia's polar method."""
        while True:
            x, y = 2 * self.uniform() - 1, 2 * self.uniform() - 1
            square = x * x + y * y
            if 0 < square < 1:
                return float(x * _root_of_minus_two_log(square))

    def chance(self, probability: float) -> bool:
        """Return True with the given probability."""
        return self.uniform() < probability

    def pick(self, items: Sequence[Item]) -> Item:
        """Return one of ``items``, all equally likely."""
        return items[self.below(len(items))]

    def weighted(self, items: Sequence[Item], weights: Sequence[float]) -> Item:
        """Return one of ``items``, likely in proportion to its weight."""
        target = self.uniform() * sum(weights)
        for item, weight in zip(items, weights, strict=True):
            target -= weight
            if target < 0:
                return item
        return next(item for item, weight in reversed(list(zip(items, weights, strict=True))) if weight > 0)

    def shuffled(self, items: Sequence[Item]) -> tuple[Item, ...]:
        """Return ``items`` in a random order (Fisher and Yates)."""
        cards = list(items)
        for last in range(len(cards) - 1, 0, -1):
            other = self.below(last + 1)
            cards[last], cards[other] = cards[other], cards[last]
        return tuple(cards)

    def sample(self, items: Sequence[Item], count: int) -> tuple[Item, ...]:
        """Return ``count`` different places of ``items`` in random order."""
        if count > len(items):
            raise ValueError(f"{count} of {len(items)} items cannot be drawn")
        return self.shuffled(items)[:count]

    def whole_seed(self) -> int:
        """Return this place as one 128-bit number, to seed a library's own generator (Faker)."""
        return int.from_bytes(self._digest()[:16], "big")

    def uniforms(self, count: int) -> NDArray[np.float64]:
        """Return many numbers from 0 up to 1, 1 excluded, at once: the place's own, whatever was drawn one by one."""
        generator = PCG64(0)
        generator.state = _place(self._digest())  # type: ignore[assignment]
        found: NDArray[np.float64] = np.asarray((generator.random_raw(count) >> np.uint64(11)) * 2.0**-53, np.float64)
        return found

    def _digest(self) -> bytes:
        return self._hashed().digest()

    def _hashed(self) -> hashlib.blake2b:
        """Return the hash of the whole path; that of the place above is kept there, and not made again for each below."""
        if self._hasher is None:
            self._hasher = hashlib.blake2b(digest_size=32) if self._above is None else self._above._hashed().copy()
            for part in self._parts:
                self._hasher.update(_told(part))
        return self._hasher

    def _word(self) -> int:
        if not self._words:
            if self._place is None:
                self._place = _place(self._digest())
            self._words = _block(self._place, self._blocks)
            self._blocks += 1
        return self._words.pop()


@lru_cache(maxsize=4096, typed=True)
def _told(part: str | int) -> bytes:
    """Return a part of a path with its length and type before it, so that no two paths are told alike."""
    encoded = str(part).encode()
    return len(encoded).to_bytes(8, "big") + type(part).__name__[:1].encode() + encoded


def _place(digest: bytes) -> dict[str, Any]:
    """Return the state of a PCG64 generator that a digest of 32 bytes stands for."""
    state = {
        "state": int.from_bytes(digest[:16], "big") & _STATE_MASK,
        "inc": int.from_bytes(digest[16:], "big") | 1,
    }
    return {"bit_generator": "PCG64", "state": state, "has_uint32": 0, "uinteger": 0}


def _block(place: dict[str, Any], number: int) -> list[int]:
    """Return the raw words of a block, the last first.

    One generator is set to each place in turn: making one takes longer than all the draws of most places.
    """
    _GENERATOR.state = place  # type: ignore[assignment]
    if number:
        _GENERATOR.advance(number * _BLOCK)
    words: list[int] = _GENERATOR.random_raw(_BLOCK).tolist()
    words.reverse()
    return words


def _root_of_minus_two_log(square: float) -> float:
    return math.sqrt(-2 * math.log(square) / square)
