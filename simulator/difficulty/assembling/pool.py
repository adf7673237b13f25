"""The pool: consignments of many packs of a scenario, with what simulated trainees would earn on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from simulator.difficulty.models.responses import Floats
from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.tuning.calibrated import Draws, as_often_right
from simulator.difficulty.tuning.forms import Form, draw_forms
from simulator.difficulty.tuning.outcomes import Outcomes, outcomes
from simulator.difficulty.tuning.passing import abilities
from simulator.difficulty.tuning.predicting import member
from simulator.engines.engine import ONE_CORE, Engine
from simulator.exercise.planning import plan
from simulator.formats.key import KeyConsignment
from simulator.scenario import Scenario, Taken

_STEP = 0.05
"""Between two abilities whose difference tells the slope of a curve, in logits."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One consignment of the pool: where it is from, its solution, and the number of its voyage or flight."""

    taken: Taken
    solution: KeyConsignment
    voyage: int


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """What members of a class earn on each consignment, abilities x consignments.

    ``earned`` is the expected part of the score, 0 to 1, ``variance`` its variance, ``right`` the chance of the right
    decision; ``weights`` are those of the abilities in the class.
    """

    at: Floats
    weights: Floats
    earned: Floats
    variance: Floats
    right: Floats

    @property
    def mean_earned(self) -> Floats:
        """Return what the class earns on each, on average."""
        found: Floats = self.weights @ self.earned
        return found

    @property
    def share_right(self) -> Floats:
        """Return the share of the class that is right on each."""
        found: Floats = self.weights @ self.right
        return found


def draw_pool(
    scenario: Scenario, seeds: Sequence[str], engine: Engine = ONE_CORE
) -> tuple[tuple[Form, ...], tuple[Candidate, ...]]:
    """Return the packs' first variants and all their consignments."""
    forms = draw_forms(scenario, seeds, engine)
    voyages: dict[tuple[str, int], int] = {}
    found = []
    for form in forms:
        carriage = {slot.id: slot.carriage for slot in plan(scenario, form.seed)}
        for each in form.consignments:
            voyage = voyages.setdefault((form.seed, carriage[each.slot]), len(voyages))
            found.append(Candidate(Taken(form.seed, each.slot), each, voyage))
    return forms, tuple(found)


def curves(forms: Sequence[Form], scenario: Scenario, class_: ClassAbility, draws: Draws | None = None) -> Curves:
    """Return the curves of all consignments of these forms, in order; averaged over a calibration's draws where given."""
    at, weights = abilities(class_.mean, class_.spread)
    found = [
        _curve(form, each, outcomes(each, scenario.scoring), scenario, class_, draws, at)
        for form in forms
        for each in form.consignments
    ]
    earned, variance, right = (np.column_stack(each) for each in zip(*found, strict=True))
    return Curves(at, weights, earned, variance, right)


def _curve(
    form: Form,
    consignment: KeyConsignment,
    ways: Outcomes,
    scenario: Scenario,
    class_: ClassAbility,
    draws: Draws | None,
    at: Floats,
) -> tuple[Floats, Floats, Floats]:
    likely = ways.chances(member(form, class_), at)
    if draws is None:
        mean = ways.earned @ likely
        return mean, ways.earned**2 @ likely - mean**2, likely[ways.right].sum(axis=0)
    moments, right = [], []
    for difficulty in draws.difficulties(form, consignment):
        earned, chances = as_often_right(ways, likely, difficulty, at, scenario.scoring)
        moments.append((earned @ chances, earned**2 @ chances))
        right.append(expit(at - difficulty))
    mean, square = np.mean(moments, axis=0)
    return mean, square - mean**2, np.mean(right, axis=0)


def information(curves_: Curves, at: Sequence[float]) -> Floats:
    """Return what a right or wrong decision on each consignment tells of an ability (abilities x consignments).

    The squared slope over the variance of being right (Lord 1980, chapter 5), in squared logits; 0 where all are right.
    """
    found = []
    for ability in at:
        low, middle, high = (_between(curves_, ability + step) for step in (-_STEP, 0.0, _STEP))
        spread = middle * (1 - middle)
        slope = (high - low) / (2 * _STEP)
        found.append(np.where(spread > 1e-6, slope**2 / np.maximum(spread, 1e-6), 0.0))
    return np.array(found)


def _between(curves_: Curves, ability: float) -> Floats:
    return np.array([np.interp(ability, curves_.at, each) for each in curves_.right.T])
