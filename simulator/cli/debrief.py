"""``simulator debrief``: one PDF a respondent, his own papers marked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from simulator.grading.run import Graded


def debrief(
    pack: Annotated[Path, typer.Argument(help="The pack that was answered: the folder that generate made.")],
    answers: Annotated[list[Path], typer.Argument(help="Answer files (CSV), or folders that hold them.")],
    out: Annotated[Path, typer.Option("--out", help="The folder to write a folder a respondent into.")],
    jobs: Annotated[int, typer.Option("--jobs", min=1, max=256, help="Processes that work at once.")] = 1,
    force: Annotated[bool, typer.Option("--force", help="Replace the folder if this program made it.")] = False,
) -> None:
    """Debrief everybody who answered: what each shipment was, what he saw and missed, his papers with marks."""
    from contextlib import ExitStack

    from simulator.cli.grade import check_apart
    from simulator.cli.progress import progress_bar
    from simulator.files import new_folder
    from simulator.grading.run import grade_pack
    from simulator.pack.sealing import is_sealed
    from simulator.reports.debrief.run import debriefs
    from simulator.reports.debrief.solo import opened_solo, record

    check_apart(out, [pack, *answers])
    with ExitStack() as stack:
        folder = stack.enter_context(new_folder(out, force=force))
        progress = stack.enter_context(progress_bar("debriefs"))
        solo = stack.enter_context(opened_solo(pack, answers)) if is_sealed(pack) else None
        graded = grade_pack(pack, answers) if solo is None else solo.graded
        made = debriefs(graded, pack, jobs=jobs, before=None if solo is None else solo.before)
        for done, (respondent, content) in enumerate(made, start=1):
            (folder / respondent).mkdir()
            (folder / respondent / "debrief.pdf").write_bytes(content)
            progress(done, graded.summary.responded)
        (folder / "rejected.csv").write_bytes(graded.tables["rejected.csv"])
        if solo is not None:
            # Before the debrief can be read: what cannot be written down is not opened.
            record(pack, solo.openings)
    _say(graded, out)


def _say(graded: Graded, out: Path) -> None:
    summary = graded.summary
    silent = f"; {summary.left_out} sent nothing and have none" if summary.left_out else ""
    typer.echo(f"debriefed: {summary.responded} of {summary.listed} respondents in {out}{silent}")
    if graded.rejections:
        typer.echo(f"rejected: {len(graded.rejections)}, each with its reason; see {out / 'rejected.csv'}")
        raise typer.Exit(1)
