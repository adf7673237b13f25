"""``submissions.json`` in a folder of grades: all that the grades follow from, besides the pack."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec

from simulator.errors import BadInput
from simulator.formats import FORMAT
from simulator.formats.correction import NumberedCorrection
from simulator.formats.reading import read_json
from simulator.formats.submission import Rejection, Submission
from simulator.grading.credit import missing_credit
from simulator.intake.pack_reading import OpenedPack
from simulator.scenario import Scoring

NAME = "submissions.json"


class Kept(msgspec.Struct, frozen=True):
    """The answers as they were understood, the scoring that was used, and the corrections that were laid over the key.

    ``decided`` is how many marks of his sheets a person decided, by respondent; others have none. ``waiting`` is how many
    doubts and pages of scans still waited for a person.
    """

    pack: str
    title: str
    scoring: Scoring
    corrections: tuple[NumberedCorrection, ...]
    submissions: tuple[Submission, ...]
    rejections: tuple[Rejection, ...]
    decided: dict[str, int] = {}
    waiting: int = 0
    format: int = FORMAT


def is_grades(folder: Path) -> bool:
    """Tell whether a folder is one of grades."""
    return (folder / NAME).is_file()


def read_kept(grades: Path) -> Kept:
    """Read what a folder of grades keeps; raise ``BadInput`` when it keeps nothing, or not the whole."""
    path = grades / NAME
    if not grades.is_dir() or not path.is_file():
        problem = f"there is no {NAME} here; name a folder that simulator grade has written, or grade the answers again"
        raise BadInput(problem, source=grades)
    kept = read_json(path, Kept)
    for place, problem in missing_credit(kept.scoring):
        raise BadInput(f"{problem}; grade the answers again", source=path, place=f"scoring.{place}")
    return kept


def check_belongs(kept: Kept, opened: OpenedPack, grades: Path) -> None:
    """Raise ``BadInput`` unless the answers were given to this pack, each respondent and consignment once."""
    path = grades / NAME
    if kept.pack != opened.pack.pack:
        problem = f"the answers were given to pack {kept.pack}, this is {opened.pack.pack}; name the pack they answer"
        raise BadInput(problem, source=path, place="pack")
    known = {each.id: {one.id for one in opened.consignments(each)} for each in opened.pack.trainees}
    for submission in kept.submissions:
        asked = known.get(submission.respondent)
        if asked is None:
            raise BadInput(f"{submission.respondent!r} is not in this pack", source=path, place="submissions")
        for answer in submission.answers:
            if answer.consignment not in asked:
                problem = f"{submission.respondent} has no consignment {answer.consignment!r}"
                raise BadInput(problem, source=path, place="submissions")
    places = Counter((each.respondent, one.consignment) for each in kept.submissions for one in each.answers)
    respondents = Counter(each.respondent for each in kept.submissions)
    if any(count > 1 for count in (*places.values(), *respondents.values())):
        raise BadInput("an answer stands here twice; grade the answers again", source=path, place="submissions")
