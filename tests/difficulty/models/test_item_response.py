"""Rasch and two-parameter models: published numbers, recovery, and answers that say little."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from simulator.difficulty.models.item_response import Kind, fit_items
from simulator.difficulty.models.priors import Prior
from simulator.difficulty.models.responses import responses
from simulator.errors import BadInput
from tests.difficulty.models.published import LSAT6, LSAT7, table
from tests.difficulty.models.simulated import simulated_class

# From the mirt and ltm packages, run to convergence (both agree to the digits given).
PUBLISHED: dict[tuple[str, Kind], tuple[float, list[float], list[float]]] = {
    (LSAT6, "2pl"): (
        -2466.653378,
        [0.82566, 0.72274, 0.89087, 0.68837, 0.65686],
        [2.77323, 0.99020, 0.24915, 1.28476, 2.05327],
    ),
    (LSAT6, "rasch"): (-2466.9376, [0.75513] * 5, [2.730, 0.999, 0.240, 1.306, 2.099]),
    (LSAT7, "2pl"): (
        -2658.805114,
        [0.98755, 1.08084, 1.70748, 0.76499, 0.73567],
        [1.85586, 0.808, 1.8052, 0.486, 1.85446],
    ),
    (LSAT7, "rasch"): (-2664.900891, [1.01127] * 5, [1.86826, 0.79101, 1.46098, 0.52151, 1.99297]),
}


@pytest.mark.parametrize(("data", "kind"), PUBLISHED)
def test_published_estimates(data: str, kind: Kind) -> None:
    log_likelihood, slopes, easiness = PUBLISHED[data, kind]
    fit = fit_items(responses(table(data)), kind, prior=None)
    assert fit.log_likelihood == pytest.approx(log_likelihood, abs=1e-3)
    assert fit.slopes == pytest.approx(slopes, abs=1e-3)
    assert fit.easiness == pytest.approx(easiness, abs=1e-3)


def test_a_table_that_counts_patterns_says_the_same_as_one_that_does_not() -> None:
    data = table(LSAT7)
    wide = np.column_stack([data, np.full((len(data), 20), np.nan)])
    counted, plain = (fit_items(responses(each), "rasch", Prior()) for each in (data, wide))
    assert plain.easiness[:5] == pytest.approx(counted.easiness, abs=1e-4)
    assert plain.easiness[5:] == pytest.approx(0.0, abs=1e-6)


def test_missing_answers_neither_help_nor_harm() -> None:
    """Two classes answered half of the items each, and all answered one: the shared ability scale holds."""
    drawn = simulated_class(1500, 9, 0.4, "missing")
    answers = drawn.answers.copy()
    answers[:700, 5:] = np.nan
    answers[700:, :4] = np.nan
    fit = fit_items(responses(answers), "rasch")
    assert fit.easiness == pytest.approx(drawn.easiness, abs=0.35)


def test_an_item_that_all_answered_alike_has_no_estimate_without_a_prior() -> None:
    answers = simulated_class(30, 4, 0.4, "alike").answers
    answers[:, 2] = 1
    with pytest.raises(BadInput, match="item 3 was answered rightly by all"):
        fit_items(responses(answers), "2pl", prior=None)
    assert np.isfinite(fit_items(responses(answers), "2pl").easiness).all()


@settings(max_examples=60, deadline=None)
@given(
    arrays(
        np.float64,
        st.tuples(st.integers(1, 9), st.integers(1, 6)),
        elements=st.sampled_from([0.0, 1.0, np.nan]),
    ),
    st.sampled_from(["rasch", "2pl"]),
)
def test_whatever_little_was_answered_has_finite_estimates_with_a_prior(answers: np.ndarray, kind: Kind) -> None:
    fit = fit_items(responses(answers), kind)
    for each in (fit.easiness, fit.slopes, fit.abilities, fit.ability_sd):
        assert np.isfinite(each).all()
    assert len(fit.abilities) == len(answers)


@pytest.mark.parametrize("bad", [np.zeros((0, 3)), np.zeros(4), np.full((2, 2), 0.5)])
def test_what_is_no_table_of_answers_is_refused(bad: np.ndarray) -> None:
    with pytest.raises(BadInput):
        responses(bad)


@pytest.mark.slow
def test_a_large_class_recovers_slopes_and_easiness() -> None:
    """A slope's own standard error is about .05 from 5,000 answers."""
    from simulator.randomness import Stream
    from tests.difficulty.models.simulated import normals, uniforms

    stream = Stream("two parameters")
    slopes, difficulty = np.exp(0.3 * normals(stream.at("a"), 60)), normals(stream.at("b"), 60)
    ability = normals(stream.at("theta"), 5000, 1)
    answers = uniforms(stream.at("x"), 5000, 60) < 1 / (1 + np.exp(-slopes * (ability - difficulty)))
    fit = fit_items(responses(answers.astype(float)), "2pl")
    assert np.sqrt(np.mean((fit.slopes - slopes) ** 2)) <= 0.06
    assert np.corrcoef(fit.difficulty, difficulty)[0, 1] >= 0.998
