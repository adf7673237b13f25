"""A calibration that can be no model is refused before anything is simulated by it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from simulator.difficulty.tuning.calibration_file import read_difficulty
from simulator.errors import BadInput
from simulator.formats.calibration import Calibration, DifficultyModel
from simulator.formats.writing import json_bytes

MODEL = DifficultyModel(
    features=("intercept", "subtlety"),
    weights=(0.2, 0.5),
    covariance=((0.04, 0.01), (0.01, 0.09)),
    centres={"subtlety": 1.5},
    slot_sd=0.3,
    item_sd=None,
    spread=1.1,
    predictive_error=0.4,
    degrees_of_freedom=10,
    slots=(),
    dropped=(),
)


def written(path: Path, model: DifficultyModel | None) -> Path:
    path.write_bytes(json_bytes(Calibration(100, 10, (), model, None)))
    return path


def test_what_calibrate_writes_is_read(tmp_path: Path) -> None:
    assert read_difficulty(written(tmp_path / "calibration.json", MODEL)) == MODEL


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"features": ("subtlety", "clues")}, "difficulty.features: intercept stands first"),
        ({"weights": (0.2,)}, "difficulty.weights: 1 weights for 2 features"),
        ({"covariance": ((0.04, 0.01),)}, "difficulty.covariance: a table of 2 by 2"),
        ({"covariance": ((0.04, 1.0), (1.0, 0.09))}, "difficulty.covariance: it is no covariance"),
        ({"covariance": ((0.04, 0.02), (0.01, 0.09))}, "difficulty.covariance: it is no covariance"),
        ({"centres": {"subtlety": 1.5, "colour": 1.0}}, "centres: each feature but intercept has one, and 'colour'"),
        ({"centres": {}}, "centres: each feature but intercept has one, and 'subtlety'"),
        ({"features": ("subtlety", "intercept")}, "difficulty.features: intercept stands first"),
        ({"weights": (0.2, 1e300)}, "difficulty.weights: numbers from"),
        ({"average_covariance": ((0.04, 1.0), (1.0, 0.09))}, "difficulty.average_covariance: it is no covariance"),
        ({"average": 1e300}, "difficulty.average: numbers from"),
        ({"slot_sd": -0.3}, "difficulty.slot_sd: it is below 0"),
    ],
)
def test_what_is_no_model_is_refused_with_its_place(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    path = written(tmp_path / "calibration.json", msgspec.structs.replace(MODEL, **change))
    with pytest.raises(BadInput) as refused:
        read_difficulty(path)
    assert said in str(refused.value)


def test_a_calibration_without_difficulty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no difficulty was estimated"):
        read_difficulty(written(tmp_path / "calibration.json", None))
