"""The mode of a probit model with crossed random effects, and Laplace's deviance there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.special import log_ndtr

from simulator.difficulty.models.responses import Floats
from simulator.errors import BadInput

_MOST_STEPS = 100
_TOLERANCE = 1e-8
_HALF_LOG_TWO_PI = 0.5 * np.log(2 * np.pi)


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """Binary outcomes with their fixed columns; trainees vary in intercept and ``slope``, the others in intercept."""

    outcome: NDArray[np.bool_]
    fixed: Floats
    slope: Floats
    trainee: NDArray[np.intp]
    others: tuple[NDArray[np.intp], ...]

    @property
    def trainees(self) -> int:
        """How many trainees there are."""
        return int(self.trainee.max()) + 1

    def rest(self) -> Floats:
        """Return the columns of all but the trainees: indicators of the other effects, then the fixed ones."""
        indicators = [np.eye(int(level.max()) + 1)[level] for level in self.others]
        return np.column_stack([*indicators, self.fixed])


@dataclass(frozen=True, slots=True, eq=False)
class Penalties:
    """Covariance (2 x 2) of the trainees' effects, standard deviations of the others."""

    trainee: Floats
    others: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Mode:
    """Where the penalised likelihood is highest: weights, each trainee's two effects, each other effect's levels."""

    weights: Floats
    weight_covariance: Floats
    trainees: Floats
    effects: tuple[Floats, ...]
    deviance: float
    row: Floats


def find_mode(table: Levels, penalties: Penalties, start: Mode | None = None) -> Mode:
    """Climb by Newton's steps, trainees eliminated; the likelihood of a probit is concave, so there is one top."""
    return _Climb(table, penalties).run(start.row if start else None)


class _Climb:
    def __init__(self, table: Levels, penalties: Penalties) -> None:
        self._table = table
        self._rest = table.rest()
        self._own = np.column_stack([np.ones(len(table.slope)), table.slope])
        rows = np.arange(len(table.slope))
        self._membership = csr_array((np.ones(len(rows)), (table.trainee, rows)), shape=(table.trainees, len(rows)))
        self._columns = csr_array(self._rest.T)
        self._sign = np.where(table.outcome, 1.0, -1.0)
        self._trainee_precision = np.linalg.inv(penalties.trainee)
        self._penalties = penalties
        sizes = [int(level.max()) + 1 for level in table.others]
        self._sizes = sizes
        stiff = [np.full(size, 1 / sd**2) for size, sd in zip(sizes, penalties.others, strict=True)]
        self._rest_precision = np.concatenate([*stiff, np.zeros(table.fixed.shape[1])])

    def run(self, row: Floats | None) -> Mode:
        """Return the top and the deviance there."""
        count = 2 * self._table.trainees
        row = np.zeros(count + self._rest.shape[1]) if row is None else row
        value = self._value(row)
        for _ in range(_MOST_STEPS):
            step = self._step(row)
            reached = self._value(row + step)
            while reached < value - 1e-12 * abs(value) and np.abs(step).max() > 1e-12:
                step = step / 2
                reached = self._value(row + step)
            gained, row, value = reached - value, row + step, reached
            if gained < _TOLERANCE * (1 + abs(value)):
                return self._mode(row, value)
        raise BadInput("the detection model did not settle; use more answers or fewer features")

    def _parts(self, row: Floats) -> tuple[Floats, Floats]:
        count = 2 * self._table.trainees
        return row[:count].reshape(-1, 2), row[count:]

    def _predictor(self, row: Floats) -> Floats:
        trainees, rest = self._parts(row)
        found: Floats = (self._own * trainees[self._table.trainee]).sum(axis=1) + self._rest @ rest
        return found

    def _value(self, row: Floats) -> float:
        trainees, rest = self._parts(row)
        fit = float(log_ndtr(self._sign * self._predictor(row)).sum())
        held = np.einsum("ti,ij,tj->", trainees, self._trainee_precision, trainees) + self._rest_precision @ rest**2
        return fit - float(held) / 2

    def _slopes(self, row: Floats) -> tuple[Floats, Floats]:
        """Return the first derivative and minus the second of each outcome's log-likelihood."""
        toward = self._sign * self._predictor(row)
        ratio = np.exp(-0.5 * toward**2 - _HALF_LOG_TWO_PI - log_ndtr(toward))
        return self._sign * ratio, ratio * (ratio + toward)

    def _blocks(self, row: Floats) -> tuple[Floats, Floats, Floats]:
        """Return the information: trainees' 2 x 2 blocks, trainees against the rest, the rest."""
        _, weight = self._slopes(row)
        weighed = weight[:, None] * self._rest
        inner = np.column_stack([weight, weight * self._own[:, 1], weight * self._own[:, 1] ** 2])
        blocks = (self._membership @ inner)[:, [0, 1, 1, 2]].reshape(-1, 2, 2)
        across = np.stack([self._membership @ weighed, self._membership @ (self._own[:, 1, None] * weighed)], axis=1)
        rest = self._columns @ weighed + np.diag(self._rest_precision)
        return blocks + self._trainee_precision, across, rest

    def _step(self, row: Floats) -> Floats:
        trainees, rest = self._parts(row)
        first, _ = self._slopes(row)
        blocks, across, own = self._blocks(row)
        pull = self._membership @ (first[:, None] * self._own) - trainees @ self._trainee_precision
        rest_pull = self._rest.T @ first - self._rest_precision * rest
        solved = np.linalg.solve(blocks, np.concatenate([pull[:, :, None], across], axis=2))
        crossed = np.tensordot(across, solved, axes=([0, 1], [0, 1]))
        moved = np.linalg.solve(own - crossed[:, 1:], rest_pull - crossed[:, 0])
        own_moves = solved[:, :, 0] - solved[:, :, 1:] @ moved
        return np.concatenate([own_moves.ravel(), moved])

    def _mode(self, row: Floats, value: float) -> Mode:
        trainees, rest = self._parts(row)
        blocks, across, own = self._blocks(row)
        reduced = own - np.tensordot(across, np.linalg.solve(blocks, across), axes=([0, 1], [0, 1]))
        folded = float(np.linalg.slogdet(blocks)[1].sum() + np.linalg.slogdet(reduced)[1])
        prior = len(trainees) * float(np.linalg.slogdet(self._penalties.trainee)[1])
        prior += 2 * sum(size * float(np.log(sd)) for size, sd in zip(self._sizes, self._penalties.others, strict=True))
        ends = np.cumsum(self._sizes)
        effects = tuple(rest[end - size : end] for end, size in zip(ends, self._sizes, strict=True))
        weights = self._table.fixed.shape[1]
        covariance = np.linalg.inv(reduced)[-weights:, -weights:]
        return Mode(rest[-weights:], covariance, trainees, effects, -2 * value + folded + prior, row)
