"""Which features items have, and which random effects they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.difficulty.models.responses import Floats
from simulator.errors import BadInput

_HAIR = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """``fixed`` is items x features (an intercept among them); ``effects`` are items x levels, one table a random effect.

    The usual random effect is each item's own; slots that several items share are another. ``hair`` is the variance that
    each item is left besides: it keeps the covariance from being singular where there is no effect of the item's own.
    ``prior_sd`` is that of a normal prior of every weight but the intercept's, which stands first; None: a flat one. It
    holds the weight of a feature with which nobody was ever wrong, which would run away.
    """

    fixed: Floats
    effects: tuple[Floats, ...]
    hair: float = _HAIR
    prior_sd: float | None = None

    @property
    def items(self) -> int:
        """How many items there are."""
        return int(self.fixed.shape[0])

    @property
    def features(self) -> int:
        """How many features there are, the intercept included."""
        return int(self.fixed.shape[1])

    def ordinary(self, easiness: Floats) -> Floats:
        """Return the weights of least squares."""
        found: Floats = np.linalg.lstsq(self.fixed, easiness, rcond=None)[0]
        return found

    def covariance(self, errors: Floats) -> Floats:
        """Return the covariance of the items' random effects, given their standard deviations."""
        pairs = zip(errors, self.effects, strict=True)
        found: Floats = sum((sd**2 * effect @ effect.T for sd, effect in pairs), np.zeros((self.items, self.items)))
        return found

    def _inverse(self, errors: Floats) -> Floats:
        """Return the inverse of the random effects' covariance, kept away from singular by a hair."""
        found: Floats = np.linalg.inv(self.covariance(errors) + self.hair * np.eye(self.items))
        return found

    def precision(self, errors: Floats) -> Floats:
        """Return the precision of the easiness, the weights integrated out."""
        inverse = self._inverse(errors)
        left = inverse @ self.fixed
        found: Floats = inverse - left @ np.linalg.solve(self.fixed.T @ left + self._prior(), left.T)
        return found

    def weights(self, easiness: Floats, covariance: Floats, errors: Floats) -> tuple[Floats, Floats]:
        """Return the weights that an easiness and its covariance imply, and the weights' covariance.

        By least squares, weighed by the random effects; the weights' own spread around that is added.
        """
        back = self.back(errors)
        if not errors.any():
            return back @ easiness, back @ covariance @ back.T
        own: Floats = np.linalg.inv(self.fixed.T @ self._inverse(errors) @ self.fixed + self._prior())
        return back @ easiness, own + back @ covariance @ back.T

    def back(self, errors: Floats) -> Floats:
        """Return the map from an easiness to its weights (features x items): least squares, weighed by the effects."""
        if not errors.any():
            ordinary: Floats = np.linalg.pinv(self.fixed)
            return ordinary
        left = self.fixed.T @ self._inverse(errors)
        found: Floats = np.linalg.solve(left @ self.fixed + self._prior(), left)
        return found

    def prior_precision(self) -> Floats:
        """Return the prior's precision as one of the items' easiness, for a model without errors: items x items."""
        back = np.linalg.pinv(self.fixed)
        found: Floats = back.T @ self._prior() @ back
        return found

    def _prior(self) -> Floats:
        """Return the precision of the weights' prior."""
        each = np.full(self.features, 0.0 if self.prior_sd is None else 1 / self.prior_sd**2)
        each[0] = 0.0
        return np.diag(each)

    def next_errors(self, easiness: Floats, information: Floats, errors: Floats, *, integrate_weights: bool) -> Floats:
        """Return each effect's next standard deviation: squares of the effects over what determined them.

        For one effect of each item's own this is MacKay's e'e / (items - features - trace(V) / variance).
        """
        whole = self.precision(errors)
        precision = whole if integrate_weights else self._inverse(errors)
        known = precision - precision @ np.linalg.solve(information + precision, precision)
        found = []
        for sd, effect in zip(errors, self.effects, strict=True):
            estimates = sd**2 * effect.T @ (whole @ easiness)
            determined = sd**2 * float(np.trace(effect.T @ known @ effect))
            found.append(np.sqrt(float(estimates @ estimates) / determined) if determined > 0 and sd else 0.0)
        return np.array(found)


def design(features: Floats, slots: Sequence[int] | None = None) -> Design:
    """Return the design of items with an error of their own, and one of their slot where items share slots.

    ``features`` is items x features without intercept; raise ``BadInput`` where features follow from each other.
    """
    fixed = np.column_stack([np.ones(len(features)), features])
    if np.linalg.matrix_rank(fixed) < fixed.shape[1]:
        raise BadInput("some features follow from the others, or do not vary among these items; leave them out")
    own = np.eye(len(fixed))
    if slots is None:
        return Design(fixed, (own,))
    names, place = np.unique(np.asarray(slots), return_inverse=True)
    return Design(fixed, (np.eye(len(names))[place], own) if len(names) < len(fixed) else (own,))
