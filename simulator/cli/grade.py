"""``simulator grade``: answers to results, responses, rejected rows and the class report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def grade(
    pack: Annotated[Path, typer.Argument(help="The pack that was answered: the folder that generate made.")],
    answers: Annotated[list[Path], typer.Argument(help="Answer files (CSV), or folders that hold them.")],
    out: Annotated[Path, typer.Option("--out", help="The folder to write results and report into.")],
    force: Annotated[bool, typer.Option("--force", help="Replace the folder if this program made it.")] = False,
) -> None:
    """Grade answers: results.csv, responses.csv, rejected.csv and report.pdf."""
    from simulator.files import new_folder
    from simulator.grading.run import grade_pack
    from simulator.reports.class_report import class_report_pdf

    check_apart(out, [pack, *answers])
    with new_folder(out, force=force) as folder:
        graded = grade_pack(pack, answers)
        for name, content in graded.tables.items():
            (folder / name).write_bytes(content)
        report = class_report_pdf(graded.summary, graded.opened, len(graded.rejections))
        (folder / "report.pdf").write_bytes(report)
    summary = graded.summary
    typer.echo(f"graded: {summary.responded} of {summary.listed} respondents answered; see {out / 'report.pdf'}")
    if graded.rejections:
        typer.echo(f"rejected: {len(graded.rejections)}, each with its reason; see {out / 'rejected.csv'}")
        raise typer.Exit(1)


def check_apart(out: Path, inputs: list[Path]) -> None:
    """Refuse to replace a folder in which the pack or the answers lie."""
    from simulator.errors import OutputExists

    for each in inputs:
        if each.resolve().is_relative_to(out.resolve()):
            raise OutputExists(f"{out}: {each} lies in this folder and would be replaced with it; name another place")
