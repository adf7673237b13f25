"""Pass rates of forms that nobody has answered, with how well they are known."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.difficulty.models.responses import Floats
from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.trainees import Person
from simulator.difficulty.tuning.calibrated import Draws, as_often_right
from simulator.difficulty.tuning.forms import Form
from simulator.difficulty.tuning.outcomes import Outcomes, outcomes
from simulator.difficulty.tuning.passing import abilities, expected_score, passing
from simulator.scenario import Scoring


@dataclass(frozen=True, slots=True)
class PassRate:
    """The share of trainees who pass, over ``forms`` forms with ``trainees`` simulated ones each; 0: worked out instead.

    ``between`` is the standard deviation of the true rates of packs made from different seeds, the sampling of trainees
    taken off; ``error`` the standard error of ``rate``.
    """

    rate: float
    between: float
    error: float
    forms: int
    trainees: int = 0

    def interval(self, class_size: int, quantile: float = 1.96) -> tuple[float, float]:
        """Return where the pass rate of one class of that size with one variant lies in 95 of 100 cases.

        Three variances are added: between seeds, of the class's sampling, and of the prediction itself.
        """
        sampling = self.rate * (1 - self.rate) / class_size
        reach = quantile * math.sqrt(self.between**2 + sampling + self.error**2)
        return max(0.0, self.rate - reach), min(1.0, self.rate + reach)


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """Pass rates of several forms, draws x forms: one draw where difficulties are taken as known."""

    rates: Floats

    def over_seeds(self) -> PassRate:
        """Return the rate of packs of all seeds: uncertain by the draws, and by how few forms there are."""
        draws, forms = self.rates.shape
        by_form, by_draw = self.rates.mean(axis=0), self.rates.mean(axis=1)
        sampled = float(by_form.var(ddof=1)) / forms if forms > 1 else 0.0
        known = float(by_draw.var(ddof=1)) if draws > 1 else 0.0
        between = float(np.sqrt(self.rates.var(axis=1, ddof=1).mean())) if forms > 1 else 0.0
        return PassRate(float(self.rates.mean()), between, math.sqrt(sampled + known), forms)

    def of_these(self, shares: Sequence[float]) -> PassRate:
        """Return the rate of just these forms, each answered by a share of the class: uncertain by the draws alone."""
        whole = self.rates @ (np.array(shares) / math.fsum(shares))
        return PassRate(float(whole.mean()), 0.0, float(whole.std(ddof=1)) if len(whole) > 1 else 0.0, self.rates.shape[1])


def predict(forms: Sequence[Form], scoring: Scoring, class_: ClassAbility, draws: Draws | None = None) -> Prediction:
    """Return the pass rate of each form, by a calibration where ``draws`` of its weights are given."""
    return Prediction(np.column_stack([_rates(form, scoring, class_, draws) for form in forms]))


def score_curve(form: Form, scoring: Scoring, class_: ClassAbility, at: Floats) -> Floats:
    """Return the expected score, 0 to 100, of members of a class at these abilities."""
    ways = [outcomes(each, scoring) for each in form.consignments]
    person = member(form, class_)
    return expected_score([each.earned for each in ways], [each.chances(person, at) for each in ways])


def member(form: Form, class_: ClassAbility) -> Person:
    """Return a member of a class with this form; his ability is not to be used."""
    return class_.member(form.consignments, 0.0)


def _rates(form: Form, scoring: Scoring, class_: ClassAbility, draws: Draws | None) -> Floats:
    at, weights = abilities(class_.mean, class_.spread)
    person = member(form, class_)
    ways = [outcomes(each, scoring) for each in form.consignments]
    likely = [each.chances(person, at) for each in ways]
    if draws is None:
        return np.array([passing([each.earned for each in ways], likely, scoring.pass_mark) @ weights])
    return _drawn_rates(form, scoring, draws, ways, likely, (at, weights))


def _drawn_rates(
    form: Form,
    scoring: Scoring,
    draws: Draws,
    ways: Sequence[Outcomes],
    likely: Sequence[Floats],
    class_: tuple[Floats, Floats],
) -> Floats:
    at, weights = class_
    hard = [draws.difficulties(form, each) for each in form.consignments]
    found = []
    for draw in range(len(draws.weights)):
        pairs = [
            as_often_right(each, chance, own[draw], at, scoring)
            for each, chance, own in zip(ways, likely, hard, strict=True)
        ]
        earned, chances = [each for each, _ in pairs], [each for _, each in pairs]
        found.append(passing(earned, chances, scoring.pass_mark, coarse=True) @ weights)
    return np.array(found)


def rate_of(rates: Sequence[float], trainees: int) -> PassRate:
    """Return mean and spread of the pass rates of several forms, each from so many simulated trainees."""
    count = len(rates)
    mean = math.fsum(rates) / count
    total = math.fsum((rate - mean) ** 2 for rate in rates) / (count - 1) if count > 1 else 0.0
    sampling = math.fsum(rate * (1 - rate) for rate in rates) / count / max(1, trainees - 1)
    return PassRate(mean, math.sqrt(max(0.0, total - sampling)), math.sqrt(total / count), count, trainees)
