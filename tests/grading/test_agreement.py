"""Agreement within groups on classes small enough to count pairs by hand."""

from __future__ import annotations

import pytest
from builders_class import changed, people
from builders_key import DETAIN, EXAMINE, LAWFUL, many

from simulator.grading.agreement import agreement
from simulator.grading.class_rates import Rate

THREE = (DETAIN, EXAMINE, LAWFUL)


def test_pairs_that_agree_and_what_all_got_wrong() -> None:
    # Detain: d d e, one pair of three agrees. Examine: l l l, all three agree and are wrong. Release: one answer only.
    (found,) = agreement(people(THREE, "dl.", "dl.", "ell")).groups
    assert (found.group, found.members, found.consignments) == ("G01", 3, 2)
    assert found.agreeing == Rate(4, 6)
    assert found.alike_and_wrong == Rate(1, 2)


def test_groups_are_compared_within_themselves_only() -> None:
    grades = [*people(THREE, "ddd", "ddd", group="G01"), *people(THREE, "lll", "lll", group="G02")]
    found = agreement(grades)
    assert [each.agreeing for each in found.groups] == [Rate(3, 3), Rate(3, 3)]
    assert (found.pooled.agreeing, found.pooled.members, found.pooled.consignments) == (Rate(6, 6), 4, 6)


def test_members_of_other_variants_share_the_anchors_alone() -> None:
    moved = (changed(DETAIN, id="C09"), changed(EXAMINE, item="another"))
    grades = [*people(THREE, "dll"), *people(moved, "ee", variant="v02")]
    (found,) = agreement(grades).groups
    assert (found.consignments, found.agreeing) == (1, Rate(0, 1))


def test_one_who_answers_alone_has_nobody_to_agree_with() -> None:
    found = agreement([*people(THREE, "ddd", group="G01"), *people(THREE, "ddd", group="G02")])
    assert found.groups == ()
    assert found.pooled.agreeing == Rate(0, 0)


@pytest.mark.parametrize(("count", "given"), [(9, False), (10, True)])
def test_alpha_is_given_from_ten_consignments_on(count: int, given: bool) -> None:
    keys = many(count, 0)
    (found,) = agreement(people(keys, "e" * count, "e" * (count - 1) + "d")).groups
    assert (found.alpha is not None) is given


def test_alpha_of_a_group_by_hand() -> None:
    # Ten units of two: nine agree (6 e, 3 l), one is e and l. 20 values, 13 e and 7 l.
    # Alike 18; by chance 13 x 12 + 7 x 6 = 198; (19 x 18 - 198) / (20 x 19 - 198) = 144 / 182.
    (found,) = agreement(people(many(10, 0), "e" * 7 + "lll", "e" * 6 + "llll")).groups
    assert found.alpha == pytest.approx(144 / 182)
