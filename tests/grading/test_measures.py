"""Each formula against numbers that were published or worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.grading import measures


def test_log_linear_rate_is_hautus_correction() -> None:
    assert measures.log_linear_rate(0, 4) == pytest.approx(0.1)
    assert measures.log_linear_rate(4, 4) == pytest.approx(0.9)
    assert measures.log_linear_rate(2, 4) == pytest.approx(0.5)


def test_d_prime_and_criterion_of_the_example_of_stanislaw_and_todorov() -> None:
    assert measures.d_prime(50, 50, 17, 25) == pytest.approx(1.8853, abs=5e-5)
    assert measures.criterion(50, 50, 17, 25) == pytest.approx(-1.3911, abs=5e-5)


def test_d_prime_of_rates_of_seventy_and_ten_per_cent() -> None:
    # 3 of 4 is counted as 3.5 / 5 = .7, 0 of 4 as .5 / 5 = .1; z(.7) = .5244, z(.1) = -1.2816.
    assert measures.d_prime(3, 4, 0, 4) == pytest.approx(1.8060, abs=5e-5)
    assert measures.criterion(3, 4, 0, 4) == pytest.approx((1.2816 - 0.5244) / 2, abs=1e-4)


def test_a_constant_answer_has_a_number_that_means_nothing() -> None:
    # The contract's example: 2 signals of 40, all acted on.
    assert measures.d_prime(2, 2, 38, 38) == pytest.approx(-1.26, abs=0.01)
    assert not measures.sensitivity_is_defined(2, 2, 38, 38)


@pytest.mark.parametrize(
    ("cells", "defined"),
    [
        ((2, 4, 1, 4), True),
        ((2, 3, 1, 40), False),
        ((2, 40, 1, 3), False),
        ((4, 4, 4, 4), False),
        ((0, 4, 0, 4), False),
        ((4, 4, 0, 4), True),
        ((0, 4, 1, 4), True),
        ((0, 0, 0, 0), False),
    ],
)
def test_when_sensitivity_is_defined(cells: tuple[int, int, int, int], defined: bool) -> None:
    assert measures.sensitivity_is_defined(*cells) is defined


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_swapping_signals_and_lawful_turns_the_sign_of_d_prime_only(a: int, b: int, c: int, d: int) -> None:
    hits, signals, alarms, lawful = a, a + b, c, c + d
    turned = measures.d_prime(alarms, lawful, hits, signals)
    assert measures.d_prime(hits, signals, alarms, lawful) == pytest.approx(-turned)
    same = measures.criterion(alarms, lawful, hits, signals)
    assert measures.criterion(hits, signals, alarms, lawful) == pytest.approx(same)


def test_precision_recall_and_f1() -> None:
    assert measures.precision(2, 1) == pytest.approx(2 / 3)
    assert measures.precision(0, 0) is None
    assert measures.recall(1, 2) == 0.5
    assert measures.recall(0, 0) is None
    assert measures.f1(2 / 3, 0.5) == pytest.approx(4 / 7)
    assert measures.f1(None, 0.5) == 0
    assert measures.f1(1.0, 0.0) == 0
    assert measures.f1(1.0, 1.0) == 1


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_interval_as_in_table_1_of_newcombe(count: int, total: int, low: float, high: float) -> None:
    assert measures.wilson_interval(count, total) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 200), st.integers(1, 200))
def test_wilson_interval_holds_the_share_and_stays_a_share(count: int, extra: int) -> None:
    total = count + extra
    interval = measures.wilson_interval(count, total)
    assert interval is not None
    assert 0 <= interval[0] <= count / total + 1e-12
    assert count / total - 1e-12 <= interval[1] <= 1


def test_wilson_interval_of_nothing() -> None:
    assert measures.wilson_interval(0, 0) is None


def test_mean_leaves_out_what_is_not_defined() -> None:
    assert measures.mean([1.0, None, 2.0]) == 1.5
    assert measures.mean([None]) is None
    assert measures.mean([0.1] * 10) == 0.1


def test_differing_pairs_of_ten_answers() -> None:
    # 6, 3 and 1 of 10: 45 pairs, of which 15 + 3 + 0 agree.
    assert measures.differing_pairs([6, 3, 1, 0]) == (27, 45)
    assert measures.differing_pairs([4]) == (0, 6)
    assert measures.differing_pairs([1, 1]) == (1, 1)
    assert measures.differing_pairs([1]) == (0, 0)


def test_alpha_of_the_example_of_krippendorff() -> None:
    # Section C of Krippendorff (2011): four observers, twelve units, some values missing; alpha is .743.
    observers = ("1233214 12...".replace(" ", ""), "123322412 5.3".replace(" ", ""), ".33323422 51.".replace(" ", ""),
                 "123324412 51.".replace(" ", ""))  # fmt: skip
    units = [[each for each in values if each != "."] for values in zip(*observers, strict=True)]
    assert measures.krippendorff_alpha(units) == pytest.approx(0.743, abs=5e-4)


def test_alpha_of_three_units_by_hand() -> None:
    # aa, ab, bb: 6 values, 3 of each. Alike 2 + 0 + 2 = 4, by chance 6 + 6 = 12: (5 x 4 - 12) / (6 x 5 - 12) = 8 / 18.
    assert measures.krippendorff_alpha([["a", "a"], ["a", "b"], ["b", "b"]]) == pytest.approx(8 / 18)
    # A value that stands alone on its unit can agree with nothing and changes nothing.
    assert measures.krippendorff_alpha([["a", "a"], ["a", "b"], ["b", "b"], ["c"]]) == pytest.approx(8 / 18)


def test_alpha_where_it_says_nothing() -> None:
    assert measures.krippendorff_alpha([]) is None
    assert measures.krippendorff_alpha([["a"], ["b"]]) is None
    assert measures.krippendorff_alpha([["a", "a"], ["a", "a", "a"]]) is None


@given(st.lists(st.lists(st.sampled_from("lqred"), max_size=5), max_size=12))
def test_alpha_is_one_only_where_all_agree(units: list[list[str]]) -> None:
    alpha = measures.krippendorff_alpha(units)
    if alpha is not None:
        assert alpha <= 1 + 1e-12
        assert (alpha > 1 - 1e-9) is all(len(set(unit)) == 1 for unit in units if len(unit) > 1)


def test_correlation_by_hand() -> None:
    # Deviations -1 0 1 and -2 1 1: products 2 + 0 + 1 = 3; squares 2 and 6; 3 / sqrt(12).
    assert measures.correlation([1, 2, 3], [0, 3, 3]) == pytest.approx(3 / 12**0.5)
    assert measures.correlation([1, 0, 1, 0], [2.0, 1.0, 2.0, 1.0]) == pytest.approx(1)
    assert measures.correlation([1, 1, 1], [1, 2, 3]) is None


def test_the_point_biserial_is_a_correlation() -> None:
    # (mean of the ones - mean of the zeros) / sd x sqrt(p q), Lord & Novick's form: means 14/3 and 3, variance .8.
    right, scores = [0, 0, 1, 1, 1], [3.0, 3.0, 5.0, 5.0, 4.0]
    by_hand = (14 / 3 - 3) / (4 / 5) ** 0.5 * (0.6 * 0.4) ** 0.5
    assert measures.correlation([float(each) for each in right], scores) == pytest.approx(by_hand)


def test_the_interval_of_a_correlation() -> None:
    # z(.5) = .5493, 1.96 / sqrt(25) = .392: tanh of .1573 and of .9413.
    assert measures.correlation_interval(0.5, 28) == pytest.approx((0.1560, 0.7357), abs=5e-4)
    assert measures.correlation_interval(-1.0, 28) == (-1, -1)


def test_total_score_weighs_decisions_and_evidence() -> None:
    assert measures.total_score(0.5, 1.0, 0.3) == pytest.approx(65)
    assert measures.total_score(0.5, 1.0, 0.0) == 50
