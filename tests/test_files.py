"""Writing leaves nothing half-written behind, and replaces nothing that was not made by this program."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from simulator.errors import CannotWrite, OutputExists
from simulator.files import MARKER, new_folder, write_file


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def make(target: Path, text: str, *, force: bool = False) -> None:
    with new_folder(target, force=force) as folder:
        (folder / "inner").mkdir()
        (folder / "inner" / "a.txt").write_text(text)


def break_off(target: Path, error: type[BaseException], *, force: bool = False) -> None:
    with new_folder(target, force=force) as folder:
        (folder / "a.txt").write_text("half")
        raise error


def test_a_folder_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "pack"
    with new_folder(target) as folder:
        (folder / "a.txt").write_text("one")
        assert not target.exists()
    assert names(tmp_path / "new") == {"pack", "pack/a.txt", f"pack/{MARKER}"}
    assert stat.S_IMODE(target.stat().st_mode) == 0o755


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit, OutputExists])
def test_nothing_is_left_when_the_work_breaks_off(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "pack"
    with pytest.raises(error):
        break_off(target, error)
    assert names(tmp_path) == set()


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_the_old_folder_stays_whole_when_replacing_breaks_off(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "pack"
    make(target, "old")
    with pytest.raises(error):
        break_off(target, error, force=True)
    assert (target / "inner" / "a.txt").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"pack"}


def test_what_exists_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "pack"
    make(target, "old")
    with pytest.raises(OutputExists, match="--force") as refused:
        make(target, "new")
    assert str(target) in str(refused.value)
    assert "\n" not in str(refused.value)
    assert (target / "inner" / "a.txt").read_text() == "old"


def test_force_replaces_what_this_program_made(tmp_path: Path) -> None:
    target = tmp_path / "pack"
    make(target, "old")
    (target / "left.txt").write_text("from before")
    make(target, "new", force=True)
    assert names(target) == {"inner", "inner/a.txt", MARKER}
    assert (target / "inner" / "a.txt").read_text() == "new"
    assert {path.name for path in tmp_path.iterdir()} == {"pack"}


def test_force_replaces_nothing_else(tmp_path: Path) -> None:
    folder, file = tmp_path / "thesis", tmp_path / "notes.txt"
    folder.mkdir()
    (folder / "chapter.txt").write_text("years of work")
    file.write_text("notes")
    for target in (folder, file):
        with pytest.raises(OutputExists, match="not"):
            make(target, "new", force=True)
    assert names(tmp_path) == {"thesis", "thesis/chapter.txt", "notes.txt"}


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    target = tmp_path / "pack"
    target.mkdir()
    make(target, "new")
    assert (target / "inner" / "a.txt").read_text() == "new"
    assert {path.name for path in tmp_path.iterdir()} == {"pack"}


def test_a_link_stays_a_link_and_the_folder_behind_it_is_replaced(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    make(real, "old")
    link.symlink_to(real)
    make(link, "new", force=True)
    assert link.is_symlink()
    assert (real / "inner" / "a.txt").read_text() == "new"
    assert {path.name for path in tmp_path.iterdir()} == {"real", "link"}


def full_disk(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let the system refuse every write, as it does on a full disk."""

    def refused(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_text", refused)
    monkeypatch.setattr(Path, "write_bytes", refused)
    monkeypatch.setattr(Path, "replace", refused)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    target = tmp_path / "pack"
    full_disk(monkeypatch, number)
    with pytest.raises(CannotWrite, match="disk is full") as refused, new_folder(target) as folder:
        (folder / "a.txt").write_text("too much")
    assert str(target) in str(refused.value)
    assert "\n" not in str(refused.value)
    with pytest.raises(CannotWrite, match="disk is full"):
        write_file(tmp_path / "answers.csv", b"too much")
    assert names(tmp_path) == set()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_a_really_full_disk(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="disk is full"):
        make_on_a_full_disk(tmp_path / "pack")
    assert names(tmp_path) == set()


def make_on_a_full_disk(target: Path) -> None:
    with new_folder(target) as folder:
        (folder / "a.txt").symlink_to("/dev/full")
        (folder / "a.txt").write_text("too much")


def test_a_place_below_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes")
    for attempt in (
        lambda: make(tmp_path / "notes.txt" / "pack", "new"),
        lambda: write_file(tmp_path / "notes.txt" / "answers.csv", b"new"),
    ):
        with pytest.raises(CannotWrite, match="cannot be written") as refused:
            attempt()
        assert "\n" not in str(refused.value)
    assert names(tmp_path) == {"notes.txt"}


def test_another_fault_of_the_system_is_not_called_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="strange") as refused, new_folder(tmp_path / "pack"):
        raise OSError(errno.EIO, "strange")
    assert "full" not in str(refused.value)
    assert names(tmp_path) == set()


def test_folders_made_on_the_way_vanish_too(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    with pytest.raises(RuntimeError):
        break_off(tmp_path / "kept" / "new" / "pack", RuntimeError)
    assert names(tmp_path) == {"kept"}


def test_the_longest_name_that_a_system_allows_can_be_written(tmp_path: Path) -> None:
    make(tmp_path / ("p" * 250), "new")
    write_file(tmp_path / ("f" * 250), b"new")
    assert {len(path.name) for path in tmp_path.iterdir()} == {250}


def test_a_folder_is_never_replaced_from_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "pack"
    make(target, "old")
    monkeypatch.chdir(target / "inner")
    with pytest.raises(OutputExists, match="inside"):
        make(Path(".."), "new", force=True)
    assert (target / "inner" / "a.txt").read_text() == "old"


def test_the_old_folder_comes_back_when_the_last_step_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system moves the old folder away and then refuses to put the new one into its place."""
    target = tmp_path / "pack"
    make(target, "old")
    rename = Path.rename

    def refuses(path: Path, to: Path) -> Path:
        if path.name.startswith(".pack.") and to == target:
            raise OSError(errno.EIO, "strange")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refuses)
    with pytest.raises(CannotWrite):
        make(target, "new", force=True)
    assert (target / "inner" / "a.txt").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"pack"}


def test_a_file_appears_whole_and_replaces(tmp_path: Path) -> None:
    target = tmp_path / "new" / "answers.csv"
    write_file(target, b"one")
    write_file(target, b"two")
    assert target.read_bytes() == b"two"
    assert names(tmp_path / "new") == {"answers.csv"}
    assert stat.S_IMODE(target.stat().st_mode) == 0o644


def test_a_file_is_refused_without_force_and_never_replaces_a_folder(tmp_path: Path) -> None:
    target = tmp_path / "answers.csv"
    write_file(target, b"one", force=False)
    with pytest.raises(OutputExists, match="--force"):
        write_file(target, b"two", force=False)
    with pytest.raises(OutputExists, match="folder"):
        write_file(tmp_path, b"two")
    assert target.read_bytes() == b"one"
