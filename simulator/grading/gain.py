"""What the same people gained between two gradings of equivalent forms, with its interval."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import BadInput
from simulator.grading.resampling import bootstrap
from simulator.intake.csv_table import read_table
from simulator.randomness import Stream

NAME = "results.csv"
LARGEST = 1_000
"""No measure is larger: scores end at 100, d' and criterion far below."""
MEASURES = ("score", "decision_score", "evidence_score", "d_prime", "criterion")
FEWEST_PAIRS = 2
FEW_PAIRS = 20
"""With fewer trainees the percentile interval is too short: at 10 about nine in ten instead of 95 in 100 hold the truth."""

Results = Mapping[str, Mapping[str, float]]
"""Trainee to his defined measures."""


@dataclass(frozen=True, slots=True)
class Gain:
    """One measure before and after, over those who have both; ``interval`` of the mean difference, 95 %."""

    measure: str
    pairs: int
    before: float
    after: float
    interval: tuple[float, float]
    sd: float
    rose: int

    @property
    def gain(self) -> float:
        """The mean difference, after less before."""
        return self.after - self.before


def read_results(path: Path) -> Results:
    """Read ``results.csv`` or a folder of grades; who sent nothing is left out.

    Raise ``BadInput`` with file and line when it cannot be read, or a trainee stands twice.
    """
    source = path / NAME if path.is_dir() else path
    if path.is_dir() and not source.is_file():
        raise BadInput(f"there is no {NAME} in this folder; name a folder that simulator grade has written", source=path)
    found: dict[str, dict[str, float]] = {}
    for row in read_table(source, ("trainee", "answered", *MEASURES)):
        trainee, place = row.cells["trainee"], f"line {row.line}"
        if trainee in found:
            raise BadInput(f"{trainee} stands here twice; keep one row", source=source, place=place)
        found[trainee] = {name: _number(row.cells[name], source, f"{place}, {name}") for name in MEASURES if row.cells[name]}
        if row.cells["answered"] in ("", "0"):
            found[trainee] = {}
    return {trainee: measures for trainee, measures in found.items() if measures}


def gains(before: Results, after: Results, seed: str = "gain") -> tuple[Gain, ...]:
    """Return the gain of each measure that two or more have on both sides; the same seed gives the same intervals."""
    both = [trainee for trainee in before if trainee in after]
    if len(both) < FEWEST_PAIRS:
        problem = f"{len(both)} trainees stand in both; give people the same ids before and after"
        raise BadInput(problem)
    found = []
    for measure in MEASURES:
        pairs = [
            (before[id_][measure], after[id_][measure]) for id_ in both if measure in before[id_] and measure in after[id_]
        ]
        if len(pairs) >= FEWEST_PAIRS:
            found.append(_gain(measure, pairs, Stream(seed, "gain", measure)))
    return tuple(found)


def _gain(measure: str, pairs: Sequence[tuple[float, float]], stream: Stream) -> Gain:
    differences = [late - early for early, late in pairs]
    ends = bootstrap([differences], _mean, stream)
    middle = _mean(differences)
    assert ends is not None
    return Gain(
        measure=measure,
        pairs=len(pairs),
        before=_mean([early for early, _ in pairs]),
        after=_mean([late for _, late in pairs]),
        interval=ends,
        sd=math.sqrt(math.fsum((each - middle) ** 2 for each in differences) / (len(differences) - 1)),
        rose=sum(each > 0 for each in differences),
    )


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def _number(text: str, source: Path, place: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not abs(value) <= LARGEST:
        raise BadInput(f"{text[:40]!r} is no number from {-LARGEST} to {LARGEST}", source=source, place=place)
    return value
