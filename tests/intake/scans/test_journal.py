"""Readings that were kept and damaged are read again; they are never an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.intake.scans.journal import READINGS, Entry, Journal


@pytest.mark.parametrize("damage", [b"\x80\x80\n", b'{"file": "\xff"}\n', b"{}\n", b"[" * 5_000 + b"\n", b'{"file": 1}\n', b"\n"])
def test_what_stands_behind_a_damaged_line_is_read_again(tmp_path: Path, damage: bytes) -> None:
    folder = tmp_path / "journal"
    journal = Journal(folder, "pack", "layout")
    journal.add(Entry("a", pages=1), {})
    journal.close()
    with (folder / READINGS).open("ab") as file:
        file.write(damage)
    again = Journal(folder, "pack", "layout")
    assert again.find("a") == Entry("a", pages=1)
    again.add(Entry("b", pages=2), {})
    again.close()
    once_more = Journal(folder, "pack", "layout")
    assert [once_more.find(each) for each in "ab"] == [Entry("a", pages=1), Entry("b", pages=2)]
    once_more.close()


@pytest.mark.parametrize("head", [b"\xff\xfe\n", b"", b"[" * 5_000, b"{}\n", b"null\n"])
def test_a_journal_without_its_head_is_begun_anew(tmp_path: Path, head: bytes) -> None:
    folder = tmp_path / "journal"
    Journal(folder, "pack", "layout").close()
    (folder / READINGS).write_bytes(head)
    journal = Journal(folder, "pack", "layout")
    assert journal.is_empty
    journal.close()
