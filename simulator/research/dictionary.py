"""The data dictionary: which columns leave, in which table, what they mean; nothing else does."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from simulator.reference.tables import fault, read_toml

DATA = Path(__file__).parent / "data"
TABLES = ("responses", "flags", "items", "trainees")
HEADER = ("table", "column", "type", "unit", "meaning", "blank")

Type = Literal["text", "level", "flag", "integer", "number", "list"]


class Column(msgspec.Struct, frozen=True):
    """One column; ``unit`` is its unit or range, of a level the words it may hold, with blanks between.

    ``blank`` says what an empty cell means; a column without it has none.
    """

    table: Literal["responses", "flags", "items", "trainees"]
    column: str
    type: Type
    unit: str
    meaning: str
    blank: str = ""

    def fits(self, cell: str) -> bool:
        """Tell whether a cell is of the column's type; blank fits always, since anything may be unknown."""
        if not cell or self.type in ("text", "list"):
            return True
        if self.type == "level":
            return cell in self.unit.split()
        if self.type == "flag":
            return cell in ("0", "1")
        try:
            float(cell) if self.type == "number" else int(cell)
        except ValueError:
            return False
        return True


class Dictionary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All columns in their order, and the columns of grades that are withheld: names and what persons typed."""

    withheld: tuple[str, ...]
    column: tuple[Column, ...]

    def of(self, table: str) -> tuple[Column, ...]:
        """Return the columns of a table in their order."""
        return tuple(each for each in self.column if each.table == table)


@cache
def dictionary() -> Dictionary:
    """Return the dictionary; raise ``BrokenData`` when a column stands twice or is withheld and let out at once."""
    path = DATA / "dictionary.toml"
    found = read_toml(path, Dictionary)
    places = [(each.table, each.column) for each in found.column]
    for table, name in places:
        if places.count((table, name)) > 1 or name in found.withheld:
            raise fault(path, f"{table}.{name}", "this column stands twice or is withheld; keep it once")
    return found
