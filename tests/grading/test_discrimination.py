from __future__ import annotations

import pytest
from builders_class import people
from builders_key import many

from simulator.grading.class_rates import Rate
from simulator.grading.discrimination import discrimination
from simulator.grading.grade import RespondentGrade

KEYS = many(3, 0)
"""Three signals of verdict examine: an answer e is right and earns 1, one of l earns 0."""


def of(*rows: tuple[str, int]) -> list[RespondentGrade]:
    return people(KEYS, *(row for row, times in rows for _ in range(times)))


def test_the_correlation_with_the_rest_by_hand() -> None:
    # Here right: rest 1 for 8, 0 for 2; here wrong: rest 1 for 4, 0 for 6. A fourfold table has
    # phi = (8 x 6 - 2 x 4) / sqrt(10 x 10 x 12 x 8) = 40 / 97.98.
    found = discrimination(of(("eee", 8), ("ell", 2), ("lee", 4), ("lll", 6)))
    (first,) = [each for each in found.judged if each.slot == "S01"]
    assert first.right == Rate(10, 20)
    assert first.correlation == pytest.approx(40 / 9600**0.5)


def test_the_item_itself_is_not_in_the_rest() -> None:
    # Whoever is right here is wrong on both others: with the item in the total this would look better than -1.
    found = discrimination(of(("ell", 10), ("lee", 10)))
    assert found.judged[0].correlation == pytest.approx(-1)
    assert [each.slot for each in found.poor] == ["S01"]


def test_too_few_answers_or_too_few_of_a_kind_are_not_judged() -> None:
    assert discrimination(of(("ell", 9), ("lee", 10))).judged == ()
    found = discrimination(of(("ell", 2), ("lee", 30)))
    assert (found.judged, found.not_judged) == ((), 3)


def test_only_what_runs_against_the_rest_is_to_be_looked_at() -> None:
    # As many of each pattern: no correlation at all; one person more tips it to either side.
    none = [("eee", 6), ("ell", 6), ("lee", 6), ("lll", 6)]
    for row, poor in (("eee", False), ("lee", True), ("lll", False), ("ell", True)):
        found = discrimination(of(*none, (row, 1)))
        assert ("S01" in [each.slot for each in found.poor]) is poor


def test_who_answered_one_consignment_only_has_no_rest() -> None:
    found = discrimination(of(("e..", 20), ("l..", 20)))
    assert (found.judged, found.not_judged) == ((), 0)


def test_where_everybody_else_is_alike_there_is_no_correlation() -> None:
    assert discrimination(of(("eee", 10), ("lee", 10))).judged == ()


def test_answers_belong_together_as_is_asked() -> None:
    found = discrimination(of(("eel", 10), ("lle", 10)), lambda each: "all")
    assert [(each.slot, each.right) for each in found.judged] == [("all", Rate(30, 60))]
