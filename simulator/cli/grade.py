"""``simulator grade``: answers to results, responses, rejected rows and the class report; scans are read first."""

from __future__ import annotations

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
    from simulator.cli.answered import end_with_rejected, graded_answers
    from simulator.cli.places import check_apart, check_kept
    from simulator.cli.scans import ReadingPlace, needs_person, told
    from simulator.files import new_folder
    from simulator.grading.measure_intervals import measures_csv
    from simulator.intake.pack_reading import open_pack
    from simulator.reports.grades_folder import grades_files

    check_apart(out, [pack, *answers, *([scoring] if scoring else [])])
    check_kept(out, "grades tell of the key")
    with new_folder(out, force=force) as folder:
        place = ReadingPlace(out, folder)
        with graded_answers(open_pack(pack), answers, place, scoring, jobs) as answered:
            graded = answered.graded
            for name, content in grades_files(graded, named=named).items():
                (folder / name).write_bytes(content)
            if intervals:
                (folder / "measures.csv").write_bytes(measures_csv(graded.grades, graded.opened.pack.pack))
    scanned = answered.scanned
    if scanned is not None:
        place.forget()
    summary = graded.summary
    typer.echo(f"graded: {summary.responded} of {summary.listed} respondents answered; see {out / 'report.pdf'}")
    for line in told(scanned, place.seen) if scanned else ():
        typer.echo(line)
    tell_how(graded)
    end_with_rejected(graded, out, more=needs_person(scanned))


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
