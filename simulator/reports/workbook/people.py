"""The sheets of people: results, responses, and every box that somebody flagged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.formats.key import Bilingual, Finding
from simulator.grading.evidence import FlagOutcome, flag_outcomes
from simulator.grading.grade import ConsignmentGrade, RespondentGrade
from simulator.grading.run import Graded
from simulator.grading.tables import Cell, Row
from simulator.reports.wording import Wording
from simulator.reports.workbook.sheets import Shape, Sheet, table

_FIRST = ("trainee", "name", "group", "variant")
_SCORES = frozenset({"score", "best_constant_score", "minutes"})
_DECISIONS = frozenset({"verdict", "decision", "best_constant_decision"})
_TEXTS = frozenset(
    {"trainee", "name", "group", "variant", "pack", "consignment", "slot", "item", "mode", "indicators", "look_alikes"}
    | {"indicators_found", "misled_by", "flags", "reasons", "refer_to"}
)


def results_sheet(graded: Graded, words: Wording) -> Sheet:
    """Return a row a respondent, as ``results.csv`` has it, with the name in front and as it is written."""
    pairs = zip(graded.results, graded.grades, strict=True)
    rows = [{**row, "name": grade.respondent.name} for row, grade in pairs]
    return _sheet("results", rows, words)


def responses_sheet(graded: Graded, words: Wording) -> Sheet:
    """Return a row a respondent and consignment, as ``responses.csv`` has it, free text as it was written."""
    every = [(grade, each) for grade in graded.grades for each in grade.consignments]
    rows = [
        {**row, "name": grade.respondent.name, **_written(each)}
        for row, (grade, each) in zip(graded.responses, every, strict=True)
    ]
    return _sheet("responses", rows, words)


def flags_sheet(graded: Graded, titles: Mapping[str, Bilingual], words: Wording) -> Sheet:
    """Return a row a flag: what it counts as, and of which findings or look-alikes it is a box."""
    shapes: dict[str, Shape] = dict.fromkeys(
        (*_FIRST, "consignment", "verdict", "decision", "flag", "boxes", "kind", "of", "title"), "text"
    )
    rows = [
        (*_who(grade), *_what(each, words), *_flag(each, outcome, titles, words))
        for grade in graded.grades
        for each in grade.answered
        for outcome in _outcomes(graded, grade, each)
    ]
    return table("flags", shapes, rows, words)


def _sheet(name: str, rows: list[Row], words: Wording) -> Sheet:
    columns = [*_FIRST, *(column for column in rows[0] if column not in _FIRST)]
    shapes = {column: _shape(column) for column in columns}
    return table(name, shapes, ([_cell(column, row[column], words) for column in columns] for row in rows), words)


def _shape(column: str) -> Shape:
    if column in _TEXTS or column in _DECISIONS:
        return "text"
    return "score" if column in _SCORES else "number"


def _cell(column: str, value: Cell, words: Wording) -> Cell:
    if column in _DECISIONS and value:
        return words.word(f"short.{value}")
    return words.say(f"mode.{value}") if column == "mode" else value


def _written(each: ConsignmentGrade) -> Row:
    return {"reasons": each.answer.reasons, "refer_to": each.answer.refer_to} if each.answer else {}


def _outcomes(graded: Graded, grade: RespondentGrade, each: ConsignmentGrade) -> tuple[FlagOutcome, ...]:
    codes = graded.opened.codes[grade.respondent.variant][each.key.id]
    return flag_outcomes(each.key, each.answer.flags, codes) if each.answer else ()


def _who(grade: RespondentGrade) -> tuple[str, ...]:
    respondent = grade.respondent
    return respondent.id, respondent.name, respondent.group, respondent.variant


def _what(each: ConsignmentGrade, words: Wording) -> tuple[Cell, ...]:
    decision = each.answer.decision if each.answer else None
    return each.key.id, words.word(f"short.{each.key.verdict}"), words.word(f"short.{decision}") if decision else None


def _flag(each: ConsignmentGrade, outcome: FlagOutcome, titles: Mapping[str, Bilingual], words: Wording) -> tuple[Cell, ...]:
    named = {
        "right": each.key.findings,
        "look_alike": each.key.look_alikes,
        "identifies": (*each.key.findings, *each.key.look_alikes),
        "wrong": (),
    }[outcome.kind]
    of = [finding.indicator for finding in _with_box(named, outcome.boxes)]
    told = [titles[id_].text(words.language) for id_ in of if id_ in titles]
    return outcome.flag, " ".join(sorted(outcome.boxes)), words.say(f"kind.{outcome.kind}"), " ".join(of), "; ".join(told)


def _with_box(findings: Iterable[Finding], boxes: frozenset[str]) -> list[Finding]:
    return [each for each in findings if any(evidence.box in boxes for evidence in each.evidence)]
