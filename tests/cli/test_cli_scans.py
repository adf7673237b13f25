"""Scans at the command line: graded as tables are, doubts completed and passed back, interrupted and gone on with."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from intake.scans.handing_in import Class, as_csv, save

from cli.running import Here, assert_refused
from simulator.formats.submission import Submission
from simulator.intake.pack_reading import open_pack
from simulator.intake.scans.journal import READINGS
from simulator.intake.scans.sheets_of_pack import SheetFinder

PATIENCE = 120


@pytest.fixture(scope="module")
def class_(first_hour: Path) -> Class:
    return Class(open_pack(first_hour), SheetFinder(first_hour))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_scans_and_tables_give_the_same_grades(here: Here, class_: Class, first_hour: Path, tmp_path: Path) -> None:
    said = class_.answers(1)
    save(tmp_path / "scans" / "one.pdf", class_.own(1, said))
    table = as_csv(tmp_path / "answers.csv", [Submission("T001", said)])
    scanned = here("grade", first_hour, tmp_path / "scans", "--out", tmp_path / "a")
    tabled = here("grade", first_hour, table, "--out", tmp_path / "b")
    assert (scanned.code, scanned.err) == (0, "")
    assert tabled.code == 0
    assert scanned.out.splitlines()[0].startswith("graded: 1 of 3 respondents answered")
    boxes = sum(int(row["boxes"]) for row in rows(tmp_path / "a" / "pages.csv"))
    assert f"scanned: 3 pages, {boxes} boxes; 0 decided by a person" in scanned.out
    for name in ("results.csv", "responses.csv", "rejected.csv"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"scans", "answers.csv", "a", "b"}
    assert not (tmp_path / "b" / "pages.csv").exists()


def test_a_completed_review_is_passed_back(here: Here, class_: Class, first_hour: Path, tmp_path: Path) -> None:
    """Two people's first pages, one under the other's: the queue has pictures, and the result counts who decided what."""
    first, second = class_.answers(1), class_.answers(1, "another")
    save(tmp_path / "scans" / "one.png", class_.own(1, first)[:1])
    save(tmp_path / "scans" / "two.png", class_.own(1, second)[:1])
    found = here("grade", first_hour, tmp_path / "scans", "--out", tmp_path / "a")
    assert found.code == 1
    assert "to review: 2; complete the last column of" in found.out
    queue = rows(tmp_path / "a" / "review.csv")
    for row, answer in zip(queue, ("use", "drop"), strict=True):
        row["answer"] = answer
    done = tmp_path / "done.csv"
    with done.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(queue[0]))
        writer.writeheader()
        writer.writerows(queue)
    settled = here("grade", first_hour, tmp_path / "scans", done, "--out", tmp_path / "a", "--force")
    assert (settled.code, settled.err) == (0, "")
    assert "1 decided by a person" in settled.out or "2 decided by a person" in settled.out
    assert rows(tmp_path / "a" / "results.csv")[0]["answered"] == str(sum(each.decision is not None for each in first))
    assert int(rows(tmp_path / "a" / "results.csv")[0]["decided_by_person"]) >= 1
    assert_refused(
        here("grade", first_hour, tmp_path / "a" / "review.csv", "--out", tmp_path / "a", "--force"), "lies in this folder"
    )


def test_doubts_have_pictures(here: Here, class_: Class, first_hour: Path, tmp_path: Path) -> None:
    scans = class_.own(1, class_.answers(1), hand=_filler_and_crosser())[:1]
    save(tmp_path / "one.png", scans)
    here("grade", first_hour, tmp_path / "one.png", "--out", tmp_path / "a")
    queue = rows(tmp_path / "a" / "review.csv")
    assert queue
    assert all((tmp_path / "a" / row["picture"]).read_bytes().startswith(b"\x89PNG") for row in queue)


def test_an_interrupted_run_leaves_what_it_read_and_the_next_goes_on(
    here: Here, class_: Class, first_hour: Path, tmp_path: Path
) -> None:
    for number in (1, 2, 3):
        save(tmp_path / "scans" / f"{number}.tif", class_.own(number, class_.answers(number)) * 5)
    out, work = tmp_path / "out", tmp_path / "out.reading"
    command = [sys.executable, "-m", "simulator", "grade", str(first_hour), str(tmp_path / "scans"), "--out", str(out)]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=heed
    ) as process:
        begun = time.monotonic()
        while lines(work) < 6 and time.monotonic() - begun < PATIENCE and process.poll() is None:
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGINT)
        process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert not out.exists()
    before = (work / READINGS).read_bytes()
    assert 6 <= before.count(b"\n") < 1 + 3 + 45
    done = here("grade", first_hour, tmp_path / "scans", "--out", out)
    assert done.code == 0
    assert (out / "scans" / READINGS).read_bytes().startswith(before)
    assert lines(out / "scans") == 1 + 3 + 45
    assert {path.name for path in tmp_path.iterdir()} == {"scans", "out"}


def test_a_pack_without_sheets_and_files_that_are_none(here: Here, class_: Class, first_hour: Path, tmp_path: Path) -> None:
    from pack.making import copied

    old = copied(first_hour, tmp_path / "old")
    (old / "instructor" / "sheets.json").unlink()
    save(tmp_path / "one.png", class_.own(1, class_.answers(1))[:1])
    refused = here("grade", old, tmp_path / "one.png", "--out", tmp_path / "a")
    assert_refused(refused, "sheets.json", "made before sheets could be scanned")
    assert_refused(here("grade", first_hour, tmp_path / "a.docx", "--out", tmp_path / "a"), "no such file")
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    assert_refused(here("grade", first_hour, tmp_path / "a.docx", "--out", tmp_path / "a"), "save it as CSV, or scan it")


def heed() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def lines(folder: Path) -> int:
    path = folder / READINGS
    return path.read_bytes().count(b"\n") if path.is_file() else 0


def _filler_and_crosser() -> object:
    from benchmarks.scanning.filled import Hand

    return Hand("both", ("cross", "fill"), corrects=0.0)
