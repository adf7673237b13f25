"""``simulator simulate-responses``: answers of very many trainees to calibrated consignments, in shards, on any engine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.engine_options import Cluster, EngineName, Engines, Jobs, chosen_engine


def simulate_responses(
    calibration: Annotated[Path, typer.Argument(help="How hard consignments are, as simulator calibrate wrote it.")],
    out: Annotated[Path, typer.Option("--out", help="The folder of the run; one that was stopped is taken up again.")],
    trainees: Annotated[int, typer.Option("--trainees", min=1, max=10**9, help="How many answer.")],
    seed: Annotated[str | None, typer.Option("--seed", help="Repeat a run.")] = None,
    shard_size: Annotated[int, typer.Option("--shard-size", min=1, max=10**7, help="Trainees in each shard.")] = 25_000,
    jobs: Jobs = None,
    engine: Engines = EngineName.LOCAL,
    cluster: Cluster = None,
) -> None:
    """Draw who is right on which consignment, by the calibration's model; stop it and run it again, and it goes on."""
    import secrets

    from simulator.cli.progress import progress_bar
    from simulator.cli.runs import tell_run
    from simulator.cli.seeds import check_seed
    from simulator.difficulty.tuning.calibration_file import read_difficulty
    from simulator.errors import BadInput
    from simulator.files import write_file
    from simulator.research.long_run import begin, record, run_shards, seed_of
    from simulator.research.many_responses import ITEMS, ManyResponses, items_csv
    from simulator.research.shards import shards_of

    check_seed(seed)
    model = read_difficulty(calibration)
    if not model.slots:
        raise BadInput("it has no slots; calibrate more answers", source=calibration, place="difficulty.slots")
    where = chosen_engine(jobs, engine, cluster)
    used = seed or seed_of(out) or secrets.token_hex(16)
    writer = ManyResponses(tuple(-each.difficulty for each in model.slots), model.spread, used)
    begin(out, record("responses", used, trainees, shard_size, {"items": len(model.slots)}, model))
    write_file(out / ITEMS, items_csv(model))
    with progress_bar("shards") as progress:
        ended = run_shards(out, writer, shards_of(trainees, shard_size), where, progress)
    tell_run("simulated", ("trainees", "responses"), ended, out)
    if ended.not_made:
        raise typer.Exit(1)
