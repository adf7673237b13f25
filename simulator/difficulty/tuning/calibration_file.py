"""``--calibration FILE``: the difficulty model of a calibration, refused where it cannot be one."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from simulator.errors import BadInput
from simulator.formats.calibration import Calibration, DifficultyModel
from simulator.formats.reading import read_json

LARGEST = 1e6
"""Logits, far beyond what any answers tell; with more, sums of squares are no numbers."""


def read_difficulty(path: Path) -> DifficultyModel:
    """Read the difficulty model of a calibration.

    Raise ``BadInput`` when the file cannot be read, nothing was estimated, or the numbers are no model: weights and
    covariance that do not belong together, errors below 0, what is not finite.
    """
    model = read_json(path, Calibration).difficulty
    if model is None:
        raise BadInput("no difficulty was estimated; calibrate more answers", source=path, place="difficulty")
    for place, problem in _problems(model):
        raise BadInput(f"{problem}; write the file anew with simulator calibrate", source=path, place=f"difficulty.{place}")
    return model


def _problems(model: DifficultyModel) -> Iterator[tuple[str, str]]:
    count = len(model.features)
    if model.features[:1] != ("intercept",) or len(set(model.features)) != count:
        yield "features", "intercept stands first, and each feature once"
    if len(model.weights) != count:
        yield "weights", f"{len(model.weights)} weights for {count} features"
    tables = {"covariance": model.covariance}
    if model.average_covariance is not None:
        tables["average_covariance"] = model.average_covariance
    for place, table in tables.items():
        if [len(row) for row in table] != [count] * count:
            yield place, f"a table of {count} by {count} is expected"
    other = sorted(set(model.centres) ^ set(model.features[1:]))
    if other:
        yield "centres", f"each feature but intercept has one, and {other[0]!r} is on one side only"
    errors = {"slot_sd": model.slot_sd, "item_sd": model.item_sd or 0.0, "spread": model.spread}
    numbers = {place: [each for row in table for each in row] for place, table in tables.items()}
    numbers |= {"weights": list(model.weights), "average": [model.average]}
    for place, values in {**numbers, "centres": model.centres.values(), **{k: (v,) for k, v in errors.items()}}.items():
        if not all(math.isfinite(each) and abs(each) <= LARGEST for each in values):
            yield place, f"numbers from {-LARGEST:g} to {LARGEST:g} are expected"
    yield from ((place, "it is below 0") for place, value in errors.items() if value < 0)
    for place, table in tables.items():
        if not _is_covariance(np.array(table)):
            yield place, "it is no covariance: not the same both ways, or with a variance below 0"


def _is_covariance(table: np.ndarray) -> bool:
    """Tell whether a square table is symmetric and positive semidefinite but for rounding."""
    scale = max(1.0, float(np.abs(table).max(initial=0.0)))
    least = 1e-9 * scale
    return bool(np.allclose(table, table.T, atol=least) and np.linalg.eigvalsh(table).min(initial=0.0) > -least)
