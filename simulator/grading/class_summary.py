"""The numbers of the class report: means, rates with intervals, and what was hard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from simulator.formats.vocabulary import VERDICTS, Family, Language, SeenBy, Verdict
from simulator.grading.agreement import Agreement, agreement
from simulator.grading.by_kind import KindRates, family_rates, plain_false_alarms, seen_by_rates
from simulator.grading.calibration import Calibration, calibration
from simulator.grading.class_rates import (
    ClueRates,
    Rate,
    ShipmentRates,
    indicator_rates,
    look_alike_rates,
    rate_of,
    shipment_rates,
)
from simulator.grading.constant import ConstantAnswer
from simulator.grading.discrimination import Discrimination, discrimination
from simulator.grading.discussion import Discussed, to_discuss
from simulator.grading.grade import ConsignmentGrade, Counts, RespondentGrade, count
from simulator.grading.habits import Habits, habits
from simulator.grading.measures import mean
from simulator.grading.origins import OriginRates, origin_rates
from simulator.scenario import Scoring


@dataclass(frozen=True, slots=True)
class Average:
    """A mean over the respondents for whom the value is defined, and how many these are."""

    mean: float | None
    respondents: int


@dataclass(frozen=True, slots=True)
class Averages:
    """Class means over the respondents who sent something; ``score`` 0 to 100, shares 0 to 1."""

    score: Average
    decision_score: Average
    evidence_score: Average
    evidence_precision: Average
    evidence_recall: Average
    d_prime: Average
    criterion: Average


@dataclass(frozen=True, slots=True)
class RespondentLine:
    """One line of the class list."""

    id: str
    name: str
    group: str
    variant: str
    consignments: int
    answered: int
    counts: Counts
    d_prime: float | None
    criterion: float | None
    decision_score: float
    evidence_score: float
    score: float
    passed: bool


@dataclass(frozen=True, slots=True)
class ClassSummary:
    """Everything that the class report prints of the grades.

    ``listed`` respondents belong to the pack, ``responded`` sent at least one decision, ``left_out`` sent none and are
    in no mean and no rate. ``matrix`` maps verdict to decision to count, decision None being unanswered by those who
    responded. ``best_constant`` is the highest of all variants. ``corrections`` were laid over the key; ``own_scoring`` is
    what was scored by where it is not the pack's scoring.
    """

    pack: str
    language: Language
    listed: int
    responded: int
    pass_mark: float
    passed: Rate
    averages: Averages
    counts: Counts
    hits: Rate
    false_alarms: Rate
    query_acted: Rate
    revenue_acted: Rate
    correct: Rate
    matrix: dict[Verdict, dict[Verdict | None, int]]
    items: tuple[ShipmentRates, ...]
    slots: tuple[ShipmentRates, ...]
    indicators: tuple[ClueRates, ...]
    look_alikes: tuple[ClueRates, ...]
    families: tuple[KindRates[Family], ...]
    ways: tuple[KindRates[SeenBy], ...]
    plain_false_alarms: Rate
    habits: Habits
    calibration: Calibration
    agreement: Agreement
    discrimination: Discrimination
    discussed: tuple[Discussed, ...]
    origins: tuple[OriginRates, ...]
    respondents: tuple[RespondentLine, ...]
    best_constant: ConstantAnswer
    corrections: int = 0
    own_scoring: Scoring | None = None

    @property
    def left_out(self) -> int:
        """How many respondents sent nothing and are in no mean."""
        return self.listed - self.responded


def summarise(
    grades: Sequence[RespondentGrade], pack: str, language: Language, scoring: Scoring, best_constant: ConstantAnswer
) -> ClassSummary:
    """Return the numbers of a graded class."""
    present = [grade for grade in grades if not grade.sent_nothing]
    every = [(grade.respondent.variant, each) for grade in present for each in grade.consignments]
    counts = count(each for _, each in every)
    answered = [each for _, each in every if each.answered]
    return ClassSummary(
        pack=pack,
        language=language,
        listed=len(grades),
        responded=len(present),
        pass_mark=scoring.pass_mark,
        passed=rate_of(grade.passed for grade in present),
        averages=_averages(present),
        counts=counts,
        hits=Rate(counts.hits, counts.signals),
        false_alarms=Rate(counts.false_alarms, counts.lawful),
        query_acted=Rate(counts.query_acted, counts.query_total),
        revenue_acted=Rate(counts.revenue_acted, counts.revenue_total),
        correct=rate_of(each.correct for each in answered),
        matrix=_matrix(each for _, each in every),
        items=shipment_rates(every, lambda each: each.key.item),
        slots=shipment_rates(every, lambda each: each.key.slot),
        indicators=indicator_rates(answered),
        look_alikes=look_alike_rates(answered),
        families=family_rates(answered),
        ways=seen_by_rates(answered),
        plain_false_alarms=plain_false_alarms(answered),
        habits=habits(answered),
        calibration=calibration(answered),
        agreement=agreement(present),
        discrimination=discrimination(present),
        discussed=to_discuss((variant, each) for variant, each in every if each.answered),
        origins=origin_rates(answered),
        respondents=tuple(_line(grade) for grade in grades),
        best_constant=best_constant,
    )


def _averages(present: Sequence[RespondentGrade]) -> Averages:
    def average(value: Callable[[RespondentGrade], float | None]) -> Average:
        defined = [each for grade in present if (each := value(grade)) is not None]
        return Average(mean(defined), len(defined))

    return Averages(
        score=average(lambda grade: grade.score),
        decision_score=average(lambda grade: grade.decision_score),
        evidence_score=average(lambda grade: grade.evidence_score),
        evidence_precision=average(lambda grade: grade.evidence_precision),
        evidence_recall=average(lambda grade: grade.evidence_recall),
        d_prime=average(lambda grade: grade.d_prime),
        criterion=average(lambda grade: grade.criterion),
    )


def _matrix(every: Iterable[ConsignmentGrade]) -> dict[Verdict, dict[Verdict | None, int]]:
    counted = Counter((each.key.verdict, each.answer.decision if each.answer else None) for each in every)
    columns: tuple[Verdict | None, ...] = (*VERDICTS, None)
    return {verdict: {decision: counted[verdict, decision] for decision in columns} for verdict in VERDICTS}


def _line(grade: RespondentGrade) -> RespondentLine:
    return RespondentLine(
        id=grade.respondent.id,
        name=grade.respondent.name,
        group=grade.respondent.group,
        variant=grade.respondent.variant,
        consignments=len(grade.consignments),
        answered=len(grade.answered),
        counts=grade.counts,
        d_prime=grade.d_prime,
        criterion=grade.criterion,
        decision_score=grade.decision_score,
        evidence_score=grade.evidence_score,
        score=grade.score,
        passed=grade.passed,
    )
