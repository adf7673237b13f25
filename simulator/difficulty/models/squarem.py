"""Fixed points found faster: squared extrapolation of a slow, monotone iteration, with a safeguard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from simulator.difficulty.models.responses import Floats

Step = Callable[[Floats], tuple[Floats, float]]
"""Returns the next point, and the value (to be raised) at the point given."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A fixed point: ``value`` at the last point that was tried, how many steps it took, and whether it was reached."""

    point: Floats
    value: float
    steps: int
    converged: bool


def fixed_point(step: Step, start: Floats, tolerance: float = 1e-6, most_steps: int = 2000) -> Found:
    """Iterate ``step`` until no coordinate moves by more than ``tolerance``.

    Varadhan, R. & Roland, C. (2008): Simple and globally convergent methods for accelerating the convergence of any EM
    algorithm. Scandinavian Journal of Statistics 35, 335-353 (scheme S3). An extrapolated point that lowers the
    value is thrown away for the plain step, so the value never falls.
    """
    point, steps = start, 0
    best = -np.inf
    safe = start
    while steps < most_steps:
        once, value = step(point)
        steps += 1
        if not np.isfinite(value) or value < best - 1e-9 * (1 + abs(best)):
            point, best = safe, -np.inf
            continue
        best = value
        change = once - point
        if np.abs(change).max() < tolerance:
            return Found(once, value, steps, True)
        twice, best = step(once)
        steps += 1
        bend = (twice - once) - change
        if np.abs(twice - once).max() < tolerance or not bend.any():
            return Found(twice, best, steps, True)
        length = max(1.0, float(np.sqrt((change @ change) / (bend @ bend))))
        safe = twice
        point = point + 2 * length * change + length**2 * bend
    return Found(safe, best, steps, False)
