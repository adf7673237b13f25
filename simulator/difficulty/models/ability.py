"""Abilities of a class as a normal distribution on equally spaced nodes, and what answers say of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simulator.difficulty.models.responses import Floats, Responses

FEWEST_NODES = 41
WIDEST = 6.0
"""Nodes reach from -6 to 6 standard deviations."""
_INFORMATION = 0.25
"""The most that one answer says of an ability, in squared logits."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Standard normal abilities: ``nodes`` in standard deviations and the logarithms of their weights, which sum to 1."""

    nodes: Floats
    log_weights: Floats


def grid(items: int, spread: float = 1.0) -> Grid:
    """Return equally spaced nodes with normal weights, fine enough for an ability known from that many ``items``.

    ``spread`` is the largest slope, logits a standard deviation. Equally spaced nodes not farther apart than the
    posterior's own standard deviation integrate it to a few parts in a thousand million.
    """
    finest = 1 / np.sqrt(1 + _INFORMATION * items * spread**2)
    nodes = np.linspace(-WIDEST, WIDEST, max(FEWEST_NODES, 1 + 2 * int(np.ceil(WIDEST / finest))))
    log_weights = -0.5 * nodes**2
    return Grid(nodes, log_weights - np.log(np.exp(log_weights).sum()))


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """What the answers say of the abilities: ``share`` is patterns x nodes and sums to 1 in each row."""

    log_likelihood: float
    share: Floats


def posterior(answers: Responses, logits: Floats, abilities: Grid) -> Posterior:
    """Return log-likelihood and posterior abilities; ``logits`` are items x nodes (one class), of a right answer."""
    nothing = -np.logaddexp(0.0, logits)
    if answers.seen is None:
        joint = answers.right @ logits + (nothing.sum(axis=0) + abilities.log_weights)
    else:
        joint = answers.right @ logits + answers.seen @ nothing + abilities.log_weights
    highest = joint.max(axis=1, keepdims=True)
    np.exp(joint - highest, out=joint)
    total = joint.sum(axis=1, keepdims=True)
    joint /= total
    return Posterior(float(answers.counts @ (np.log(total) + highest)[:, 0]), joint)
