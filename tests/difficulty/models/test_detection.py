"""Detection and leaning: what is put in comes out, and answers that tell nothing are refused."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.difficulty.models.detection import Decisions, coded, fit_detection
from simulator.errors import BadInput
from simulator.randomness import Stream
from tests.difficulty.models.simulated import normals


def decided(trainees: int, slots: int, seed: str) -> Decisions:
    """Criterion .3, d' 1.5, a clue weight of -.4; people differ by .4 and .5, slots by .3."""
    stream = Stream(seed)
    kind = np.arange(slots) % 3 == 0
    clue = (np.arange(slots) // 3 % 3 - 1).astype(float)
    people = normals(stream.at("people"), trainees, 2) * [0.4, 0.5]
    who, which = np.repeat(np.arange(trainees), slots), np.tile(np.arange(slots), trainees)
    signal = kind[which]
    inner = -0.3 + people[who, 0] + (1.5 + people[who, 1]) * np.where(signal, 0.5, -0.5)
    inner = inner + np.where(signal, -0.4 * clue[which], 0) + 0.3 * normals(stream.at("slots"), slots)[which]
    acts = normals(stream.at("noise"), trainees * slots) < inner
    return Decisions(acts, signal, coded(signal, [clue[which]], []), who, which)


def test_what_was_put_in_lies_within_three_standard_errors() -> None:
    fit = fit_detection(decided(150, 24, "detection"))
    assert (np.abs(fit.weights - [-0.3, 1.5, -0.4]) < 3 * fit.weight_errors).all()
    assert 0.1 < fit.slot_sd < 0.6
    assert 0.2 < fit.trainee_sd[0] < 0.6
    assert fit.trainee_d_prime.mean() == pytest.approx(fit.weights[1], abs=0.05)


def test_who_stops_more_leans_more() -> None:
    """Somebody who stopped everything and somebody who stopped nothing stand at the ends, at finite places."""
    made = decided(40, 18, "leaning")
    acts = made.acts.copy()
    acts[made.trainee == 0] = True
    acts[made.trainee == 1] = False
    fit = fit_detection(Decisions(acts, made.signal, made.features, made.trainee, made.slot))
    assert np.isfinite(fit.trainee_criterion).all()
    assert fit.trainee_criterion.argmin() == 0
    assert fit.trainee_criterion.argmax() == 1


@pytest.mark.parametrize("all_act", [True, False])
def test_a_class_that_does_one_thing_is_refused(all_act: bool) -> None:
    made = decided(10, 9, "constant")
    with pytest.raises(BadInput, match="nothing to tell"):
        fit_detection(Decisions(np.full_like(made.acts, all_act), made.signal, made.features, made.trainee, made.slot))
