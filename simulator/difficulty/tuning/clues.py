"""How hard clues are by a calibration, for simulated trainees.

A calibration tells how hard *consignments* are by their cards. A clue is taken to be as hard as a consignment that shows it
alone: intercept + clues + level x subtlety + the hardest of its ways of seeing; a look-alike as a lawful consignment with it
alone: intercept + look_alike_count. Features that it does not speak of stand at their means, those that were left out add
nothing. What the card does not explain (errors of slot and item) is drawn for each consignment, and the weights are drawn
within their own uncertainty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.difficulty.trainees import ASSUMED, Difficulties
from simulator.formats.calibration import DifficultyModel
from simulator.formats.vocabulary import SEEN_BY
from simulator.randomness import Stream

_OF_CLUES = frozenset({"subtlety", "look_alike_count", "clues", *SEEN_BY})
_LEVELS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class World:
    """How hard clues are in one draw, and what each slot's consignment adds beyond that, in logits."""

    difficulties: Difficulties = ASSUMED
    error_sd: float = 0.0

    def residual(self, stream: Stream) -> float:
        """Return what one consignment is harder than its card says."""
        return self.error_sd * stream.normal() if self.error_sd else 0.0


def drawn_world(model: DifficultyModel | None, stream: Stream) -> World:
    """Return how hard clues may be by a calibration; as is assumed without one."""
    if model is None:
        return World()
    spread = np.linalg.cholesky(np.array(model.covariance) + 1e-12 * np.eye(len(model.weights)))
    moved = np.array(model.weights) + spread @ [stream.at("weight", name).normal() for name in model.features]
    weights = {name: float(each) for name, each in zip(model.features, moved, strict=True)}
    return World(clue_difficulties(weights, model.centres), float(np.hypot(model.slot_sd, model.item_sd or 0.0)))


def clue_difficulties(weights: Mapping[str, float], centres: Mapping[str, float]) -> Difficulties:
    """Return how hard clues are by weights of a calibration."""
    base = weights["intercept"] + sum(weights[name] * mean for name, mean in centres.items() if name not in _OF_CLUES)
    clue = base + weights.get("clues", 0.0)
    return Difficulties(
        subtlety={level: clue + level * weights.get("subtlety", 0.0) for level in _LEVELS},
        seen_by={way: weights.get(way, 0.0) for way in SEEN_BY},
        innocent=base + weights.get("look_alike_count", 0.0),
    )


def features_used(model: DifficultyModel) -> Sequence[str]:
    """Return the features of a calibration that speak of clues."""
    return tuple(name for name in model.features if name in _OF_CLUES)
