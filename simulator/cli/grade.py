"""``simulator grade``: answers to results, responses, rejected rows and the class report; scans are read first."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer


def grade(
    pack: Annotated[Path, typer.Argument(help="The pack that was answered: the folder that generate made.")],
    answers: Annotated[
        list[Path],
        typer.Argument(help="Answers: CSV, scans (PDF, PNG, JPEG, TIFF), a completed review.csv, or folders of them."),
    ],
    out: Annotated[Path, typer.Option("--out", help="The folder to write results and report into.")],
    jobs: Annotated[int, typer.Option("--jobs", min=1, max=256, help="Processes that read scans at once.")] = 1,
    force: Annotated[bool, typer.Option("--force", help="Replace the folder if this program made it.")] = False,
) -> None:
    """Grade answers: results.csv, responses.csv, rejected.csv and report.pdf; of scans also pages.csv and review.csv."""
    from simulator.cli.scans import journal_place, scanned_answers, told
    from simulator.files import new_folder
    from simulator.grading.run import grade_opened
    from simulator.intake.kinds import sort_inputs
    from simulator.intake.pack_reading import open_pack
    from simulator.reports.class_report import class_report_pdf

    _check_apart(out, [pack, *answers])
    with new_folder(out, force=force) as folder:
        opened = open_pack(pack)
        inputs = sort_inputs(answers)
        with scanned_answers(inputs, opened, out, folder, jobs) as scanned:
            graded = grade_opened(opened, inputs.tables, scanned)
            for name, content in graded.tables.items():
                (folder / name).write_bytes(content)
            report = class_report_pdf(graded.summary, graded.opened, len(graded.rejections))
            (folder / "report.pdf").write_bytes(report)
    if scanned is not None:
        shutil.rmtree(journal_place(out), ignore_errors=True)
    summary = graded.summary
    typer.echo(f"graded: {summary.responded} of {summary.listed} respondents answered; see {out / 'report.pdf'}")
    for line in told(scanned, out) if scanned else ():
        typer.echo(line)
    if graded.rejections:
        typer.echo(f"rejected: {len(graded.rejections)}, each with its reason; see {out / 'rejected.csv'}")
    if graded.rejections or (scanned and (scanned.waiting or scanned.troubled)):
        raise typer.Exit(1)


def _check_apart(out: Path, inputs: list[Path]) -> None:
    """Refuse to replace a folder in which the pack or the answers lie."""
    from simulator.errors import OutputExists

    for each in inputs:
        if each.resolve().is_relative_to(out.resolve()):
            raise OutputExists(f"{out}: {each} lies in this folder and would be replaced with it; name another place")
