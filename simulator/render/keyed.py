"""Numbers that depend on a text alone: what makes one drawn mark irregular in its own way, on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator


def draws(kind: str, key: str) -> Iterator[float]:
    """Yield numbers from 0 up to 1 that depend on a kind of mark and its text alone."""
    block = 0
    while True:
        digest = hashlib.blake2b(f"{kind}\n{key}\n{block}".encode(), digest_size=64).digest()
        yield from (byte / 256.0 for byte in digest)
        block += 1
