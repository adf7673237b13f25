"""From whatever answers were sent to their grades: the way that ``grade`` and ``debrief`` share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from simulator.cli.scans import ReadingPlace, scanned_answers

if TYPE_CHECKING:
    from simulator.grading.run import Graded
    from simulator.intake.pack_reading import OpenedPack
    from simulator.intake.scans.run import Scanned


@dataclass(frozen=True, slots=True)
class Answered:
    """What was sent, graded; ``scanned`` is None where all of it came in tables."""

    graded: Graded
    scanned: Scanned | None


@contextmanager
def graded_answers(
    opened: OpenedPack, answers: Sequence[Path], place: ReadingPlace, scoring: Path | None = None, jobs: int = 1
) -> Iterator[Answered]:
    """Read tables, forms and scans, and give their grades; then keep what was read of scans at ``place``."""
    from simulator.grading.run import grade_opened
    from simulator.intake.kinds import sort_inputs

    inputs = sort_inputs(answers)
    with scanned_answers(inputs, opened, place, jobs) as scanned:
        yield Answered(grade_opened(opened, inputs.tables, scoring, scanned), scanned)


def end_with_rejected(graded: Graded, out: Path, more: bool = False) -> None:
    """Say how many rows were rejected, and end with exit code 1 when there are any, or ``more`` that needs a person."""
    if graded.rejections:
        typer.echo(f"rejected: {len(graded.rejections)}, each with its reason; see {out / 'rejected.csv'}")
    if graded.rejections or more:
        raise typer.Exit(1)
