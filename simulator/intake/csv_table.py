"""CSV as spreadsheets write it: UTF-8 with or without byte order mark, comma or semicolon, columns in any order."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import BadInput
from simulator.formats.reading import read_text


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the line it starts on (from 1), its trimmed cells by column, and how many cells stand beyond the header.

    Every column that was asked for is there; one that the file lacks, or the row is too short for, is ``""``.
    """

    line: int
    cells: Mapping[str, str]
    surplus: int


def read_table(path: Path, required: Sequence[str], optional: Sequence[str] = ()) -> tuple[TableRow, ...]:
    """Read the named columns of a CSV file; other columns and empty rows are passed over.

    Raise ``BadInput`` when the file cannot be read, is not UTF-8, breaks the rules of quoting, or when its header
    lacks a required column or names one twice.
    """
    text = read_text(path)
    records = _records(text, _delimiter(text), path)
    line, header = next(records, (1, ()))
    places = _places(tuple(name.lower() for name in header), required, optional, f"line {line}", path)
    return tuple(_row(line, cells, len(header), places) for line, cells in records)


def _delimiter(text: str) -> str:
    """Choose by the header, which holds neither mark inside a name."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    return ";" if header.count(";") > header.count(",") else ","


def _records(text: str, delimiter: str, path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the first line and the trimmed cells of each record that is not empty."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for record in reader:
            cells = tuple(cell.strip() for cell in record)
            if any(cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadInput(
            f"this row is not CSV ({error}); close every quote, and double those inside quoted text",
            source=path,
            place=f"line {line}",
        ) from None


def _places(
    header: tuple[str, ...], required: Sequence[str], optional: Sequence[str], place: str, path: Path
) -> dict[str, int | None]:
    missing = [name for name in required if name not in header]
    expected = ",".join([*required, *(f"[{name}]" for name in optional)])
    if missing:
        problem = f"the header lacks {' and '.join(missing)}; the columns are {expected}"
        raise BadInput(problem, source=path, place=place)
    for name in (*required, *optional):
        if header.count(name) > 1:
            problem = f"the header names {name} {header.count(name)} times; keep one such column"
            raise BadInput(problem, source=path, place=place)
    return {name: header.index(name) if name in header else None for name in (*required, *optional)}


def _row(line: int, cells: tuple[str, ...], width: int, places: Mapping[str, int | None]) -> TableRow:
    values = {name: cells[place] if place is not None and place < len(cells) else "" for name, place in places.items()}
    return TableRow(line, values, sum(1 for cell in cells[width:] if cell))
