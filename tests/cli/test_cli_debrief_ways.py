"""Debriefs from whatever answers were sent: the same answers give the same debrief, and what is in doubt is said."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from builders_forms import by_value, meant
from intake.scans.handing_in import Class, as_csv, save
from pack.making import copied

from cli.running import Here, assert_refused, there, tree
from simulator.formats.submission import Answer, Submission
from simulator.intake.pack_reading import open_pack
from simulator.intake.scans.sheets_of_pack import SheetFinder
from simulator.reports.debrief.solo import unsealed


@pytest.fixture(scope="module")
def class_(first_hour: Path) -> Class:
    return Class(open_pack(first_hour), SheetFinder(first_hour))


def filled_form(pack: Path, trainee: str, answers: Sequence[Answer]) -> bytes:
    said = {
        each.consignment: {
            "decision": str(each.decision),
            "confidence": str(each.confidence),
            "flags": " ".join(each.flags),
            "reasons": each.reasons,
        }
        for each in answers
    }
    return by_value((pack / "trainee" / trainee / "answer-form.pdf").read_bytes(), meant(**said))


def test_the_same_answers_give_the_same_debrief_whatever_way_they_come(
    here: Here, class_: Class, first_hour: Path, tmp_path: Path
) -> None:
    said = class_.answers(1)
    ways = {
        "table": as_csv(tmp_path / "answers.csv", [Submission("T001", said)]),
        "scan": save(tmp_path / "scan.pdf", class_.own(1, said)),
        "form": tmp_path / "form.pdf",
    }
    ways["form"].write_bytes(filled_form(first_hour, "T001", said))
    for way, answers in ways.items():
        ended = here("debrief", first_hour, answers, "--out", tmp_path / way)
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.splitlines()[0].startswith("debriefed: 1 of 3 respondents")
    assert here("grade", first_hour, ways["scan"], "--out", tmp_path / "grades").code == 0
    assert here("debrief", first_hour, tmp_path / "grades", "--out", tmp_path / "graded").code == 0
    assert len({(tmp_path / way / "T001" / "debrief.pdf").read_bytes() for way in (*ways, "graded")}) == 1
    assert not list(tmp_path.glob("*.reading"))


def test_what_is_in_doubt_is_said_and_the_rest_debriefed(
    here: Here, class_: Class, first_hour: Path, tmp_path: Path
) -> None:
    """The first respondent's page is there twice and differs, so that a person has to choose; the second's is clear."""
    scans, clear = tmp_path / "scans", class_.answers(2)
    save(scans / "one.png", class_.own(1, class_.answers(1))[:1])
    save(scans / "other.png", class_.own(1, class_.answers(1, "another"))[:1])
    as_csv(scans / "typed.csv", [Submission("T002", clear)])
    out = tmp_path / "debriefs"
    ended = here("debrief", first_hour, scans, "--out", out)
    assert ended.code == 1
    assert ended.out.splitlines()[0] == f"debriefed: 1 of 3 respondents in {out}; 2 sent nothing and have none"
    assert f"to review: 2; complete the last column of {out / '_read' / 'review.csv'}" in ended.out
    assert sorted(path.parent.name for path in out.glob("*/debrief.pdf")) == ["T002"]
    graded = here("grade", first_hour, scans, "--out", tmp_path / "grades")
    assert [line for line in graded.out.splitlines() if line.startswith(("scanned", "to review"))] == [
        line.replace(str(out / "_read"), str(tmp_path / "grades"))
        for line in ended.out.splitlines()
        if line.startswith(("scanned", "to review"))
    ]
    again = here("debrief", first_hour, tmp_path / "grades", "--out", tmp_path / "again")
    assert again.code == 1
    assert "left for a person when this was graded: 2; complete its review.csv" in again.out
    done = completed(out / "_read" / "review.csv", tmp_path / "done.csv", ("use", "drop"))
    settled = here("debrief", first_hour, scans, done, "--out", out, "--force")
    assert (settled.code, settled.err) == (0, "")
    assert "debriefed: 2 of 3 respondents" in settled.out


def completed(queue: Path, path: Path, answers: tuple[str, ...]) -> Path:
    with queue.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, answer in zip(rows, answers, strict=True):
        row["answer"] = answer
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_grades_by_another_key_are_not_debriefed(here: Here, class_: Class, first_hour: Path, tmp_path: Path) -> None:
    """Two papers that tell a trainee two scores would be worse than none."""
    pack = copied(first_hour, tmp_path / "pack")
    answers = as_csv(tmp_path / "answers.csv", [Submission("T001", class_.answers(1))])
    scoring = tmp_path / "scoring.toml"
    scoring.write_text("format = 1\nevidence_weight = 0\n")
    for name, more in (("plain", ()), ("own", ("--scoring", scoring))):
        assert here("grade", pack, answers, "--out", tmp_path / name, *more).code == 0
        assert here("debrief", pack, tmp_path / name, "--out", tmp_path / f"debriefs-{name}").code == 0
    papers = {(tmp_path / f"debriefs-{name}" / "T001" / "debrief.pdf").read_bytes() for name in ("plain", "own")}
    assert len(papers) == 2
    kept = json.loads((tmp_path / "plain" / "submissions.json").read_text())
    kept["pack"] = "0000000000"
    (tmp_path / "plain" / "submissions.json").write_text(json.dumps(kept))
    refused = here("debrief", pack, tmp_path / "plain", "--out", tmp_path / "x")
    assert_refused(refused, "submissions.json: pack", "name the pack they answer")
    item = open_pack(pack).key.variants["v01"].consignments[0]
    other = "query" if item.verdict != "query" else "release"
    correction = {
        "format": 1,
        "pack": open_pack(pack).pack.pack,
        "consignments": {"item": item.item},
        "replaces": {"verdict": item.verdict},
        "with": {"verdict": other},
        "reason": "a test",
        "by": "a test",
    }
    (pack / "instructor" / "corrections").mkdir()
    (pack / "instructor" / "corrections" / "001.json").write_text(json.dumps(correction))
    refused = here("debrief", pack, tmp_path / "own", "--out", tmp_path / "x")
    assert_refused(refused, "own: the key was corrected otherwise", "run simulator regrade")
    assert here("regrade", pack, tmp_path / "own", "--out", tmp_path / "new").code == 0
    assert here("debrief", pack, tmp_path / "new", "--out", tmp_path / "debriefs-new").code == 0


@pytest.mark.parametrize("below", ["trainee", "trainee/T001/mine"])
def test_what_tells_of_the_key_is_not_put_among_what_is_handed_out(
    below: str, here: Here, class_: Class, first_hour: Path, tmp_path: Path
) -> None:
    pack = copied(first_hour, tmp_path / "pack")
    answers = as_csv(tmp_path / "answers.csv", [Submission("T001", class_.answers(1))])
    assert here("grade", pack, answers, "--out", tmp_path / "grades").code == 0
    before = tree(pack)
    for words in (("grade", pack, answers), ("debrief", pack, answers), ("regrade", pack, tmp_path / "grades")):
        for force in ((), ("--force",)):
            refused = here(*words, "--out", pack / below, *force)
            assert_refused(refused, f"what lies in {pack / 'trainee'} is handed out", "name another place")
    assert tree(pack) == before


@pytest.fixture(scope="module")
def solo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("solo") / "pack"
    ended = there("generate", "first-hour", "--solo", "--language", "en", "--out", folder, "--seed", "a seed of tests")
    assert ended.code == 0, ended.err
    return folder


CONSIGNMENTS = tuple(f"C{number:02d}" for number in range(1, 7))
WHOLE = tuple(Answer(each, "examine", 2, ("INV-1",), "goods") for each in CONSIGNMENTS)


def test_a_sealed_pack_opens_against_a_form_as_against_a_table(here: Here, solo: Path, tmp_path: Path) -> None:
    pack = copied(solo, tmp_path / "pack")
    before = tree(pack)
    form = pack / "trainee" / "T001" / "answer-form.pdf"
    refused = here("debrief", pack, form, "--out", tmp_path / "x")
    assert_refused(refused, "answer-form.pdf: no decision on C01, C02, C03, C04, C05, C06")
    partly = tmp_path / "partly.pdf"
    partly.write_bytes(filled_form(pack, "T001", WHOLE[:-1]))
    assert_refused(here("debrief", pack, partly, "--out", tmp_path / "x"), "no decision on C06;", "every consignment")
    assert tree(pack) == before
    whole = tmp_path / "whole.pdf"
    whole.write_bytes(filled_form(pack, "T001", WHOLE))
    table = as_csv(tmp_path / "answers.csv", [Submission("T001", WHOLE)])
    for way, answers in (("form", whole), ("table", table)):
        ended = here("debrief", pack, answers, "--out", tmp_path / way)
        assert (ended.code, ended.err) == (0, "")
    assert (tmp_path / "form" / "T001" / "debrief.pdf").read_bytes() == (
        tmp_path / "table" / "T001" / "debrief.pdf"
    ).read_bytes()
    assert len(json.loads((pack / "opened.json").read_text())["answers"]) == 1
    assert not list((tmp_path / "form").rglob("key*"))


def test_a_sealed_pack_opens_against_a_clear_scan(here: Here, solo: Path, tmp_path: Path) -> None:
    pack = copied(solo, tmp_path / "pack")
    with unsealed(pack) as folder:
        class_ = Class(open_pack(folder), SheetFinder(folder))
        scan = save(tmp_path / "scan.pdf", class_.own(1, WHOLE))
        other = save(tmp_path / "other.png", class_.own(1, WHOLE[:-1])[:1])
    doubted = tmp_path / "doubted"
    doubted.mkdir()
    for each in (scan, other):
        (doubted / each.name).write_bytes(each.read_bytes())
    refused = here("debrief", pack, doubted, "--out", tmp_path / "x")
    assert_refused(refused, "a sealed key opens only", "leaves doubts, so answer in the form or in answers.csv")
    assert not (pack / "opened.json").exists()
    table = as_csv(tmp_path / "answers.csv", [Submission("T001", WHOLE)])
    for way, answers in (("scan", scan), ("table", table)):
        assert here("debrief", pack, answers, "--out", tmp_path / way).code == 0
    papers = {(tmp_path / way / "T001" / "debrief.pdf").read_bytes() for way in ("scan", "table")}
    assert len(papers) == 1
    assert len(json.loads((pack / "opened.json").read_text())["answers"]) == 1
