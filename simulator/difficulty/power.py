"""How many trainees and consignments a wanted precision needs, by formula."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

from simulator.difficulty.models.prediction import consignments_for, trainees_for
from simulator.errors import BadInput

SHARES_RIGHT = (0.5, 0.3, 0.15)
"""How hard the consignments are for which trainees are counted: shares of the class that are right."""

MOST = 1_000_000
_NORMAL = NormalDist()
_SLOPE_OF_NORMAL = 0.346
"""Variance in logits that one squared logit of ability adds: (16 sqrt(3) / 15 pi)^2 (Zeger, Liang & Albert 1988)."""


@dataclass(frozen=True, slots=True)
class Need:
    """What is wanted, how many of what, and what was assumed."""

    wanted: str
    count: int
    of: str
    where: str


@dataclass(frozen=True, slots=True)
class Precision:
    """What is wanted: ``error`` of a difficulty (logits), half widths of a person's rate and d', of a mean score (points).

    ``rate`` is the rate expected, ``d_prime`` the d' (criterion 0), ``prevalence`` the share of signals, ``spread`` that of
    abilities in logits, ``score_sd`` that of the scores, or of their differences, in points.
    """

    error: float = 0.3
    rate_width: float = 0.1
    rate: float = 0.7
    d_width: float = 0.5
    d_prime: float = 1.5
    prevalence: float = 1 / 3
    spread: float = 1.0
    score_width: float = 5.0
    score_sd: float = 15.0


def needs(wanted: Precision) -> tuple[Need, ...]:
    """Return what each wanted precision needs; raise ``BadInput`` for what is no precision."""
    _refuse(wanted)
    return (*_difficulties(wanted), _rate(wanted), _sensitivity(wanted), _scores(wanted))


def signals_for_d_prime(half_width: float, d_prime: float, prevalence: float, confidence: float = 0.95) -> int:
    """Return how many consignments in all give a person's d' to within that half width, the criterion being 0.

    Variance H (1 - H) / (S phi(z(H))^2) + F (1 - F) / (L phi(z(F))^2): Gourevitch, V. & Galanter, E. (1967): A significance
    test for one parameter isosensitivity functions. Psychometrika 32, 25-33.
    """
    z = _NORMAL.inv_cdf((1 + confidence) / 2)
    hit = _NORMAL.cdf(d_prime / 2)
    each = hit * (1 - hit) / _NORMAL.pdf(d_prime / 2) ** 2
    return math.ceil(z * z / half_width**2 * (each / prevalence + each / (1 - prevalence)))


def trainees_for_mean(half_width: float, sd: float, confidence: float = 0.95) -> int:
    """Return how many trainees give a mean to within that half width (normal approximation)."""
    z = _NORMAL.inv_cdf((1 + confidence) / 2)
    return math.ceil((z * sd / half_width) ** 2)


def easiness_of(share: float, spread: float) -> float:
    """Return the easiness at which about that share of a class of ability 0 is right."""
    return math.log(share / (1 - share)) * math.sqrt(1 + _SLOPE_OF_NORMAL * spread**2)


def _difficulties(wanted: Precision) -> tuple[Need, ...]:
    told = f"a difficulty to a standard error of {wanted.error:g} logits"
    return tuple(
        Need(
            told,
            trainees_for(wanted.error, easiness_of(share, wanted.spread), wanted.spread),
            "trainees who answer it",
            f"about {share:.0%} of them right",
        )
        for share in SHARES_RIGHT
    )


def _rate(wanted: Precision) -> Need:
    count = consignments_for(wanted.rate_width, wanted.rate)
    return Need(f"one trainee's rate to ± {wanted.rate_width:g}", count, "consignments", f"rate {wanted.rate:g}")


def _sensitivity(wanted: Precision) -> Need:
    count = signals_for_d_prime(wanted.d_width, wanted.d_prime, wanted.prevalence)
    where = f"d' {wanted.d_prime:g}, {wanted.prevalence:.0%} signals"
    return Need(f"one trainee's d' to ± {wanted.d_width:g}", count, "consignments", where)


def _scores(wanted: Precision) -> Need:
    count = trainees_for_mean(wanted.score_width, wanted.score_sd)
    where = f"standard deviation {wanted.score_sd:g}"
    return Need(f"a mean score or gain to ± {wanted.score_width:g} points", count, "trainees", where)


def _refuse(wanted: Precision) -> None:
    for place, value in (
        ("--error", wanted.error), ("--rate-width", wanted.rate_width), ("--d-width", wanted.d_width),
        ("--score-width", wanted.score_width), ("--score-sd", wanted.score_sd),
    ):  # fmt: skip
        if not (math.isfinite(value) and 1e-3 <= value <= MOST):
            raise BadInput(f"{value:g} is no precision; use a number of 0.001 or more", place=place)
    for place, value in (("--rate", wanted.rate), ("--prevalence", wanted.prevalence)):
        if not 0 < value < 1:
            raise BadInput(f"{value:g} is no share; use a number above 0 and below 1", place=place)
    if not 0 <= wanted.spread <= 20:
        raise BadInput(f"{wanted.spread:g} is no spread in logits; use a number from 0 to 20", place="--spread")
    if not abs(wanted.d_prime) <= 6:
        raise BadInput(f"{wanted.d_prime:g} is no d'; use a number from -6 to 6", place="--d-prime")
