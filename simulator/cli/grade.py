"""``simulator grade``: answers to results, responses, rejected rows and the class report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.telling import check_apart, end_with_rejected, tell_how


def grade(
    pack: Annotated[Path, typer.Argument(help="The pack that was answered: the folder that generate made.")],
    answers: Annotated[list[Path], typer.Argument(help="Answer files (CSV), or folders that hold them.")],
    out: Annotated[Path, typer.Option("--out", help="The folder to write results and report into.")],
    scoring: Annotated[Path | None, typer.Option("--scoring", help="Scoring (TOML) other than the pack's.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the folder if this program made it.")] = False,
) -> None:
    """Grade answers: results.csv, responses.csv, rejected.csv, grades.xlsx and report.pdf."""
    from simulator.files import new_folder
    from simulator.grading.run import grade_pack
    from simulator.reports.grades_folder import grades_files

    check_apart(out, [pack, *answers, *([scoring] if scoring else [])])
    with new_folder(out, force=force) as folder:
        graded = grade_pack(pack, answers, scoring)
        for name, content in grades_files(graded).items():
            (folder / name).write_bytes(content)
    summary = graded.summary
    typer.echo(f"graded: {summary.responded} of {summary.listed} respondents answered; see {out / 'report.pdf'}")
    tell_how(graded)
    end_with_rejected(graded, out)
