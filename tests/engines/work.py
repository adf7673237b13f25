"""Pieces of work for engines, in a module that workers can import."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.errors import BadInput
from simulator.randomness import Stream
from simulator.research.shards import Shard

_BUSY = threading.Lock()


def square(number: int) -> int:
    return number * number


def drawn(number: int) -> tuple[float, ...]:
    stream = Stream("engines", number)
    return tuple(stream.normal() for _ in range(200))


def alone(number: int) -> bool:
    """Tell whether no other thread of this process was at work."""
    if not _BUSY.acquire(blocking=False):
        return False
    time.sleep(0.01)
    _BUSY.release()
    return True


def refuses_three(number: int) -> int:
    if number == 3:
        raise BadInput("three is none", source="numbers.csv", place="line 3")
    return number


def dies_of_three(number: int) -> int:
    if number == 3:
        os._exit(1)
    return number


@dataclass(frozen=True)
class Numbers:
    """A writer of shards that stumbles over one number."""

    bad: int = 0
    fault: str = ""

    def write(self, folder: Path, shard: Shard) -> tuple[dict[str, int], tuple[dict[str, Any], ...]]:
        for number in shard.things:
            if number == self.bad:
                error = BadInput("it is bad") if self.fault == "refused" else KeyError("a fault of the program")
                error.add_note(f"number {number}")
                raise error
        (folder / "numbers.txt").write_text(" ".join(map(str, shard.things)))
        (folder / "below").mkdir()
        (folder / "below" / "drawn.txt").write_text(repr(drawn(shard.number)))
        return {"numbers": shard.count}, tuple({"number": number} for number in shard.things)
