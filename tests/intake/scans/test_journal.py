"""Readings that were kept and damaged are read again; they are never an error."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from intake.scans.handing_in import Class, read, save
from simulator.intake.scans.journal import READINGS, Entry, Journal

DAMAGES = (
    b"\x80\x80\n", b'{"file": "\xff"}\n', b"{}\n", b"[" * 5_000 + b"\n", b'{"file": 1}\n', b"\n",
    b'{"a":' * 5_000 + b"\n",
    b'{"file":"c","page":1}\n',
    b'{"file":"c","pages":9999999}\n',
    b'{"file":"c","page":1,"pictures":["../../elsewhere.png"]}\n',
)  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES)
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


@pytest.mark.parametrize(
    "change",
    [{"ink": [0]}, {"written": []}, {"doubts": [[99_999, "position"]]}, {"cover": [0] * 7}],
    ids=lambda each: next(iter(each)),
)
def test_a_kept_reading_that_does_not_fit_its_page_is_not_taken_for_empty_boxes(
    class_: Class, tmp_path: Path, change: dict[str, Any]
) -> None:
    scan = save(tmp_path / "in" / "one.png", class_.own(1, class_.answers(1))[:1])
    assert read(class_, tmp_path / "work", scan).states()[0] == "read"
    path = tmp_path / "work" / READINGS
    *head, line = path.read_text().splitlines()
    entry = json.loads(line)
    entry["reading"] |= change
    path.write_text("\n".join([*head, json.dumps(entry), ""]))
    found = read(class_, tmp_path / "work", scan)
    assert found.states()[0] == "unread"
    assert "what was kept of its reading is damaged" in found.table("pages.csv")[0]["note"]
    assert not found.gathered.submissions
