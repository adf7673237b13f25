"""What can come of one consignment for a simulated trainee: every way of reading its clues, and what each one earns.

A trainee who reads some clues and not others decides by the ladder and flags one box a clue, as ``trainees.answer`` does;
the answer is graded as every answer is. There are few ways, so that a pass rate is worked out instead of drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from simulator.difficulty.models.responses import Floats
from simulator.difficulty.trainees import Person, boxes_to_flag, noticed
from simulator.formats.key import Finding, KeyConsignment
from simulator.formats.ladder import verdict
from simulator.formats.submission import Answer
from simulator.grading.evidence import FINDING_ROLES, RIGHT_ROLES
from simulator.grading.grade import grade_consignment
from simulator.scenario import Scoring

MOST_WAYS = 4096
"""With more ways than this only the likeliest box of each clue is flagged: boxes change little, clues much."""


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """The ways of reading one consignment, one a row.

    ``read`` (ways x clues) tells which clues are read for what they are, ``share`` how often its boxes are the ones flagged
    then, ``earned`` the part of the score from 0 to 1, ``right`` whether the decision is the verdict.
    """

    clues: tuple[Finding, ...]
    read: npt.NDArray[np.bool_]
    share: Floats
    earned: Floats
    right: npt.NDArray[np.bool_]

    def chances(self, person: Person, abilities: Floats) -> Floats:
        """Return the probability of each way at each of the abilities (ways x abilities); that of the person is not used."""
        found = np.repeat(self.share[:, None], len(abilities), axis=1)
        for place, clue in enumerate(self.clues):
            sees = 0.5 * (1 + np.tanh((abilities + person.ease(clue)) / 2))
            found *= np.where(self.read[:, place, None], sees, 1 - sees)
        return found


def outcomes(consignment: KeyConsignment, scoring: Scoring) -> Outcomes:
    """Return all ways of reading a consignment, with what each earns by this scoring."""
    clues = (*consignment.findings, *consignment.look_alikes)
    codes = tuple(dict.fromkeys(part.box for clue in clues for part in clue.evidence))
    ways = list(_ways(clues))
    earned, right = [], []
    for read, boxes, _ in ways:
        seen = [
            noticed(clue, box)
            for clue, box, reads in zip(clues, boxes, read, strict=True)
            if reads != (clue.points_to == "innocent")
        ]
        flags = tuple(sorted({each.box.upper() for each in seen if each.box}))
        grade = grade_consignment(consignment, Answer(consignment.id, verdict(seen), None, flags), codes, scoring)
        weight = scoring.evidence_weight
        earned.append((1 - weight) * grade.credit + weight * grade.evidence_score)
        right.append(grade.correct)
    well = np.array([read for read, _, _ in ways], dtype=bool).reshape(len(ways), len(clues))
    return Outcomes(clues, well, np.array([share for _, _, share in ways]), np.array(earned), np.array(right, dtype=bool))


Way = tuple[tuple[bool, ...], tuple[str, ...], float]


def _ways(clues: Sequence[Finding]) -> Iterator[Way]:
    """Yield which clues are read, the boxes flagged, and how often those are; boxes that count alike are taken together."""
    choices = [_choices(clue, clues) for clue in clues]
    if 2 ** len(clues) * np.prod([len(each) for each in choices], initial=1.0) > MOST_WAYS:
        choices = [[(max(each, key=lambda pair: pair[1])[0], 1.0)] for each in choices]
    for read in product((True, False), repeat=len(clues)):
        flagging = [well != (clue.points_to == "innocent") for well, clue in zip(read, clues, strict=True)]
        open_ = [each if flags else [("", 1.0)] for each, flags in zip(choices, flagging, strict=True)]
        for picked in product(*open_):
            yield read, tuple(box for box, _ in picked), float(np.prod([share for _, share in picked]))


def _choices(clue: Finding, clues: Sequence[Finding]) -> list[tuple[str, float]]:
    """Return boxes that may be flagged and their shares: one for all that count alike and that no other clue leads to."""
    boxes = boxes_to_flag(clue)
    if not boxes:
        return [("", 1.0)]
    elsewhere = {box for other in clues if other is not clue for box in boxes_to_flag(other)}
    alike: dict[tuple[object, ...], str] = {}
    counted = Counter(alike.setdefault(_counts_as(box, clues, box in elsewhere), box) for box in boxes)
    return [(box, count / len(boxes)) for box, count in counted.items()]


def _counts_as(box: str, clues: Sequence[Finding], shared: bool) -> tuple[object, ...]:
    roles = [{each.role for each in clue.evidence if each.box == box} for clue in clues]
    return (*((bool(each & FINDING_ROLES), bool(each & RIGHT_ROLES), bool(each)) for each in roles), box if shared else "")
