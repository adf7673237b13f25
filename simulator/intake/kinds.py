"""What was sent: which files are answer tables, which are scans, which are completed review tables, and which are none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from simulator.errors import BadInput

TABLES = frozenset({".csv"})
SCANS = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})
NOT_READ = frozenset(
    {".zip", ".7z", ".rar", ".gz", ".heic", ".heif", ".webp", ".gif", ".bmp", ".xlsx", ".xls", ".ods", ".docx"}
)
"""Kinds in which answers are sent by mistake; in a folder they are named, whereas other files there are passed over."""
_EXPECTED = "CSV files, and scans from PDF, PNG, JPEG and TIFF files"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files by what they are, each once, in the order they were named; ``labels`` are their short names.

    ``lost`` are what cannot be looked into, with the reason: links that lead nowhere, folders that may not be read.
    """

    tables: tuple[Path, ...]
    scans: tuple[Path, ...]
    reviews: tuple[Path, ...]
    strangers: tuple[Path, ...]
    labels: Mapping[Path, str]
    lost: Mapping[Path, str] = field(default_factory=dict)

    @property
    def only_tables(self) -> bool:
        """Tell whether there is nothing but tables of answers."""
        return not (self.scans or self.reviews or self.strangers or self.lost)


def sort_inputs(paths: Sequence[Path]) -> Inputs:
    """Sort files, and those of folders; raise ``BadInput`` for what is named and cannot be answers."""
    lost: dict[Path, str] = {}
    found = dict.fromkeys(file for path in paths for file in _files(path, lost))
    once = {_real(file): file for file in reversed(found)}
    files = tuple(reversed(once.values()))
    labels = dict(zip((*files, *lost), labels_of((*files, *lost)), strict=True))
    tables = [file for file in files if _is(file, TABLES)]
    reviews = [file for file in tables if _is_review(file)]
    return Inputs(
        tuple(file for file in tables if file not in reviews),
        tuple(file for file in files if _is(file, SCANS)),
        tuple(reviews),
        tuple(file for file in files if _is(file, NOT_READ)),
        labels,
        lost,
    )


def labels_of(files: Sequence[Path]) -> tuple[str, ...]:
    """Return a short name for each file: its path, links as they are called, below the folder that holds them all."""
    whole = [Path(os.path.abspath(file)) for file in files]
    shared = Path(os.path.commonpath([file.parent for file in whole])) if whole else Path()
    return tuple(file.relative_to(shared).as_posix() for file in whole)


def _real(path: Path) -> Path:
    """Follow links; of those that lead in a circle ``Path.resolve`` would make an error."""
    return Path(os.path.realpath(path))


def _files(path: Path, lost: dict[Path, str]) -> tuple[Path, ...]:
    """Return the files that a path means; what of a folder cannot be looked into is put into ``lost``."""
    if not path.exists():
        raise BadInput("there is no such file or folder of answers", source=path)
    if path.is_dir():
        before = len(lost)
        found = tuple(sorted(file for file in _below(path, lost) if _is(file, TABLES | SCANS | NOT_READ)))
        if not found and len(lost) == before:
            raise BadInput(f"this folder holds no answers; they are read from {_EXPECTED}", source=path)
        return found
    if not _is(path, TABLES | SCANS):
        raise BadInput(f"answers are read from {_EXPECTED}; save it as CSV, or scan it as one of these", source=path)
    if not path.is_file():
        raise BadInput("this is no file but a device or a pipe; save the answers as a file", source=path)
    return (path,)


def _below(folder: Path, lost: dict[Path, str]) -> Iterator[Path]:
    """Yield the files below a folder that are not hidden; linked folders are entered, each once."""

    def note(error: OSError) -> None:
        lost[Path(error.filename)] = f"this folder cannot be read ({error.strerror}); allow it, or copy its files elsewhere"

    entered = {_real(folder)}
    for place, folders, names in os.walk(folder, onerror=note, followlinks=True):
        real = {name: _real(Path(place, name)) for name in sorted(folders)}
        folders[:] = [name for name, where in real.items() if where not in entered]
        entered.update(real.values())
        for path in (Path(place, name) for name in names if not name.startswith(".")):
            if os.path.isfile(path):
                yield path
            elif _is(path, TABLES | SCANS):
                lost[path] = f"{_why_lost(path)}; send the file itself"


def _why_lost(path: Path) -> str:
    try:
        path.stat()
    except OSError as error:
        return f"it cannot be read ({error.strerror})"
    return "it is no file but a device or a pipe"


def _is(path: Path, endings: frozenset[str]) -> bool:
    return path.suffix.lower() in endings


def _is_review(path: Path) -> bool:
    """Tell by its first line whether a table is a completed review."""
    try:
        with path.open("rb") as file:
            header = file.readline(4096).decode("utf-8-sig", errors="replace").lower()
    except OSError:
        return False
    return {"item", "answer"} <= {cell.strip(' "\r\n') for cell in header.replace(";", ",").split(",")}
