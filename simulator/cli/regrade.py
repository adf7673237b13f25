"""``simulator regrade``: the same answers by another scoring or a corrected key, and whose grade that changes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.answered import end_with_rejected
from simulator.cli.grade import tell_how
from simulator.cli.places import check_apart, check_kept


def regrade(
    pack: Annotated[Path, typer.Argument(help="The pack that was answered: the folder that generate made.")],
    grades: Annotated[Path, typer.Argument(help="The folder of grades whose answers are graded again.")],
    out: Annotated[Path, typer.Option("--out", help="The folder to write the new grades and changes.csv into.")],
    scoring: Annotated[
        Path | None, typer.Option("--scoring", help="Scoring (TOML); without it that of the earlier grading holds.")
    ] = None,
    named: Annotated[bool, typer.Option("--named", help="Print names in the report: not for the screen.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the folder if this program made it.")] = False,
) -> None:
    """Grade kept answers again by the corrections now in the pack; list what changes, for whom, and why."""
    from simulator.files import new_folder
    from simulator.grading.regrade import regrade_folder
    from simulator.reports.changes import changed_lines, changes_csv
    from simulator.reports.grades_folder import grades_files

    check_apart(out, [pack, grades, *([scoring] if scoring else [])])
    check_kept(out, "grades tell of the key")
    with new_folder(out, force=force) as folder:
        regraded = regrade_folder(pack, grades, scoring)
        files = {**grades_files(regraded.after, named=named), "changes.csv": changes_csv(regraded)}
        for name, content in files.items():
            (folder / name).write_bytes(content)
    summary, lines = regraded.after.summary, changed_lines(regraded)
    told = f"{len(lines)} changed; see {out / 'changes.csv'}" if lines else "nobody's grade changes"
    typer.echo(f"regraded: {summary.responded} of {summary.listed} respondents answered; {told}")
    tell_how(regraded.after)
    for line in lines:
        typer.echo(line)
    end_with_rejected(regraded.after, out)
