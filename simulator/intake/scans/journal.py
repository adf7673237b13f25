"""What was read of scans, kept as it is read: an interrupted run loses nothing, and the next goes on.

A journal is a folder beside the results: ``readings.jsonl``, a line a page, and the pictures of what a person may want to
see. It belongs to one version of the reader and one layout of sheets; of another it is thrown away.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec

from simulator.errors import OutputExists
from simulator.files import MARKER
from simulator.intake.scans.judging import EMPTY, INK_WRITTEN, MARKED
from simulator.intake.scans.records import MOST_PAGES, READER, PageReading

READINGS = "readings.jsonl"
PICTURES = "pictures"
_CHUNK = 1 << 20


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line: the SHA-256 of a file and its count of pages, or one page, from 1, with its reading or why there is none."""

    file: str
    pages: Annotated[int, msgspec.Meta(ge=0, le=MOST_PAGES)] | None = None
    page: Annotated[int, msgspec.Meta(ge=1, le=MOST_PAGES)] | None = None
    reading: PageReading | None = None
    problem: str | None = None
    pictures: tuple[Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]+-[0-9]+-[^/\\]+\.png\Z")], ...] = ()

    def __post_init__(self) -> None:
        if self.page is not None and (self.reading is None) == (self.problem is None):
            raise ValueError("a page has either a reading or a problem")


class _Head(msgspec.Struct, frozen=True):
    """The first line: whose readings these are."""

    reader: int
    pack: str
    layout: str
    limits: tuple[float, ...] = (EMPTY, MARKED, INK_WRITTEN)


class Journal:
    """The readings of a folder, by file and page; new ones are written at once, and none is kept in memory."""

    def __init__(self, folder: Path, pack: str, layout: str) -> None:
        self.folder = folder
        self._head = _Head(READER, pack, layout)
        _check_ours(folder)
        (folder / PICTURES).mkdir(parents=True, exist_ok=True)
        (folder / MARKER).write_text("made by simulator; may be replaced by it\n", encoding="utf-8")
        self._places = _index(folder / READINGS, self._head)
        self._file = (folder / READINGS).open("r+b" if self._places is not None else "w+b")
        if self._places is None:
            self._places = {}
            self._append(self._head)
        self._file.truncate(max((end for _, end in self._places.values()), default=_first_line(folder / READINGS)))

    def take_over(self, folder: Path) -> None:
        """Take the readings and pictures of an earlier, finished run that are not here yet."""
        with suppress(OSError):
            for start, end in (_index(folder / READINGS, self._head) or {}).values():
                with (folder / READINGS).open("rb") as file:
                    entry = _entry_at(file, start, end)
                known = all((folder / PICTURES / each).is_file() for each in entry.pictures)
                if known and self.find(entry.file, entry.page) is None:
                    self.add(entry, {each: (folder / PICTURES / each).read_bytes() for each in entry.pictures})

    def find(self, file: str, page: int | None = None) -> Entry | None:
        """Return what is known of a file, or of a page of it."""
        place = self._places.get((file, page)) if self._places else None
        return None if place is None else _entry_at(self._file, *place)

    def add(self, entry: Entry, pictures: dict[str, bytes]) -> None:
        """Keep a file's count or a page's reading with its pictures, which are named by ``entry``."""
        for name, content in pictures.items():
            (self.folder / PICTURES / name).write_bytes(content)
        assert self._places is not None
        self._places[entry.file, entry.page] = self._append(entry)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was read yet."""
        return not self._places

    def close(self) -> None:
        """End writing; what was read stays."""
        self._file.close()

    def remove(self) -> None:
        """Throw the folder away, when its content stands elsewhere."""
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _append(self, record: object) -> tuple[int, int]:
        start = self._file.seek(0, os.SEEK_END)
        content = msgspec.json.encode(record) + b"\n"
        self._file.write(content)
        self._file.flush()
        return start, start + len(content)


def sha256_of(path: Path) -> str:
    """Return a file's SHA-256."""
    hasher = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            hasher.update(chunk)
    return hasher.hexdigest()


def _check_ours(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise OutputExists(f"{folder}: what is read of scans is kept here, but this was not made for it; move it away")


def _index(path: Path, head: _Head) -> dict[tuple[str, int | None], tuple[int, int]] | None:
    """Return where each entry's line begins and ends, None when it is another reader's; a line that broke off ends it."""
    if not path.is_file():
        return None
    found: dict[tuple[str, int | None], tuple[int, int]] = {}
    with path.open("rb") as file:
        try:
            if msgspec.json.decode(file.readline(), type=_Head) != head:
                return None
            start = file.tell()
            while (line := file.readline()).endswith(b"\n"):
                entry = msgspec.json.decode(line, type=Entry)
                found[entry.file, entry.page] = (start, start + len(line))
                start += len(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return found or None
    return found


def _entry_at(file: BinaryIO, start: int, end: int) -> Entry:
    file.seek(start)
    return msgspec.json.decode(file.read(end - start), type=Entry)


def _first_line(path: Path) -> int:
    with path.open("rb") as file:
        return len(file.readline())
