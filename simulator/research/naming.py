"""What a data set is called, under which licence it is, how it is cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from simulator import __version__
from simulator.errors import BadInput

NAME = "document-inspection-answers"
DESCRIPTION = "Answers of classes to document-inspection exercises: decisions, flagged boxes, consignments and respondents."
UNSTATED = "not stated; ask whoever gave you the data"
CITE = (
    "Cite whoever gathered the answers, the packs by their public ids, and the program: document-inspection-simulator "
    f"{__version__}."
)


@dataclass(frozen=True, slots=True)
class Naming:
    """Licence, citation and day of publication (ISO 8601, "" where none was given); the program reads no clock."""

    licence: str = UNSTATED
    cite: str = CITE
    published: str = ""

    def __post_init__(self) -> None:
        if self.published and not _is_day(self.published):
            raise BadInput(f"--published {self.published}: this is no day; write it as 2026-03-31")


def _is_day(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
