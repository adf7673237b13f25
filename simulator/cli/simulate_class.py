"""``simulator simulate-class``: an answer file of a class that does not exist."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.engine_options import Cluster, EngineName, Engines, Jobs, chosen_engine


def simulate_class(
    pack: Annotated[Path, typer.Argument(help="The pack to answer: the folder that generate made.")],
    out: Annotated[Path, typer.Option("--out", help="The answer file to write (CSV).")],
    ability: Annotated[float, typer.Option("--ability", help="Mean ability in logits.")] = 0.5,
    spread: Annotated[float, typer.Option("--spread", help="Standard deviation of abilities in logits.")] = 1.0,
    leaning: Annotated[float, typer.Option("--leaning", help="Logits towards opening shipments.")] = 0.0,
    follows_prevalence: Annotated[
        float, typer.Option("--follows-prevalence", help="How much the leaning follows the share of signals, 0 to 1.")
    ] = 0.0,
    skill: Annotated[list[str] | None, typer.Option("--skill", help="FAMILY=LOGITS above the ability; repeatable.")] = None,
    seed: Annotated[str | None, typer.Option("--seed", help="Another seed gives another class.")] = None,
    jobs: Jobs = None,
    engine: Engines = EngineName.LOCAL,
    cluster: Cluster = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
) -> None:
    """Answer a pack as a simulated class would."""
    from simulator.cli.seeds import check_seed
    from simulator.difficulty.simulate import ClassAbility, skills
    from simulator.difficulty.simulate import simulate_class as simulated
    from simulator.files import write_file
    from simulator.intake.pack_reading import open_pack

    check_seed(seed)
    class_ = ClassAbility(ability, spread, leaning, follows_prevalence, skills(skill or []))
    opened = open_pack(pack)
    write_file(out, simulated(opened, class_, seed, chosen_engine(jobs, engine, cluster)), force=force)
    typer.echo(f"simulated: {len(opened.pack.trainees)} respondents; see {out}")
