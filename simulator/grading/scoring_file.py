"""``--scoring FILE``: credit, evidence weight and pass mark other than the pack's."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from simulator.errors import BadInput
from simulator.formats.reading import read_toml
from simulator.formats.vocabulary import Verdict
from simulator.scenario import Scoring, Share


class ScoringFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a file of scoring may say; what it leaves out is as in the pack's scenario."""

    format: int
    pass_mark: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None
    evidence_weight: Share | None = None
    credit: dict[Verdict, dict[Verdict, Share]] = {}


def read_scoring(path: Path, base: Scoring) -> Scoring:
    """Return ``base`` with what a file changes of it.

    Raise ``BadInput`` when the file cannot be read, says something else, or gives a wrong decision more credit than
    the right one: a slip of row and column, with which the best answer would not be the verdict.
    """
    said = read_toml(path, ScoringFile)
    credit = {verdict: {**row, **said.credit.get(verdict, {})} for verdict, row in base.credit.items()}
    for verdict in said.credit:
        _check_row(verdict, credit[verdict], path)
    return Scoring(
        pass_mark=base.pass_mark if said.pass_mark is None else said.pass_mark,
        evidence_weight=base.evidence_weight if said.evidence_weight is None else said.evidence_weight,
        credit=credit,
    )


def _check_row(verdict: Verdict, row: dict[Verdict, float], path: Path) -> None:
    best = max(row, key=lambda decision: row[decision])
    if row[best] > row[verdict]:
        raise BadInput(
            f"{best} earns {row[best]:g} where {verdict} is right and earns {row[verdict]:g}; "
            "give the right decision at least as much (rows are verdicts, columns decisions)",
            source=path,
            place=f"credit.{verdict}",
        )
