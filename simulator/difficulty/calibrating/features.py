"""Which features of the cards a model can use: those that vary, that say something new, and not too many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.difficulty.models.responses import Floats
from simulator.formats.calibration import Dropped

SLOTS_A_FEATURE = 3
"""Slots needed for each feature: with fewer the weights fit the slots' own errors."""

LAWFUL, TEMPTED, TEMPTING = "lawful", "tempted", "tempting"
"""Features that follow from a card: 1 where there is nothing to find, 1 where such a consignment has look-alikes, how many.
They mislead there; beside a clue that is seen they change no decision."""

_FOLLOWS = 0.01
"""A feature follows from others when less than this share of its variance is its own (a variance inflation of 100)."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The places of the features that are used, and those that are not with the reason."""

    places: tuple[int, ...]
    dropped: tuple[Dropped, ...]


def with_lawful(names: Sequence[str], cards: Floats) -> tuple[tuple[str, ...], Floats]:
    """Return names and columns of cards (rows x features) with those that follow from them after the first one."""
    lawful = (cards[:, list(names).index("clues")] == 0).astype(float)
    tempting = lawful * cards[:, list(names).index("look_alike_count")]
    found = np.column_stack([cards[:, :1], lawful, tempting > 0, tempting, cards[:, 1:]])
    return (names[0], LAWFUL, TEMPTED, TEMPTING, *names[1:]), found


def choose(names: Sequence[str], columns: Floats, slots: int) -> Chosen:
    """Choose among ``columns`` (rows x features) in their order; ``slots`` is over how many slots they vary."""
    used: list[int] = []
    dropped: list[Dropped] = []
    for place, name in enumerate(names):
        column = columns[:, place]
        if np.ptp(column) == 0:
            dropped.append(Dropped(name, f"it is {column[0]:g} everywhere"))
        elif _own_share(column, columns[:, used]) < _FOLLOWS:
            dropped.append(Dropped(name, f"it follows from {', '.join(names[each] for each in used)}"))
        elif len(used) >= slots // SLOTS_A_FEATURE:
            dropped.append(Dropped(name, f"{slots} slots tell at most {slots // SLOTS_A_FEATURE} features"))
        else:
            used.append(place)
    return Chosen(tuple(used), tuple(dropped))


def _own_share(column: Floats, others: Floats) -> float:
    """Return the share of a column's variance that others do not explain linearly."""
    fixed = np.column_stack([np.ones(len(column)), others])
    rest = column - fixed @ np.linalg.lstsq(fixed, column, rcond=None)[0]
    return float(rest @ rest) / float(((column - column.mean()) ** 2).sum())
