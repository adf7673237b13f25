"""The command line: the commands together, and how their errors reach a user."""

from __future__ import annotations

import sys

import typer

from simulator.cli.catalogue import catalogue
from simulator.cli.demo import demo
from simulator.cli.generate import generate
from simulator.cli.grade import grade
from simulator.cli.simulate_class import simulate_class
from simulator.cli.verify import verify
from simulator.errors import SimulatorError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Document-inspection exercises: generate class packs, verify them, simulate and grade classes.",
)
app.command("demo")(demo)
app.command("generate")(generate)
app.command("verify")(verify)
app.command("simulate-class")(simulate_class)
app.command("grade")(grade)
app.command("catalogue")(catalogue)

BAD_INPUT, INTERRUPTED = 2, 130


def run() -> None:
    """Run the command line; what a user did wrong is one sentence and exit code 2, an interrupt is 130."""
    try:
        app()
    except SimulatorError as error:
        print(f"simulator: {error}", file=sys.stderr)  # noqa: T201
        sys.exit(BAD_INPUT)
    except KeyboardInterrupt:
        print("simulator: interrupted; nothing half-written was left behind", file=sys.stderr)  # noqa: T201
        sys.exit(INTERRUPTED)
