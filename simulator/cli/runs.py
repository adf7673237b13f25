"""What is said of a long run in shards when it ends."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from simulator.research.long_run import Ended


def tell_run(done: str, counts: Sequence[str], ended: Ended, out: Path) -> None:
    """Say what was made, by the manifest's ``counts``, and which shards were not."""
    made = ", ".join(f"{sum(line.counts[name] for line in ended.lines)} {name}" for name in counts)
    typer.echo(f"{done}: {made} in {len(ended.lines)} shards, {ended.before} of them before; see {out / 'manifest.jsonl'}")
    for lost in ended.not_made:
        things = f"{lost.shard.first} to {lost.shard.things[-1]}"
        typer.echo(f"not made: shard {lost.shard.name}, {counts[0]} {things}: {lost.why}", err=True)
