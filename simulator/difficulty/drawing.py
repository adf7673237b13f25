"""Answers drawn from a response model, for any number of trainees, a block of them at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from simulator.difficulty.models.responses import Floats
from simulator.errors import BadInput
from simulator.randomness import Stream

_CELLS = 1 << 18
"""Answers drawn at once: two megabytes of numbers, which stay in a processor's cache."""
_FARTHEST = 700.0
"""Beyond this many logits a number overflows, and nobody is any longer in doubt."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A Rasch or two-parameter model, or LLTM+e with its errors drawn.

    The chance of a right answer is logistic(slope x ability + easiness); abilities are normal with ``mean`` and ``spread``.
    All is in logits, slopes and easiness one number an item.
    """

    easiness: Floats
    slopes: Floats
    mean: float = 0.0
    spread: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Some trainees: their abilities, and trainees x items, 1 where the answer is right, else 0."""

    abilities: Floats
    right: NDArray[np.uint8]


def rasch(easiness: Floats, spread: float = 1.0, mean: float = 0.0) -> Model:
    """Return a model in which all slopes are 1."""
    return Model(np.asarray(easiness, dtype=float), np.ones(len(easiness)), mean, spread)


def with_errors(fixed: Floats, weights: Floats, error_sd: float, stream: Stream) -> Floats:
    """Return the easiness of items, design x weights (LLTM), with a normal error of each item's own."""
    easiness: Floats = fixed @ weights + error_sd * normals(stream, len(fixed))
    return easiness


def normals(stream: Stream, count: int) -> NDArray[np.float64]:
    """Return many standard normal numbers at once, by inversion; a uniform 0 counts as half a step of its grid."""
    found: NDArray[np.float64] = ndtri(np.maximum(stream.uniforms(count), 2.0**-54))
    return found


def drawn(model: Model, trainees: int, stream: Stream) -> Iterator[Block]:
    """Yield the answers of so many trainees, block by block, so that memory does not grow with them.

    A block has places of its own in the stream: the same model and stream give the same answers. Raise ``BadInput`` for a
    model without items, or with a number that is none.
    """
    _refuse(model)
    items = len(model.easiness)
    size = max(1, _CELLS // items)
    for number, first in enumerate(range(0, trainees, size)):
        count = min(size, trainees - first)
        place = stream.at("block", number)
        abilities = model.mean + model.spread * normals(place.at("ability"), count)
        yield Block(abilities, _right(model, abilities, place.at("answers")))


def _right(model: Model, abilities: Floats, stream: Stream) -> NDArray[np.uint8]:
    """Return 1 where a uniform number lies below the chance 1 / (1 + exp(-logit)), asked without a division."""
    against: NDArray[Any] = np.outer(-abilities, model.slopes)
    against -= model.easiness
    np.exp(np.clip(against, -_FARTHEST, _FARTHEST, out=against), out=against)
    against += 1.0
    against *= stream.uniforms(against.size).reshape(against.shape)
    return (against < 1.0).view(np.uint8)


def _refuse(model: Model) -> None:
    if len(model.easiness) == 0 or len(model.slopes) != len(model.easiness):
        raise BadInput(f"{len(model.easiness)} items with {len(model.slopes)} slopes are no model; give one of each an item")
    numbers = (*model.easiness, *model.slopes, model.mean, model.spread)
    if not all(np.isfinite(numbers)) or model.spread < 0:
        raise BadInput("the model has a number that is none, or a spread below 0; all must be finite")
