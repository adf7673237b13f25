from __future__ import annotations

import math

import pytest
from builders_key import DETAIN, EXAMINE, LAWFUL, consignment, evidence, finding, look_alike

from simulator.difficulty.trainees import answer, chance_to_see, difficulty, logistic
from simulator.formats.submission import Answer
from simulator.grading.evidence import grade_evidence
from simulator.randomness import Stream

SURE, BLIND = 50.0, -50.0


def test_logistic() -> None:
    assert logistic(0) == 0.5
    assert logistic(math.log(3)) == pytest.approx(0.75)
    assert logistic(-1000) == 0
    assert logistic(1000) == 1


def test_difficulty_adds_subtlety_and_the_hardest_way_of_seeing() -> None:
    assert difficulty(finding("X", subtlety=1, seen_by=("glance",))) == -1.5
    assert difficulty(finding("X", subtlety=2, seen_by=("comparison",))) == 0
    assert difficulty(finding("X", subtlety=3, seen_by=("comparison", "absence"))) == 1.5
    assert difficulty(finding("X", subtlety=2, seen_by=())) == 0


def test_a_trainee_as_able_as_the_finding_is_hard_sees_it_half_the_time() -> None:
    hard = finding("X", subtlety=3, seen_by=("absence",))
    assert chance_to_see(1.5, hard) == 0.5
    key = consignment("C01", "examine", (finding("X", evidence("INV-5"), subtlety=3, seen_by=("absence",)),))
    seen = sum(bool(answer(key, 1.5, Stream("s", number)).flags) for number in range(2000))
    assert seen == pytest.approx(1000, abs=4 * math.sqrt(500))


@pytest.mark.parametrize("key", [EXAMINE, DETAIN, LAWFUL])
def test_who_sees_everything_finds_everything_and_decides_by_the_ladder(key: object) -> None:
    best = answer(key, SURE, Stream("seed"))  # type: ignore[arg-type]
    assert best.decision == key.verdict  # type: ignore[attr-defined]
    assert best.confidence == 4
    assert grade_evidence(key, best.flags, ["INV-14.1", "BL-15b.1", "INV-14.2", "BL-2a"]).score == 1  # type: ignore[arg-type]


def test_who_sees_nothing_releases() -> None:
    assert answer(EXAMINE, BLIND, Stream("seed")) == Answer("C01", "release", 1)


@pytest.mark.parametrize(
    ("indicator", "decision"),
    [("H12", "revenue"), ("H19", "examine"), ("H14", "examine"), ("H01", "query"), ("H00", "query")],
)
def test_a_look_alike_that_is_not_recognised_is_flagged_and_counts_as_what_it_resembles(
    indicator: str, decision: str
) -> None:
    lawful = consignment("C01", "release", (), (look_alike(indicator, evidence("INV-5")),))
    misled = answer(lawful, BLIND, Stream("seed"))
    assert (misled.decision, misled.flags) == (decision, ("INV-5",))
    assert answer(lawful, SURE, Stream("seed")) == Answer("C01", "release", 4)


def test_boxes_that_follow_or_identify_are_not_flagged() -> None:
    key = consignment("C01", "query", (finding("X", evidence("INV-5", "follows"), evidence("BL-20", "identifies")),))
    assert answer(key, SURE, Stream("seed")).flags == ()


def test_either_side_of_a_disagreement_is_flagged() -> None:
    flags = {answer(EXAMINE, SURE, Stream("seed", n)).flags for n in range(40)}
    assert flags == {("INV-14.1",), ("BL-15B.1",)}
