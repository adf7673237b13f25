"""What makes items hard: the linear logistic test model with random item error (LLTM+e), by REML.

logit of a right answer = ability + easiness, easiness = design x weights + random effects. Abilities are normal and
integrated on nodes; items are integrated by Laplace's method with the exact information. Without item error the
weights' intervals are far too short: 73 % instead of 95 % covered at an error of 0.4 logits (design study).

De Boeck, P. & Wilson, M. (2004): Explanatory Item Response Models. Springer. Variances by the fixed point of
MacKay, D. J. C. (1992): Bayesian interpolation. Neural Computation 4, 415-447.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from simulator.difficulty.models.ability import grid
from simulator.difficulty.models.design import Design
from simulator.difficulty.models.information import Curve, Point, curve, log_likelihood, unpacked
from simulator.difficulty.models.responses import Floats, Responses
from simulator.errors import BadInput

Method = Literal["reml", "ml"]
_MOST_STEPS = 2000
_HALVINGS = 30
_TOLERANCE = 1e-5
_NO_ERROR = 1e-3
"""A standard deviation below a thousandth of a logit is none."""
_LONGEST_STEP = 2.0
SPREAD_PRIOR_SD = 1.0
"""Prior of the logarithm of the abilities' spread in small classes: with one item nothing else tells it."""


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """A fitted model.

    ``weights`` with ``weight_covariance`` (features), ``easiness`` with ``easiness_covariance`` (items, shrunk towards
    what the features say), ``error_sd`` one number for each kind of random effect, ``spread`` the standard deviation
    of abilities, ``means`` of classes but the first; all in logits. ``log_likelihood`` is of the answers at the easiness.
    ``mean_covariance`` is that of the means, ``weight_mean_covariance`` (features x means) theirs with the weights.
    """

    weights: Floats
    weight_covariance: Floats
    easiness: Floats
    easiness_covariance: Floats
    error_sd: Floats
    spread: float
    means: Floats
    log_likelihood: float
    steps: int
    mean_covariance: Floats
    weight_mean_covariance: Floats

    @property
    def weight_errors(self) -> Floats:
        """Return the standard error of each weight."""
        return np.sqrt(np.diag(self.weight_covariance))


def fit_explanatory(
    classes: Sequence[Responses],
    design: Design,
    *,
    method: Method = "reml",
    item_error: bool = True,
    spread_prior: bool = False,
) -> Explained:
    """Fit weights, errors and easiness; plain LLTM with ``item_error=False``.

    Raise ``BadInput`` when there are no more items than features, or when the iteration does not settle.
    """
    return _Fit(classes, design, method, spread_prior).run(item_error)


