"""``simulator simulate-class``: an answer file of a class that does not exist."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def simulate_class(
    pack: Annotated[Path, typer.Argument(help="The pack to answer: the folder that generate made.")],
    out: Annotated[Path, typer.Option("--out", help="The answer file to write (CSV).")],
    ability: Annotated[float, typer.Option("--ability", help="Mean ability in logits; the spread is 1.")] = 0.5,
    seed: Annotated[str | None, typer.Option("--seed", help="Another seed gives another class.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
) -> None:
    """Answer a pack as a simulated class would."""
    from simulator.cli.seeds import check_seed
    from simulator.difficulty.simulate import simulate_class as simulated
    from simulator.files import write_file
    from simulator.intake.pack_reading import open_pack

    check_seed(seed)
    opened = open_pack(pack)
    write_file(out, simulated(opened, ability, seed), force=force)
    typer.echo(f"simulated: {len(opened.pack.trainees)} respondents; see {out}")
