"""The tuned scenario as a file: every setting, and above them what was predicted and how."""

from __future__ import annotations

from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.tuning.issuing import Issued
from simulator.difficulty.tuning.search import Tuned
from simulator.formats.toml_writing import toml_text


def tuned_toml(tuned: Tuned, class_: ClassAbility, calibration: str | None, pack: Issued | None = None) -> bytes:
    """Return the tuned scenario with its prediction as a comment."""
    data = tuned.scenario.whole()
    data["reference_date"] = tuned.scenario.reference_date
    return toml_text(data, "\n".join(prediction_lines(tuned, class_, calibration, pack))).encode()


def prediction_lines(tuned: Tuned, class_: ClassAbility, calibration: str | None, pack: Issued | None = None) -> list[str]:
    """Return the prediction in sentences."""
    predicted, size = tuned.predicted, tuned.scenario.class_.trainees
    low, high = predicted.interval(size)
    weights = " ".join(f"{each:g}" for each in tuned.scenario.indicators.subtlety)
    return [
        f"Tuned by simulator tune for a pass rate of {tuned.wanted:g} at pass mark {tuned.scenario.scoring.pass_mark:g}:",
        f"subtlety {weights}, look_alikes {tuned.setting.look_alikes}.",
        f"Predicted: {predicted.rate:.3f} ± {1.96 * predicted.error:.3f} over packs of all seeds;",
        f"one class of {size} with one variant: {low:.2f} to {high:.2f} in 95 of 100 cases",
        f"(variants of different packs differ by {predicted.between:.3f}, standard deviation; {predicted.forms} seeds).",
        *_pack_lines(pack, size),
        f"Abilities: mean {class_.mean:.3g}, standard deviation {class_.spread:.3g} logits.",
        f"{whence(calibration)[0].upper()}{whence(calibration)[1:]}.",
    ]


def whence(calibration: str | None) -> str:
    """Return where the difficulty of clues was taken from."""
    return f"difficulty of clues: {'assumed, no class was calibrated' if calibration is None else 'from ' + calibration}"


def _pack_lines(pack: Issued | None, size: int) -> list[str]:
    if pack is None:
        return []
    low, high = pack.predicted.interval(size)
    known = f" ± {1.96 * pack.predicted.error:.3f}" if pack.predicted.error else ""
    return [
        f"Pack to issue: --seed {pack.seed}",
        f"predicted for it: {pack.predicted.rate:.3f}{known}, from {pack.variants} of its variants; "
        f"one class of {size}: {low:.2f} to {high:.2f}.",
    ]
