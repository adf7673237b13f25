"""What ``--calibration``, ``--ability`` and ``--spread`` say of the class that is predicted for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import msgspec

    from simulator.difficulty.simulate import ClassAbility
    from simulator.formats.calibration import DifficultyModel

CalibrationFile = Annotated[
    Path | None, typer.Option("--calibration", help="How hard consignments are, as simulator calibrate wrote it.")
]
Ability = Annotated[
    float | None, typer.Option("--ability", help="Mean ability in logits: 0.5, or the calibrated classes' average.")
]
Spread = Annotated[float | None, typer.Option("--spread", help="Standard deviation of abilities: 1, or the calibration's.")]


def class_and_model(
    calibration: Path | None, ability: float | None, spread: float | None
) -> tuple[ClassAbility, DifficultyModel | None]:
    """Return the class and the calibration's model; left alone, abilities are those of all calibrated classes together.

    Raise ``BadInput`` for a calibration without difficulties, and for what is no number of logits.
    """
    from simulator.difficulty.simulate import DEFAULT_ABILITY, ClassAbility, check_class
    from simulator.difficulty.tuning.calibration_file import read_difficulty

    model = None if calibration is None else read_difficulty(calibration)
    class_ = ClassAbility(
        mean=ability if ability is not None else DEFAULT_ABILITY if model is None else model.average,
        spread=spread if spread is not None else 1.0 if model is None else model.spread,
    )
    check_class(class_)
    if model is not None and ability is not None:
        # Other people than those who answered: how hard things are for the average of the classes is of no use.
        model = msgspec.structs.replace(model, average_covariance=None)
    return class_, model
