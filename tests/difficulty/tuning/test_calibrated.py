"""Predictions from a calibration: right as often as it says, its uncertainty in the interval."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import numpy as np
import pytest

from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.trainees import Person
from simulator.difficulty.tuning.calibrated import as_often_right, card_row, drawn
from simulator.difficulty.tuning.forms import Form, draw_forms
from simulator.difficulty.tuning.outcomes import outcomes
from simulator.difficulty.tuning.predicting import predict
from simulator.formats.calibration import DifficultyModel
from simulator.formats.key import DifficultyCard
from simulator.randomness import Stream
from simulator.scenario import load_scenario

SCORING = load_scenario("first-hour").scoring
MODEL = DifficultyModel(
    features=("intercept", "subtlety", "look_alike_count", "clues", "absence", "trusted"),
    weights=(-2.0, 0.5, 0.7, 1.0, 0.3, -1.0),
    covariance=tuple(tuple(0.04 * (i == j) for j in range(6)) for i in range(6)),
    centres={"subtlety": 1.0, "look_alike_count": 0.5, "clues": 0.6, "absence": 0.1, "trusted": 0.8},
    slot_sd=0.3,
    item_sd=0.4,
    spread=1.0,
    predictive_error=0.6,
    degrees_of_freedom=10,
    slots=(),
    dropped=(),
)
STREAM = Stream("test")


@pytest.fixture(scope="module")
def forms() -> tuple[Form, ...]:
    return draw_forms(load_scenario("first-hour"), [f"calibrated {number}" for number in range(3)])


def test_a_card_is_a_row_of_features_and_sides_that_are_not_known_stand_at_their_mean() -> None:
    card = DifficultyCard(clues=2, seen_by=("absence", "glance"), subtlety=3, look_alikes=1, trusted=0.5, lines=2)
    assert card_row(MODEL, card) == pytest.approx([1, 3, 1, 2, 1, 0.5])
    sided = msgspec.structs.replace(MODEL, features=("intercept", "sides"), centres={"sides": 4.5})
    assert card_row(sided, card) == pytest.approx([1, 4.5])
    assert card_row(sided, msgspec.structs.replace(card, sides=3)) == pytest.approx([1, 3])
    assert card_row(MODEL, None) == pytest.approx([1, 1, 0.5, 0.6, 0.1, 0.8])


def test_draws_lie_around_the_weights_with_their_covariance() -> None:
    weights = drawn(MODEL, 2000, STREAM).weights
    assert weights.mean(axis=0) == pytest.approx(MODEL.weights, abs=1e-9)  # each is mirrored
    assert np.cov(weights.T).diagonal() == pytest.approx(0.04, rel=0.15)
    small = tuple(tuple(1e-4 * (i == j) for j in range(6)) for i in range(6))
    tight = msgspec.structs.replace(MODEL, average_covariance=small)
    assert drawn(tight, 2000, STREAM).weights.std(axis=0) == pytest.approx([0.01] * 6, rel=0.1)


def test_every_consignment_is_right_as_often_as_the_calibration_says(forms: tuple[Form, ...]) -> None:
    at = np.array([-1.0, 0.0, 2.0])
    for each in (each for form in forms for each in form.consignments):
        ways = outcomes(each, SCORING)
        earned, likely = as_often_right(ways, ways.chances(Person(0), at), 0.4, at, SCORING)
        right = np.append(ways.right, False)[: len(earned)]
        assert likely.sum(axis=0) == pytest.approx([1, 1, 1])
        assert likely[right].sum(axis=0) == pytest.approx(1 / (1 + np.exp(0.4 - at)))
        assert len(earned) == len(ways.earned) + ways.right.all()


def test_slots_of_one_pack_share_their_error_and_papers_of_their_own_do_not(forms: tuple[Form, ...]) -> None:
    draws = drawn(MODEL, 4, STREAM)
    other = replace(forms[0], variant="v02")
    here, there = (draws.difficulties(form, form.consignments[0]) for form in (forms[0], other))
    assert (here != there).all()
    shared = drawn(msgspec.structs.replace(MODEL, item_sd=None), 4, STREAM)
    here, there = (shared.difficulties(form, form.consignments[0]) for form in (forms[0], other))
    assert here == pytest.approx(there)


def test_what_the_weights_do_not_know_widens_the_interval(forms: tuple[Form, ...]) -> None:
    people = ClassAbility(0.0, 1.0)
    errors = []
    for variance in (1e-6, 0.5):
        covariance = tuple(tuple(variance * (i == j) for j in range(6)) for i in range(6))
        model = msgspec.structs.replace(MODEL, covariance=covariance, slot_sd=0.0, item_sd=None)
        found = predict(forms, SCORING, people, drawn(model, 16, STREAM))
        errors.append(found.of_these([1, 1, 1]).error)
        assert found.over_seeds().error >= found.of_these([1, 1, 1]).error
    assert errors[0] < 0.01 < errors[1]


def test_easier_by_the_calibration_passes_more(forms: tuple[Form, ...]) -> None:
    rates = []
    for intercept in (-4.0, -2.0, 0.0):
        model = msgspec.structs.replace(MODEL, weights=(intercept, *MODEL.weights[1:]))
        rates.append(predict(forms, SCORING, ClassAbility(0.0, 1.0), drawn(model, 4, STREAM)).over_seeds().rate)
    assert rates[0] > rates[1] > rates[2]
