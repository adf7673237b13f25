"""Grading a pack: answers in, tables and the numbers of the class out; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.formats.submission import Rejection
from simulator.grading.class_summary import ClassSummary, summarise
from simulator.grading.constant import ConstantAnswer, best_constant_answer
from simulator.grading.credit import scoring_of
from simulator.grading.grade import RespondentGrade, grade_class
from simulator.grading.tables import csv_bytes, rejected_row, response_rows, result_row
from simulator.intake.gather import gather
from simulator.intake.pack_reading import OpenedPack, open_pack

if TYPE_CHECKING:
    from simulator.intake.scans.run import Scanned


@dataclass(frozen=True, slots=True)
class Graded:
    """A graded pack; ``tables`` maps the names of the result files to their bytes."""

    opened: OpenedPack
    grades: tuple[RespondentGrade, ...]
    summary: ClassSummary
    rejections: tuple[Rejection, ...]
    tables: Mapping[str, bytes]


def grade_pack(pack_dir: Path, answers: Sequence[Path]) -> Graded:
    """Grade files or folders of answers against the pack that they answer.

    Raise ``BadInput`` when the pack, its key, or an answer file as a whole cannot be read.
    """
    return grade_opened(open_pack(pack_dir), answers)


def grade_opened(opened: OpenedPack, answers: Sequence[Path], scanned: Scanned | None = None) -> Graded:
    """Grade answer tables, and what scans said, against an opened pack."""
    scoring = scoring_of(opened.key)
    gathered = gather(answers, opened, scanned.answers) if scanned else gather(answers, opened)
    grades = grade_class(opened, gathered.submissions)
    constants = {
        variant: best_constant_answer(solved.consignments, scoring) for variant, solved in opened.key.variants.items()
    }
    highest = max(constants.values(), key=lambda constant: constant.score)
    summary = summarise(grades, opened.pack.pack, opened.pack.language, scoring, highest)
    tables = _tables(opened, grades, constants, gathered.rejections, scanned.decided if scanned else {})
    return Graded(opened, grades, summary, gathered.rejections, tables)


def _tables(
    opened: OpenedPack,
    grades: Sequence[RespondentGrade],
    constants: Mapping[str, ConstantAnswer],
    rejections: Sequence[Rejection],
    decided: Mapping[str, int],
) -> dict[str, bytes]:
    results = [
        {
            **result_row(grade, constants[grade.respondent.variant]),
            "decided_by_person": decided.get(grade.respondent.id, 0),
        }
        for grade in grades
    ]
    responses = [row for grade in grades for row in response_rows(grade, opened.pack.pack)]
    return {
        "results.csv": csv_bytes(tuple(results[0]), results),
        "responses.csv": csv_bytes(tuple(responses[0]), responses),
        "rejected.csv": csv_bytes(("file", "line", "reason"), map(rejected_row, rejections)),
    }
