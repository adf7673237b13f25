"""Answers of a whole class in shorthand: a letter a decision."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from simulator.formats.key import KeyConsignment
from simulator.formats.pack import PackTrainee
from simulator.formats.submission import Answer, Submission
from simulator.formats.vocabulary import Verdict
from simulator.grading.credit import DEFAULT_SCORING
from simulator.grading.grade import ConsignmentGrade, RespondentGrade, grade_consignment, grade_respondent

Changed = TypeVar("Changed", bound=msgspec.Struct)

LETTERS: dict[str, Verdict | None] = {
    "l": "release", "q": "query", "r": "revenue", "e": "examine", "d": "detain", ".": None,
}  # fmt: skip
"""Letters of decisions: l is release, as in "let pass"; a point is unanswered."""


def changed(key: Changed, **more: Any) -> Changed:
    return msgspec.structs.replace(key, **more)


def answers(key: KeyConsignment, letters: str, variant: str = "v01", **answer: Any) -> list[tuple[str, ConsignmentGrade]]:
    """One graded answer to a consignment a letter; those that are unanswered are left out."""
    codes = tuple(evidence.box for finding in (*key.findings, *key.look_alikes) for evidence in finding.evidence)
    graded = (grade_consignment(key, Answer(key.id, LETTERS[each], **answer), codes, DEFAULT_SCORING) for each in letters)
    return [(variant, each) for each in graded if each.answered]


def people(
    keys: tuple[KeyConsignment, ...],
    *rows: str,
    group: str = "G01",
    variant: str = "v01",
    confidence: int | None = None,
    flags: tuple[str, ...] = (),
    codes: tuple[str, ...] = (),
) -> list[RespondentGrade]:
    """One respondent a row of letters, one letter a consignment."""
    made = []
    for number, row in enumerate(rows, 1):
        person = PackTrainee(f"{group}-{number}", f"Persona {number}", group, variant)
        given = tuple(Answer(key.id, LETTERS[letter], confidence, flags) for key, letter in zip(keys, row, strict=True))
        known = {key.id: codes for key in keys}
        made.append(grade_respondent(person, keys, Submission(person.id, given), known, DEFAULT_SCORING))
    return made
