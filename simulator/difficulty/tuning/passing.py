"""The chance to pass at an ability, worked out: the distribution of a score that is a sum over consignments."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from simulator.difficulty.models.responses import Floats

STEPS = (1200, 600, 240, 120, 60)
"""Parts of what one consignment can earn. 1,200 hold credits in quarters and F1 in halves, thirds and fifths exactly."""

_MOST_CELLS, _COARSE_CELLS = 20_000, 3_000
_REACH = 4.0
_NODES = 33
_ROUNDED = 1e-6


def abilities(mean: float, spread: float) -> tuple[Floats, Floats]:
    """Return abilities and their weights for a normal distribution; one ability where nobody differs.

    Equally spaced nodes up to 4 standard deviations: errors of what is smooth are below 1e-4.
    """
    if spread == 0:
        return np.array([mean]), np.array([1.0])
    nodes = np.linspace(-_REACH, _REACH, _NODES)
    weights = np.exp(-0.5 * nodes**2)
    return mean + spread * nodes, weights / weights.sum()


def passing(earned: Sequence[Floats], chances: Sequence[Floats], pass_mark: float, *, coarse: bool = False) -> Floats:
    """Return the chance of a score of ``pass_mark`` or more at each ability.

    ``earned`` has for each consignment what its ways earn, 0 to 1; ``chances`` how likely these are (ways x abilities).
    The score is 100 x the mean over consignments; given the ability, consignments are independent.
    ``coarse`` rounds what a consignment earns to 240 parts or fewer: for many draws, which differ by far more.
    """
    count = len(earned)
    step = next((each for each in STEPS if each * count <= (_COARSE_CELLS if coarse else _MOST_CELLS)), STEPS[-1])
    found = np.ones((1, chances[0].shape[1]))
    for values, likely in zip(earned, chances, strict=True):
        cells = np.rint(values * step).astype(int)
        after = np.zeros((len(found) + int(cells.max()), found.shape[1]))
        for cell in np.unique(cells):
            after[cell : cell + len(found)] += found * likely[cells == cell].sum(axis=0)
        found = after
    needed = int(np.ceil(pass_mark / 100 * count * step - _ROUNDED))
    reached: Floats = found[max(0, needed) :].sum(axis=0)
    return reached


def expected_score(earned: Sequence[Floats], chances: Sequence[Floats]) -> Floats:
    """Return the expected score, 0 to 100, at each ability."""
    each = [values @ likely for values, likely in zip(earned, chances, strict=True)]
    found: Floats = 100 * np.mean(each, axis=0)
    return found
