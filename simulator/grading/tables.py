"""``results.csv``, ``responses.csv`` and ``rejected.csv``: columns by name, one function a row."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence

from simulator.formats.spreadsheet import harmless
from simulator.formats.submission import Answer, Rejection
from simulator.grading.constant import ConstantAnswer
from simulator.grading.grade import ConsignmentGrade, RespondentGrade
from simulator.grading.measures import mean

Cell = str | int | float | bool | None
Row = dict[str, Cell]


def result_row(grade: RespondentGrade, best_constant: ConstantAnswer) -> Row:
    """Return a respondent's row of ``results.csv``: the contract's columns, then more; scores 0 to 100, shares 0 to 1."""
    counts, evidence = grade.counts, grade.evidence
    return {
        "trainee": grade.respondent.id,
        "variant": grade.respondent.variant,
        "consignments": len(grade.consignments),
        "answered": len(grade.answered),
        "hits": counts.hits,
        "misses": counts.misses,
        "false_alarms": counts.false_alarms,
        "correct_rejections": counts.correct_rejections,
        "d_prime": grade.d_prime,
        "criterion": grade.criterion,
        "decision_score": grade.decision_score,
        "evidence_precision": grade.evidence_precision,
        "evidence_recall": grade.evidence_recall,
        "evidence_score": grade.evidence_score,
        "score": grade.score,
        "passed": grade.passed,
        "query_acted": counts.query_acted,
        "query_total": counts.query_total,
        "revenue_acted": counts.revenue_acted,
        "revenue_total": counts.revenue_total,
        "correct": sum(each.correct for each in grade.consignments),
        "right_flags": sum(each.right for each in evidence),
        "wrong_flags": sum(each.wrong for each in evidence),
        "identifies_flags": sum(each.identifies for each in evidence),
        "look_alike_flags": sum(each.look_alike for each in evidence),
        "findings": sum(len(each.found) + len(each.missed) for each in evidence),
        "findings_found": sum(len(each.found) for each in evidence),
        "mean_confidence": mean(each.answer.confidence for each in grade.answered if each.answer),
        "minutes": _total(each.answer.minutes for each in grade.answered if each.answer),
        "best_constant_decision": best_constant.decision,
        "best_constant_score": best_constant.score,
        "group": grade.respondent.group,
        "name": harmless(grade.respondent.name),
    }


def response_rows(grade: RespondentGrade, pack: str) -> list[Row]:
    """Return a respondent's rows of ``responses.csv``, one a consignment."""
    return [_response_row(grade, each, pack) for each in grade.consignments]


def rejected_row(rejection: Rejection) -> Row:
    """Return a row of ``rejected.csv``."""
    return {"file": harmless(rejection.file), "line": rejection.line, "reason": harmless(rejection.reason)}


def csv_bytes(header: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """Return rows as UTF-8 CSV with commas: a decimal point and up to 4 places, yes 1, no 0, blank for None."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([[cell_text(row[name]) for name in header] for row in rows])
    return text.getvalue().encode()


def _response_row(grade: RespondentGrade, each: ConsignmentGrade, pack: str) -> Row:
    respondent, key = grade.respondent, each.key
    return {
        "pack": pack,
        "variant": respondent.variant,
        "group": respondent.group,
        "trainee": respondent.id,
        "consignment": key.id,
        "slot": key.slot,
        "item": key.item,
        "verdict": key.verdict,
        "signal": each.signal,
        **_answer_cells(each),
        "mode": key.mode,
        **_evidence_cells(each),
        "indicators": _words(finding.indicator for finding in key.findings),
        "look_alikes": _words(look_alike.indicator for look_alike in key.look_alikes),
        **_written_cells(each.answer),
    }


def _answer_cells(each: ConsignmentGrade) -> Row:
    answer = each.answer
    return {
        "decision": answer.decision if answer else None,
        "acts": each.acts if answer else None,
        "confidence": answer.confidence if answer else None,
        "credit": each.credit if answer else None,
        "correct": each.correct if answer else None,
    }


def _evidence_cells(each: ConsignmentGrade) -> Row:
    evidence = each.evidence
    return {
        "evidence_score": evidence.score if evidence else None,
        "right_flags": evidence.right if evidence else None,
        "wrong_flags": evidence.wrong if evidence else None,
        "identifies_flags": evidence.identifies if evidence else None,
        "look_alike_flags": evidence.look_alike if evidence else None,
        "findings": len(each.key.findings),
        "findings_found": len(evidence.found) if evidence else None,
        "indicators_found": _words(evidence.found) if evidence else None,
        "misled_by": _words(evidence.misled_by) if evidence else None,
    }


def _written_cells(answer: Answer | None) -> Row:
    return {
        "flags": _words(answer.flags) if answer else None,
        "reasons": harmless(answer.reasons) if answer else None,
        "refer_to": harmless(answer.refer_to) if answer else None,
        "minutes": answer.minutes if answer else None,
    }


def _words(words: Iterable[str]) -> str:
    return " ".join(words)


def _total(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return math.fsum(known) if known else None


def cell_text(value: Cell) -> str:
    """Return a cell as it stands in the file: up to 4 places, yes 1, no 0, blank for None."""
    if value is None:
        return ""
    if isinstance(value, float):
        return _decimal(value)
    return str(int(value)) if isinstance(value, bool) else str(value)


def _decimal(value: float) -> str:
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
