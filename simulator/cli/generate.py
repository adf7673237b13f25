"""``simulator generate``: a class pack from a scenario."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from simulator.cli.engine_options import Cluster, EngineName, Engines, Jobs, chosen_engine

if TYPE_CHECKING:
    from simulator.formats.key import KeyVariant
    from simulator.scenario import Scenario, Scoring


def generate(
    scenario: Annotated[str, typer.Argument(help="A scenario file, or the name of a shipped one.")],
    out: Annotated[Path, typer.Option("--out", help="The folder to write the pack into.")],
    roster: Annotated[Path | None, typer.Option("--roster", help="Who sits in the class (CSV: id,name[,group]).")] = None,
    trainees: Annotated[int | None, typer.Option("--trainees", min=1, max=10000, help="How many, without a roster.")] = None,
    seed: Annotated[str | None, typer.Option("--seed", help="Repeat a pack; under 16 characters marks it practice.")] = None,
    language: Annotated[Literal["en", "es"] | None, typer.Option("--language", help="Language of the pack.")] = None,
    brands: Annotated[Path | None, typer.Option("--brands", help="Marks of your own (TOML file).")] = None,
    variants: Annotated[str | None, typer.Option("--variants", help="trainee, group, or how many.")] = None,
    paper: Annotated[Literal["letter", "a4"] | None, typer.Option("--paper", help="Paper to print on.")] = None,
    jobs: Jobs = None,
    engine: Engines = EngineName.LOCAL,
    cluster: Cluster = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the folder if this program made it.")] = False,
    solo: Annotated[bool, typer.Option("--solo", help="For one who practises alone: the key sealed in one file.")] = False,
) -> None:
    """Generate a class pack: papers and sheets to hand out, key and truth to keep."""
    import secrets

    import msgspec

    from simulator.cli.progress import progress_bar
    from simulator.cli.seeds import check_seed
    from simulator.errors import BadInput, Unsatisfiable
    from simulator.files import new_folder
    from simulator.intake.roster import read_roster
    from simulator.pack.generate import generate_pack
    from simulator.pack.own_brands import load_brands
    from simulator.scenario import load_scenario

    if roster is not None and trainees is not None:
        raise BadInput("--roster says who sits in the class, so --trainees cannot; leave one of them out")
    if solo and (roster is not None or trainees is not None or variants is not None):
        raise BadInput("--solo makes a pack for one; leave out --roster, --trainees and --variants")
    check_seed(seed)
    wanted = adapted(load_scenario(scenario), 1 if solo else trainees, language, variants, paper)
    if brands is not None:
        wanted = msgspec.structs.replace(wanted, brands=load_brands(brands))
    check_printable(wanted.title.text(wanted.language), scenario, "title")
    people = None if roster is None else read_roster(roster)
    for person in people or ():
        check_printable(person.name, str(roster), f"name of {person.id}")
    with new_folder(out, force=force) as folder, progress_bar("variants") as progress:
        try:
            made = generate_pack(
                folder,
                wanted,
                secrets.token_hex(16) if seed is None else seed,
                given=seed is not None,
                roster=people,
                engine=chosen_engine(jobs, engine, cluster),
                progress=progress,
                solo=solo,
            )
        except Unsatisfiable as error:
            raise Unsatisfiable(f"{scenario}: {error}") from None
        except BadInput as error:
            # What the plan finds wrong is known there by the scenario's name only.
            source = scenario if error.source == wanted.name else error.source
            raise BadInput(error.problem, source=source, place=error.place) from None
    respondents = len(made.pack.trainees)
    variants_made = len({each.variant for each in made.pack.trainees})
    typer.echo(f"generated: pack {made.pack.pack}, {respondents} dossiers of {variants_made} variants in {out}")
    if solo:
        typer.echo(f"to print: {made.sides} sides under {out / 'trainee'}; answer in answers.csv there, every consignment")
        typer.echo(f"then: simulator debrief {out} {out / 'trainee' / made.pack.trainees[0].id / 'answers.csv'} --out DIR")
        return
    typer.echo(f"to print: {made.sides} sides under {out / 'trainee'}; {out / 'instructor'} is not handed out")
    _warn(made.solution, wanted.scoring)
    if wanted.brands and not made.own_marks:
        typer.echo(
            "warning: no consignment bears one of your marks; ask for more signals, or for goods that travel so", err=True
        )


def adapted(
    scenario: Scenario, trainees: int | None, language: str | None, variants: str | None, paper: str | None
) -> Scenario:
    """Return the scenario with what the command line says instead."""
    import msgspec

    class_ = scenario.class_
    if trainees is not None:
        class_ = msgspec.structs.replace(class_, trainees=trainees)
    if variants is not None:
        class_ = msgspec.structs.replace(class_, variants=_variants(variants))
    changes = {"language": language or scenario.language, "paper": paper or scenario.paper}
    return msgspec.structs.replace(scenario, class_=class_, **changes)


def check_printable(text: str, source: str, place: str) -> None:
    """Refuse what the pages cannot print before any work is done, and say where it stands."""
    from simulator.errors import BadInput
    from simulator.render.flow_fonts import composed, unit_width

    try:
        unit_width(composed(text), "regular")
    except BadInput as error:
        raise BadInput(error.problem, source=source, place=place) from None


def _variants(text: str) -> str | int:
    from simulator.errors import BadInput

    if text in ("trainee", "group"):
        return text
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 10000:
        return int(text)
    raise BadInput(f"--variants {text!r}: write trainee, group, or a number from 1 to 10000")


def _warn(solution: KeyVariant, scoring: Scoring) -> None:
    """Say what an instructor should know before printing."""
    from simulator.grading.constant import best_constant_answer

    best = best_constant_answer(solution.consignments, scoring)
    if best.score >= scoring.pass_mark:
        typer.echo(
            f"warning: whoever answers {best.decision} everywhere scores {best.score:.1f} and passes "
            f"(pass_mark {scoring.pass_mark:g}); raise the mark or change the counts",
            err=True,
        )
