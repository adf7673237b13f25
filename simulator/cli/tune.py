"""``simulator tune``: a scenario with a wanted pass rate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.class_options import Ability, CalibrationFile, Spread, class_and_model
from simulator.cli.engine_options import Cluster, EngineName, Engines, Jobs, chosen_engine


def tune(
    scenario: Annotated[str, typer.Argument(help="A scenario file, or the name of a shipped one.")],
    pass_rate: Annotated[float, typer.Option("--pass-rate", help="Share of trainees who shall pass, above 0 and below 1.")],
    out: Annotated[Path, typer.Option("--out", help="The scenario to write (TOML).")],
    calibration: CalibrationFile = None,
    ability: Ability = None,
    spread: Spread = None,
    forms: Annotated[int, typer.Option("--forms", min=2, max=10000, help="Packs looked at for the prediction.")] = 40,
    seed: Annotated[
        str | None, typer.Option("--seed", help="Repeat the packs looked at; under 16 characters for practice only.")
    ] = None,
    jobs: Jobs = None,
    engine: Engines = EngineName.LOCAL,
    cluster: Cluster = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
) -> None:
    """Find settings, and one pack's seed, at which a wanted share of trainees reaches the pass mark; predict both."""
    import secrets

    from simulator.cli.assembled import refuse_assembled
    from simulator.cli.places import check_kept
    from simulator.cli.seeds import check_seed
    from simulator.difficulty.tuning.issuing import nearest_pack
    from simulator.difficulty.tuning.search import Looking
    from simulator.difficulty.tuning.search import tune as tuned
    from simulator.difficulty.tuning.writing import prediction_lines, tuned_toml
    from simulator.errors import BadInput, OutputExists
    from simulator.files import write_file
    from simulator.scenario import load_scenario

    if not 0 < pass_rate < 1:
        raise BadInput(f"{pass_rate:g} is no share of trainees; use a number above 0 and below 1", place="--pass-rate")
    check_seed(seed)
    wanted = load_scenario(scenario)
    refuse_assembled(wanted, scenario)
    check_kept(out, "this file names the seed that gives the key away")
    if out.exists() and not force:
        raise OutputExists(f"{out}: it exists already; use --force to replace it, or name another file")
    class_, model = class_and_model(calibration, ability, spread)
    where = chosen_engine(jobs, engine, cluster)
    looking = Looking(wanted, class_, model, forms, where, secrets.token_hex(16) if seed is None else seed)
    found = tuned(looking, pass_rate)
    pack = nearest_pack(looking, found)
    name = None if calibration is None else calibration.name
    write_file(out, tuned_toml(found, class_, name, pack), force=force)
    typer.echo(f"tuned: {out}")
    for line in prediction_lines(found, class_, name, pack)[1:]:
        typer.echo(line)
    if not found.reached and not pack.near(pass_rate):
        typer.echo(f"not reached: {found.predicted.rate:.2f} is the nearest to {pass_rate:g} on the path; change the counts")
        raise typer.Exit(1)
