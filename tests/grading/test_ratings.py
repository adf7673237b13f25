"""Measures from ratings: published tables to the digits printed, and small cases by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.grading.binormal import fit_binormal
from simulator.grading.localisation import Marked, weighted_afroc_area
from simulator.grading.ratings import brier, expected_cost, partial_area, rating, wilcoxon_area

# Van Dyke data, modality 1, reader 1 (RJafroc's dataset02), counts of ratings 1 to 5.
LAWFUL, SIGNALS = (47, 9, 10, 2, 1), (4, 1, 2, 10, 28)


def spread(counts: tuple[int, ...]) -> list[int]:
    return [level for level, count in enumerate(counts) for _ in range(count)]


def test_published_areas() -> None:
    assert wilcoxon_area(spread(SIGNALS), spread(LAWFUL)) == pytest.approx(0.91964573, abs=5e-9)
    fit = fit_binormal(SIGNALS, LAWFUL)
    assert fit is not None
    assert (fit.a, fit.b, fit.area) == pytest.approx((1.702150885, 0.536773238, 0.933160455), abs=1e-4)
    assert fit.cutoffs == pytest.approx((0.48337, 0.86957, 1.55193, 2.55788), abs=1e-4)


def test_areas_by_hand() -> None:
    # Pairs: 3>1, 3>2, 1=1 (half), 1<2: 2.5 of 4.
    assert wilcoxon_area([3, 1], [1, 2]) == 2.5 / 4
    assert wilcoxon_area([], [1]) is None
    # The curve (0,0) (0,.5) (.5,.5) (1,1): up to .5 it encloses .25; guessing .125, perfect .5.
    assert partial_area([3, 1], [1, 2], 0.5) == pytest.approx(0.5 * (1 + (0.25 - 0.125) / (0.5 - 0.125)))


def test_ratings_do_not_determine_every_curve() -> None:
    assert fit_binormal((0, 0, 5), (5, 0, 0)) is None
    assert fit_binormal((3, 3), (4, 1)) is None
    assert fit_binormal((0, 0, 0), (5, 2, 1)) is None


def test_a_rating_orders_the_surest_pass_to_the_surest_action() -> None:
    assert [rating(False, 4), rating(False, 1), rating(True, 1), rating(True, 4)] == [-4, -1, 1, 4]


def test_cost_by_hand() -> None:
    # 2 of 100 are signals, a miss costs 50, a false alarm 1: .02*50*.25 + .98*.1
    assert expected_cost(0.75, 0.1, 0.02, 50, 1) == pytest.approx(0.25 + 0.098)


def test_brier_by_hand() -> None:
    found = brier([0.1, 0.9, 0.8, 0.3], [False, True, True, False])
    assert found is not None
    assert found.score == pytest.approx(0.0375)
    two = brier([0.7, 0.7, 0.55, 0.55], [True, True, True, False])
    assert two is not None
    # Levels .7 (all right) and .55 (half right), base .75.
    assert two.reliability == pytest.approx(0.5 * 0.3**2 + 0.5 * 0.05**2)
    assert two.resolution == pytest.approx(0.5 * 0.25**2 + 0.5 * 0.25**2)
    assert brier([], []) is None


@given(st.lists(st.tuples(st.sampled_from([0.55, 0.7, 0.85, 0.97]), st.booleans()), min_size=1))
def test_the_parts_of_the_score_add_up(answers: list[tuple[float, bool]]) -> None:
    found = brier([chance for chance, _ in answers], [outcome for _, outcome in answers])
    assert found is not None
    assert found.score == pytest.approx(found.reliability - found.resolution + found.uncertainty)


def test_flagged_boxes_by_hand() -> None:
    # Signal 1: one of two findings marked with 3; signal 2: its only finding marked with 1.
    # Highest wrong marks on lawful: 2, none. 3 beats both, the missed one ties with none: (2 + .5) / 2 of 2;
    # 1 beats none only: 1 of 2.
    signals = [Marked((3, None), ()), Marked((1,), (4,))]
    lawful = [Marked((), (2, 1)), Marked((), ())]
    assert weighted_afroc_area(signals, lawful) == pytest.approx((2.5 / 2 + 1) / 4)
    assert weighted_afroc_area([Marked((), ())], lawful) is None
