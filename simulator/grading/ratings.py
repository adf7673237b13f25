"""Measures from ratings: how well confidence orders signals above lawful consignments, and what decisions cost.

A rating is +confidence where somebody acts and -confidence where he does not, so that -4 is the surest pass and +4 the
surest action.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from simulator.grading.measures import mean


def rating(acts: bool, confidence: int) -> int:
    """Return the rating of one answer, -4 to 4 and never 0."""
    return confidence if acts else -confidence


def wilcoxon_area(signals: Sequence[float], lawful: Sequence[float]) -> float | None:
    """Return the area under the empirical curve: the chance that a signal is rated above a lawful one, ties half.

    Hanley, J. A. & McNeil, B. J. (1982): The meaning and use of the area under a receiver operating characteristic (ROC)
    curve. Radiology 143, 29-36. None where either kind is missing.
    """
    if not signals or not lawful:
        return None
    won = sum((high > low) + 0.5 * (high == low) for high in signals for low in lawful)
    return won / (len(signals) * len(lawful))


def operating_points(signals: Sequence[float], lawful: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Return the empirical curve from (0, 0) to (1, 1): false-alarm rate, hit rate, as the cut falls."""
    cuts = sorted({*signals, *lawful}, reverse=True)
    points = [(sum(x >= cut for x in lawful) / len(lawful), sum(x >= cut for x in signals) / len(signals)) for cut in cuts]
    return ((0.0, 0.0), *points)


def partial_area(signals: Sequence[float], lawful: Sequence[float], most_false_alarms: float = 0.2) -> float | None:
    """Return the area up to a false-alarm rate, rescaled so that guessing is .5 and perfection 1.

    McClish, D. K. (1989): Analyzing a portion of the ROC curve. Medical Decision Making 9, 190-195.
    """
    if not signals or not lawful:
        return None
    area = 0.0
    points = operating_points(signals, lawful)
    for (left, low), (right, high) in pairwise(points):
        end = min(right, most_false_alarms)
        if end > left:
            top = low + (high - low) * (end - left) / (right - left)
            area += (end - left) * (low + top) / 2
    guessing, perfect = most_false_alarms**2 / 2, most_false_alarms
    return 0.5 * (1 + (area - guessing) / (perfect - guessing))


def expected_cost(
    hit_rate: float, false_alarm_rate: float, prevalence: float, miss_cost: float, false_alarm_cost: float
) -> float:
    """Return the mean cost of a consignment: prevalence x cost x misses + (1 - prevalence) x cost x false alarms.

    Green & Swets (1966), chapter 1, with correct decisions free.
    """
    return prevalence * miss_cost * (1 - hit_rate) + (1 - prevalence) * false_alarm_cost * false_alarm_rate


@dataclass(frozen=True, slots=True)
class Brier:
    """The score and its parts: ``score`` = ``reliability`` - ``resolution`` + ``uncertainty``."""

    score: float
    reliability: float
    resolution: float
    uncertainty: float


def brier(stated: Sequence[float], outcomes: Sequence[bool]) -> Brier | None:
    """Return the mean squared error of stated chances, and its parts by level stated.

    Brier, G. W. (1950): Verification of forecasts expressed in terms of probability. Monthly Weather Review 78, 1-3; parts
    by Murphy, A. H. (1973): A new vector partition of the probability score. Journal of Applied Meteorology 12, 595-600.
    """
    score = mean((chance - happened) ** 2 for chance, happened in zip(stated, outcomes, strict=True))
    if score is None:
        return None
    total, base = len(stated), sum(outcomes) / len(stated)
    reliability = resolution = 0.0
    for level in set(stated):
        known = [happened for chance, happened in zip(stated, outcomes, strict=True) if chance == level]
        observed = sum(known) / len(known)
        reliability += len(known) / total * (level - observed) ** 2
        resolution += len(known) / total * (observed - base) ** 2
    return Brier(score, reliability, resolution, base * (1 - base))
