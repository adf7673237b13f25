"""What was sent: which files are answer tables, which are scans, which are completed review tables, and which are none."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    """Files by what they are, each once, in the order they were named; ``labels`` are their short names."""

    tables: tuple[Path, ...]
    scans: tuple[Path, ...]
    reviews: tuple[Path, ...]
    strangers: tuple[Path, ...]
    labels: Mapping[Path, str]


def sort_inputs(paths: Sequence[Path]) -> Inputs:
    """Sort files, and those of folders; raise ``BadInput`` for what is named and cannot be answers."""
    found = dict.fromkeys(file for path in paths for file in _files(path))
    once = {file.resolve(): file for file in reversed(found)}
    files = tuple(reversed(once.values()))
    labels = dict(zip(files, labels_of(files), strict=True))
    tables = [file for file in files if _is(file, TABLES)]
    reviews = [file for file in tables if _is_review(file)]
    return Inputs(
        tuple(file for file in tables if file not in reviews),
        tuple(file for file in files if _is(file, SCANS)),
        tuple(reviews),
        tuple(file for file in files if _is(file, NOT_READ)),
        labels,
    )


def labels_of(files: Sequence[Path]) -> tuple[str, ...]:
    """Return a short name for each file: its path below the folder that holds them all."""
    resolved = [file.resolve() for file in files]
    shared = Path(os.path.commonpath([file.parent for file in resolved])) if resolved else Path()
    return tuple(file.relative_to(shared).as_posix() for file in resolved)


def _files(path: Path) -> tuple[Path, ...]:
    if not path.exists():
        raise BadInput("there is no such file or folder of answers", source=path)
    if path.is_dir():
        below = (file for file in path.rglob("*") if not file.name.startswith("."))
        found = tuple(sorted(file for file in below if file.is_file() and _is(file, TABLES | SCANS | NOT_READ)))
        if not found:
            raise BadInput(f"this folder holds no answers; they are read from {_EXPECTED}", source=path)
        return found
    if not _is(path, TABLES | SCANS):
        raise BadInput(f"answers are read from {_EXPECTED}; save it as CSV, or scan it as one of these", source=path)
    return (path,)


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
