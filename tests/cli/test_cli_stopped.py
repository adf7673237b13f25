"""Work that is stopped halfway, by a person or by a full disk, leaves nothing behind and harms nothing that was there."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pack.making import copied

from cli.running import Ended, assert_refused, there, tree

LARGE_CLASS = (
    "generate",
    "first-hour",
    "--trainees",
    "2000",
    "--variants",
    "trainee",
    "--seed",
    "a class too large to finish",
)
PATIENCE = 120


def interrupted(out: Path, *options: str, whole_group: bool) -> Ended:
    """Generate a class that takes minutes, and press Ctrl-C when some of its papers are written."""
    words = [sys.executable, "-m", "simulator", *LARGE_CLASS, "--out", str(out), *options]
    with subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heeding_interrupts,
    ) as process:
        try:
            wait_for_papers(process, out)
            # A terminal sends the signal to every process of the command, another program to the first alone.
            (os.killpg if whole_group else os.kill)(process.pid, signal.SIGINT)
            shown, said = process.communicate(timeout=PATIENCE)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    return Ended(process.returncode, shown, said)


def heeding_interrupts() -> None:
    """Shells start what they run in the background with interrupts ignored, and the tests may run so."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for_papers(process: subprocess.Popen[str], out: Path) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE and process.poll() is None:
        if len(list(out.parent.glob(f".{out.name}.*/trainee/*/dossier.pdf"))) >= 2:
            return
        time.sleep(0.05)
    raise AssertionError(f"no paper was written; exit code {process.poll()}")


@pytest.mark.parametrize(
    "whole_group",
    [pytest.param(True, id="by the terminal"), pytest.param(False, id="by another program", marks=pytest.mark.slow)],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_leaves_nothing(jobs: str, whole_group: bool, tmp_path: Path) -> None:
    out = tmp_path / "new" / "pack"
    ended = interrupted(out, "--jobs", jobs, whole_group=whole_group)
    assert (ended.code, ended.out) == (130, "")
    assert ended.err == "simulator: interrupted; nothing half-written was left behind\n"
    assert tree(tmp_path) == {}


def test_an_interrupt_leaves_the_old_pack_as_it_was(first_hour: Path, tmp_path: Path) -> None:
    old = copied(first_hour, tmp_path / "pack")
    (old / ".simulator").touch()
    before = tree(tmp_path)
    assert interrupted(old, "--force", whole_group=True).code == 130
    assert tree(tmp_path) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 kB, on which no pack has room."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    words = [str(mount), "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(place)]
    if mount is None or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk is not permitted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("jobs", ["1", pytest.param("2", marks=pytest.mark.slow)])
def test_a_full_disk_is_said_and_left_empty(jobs: str, small_disk: Path) -> None:
    options = ("--trainees", "2", "--variants", "2", "--jobs", jobs)
    refused = there("generate", "first-hour", "--out", small_disk / "new" / "pack", *options)
    assert_refused(refused, str(small_disk / "new" / "pack"), "the disk is full", "free some space")
    assert tree(small_disk) == {}


def test_a_full_disk_keeps_what_was_there(first_hour: Path, small_disk: Path) -> None:
    (small_disk / "notes.txt").write_bytes(b"n" * 190_000)
    answers = small_disk / "answers.csv"
    answers.write_text("by hand")
    before = tree(small_disk)
    refused = there("grade", first_hour, first_hour / "trainee", "--out", small_disk / "grades")
    assert_refused(refused, "grades", "the disk is full")
    (small_disk / "more.txt").write_bytes(b"n" * (shutil.disk_usage(small_disk).free // 4096 * 4096))
    refused = there("simulate-class", first_hour, "--out", answers, "--force")
    assert_refused(refused, "answers.csv", "the disk is full")
    (small_disk / "more.txt").unlink()
    assert tree(small_disk) == before
    assert_refused(there("demo", "--out", small_disk / "demo"), "demo", "the disk is full")
    assert tree(small_disk) == before


def test_a_file_larger_than_one_may_write_is_said(tmp_path: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    words = [sys.executable, "-m", "simulator", "generate", "first-hour", "--trainees", "1", "--out", "new/pack"]
    ended = subprocess.run(words, capture_output=True, text=True, cwd=tmp_path, preexec_fn=limit, check=False)
    assert_refused(Ended(ended.returncode, ended.stdout, ended.stderr), "new/pack", "cannot be written to")
    assert tree(tmp_path) == {}


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A folder into which nobody may write, not even root."""
    place = tmp_path / "locked"
    place.mkdir()
    if os.geteuid() == 0:
        words = ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(place)]
        if shutil.which("mount") is None or subprocess.run(words, capture_output=True, check=False).returncode:
            pytest.skip("root writes everywhere, and mounting is not permitted here")
        yield place
        subprocess.run(["umount", str(place)], check=True)
    else:
        place.chmod(0o555)
        yield place
        place.chmod(0o755)


def test_a_place_that_cannot_be_written_to(first_hour: Path, locked: Path) -> None:
    for words in (
        ("generate", "first-hour", "--trainees", "1", "--out", locked / "new" / "pack"),
        ("grade", first_hour, first_hour / "trainee", "--out", locked / "grades"),
        ("simulate-class", first_hour, "--out", locked / "answers.csv"),
        ("demo", "--out", locked / "demo"),
    ):
        assert_refused(there(*words), str(locked), "cannot be written to", "name another")
    assert tree(locked) == {}
