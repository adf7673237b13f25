"""Data files to records: comment lines skipped, values checked, every fault named with file and place."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from simulator.errors import BrokenData

DATA = Path(__file__).parent / "data"
"""The folder of the data files that ship with the program."""

Record = TypeVar("Record")


def fault(path: Path, place: str, problem: str) -> BrokenData:
    """Return the error that names file, place and problem, for the caller to raise."""
    return BrokenData(f"{path}: {place}: {problem}")


def read_toml(path: Path, record: type[Record]) -> Record:
    """Read a TOML file into ``record``; raise ``BrokenData`` where it does not fit."""
    try:
        data = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise fault(path, "whole file", f"this is not TOML: {error}") from None
    return _convert(data, record, path, "", strict=True)


def read_csv(path: Path, record: type[Record]) -> tuple[Record, ...]:
    """Read a CSV file, one record a row; an empty cell means that the field keeps its default."""
    lines = _text(path).splitlines()
    rows = [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not rows:
        raise fault(path, "whole file", "there is no line of column names")
    cells = csv.reader(line for _, line in rows)
    names = next(cells)
    return tuple(_row(names, row, record, path, f"line {number}") for (number, _), row in zip(rows[1:], cells, strict=True))


def read_folder(folder: Path, record: type[Record]) -> dict[Path, Record]:
    """Read every TOML file of a folder, in the order of their names."""
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise fault(folder, "whole folder", "there is no file *.toml here")
    return {path: read_toml(path, record) for path in paths}


def keyed(records: Iterable[Record], key: Callable[[Record], str], path: Path) -> dict[str, Record]:
    """Return the records by their key; two of one key raise ``BrokenData``."""
    found: dict[str, Record] = {}
    for record in records:
        if key(record) in found:
            raise fault(path, key(record), "this stands here twice; keep one")
        found[key(record)] = record
    return found


def require(true: bool, path: Path, place: str, problem: str) -> None:
    """Raise ``BrokenData`` unless the data are as they should be."""
    if not true:
        raise fault(path, place, problem)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise fault(path, "whole file", f"this cannot be read as UTF-8 text ({error})") from None


def _row(names: list[str], row: list[str], record: type[Record], path: Path, place: str) -> Record:
    if len(row) != len(names):
        raise fault(path, place, f"{len(row)} cells stand under {len(names)} column names")
    filled = {name: cell for name, cell in zip(names, row, strict=True) if cell}
    return _convert(filled, record, path, place, strict=False)


def _convert(data: Any, record: type[Record], path: Path, place: str, *, strict: bool) -> Record:
    try:
        return msgspec.convert(data, record, strict=strict)
    except msgspec.ValidationError as error:
        message, _, inside = str(error).partition(" - at `$")
        where = " ".join(part for part in (place, inside.rstrip("`").lstrip(".")) if part)
        raise fault(path, where or "whole file", message) from None
