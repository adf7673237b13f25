"""Whole submissions against the contract's section on grades, worked out by hand."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from builders_key import BILL, INVOICE, SIX, TRAINEE, many, opened_pack

from simulator.formats.key import KeyConsignment
from simulator.formats.submission import Answer, Submission
from simulator.formats.vocabulary import VERDICTS, Verdict
from simulator.grading.constant import best_constant_answer, constant_answer
from simulator.grading.credit import DEFAULT_SCORING
from simulator.grading.grade import RespondentGrade, grade_class, grade_respondent

CODES = (*BILL, *INVOICE)


def grade(consignments: tuple[KeyConsignment, ...], answers: list[Answer], **scoring: float) -> RespondentGrade:
    codes = {each.id: CODES for each in consignments}
    used = msgspec.structs.replace(DEFAULT_SCORING, **scoring)
    return grade_respondent(TRAINEE, consignments, Submission("T001", tuple(answers)), codes, used)


def perfect(consignments: tuple[KeyConsignment, ...]) -> list[Answer]:
    return [
        Answer(
            each.id,
            each.verdict,
            flags=tuple(
                evidence.box.upper()
                for finding in each.findings
                for evidence in finding.evidence
                if evidence.role in ("shows", "against")
            ),
        )
        for each in consignments
    ]


def test_a_perfect_file_earns_a_hundred() -> None:
    best = grade(SIX, perfect(SIX))
    assert (best.score, best.passed) == (pytest.approx(100), True)
    assert (best.decision_score, best.evidence_score) == (1, 1)
    assert (best.evidence_precision, best.evidence_recall) == (1, 1)


def test_an_empty_file_earns_nothing_and_is_in_no_rate() -> None:
    for answers in ([], [Answer(each.id, flags=("INV-14.1",)) for each in SIX]):
        empty = grade(SIX, answers)
        assert (empty.score, empty.passed, empty.sent_nothing) == (0, False, True)
        assert (empty.counts.signals, empty.counts.lawful, empty.counts.query_total) == (0, 0, 0)
        assert (empty.evidence_precision, empty.evidence_recall, empty.d_prime) == (None, None, None)


def test_a_mixed_file() -> None:
    answers = [
        Answer("C01", "detain", flags=("INV-14.1", "INV-5")),  # hit: credit .75, evidence 2/3
        Answer("C02", "query", flags=("BL-2A", "BL-20")),  # miss: credit .25; 1 of 2 found, identifies apart: 2/3
        Answer("C03", "examine"),  # revenue acted: credit .5, evidence 0
        Answer("C05", "examine", flags=("INV-5",)),  # false alarm: credit 0, evidence 0
        Answer("C06", "query", flags=("INV-14.1",)),  # correct rejection: .5; a look-alike's box costs no evidence: 1
    ]
    mixed = grade(SIX, answers)
    counts = mixed.counts
    assert (counts.hits, counts.misses, counts.false_alarms, counts.correct_rejections) == (1, 1, 1, 1)
    assert (counts.query_acted, counts.query_total) == (0, 0)
    assert (counts.revenue_acted, counts.revenue_total) == (1, 1)
    assert mixed.decision_score == pytest.approx((0.75 + 0.25 + 0.5 + 0 + 0.5) / 6)
    assert mixed.evidence_score == pytest.approx((2 / 3 + 2 / 3 + 0 + 0 + 1) / 6)
    assert mixed.evidence_precision == pytest.approx(2 / 4)  # right INV-14.1 BL-2A, wrong INV-5 twice
    assert mixed.evidence_recall == pytest.approx(2 / 4)  # of X03, G08, P07, V01; C04 is unanswered
    assert mixed.score == pytest.approx(100 * (0.7 * 2 / 6 + 0.3 * (7 / 3) / 6))
    assert [each.correct for each in mixed.consignments] == [False] * 6


def test_d_prime_over_four_and_four() -> None:
    eight = many(4, 4, query=1)
    decisions: list[Verdict] = ["examine", "detain", "examine", "query", "release", "query", "revenue", "release"]
    some = grade(eight, [Answer(each.id, decision) for each, decision in zip(eight, decisions, strict=False)])
    assert (some.counts.hits, some.counts.false_alarms) == (3, 0)
    assert some.d_prime == pytest.approx(1.8060, abs=5e-5)  # H = .7, F = .1
    assert some.criterion == pytest.approx(0.3786, abs=5e-5)


@pytest.mark.parametrize(("left_out", "defined"), [("C01", False), ("C05", False), ("C09", True)])
def test_d_prime_needs_four_answered_of_each_kind(left_out: str, defined: bool) -> None:
    nine = many(4, 4, query=1)
    answers = [
        Answer(each.id, "examine" if each.id in ("C01", "C02", "C05") else "release") for each in nine if each.id != left_out
    ]
    graded = grade(nine, answers)
    assert (graded.d_prime is not None, graded.criterion is not None) == (defined, defined)


@pytest.mark.parametrize("decision", VERDICTS)
def test_a_constant_answer_has_no_d_prime(decision: Verdict) -> None:
    ten = many(4, 4, query=1, revenue=1)
    graded = grade(ten, [Answer(each.id, decision) for each in ten])
    assert (graded.d_prime, graded.criterion) == (None, None)
    assert graded.score == constant_answer(ten, decision, DEFAULT_SCORING).score


def test_what_constant_answers_earn() -> None:
    # 4 examine, 5 release, 2 query, 1 revenue; evidence: 5 of 12 without findings.
    twelve = many(4, 5, query=2, revenue=1)
    credit = {
        "release": 5 * 1 + 2 * 0.25,
        "query": 5 * 0.5 + 2 * 1 + 0.5 + 4 * 0.25,
        "revenue": 2 * 0.25 + 1,
        "examine": 2 * 0.5 + 0.5 + 4,
        "detain": 0.25 + 4 * 0.75,
    }
    for decision in VERDICTS:
        expected = 100 * (0.7 * credit[decision] / 12 + 0.3 * 5 / 12)
        assert constant_answer(twelve, decision, DEFAULT_SCORING).score == pytest.approx(expected)
    best = best_constant_answer(twelve, DEFAULT_SCORING)
    assert (best.decision, best.score) == ("query", pytest.approx(100 * (0.7 * 6 / 12 + 0.3 * 5 / 12)))


def test_weight_and_pass_mark_are_the_scenarios() -> None:
    answers = [Answer(each.id, "release") for each in many(1, 1)]
    assert grade(many(1, 1), answers, evidence_weight=0.0).score == 50
    assert grade(many(1, 1), answers, evidence_weight=0.0, pass_mark=50).passed
    assert not grade(many(1, 1), answers, evidence_weight=0.0, pass_mark=50.001).passed


def test_the_class_is_graded_in_the_packs_order_with_those_who_sent_nothing(tmp_path: Path) -> None:
    opened = opened_pack(tmp_path)
    grades = grade_class(opened, [Submission("T002", tuple(perfect(SIX)))])
    assert [(each.respondent.id, each.sent_nothing, round(each.score)) for each in grades] == [
        ("T001", True, 0),
        ("T002", False, 100),
    ]
