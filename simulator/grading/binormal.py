"""The binormal curve through ratings, by maximum likelihood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import ndtr

Floats = NDArray[np.floating[Any]]
_NORMAL = NormalDist()
_FEWEST_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Binormal:
    """Hit rate = Phi(a + b z(false-alarm rate)); ``area`` is the curve's, ``cutoffs`` rise, on the lawful ones' scale."""

    a: float
    b: float
    area: float
    cutoffs: tuple[float, ...]


def fit_binormal(signals: Sequence[int], lawful: Sequence[int]) -> Binormal | None:
    """Fit to counts by rating level, lowest level first; None where the ratings do not determine a curve.

    Dorfman, D. D. & Alf, E. (1969): Maximum-likelihood estimation of parameters of signal-detection theory and
    determination of confidence intervals - rating-method data. Journal of Mathematical Psychology 6, 487-496.
    Levels that nobody used are left out; fewer than three levels, or kinds that do not overlap, determine no curve.
    """
    used = [(s, n) for s, n in zip(signals, lawful, strict=True) if s + n]
    high, low = np.array(used, dtype=float).reshape(-1, 2).T
    if len(used) < _FEWEST_LEVELS or not high.any() or not low.any() or not _overlap(high, low):
        return None

    def minus_log_likelihood(row: Floats) -> float:
        cuts = np.concatenate([[-np.inf], row[2] + np.concatenate([[0.0], np.cumsum(np.exp(row[3:]))]), [np.inf]])
        of_lawful = np.diff(ndtr(cuts))
        of_signals = np.diff(ndtr(np.exp(row[1]) * cuts - row[0]))
        return -float(low @ np.log(np.maximum(of_lawful, 1e-300)) + high @ np.log(np.maximum(of_signals, 1e-300)))

    found = minimize(minus_log_likelihood, _start(high, low), method="BFGS", options={"gtol": 1e-6})
    a, b = float(found.x[0]), float(np.exp(found.x[1]))
    if not np.isfinite(found.fun) or abs(a) > 20 or not 0.02 < b < 50:
        return None
    cuts = found.x[2] + np.concatenate([[0.0], np.cumsum(np.exp(found.x[3:]))])
    return Binormal(a, b, float(ndtr(a / np.sqrt(1 + b * b))), tuple(float(cut) for cut in cuts))


def _overlap(high: Floats, low: Floats) -> bool:
    """Tell whether some levels hold both kinds, or the kinds alternate, so that a finite curve fits."""
    of_high, of_low = np.flatnonzero(high), np.flatnonzero(low)
    return bool(of_low.max() > of_high.min() and of_high.max() > of_low.min())


def _start(high: Floats, low: Floats) -> Floats:
    share = (np.cumsum(low)[:-1] + 0.5) / (low.sum() + 1)
    cuts = np.array([_NORMAL.inv_cdf(float(each)) for each in share])
    steps = np.log(np.maximum(np.diff(cuts), 0.05))
    return np.concatenate([[1.0, 0.0, cuts[0]], steps])
