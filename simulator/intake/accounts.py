"""The roster as a learning platform needs it: whose account is whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import BadInput
from simulator.formats.spreadsheet import FORMULA_STARTS
from simulator.intake.csv_table import TableRow, read_table
from simulator.intake.roster import read_roster

COLUMNS = ("username", "idnumber", "email")
_LONGEST = 255


@dataclass(frozen=True, slots=True)
class Account:
    """One trainee of a roster, and his account; ``idnumber`` is his id where the roster gives no other."""

    id: str
    group: str | None
    username: str
    idnumber: str
    email: str


def read_accounts(path: Path) -> tuple[Account, ...]:
    """Read a roster with any of the columns username, idnumber and email.

    Raise ``BadInput`` where the roster is wrong, or an account is not there, not unique, or would be computed by a
    spreadsheet. A column is filled for all or for none: an importer that finds a blank may take the row for the one
    before it.
    """
    people = read_roster(path)
    rows = read_table(path, ("id",), COLUMNS)
    for column in COLUMNS:
        if any(row.cells[column] for row in rows):
            _check_column(column, rows, path)
    return tuple(
        Account(person.id, person.group, row.cells["username"], row.cells["idnumber"] or person.id, row.cells["email"])
        for person, row in zip(people, rows, strict=True)
    )


def _check_column(column: str, rows: Sequence[TableRow], path: Path) -> None:
    first: dict[str, int] = {}
    for row in rows:
        text = row.cells[column]
        problem = _problem(column, text)
        before = first.setdefault(text.casefold(), row.line)
        if problem is None and before != row.line:
            problem = f"{column} {text!r} stands on line {before} already; give each his own"
        if problem:
            raise BadInput(problem, source=path, place=f"line {row.line}")


def _problem(column: str, text: str) -> str | None:
    if not text:
        return f"the {column} is empty and others have one; fill it for all, or leave the column out"
    if len(text) > _LONGEST or not text.isprintable() or text.startswith(FORMULA_STARTS):
        return f"{column} {text[:40]!r} is no {column}: printable text of at most {_LONGEST}, not beginning with = + - or @"
    return None
