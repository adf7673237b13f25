"""``measures.csv``: each respondent's measures with their intervals, by bootstrap over consignments like his."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from simulator.grading.grade import ConsignmentGrade, RespondentGrade, count
from simulator.grading.resampling import DRAWS, bootstrap_all, kinds
from simulator.grading.tables import Row, csv_bytes
from simulator.grading.trainee_measures import auc, brier_score, cost, partial_auc, wafroc
from simulator.randomness import Stream

Measure = Callable[[Sequence[ConsignmentGrade]], float | None]

MEASURES: Mapping[str, Measure] = {
    "d_prime": lambda answered: count(answered).sensitivity[0],
    "criterion": lambda answered: count(answered).sensitivity[1],
    "auc": auc,
    "partial_auc": partial_auc,
    "brier": brier_score,
    "wafroc": wafroc,
    "expected_cost": cost,
}
"""Those of ``results.csv`` by the same names, and defined under the same conditions."""

HEADER = ("trainee", "variant", "measure", "value", "low", "high")


def measures_csv(grades: Sequence[RespondentGrade], pack: str, draws: int = DRAWS) -> bytes:
    """Return the table: one row a respondent and measure that is defined for him, 95 % percentile intervals.

    ``low`` and ``high`` are blank where the measure is not defined on half of the samples or more. The same pack and answers
    give the same intervals.
    """
    return csv_bytes(HEADER, (row for grade in grades for row in _rows(grade, pack, draws)))


def _rows(grade: RespondentGrade, pack: str, draws: int) -> Iterator[Row]:
    values = {name: measure(grade.answered) for name, measure in MEASURES.items()}
    defined = {name: MEASURES[name] for name, value in values.items() if value is not None}
    if not defined:
        return
    stream = Stream(pack, "measures", grade.respondent.id)
    ends = bootstrap_all(kinds(grade.answered), defined, stream, draws=draws)
    for name in defined:
        low, high = ends[name] or (None, None)
        yield {
            "trainee": grade.respondent.id,
            "variant": grade.respondent.variant,
            "measure": name,
            "value": values[name],
            "low": low,
            "high": high,
        }
