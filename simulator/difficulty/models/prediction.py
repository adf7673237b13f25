"""What a calibration says of items that nobody has answered, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from scipy.special import expit
from scipy.stats import t as student

from simulator.difficulty.models.ability import grid
from simulator.difficulty.models.responses import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Predicted:
    """Easiness of new items in logits: ``mean``, and ``covariance`` with the weights' uncertainty and the item's error."""

    mean: Floats
    covariance: Floats
    degrees_of_freedom: float

    def interval(self, confidence: float = 0.95) -> tuple[Floats, Floats]:
        """Return both ends of each item's predictive interval.

        Student's quantile, with as many degrees of freedom as items told the error (less the features): the error's
        standard deviation is itself estimated.
        """
        quantile = student.ppf((1 + confidence) / 2, self.degrees_of_freedom)
        reach = quantile * np.sqrt(np.diag(self.covariance))
        return self.mean - reach, self.mean + reach


def predict(
    fixed: Floats, weights: Floats, weight_covariance: Floats, error_sd: float, degrees_of_freedom: float
) -> Predicted:
    """Return what is expected of items with the rows ``fixed`` (intercept first): W c W' + error variance."""
    covariance = fixed @ weight_covariance @ fixed.T + error_sd**2 * np.eye(len(fixed))
    return Predicted(fixed @ weights, covariance, max(1.0, degrees_of_freedom))


def expected_share(easiness: Floats, mean: float, spread: float) -> Floats:
    """Return the share of right answers that a class of normal abilities (logits) gives to each item."""
    points = grid(1, spread)
    chance = expit(easiness[:, None] + mean + spread * points.nodes)
    found: Floats = chance @ np.exp(points.log_weights)
    return found


def trainees_for(standard_error: float, easiness: float, spread: float = 1.0) -> int:
    """Return how many trainees give a Rasch difficulty that standard error (logits), others' abilities known.

    One over the expected information of an answer, averaged over abilities (Lord 1980, Applications of item response theory,
    chapter 4).
    """
    points = grid(1, spread)
    chance = expit(easiness + spread * points.nodes)
    information = float(np.exp(points.log_weights) @ (chance * (1 - chance)))
    return int(np.ceil(1 / (standard_error**2 * information)))


def consignments_for(half_width: float, rate: float, confidence: float = 0.95) -> int:
    """Return how many answers tell a rate to within that half width (normal approximation, Wald)."""
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    return int(np.ceil(z**2 * rate * (1 - rate) / half_width**2))
