"""``simulator realism``: simulated shipments against published figures of real ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def realism(
    scenario: Annotated[str, typer.Argument(help="A scenario file, or the name of a shipped one.")],
    out: Annotated[Path, typer.Option("--out", help="The page to write (Markdown); its plot is put beside it.")] = Path(
        "docs/realism.md"
    ),
    variants: Annotated[int, typer.Option("--variants", min=1, max=1000, help="Variants to draw.")] = 40,
) -> None:
    """Compare quantiles of simulated shipments with real ones and write a page with a plot."""
    from simulator.errors import BadInput
    from simulator.files import write_file
    from simulator.reports.realism.page import markdown, plot
    from simulator.reports.realism.run import scenario_realism
    from simulator.scenario import load_scenario

    wanted = load_scenario(scenario)
    if wanted.consignments.by_sea == 0:
        raise BadInput("nothing goes by sea, and only figures of containers are published", source=scenario)
    found = scenario_realism(wanted, variants)
    picture = out.with_suffix(".svg")
    write_file(picture, plot(found).encode())
    write_file(out, markdown(found, scenario, picture.name).encode())
    near = sum(each.is_near for each in found.measures) + sum(each.is_near for each in found.shares)
    total = len(found.measures) + len(found.shares)
    typer.echo(f"realism: {near} of {total} figures near the real ones over {found.shipments} shipments; see {out}")
