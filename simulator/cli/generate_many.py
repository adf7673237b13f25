"""``simulator generate-many``: keys and simulated answers of many packs, in shards, on any engine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from simulator.cli.engine_options import Cluster, EngineName, Engines, Jobs, chosen_engine


def generate_many(
    scenario: Annotated[str, typer.Argument(help="A scenario file, or the name of a shipped one.")],
    out: Annotated[Path, typer.Option("--out", help="The folder of the run; one that was stopped is taken up again.")],
    packs: Annotated[int, typer.Option("--packs", min=1, max=10_000_000, help="How many packs.")],
    seed: Annotated[str | None, typer.Option("--seed", help="Repeat a run.")] = None,
    shard_size: Annotated[int, typer.Option("--shard-size", min=1, max=100_000, help="Packs in each shard.")] = 50,
    trainees: Annotated[int | None, typer.Option("--trainees", min=1, max=10000, help="How many in each class.")] = None,
    variants: Annotated[str | None, typer.Option("--variants", help="trainee, group, or how many.")] = None,
    language: Annotated[Literal["en", "es"] | None, typer.Option("--language", help="Language of the packs.")] = None,
    paper: Annotated[Literal["letter", "a4"] | None, typer.Option("--paper", help="Paper to print on.")] = None,
    papers: Annotated[bool, typer.Option("--papers", help="Write the packs too, as generate does, to print.")] = False,
    ability: Annotated[float, typer.Option("--ability", help="Mean ability of the classes in logits.")] = 0.5,
    spread: Annotated[float, typer.Option("--spread", help="Standard deviation of abilities in logits.")] = 1.0,
    jobs: Jobs = None,
    engine: Engines = EngineName.LOCAL,
    cluster: Cluster = None,
) -> None:
    """Generate many packs of a scenario with simulated classes; stop it and run it again, and it goes on."""
    import secrets

    from simulator.cli.generate import adapted
    from simulator.cli.places import check_kept
    from simulator.cli.progress import progress_bar
    from simulator.cli.runs import tell_run
    from simulator.cli.seeds import check_seed
    from simulator.difficulty.simulate import ClassAbility, check_class
    from simulator.research.long_run import Settings, begin, record, run_shards, seed_of
    from simulator.research.many_packs import ManyPacks, refuse
    from simulator.research.shards import shards_of
    from simulator.scenario import load_scenario

    check_seed(seed)
    check_kept(out, "keys lie beside the answers")
    class_ = ClassAbility(ability, spread)
    check_class(class_)
    wanted = adapted(load_scenario(scenario), trainees, language, variants, paper)
    where = chosen_engine(jobs, engine, cluster)
    used = seed or seed_of(out) or secrets.token_hex(16)
    refuse(wanted, used, scenario)
    settings: Settings = {"scenario": wanted.name, "papers": papers, "ability": ability, "spread": spread}
    begin(out, record("packs", used, packs, shard_size, settings, wanted.whole()))
    with progress_bar("shards") as progress:
        ended = run_shards(out, ManyPacks(wanted, used, class_, papers), shards_of(packs, shard_size), where, progress)
    failed = [each for line in ended.lines for each in line.holds if "failed" in each]
    tell_run("generated", ("packs", "trainees", "responses"), ended, out)
    for each in failed:
        typer.echo(f"not made: pack {each['number']}, seed {each['seed']}: {each['failed']}", err=True)
    if failed or ended.not_made:
        raise typer.Exit(1)
