"""A folder as nobody should send it: each absurd thing in it is named, and the rest is graded."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from pathlib import Path

import pytest
from intake.scans.handing_in import Class, as_csv, save
from reportlab.pdfgen.canvas import Canvas

from cli.running import Here, assert_refused
from simulator.formats.submission import Submission
from simulator.intake.pack_reading import open_pack
from simulator.intake.scans.sheets_of_pack import SheetFinder


@pytest.fixture(scope="module")
def class_(first_hour: Path) -> Class:
    return Class(open_pack(first_hour), SheetFinder(first_hour))


def banner() -> bytes:
    """A page of ten metres."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(28_346.0, 28_346.0))
    canvas.drawString(72, 720, "A page")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("scan.pdf", b"%PDF-1.4")
    return buffer.getvalue()


def test_each_absurd_thing_is_named_and_the_rest_graded(here: Here, class_: Class, first_hour: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sent"
    (folder / "more" / "deep.pdf").mkdir(parents=True)
    as_csv(folder / "more" / "deep.pdf" / "typed.csv", [Submission("T002", class_.answers(2))])
    save(folder / "good.png", class_.own(1, class_.answers(1))[:1])
    (folder / "archive.pdf").write_bytes(zipped())
    (folder / "banner.pdf").write_bytes(banner())
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "sheets.zip").write_bytes(zipped())
    (folder / "notes.txt").write_text("passed over")
    (folder / "a\nb.png").write_bytes(b"no picture")
    (folder / "gone.pdf").symlink_to(folder / "nowhere.pdf")
    (folder / "circle.tif").symlink_to(folder / "circle.tif")
    os.mkfifo(folder / "pipe.jpg")
    (folder / "more" / "up").symlink_to(folder, target_is_directory=True)
    elsewhere = tmp_path / "elsewhere"
    save(elsewhere / "linked.png", class_.own(3, class_.answers(3))[:1])
    (folder / "linked").symlink_to(elsewhere, target_is_directory=True)
    out = tmp_path / "grades"
    ended = here("grade", first_hour, folder, "--out", out)
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.splitlines()[0].startswith("graded: 3 of 3 respondents answered")
    with (out / "pages.csv").open(encoding="utf-8", newline="") as file:
        states = {Path(row["file"]).name: row["state"] for row in csv.DictReader(file)}
    named = {"archive.pdf", "empty.pdf", "sheets.zip", "a\nb.png", "gone.pdf", "circle.tif", "pipe.jpg"}
    assert {name for name, state in states.items() if state == "unreadable"} == named
    assert states["banner.pdf"] == "blank"
    assert states["good.png"] == states["linked.png"] == "read"
    with (out / "rejected.csv").open(encoding="utf-8", newline="") as file:
        assert {Path(row["file"]).name for row in csv.DictReader(file)} == named


def test_a_folder_of_nothing_but_broken_links_is_told_and_not_passed_over(
    here: Here, first_hour: Path, tmp_path: Path
) -> None:
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "scan.pdf").symlink_to("/nowhere")
    ended = here("grade", first_hour, tmp_path / "sent", "--out", tmp_path / "grades")
    assert ended.code == 1
    assert "scan.pdf" in (tmp_path / "grades" / "rejected.csv").read_text()
    assert "it cannot be read (No such file or directory)" in (tmp_path / "grades" / "pages.csv").read_text()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_may_not_be_read_is_named(here: Here, class_: Class, first_hour: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sent"
    save(folder / "good.png", class_.own(1, class_.answers(1))[:1])
    (folder / "closed").mkdir(mode=0)
    save(folder / "shut.png", class_.own(2, class_.answers(2))[:1]).chmod(0)
    (folder / "half").mkdir()
    (folder / "half" / "seen.pdf").write_bytes(b"x")
    (folder / "half").chmod(0o444)
    ended = here("grade", first_hour, folder, "--out", tmp_path / "grades")
    (folder / "half").chmod(0o755)
    assert ended.code == 1
    said = (tmp_path / "grades" / "rejected.csv").read_text()
    assert "closed" in said
    assert "this folder cannot be read (Permission denied)" in said
    assert "shut.png" in said
    assert "seen.pdf" in said


@pytest.mark.parametrize("command", ["grade", "debrief"])
def test_what_is_named_and_is_no_file_is_refused(here: Here, command: str, first_hour: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "circle.pdf").symlink_to(tmp_path / "circle.pdf")
    for name, said in (("pipe.pdf", "this is no file but a device or a pipe"), ("circle.pdf", "there is no such file")):
        assert_refused(here(command, first_hour, tmp_path / name, "--out", tmp_path / "x"), name, said)
