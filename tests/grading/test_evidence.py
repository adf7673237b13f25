"""Flags on one consignment, worked out by hand."""

from __future__ import annotations

import pytest
from builders_key import BILL, CARD, DETAIN, EXAMINE, INVOICE, LAWFUL, TEMPTING, consignment, evidence, finding, look_alike

from simulator.grading.evidence import EvidenceGrade, flag_outcomes, grade_evidence

CODES = (*BILL, *INVOICE, *CARD)


def grade(key: object, *flags: str) -> EvidenceGrade:
    return grade_evidence(key, flags, CODES)  # type: ignore[arg-type]


def test_both_sides_of_a_disagreement_are_right_and_either_finds_it() -> None:
    both = grade(EXAMINE, "INV-14.1", "BL-15B.1")
    assert (both.right, both.wrong, both.found, both.score) == (2, 0, ("X03",), 1.0)
    assert grade(EXAMINE, "BL-15B.1").score == 1.0


def test_what_follows_is_right_but_finds_nothing() -> None:
    follows = grade(EXAMINE, "INV-16")
    assert (follows.right, follows.wrong, follows.found, follows.missed) == (1, 0, (), ("X03",))
    assert follows.score == 0
    assert grade(EXAMINE, "INV-16", "INV-14.1").score == 1.0


def test_a_wrong_flag_lowers_precision() -> None:
    mixed = grade(EXAMINE, "INV-14.1", "INV-5")
    assert (mixed.right, mixed.wrong) == (1, 1)
    assert mixed.score == pytest.approx(2 / 3)  # precision 1/2, recall 1


def test_one_of_two_findings_with_a_box_that_identifies_and_one_of_a_look_alike() -> None:
    half = grade(DETAIN, "INV-14.2", "BL-20", "BL-15A.1")
    assert (half.right, half.wrong, half.identifies, half.look_alike) == (1, 0, 1, 1)
    assert (half.found, half.missed, half.misled_by) == (("G08",), ("P07",), ("H06",))
    assert half.score == pytest.approx(2 / 3)  # precision 1, recall 1/2


def test_no_flag_counts_where_there_are_findings() -> None:
    assert grade(DETAIN).score == 0
    assert grade(DETAIN, "BL-20", "BL-15A.1").score == 0


def test_without_findings_only_a_wrong_flag_costs() -> None:
    assert grade(LAWFUL).score == 1
    assert grade(LAWFUL, "INV-5").score == 0
    tempted = grade(TEMPTING, "INV-14.1")
    assert (tempted.score, tempted.misled_by, tempted.wrong) == (1, ("H12",), 0)


def test_a_flag_without_row_or_letter_is_as_good_as_the_best_box_it_means() -> None:
    assert (grade(EXAMINE, "INV-14").right, grade(EXAMINE, "INV-14").wrong) == (1, 0)
    assert grade(EXAMINE, "BL-15").found == ("X03",)
    assert grade(DETAIN, "BL-2").found == ("P07",)


def test_each_box_counts_once_however_it_is_flagged() -> None:
    often = grade(EXAMINE, "INV-14", "INV-14.1", "inv-14.1")
    assert (often.right, often.wrong) == (1, 0)
    wrong = grade(LAWFUL, "INV-5", "inv-5")
    assert wrong.wrong == 1


def test_what_is_true_of_a_finding_is_never_held_against_it() -> None:
    shared = consignment(
        "C01",
        "examine",
        (finding("X03", evidence("INV-14.1")), finding("X01", evidence("INV-14.1", "identifies"), evidence("INV-5"))),
        (look_alike("H14", evidence("INV-14.1")),),
    )
    both = grade(shared, "INV-14.1")
    assert (both.right, both.look_alike, both.identifies, both.misled_by) == (1, 0, 0, ())


def test_every_flag_is_told_with_the_boxes_on_which_it_counts() -> None:
    told = {each.flag: each for each in flag_outcomes(DETAIN, ("INV-14", "BL-20", "BL-15", "INV-5", "XX-1"), CODES)}
    assert {flag: each.kind for flag, each in told.items()} == {
        "INV-14": "right", "BL-20": "identifies", "BL-15": "look_alike", "INV-5": "wrong",
    }  # fmt: skip
    # Two lines could be meant and one shows it; of the bill's box 15 only the marks are the look-alike's.
    assert (told["INV-14"].boxes, told["INV-14"].meant) == ({"INV-14.2"}, {"INV-14.1", "INV-14.2"})
    assert (told["BL-15"].boxes, told["BL-15"].meant) == ({"BL-15a.1"}, {"BL-15a.1", "BL-15b.1"})
    assert told["INV-5"].boxes == told["INV-5"].meant == {"INV-5"}
