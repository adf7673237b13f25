"""``simulator realism``: simulated shipments against published figures of real ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def realism(
    scenario: Annotated[str, typer.Argument(help="A scenario file, or the name of a shipped one.")],
    out: Annotated[
        Path, typer.Option("--out", help="The page to write (Markdown); its plots go into pictures/NAME beside it.")
    ] = Path("docs/realism.md"),
    variants: Annotated[int, typer.Option("--variants", min=1, max=1000, help="Variants to draw.")] = 40,
    seed: Annotated[
        str | None, typer.Option("--seed", help="Text that decides all draws; the same text, the same page.")
    ] = None,
) -> None:
    """Compare quantiles, shares and style of simulated shipments with real ones and write a page with plots."""
    from simulator.errors import BadInput
    from simulator.files import write_file
    from simulator.reports.realism.page import markdown
    from simulator.reports.realism.plots import digits, distributions, ranges
    from simulator.reports.realism.run import SEED, draw_sample
    from simulator.reports.realism.run import realism as compared
    from simulator.scenario import load_scenario

    wanted = load_scenario(scenario)
    if wanted.consignments.by_sea == 0:
        raise BadInput("nothing goes by sea, and only figures of containers are published", source=scenario)
    found = compared(draw_sample(wanted, variants, seed or SEED))
    pictures = f"pictures/{out.stem}"
    drawn = {
        "quantiles": ranges(found.measures),
        "distributions": distributions(found.measures),
        "leading-digits": digits(found.digits),
    }
    for name, picture in drawn.items():
        write_file(out.parent / pictures / f"{name}.svg", picture.encode())
    write_file(out, markdown(found, pictures).encode())
    near, total = sum(found.verdicts), len(found.verdicts)
    typer.echo(f"realism: {near} of {total} figures near the real ones over {len(found.sample.all)} shipments; see {out}")
