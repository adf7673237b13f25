"""Detection and leaning kept apart: a probit model of who acts on which consignment.

    acts ~ features + (1 + signal | trainee) + (1 | slot) [+ (1 | group)]

With ``signal`` coded +1/2 on signals and -1/2 on lawful consignments the intercept is minus the criterion and the slope of
``signal`` is d' (DeCarlo, L. T. 1998: Signal detection theory and generalized linear models. Psychological Methods 3,
186-205). Random effects by Laplace's method, weights integrated (REML); the variances are a little low where people answer
few consignments, as with any Laplace fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from simulator.difficulty.models.mixed import Levels, Mode, Penalties, find_mode
from simulator.difficulty.models.responses import Floats
from simulator.errors import BadInput

Places = NDArray[np.intp]
_FEWEST_ANSWERS = 8
_START = 0.5
_SMALLEST, _LARGEST = 1e-3, 10.0


@dataclass(frozen=True, slots=True, eq=False)
class Decisions:
    """One row an answer: did it act, was it a signal, the features (columns), and whose, which slot, which group.

    ``features`` holds no intercept and no signal; clue features belong on the signals' coding: 0 on lawful consignments,
    or signal x feature.
    """

    acts: NDArray[np.bool_]
    signal: NDArray[np.bool_]
    features: Floats
    trainee: Places
    slot: Places
    group: Places | None = None


@dataclass(frozen=True, slots=True, eq=False)
class DetectionFit:
    """What was found, in standard deviations of the internal evidence.

    ``weights`` begin with intercept (minus the criterion) and signal (d'), then the features; ``trainee_criterion`` and
    ``trainee_d_prime`` are each person's own, shrunk towards the class; ``trainee_sd`` holds the standard deviations of
    criterion and d' between people and ``trainee_correlation`` that of their random effects.
    """

    weights: Floats
    weight_covariance: Floats
    trainee_criterion: Floats
    trainee_d_prime: Floats
    trainee_sd: tuple[float, float]
    trainee_correlation: float
    slot_sd: float
    group_sd: float | None
    slot_effects: Floats
    deviance: float

    @property
    def weight_errors(self) -> Floats:
        """Return the standard error of each weight."""
        return np.sqrt(np.diag(self.weight_covariance))


def fit_detection(decisions: Decisions) -> DetectionFit:
    """Fit the model; raise ``BadInput`` where all acted, none did, or one kind of consignment is missing."""
    _refuse(decisions)
    signal = np.where(decisions.signal, 0.5, -0.5)
    fixed = np.column_stack([np.ones(len(signal)), signal, decisions.features])
    if np.linalg.matrix_rank(fixed) < fixed.shape[1]:
        raise BadInput("some features follow from the others, or do not vary; leave them out")
    levels = [decisions.slot] + ([decisions.group] if decisions.group is not None else [])
    table = Levels(decisions.acts, fixed, signal, decisions.trainee, tuple(levels))
    best = _best_penalties(table, len(levels))
    return _told(table, best, find_mode(table, best))


def _refuse(decisions: Decisions) -> None:
    if len(decisions.acts) < _FEWEST_ANSWERS:
        few = f"{len(decisions.acts)} answers are too few to tell detection from leaning"
        raise BadInput(f"{few}; {_FEWEST_ANSWERS} are needed")
    if decisions.acts.all() or not decisions.acts.any():
        raise BadInput("everybody acted on everything, or on nothing; there is nothing to tell signals by")
    if decisions.signal.all() or not decisions.signal.any():
        raise BadInput("only signals, or only lawful consignments, were answered; both are needed")


def _best_penalties(table: Levels, others: int) -> Penalties:
    start = np.concatenate([[np.log(_START), 0.0, np.log(_START)], np.full(others, np.log(_START))])
    warm: list[Mode | None] = [None]

    def deviance(row: Floats) -> float:
        warm[0] = mode = find_mode(table, _penalties(row), warm[0])
        return mode.deviance

    found = minimize(deviance, start, method="Nelder-Mead", options={"xatol": 2e-3, "fatol": 1e-3, "maxiter": 800})
    if not found.success:
        raise BadInput("the detection model did not settle; use more answers or fewer features")
    return _penalties(found.x)


def _penalties(row: Floats) -> Penalties:
    """Return the covariances that a row of unbounded numbers stands for: a Cholesky factor, then standard deviations."""
    first, slope = np.clip(np.exp(row[[0, 2]]), _SMALLEST, _LARGEST)
    factor = np.array([[first, 0.0], [row[1], slope]])
    return Penalties(factor @ factor.T, np.clip(np.exp(row[3:]), _SMALLEST, _LARGEST))


def _told(table: Levels, penalties: Penalties, mode: Mode) -> DetectionFit:
    sds = np.sqrt(np.diag(penalties.trainee))
    weights = mode.weights
    effects = list(mode.effects)
    return DetectionFit(
        weights=weights,
        weight_covariance=mode.weight_covariance,
        trainee_criterion=-(weights[0] + mode.trainees[:, 0]),
        trainee_d_prime=weights[1] + mode.trainees[:, 1],
        trainee_sd=(float(sds[0]), float(sds[1])),
        trainee_correlation=float(penalties.trainee[0, 1] / (sds[0] * sds[1])),
        slot_sd=float(penalties.others[0]),
        group_sd=float(penalties.others[1]) if len(effects) > 1 else None,
        slot_effects=effects[0],
        deviance=mode.deviance,
    )


def coded(signal: NDArray[np.bool_], clues: Sequence[Floats], load: Sequence[Floats]) -> Floats:
    """Return feature columns: load, signal x load, and each clue feature on the signals' coding."""
    plus = np.where(signal, 0.5, -0.5)
    columns = [*load, *(plus * each for each in load), *(np.where(signal, each, 0.0) for each in clues)]
    return np.column_stack(columns) if columns else np.zeros((len(signal), 0))
