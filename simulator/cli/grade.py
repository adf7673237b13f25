"""``simulator grade``: answers to results, responses, rejected rows and the class report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from simulator.grading.run import Graded


def grade(
    pack: Annotated[Path, typer.Argument(help="The pack that was answered: the folder that generate made.")],
    answers: Annotated[list[Path], typer.Argument(help="Answer files (CSV), or folders that hold them.")],
    out: Annotated[Path, typer.Option("--out", help="The folder to write results and report into.")],
    scoring: Annotated[Path | None, typer.Option("--scoring", help="Scoring (TOML) other than the pack's.")] = None,
    named: Annotated[bool, typer.Option("--named", help="Print names in the report: not for the screen.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the folder if this program made it.")] = False,
) -> None:
    """Grade answers: results.csv, responses.csv, rejected.csv, grades.xlsx and report.pdf."""
    from simulator.files import new_folder
    from simulator.grading.run import grade_pack
    from simulator.reports.grades_folder import grades_files

    check_apart(out, [pack, *answers, *([scoring] if scoring else [])])
    with new_folder(out, force=force) as folder:
        graded = grade_pack(pack, answers, scoring)
        for name, content in grades_files(graded, named=named).items():
            (folder / name).write_bytes(content)
    summary = graded.summary
    typer.echo(f"graded: {summary.responded} of {summary.listed} respondents answered; see {out / 'report.pdf'}")
    tell_how(graded)
    end_with_rejected(graded, out)


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


def end_with_rejected(graded: Graded, out: Path) -> None:
    """Say how many rows were rejected, and end with exit code 1 when there are any."""
    if graded.rejections:
        typer.echo(f"rejected: {len(graded.rejections)}, each with its reason; see {out / 'rejected.csv'}")
        raise typer.Exit(1)
