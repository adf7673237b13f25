"""Intervals by bootstrap: the same thing measured again on samples drawn from what was observed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from simulator.grading.grade import ConsignmentGrade
from simulator.randomness import Stream

Observed = TypeVar("Observed")

DRAWS = 1000
_FEWEST_DEFINED = 0.5
"""With fewer samples on which the measure is defined nothing is said."""


def bootstrap(
    strata: Sequence[Sequence[Observed]],
    measure: Callable[[Sequence[Observed]], float | None],
    stream: Stream,
    *,
    draws: int = DRAWS,
    confidence: float = 0.95,
) -> tuple[float, float] | None:
    """Return the percentile interval of a measure; each stratum is drawn from by itself, as large as it is.

    Efron, B. & Tibshirani, R. J. (1993): An Introduction to the Bootstrap, chapter 13. The same stream gives the same
    interval. None where the measure is not defined on half of the samples or more.
    """
    found = []
    for draw in range(draws):
        place = stream.at("draw", draw)
        sample = [place.pick(stratum) for stratum in strata for _ in stratum]
        value = measure(sample)
        if value is not None:
            found.append(value)
    if len(found) <= draws * _FEWEST_DEFINED:
        return None
    found.sort()
    return quantile(found, (1 - confidence) / 2), quantile(found, (1 + confidence) / 2)


def over_consignments(
    answered: Sequence[ConsignmentGrade],
    measure: Callable[[Sequence[ConsignmentGrade]], float | None],
    stream: Stream,
    *,
    draws: int = DRAWS,
    confidence: float = 0.95,
) -> tuple[float, float] | None:
    """Return the interval of one respondent's measure over consignments like his: as many signals, lawful ones, others."""
    kinds = [
        [each for each in answered if each.signal],
        [each for each in answered if each.lawful],
        [each for each in answered if not each.signal and not each.lawful],
    ]
    return bootstrap(kinds, measure, stream, draws=draws, confidence=confidence)


def quantile(rising: Sequence[float], share: float) -> float:
    """Return the quantile of values in rising order, between neighbours by proportion."""
    place = share * (len(rising) - 1)
    below = int(place)
    above = min(below + 1, len(rising) - 1)
    return rising[below] + (place - below) * (rising[above] - rising[below])
