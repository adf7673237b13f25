"""``simulator assemble``: one exercise, or several equally hard ones, out of many generated consignments."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.class_options import Ability, CalibrationFile, Spread, class_and_model
from simulator.cli.engine_options import Cluster, EngineName, Engines, Jobs, chosen_engine


def assemble(
    scenario: Annotated[str, typer.Argument(help="A scenario file, or the name of a shipped one.")],
    out: Annotated[Path, typer.Option("--out", help="The scenario to write (TOML); with --forms, one a form.")],
    constraints: Annotated[
        Path | None, typer.Option("--constraints", help="What the exercise shall be (TOML); the scenario's counts else.")
    ] = None,
    forms: Annotated[int, typer.Option("--forms", min=1, max=4, help="How many equivalent forms.")] = 1,
    packs: Annotated[int, typer.Option("--packs", min=1, max=1000, help="Packs whose consignments are the pool.")] = 40,
    calibration: CalibrationFile = None,
    ability: Ability = None,
    spread: Spread = None,
    seed: Annotated[
        str | None, typer.Option("--seed", help="Repeat the pool; under 16 characters for practice only.")
    ] = None,
    jobs: Jobs = None,
    engine: Engines = EngineName.LOCAL,
    cluster: Cluster = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the files if they exist.")] = False,
) -> None:
    """Take the consignments of many packs that meet what is wanted, and write them as a scenario to generate."""
    import secrets

    from simulator.cli.assembled import refuse_assembled
    from simulator.cli.places import check_kept
    from simulator.cli.seeds import check_seed
    from simulator.difficulty.assembling.run import Assembling, run
    from simulator.difficulty.assembling.wishes import load_wishes, own_wishes
    from simulator.difficulty.assembling.writing import assembled_toml, form_lines, form_path, largest_difference
    from simulator.difficulty.tuning.calibrated import drawn
    from simulator.difficulty.tuning.search import DRAWS
    from simulator.errors import OutputExists
    from simulator.files import write_file
    from simulator.randomness import Stream
    from simulator.scenario import load_scenario

    check_seed(seed)
    base = load_scenario(scenario)
    refuse_assembled(base, scenario)
    check_kept(out, "this file names the seeds that give the key away")
    paths = [form_path(out, number, forms) for number in range(1, forms + 1)]
    for path in paths:
        if path.exists() and not force:
            raise OutputExists(f"{path}: it exists already; use --force to replace it, or name another file")
    wishes = own_wishes(base, forms) if constraints is None else load_wishes(constraints)
    class_, model = class_and_model(calibration, ability, spread)
    draws = None if model is None else drawn(model, DRAWS, Stream("tuning", "weights"))
    root = secrets.token_hex(16) if seed is None else seed
    task = Assembling(base, class_, draws, root, packs, chosen_engine(jobs, engine, cluster))
    found, curves, size = run(task, wishes, forms)
    name = None if calibration is None else calibration.name
    for path, form in zip(paths, found, strict=True):
        lines = form_lines(form, curves, class_, name)
        write_file(path, assembled_toml(form, lines), force=force)
        typer.echo(f"assembled: {path}, out of {size} consignments of {packs} packs")
        for line in lines:
            typer.echo(line)
    if forms > 1:
        apart = largest_difference([each.chosen for each in found], curves, class_)
        typer.echo(f"expected scores of the forms differ by {apart:.2f} of 100 points at most, at any ability within 2 SD")
