"""``simulator verify``: the key derived again from the printed papers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def verify(
    pack: Annotated[Path, typer.Argument(help="The pack: the folder that generate made.")],
    variant: Annotated[str | None, typer.Option("--variant", help="Only this variant.")] = None,
) -> None:
    """Read the papers back from print, run every check, and compare with the key."""
    from simulator.cli.progress import progress_bar
    from simulator.verify.run import verify_pack

    with progress_bar("variants") as progress:
        verified = verify_pack(pack, variant, progress)
    for difference in verified.differences:
        typer.echo(difference)
    typer.echo(
        f"verified: {verified.findings} findings in {verified.consignments} consignments, "
        f"{len(verified.differences)} differences"
    )
    if verified.differences:
        raise typer.Exit(1)
