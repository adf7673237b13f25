"""Debriefs of a graded pack, one after the other, in one process or in several; nothing is written here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from simulator.engines.engine import Engine
from simulator.engines.running import in_order
from simulator.errors import BadInput
from simulator.formats.reading import read_json
from simulator.formats.truth import Truth
from simulator.formats.vocabulary import Paper
from simulator.grading.constant import ConstantAnswer, best_constant_answer
from simulator.grading.grade import RespondentGrade
from simulator.grading.run import Graded
from simulator.intake.pack_reading import OpenedPack
from simulator.render.stamped import Source
from simulator.reports.debrief.document import debrief_pdf
from simulator.reports.debrief.opening import Course


def debriefs(graded: Graded, pack_dir: Path, *, jobs: int = 1, before: bool | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield id and file of every respondent who sent something, in the pack's order.

    ``pack_dir`` holds the trainees' papers, ``before`` tells of a sealed pack whether its key had been opened with other
    answers. Raise ``BadInput`` when a dossier is not the one that the pack was made with.
    """
    opened = graded.opened
    course = _course(graded, before)
    scoring = graded.kept.scoring
    constants = {name: best_constant_answer(each.consignments, scoring) for name, each in opened.key.variants.items()}
    sent = [grade for grade in graded.grades if not grade.sent_nothing]
    work = (
        (
            pack_dir / _dossier_name(each.respondent.id),
            _digest(opened, each),
            opened.folder / "instructor" / "truth" / f"{each.respondent.variant}.json",
            each,
            constants[each.respondent.variant],
            course,
        )
        for each in sent
    )
    yield from zip((grade.respondent.id for grade in sent), in_order(_debrief, work, Engine(jobs=jobs)), strict=True)


def _course(graded: Graded, before: bool | None) -> Course:
    opened, summary = graded.opened, graded.summary
    scenario = opened.key.scenario
    title = scenario.get("title")
    text = title.get(summary.language) if isinstance(title, dict) else None
    paper: Paper = "a4" if scenario.get("paper") == "a4" else "letter"
    return Course(
        pack=opened.pack.pack,
        scenario=str(text or opened.pack.scenario),
        language=summary.language,
        paper=paper,
        seal=opened.pack.key_sha256[:16],
        people=summary.responded,
        hits=summary.hits,
        false_alarms=summary.false_alarms,
        before=before,
    )


def _dossier_name(respondent: str) -> str:
    return f"trainee/{respondent}/dossier.pdf"


def _digest(opened: OpenedPack, grade: RespondentGrade) -> str:
    name = _dossier_name(grade.respondent.id)
    if name not in opened.pack.files:
        raise BadInput("the file is not listed; generate the pack again", source="pack.json", place=name)
    return opened.pack.files[name]


def _debrief(
    path: Path, digest: str, truth: Path, grade: RespondentGrade, constant: ConstantAnswer, course: Course
) -> bytes:
    """Return one debrief from the dossier at ``path``; all that it needs besides is read here, in whichever process."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise BadInput("there is no such file; put back the trainees' papers", source=path) from None
    if hashlib.sha256(content).hexdigest() != digest:
        problem = "the papers were changed after the pack was made, and marks would miss their boxes; put back the file"
        raise BadInput(problem, source=path)
    return debrief_pdf(grade, _truth(truth), Source(content, str(path)), constant, course)


@lru_cache(maxsize=2)
def _truth(path: Path) -> Truth:
    """Read a truth once for all who share a variant and come after each other."""
    return read_json(path, Truth)
