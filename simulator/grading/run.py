"""Grading a pack: answers in, tables and the numbers of the class out; nothing is written here."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from simulator.formats.submission import Rejection
from simulator.grading.class_summary import ClassSummary, summarise
from simulator.grading.constant import best_constant_answer
from simulator.grading.corrections import corrected, read_corrections
from simulator.grading.credit import scoring_of
from simulator.grading.grade import RespondentGrade, grade_class
from simulator.grading.kept import Kept
from simulator.grading.scoring_file import read_scoring
from simulator.grading.tables import Row, csv_bytes, rejected_row, response_rows, result_row
from simulator.intake.gather import gather
from simulator.intake.pack_reading import OpenedPack, open_pack

if TYPE_CHECKING:
    from simulator.intake.scans.run import Scanned


@dataclass(frozen=True, slots=True)
class Graded:
    """A graded pack; ``tables`` maps the names of the result files to their bytes, ``results`` and ``responses`` are rows.

    ``opened`` has the key as it was graded by, corrections laid over it; ``kept`` is what everything follows from.
    """

    opened: OpenedPack
    grades: tuple[RespondentGrade, ...]
    summary: ClassSummary
    rejections: tuple[Rejection, ...]
    results: tuple[Row, ...]
    responses: tuple[Row, ...]
    kept: Kept

    @property
    def tables(self) -> dict[str, bytes]:
        """The result files: what is written of the rows, and of the rejected ones."""
        return {
            "results.csv": csv_bytes(tuple(self.results[0]), self.results),
            "responses.csv": csv_bytes(tuple(self.responses[0]), self.responses),
            "rejected.csv": csv_bytes(("file", "line", "reason"), map(rejected_row, self.rejections)),
        }


def grade_pack(pack_dir: Path, answers: Sequence[Path], scoring: Path | None = None) -> Graded:
    """Grade files or folders of answers against the pack that they answer, with the corrections that lie in it.

    Raise ``BadInput`` when the pack, its key, a correction, the scoring, or an answer file as a whole cannot be read.
    """
    opened = open_pack(pack_dir)
    return grade_opened(opened, answers, scoring)


def grade_opened(
    opened: OpenedPack, answers: Sequence[Path], scoring: Path | None = None, scanned: Scanned | None = None
) -> Graded:
    """Grade answer tables, and what scans said, against an opened pack."""
    used = scoring_of(opened.key) if scoring is None else read_scoring(scoring, scoring_of(opened.key))
    corrections = read_corrections(opened)
    gathered = gather(answers, opened, scanned.answers) if scanned else gather(answers, opened)
    kept = Kept(opened.pack.pack, title_of(opened), used, corrections, gathered.submissions, gathered.rejections)
    if scanned:
        waiting = scanned.waiting + scanned.troubled
        kept = msgspec.structs.replace(kept, decided=dict(scanned.decided), waiting=waiting)
    return grade_kept(opened, kept)


def grade_kept(opened: OpenedPack, kept: Kept) -> Graded:
    """Grade answers that were understood before; ``opened`` is the pack with its key uncorrected."""
    judged = corrected(opened, kept.corrections)
    grades = grade_class(judged, kept.submissions, kept.scoring)
    constants = {
        variant: best_constant_answer(solved.consignments, kept.scoring) for variant, solved in judged.key.variants.items()
    }
    highest = max(constants.values(), key=lambda constant: constant.score)
    summary = dataclasses.replace(
        summarise(grades, judged.pack.pack, judged.pack.language, kept.scoring, highest),
        corrections=len(kept.corrections),
        own_scoring=None if kept.scoring == scoring_of(opened.key) else kept.scoring,
    )
    pack = judged.pack
    results = tuple(
        {
            **result_row(each, constants[each.respondent.variant]),
            "decided_by_person": kept.decided.get(each.respondent.id, 0),
        }
        for each in grades
    )
    responses = tuple(row for grade in grades for row in response_rows(grade, pack.pack, pack.scenario))
    return Graded(judged, grades, summary, kept.rejections, results, responses, kept)


def title_of(opened: OpenedPack) -> str:
    """Return the exercise's title in the pack's language, its name where the scenario has no title."""
    title = opened.key.scenario.get("title")
    text = title.get(opened.pack.language) if isinstance(title, dict) else None
    return text if isinstance(text, str) else opened.pack.scenario
