"""Every formula of the grades: pure, on counts and shares, None where a value is not defined."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from statistics import NormalDist

FEWEST_FOR_SENSITIVITY = 4
"""With fewer signals or fewer lawful consignments answered, d' and criterion say nothing about a person."""

FEWEST_FOR_A_RATE = 10
"""A rate over fewer answers is marked wherever it is printed: with 9 its 95 % interval is up to 54 points wide."""

FEWEST_FOR_AGREEMENT = 10
"""On fewer shared consignments alpha is not given: one answer more or less would move it by tenths."""

FEWEST_FOR_CORRELATION = 20
"""With fewer answers nothing is said: with 20 the 95 % interval of a correlation of .20 is already .86 wide."""

FEWEST_OF_A_KIND = 3
"""With fewer right or fewer wrong answers one person makes the correlation."""

LEAST_DISCRIMINATION = 0.0
"""Consignments below are looked at again. Ebel, R. L. & Frisbie, D. A. (1991): Essentials of Educational Measurement, 5th
edition, page 232, revise all items below .20; but the rest of a dozen consignments is a rough measure. In simulated
classes without a fault in any paper (``simulate-class``, 12 classes each of 24 with 12 consignments and of 70 with 6)
half of the consignments fell below .20, and 18 and 13 in a hundred below 0."""

_NORMAL = NormalDist()
_NO_SPREAD = 1e-12


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


def krippendorff_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Return Krippendorff's alpha of nominal values; a unit holds the values that it was given, by any number of people.

    1 is full agreement, 0 what chance gives from how often each value was used, below 0 less than that. Units with one
    value count for nothing; None where no two values can be paired or all values are the same. Krippendorff, K. (2011):
    Computing Krippendorff's alpha-reliability, section C; (2019) Content Analysis, 4th edition, chapter 12.
    """
    counts = [Counter(unit) for unit in units if len(unit) > 1]
    values = sum(counts, Counter[Hashable]())
    total = values.total()
    alike_by_chance = sum(count * (count - 1) for count in values.values())
    if total * (total - 1) == alike_by_chance:
        return None
    alike = math.fsum(sum(count * (count - 1) for count in unit.values()) / (unit.total() - 1) for unit in counts)
    return ((total - 1) * alike - alike_by_chance) / (total * (total - 1) - alike_by_chance)


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Return Pearson's correlation, None where one of both does not vary; with 0 and 1 it is the point-biserial.

    For an item and the rest of a test, the item itself left out: Henrysson, S. (1963): Correction of item-total
    correlations in item analysis, Psychometrika 28, 211-218.
    """
    # By its definition in deviations: what the sums of squares would lose by cancelling is not lost.
    middles = math.fsum(first) / len(first), math.fsum(second) / len(second)
    x, y = ([value - middle for value in values] for values, middle in zip((first, second), middles, strict=True))
    spread = math.sqrt(math.fsum(each * each for each in x) * math.fsum(each * each for each in y))
    if spread < _NO_SPREAD:
        return None
    return max(-1.0, min(1.0, math.fsum(a * b for a, b in zip(x, y, strict=True)) / spread))


def correlation_interval(correlation: float, pairs: int, confidence: float = 0.95) -> tuple[float, float]:
    """Return the interval of a correlation of more than 3 pairs by Fisher's z; rough where one value is 0 or 1.

    Fisher, R. A. (1921): On the probable error of a coefficient of correlation deduced from a small sample, Metron 1,
    3-32.
    """
    if abs(correlation) == 1:
        return correlation, correlation
    spread = _z((1 + confidence) / 2) / math.sqrt(pairs - 3)
    middle = math.atanh(correlation)
    return math.tanh(middle - spread), math.tanh(middle + spread)


def total_score(decision_score: float, evidence_score: float, evidence_weight: float) -> float:
    """Return the score from 0 to 100: 100 x ((1 - w) decision_score + w evidence_score) (the contract's own rule)."""
    return 100 * ((1 - evidence_weight) * decision_score + evidence_weight * evidence_score)


def _z(probability: float) -> float:
    return _NORMAL.inv_cdf(probability)
