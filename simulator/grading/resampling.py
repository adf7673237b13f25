"""Intervals by bootstrap: the same thing measured again on samples drawn from what was observed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
    return bootstrap_all(strata, {"": measure}, stream, draws=draws, confidence=confidence)[""]


def bootstrap_all(
    strata: Sequence[Sequence[Observed]],
    measures: Mapping[str, Callable[[Sequence[Observed]], float | None]],
    stream: Stream,
    *,
    draws: int = DRAWS,
    confidence: float = 0.95,
) -> dict[str, tuple[float, float] | None]:
    """Return the interval of each of several measures, all taken on the same samples: what ``bootstrap`` gives alone."""
    found: dict[str, list[float]] = {name: [] for name in measures}
    for draw in range(draws):
        place = stream.at("draw", draw)
        sample = [place.pick(stratum) for stratum in strata for _ in stratum]
        for name, measure in measures.items():
            value = measure(sample)
            if value is not None:
                found[name].append(value)
    ends = (1 - confidence) / 2, (1 + confidence) / 2
    return {
        name: None if len(values) <= draws * _FEWEST_DEFINED else _ends(sorted(values), *ends)
        for name, values in found.items()
    }


def _ends(rising: Sequence[float], low: float, high: float) -> tuple[float, float]:
    return quantile(rising, low), quantile(rising, high)


def over_consignments(
    answered: Sequence[ConsignmentGrade],
    measure: Callable[[Sequence[ConsignmentGrade]], float | None],
    stream: Stream,
    *,
    draws: int = DRAWS,
    confidence: float = 0.95,
) -> tuple[float, float] | None:
    """Return the interval of one respondent's measure over consignments like his: as many signals, lawful ones, others."""
    return bootstrap(kinds(answered), measure, stream, draws=draws, confidence=confidence)


def kinds(answered: Sequence[ConsignmentGrade]) -> list[list[ConsignmentGrade]]:
    """Return signals, lawful consignments, and the others."""
    return [
        [each for each in answered if each.signal],
        [each for each in answered if each.lawful],
        [each for each in answered if not each.signal and not each.lawful],
    ]


def quantile(rising: Sequence[float], share: float) -> float:
    """Return the quantile of values in rising order, between neighbours by proportion."""
    place = share * (len(rising) - 1)
    below = int(place)
    above = min(below + 1, len(rising) - 1)
    return rising[below] + (place - below) * (rising[above] - rising[below])
