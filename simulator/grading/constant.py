"""What somebody would earn who gives the same answer to every consignment and looks at nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.formats.key import KeyConsignment
from simulator.formats.submission import Answer
from simulator.formats.vocabulary import VERDICTS, Verdict
from simulator.grading.grade import grade_consignment
from simulator.grading.measures import mean, total_score
from simulator.scenario import Scoring


@dataclass(frozen=True, slots=True)
class ConstantAnswer:
    """A decision given to every consignment without a flag, and its score from 0 to 100."""

    decision: Verdict
    score: float


def constant_answer(consignments: Iterable[KeyConsignment], decision: Verdict, scoring: Scoring) -> ConstantAnswer:
    """Grade the same decision on every consignment, without flags."""
    graded = [grade_consignment(each, Answer(each.id, decision), (), scoring) for each in consignments]
    decisions = mean(each.credit for each in graded) or 0.0
    evidence = mean(each.evidence_score for each in graded) or 0.0
    return ConstantAnswer(decision, total_score(decisions, evidence, scoring.evidence_weight))


def best_constant_answer(consignments: Iterable[KeyConsignment], scoring: Scoring) -> ConstantAnswer:
    """Return the constant answer that earns most; of equal ones the first on the ladder from release up."""
    every = tuple(consignments)
    return max((constant_answer(every, each, scoring) for each in VERDICTS), key=lambda constant: constant.score)
