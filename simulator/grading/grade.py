"""Submission and key to a tree of scores: consignments, then respondents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.formats.key import KeyConsignment
from simulator.formats.pack import PackTrainee
from simulator.formats.submission import Answer, Submission
from simulator.formats.vocabulary import ACTING
from simulator.grading.credit import credit_for, scoring_of
from simulator.grading.evidence import EvidenceGrade, grade_evidence
from simulator.grading.measures import (
    criterion,
    d_prime,
    mean,
    precision,
    recall,
    sensitivity_is_defined,
    total_score,
)
from simulator.intake.pack_reading import Codes, OpenedPack
from simulator.scenario import Scoring


@dataclass(frozen=True, slots=True)
class ConsignmentGrade:
    """One consignment of one respondent; ``answer`` and ``evidence`` are None where it is unanswered."""

    key: KeyConsignment
    answer: Answer | None
    credit: float
    evidence: EvidenceGrade | None

    @property
    def answered(self) -> bool:
        """Whether there is a decision."""
        return self.answer is not None

    @property
    def signal(self) -> bool:
        """Whether the shipment should be opened: verdict examine or detain."""
        return self.key.verdict in ACTING

    @property
    def lawful(self) -> bool:
        """Whether nothing is wrong with the shipment: verdict release."""
        return self.key.verdict == "release"

    @property
    def acts(self) -> bool:
        """Whether the decision opens the shipment."""
        return self.answer is not None and self.answer.decision in ACTING

    @property
    def correct(self) -> bool:
        """Whether the decision is the verdict."""
        return self.answer is not None and self.answer.decision == self.key.verdict

    @property
    def evidence_score(self) -> float:
        """What the flags earn, 0 to 1; 0 where unanswered."""
        return self.evidence.score if self.evidence is not None else 0.0


@dataclass(frozen=True, slots=True)
class Counts:
    """How often one or many respondents acted, over answered consignments, by what the verdict is."""

    hits: int
    misses: int
    false_alarms: int
    correct_rejections: int
    query_acted: int
    query_total: int
    revenue_acted: int
    revenue_total: int

    @property
    def signals(self) -> int:
        """Answered consignments that should be opened."""
        return self.hits + self.misses

    @property
    def lawful(self) -> int:
        """Answered consignments with which nothing is wrong."""
        return self.false_alarms + self.correct_rejections

    @property
    def sensitivity(self) -> tuple[float, float] | tuple[None, None]:
        """d' and criterion, both None where they are not defined."""
        cells = (self.hits, self.signals, self.false_alarms, self.lawful)
        return (d_prime(*cells), criterion(*cells)) if sensitivity_is_defined(*cells) else (None, None)


@dataclass(frozen=True, slots=True)
class RespondentGrade:
    """One respondent: his consignments in the order of the dossier, and what follows from them.

    Shares and scores run from 0 to 1, ``score`` from 0 to 100; None where a value is not defined.
    """

    respondent: PackTrainee
    consignments: tuple[ConsignmentGrade, ...]
    counts: Counts
    d_prime: float | None
    criterion: float | None
    decision_score: float
    evidence_precision: float | None
    evidence_recall: float | None
    evidence_score: float
    score: float
    passed: bool

    @property
    def answered(self) -> tuple[ConsignmentGrade, ...]:
        """The consignments with a decision."""
        return tuple(each for each in self.consignments if each.answered)

    @property
    def sent_nothing(self) -> bool:
        """Whether there is no decision at all: such respondents are left out of class means."""
        return not self.answered

    @property
    def evidence(self) -> tuple[EvidenceGrade, ...]:
        """The graded flags of the answered consignments."""
        return tuple(each.evidence for each in self.consignments if each.evidence is not None)


def grade_class(
    opened: OpenedPack, submissions: Iterable[Submission], scoring: Scoring | None = None
) -> tuple[RespondentGrade, ...]:
    """Grade every respondent of a pack in its order; who sent nothing is graded as an empty answer file.

    ``scoring`` is the pack's own where none is given.
    """
    used = scoring_of(opened.key) if scoring is None else scoring
    by_respondent = {each.respondent: each for each in submissions}
    return tuple(
        grade_respondent(
            each,
            opened.consignments(each),
            by_respondent.get(each.id, Submission(each.id, ())),
            opened.codes[each.variant],
            used,
        )
        for each in opened.pack.trainees
    )


def grade_respondent(
    respondent: PackTrainee,
    consignments: Iterable[KeyConsignment],
    submission: Submission,
    codes: Codes,
    scoring: Scoring,
) -> RespondentGrade:
    """Grade one submission against the solutions of its variant."""
    graded = tuple(
        grade_consignment(each, submission.answer(each.id), codes.get(each.id, ()), scoring) for each in consignments
    )
    evidence = [each.evidence for each in graded if each.evidence is not None]
    right, found = sum(each.right for each in evidence), sum(len(each.found) for each in evidence)
    counts = count(graded)
    sensitivity, lean = counts.sensitivity
    decision_score = mean(each.credit for each in graded) or 0.0
    evidence_score = mean(each.evidence_score for each in graded) or 0.0
    score = total_score(decision_score, evidence_score, scoring.evidence_weight)
    return RespondentGrade(
        respondent=respondent,
        consignments=graded,
        counts=counts,
        d_prime=sensitivity,
        criterion=lean,
        decision_score=decision_score,
        evidence_precision=precision(right, sum(each.wrong for each in evidence)),
        evidence_recall=recall(found, found + sum(len(each.missed) for each in evidence)),
        evidence_score=evidence_score,
        score=score,
        # As printed, so that a 60 in the table is never a fail for its fifteenth digit.
        passed=round(score, 4) >= scoring.pass_mark,
    )


def grade_consignment(
    key: KeyConsignment, answer: Answer | None, codes: Iterable[str], scoring: Scoring
) -> ConsignmentGrade:
    """Grade one answer; without a decision it is unanswered, whatever else it says."""
    if answer is None or answer.decision is None:
        return ConsignmentGrade(key, None, 0.0, None)
    credit = credit_for(scoring, key.verdict, answer.decision)
    return ConsignmentGrade(key, answer, credit, grade_evidence(key, answer.flags, codes))


def count(graded: Iterable[ConsignmentGrade]) -> Counts:
    """Count the answered consignments by verdict and by whether the answer acts."""
    answered = tuple(each for each in graded if each.answered)
    signals = [each.acts for each in answered if each.signal]
    lawful = [each.acts for each in answered if each.lawful]
    query, revenue = ([each.acts for each in answered if each.key.verdict == kind] for kind in ("query", "revenue"))
    return Counts(
        hits=sum(signals),
        misses=len(signals) - sum(signals),
        false_alarms=sum(lawful),
        correct_rejections=len(lawful) - sum(lawful),
        query_acted=sum(query),
        query_total=len(query),
        revenue_acted=sum(revenue),
        revenue_total=len(revenue),
    )
