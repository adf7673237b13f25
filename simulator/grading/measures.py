"""Every formula of the grades: pure, on counts and shares, None where a value is not defined."""

from __future__ import annotations

import math
from collections.abc import Iterable
from statistics import NormalDist

FEWEST_FOR_SENSITIVITY = 4
"""With fewer signals or fewer lawful consignments answered, d' and criterion say nothing about a person."""

FEWEST_FOR_A_RATE = 10
"""A rate over fewer answers is marked wherever it is printed: with 9 its 95 % interval is up to 54 points wide."""

_NORMAL = NormalDist()


def log_linear_rate(count: int, total: int) -> float:
    """Return a rate that is never 0 or 1: (count + 0.5) / (total + 1).

    Hautus, M. J. (1995): Corrections for extreme proportions and their biasing effects on estimated values of d'.
    Behavior Research Methods, Instruments, & Computers 27, 46-51.
    """
    return (count + 0.5) / (total + 1)


def d_prime(hits: int, signals: int, false_alarms: int, lawful: int) -> float:
    """Return sensitivity, z(H) - z(F), with log-linear rates, in standard deviations.

    Green & Swets (1966), Signal Detection Theory and Psychophysics; formula as in Stanislaw & Todorov (1999),
    Calculation of signal detection theory measures, Behavior Research Methods, Instruments, & Computers 31, 137-149.
    """
    return _z(log_linear_rate(hits, signals)) - _z(log_linear_rate(false_alarms, lawful))


def criterion(hits: int, signals: int, false_alarms: int, lawful: int) -> float:
    """Return the criterion c, -(z(H) + z(F)) / 2, with log-linear rates; below 0 leans towards opening shipments.

    Stanislaw & Todorov (1999), as for ``d_prime``.
    """
    return -(_z(log_linear_rate(hits, signals)) + _z(log_linear_rate(false_alarms, lawful))) / 2


def sensitivity_is_defined(hits: int, signals: int, false_alarms: int, lawful: int) -> bool:
    """Tell whether d' and criterion mean something: enough of both kinds answered, and not all of them alike.

    The contract's own rule: a constant answer would otherwise get a number (1.26 where 2 of 40 are signals and all
    acted on), which says nothing of the person who gave it.
    """
    enough = min(signals, lawful) >= FEWEST_FOR_SENSITIVITY
    return enough and 0 < hits + false_alarms < signals + lawful


def precision(right: int, wrong: int) -> float | None:
    """Return the share of what was flagged that is right; None when nothing counts (van Rijsbergen 1979, chapter 7)."""
    return share(right, right + wrong)


def recall(found: int, total: int) -> float | None:
    """Return the share of what is there that was found; None when nothing is there (van Rijsbergen 1979, chapter 7)."""
    return share(found, total)


def f1(precision: float | None, recall: float | None) -> float:
    """Return the harmonic mean of precision and recall; 0 where either is 0 or not defined.

    van Rijsbergen, C. J. (1979): Information Retrieval, 2nd edition, chapter 7, with beta = 1.
    """
    if not precision or not recall:
        return 0.0
    return 2 * precision * recall / (precision + recall)


def share(count: int, total: int) -> float | None:
    """Return count / total, None where the total is 0."""
    return count / total if total else None


def mean(values: Iterable[float | None]) -> float | None:
    """Return the mean of the values that are defined, None when none is; summed without rounding on the way."""
    defined = [value for value in values if value is not None]
    return math.fsum(defined) / len(defined) if defined else None


def wilson_interval(count: int, total: int, confidence: float = 0.95) -> tuple[float, float] | None:
    """Return the score interval of a proportion, both ends in [0, 1]; None where the total is 0.

    Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference. Journal of the
    American Statistical Association 22, 209-212; without continuity correction, as method 3 of Newcombe (1998).
    """
    if total == 0:
        return None
    z = _z((1 + confidence) / 2)
    proportion = count / total
    middle = proportion + z * z / (2 * total)
    spread = z * math.sqrt(proportion * (1 - proportion) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def differing_pairs(counts: Iterable[int]) -> tuple[int, int]:
    """Return how many pairs of answers differ, and how many pairs there are, where ``counts`` are answers by category.

    Their quotient is the chance that two answers, drawn without putting back, differ: Simpson, E. H. (1949):
    Measurement of diversity, Nature 163, 688; one less the agreement of one subject in Fleiss, J. L. (1971): Measuring
    nominal scale agreement among many raters, Psychological Bulletin 76, 378-382.
    """
    known = tuple(counts)
    every = math.comb(sum(known), 2)
    return every - sum(math.comb(count, 2) for count in known), every


def total_score(decision_score: float, evidence_score: float, evidence_weight: float) -> float:
    """Return the score from 0 to 100: 100 x ((1 - w) decision_score + w evidence_score) (the contract's own rule)."""
    return 100 * ((1 - evidence_weight) * decision_score + evidence_weight * evidence_score)


def _z(probability: float) -> float:
    return _NORMAL.inv_cdf(probability)
