"""``simulator debrief``: one PDF a respondent, his own papers marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from simulator.cli.answered import Answered
    from simulator.cli.scans import ReadingPlace
    from simulator.grading.run import Graded

READ = "_read"
"""What was read of scans and forms, in the folder of debriefs: no respondent's id begins so."""


def debrief(
    pack: Annotated[Path, typer.Argument(help="The pack that was answered: the folder that generate made.")],
    answers: Annotated[
        list[Path],
        typer.Argument(help="Answers as for grade (CSV, forms, scans, review.csv, folders); or a folder that grade wrote."),
    ],
    out: Annotated[Path, typer.Option("--out", help="The folder to write a folder a respondent into.")],
    jobs: Annotated[int, typer.Option("--jobs", min=1, max=256, help="Processes that work at once.")] = 1,
    force: Annotated[bool, typer.Option("--force", help="Replace the folder if this program made it.")] = False,
) -> None:
    """Debrief everybody who answered: what each shipment was, what he saw and missed, his papers with marks."""
    from simulator.cli.places import check_apart, check_kept
    from simulator.cli.scans import ReadingPlace
    from simulator.files import new_folder

    check_apart(out, [pack, *answers])
    check_kept(out, "debriefs hold the key")
    with new_folder(out, force=force) as folder:
        place = ReadingPlace(out, folder, READ)
        with _opened(pack) as opened, _answered(opened, answers, place, jobs) as answered:
            _write(answered.graded, pack, folder, answers[0], jobs)
    if answered.scanned is not None:
        place.forget()
    _say(answered, place)


@contextmanager
def _opened(pack: Path) -> Iterator[Path]:
    """Give the folder to open: the pack, or what a sealed one holds for as long as this lasts."""
    from simulator.pack.sealing import is_sealed
    from simulator.reports.debrief.solo import unsealed

    if not is_sealed(pack):
        yield pack
        return
    with unsealed(pack) as folder:
        yield folder


@contextmanager
def _answered(pack: Path, answers: Sequence[Path], place: ReadingPlace, jobs: int) -> Iterator[Answered]:
    """Give the graded answers: those of a folder of grades as they stand there, others as ``grade`` reads them."""
    from simulator.cli.answered import Answered, graded_answers
    from simulator.grading.kept import is_grades
    from simulator.grading.regrade import graded_as_kept
    from simulator.intake.pack_reading import open_pack

    opened = open_pack(pack)
    if len(answers) == 1 and is_grades(answers[0]):
        yield Answered(graded_as_kept(opened, answers[0]), None)
        return
    with graded_answers(opened, answers, place, jobs=jobs) as answered:
        yield answered


def _write(graded: Graded, pack: Path, folder: Path, source: Path, jobs: int) -> None:
    from simulator.cli.progress import progress_bar
    from simulator.pack.sealing import is_sealed
    from simulator.reports.debrief.run import debriefs
    from simulator.reports.debrief.solo import opening, record

    first = opening(pack, graded, source) if is_sealed(pack) else None
    made = debriefs(graded, pack, jobs=jobs, before=None if first is None else first.before)
    with progress_bar("debriefs") as progress:
        for done, (respondent, content) in enumerate(made, start=1):
            (folder / respondent).mkdir()
            (folder / respondent / "debrief.pdf").write_bytes(content)
            progress(done, graded.summary.responded)
    (folder / "rejected.csv").write_bytes(graded.tables["rejected.csv"])
    if first is not None:
        # Before the debrief can be read: what cannot be written down is not opened.
        record(pack, first.openings)


def _say(answered: Answered, place: ReadingPlace) -> None:
    from simulator.cli.answered import end_with_rejected
    from simulator.cli.scans import told

    graded, scanned = answered.graded, answered.scanned
    summary, waiting = graded.summary, graded.kept.waiting
    silent = f"; {summary.left_out} sent nothing and have none" if summary.left_out else ""
    typer.echo(f"debriefed: {summary.responded} of {summary.listed} respondents in {place.out}{silent}")
    for line in told(scanned, place.seen) if scanned else ():
        typer.echo(line)
    if waiting and not scanned:
        typer.echo(f"left for a person when this was graded: {waiting}; complete its review.csv and grade again")
    end_with_rejected(graded, place.out, more=bool(waiting))
