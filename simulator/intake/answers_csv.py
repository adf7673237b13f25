"""``answers.csv``: one row a trainee and consignment."""

from __future__ import annotations

from pathlib import Path

from simulator.intake.csv_table import TableRow, read_table
from simulator.intake.interpret import Written

REQUIRED = ("trainee", "consignment", "decision", "confidence", "flags")
OPTIONAL = ("reasons", "refer_to", "minutes")


def read_answers_csv(path: Path) -> tuple[tuple[int, Written | str], ...]:
    """Return each row's line with what was written there, or with a sentence why the row cannot be read.

    Raise ``BadInput`` when the file as a whole cannot be read.
    """
    return tuple((row.line, _written(row)) for row in read_table(path, REQUIRED, OPTIONAL))


def _written(row: TableRow) -> Written | str:
    if row.surplus:
        return "the row has more cells than the header; put quotes around text that holds the separator"
    return Written(**row.cells)
