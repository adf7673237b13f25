"""Answers drawn from a known model."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.randomness import Stream

WEIGHTS = np.array([0.5, 0.5, -0.4, 0.8, -0.6, 0.3, -0.9])
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Class:
    answers: Floats
    features: Floats
    easiness: Floats


def normals(stream: Stream, *shape: int) -> Floats:
    return np.array([stream.normal() for _ in range(int(np.prod(shape)))]).reshape(shape)


def uniforms(stream: Stream, *shape: int) -> Floats:
    return np.array([stream.uniform() for _ in range(int(np.prod(shape)))]).reshape(shape)


def simulated_class(trainees: int, items: int, error_sd: float, seed: str) -> Class:
    """A class of normal abilities on items of six binary features and an error of their own."""
    stream = Stream(seed)
    features = (uniforms(stream.at("features"), items, len(WEIGHTS) - 1) < 0.5).astype(float)
    easiness = WEIGHTS[0] + features @ WEIGHTS[1:] + error_sd * normals(stream.at("error"), items)
    ability = normals(stream.at("ability"), trainees, 1)
    chance = 1 / (1 + np.exp(-(ability + easiness)))
    return Class((uniforms(stream.at("answers"), trainees, items) < chance).astype(float), features, easiness)
