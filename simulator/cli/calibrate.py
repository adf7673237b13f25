"""``simulator calibrate``: what graded classes say of how hard consignments are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from simulator.formats.calibration import Calibration


def calibrate(
    responses: Annotated[list[Path], typer.Argument(help="Files responses.csv, or folders of grades.")],
    out: Annotated[Path, typer.Option("--out", help="The file to write (JSON).")],
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
) -> None:
    """Estimate difficulty and detection from the answers of any number of classes and scenarios."""
    from simulator.difficulty.calibrating.reading import read_responses
    from simulator.difficulty.calibrating.run import calibrate as calibrated
    from simulator.files import write_file
    from simulator.formats.writing import json_bytes

    found = calibrated(read_responses(responses))
    write_file(out, json_bytes(found), force=force)
    typer.echo(
        f"calibrated: {found.answers} answers of {found.respondents} respondents to {len(found.packs)} packs; see {out}"
    )
    _tell(found)
    if found.not_estimated:
        for each in found.not_estimated:
            typer.echo(f"not estimated: {each.part}: {each.why}")
        raise typer.Exit(1)


def _tell(found: Calibration) -> None:
    if (hard := found.difficulty) is not None:
        item = "none shared" if hard.item_sd is None else f"{hard.item_sd:.2f}"
        typer.echo(f"difficulty: {len(hard.slots)} slots; errors in logits: slot {hard.slot_sd:.2f}, item {item}")
        for place, (name, weight) in enumerate(zip(hard.features, hard.weights, strict=True)):
            typer.echo(f"  {name:<18}{weight:+.2f} ± {hard.covariance[place][place] ** 0.5:.2f}")
        for each in hard.dropped:
            typer.echo(f"  {each.feature:<18}left out: {each.why}")
    if (acts := found.detection) is not None:
        criterion, d_prime = (acts.covariance[place][place] ** 0.5 for place in (0, 1))
        told = f"d' {acts.d_prime:.2f} ± {d_prime:.2f}, criterion {acts.criterion:+.2f} ± {criterion:.2f}"
        typer.echo(f"detection: {told}; between trainees {acts.trainee_sd[1]:.2f} and {acts.trainee_sd[0]:.2f}")
