"""``simulator audit``: can signals be told by anything but the evidence?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.engine_options import Cluster, EngineName, Engines, Jobs, chosen_engine


def audit(
    scenario: Annotated[str, typer.Argument(help="A scenario file, or the name of a shipped one.")],
    out: Annotated[Path, typer.Option("--out", help="The folder to write audit.json and audit.md into.")],
    variants: Annotated[int, typer.Option("--variants", min=2, max=10000, help="Variants to make and compare.")] = 40,
    seed: Annotated[str | None, typer.Option("--seed", help="Text that decides all draws.")] = None,
    jobs: Jobs = None,
    engine: Engines = EngineName.LOCAL,
    cluster: Cluster = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the folder if this program made it.")] = False,
) -> None:
    """Compare planted dossiers with their clean twins and signals with lawful consignments; exit code 1 when one leaks."""
    from simulator.cli.assembled import refuse_assembled
    from simulator.cli.progress import progress_bar
    from simulator.cli.seeds import check_seed
    from simulator.difficulty.audit.report import markdown, record, sentence
    from simulator.difficulty.audit.run import SEED, refuse
    from simulator.difficulty.audit.run import audit as audited
    from simulator.files import new_folder
    from simulator.formats.writing import json_bytes
    from simulator.scenario import load_scenario

    check_seed(seed)
    wanted, text = load_scenario(scenario), SEED if seed is None else seed
    refuse_assembled(wanted, scenario)
    refuse(wanted, variants)
    where = chosen_engine(jobs, engine, cluster)
    with new_folder(out, force=force) as folder:
        with progress_bar("variants") as progress:
            found = audited(wanted, variants, text, where, progress)
        (folder / "audit.json").write_bytes(json_bytes(record(wanted.name, text, variants, found)))
        (folder / "audit.md").write_text(markdown(wanted.name, text, variants, found), encoding="utf-8")
    for each in found:
        typer.echo(sentence(each))
    if any(each.leaks for each in found):
        raise typer.Exit(1)
