"""``simulator gain``: what a class gained between two gradings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def gain(
    before: Annotated[Path, typer.Argument(help="Grades before (a folder, or results.csv).")],
    after: Annotated[Path, typer.Argument(help="Grades after, of an equivalent form.")],
) -> None:
    """Compare the same people before and after: mean differences with their 95 % intervals."""
    from simulator.grading.gain import FEW_PAIRS, gains, read_results

    early, late = read_results(before), read_results(after)
    found = gains(early, late)
    alone = len(set(early) ^ set(late))
    typer.echo(f"gain: {len(set(early) & set(late))} trainees answered both; {alone} only one, left out")
    for each in found:
        low, high = each.interval
        mean = f"{each.before:8.2f} -> {each.after:.2f}  {each.gain:+.2f} (95 %: {low:+.2f} to {high:+.2f}"
        typer.echo(f"  {each.measure:<15}{mean}; standard deviation {each.sd:.2f}; {each.rose} of {each.pairs} rose)")
    if len(early.keys() & late.keys()) < FEW_PAIRS:
        typer.echo(f"with fewer than {FEW_PAIRS} trainees these intervals are a little too short")
