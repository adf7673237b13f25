"""``simulator --help`` against a Typer application that does nothing, each in a process of its own."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Times, interleaved

EMPTY = """
import typer

app = typer.Typer(add_completion=False)


@app.command()
def nothing() -> None:
    "Do nothing."


app()
"""


def measure(rounds: int) -> dict[str, Times]:
    """Run both by turns."""
    with TemporaryDirectory() as name:
        empty = Path(name) / "empty.py"
        empty.write_text(EMPTY, encoding="utf-8")
        simulator = str(Path(sys.executable).parent / "simulator")
        return interleaved(
            {
                "simulator --help": lambda _: _run(sys.executable, simulator, "--help"),
                "empty Typer application": lambda _: _run(sys.executable, str(empty), "--help"),
            },
            rounds,
            _spent_by_children,
        )


def _spent_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
