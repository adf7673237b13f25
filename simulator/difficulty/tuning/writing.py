"""The tuned scenario as a file: every setting, and above them what was predicted and how."""

from __future__ import annotations

from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.tuning.search import Tuned
from simulator.formats.toml_writing import toml_text


def tuned_toml(tuned: Tuned, class_: ClassAbility, calibration: str | None) -> bytes:
    """Return the tuned scenario with its prediction as a comment."""
    data = tuned.scenario.whole()
    data["reference_date"] = tuned.scenario.reference_date
    return toml_text(data, "\n".join(prediction_lines(tuned, class_, calibration))).encode()


def prediction_lines(tuned: Tuned, class_: ClassAbility, calibration: str | None) -> list[str]:
    """Return the prediction in sentences."""
    predicted, size = tuned.predicted, tuned.scenario.class_.trainees
    low, high = predicted.interval(size)
    weights = " ".join(f"{each:g}" for each in tuned.scenario.indicators.subtlety)
    return [
        f"Tuned by simulator tune for a pass rate of {tuned.wanted:g} at pass mark {tuned.scenario.scoring.pass_mark:g}:",
        f"subtlety {weights}, look_alikes {tuned.setting.look_alikes}.",
        f"Predicted: {predicted.rate:.3f} ± {1.96 * predicted.error:.3f} over packs of all seeds;",
        f"one class of {size} with one pack: {low:.2f} to {high:.2f} in 95 of 100 cases",
        f"(packs differ by {predicted.between:.3f}, standard deviation; {predicted.forms} seeds, "
        f"{predicted.trainees} simulated trainees each).",
        f"Abilities: mean {class_.mean:g}, standard deviation {class_.spread:.3g} logits.",
        f"Difficulty of clues: {'assumed, no class was calibrated' if calibration is None else 'from ' + calibration}.",
    ]
