"""The explanatory model: exact derivatives, another program's estimates, intervals that cover."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from simulator.difficulty.models.ability import grid
from simulator.difficulty.models.design import design
from simulator.difficulty.models.explanatory import Explained, Method, fit_explanatory
from simulator.difficulty.models.information import Point, curve, log_likelihood, unpacked
from simulator.difficulty.models.item_response import fit_items
from simulator.difficulty.models.responses import responses
from simulator.errors import BadInput
from simulator.randomness import Stream
from tests.difficulty.models.simulated import WEIGHTS, Class, simulated_class, uniforms


def fitted(drawn: Class, method: Method = "reml", item_error: bool = True) -> Explained:
    return fit_explanatory([responses(drawn.answers)], design(drawn.features), method=method, item_error=item_error)


@pytest.mark.parametrize("missing", [0.0, 0.3])
def test_gradient_and_information_are_the_derivatives_of_the_log_likelihood(missing: float) -> None:
    drawn = simulated_class(40, 7, 0.4, "derivatives")
    answers = np.where(uniforms(Stream("missing"), 40, 7) < missing, np.nan, drawn.answers)
    classes = [responses(answers[:22]), responses(answers[22:])]
    row, points, step = Point(0.7 * drawn.easiness, 0.2, np.array([0.3])).packed(), grid(7), 1e-5
    here = curve(classes, unpacked(row, 7), points)
    for number, one in enumerate(np.eye(len(row))):
        up, down = unpacked(row + step * one, 7), unpacked(row - step * one, 7)
        slope = (log_likelihood(classes, up, points) - log_likelihood(classes, down, points)) / (2 * step)
        bend = (curve(classes, down, points).gradient - curve(classes, up, points).gradient) / (2 * step)
        assert here.gradient[number] == pytest.approx(slope, abs=1e-6)
        assert here.information[number] == pytest.approx(bend, abs=1e-6)


def test_one_class_in_two_halves_of_equal_ability_says_the_same() -> None:
    drawn = simulated_class(120, 20, 0.4, "halves")
    whole = fitted(drawn)
    halves = fit_explanatory([responses(drawn.answers[:60]), responses(drawn.answers[60:])], design(drawn.features))
    assert halves.weights[1:] == pytest.approx(whole.weights[1:], abs=0.05)
    assert abs(halves.means[0]) < 0.6


def test_small_classes_shrink_towards_what_the_features_say() -> None:
    drawn = simulated_class(20, 40, 0.4, "shrinking")
    fit, alone = fitted(drawn), fit_items(responses(drawn.answers), "rasch")
    predicted = design(drawn.features).fixed @ fit.weights
    assert np.abs(fit.easiness - predicted).mean() < np.abs(alone.easiness - predicted).mean()
    assert np.mean((fit.easiness - drawn.easiness) ** 2) < np.mean((alone.easiness - drawn.easiness) ** 2)


def test_items_nobody_answered_are_predicted_with_the_error_of_an_item() -> None:
    drawn = simulated_class(200, 30, 0.4, "unanswered")
    answers = drawn.answers.copy()
    answers[:, 7] = np.nan
    fit = fit_explanatory([responses(answers)], design(drawn.features))
    row = design(drawn.features).fixed[7]
    assert fit.easiness[7] == pytest.approx(row @ fit.weights, abs=1e-4)
    assert fit.easiness_covariance[7, 7] == pytest.approx(fit.error_sd[0] ** 2 + row @ fit.weight_covariance @ row, rel=1e-3)


def test_items_of_one_slot_share_its_error() -> None:
    stream = Stream("slots")
    slots = [number // 5 for number in range(60)]
    shared = np.array([stream.normal() for _ in range(12)])[slots]
    drawn = simulated_class(400, 60, 0.0, "slots too")
    chance = 1 / (1 + np.exp(-(drawn.easiness + shared + np.array([[stream.normal()] for _ in range(400)]))))
    answers = (uniforms(stream.at("answers"), 400, 60) < chance).astype(float)
    fit = fit_explanatory([responses(answers)], design(drawn.features, slots))
    of_slot, own = fit.error_sd
    assert of_slot > 0.5
    assert own < 0.25


def test_features_that_say_the_same_are_refused() -> None:
    with pytest.raises(BadInput, match="follow from the others"):
        design(np.column_stack([[0, 1, 0, 1.0], [1, 0, 1, 0.0]]))


def test_more_features_than_items_are_refused() -> None:
    drawn = simulated_class(30, 8, 0.4, "few")
    with pytest.raises(BadInput, match="7 features"):
        fit_explanatory([responses(drawn.answers[:, :7])], design(np.eye(7)[:, :6]))


@pytest.mark.slow
@pytest.mark.parametrize(("trainees", "items", "error_sd"), [(70, 40, 0.4), (500, 40, 0.4), (300, 24, 0.6)])
def test_another_program_finds_the_same(trainees: int, items: int, error_sd: float) -> None:
    """gpboost integrates persons by Laplace where we use nodes: hence not the last digits."""
    gpboost = pytest.importorskip("gpboost")
    drawn = simulated_class(trainees, items, error_sd, f"other program {trainees} {items}")
    ours = fitted(drawn, method="ml")
    who, what = np.repeat(np.arange(trainees), items), np.tile(np.arange(items), trainees)
    model = gpboost.GPModel(
        group_data=np.column_stack([who, what]), likelihood="bernoulli_logit", matrix_inversion_method="cholesky"
    )
    model.fit(y=drawn.answers.reshape(-1), X=np.tile(design(drawn.features).fixed, (trainees, 1)))
    assert np.asarray(model.get_coef()).ravel()[: len(WEIGHTS)] == pytest.approx(ours.weights, abs=0.02)
    assert np.sqrt(np.asarray(model.get_cov_pars()).ravel()[1]) == pytest.approx(ours.error_sd[0], abs=0.01)


@pytest.mark.slow
def test_intervals_cover_and_shrinking_helps() -> None:
    """300 classes of 70 on 40 shared consignments, error 0.4: 92 to 98 % with item error, far fewer without."""
    covered, plain, ratios, errors = [], [], [], []
    for number in range(300):
        drawn = simulated_class(70, 40, 0.4, f"coverage {number}")
        fit, without = fitted(drawn), fitted(drawn, item_error=False)
        alone = fit_items(responses(drawn.answers), "rasch")
        covered.append(np.abs(fit.weights - WEIGHTS)[1:] < 1.96 * fit.weight_errors[1:])
        plain.append(np.abs(without.weights - WEIGHTS)[1:] < 1.96 * without.weight_errors[1:])
        errors.append(np.sqrt(np.mean((fit.easiness - drawn.easiness) ** 2)))
        ratios.append(errors[-1] / np.sqrt(np.mean((alone.easiness - drawn.easiness) ** 2)))
    assert 0.92 < np.mean(covered) < 0.98
    assert np.mean(plain) < 0.85
    assert np.median(errors) <= 0.27
    assert np.median(ratios) <= 0.9


def test_a_prior_holds_the_weight_of_what_nobody_got_wrong_with_and_without_item_error() -> None:
    drawn = simulated_class(30, 24, 0.0, "nobody is wrong")
    easy = (np.arange(24) % 3 == 0).astype(float)
    answers = np.where(easy == 1.0, 1.0, drawn.answers)
    features = np.column_stack([easy, drawn.features[:, 0]])
    held = replace(design(features), prior_sd=2.5)
    for item_error in (False, True):
        fit = fit_explanatory([responses(answers)], held, item_error=item_error, spread_prior=True)
        assert 1.0 < fit.weights[1] < 8.0
        assert fit.weight_covariance[1, 1] ** 0.5 < 2.5
