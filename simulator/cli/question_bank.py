"""``simulator question-bank``: the consignments of a pack as questions for Moodle."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def question_bank(
    pack: Annotated[Path, typer.Argument(help="The pack: the folder that generate made.")],
    out: Annotated[Path, typer.Option("--out", help="The folder to write a file a variant into; it holds the key.")],
    variant: Annotated[str | None, typer.Option("--variant", help="Only this variant.")] = None,
    scoring: Annotated[Path | None, typer.Option("--scoring", help="Scoring (TOML) other than the pack's.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the folder if this program made it.")] = False,
) -> None:
    """Write a question a consignment as Moodle XML: its pages, five decisions with their credit, what the papers show."""
    from simulator.cli.places import check_apart, check_kept
    from simulator.cli.progress import progress_bar
    from simulator.files import new_folder
    from simulator.reports.moodle.bank import open_bank, questions_xml

    check_apart(out, [pack, *([scoring] if scoring else [])])
    check_kept(out, "the questions hold the key")
    bank = open_bank(pack, variant, scoring)
    variants = [variant] if variant else list(bank.opened.key.variants)
    with new_folder(out, force=force) as folder, progress_bar("variants") as progress:
        for done, each in enumerate(variants, start=1):
            (folder / f"{each}.xml").write_bytes(questions_xml(bank, each))
            progress(done, len(variants))
    questions = sum(len(bank.opened.key.variants[each].consignments) for each in variants)
    typer.echo(f"questions: {questions} of {len(variants)} variants in {out}; they hold the key: never hand them out")
    if bank.corrections:
        typer.echo(f"corrected: the key by {bank.corrections} correction{'s' if bank.corrections > 1 else ''}")
    if bank.rounded:
        typer.echo(f"rounded: Moodle has no fraction for some credit of {', '.join(bank.rounded)}; the nearest is taken")
