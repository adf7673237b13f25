"""Answers of very many trainees to the consignments of a calibration, in shards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from simulator.difficulty.drawing import Block, Model, drawn, rasch
from simulator.formats.calibration import DifficultyModel
from simulator.grading.tables import csv_bytes
from simulator.randomness import Stream
from simulator.research.shards import Shard

RIGHT, ABILITIES, ITEMS = "right.npy", "abilities.npy", "items.csv"


@dataclass(frozen=True, slots=True)
class ManyResponses:
    """What a shard of answers is drawn from: easiness of each item and spread of abilities, logits; the run's seed."""

    easiness: tuple[float, ...]
    spread: float
    seed: str

    @property
    def model(self) -> Model:
        """The model that the answers follow."""
        return rasch(np.array(self.easiness), self.spread)

    def write(self, folder: Path, shard: Shard) -> tuple[dict[str, int], tuple[dict[str, Any], ...]]:
        """Write ``right.npy`` (trainees x items, 1 or 0) and ``abilities.npy`` (logits); memory does not grow with them."""
        stream = Stream(self.seed, "responses", shard.number)
        items = len(self.easiness)
        right = np.lib.format.open_memmap(folder / RIGHT, "w+", np.uint8, (shard.count, items))
        abilities = np.lib.format.open_memmap(folder / ABILITIES, "w+", np.float64, (shard.count,))
        at = 0
        for block in drawn(self.model, shard.count, stream):
            at = _put(block, right, abilities, at)
        total = int(np.sum(right, dtype=np.int64))
        right.flush()
        abilities.flush()
        return {"trainees": shard.count, "responses": shard.count * items, "right": total}, ()


def _put(block: Block, right: np.memmap, abilities: np.memmap, at: int) -> int:
    after = at + len(block.abilities)
    right[at:after] = block.right
    abilities[at:after] = block.abilities
    return after


def items_csv(model: DifficultyModel) -> bytes:
    """Return which consignment each column of ``right.npy`` is: the calibration's slots in their order."""
    names = ("scenario", "pack", "slot", "difficulty")
    rows = [{name: msgspec.structs.asdict(each)[name] for name in names} for each in model.slots]
    return csv_bytes(("column", *names), [{"column": place, **row} for place, row in enumerate(rows)])
