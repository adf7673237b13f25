from __future__ import annotations

import pytest
from builders_class import answers
from builders_key import LAWFUL

from simulator.grading.calibration import calibration
from simulator.grading.class_rates import Rate


def test_stated_against_right_by_hand() -> None:
    # 55 %: 2 of 4 right; 97 %: 3 of 4 right. Stated on average (4 x .55 + 4 x .97) / 8 = .76; right 5 of 8 = .625.
    every = [*answers(LAWFUL, "llee", confidence=1), *answers(LAWFUL, "llle", confidence=4)]
    found = calibration(each for _, each in every)
    assert [(each.mark, each.right) for each in found.marks] == [
        (1, Rate(2, 4)), (2, Rate(0, 0)), (3, Rate(0, 0)), (4, Rate(3, 4)),
    ]  # fmt: skip
    assert found.stated == pytest.approx(0.76)
    assert found.excess == pytest.approx(0.135)
    # Wilson for 5 of 8 is .3057 to .8632 (computed apart from the product).
    assert found.excess_interval == pytest.approx((0.76 - 0.8632, 0.76 - 0.3057), abs=1e-4)


def test_answers_without_a_mark_say_nothing_of_it() -> None:
    found = calibration(each for _, each in answers(LAWFUL, "lle"))
    assert (found.right, found.stated, found.excess, found.excess_interval) == (Rate(0, 0), None, None, None)
