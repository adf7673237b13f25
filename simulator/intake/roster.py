"""``roster.csv``: who sits in the class."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from simulator.errors import BadInput
from simulator.formats.roster import RosterEntry
from simulator.intake.csv_table import TableRow, read_table

LONGEST_ID = 64
LONGEST_NAME = 100
_ID = re.compile(r"[A-Za-z0-9-][A-Za-z0-9_-]*")
_FORMED_GROUP = re.compile(r"[Gg][0-9]{2,}")


def read_roster(path: Path) -> tuple[RosterEntry, ...]:
    """Read a roster in its order; raise ``BadInput`` with file, line and what would be right."""
    rows = read_table(path, ("id", "name"), ("group", "agency"))
    if not rows:
        raise BadInput("no trainee is listed; write one row a trainee below the header", source=path)
    problems = (_row_problem, _repeated_id(rows), _group_problem(rows))
    for row in rows:
        found = next((problem for check in problems if (problem := check(row))), None)
        if found:
            raise BadInput(found, source=path, place=f"line {row.line}")
    return tuple(_entry(row) for row in rows)


def _entry(row: TableRow) -> RosterEntry:
    name = " ".join(row.cells["name"].split())
    return RosterEntry(row.cells["id"], name, row.cells["group"] or None, row.cells["agency"] or None)


def _row_problem(row: TableRow) -> str | None:
    if row.surplus:
        return "the row has more cells than the header; put quotes around text that holds the separator"
    for column in ("id", "group"):
        if (column == "id" or row.cells[column]) and (problem := _id_problem(column, row.cells[column])):
            return problem
    name = " ".join(row.cells["name"].split())
    if not name:
        return "the name is empty; write one, the id again will do"
    if len(name) > LONGEST_NAME or not name.isprintable() or not row.cells["agency"].isprintable():
        return f"name and agency are printable text, a name at most {LONGEST_NAME} characters long"
    return None


def _id_problem(column: str, text: str) -> str | None:
    if not text:
        return f"the {column} is empty; write letters, digits, - or _"
    if len(text) > LONGEST_ID:
        return f"the {column} has {len(text)} characters; use at most {LONGEST_ID}"
    if not _ID.fullmatch(text):
        return f"{column} {text!r} cannot name a folder; use letters A to Z, digits, - and _, not starting with _"
    return None


def _repeated_id(rows: tuple[TableRow, ...]) -> Callable[[TableRow], str | None]:
    first: dict[str, int] = {}
    for row in rows:
        first.setdefault(row.cells["id"].casefold(), row.line)

    def check(row: TableRow) -> str | None:
        line = first[row.cells["id"].casefold()]
        if line == row.line:
            return None
        return f"id {row.cells['id']!r} stands on line {line} already (capitals do not matter); give each its own"

    return check


def _group_problem(rows: tuple[TableRow, ...]) -> Callable[[TableRow], str | None]:
    groups = {row.cells["group"].casefold() for row in rows} - {""}

    def check(row: TableRow) -> str | None:
        identifier = row.cells["id"]
        if groups and not row.cells["group"]:
            return "the group is empty; give every trainee a group, or leave the column out"
        if identifier.casefold() in groups:
            return f"id {identifier!r} is also a group; give trainee and group different ids"
        if not groups and _FORMED_GROUP.fullmatch(identifier):
            return f"id {identifier!r} is kept for the groups that are formed (G01 and on); use another id"
        return None

    return check
