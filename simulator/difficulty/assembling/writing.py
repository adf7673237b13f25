"""Assembled scenarios as files, and what is predicted for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from simulator.difficulty.assembling.choosing import Chosen
from simulator.difficulty.assembling.pool import Curves
from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.tuning.predicting import PassRate
from simulator.difficulty.tuning.writing import whence
from simulator.formats.toml_writing import toml_text
from simulator.scenario import Scenario

WITHIN = 2.0
"""Forms are compared at abilities up to so many standard deviations from the class's mean."""


@dataclass(frozen=True, slots=True, eq=False)
class AssembledForm:
    """One assembled form: which candidates, its scenario, the pass rate predicted for it."""

    chosen: Chosen
    scenario: Scenario
    predicted: PassRate


def form_path(out: Path, number: int, forms: int) -> Path:
    """Return the file of a form: the one named, or with its number before the ending."""
    return out if forms == 1 else out.with_name(f"{out.stem}-{number}{out.suffix}")


def largest_difference(forms: Sequence[Chosen], curves: Curves, class_: ClassAbility) -> float:
    """Return by how many points the expected scores of forms differ at most, at any ability near the class's."""
    near = np.abs(curves.at - class_.mean) <= WITHIN * class_.spread + 1e-9
    scores = np.array([each.score for each in forms])[:, near]
    return float((scores.max(axis=0) - scores.min(axis=0)).max())


def form_lines(form: AssembledForm, curves: Curves, class_: ClassAbility, calibration: str | None) -> list[str]:
    """Return what was assembled, in sentences."""
    places = list(form.chosen.places)
    voyages = len({each.voyage for each in form.chosen.candidates})
    counts, rate = form.scenario.consignments, form.predicted
    known = f" ± {1.96 * rate.error:.3f}" if rate.error else ""
    return [
        f"{counts.count} consignments of {voyages} voyages and flights: {counts.signals} signals, {counts.revenue} revenue, "
        f"{counts.query} query, {counts.release} lawful; {counts.by_sea} by sea.",
        f"Predicted: {curves.share_right[places].mean():.1%} of decisions right, mean score "
        f"{100 * curves.mean_earned[places].mean():.1f}, pass rate {rate.rate:.3f}{known}",
        f"(abilities: mean {class_.mean:.3g}, standard deviation {class_.spread:.3g} logits; {whence(calibration)}).",
    ]


def assembled_toml(form: AssembledForm, lines: Sequence[str]) -> bytes:
    """Return the assembled scenario: whoever has this file has the key."""
    data = form.scenario.whole()
    data["reference_date"] = form.scenario.reference_date
    above = [
        "Assembled by simulator assemble. The seeds below give the key away: keep this file as you keep the key.",
        *lines,
    ]
    return toml_text(data, "\n".join(above)).encode()
