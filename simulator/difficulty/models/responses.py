"""Answers of trainees to items as a table of 0, 1 and nothing, ready for the models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.errors import BadInput

Floats = NDArray[np.floating[Any]]

_MOST_ITEMS_FOR_PATTERNS = 24
"""With more items hardly two trainees answer alike, and looking for equal rows costs more than it saves."""


@dataclass(frozen=True, slots=True, eq=False)
class Responses:
    """Distinct rows of answers and how many trainees gave each.

    ``right`` is patterns x items, 1 where the answer is right, else 0; ``seen`` is 1 where there is an answer, or None when
    nothing is missing; ``counts`` says how many trainees gave a pattern, and ``pattern_of`` maps each trainee to his row.
    """

    right: Floats
    seen: Floats | None
    counts: Floats
    pattern_of: NDArray[np.intp]

    @property
    def items(self) -> int:
        """How many items there are."""
        return int(self.right.shape[1])

    @property
    def trainees(self) -> int:
        """How many trainees there are."""
        return len(self.pattern_of)

    def mask(self) -> Floats:
        """Return 1 where there is an answer, as patterns x items."""
        return np.ones_like(self.right) if self.seen is None else self.seen


def responses(table: Floats) -> Responses:
    """Return the responses of a table, trainees x items, of 0, 1 and NaN for a missing answer.

    Raise ``BadInput`` for a table without trainees or items, or with other values.
    """
    table = np.asarray(table, dtype=np.float64)
    if table.ndim != 2 or 0 in table.shape:
        raise BadInput(f"a table of trainees by items is needed, at least 1 by 1, not one of shape {table.shape}")
    missing = np.isnan(table)
    if not np.all(missing | (table == 0) | (table == 1)):
        raise BadInput("the answers hold a value that is neither 0, 1 nor missing; use 1 for right, 0 for wrong")
    first, pattern_of, counts = _patterns(table)
    return Responses(
        right=np.nan_to_num(table[first]),
        seen=None if not missing.any() else (~missing[first]).astype(np.float64),
        counts=counts.astype(np.float64),
        pattern_of=pattern_of,
    )


def _patterns(table: Floats) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Return the first row of each pattern, each row's pattern, and the counts."""
    if table.shape[1] > _MOST_ITEMS_FOR_PATTERNS:
        every = np.arange(len(table))
        return every, every, np.ones(len(table), dtype=np.intp)
    _, first, pattern_of, counts = np.unique(
        np.nan_to_num(table, nan=2.0), axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    return first, pattern_of.reshape(-1), counts
