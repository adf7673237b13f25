"""Another scoring and a corrected key, as an instructor has them: one command each, and what it says."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pack.making import copied, index, key_of, rewrite

from cli.running import Here, assert_refused, tree
from simulator.formats.key import KeyConsignment

REASON = ("--by", "Ruiz", "--reason", "El flete sí se pagó en origen")


@pytest.fixture
def pack(first_hour: Path, tmp_path: Path) -> Path:
    return copied(first_hour, tmp_path / "pack")


@pytest.fixture
def grades(here: Here, pack: Path, tmp_path: Path) -> Path:
    assert here("simulate-class", pack, "--out", tmp_path / "answers.csv").code == 0
    assert here("grade", pack, tmp_path / "answers.csv", "--out", tmp_path / "grades").code == 0
    return tmp_path / "grades"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def signal(pack: Path) -> KeyConsignment:
    return next(each for each in key_of(pack).variants["v01"].consignments if each.verdict in ("examine", "detain"))


def text_of(report: Path) -> str:
    pages = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(report))
    return " ".join(" ".join(pages).split())


def test_a_verdict_is_corrected_and_the_class_regraded(here: Here, pack: Path, grades: Path, tmp_path: Path) -> None:
    sealed, wrong = (pack / "instructor" / "key.json").read_bytes(), signal(pack)
    place = ("--consignment", f"v01/{wrong.id.lower()}")
    written = here("correct", pack, *place, "--verdict", "query", *REASON)
    file = pack / "instructor" / "corrections" / "001.json"
    assert (written.code, written.err) == (0, "")
    assert written.out.splitlines()[0] == f"corrected: {file}"
    assert f"v01 {wrong.id}: verdict {wrong.verdict} -> query" in written.out.splitlines()
    told = here("regrade", pack, grades, "--out", tmp_path / "new")
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert f"corrected: the key by 001; see {file.parent}" in lines
    changes = table(tmp_path / "new" / "changes.csv")
    assert {each["reason"] for each in changes} == {"correction 001"}
    trainees = {each.id: each.variant for each in index(pack).trainees}
    of_v01 = {each for each, variant in trainees.items() if variant == "v01"}
    moved = {each["trainee"] for each in changes if each["what"] == "score"}
    assert moved
    assert moved <= {line.partition(":")[0] for line in lines[2:]} <= of_v01 | _others_with(pack, wrong.item)
    assert {path.name for path in (tmp_path / "new").iterdir()} == {
        *(path.name for path in grades.iterdir()),
        "changes.csv",
    }
    again = here("regrade", pack, tmp_path / "new", "--out", tmp_path / "newer")
    count = len(trainees)
    assert again.out.splitlines()[0] == f"regraded: {count} of {count} respondents answered; nobody's grade changes"
    assert (pack / "instructor" / "key.json").read_bytes() == sealed
    assert here("verify", pack).code == 0


def _others_with(pack: Path, item: str) -> set[str]:
    variants = {name for name, each in key_of(pack).variants.items() if item in {one.item for one in each.consignments}}
    return {each.id for each in index(pack).trainees if each.variant in variants}


def test_grading_takes_the_corrections_that_lie_in_the_pack(here: Here, pack: Path, grades: Path, tmp_path: Path) -> None:
    assert here("correct", pack, "--slot", signal(pack).slot, "--leave-out", *REASON).code == 0
    told = here("grade", pack, tmp_path / "answers.csv", "--out", tmp_path / "new")
    assert told.out.splitlines()[1] == f"corrected: the key by 001; see {pack / 'instructor' / 'corrections'}"
    assert here("regrade", pack, grades, "--out", tmp_path / "newer").code == 0
    for name in ("results.csv", "responses.csv", "submissions.json", "report.pdf"):
        assert (tmp_path / "new" / name).read_bytes() == (tmp_path / "newer" / name).read_bytes(), name
    assert {row["consignments"] for row in table(tmp_path / "new" / "results.csv")} == {"5"}
    assert "Corrections to the key: 1." in text_of(tmp_path / "new" / "report.pdf")
    assert "Corrections" not in text_of(grades / "report.pdf")


def test_another_scoring_is_said_with_the_grades(here: Here, pack: Path, grades: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("format = 1\npass_mark = 5\nevidence_weight = 0\n")
    told = here("regrade", pack, grades, "--scoring", own, "--out", tmp_path / "new")
    assert "scoring: not the pack's; pass mark 5, evidence weight 0" in told.out.splitlines()
    assert {row["passed"] for row in table(tmp_path / "new" / "results.csv")} == {"1"}
    for row in table(tmp_path / "new" / "results.csv"):
        assert float(row["score"]) == pytest.approx(100 * float(row["decision_score"]), abs=0.01)
    assert "pass mark 5, evidence 0 % of the score" in text_of(tmp_path / "new" / "report.pdf")
    fresh = here("grade", pack, tmp_path / "answers.csv", "--scoring", own, "--out", tmp_path / "newer")
    assert fresh.code == 0
    assert (tmp_path / "newer" / "results.csv").read_bytes() == (tmp_path / "new" / "results.csv").read_bytes()


def test_rows_that_were_rejected_stay_so(here: Here, pack: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("trainee,consignment,decision,confidence,flags\nT001,C01,query,,\nT999,C01,query,,\n")
    assert here("grade", pack, tmp_path / "a.csv", "--out", tmp_path / "grades").code == 1
    told = here("regrade", pack, tmp_path / "grades", "--out", tmp_path / "new")
    assert (told.code, told.out.splitlines()[-1]) == (
        1,
        f"rejected: 1, each with its reason; see {tmp_path / 'new' / 'rejected.csv'}",
    )
    assert table(tmp_path / "new" / "rejected.csv") == table(tmp_path / "grades" / "rejected.csv")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--verdict", "query"), "say which consignments by one of --consignment"),
        (("--slot", "S01", "--item", "x", "--verdict", "query"), "say which consignments"),
        (("--slot", "S01", "--alone", "--verdict", "query"), "say which consignments"),
        (("--consignment", "C01", "--verdict", "query"), "--consignment 'C01' is not in this pack; write v01/C04"),
        (("--consignment", "v01/C99", "--verdict", "query"), "'v01/C99' is not in this pack"),
        (("--slot", "S99", "--verdict", "query"), "no consignment is slot 'S99'"),
        (("--slot", "S01"), "nothing is corrected"),
        (("--slot", "S01", "--leave-out", "--verdict", "query"), "--leave-out goes alone"),
        (("--slot", "S01", "--strength", "X03"), "--strength 'X03' names no strength of a finding; write X03=weak"),
        (("--slot", "S01", "--strength", "X03=feeble"), "invalid enum value 'feeble'"),
        (("--slot", "S01", "--accept", "BL-20"), "--accept 'BL-20' names no box of a finding; write X03/BL-20"),
        (("--slot", "S01", "--refuse", "X03/"), "--refuse 'X03/' names no box"),
        (("--slot", "S01", "--drop", "Z99"), "with.strength.Z99: it is not there before and after"),
        (("--slot", "S01", "--verdict", "query", "--by", ""), "by: expected `str` of length >= 1"),
        (("--slot", "S01", "--verdict", "query", "--by", "\udce9"), "not UTF-8"),
    ],
)
def test_a_correction_that_cannot_be_meant_is_not_written(words: Any, said: str, here: Here, pack: Path) -> None:
    before = tree(pack)
    assert_refused(here("correct", pack, *REASON, *words), said)
    assert tree(pack) == before


def test_a_broken_correction_grades_nobody(here: Here, pack: Path, grades: Path, tmp_path: Path) -> None:
    assert here("correct", pack, "--slot", "S01", "--leave-out", *REASON).code == 0
    file = pack / "instructor" / "corrections" / "001.json"
    rewrite(file, lambda data: data["replaces"].update(verdict="revenue"))
    before = tree(tmp_path)
    for words in (("grade", pack, tmp_path / "answers.csv"), ("regrade", pack, grades)):
        assert_refused(here(*words, "--out", tmp_path / "new"), str(file), "replaces.verdict", "the verdict is")
    assert tree(tmp_path) == before


def test_regrading_never_replaces_what_it_reads(here: Here, pack: Path, grades: Path, tmp_path: Path) -> None:
    before = tree(tmp_path)
    assert_refused(here("regrade", pack, grades, "--out", grades, "--force"), "would be replaced with it")
    assert_refused(here("regrade", pack, pack, "--out", tmp_path / "new"), "name a folder that simulator grade has written")
    assert_refused(here("regrade", pack, grades, "--scoring", "none.toml", "--out", tmp_path / "new"), "none.toml")
    assert tree(tmp_path) == before
