"""Folds that hold whole variants out together."""

from __future__ import annotations

import numpy as np

from simulator.difficulty.audit.table import Whole
from simulator.randomness import Stream

FOLDS = 10


def folds(groups: Whole, stream: Stream, count: int = FOLDS) -> Whole:
    """Return the fold of each row: rows of a group are in one fold, folds have about as many groups each.

    There are as many folds as groups where these are fewer.
    """
    present = sorted({int(each) for each in groups})
    count = min(count, len(present))
    dealt = {group: at % count for at, group in enumerate(stream.shuffled(present))}
    return np.array([dealt[int(each)] for each in groups], dtype=np.int64)
