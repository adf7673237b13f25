"""The empty answer file of one respondent."""

from __future__ import annotations

from collections.abc import Sequence

HEADER = "trainee,consignment,decision,confidence,flags,reasons,refer_to,minutes"


def empty_answers(respondent: str, consignments: Sequence[str]) -> bytes:
    """Return ``answers.csv`` with a row a consignment and nothing answered."""
    rows = [f"{respondent},{consignment},,,,,," for consignment in consignments]
    return ("\n".join([HEADER, *rows]) + "\n").encode()