class _Fit:
    def __init__(self, classes: Sequence[Responses], design: Design, method: Method, spread_prior: bool) -> None:
        self._classes, self._design, self._method = classes, design, method
        # An ability is known no better than from the most that somebody answered.
        self._points = grid(max(int(each.mask().sum(axis=1).max()) for each in classes))
        self._spread_precision = 1 / SPREAD_PRIOR_SD**2 if spread_prior else 0.0

    def run(self, item_error: bool) -> Explained:
        design = self._design
        if item_error and design.items <= design.features:
            raise BadInput(
                f"{design.items} items cannot tell the error of {design.features} features; use more items or fewer features"
            )
        at = Point(self._first_easiness(), 0.0, np.zeros(len(self._classes) - 1))
        errors = np.full(len(design.effects), 0.5) if item_error else np.zeros(len(design.effects))
        if not item_error:
            at = Point(design.fixed @ design.ordinary(at.easiness), at.log_spread, at.means)
        for steps in range(1, _MOST_STEPS + 1):
            at, moved, here = self._climb(at, errors)
            after = self._next_errors(at, errors, here)
            change = np.abs(np.log(np.maximum(after, _NO_ERROR) / np.maximum(errors, _NO_ERROR))).max(initial=0.0)
            if moved < _TOLERANCE and change < _TOLERANCE:
                return self._result(at, errors, steps)
            errors = after
        raise BadInput(f"the model did not settle in {_MOST_STEPS} steps; use more answers or fewer features")

    def _first_easiness(self) -> Floats:
        right = sum((each.counts @ each.right for each in self._classes), np.zeros(self._design.items))
        seen = sum((each.counts @ each.mask() for each in self._classes), np.zeros(self._design.items))
        share = (right + 0.5) / (seen + 1)
        found: Floats = np.log(share / (1 - share))
        return found

    # -- climbing ------------------------------------------------------------------------------------------------------

    def _climb(self, at: Point, errors: Floats) -> tuple[Point, float, Curve]:
        """Take one Newton step, halved until the penalised log-likelihood does not fall; return how far it went."""
        here = curve(self._classes, at, self._points)
        basis, precision = self._basis(errors), self._penalty(errors)
        row = at.packed()
        gradient = basis.T @ (here.gradient - self._pull(row, precision))
        stiff = basis.T @ (here.information + self._whole(precision)) @ basis
        step = basis @ _solved(stiff, gradient)
        step *= min(1.0, _LONGEST_STEP / max(np.abs(step).max(), 1e-300))
        value = here.log_likelihood - self._cost(row, precision)
        for _ in range(_HALVINGS):
            there = unpacked(row + step, self._design.items)
            reached = log_likelihood(self._classes, there, self._points) - self._cost(row + step, precision)
            if reached >= value - 1e-9 * (1 + abs(value)):
                return there, float(np.abs(step).max()), here
            step = step / 2
        return at, 0.0, here

    def _basis(self, errors: Floats) -> Floats:
        """Return the directions in which the point may go: any, or without item error those of the features."""
        others = 1 + len(self._classes) - 1
        if errors.any():
            return np.eye(self._design.items + others)
        fixed = self._design.fixed
        return np.block(
            [
                [fixed, np.zeros((self._design.items, others))],
                [np.zeros((others, fixed.shape[1])), np.eye(others)],
            ]
        )

    def _penalty(self, errors: Floats) -> Floats:
        return self._design.precision(errors) if errors.any() else self._design.prior_precision()

    def _whole(self, precision: Floats) -> Floats:
        size = self._design.items + len(self._classes)
        whole = np.zeros((size, size))
        whole[: self._design.items, : self._design.items] = precision
        whole[self._design.items, self._design.items] = self._spread_precision
        return whole

    def _pull(self, row: Floats, precision: Floats) -> Floats:
        return self._whole(precision) @ row

    def _cost(self, row: Floats, precision: Floats) -> float:
        return float(row @ self._pull(row, precision)) / 2

    # -- errors --------------------------------------------------------------------------------------------------------

    def _next_errors(self, at: Point, errors: Floats, here: Curve) -> Floats:
        """Return the next standard deviation of each kind of random effect."""
        if not errors.any():
            return errors
        items = self._design.items
        information = here.information[:items, :items]
        if self._method == "reml" and len(self._classes) > 1:
            across, means = here.information[:items, items + 1 :], here.information[items + 1 :, items + 1 :]
            information = information - across @ np.linalg.solve(means, across.T)
        after = self._design.next_errors(at.easiness, information, errors, integrate_weights=self._method == "reml")
        return np.where(after < _NO_ERROR, 0.0, after)

    # -- what comes out ------------------------------------------------------------------------------------------------

    def _result(self, at: Point, errors: Floats, steps: int) -> Explained:
        items = self._design.items
        here = curve(self._classes, at, self._points)
        basis, precision = self._basis(errors), self._penalty(errors)
        inner = np.linalg.pinv(basis.T @ (here.information + self._whole(precision)) @ basis, hermitian=True)
        whole = basis @ inner @ basis.T
        covariance = whole[:items, :items]
        weights, of_weights = self._design.weights(at.easiness, covariance, errors)
        return Explained(
            weights=weights,
            weight_covariance=of_weights,
            easiness=at.easiness,
            easiness_covariance=covariance,
            error_sd=errors,
            spread=float(np.exp(at.log_spread)),
            means=at.means,
            log_likelihood=here.log_likelihood,
            steps=steps,
            mean_covariance=whole[items + 1 :, items + 1 :],
            weight_mean_covariance=self._design.back(errors) @ whole[:items, items + 1 :],
        )


def _solved(stiff: Floats, gradient: Floats) -> Floats:
    """Solve for the step; where the information is not positive, far from the top, lean on its diagonal."""
    lean = 0.0
    size = float(np.abs(np.diag(stiff)).max())
    for _ in range(40):
        try:
            factor = np.linalg.cholesky(stiff + lean * np.eye(len(stiff)))
        except np.linalg.LinAlgError:
            lean = max(10 * lean, 1e-8 * size, 1e-12)
            continue
        found: Floats = np.linalg.solve(factor.T, np.linalg.solve(factor, gradient))
        return found
    raise BadInput("the answers say nothing of some items and features; drop them")
