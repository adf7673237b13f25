"""A long run in shards: each is a folder that stands whole or not at all, with its own line of the manifest in it."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import msgspec

from simulator.errors import SimulatorError
from simulator.files import MARKER, new_folder

FOLDER = "shards"
LINE = "shard.json"


class Shard(msgspec.Struct, frozen=True):
    """One part of a run: things ``first`` to ``first + count - 1``, counted from 1."""

    number: int
    first: int
    count: int

    @property
    def name(self) -> str:
        """The folder's name; at least five digits, so that names sort as numbers do."""
        return f"{self.number:05d}"

    @property
    def things(self) -> range:
        """The numbers of what it holds."""
        return range(self.first, self.first + self.count)


class Line(msgspec.Struct, frozen=True):
    """One line of ``manifest.jsonl``: what a shard is, where it lies, what it holds.

    ``sha256`` is over names and SHA-256 of its files; ``counts`` says how many of what, ``holds`` what each thing is.
    """

    shard: Shard
    folder: str
    sha256: str
    counts: dict[str, int]
    holds: tuple[dict[str, Any], ...] = ()


class Writer(Protocol):
    """What fills a shard; it follows from its fields and the shard alone, whichever engine it works on."""

    def write(self, folder: Path, shard: Shard) -> tuple[dict[str, int], tuple[dict[str, Any], ...]]:
        """Write the shard's files into an empty folder and return counts and what it holds."""


@dataclass(frozen=True, slots=True)
class Made:
    """A shard that stands; ``before`` says that it stood already."""

    line: Line
    before: bool


@dataclass(frozen=True, slots=True)
class NotMade:
    """A shard that could not be written, and why; ``trace`` is "" where the reason is not a fault of the program."""

    shard: Shard
    why: str
    trace: str = ""


def shards_of(total: int, size: int) -> tuple[Shard, ...]:
    """Return the shards of so many things, ``size`` in each but the last."""
    return tuple(
        Shard(number, first, min(size, total - first + 1)) for number, first in enumerate(range(1, total + 1, size), 1)
    )


def make_shard(writer: Writer, out: Path, shard: Shard) -> Made | NotMade:
    """Make a shard under ``out`` unless it stands there undamaged; what goes wrong with it is told and not raised."""
    place = out / FOLDER / shard.name
    try:
        standing = read_line(place, shard)
        if standing is not None:
            return Made(standing, before=True)
        with new_folder(place, force=True) as folder:
            counts, holds = writer.write(folder, shard)
            line = Line(shard, f"{FOLDER}/{shard.name}", digest(folder), counts, holds)
            (folder / LINE).write_bytes(msgspec.json.encode(line, order="sorted"))
        return Made(line, before=False)
    except (SimulatorError, OSError) as error:
        return NotMade(shard, _told(str(error), error))
    except Exception as error:
        return NotMade(shard, _told(f"{type(error).__name__}: {error}", error), traceback.format_exc())


def _told(what: str, error: Exception) -> str:
    """Return what went wrong, and with which thing of the shard where that is known."""
    return "; ".join([what, *getattr(error, "__notes__", ())])


def read_line(place: Path, shard: Shard) -> Line | None:
    """Return the line of a shard that stands; None where there is none, where it is another, or where files were changed."""
    try:
        line = msgspec.json.decode((place / LINE).read_bytes(), type=Line)
    except (OSError, msgspec.DecodeError, RecursionError):
        return None
    return line if line.shard == shard and line.sha256 == digest(place) else None


def digest(folder: Path) -> str:
    """Return the SHA-256 over names and SHA-256 of all files of a shard, its line left out."""
    whole = hashlib.sha256()
    for path in _files(folder):
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        whole.update(f"{content}  {path.relative_to(folder).as_posix()}\n".encode())
    return whole.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    yield from (found[name] for name in sorted(found) if name not in (LINE, MARKER))
