"""Outcomes that are worked out: by hand, and as often as simulated trainees show them."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.trainees import Person
from simulator.difficulty.tuning.forms import Form, draw_forms, graded
from simulator.difficulty.tuning.outcomes import outcomes
from simulator.difficulty.tuning.passing import abilities, expected_score, passing
from simulator.difficulty.tuning.predicting import predict, score_curve
from simulator.scenario import load_scenario

SCORING = load_scenario("first-hour").scoring


@pytest.fixture(scope="module")
def forms() -> tuple[Form, ...]:
    return draw_forms(load_scenario("first-hour"), [f"outcomes {number}" for number in range(3)])


def test_two_consignments_by_hand() -> None:
    # Each earns 1 or .5, at the first ability with chances .5 and .5, at the second with .8 and .2.
    earned = [np.array([1.0, 0.5])] * 2
    chances = [np.array([[0.5, 0.8], [0.5, 0.2]])] * 2
    assert expected_score(earned, chances) == pytest.approx([75, 90])
    assert passing(earned, chances, 100) == pytest.approx([0.25, 0.64])
    assert passing(earned, chances, 75) == pytest.approx([0.75, 0.96])
    assert passing(earned, chances, 75.1) == pytest.approx([0.25, 0.64])
    assert passing(earned, chances, 0) == pytest.approx([1, 1])


def test_a_score_that_just_reaches_the_mark_passes() -> None:
    # .7 x (1 + 1 + .25) / 3 + .3 x (2/3) / 3 = .59167: below 60, but not below 59.1666.
    earned = [np.array([0.7 + 0.3 * 2 / 3]), np.array([0.7]), np.array([0.7 * 0.25])]
    certain = [np.ones((1, 1))] * 3
    assert passing(earned, certain, 59.1666) == pytest.approx([1])
    assert passing(earned, certain, 60) == pytest.approx([0])
    assert passing([np.array([0.6])] * 5, [np.ones((1, 1))] * 5, 60) == pytest.approx([1])


def test_nodes_have_the_mean_and_spread_that_are_asked_for() -> None:
    nodes, weights = abilities(0.5, 2.0)
    assert weights.sum() == pytest.approx(1)
    assert weights @ nodes == pytest.approx(0.5)
    assert weights @ (nodes - 0.5) ** 2 == pytest.approx(4, rel=2e-3)
    assert abilities(0.3, 0)[0] == pytest.approx([0.3])


def test_ways_are_certain_together_and_reading_all_is_right(forms: tuple[Form, ...]) -> None:
    for each in (each for form in forms for each in form.consignments):
        found = outcomes(each, SCORING)
        assert found.chances(Person(0), np.array([-2.0, 0.0, 3.0])).sum(axis=0) == pytest.approx([1, 1, 1])
        whole = found.read.all(axis=1)
        assert found.right[whole].all()
        assert found.earned[whole] == pytest.approx(1)


def test_the_better_read_more_and_the_best_earn_all(forms: tuple[Form, ...]) -> None:
    for form in forms:
        curve = score_curve(form, SCORING, ClassAbility(), np.linspace(-3, 12, 16))
        assert curve[-1] == pytest.approx(100, abs=0.1)
        assert curve[0] < curve[8] < curve[-1]


def test_what_is_worked_out_is_what_simulated_trainees_earn(forms: tuple[Form, ...]) -> None:
    """1,200 trainees in all: their mean score and pass rate lie within four standard errors."""
    class_ = ClassAbility(0.3, 0.8, leaning=0.4, skill={"parties": -0.5})
    at, weights = abilities(class_.mean, class_.spread)
    grades = [each for form in forms for each in graded(form, SCORING, class_, trainees=400)]
    expected = np.mean([score_curve(form, SCORING, class_, at) @ weights for form in forms])
    scores = np.array([each.score for each in grades])
    assert scores.mean() == pytest.approx(expected, abs=4 * scores.std() / len(scores) ** 0.5)
    rate = predict(forms, SCORING, class_).over_seeds().rate
    passed = np.mean([each.passed for each in grades])
    assert passed == pytest.approx(rate, abs=4 * (rate * (1 - rate) / len(grades)) ** 0.5)
