from __future__ import annotations

import csv
import io

import msgspec
import pytest
from builders_key import BILL, INVOICE, SIX

from simulator.formats.key import DifficultyCard
from simulator.formats.pack import PackTrainee
from simulator.formats.submission import Answer, Rejection, Submission
from simulator.grading.constant import ConstantAnswer
from simulator.grading.credit import DEFAULT_SCORING
from simulator.grading.grade import RespondentGrade, grade_respondent
from simulator.grading.tables import csv_bytes, rejected_row, response_rows, result_row

RESULTS = (
    "trainee,variant,consignments,answered,hits,misses,false_alarms,correct_rejections,d_prime,criterion,"
    "decision_score,evidence_precision,evidence_recall,evidence_score,score,passed"
)
RESPONSES = "pack,variant,group,trainee,consignment,slot,item,verdict,signal,decision,acts,confidence,credit,correct"


def grade(*answers: Answer, name: str = "Ana") -> RespondentGrade:
    trainee = PackTrainee("T001", name, "G01", "v01")
    codes = {each.id: (*BILL, *INVOICE) for each in SIX}
    return grade_respondent(trainee, SIX, Submission("T001", answers), codes, DEFAULT_SCORING)


def printed(rows: list[dict[str, object]]) -> list[dict[str, str]]:
    content = csv_bytes(tuple(rows[0]), rows)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_a_respondents_row() -> None:
    graded = grade(
        Answer("C01", "detain", 4, ("INV-14.1", "INV-5"), minutes=7.5),
        Answer("C02", "query", 1, ("BL-2A", "BL-20"), minutes=2),
        Answer("C05", "release"),
    )
    row = result_row(graded, ConstantAnswer("query", 50.12346))
    assert ",".join(row).startswith(f"{RESULTS},")
    cells = printed([row])[0]  # type: ignore[list-item]
    assert [cells[name] for name in RESULTS.split(",")] == [
        *("T001", "v01", "6", "3", "1", "1", "0", "1", "", ""),
        *("0.3333", "0.6667", "0.6667", "0.3889", "35", "0"),
    ]
    assert [cells[name] for name in ("right_flags", "wrong_flags", "identifies_flags", "minutes", "mean_confidence")] == [
        *("2", "1", "1", "9.5", "2.5")
    ]
    assert (cells["best_constant_decision"], cells["best_constant_score"]) == ("query", "50.1235")


def test_respondents_who_sent_nothing_are_listed_with_zero() -> None:
    cells = printed([result_row(grade(), ConstantAnswer("query", 50))])[0]  # type: ignore[list-item]
    assert (cells["answered"], cells["score"], cells["passed"]) == ("0", "0", "0")
    assert (cells["evidence_precision"], cells["evidence_recall"], cells["minutes"]) == ("", "", "")


def test_a_row_for_each_consignment_blank_where_unanswered() -> None:
    rows = response_rows(grade(Answer("C01", "detain", 3, ("INV-14.1",), "=1+1", "PGR")), "PACK1")
    assert ",".join(rows[0]).startswith(f"{RESPONSES},")
    answered, unanswered = printed(rows)[:2]  # type: ignore[arg-type]
    assert [answered[name] for name in RESPONSES.split(",")] == [
        *("PACK1", "v01", "G01", "T001", "C01", "S01", "item-C01", "examine", "1"),
        *("detain", "1", "3", "0.75", "0"),
    ]
    assert (answered["reasons"], answered["indicators_found"], answered["flags"]) == ("'=1+1", "X03", "INV-14.1")
    assert [unanswered[name] for name in RESPONSES.split(",")[7:]] == ["detain", "1", "", "", "", "", ""]
    assert {unanswered[name] for name in ("flags", "evidence_score", "right_flags", "minutes")} == {""}
    assert len(rows) == len(SIX)


@pytest.mark.parametrize("name", ["=A1", "+1", "-1", "@x", "\tx"])
def test_names_are_never_formulas(name: str) -> None:
    assert result_row(grade(name=name), ConstantAnswer("query", 0))["name"] == f"'{name}"
    assert rejected_row(Rejection("a.csv", 2, name))["reason"] == f"'{name}"


def test_how_values_are_written() -> None:
    values = [1.0, 0.1, 2 / 3, -0.00001, -1.25, 100.0, 1e-9, True, False, None, 12, "Núñez, A"]
    content = csv_bytes(("value",), [{"value": each} for each in values])
    assert content.decode().split("\n") == [
        *("value", "1", "0.1", "0.6667", "0", "-1.25", "100", "0", "1", "0", '""', "12", '"Núñez, A"', "")
    ]


def test_a_table_without_rows_has_its_header() -> None:
    assert csv_bytes(("file", "line"), []) == b"file,line\n"


def test_the_difficulty_card_stands_in_every_response() -> None:
    card = DifficultyCard(2, ("arithmetic", "card"), 3, 1, 0.75, 4, 6)
    carded = msgspec.structs.replace(SIX[0], difficulty=card)
    codes = {"C01": (*BILL, *INVOICE)}
    graded = grade_respondent(PackTrainee("T1", "A", "G", "v"), (carded,), Submission("T1", ()), codes, DEFAULT_SCORING)
    names = [
        "scenario",
        "clues",
        "glance",
        "arithmetic",
        "comparison",
        "card",
        "absence",
        "subtlety",
        "look_alike_count",
        "trusted",
        "lines",
        "sides",
    ]
    assert list(response_rows(graded, "P", "monterrey")[0])[-len(names) :] == names
    row = printed(response_rows(graded, "P", "monterrey"))[0]  # type: ignore[arg-type]
    assert [row[name] for name in names] == ["monterrey", "2", "0", "1", "0", "1", "0", "3", "1", "0.75", "4", "6"]


def test_older_keys_have_no_card_and_their_cells_are_blank() -> None:
    row = printed(response_rows(grade(), "P", "monterrey"))[0]  # type: ignore[arg-type]
    assert (row["scenario"], row["clues"], row["glance"], row["sides"]) == ("monterrey", "", "", "")


def test_the_measures_of_a_trainee_follow_the_older_columns() -> None:
    row = result_row(grade(Answer("C01", "detain", 4)), ConstantAnswer("query", 0))
    assert list(row)[-6:] == ["name", "auc", "partial_auc", "brier", "wafroc", "expected_cost"]
    assert row["auc"] is None
