"""``simulator gradebook``: scores as Moodle imports them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def gradebook(
    grades: Annotated[Path, typer.Argument(help="The folder that grade or regrade wrote.")],
    out: Annotated[Path, typer.Option("--out", help="The CSV file to write.")],
    roster: Annotated[
        Path | None, typer.Option("--roster", help="The roster (CSV); username, idnumber and email are taken from it.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file.")] = False,
) -> None:
    """Write the scores of results.csv for Moodle's gradebook: username, idnumber, email, score."""
    from simulator.files import write_file
    from simulator.reports.gradebook import gradebook as made
    from simulator.reports.gradebook import told

    book = made(grades, roster)
    write_file(out, book.content, force=force)
    typer.echo(f"gradebook: {book.rows} trainees in {out}; import it by idnumber, or by another column that is filled")
    if book.not_graded:
        typer.echo(f"left out: no grade for {told(book.not_graded)} of the roster")
    if book.not_on_roster:
        typer.echo(f"left out: {told(book.not_on_roster)} of the grades is not on the roster")
    if book.not_graded or book.not_on_roster:
        raise typer.Exit(1)
