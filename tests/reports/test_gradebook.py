"""Scores for Moodle's gradebook: one row an account, no grade where nothing was sent, nothing that computes."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from builders_key import TRAINEE, write_pack

from simulator.errors import BadInput
from simulator.formats.pack import PackTrainee
from simulator.grading.run import grade_pack
from simulator.reports.gradebook import Gradebook, gradebook, told
from simulator.reports.grades_folder import grades_files

PEOPLE = (TRAINEE, PackTrainee("T002", "Bea", "G01", "v01"), PackTrainee("T003", "Caro", "G02", "v01"))
ANSWERS = (
    "trainee,consignment,decision,confidence,flags\nT001,C01,examine,,INV-14.1\nT001,C05,release,,\nT003,C05,release,,\n"
)


def folder(place: Path, people: tuple[PackTrainee, ...] = PEOPLE, answers: str = ANSWERS) -> Path:
    (place / "answers.csv").write_text(answers)
    graded = grade_pack(write_pack(place / "pack", trainees=people), [place / "answers.csv"])
    (place / "grades").mkdir()
    for name, content in grades_files(graded).items():
        (place / "grades" / name).write_bytes(content)
    return place / "grades"


def rows(book: Gradebook) -> list[list[str]]:
    return list(csv.reader(io.StringIO(book.content.decode())))


def roster(place: Path, text: str) -> Path:
    (place / "roster.csv").write_text(text, encoding="utf-8")
    return place / "roster.csv"


def test_without_a_roster_the_ids_are_the_idnumbers(tmp_path: Path) -> None:
    # T001: 100 x (.7 x 2 / 6 + .3 x 2 / 6); T003: 100 x 1 / 6. T002 sent nothing.
    assert rows(gradebook(folder(tmp_path))) == [
        ["username", "idnumber", "email", "test"],
        ["", "T001", "", "33.3333"],
        ["", "T002", "", "-"],
        ["", "T003", "", "16.6667"],
    ]


def test_a_roster_gives_accounts_and_its_order(tmp_path: Path) -> None:
    people = roster(
        tmp_path, "id,name,username,email\nT003,Caro,caro,c@x.example\nT001,Ana,ana,a@x.example\nT009,Eva,eva,e@x.example\n"
    )
    book = gradebook(folder(tmp_path), people)
    assert rows(book)[1:] == [["caro", "T003", "c@x.example", "16.6667"], ["ana", "T001", "a@x.example", "33.3333"]]
    assert (book.rows, book.not_graded, book.not_on_roster) == (2, ("T009",), ("T002",))


def test_members_of_a_group_get_what_it_earned_together(tmp_path: Path) -> None:
    groups = (PackTrainee("Norte", "Norte", "Norte", "v01"), PackTrainee("Sur", "Sur", "Sur", "v01"))
    grades = folder(tmp_path, groups, ANSWERS.replace("T001", "Norte").replace("T003", "Sur"))
    people = roster(tmp_path, "id,name,group,idnumber\na,Ana,Norte,17\nb,Beto,Sur,18\nc,Caro,Norte,19\n")
    book = gradebook(grades, people)
    assert [row[1:] for row in rows(book)[1:]] == [["17", "", "33.3333"], ["18", "", "16.6667"], ["19", "", "33.3333"]]
    assert (book.not_graded, book.not_on_roster) == ((), ())


def test_the_scores_are_those_of_the_file_as_it_is_now(tmp_path: Path) -> None:
    grades = folder(tmp_path)
    (grades / "results.csv").write_text("trainee;score;answered\nT001;61,5;6\nT002;0;0\n")
    assert [row[3] for row in rows(gradebook(grades))[1:]] == ["61.5", "-"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("trainee,answered,score\nT001,6,=1+1\n", "line 2: score '=1+1' is not a number from 0 to 100"),
        ("trainee,answered,score\nT001,6,101\n", "score '101' is not a number"),
        ("trainee,answered,score\nT001,6,50\nT001,6,51\n", "line 3: trainee 'T001' stands here twice"),
        ("trainee,answered,score\n", "nobody is listed"),
        ("trainee,score\nT001,50\n", "the header lacks answered"),
    ],
)
def test_results_that_are_none(tmp_path: Path, text: str, said: str) -> None:
    grades = folder(tmp_path)
    (grades / "results.csv").write_text(text)
    with pytest.raises(BadInput) as caught:
        gradebook(grades)
    assert str(caught.value).startswith(str(grades / "results.csv"))
    assert said in str(caught.value)


@pytest.mark.parametrize(("title", "column"), [("=1+1", "'=1+1"), ("  Una\n hora ", "Una hora"), ("@x", "'@x")])
def test_a_title_is_a_header_and_never_a_formula(tmp_path: Path, title: str, column: str) -> None:
    grades = folder(tmp_path)
    kept = grades / "submissions.json"
    kept.write_text(kept.read_text().replace('"title": "test"', f'"title": {title!r}'.replace("'", '"')))
    assert rows(gradebook(grades))[0][3] == column


def test_many_names_are_told_short() -> None:
    assert told(["a", "b"]) == "a, b"
    assert told(list("abcdefg")) == "a, b, c, d, e and 2 more"
