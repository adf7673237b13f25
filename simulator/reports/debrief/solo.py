"""A sealed pack: it opens against a whole file of answers, and remembers with which it was opened."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import BadInput
from simulator.files import write_file
from simulator.formats.openings import Openings
from simulator.formats.pack import Pack
from simulator.formats.reading import read_json
from simulator.formats.writing import json_bytes
from simulator.grading.grade import RespondentGrade
from simulator.grading.run import Graded, grade_pack
from simulator.pack.sealing import unseal

OPENED = "opened.json"
"""Its place in the pack."""


@dataclass(frozen=True, slots=True)
class SoloGraded:
    """Answers graded against a sealed key; ``openings`` are to be written once their debrief is made.

    ``before`` tells whether the key had been opened with other answers first.
    """

    graded: Graded
    openings: Openings
    before: bool


@contextmanager
def opened_solo(folder: Path, answers: Sequence[Path]) -> Iterator[SoloGraded]:
    """Give the graded answers while the key lies open in a folder of its own, which vanishes.

    Raise ``BadInput`` when the answers are not whole: a consignment without a decision, a row that cannot be read.
    """
    pack = read_json(folder / "pack.json", Pack)
    earlier = _openings(folder, pack)
    with tempfile.TemporaryDirectory(prefix="simulator-") as name:
        unseal(folder, pack, Path(name))
        graded = grade_pack(Path(name), answers)
        _check_whole(graded, answers)
        digest = hashlib.sha256(json_bytes([_answers(grade) for grade in graded.grades])).hexdigest()
        openings = Openings(pack.pack, tuple(dict.fromkeys((*earlier.answers, digest))))
        yield SoloGraded(graded, openings, openings.answers[0] != digest)


def record(folder: Path, openings: Openings) -> None:
    """Write down that the key was opened."""
    write_file(folder / OPENED, json_bytes(openings))


def _openings(folder: Path, pack: Pack) -> Openings:
    path = folder / OPENED
    if not path.exists():
        return Openings(pack.pack, ())
    found = read_json(path, Openings)
    if found.pack != pack.pack:
        problem = f"this belongs to pack {found.pack}, not to {pack.pack}; put back the files of one pack"
        raise BadInput(problem, source=path, place="pack")
    return found


def _check_whole(graded: Graded, answers: Sequence[Path]) -> None:
    for each in graded.rejections:
        problem = f"{each.reason}; a sealed key opens only against answers that can all be read"
        raise BadInput(problem, source=each.file, place=f"line {each.line}")
    for grade in graded.grades:
        missing = [each.key.id for each in grade.consignments if not each.answered]
        if missing:
            problem = (
                f"no decision on {', '.join(missing)}; a sealed key opens only when every consignment of "
                f"{grade.respondent.id} has one"
            )
            raise BadInput(problem, source=answers[0])


def _answers(grade: RespondentGrade) -> list[object]:
    return [grade.respondent.id, [each.answer for each in grade.consignments]]
