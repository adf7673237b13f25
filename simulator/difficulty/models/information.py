"""Log-likelihood, gradient and information of a Rasch model of several classes, abilities integrated out.

The information is exact for the nodes used: Louis, T. A. (1982), Finding the observed information matrix when using the
EM algorithm, Journal of the Royal Statistical Society B 44, 226-233: the complete answers' information less the variance
of their score given what was answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from simulator.difficulty.models.ability import Grid, Posterior, posterior
from simulator.difficulty.models.responses import Floats, Responses


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """Where the model stands: easiness of each item, the logarithm of the abilities' spread, means of classes.

    ``means`` are logits, of every class but the first, whose mean is 0.
    """

    easiness: Floats
    log_spread: float
    means: Floats

    def packed(self) -> Floats:
        """Return all in one row: easiness, logarithm of the spread, means."""
        return np.concatenate([self.easiness, [self.log_spread], self.means])


def unpacked(row: Floats, items: int) -> Point:
    """Return the point that ``Point.packed`` made a row of."""
    return Point(row[:items], float(row[items]), row[items + 1 :])


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """The log-likelihood at a point; gradient and information in the order of ``Point.packed``."""

    log_likelihood: float
    gradient: Floats
    information: Floats


def curve(classes: Sequence[Responses], at: Point, points: Grid) -> Curve:
    """Return value, gradient and observed information, summed over classes that answered the same items (or not)."""
    size = len(at.easiness) + 1 + len(at.means)
    total, gradient, information = 0.0, np.zeros(size), np.zeros((size, size))
    for number, answers in enumerate(classes):
        one = _of_class(answers, at, number, points)
        own = _places(len(at.easiness), number)
        total += one.log_likelihood
        gradient[own] += one.gradient
        information[np.ix_(own, own)] += one.information
    return Curve(total, gradient, information)


def log_likelihood(classes: Sequence[Responses], at: Point, points: Grid) -> float:
    """Return the value alone, which costs a small part of the whole curve."""
    return sum(
        posterior(answers, _logits(at, number, points), points).log_likelihood for number, answers in enumerate(classes)
    )


def _places(items: int, number: int) -> list[int]:
    """Return where a class's own parameters stand: items, spread, and its mean unless it is the first."""
    return [*range(items + 1), *([items + number] if number else [])]


def _logits(at: Point, number: int, points: Grid) -> Floats:
    mean = at.means[number - 1] if number else 0.0
    logits: Floats = at.easiness[:, None] + (mean + np.exp(at.log_spread) * points.nodes)
    return logits


def _of_class(answers: Responses, at: Point, number: int, points: Grid) -> Curve:
    logits = _logits(at, number, points)
    belief = posterior(answers, logits, points)
    scales = [np.exp(at.log_spread) * points.nodes] + ([np.ones_like(points.nodes)] if number else [])
    pieces = _Pieces(answers, belief, expit(logits), np.array(scales))
    return Curve(belief.log_likelihood, pieces.gradient(), pieces.complete() - pieces.lost())


class _Pieces:
    """The sums of one class; ``scales`` are (1 or 2) x nodes: what the spread, and the mean, multiply with.

    Parameters other than the easiness act on all items alike: their score is scale x (sum of residuals).
    """

    def __init__(self, answers: Responses, belief: Posterior, chance: Floats, scales: Floats) -> None:
        self._answers, self._chance, self._scales = answers, chance, scales
        self._seen = answers.mask()
        self._share = belief.share
        self._weighed = answers.counts[:, None] * belief.share
        self._sums = answers.right.sum(axis=1)[:, None] - self._seen @ chance
        self._information = (self._seen.T @ self._weighed) * chance * (1 - chance)

    def gradient(self) -> Floats:
        """Return the expected score."""
        residual = self._answers.right - self._seen * (self._share @ self._chance.T)
        return np.concatenate([self._answers.counts @ residual, self._scales @ (self._weighed * self._sums).sum(axis=0)])

    def complete(self) -> Floats:
        """Return the information that abilities and answers together would hold."""
        by_node = self._information.sum(axis=0)
        other = (self._scales * by_node) @ self._scales.T
        other[0, 0] -= self._scales[0] @ (self._weighed * self._sums).sum(axis=0)
        across = self._information @ self._scales.T
        return np.block([[np.diag(self._information.sum(axis=1)), across], [across.T, other]])

    def lost(self) -> Floats:
        """Return the variance of the score given the answers: what is lost by not knowing the abilities."""
        counts, right = self._answers.counts, self._answers.right
        expected = right - self._seen * (self._share @ self._chance.T)
        means = np.stack([(self._share * self._sums) @ scale for scale in self._scales])
        moved = [self._weighed * self._sums * scale for scale in self._scales]
        own = self._second_moment() - (counts[:, None] * expected).T @ expected
        across = np.stack([self._against_items(each) for each in moved], axis=1) - expected.T @ (counts * means).T
        other = np.array([[(a * self._sums * scale).sum() for scale in self._scales] for a in moved])
        return np.block([[own, across], [across.T, other - (counts * means) @ means.T]])

    def _against_items(self, moved: Floats) -> Floats:
        """Return the second moment of the items' scores with another's, ``moved`` being that one's, weighed."""
        found: Floats = self._answers.right.T @ moved.sum(axis=1) - (self._seen * (moved @ self._chance.T)).sum(axis=0)
        return found

    def _second_moment(self) -> Floats:
        """Return the items' second moment of scores, items x items."""
        right, seen = self._answers.right, self._seen
        crossed = right.T @ (seen * (self._weighed @ self._chance.T))
        found: Floats = (self._answers.counts[:, None] * right).T @ right - crossed - crossed.T
        if self._answers.seen is None:
            found += (self._chance * self._weighed.sum(axis=0)) @ self._chance.T
            return found
        for node, chance in enumerate(self._chance.T):
            found += ((self._weighed[:, node, None] * seen).T @ seen) * np.outer(chance, chance)
        return found
