"""What ``grade`` and ``regrade`` check and say alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from simulator.grading.run import Graded


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
