"""Folders of grades to long tables: one row an answer, a flag, a consignment, a respondent."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from simulator.errors import BadInput
from simulator.formats.reading import read_text
from simulator.formats.spreadsheet import harmless
from simulator.grading.kept import Kept, read_kept
from simulator.research.dictionary import TABLES, dictionary

Row = dict[str, str]
Tables = dict[str, list[Row]]

_CODE = re.compile(r"([A-Z]+\d*)-(\d+[A-Z]*)(?:\.(\d+))?", re.IGNORECASE)


def long_tables(folders: Sequence[Path]) -> Tables:
    """Return the tables by name, rows in the order of the folders; raise ``BadInput`` when one cannot be pooled."""
    made: Tables = {name: [] for name in TABLES}
    answered: Counter[tuple[str, ...]] = Counter()
    items: dict[tuple[str, ...], Row] = {}
    seen: dict[tuple[str, str], Path] = {}
    for folder in folders:
        kept = read_kept(folder)
        responses = _rows(folder / "responses.csv", ("responses", "items"), {"answers"})
        trainees = _rows(folder / "results.csv", ("trainees",), {"pack"})
        _check_once(kept.pack, trainees, folder, seen)
        for row in responses:
            items.setdefault(_item(row), row)
            answered[_item(row)] += row["decision"] != ""
        made["responses"] += _picked("responses", responses)
        made["trainees"] += _picked("trainees", ({**row, "pack": kept.pack} for row in trainees))
        made["flags"] += _flags(kept, {row["trainee"]: row["variant"] for row in trainees})
    made["items"] = _picked("items", ({**row, "answers": str(answered[place])} for place, row in items.items()))
    for name, rows in made.items():
        _check_cells(name, rows)
    return made


def table_bytes(name: str, rows: Iterable[Row]) -> bytes:
    """Return a table as UTF-8 CSV with its header, columns in the order of the dictionary."""
    return csv_text([each.column for each in dictionary().of(name)], rows)


def csv_text(header: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return rows of text as UTF-8 CSV; what a spreadsheet would compute is made harmless."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([[row[name] for name in header] for row in rows])
    return text.getvalue().encode()


def _rows(path: Path, tables: Iterable[str], made_here: set[str]) -> list[Row]:
    """Read a CSV of a folder of grades; raise ``BadInput`` unless it has all columns that leave."""
    try:
        return _checked_rows(csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True), path, tables, made_here)
    except csv.Error as error:
        raise BadInput(f"this is not CSV ({error}); grade the answers again", source=path) from None


def _checked_rows(reader: csv.DictReader[str], path: Path, tables: Iterable[str], made_here: set[str]) -> list[Row]:
    wanted = {each.column for table in tables for each in dictionary().of(table)} - made_here
    if missing := sorted(wanted - set(reader.fieldnames or ())):
        raise BadInput(f"there is no column {missing[0]}; grade the answers again", source=path)
    rows: list[Row] = []
    for row in reader:
        if None in row or None in row.values():
            problem = "this row has more or fewer cells than the header; grade the answers again"
            raise BadInput(problem, source=path, place=f"line {reader.line_num}")
        rows.append(dict(row))
    return rows


def _picked(table: str, rows: Iterable[Row]) -> list[Row]:
    names = [each.column for each in dictionary().of(table)]
    return [{name: row[name] for name in names} for row in rows]


def _item(row: Row) -> tuple[str, ...]:
    return row["pack"], row["variant"], row["consignment"]


def _flags(kept: Kept, variants: dict[str, str]) -> list[Row]:
    rows = []
    for submission in kept.submissions:
        for answer in submission.answers:
            for order, code in enumerate(answer.flags, 1):
                place = (kept.pack, variants.get(submission.respondent, ""), submission.respondent, answer.consignment)
                names = ("pack", "variant", "trainee", "consignment")
                rows.append({**dict(zip(names, place, strict=True)), **_flag(code), "order": str(order)})
    return rows


def _flag(code: str) -> Row:
    """Return a box code with its parts, blank where it is no code."""
    match = _CODE.fullmatch(code)
    paper, number, row = match.groups("") if match else ("", "", "")
    return {"box": harmless(code), "paper": paper, "number": number.lower(), "row": row}


def _check_once(pack: str, trainees: list[Row], folder: Path, seen: dict[tuple[str, str], Path]) -> None:
    for row in trainees:
        if (place := (pack, row["trainee"])) in seen:
            problem = f"{row['trainee']} of pack {pack} stands in {seen[place]} too; name each class once"
            raise BadInput(problem, source=folder)
        seen[place] = folder


def _check_cells(table: str, rows: list[Row]) -> None:
    for column in dictionary().of(table):
        for number, row in enumerate(rows, 1):
            if not column.fits(row[column.column]):
                problem = f"{row[column.column]!r} is no {column.type} ({column.unit or '1 or 0'}); grade the answers again"
                raise BadInput(problem, source=f"{table}.csv", place=f"row {number}, {column.column}")
