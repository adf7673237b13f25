"""Gradebook and question bank, as an instructor has them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pack.making import copied, index, key_of

from cli.running import Here, assert_refused, tree


@pytest.fixture
def grades(here: Here, first_hour: Path, tmp_path: Path) -> Path:
    assert here("simulate-class", first_hour, "--out", tmp_path / "answers.csv").code == 0
    assert here("grade", first_hour, tmp_path / "answers.csv", "--out", tmp_path / "grades").code == 0
    return tmp_path / "grades"


def test_a_folder_of_grades_has_all_that_an_instructor_uses(grades: Path) -> None:
    wanted = {"results.csv", "responses.csv", "rejected.csv", "report.pdf", "grades.xlsx", "submissions.json", ".simulator"}
    assert {path.name for path in grades.iterdir()} == wanted


def test_a_gradebook_and_who_could_not_be_brought_together(here: Here, grades: Path, tmp_path: Path) -> None:
    out, roster = tmp_path / "moodle.csv", tmp_path / "roster.csv"
    made = here("gradebook", grades, "--out", out)
    said = f"gradebook: 3 trainees in {out}; import it by idnumber, or by another column that is filled\n"
    assert (made.code, made.out, made.err) == (0, said, "")
    assert out.read_text("utf-8").splitlines()[0] == "username,idnumber,email,The first hour"
    assert_refused(here("gradebook", grades, "--out", out), "it exists already")
    roster.write_text("id,name,username\nT001,Ana,ana\nT002,Beto,beto\nT009,Eva,eva\n")
    told = here("gradebook", grades, "--roster", roster, "--out", out, "--force")
    assert (told.code, told.out.splitlines()[1:]) == (
        1,
        ["left out: no grade for T009 of the roster", "left out: T003 of the grades is not on the roster"],
    )


def test_gradebooks_that_cannot_be_made(here: Here, grades: Path, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("id,name,email\nT001,Ana,=1+1\n")
    before = tree(tmp_path)
    out = ("--out", tmp_path / "moodle.csv")
    assert_refused(here("gradebook", grades, "--roster", roster, *out), f"{roster}: line 2: email '=1+1' is no email")
    assert_refused(here("gradebook", tmp_path, *out), "name a folder that simulator grade has written")
    assert tree(tmp_path) == before


def test_a_question_bank_says_that_it_holds_the_key(here: Here, first_hour: Path, tmp_path: Path) -> None:
    out = tmp_path / "bank"
    made = here("question-bank", first_hour, "--variant", "v02", "--out", out)
    assert (made.code, made.err) == (0, "")
    assert made.out == f"questions: 6 of 1 variants in {out}; they hold the key: never hand them out\n"
    assert {path.name for path in out.iterdir()} == {"v02.xml", ".simulator"}
    assert "Holds the answer key: for the instructor" in (out / "v02.xml").read_text("utf-8")[:400]


def test_a_question_bank_follows_corrections_and_scoring(here: Here, first_hour: Path, tmp_path: Path) -> None:
    pack = copied(first_hour, tmp_path / "pack")
    first, second = key_of(pack).variants["v01"].consignments[:2]
    why = ("--by", "Ruiz", "--reason", "why")
    right = "query" if first.verdict != "query" else "revenue"
    assert here("correct", pack, "--consignment", f"v01/{first.id}", "--verdict", right, *why).code == 0
    assert here("correct", pack, "--consignment", f"v01/{second.id}", "--leave-out", *why).code == 0
    scoring = tmp_path / "own.toml"
    scoring.write_text(f"format = 1\n[credit.{right}]\nrelease = 0.37\n")
    made = here("question-bank", pack, "--variant", "v01", "--scoring", scoring, "--out", tmp_path / "bank")
    assert made.out.splitlines()[1:] == [
        "corrected: the key by 2 corrections",
        f"rounded: Moodle has no fraction for some credit of {right}; the nearest is taken",
    ]
    questions = ET.parse(tmp_path / "bank" / "v01.xml").getroot().findall("question[@type='multichoice']")
    assert [each.findtext("idnumber", "")[-3:] for each in questions] == ["C01", "C03", "C04", "C05", "C06"]
    release = questions[0].find("answer")
    assert release is not None
    assert release.get("fraction") == "40"


def test_questions_are_never_put_where_they_would_be_handed_out(here: Here, first_hour: Path, tmp_path: Path) -> None:
    pack = copied(first_hour, tmp_path / "pack")
    before = tree(pack)
    for place in ("trainee", "trainee/bank", f"trainee/{index(pack).trainees[0].id}/x"):
        assert_refused(here("question-bank", pack, "--out", pack / place, "--force"), "the questions hold the key")
    assert_refused(here("question-bank", pack, "--out", pack, "--force"), "name another place")
    assert_refused(here("question-bank", pack, "--variant", "v09", "--out", tmp_path / "b"), "there is no variant 'v09'")
    assert tree(pack) == before
