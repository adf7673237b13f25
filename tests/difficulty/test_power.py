"""How many are needed: published figures, and counts that rise with what is asked."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from simulator.difficulty.models.prediction import expected_share
from simulator.difficulty.power import Precision, easiness_of, needs, signals_for_d_prime, trainees_for_mean
from simulator.errors import BadInput


def test_half_right_needs_54_trainees_for_a_standard_error_of_three_tenths() -> None:
    """The design study's table (abilities normal, standard deviation 1): 54 trainees at half right, 63 at 30 %."""
    counts = [each.count for each in needs(Precision())]
    assert counts[:2] == [54, 63]
    # 1.96^2 x .7 x .3 / .01 = 80.7; (1.96 x 15 / 5)^2 = 34.6.
    assert (counts[3], counts[5]) == (81, 35)


def test_d_prime_worked_by_hand() -> None:
    # d' = 0: H = F = .5, phi(0)^2 = 1 / 2 pi, so .25 x 2 pi = 1.5708 a kind; halves: 2 x 2 x 1.5708 x 1.96^2 / .25.
    assert signals_for_d_prime(0.5, 0.0, 0.5) == math.ceil(3.8415 / 0.25 * 4 * 1.570796)


def test_a_mean_needs_four_times_as_many_for_half_the_width() -> None:
    assert trainees_for_mean(2.5, 15) / trainees_for_mean(5, 15) == pytest.approx(4, rel=0.05)


def test_easiness_gives_the_share_that_was_asked() -> None:
    for share in (0.15, 0.3, 0.5, 0.8):
        assert expected_share(np.array([easiness_of(share, 1.0)]), 0.0, 1.0)[0] == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(
    ("place", "changes"),
    [
        ("--error", {"error": 0.0}), ("--rate", {"rate": 1.0}), ("--prevalence", {"prevalence": 0.0}),
        ("--spread", {"spread": -1.0}), ("--d-prime", {"d_prime": math.nan}), ("--score-sd", {"score_sd": math.inf}),
    ],
)  # fmt: skip
def test_what_is_no_precision_is_refused(place: str, changes: dict[str, float]) -> None:
    with pytest.raises(BadInput, match=place):
        needs(replace(Precision(), **changes))
