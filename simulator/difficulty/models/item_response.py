"""Rasch and two-parameter models by marginal maximum likelihood.

The chance of a right answer is logistic(slope x ability + easiness), abilities standard normal. In the Rasch model all
items have one slope, which is the spread of the abilities in logits. EM on nodes (Bock & Aitkin 1981, Psychometrika
46, 443-459) with a Newton step for the items, accelerated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import expit

from simulator.difficulty.models.ability import Grid, Posterior, grid, posterior
from simulator.difficulty.models.priors import Prior, default_prior, refuse_extremes
from simulator.difficulty.models.responses import Floats, Responses
from simulator.difficulty.models.squarem import fixed_point
from simulator.errors import BadInput

Kind = Literal["rasch", "2pl"]
_LONGEST_STEP = 1.0
_SMALLEST_INFORMATION = 1e-8


@dataclass(frozen=True, slots=True, eq=False)
class ItemFit:
    """A fitted model.

    ``slopes`` and ``easiness`` are one number an item (logits a standard deviation of ability, logits);
    ``log_likelihood`` is without the prior. ``abilities`` and ``ability_sd`` are each trainee's expected ability
    and its posterior standard deviation, in standard deviations of the class.
    """

    kind: Kind
    slopes: Floats
    easiness: Floats
    log_likelihood: float
    abilities: Floats
    ability_sd: Floats
    steps: int
    prior: Prior | None

    @property
    def difficulty(self) -> Floats:
        """Return each item's difficulty on the scale of abilities: -easiness / slope."""
        return -self.easiness / self.slopes


def fit_items(answers: Responses, kind: Kind, prior: Prior | Literal["default"] | None = "default") -> ItemFit:
    """Fit a Rasch or two-parameter model; without a prior the estimates are those of maximum likelihood.

    The default prior is there for small classes and none for large ones. Raise ``BadInput`` when there is no prior and
    an item was answered alike by everybody (its estimate would be infinite), or when the iteration does not settle.
    """
    chosen = default_prior(answers.trainees) if prior == "default" else prior
    if chosen is None:
        refuse_extremes(answers)
    points = grid(answers.items)
    model = _Model(answers, kind, chosen, points)
    found = fixed_point(model.step, model.start())
    if not found.converged:
        raise BadInput(f"the {kind} model did not settle in {found.steps} steps; give a prior, or more answers")
    slopes, easiness = model.unpacked(found.point)
    final = posterior(answers, easiness[:, None] + slopes[:, None] * points.nodes, points)
    expected = final.share @ points.nodes
    spread = np.sqrt(np.maximum(final.share @ points.nodes**2 - expected**2, 0.0))
    of = answers.pattern_of
    return ItemFit(kind, slopes, easiness, final.log_likelihood, expected[of], spread[of], found.steps, chosen)


class _Model:
    """One step of the EM: what the answers say of the abilities, then one Newton step for the items."""

    def __init__(self, answers: Responses, kind: Kind, prior: Prior | None, points: Grid) -> None:
        self._answers, self._kind, self._prior, self._points = answers, kind, prior, points

    def start(self) -> Floats:
        """Return slopes of 1 and the easiness that the share of right answers suggests."""
        answers = self._answers
        right, seen = answers.counts @ answers.right, answers.counts @ answers.mask()
        share = (right + 0.5) / (seen + 1)
        slopes = np.zeros(self._slope_count) if self._prior or self._kind == "rasch" else np.ones(self._slope_count)
        return np.concatenate([slopes, 1.2 * np.log(share / (1 - share))])

    @property
    def _slope_count(self) -> int:
        return 1 if self._kind == "rasch" else self._answers.items

    @property
    def _in_logarithms(self) -> bool:
        """Slopes are positive where a prior says so, or where one is the spread of all abilities."""
        return self._prior is not None or self._kind == "rasch"

    def unpacked(self, point: Floats) -> tuple[Floats, Floats]:
        """Return slopes and easiness, one an item."""
        first = point[: self._slope_count]
        slopes = np.exp(np.clip(first, -10.0, 4.0)) if self._in_logarithms else first
        return np.broadcast_to(slopes, (self._answers.items,)).copy(), point[self._slope_count :]

    def step(self, point: Floats) -> tuple[Floats, float]:
        """Return the next point, and the log-likelihood with the prior at this one."""
        slopes, easiness = self.unpacked(point)
        nodes = self._points.nodes
        logits = easiness[:, None] + slopes[:, None] * nodes
        belief = posterior(self._answers, logits, self._points)
        value = belief.log_likelihood + (self._prior.log_density(point, self._slope_count) if self._prior else 0.0)
        return point + self._newton(point, slopes, logits, belief), value

    def _newton(self, point: Floats, slopes: Floats, logits: Floats, belief: Posterior) -> Floats:
        weighed = self._answers.counts[:, None] * belief.share
        right = self._answers.right.T @ weighed
        seen = weighed.sum(axis=0) if self._answers.seen is None else self._answers.seen.T @ weighed
        chance = expit(logits)
        residual = right - seen * chance
        information = seen * chance * (1 - chance)
        by_slope = np.outer(slopes, self._points.nodes) if self._in_logarithms else self._points.nodes[None, :]
        gradient = (residual * by_slope).sum(axis=1), residual.sum(axis=1)
        curve = (
            (information * by_slope**2).sum(axis=1),
            (information * by_slope).sum(axis=1),
            information.sum(axis=1),
        )
        return _limited(self._solved(point, gradient, curve))

    def _solved(self, point: Floats, gradient: tuple[Floats, Floats], curve: tuple[Floats, Floats, Floats]) -> Floats:
        """Solve each item's two equations; in the Rasch model the slope's equation is one for all items."""
        (of_slope, of_easiness), (ss, se, ee) = gradient, curve
        count = self._slope_count
        if self._prior:
            pull, stiffness = self._prior.gradient(point, count), self._prior.precision(point, count)
            of_easiness, ee = of_easiness + pull[count:], ee + stiffness[count:]
        else:
            pull, stiffness = np.zeros_like(point), np.zeros_like(point)
        ee = ee + _SMALLEST_INFORMATION
        if self._kind == "rasch":
            left = (ss - se**2 / ee).sum() + stiffness[0] + _SMALLEST_INFORMATION
            step = np.array([((of_slope - se * of_easiness / ee).sum() + pull[0]) / left])
            return np.concatenate([step, (of_easiness - se * step[0]) / ee])
        ss, of_slope = ss + stiffness[:count] + _SMALLEST_INFORMATION, of_slope + pull[:count]
        step = np.concatenate([ee * of_slope - se * of_easiness, ss * of_easiness - se * of_slope])
        return step / np.tile(ss * ee - se**2, 2)


def _limited(step: Floats) -> Floats:
    """Never go farther than a logit at once: far from the answer Newton's step may overshoot."""
    longest = float(np.abs(step).max())
    return step * (_LONGEST_STEP / longest) if longest > _LONGEST_STEP else step
