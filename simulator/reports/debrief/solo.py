"""A sealed pack: it opens against whole answers, and remembers with which it was opened."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
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
from simulator.grading.run import Graded
from simulator.pack.sealing import unseal

OPENED = "opened.json"
"""Its place in the pack."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Whole answers to a sealed pack; ``openings`` are to be written once their debrief is made.

    ``before`` tells whether the key had been opened with other answers first.
    """

    openings: Openings
    before: bool


@contextmanager
def unsealed(folder: Path) -> Iterator[Path]:
    """Give a folder with what a sealed pack holds of the instructor's; it vanishes with the key in it."""
    pack = read_json(folder / "pack.json", Pack)
    _openings(folder, pack)
    with tempfile.TemporaryDirectory(prefix="simulator-") as name:
        unseal(folder, pack, Path(name))
        yield Path(name)


def opening(folder: Path, graded: Graded, source: Path) -> Opening:
    """Return the opening of a sealed pack with answers that came from ``source``.

    Raise ``BadInput`` when the answers are not whole: a consignment without a decision, a row that cannot be read.
    """
    _check_whole(graded, source)
    pack = graded.opened.pack
    earlier = _openings(folder, pack)
    digest = hashlib.sha256(json_bytes([_answers(grade) for grade in graded.grades])).hexdigest()
    openings = Openings(pack.pack, tuple(dict.fromkeys((*earlier.answers, digest))))
    return Opening(openings, openings.answers[0] != digest)


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


def _check_whole(graded: Graded, source: Path) -> None:
    # Nobody is there to complete a queue of doubts, so another way to answer is named.
    doubted = "; the scan leaves doubts, so answer in the form or in answers.csv" if graded.kept.waiting else ""
    for each in graded.rejections:
        problem = f"{each.reason}; a sealed key opens only against answers that can all be read{doubted}"
        raise BadInput(problem, source=each.file, place=f"line {each.line}" if each.line else None)
    for grade in graded.grades:
        missing = [each.key.id for each in grade.consignments if not each.answered]
        if missing:
            problem = (
                f"no decision on {', '.join(missing)}; a sealed key opens only when every consignment of "
                f"{grade.respondent.id} has one{doubted}"
            )
            raise BadInput(problem, source=source)


def _answers(grade: RespondentGrade) -> list[object]:
    return [grade.respondent.id, [each.answer for each in grade.consignments]]
