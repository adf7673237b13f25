from __future__ import annotations

from builders_class import answers
from builders_key import DETAIN, EXAMINE, LAWFUL, QUERY, REVENUE

from simulator.grading.class_rates import Rate
from simulator.grading.habits import habits


def test_each_habit_is_counted_over_the_answers_that_can_show_it() -> None:
    every = [
        *answers(DETAIN, "ddeerl"),
        *answers(EXAMINE, "eedr"),
        *answers(REVENUE, "rrq"),
        *answers(QUERY, "qllr"),
        *answers(LAWFUL, "llr"),
    ]
    found = habits([each for _, each in every])
    # Revenue: once each on detain, examine, query and release, of 6 + 4 + 4 + 3 answers; twice where it is right.
    assert found.revenue_elsewhere == Rate(4, 17)
    assert found.revenue_on_signals == Rate(2, 10)
    assert found.revenue_right == Rate(2, 6)
    assert found.query_released == Rate(2, 4)
    assert found.examined_for_hold == Rate(2, 6)
    assert found.held_for_examine == Rate(1, 4)


def test_the_matrix_of_stops_holds_the_signals_alone() -> None:
    found = habits([each for _, each in (*answers(DETAIN, "ddeqrl"), *answers(EXAMINE, "ed"), *answers(LAWFUL, "de"))])
    assert dict(found.stops) == {
        ("detain", "detain"): 2, ("detain", "examine"): 1, ("detain", None): 3,
        ("examine", "examine"): 1, ("examine", "detain"): 1,
    }  # fmt: skip


def test_nobody_answered() -> None:
    assert habits([]).revenue_elsewhere == Rate(0, 0)
