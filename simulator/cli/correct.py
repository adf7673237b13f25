"""``simulator correct``: writes the next correction of a pack's key, and says what it changes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.correct_words import Decision, part_meant, place_meant


def correct(
    pack: Annotated[Path, typer.Argument(help="The pack whose key is wrong: the folder that generate made.")],
    by: Annotated[str, typer.Option("--by", help="Who corrects.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; it is kept with the correction.")],
    consignment: Annotated[
        str | None, typer.Option("--consignment", help="As v01/C04; other variants with the same papers follow.")
    ] = None,
    alone: Annotated[bool, typer.Option("--alone", help="That consignment of that variant, and no other.")] = False,
    item: Annotated[str | None, typer.Option("--item", help="All consignments with this item of the key.")] = None,
    slot: Annotated[str | None, typer.Option("--slot", help="All consignments of this slot, for example S03.")] = None,
    verdict: Annotated[Decision | None, typer.Option("--verdict", help="The right verdict.")] = None,
    leave_out: Annotated[bool, typer.Option("--leave-out", help="Leave the consignment out of all grades.")] = False,
    strength: Annotated[
        list[str] | None, typer.Option("--strength", help="As X03=weak; a finding that is not there is added.")
    ] = None,
    drop: Annotated[list[str] | None, typer.Option("--drop", help="A finding that is none, as X03.")] = None,
    accept: Annotated[
        list[str] | None, typer.Option("--accept", help="A box of a finding, as X03/BL-20 or X03/BL-20=against.")
    ] = None,
    refuse: Annotated[list[str] | None, typer.Option("--refuse", help="A box that is none of it, as X03/INV-16.")] = None,
) -> None:
    """Write a correction that is laid over the key; the key itself, its seal and verify stay as they are."""
    from simulator.files import write_file
    from simulator.formats.writing import json_bytes
    from simulator.grading.drafting import differences, draft, path_of
    from simulator.intake.pack_reading import open_pack

    opened = open_pack(pack)
    place = place_meant(opened, consignment, alone, item, slot)
    right = part_meant(verdict, leave_out, strength or [], drop or [], accept or [], refuse or [])
    found = draft(opened, place, right, by, reason)
    told = differences(opened, found)
    write_file(path_of(opened, found), json_bytes(found.correction), force=False)
    typer.echo(f"corrected: {path_of(opened, found)}")
    for variant, id_, changes in told:
        typer.echo(f"{variant} {id_}: {'; '.join(changes)}")
