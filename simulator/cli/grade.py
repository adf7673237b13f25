"""``simulator grade``: answers to results, responses, rejected rows and the class report; scans are read first."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from simulator.grading.run import Graded


def grade(
    pack: Annotated[Path, typer.Argument(help="The pack that was answered: the folder that generate made.")],
    answers: Annotated[
        list[Path],
        typer.Argument(help="Answers: CSV, scans (PDF, PNG, JPEG, TIFF), a completed review.csv, or folders of them."),
    ],
    out: Annotated[Path, typer.Option("--out", help="The folder to write results and report into.")],
    scoring: Annotated[Path | None, typer.Option("--scoring", help="Scoring (TOML) other than the pack's.")] = None,
    named: Annotated[bool, typer.Option("--named", help="Print names in the report: not for the screen.")] = False,
    intervals: Annotated[
        bool, typer.Option("--intervals", help="Write measures.csv: each trainee's measures with 95 % intervals.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=1, max=256, help="Processes that read scans at once.")] = 1,
    force: Annotated[bool, typer.Option("--force", help="Replace the folder if this program made it.")] = False,
) -> None:
    """Grade answers: results, responses, rejected rows, grades.xlsx, report.pdf; of scans also pages.csv and review.csv."""
    from simulator.cli.scans import journal_place, scanned_answers, told
    from simulator.files import new_folder
    from simulator.grading.measure_intervals import measures_csv
    from simulator.grading.run import grade_opened
    from simulator.intake.kinds import sort_inputs
    from simulator.intake.pack_reading import open_pack
    from simulator.reports.grades_folder import grades_files

    check_apart(out, [pack, *answers, *([scoring] if scoring else [])])
    with new_folder(out, force=force) as folder:
        opened = open_pack(pack)
        inputs = sort_inputs(answers)
        with scanned_answers(inputs, opened, out, folder, jobs) as scanned:
            graded = grade_opened(opened, inputs.tables, scoring, scanned)
            for name, content in grades_files(graded, named=named).items():
                (folder / name).write_bytes(content)
            if intervals:
                (folder / "measures.csv").write_bytes(measures_csv(graded.grades, graded.opened.pack.pack))
    if scanned is not None:
        shutil.rmtree(journal_place(out), ignore_errors=True)
    summary = graded.summary
    typer.echo(f"graded: {summary.responded} of {summary.listed} respondents answered; see {out / 'report.pdf'}")
    for line in told(scanned, out) if scanned else ():
        typer.echo(line)
    tell_how(graded)
    end_with_rejected(graded, out, more=bool(scanned and (scanned.waiting or scanned.troubled)))


def check_apart(out: Path, inputs: list[Path]) -> None:
    """Refuse to replace a folder in which the pack or the answers lie."""
    from simulator.errors import OutputExists

    for each in inputs:
        if each.resolve().is_relative_to(out.resolve()):
            raise OutputExists(f"{out}: {each} lies in this folder and would be replaced with it; name another place")


def tell_how(graded: Graded) -> None:
    """Say by what was graded where it is not the sealed key or not the pack's scoring."""
    summary = graded.summary
    if summary.corrections:
        from simulator.grading.corrections import corrections_folder

        names = ", ".join(each.name for each in graded.kept.corrections)
        typer.echo(f"corrected: the key by {names}; see {corrections_folder(graded.opened.folder)}")
    if summary.own_scoring is not None:
        scoring = summary.own_scoring
        typer.echo(f"scoring: not the pack's; pass mark {scoring.pass_mark:g}, evidence weight {scoring.evidence_weight:g}")


def end_with_rejected(graded: Graded, out: Path, more: bool = False) -> None:
    """Say how many rows were rejected, and end with exit code 1 when there are any, or ``more`` that needs a person."""
    if graded.rejections:
        typer.echo(f"rejected: {len(graded.rejections)}, each with its reason; see {out / 'rejected.csv'}")
    if graded.rejections or more:
        raise typer.Exit(1)
