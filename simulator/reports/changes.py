"""Whose grade a regrading changes: the table of every cell, and a line a respondent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from simulator.grading.grade import RespondentGrade
from simulator.grading.regrade import CHANGE_COLUMNS, Change, Regraded, change_row
from simulator.grading.tables import cell_text, csv_bytes

_OF_A_GRADE = frozenset({"score", "passed", "verdict", "credit", "correct", "evidence_score"})
"""Columns that are somebody's grade; the rest follows from them, or is the same for all."""


def changes_csv(regraded: Regraded) -> bytes:
    """Return ``changes.csv``: every cell of ``results.csv`` and ``responses.csv`` that differs, with its reasons."""
    return csv_bytes(CHANGE_COLUMNS, map(change_row, regraded.changes))


def changed_lines(regraded: Regraded) -> tuple[str, ...]:
    """Return a line for each respondent whose score, pass, or grade of an answer is another."""
    by_trainee: dict[str, list[Change]] = {}
    for each in regraded.changes:
        if each.what in _OF_A_GRADE:
            by_trainee.setdefault(each.trainee, []).append(each)
    pairs = zip(regraded.before.grades, regraded.after.grades, strict=True)
    told = (_line(before, after, by_trainee.get(after.respondent.id, ())) for before, after in pairs)
    return tuple(line for line in told if line)


def _line(before: RespondentGrade, after: RespondentGrade, changes: Sequence[Change]) -> str:
    answered = {each.key.id for each in before.answered}
    own = [each for each in changes if not each.consignment or each.consignment in answered]
    if not own:
        return ""
    of_answers = [each for each in own if each.consignment]
    named = {reason for each in of_answers for reason in each.reasons}
    others = dict.fromkeys(reason for each in own for reason in each.reasons if reason not in named)
    return f"{after.respondent.id}: {_score(own, after)}; {', '.join([*_by_reason(of_answers), *others])}"


def _score(own: Iterable[Change], after: RespondentGrade) -> str:
    score = next((each for each in own if each.what == "score"), None)
    passed = any(each.what == "passed" for each in own)
    told = f"score {score.old} -> {score.new}" if score else f"score {cell_text(after.score)} as before"
    return told + ((", now passed" if after.passed else ", no longer passed") if passed else "")


def _by_reason(of_answers: Iterable[Change]) -> tuple[str, ...]:
    """Return the consignments of which the grade changed, by reason: "C04 C07 (correction 001)"."""
    by_reason: dict[str, dict[str, None]] = {}
    for each in of_answers:
        by_reason.setdefault(", ".join(each.reasons), {})[each.consignment] = None
    return tuple(f"{' '.join(consignments)} ({reason})" for reason, consignments in by_reason.items())
