"""``simulator debrief`` and packs for one, as a user has them."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest
from pack.making import copied

from cli.running import Here, assert_refused, there, tree

FIRST = "These are the first answers against which this key was opened."
AGAIN = "This key had been opened before, with other answers."


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_everybody_who_answered_gets_a_debrief(here: Here, first_hour: Path, tmp_path: Path) -> None:
    answers, out = tmp_path / "answers.csv", tmp_path / "debriefs"
    assert here("simulate-class", first_hour, "--out", answers).code == 0
    kept = [line for line in answers.read_text().splitlines() if not line.startswith("T002")]
    answers.write_text("\n".join([*kept, "T009,C01,release,,"]) + "\n")
    ended = here("debrief", first_hour, answers, "--out", out)
    assert ended.code == 1
    assert ended.out.splitlines() == [
        f"debriefed: 2 of 3 respondents in {out}; 1 sent nothing and have none",
        f"rejected: 1, each with its reason; see {out / 'rejected.csv'}",
    ]
    files = {name for name, content in tree(out).items() if content is not None}
    assert files == {".simulator", "rejected.csv", "T001/debrief.pdf", "T003/debrief.pdf"}
    assert "T009" in (out / "rejected.csv").read_text()
    assert_refused(here("debrief", first_hour, answers, "--out", out), "exists already", "--force")
    assert here("debrief", first_hour, answers, "--out", out, "--force").code == 1


def test_what_cannot_be_debriefed_leaves_nothing(here: Here, first_hour: Path, tmp_path: Path) -> None:
    pack = copied(first_hour, tmp_path / "pack")
    answers = tmp_path / "answers.csv"
    answers.write_text("trainee,consignment,decision,confidence,flags\nT001,C01,release,,\n")
    (pack / "trainee" / "T001" / "dossier.pdf").write_bytes(b"")
    before = tree(tmp_path)
    refused = here("debrief", pack, answers, "--out", tmp_path / "new" / "debriefs")
    assert_refused(refused, "dossier.pdf", "the papers were changed", "put back the file")
    assert_refused(here("debrief", pack, tmp_path / "nowhere.csv", "--out", tmp_path / "new"), "nowhere.csv", "no such file")
    assert_refused(here("debrief", tmp_path / "no", answers, "--out", tmp_path / "new"), "no: there is no such folder")
    assert tree(tmp_path) == before


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack for one, made by the command and never written to."""
    folder = tmp_path_factory.mktemp("solo") / "pack"
    ended = there("generate", "first-hour", "--solo", "--language", "en", "--out", folder, "--seed", "a seed of tests")
    assert ended.code == 0, ended.err
    # What one and the same answer everywhere would earn says something of the key.
    assert ended.err == ""
    assert f"then: simulator debrief {folder} {folder / 'trainee' / 'T001' / 'answers.csv'} --out DIR" in ended.out
    return folder


@pytest.fixture
def solo(generated: Path, tmp_path: Path) -> Path:
    return copied(generated, tmp_path / "solo")


def filled(pack: Path, decision: str = "release", flags: str = "") -> str:
    head, *rows = (pack / "trainee" / "T001" / "answers.csv").read_text("utf-8-sig").splitlines()
    cells = [",".join(row.split(",")[:2]) for row in rows]
    return "\n".join([head, *(f"{each},{decision},2,{flags},,," for each in cells)]) + "\n"


def test_a_sealed_pack_opens_only_against_whole_answers(here: Here, solo: Path, tmp_path: Path) -> None:
    out, answers = tmp_path / "debrief", tmp_path / "answers.csv"
    before = tree(solo)
    blank = solo / "trainee" / "T001" / "answers.csv"
    refused = here("debrief", solo, blank, "--out", out)
    assert_refused(refused, "answers.csv: no decision on C01, C02, C03, C04, C05, C06", "every consignment of T001")
    answers.write_text(filled(solo).replace("C04,release", "C04,"))
    assert_refused(here("debrief", solo, answers, "--out", out), "no decision on C04;")
    answers.write_text(filled(solo).replace("C04,release", "C04,maybe"))
    assert_refused(here("debrief", solo, answers, "--out", out), "line 5", "'maybe'", "answers that can all be read")
    assert tree(solo) == before
    assert not out.exists()
    answers.write_text(filled(solo))
    ended = here("debrief", solo, answers, "--out", out)
    assert (ended.code, ended.out) == (0, f"debriefed: 1 of 1 respondents in {out}\n")
    assert FIRST in text_of(out / "T001" / "debrief.pdf")


def test_it_remembers_with_which_answers_it_was_opened(here: Here, solo: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text(filled(solo))
    second.write_text(filled(solo, "examine", "INV-1"))
    said = {}
    for number, answers in enumerate((first, second, first), 1):
        out = tmp_path / str(number)
        assert here("debrief", solo, answers, "--out", out).code == 0
        text = text_of(out / "T001" / "debrief.pdf")
        said[number] = (FIRST in text, AGAIN in text)
    assert said == {1: (True, False), 2: (False, True), 3: (True, False)}
    record = json.loads((solo / "opened.json").read_text())
    assert (record["format"], len(record["answers"])) == (1, 2)


def test_the_same_answers_typed_otherwise_are_the_same(here: Here, solo: Path, tmp_path: Path) -> None:
    comma, semicolon = tmp_path / "a.csv", tmp_path / "b.csv"
    comma.write_text(filled(solo, "examine", "INV-1 BL-5"))
    semicolon.write_text(filled(solo, "EXAMINE", "bl-5 inv-1").replace(",", ";"))
    for number, answers in enumerate((comma, semicolon)):
        assert here("debrief", solo, answers, "--out", tmp_path / str(number)).code == 0
    assert len(json.loads((solo / "opened.json").read_text())["answers"]) == 1


def test_nothing_else_reads_a_sealed_pack(here: Here, solo: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.csv"
    answers.write_text(filled(solo))
    for words in (
        ("grade", solo, answers, "--out", tmp_path / "x"),
        ("verify", solo),
        ("simulate-class", solo, "--out", tmp_path / "y.csv"),
    ):
        assert_refused(here(*words), "for practice alone", "sealed", "simulator debrief")


def test_a_record_that_is_not_the_packs_is_refused(here: Here, solo: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.csv"
    answers.write_text(filled(solo))
    (solo / "opened.json").write_text('{"format": 1, "pack": "0000000000", "answers": []}')
    assert_refused(here("debrief", solo, answers, "--out", tmp_path / "x"), "opened.json: pack", "put back the files")
    (solo / "opened.json").write_text("{")
    assert_refused(here("debrief", solo, answers, "--out", tmp_path / "x"), "opened.json", "not JSON")


@pytest.mark.parametrize("more", [("--trainees", "3"), ("--variants", "2"), ("--roster", "roster.csv")], ids=" ".join)
def test_a_pack_for_one_has_no_class(more: tuple[str, str], here: Here, tmp_path: Path) -> None:
    refused = here("generate", "first-hour", "--solo", "--out", tmp_path / "pack", *more)
    assert_refused(refused, "--solo makes a pack for one", "leave out --roster, --trainees and --variants")
    assert list(tmp_path.iterdir()) == []
