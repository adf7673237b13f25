"""The command line: the commands together, and how their errors reach a user."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import NoReturn

import typer

from simulator.cli.assemble import assemble
from simulator.cli.audit import audit
from simulator.cli.calibrate import calibrate
from simulator.cli.catalogue import catalogue
from simulator.cli.correct import correct
from simulator.cli.debrief import debrief
from simulator.cli.demo import demo
from simulator.cli.export import export
from simulator.cli.gain import gain
from simulator.cli.generate import generate
from simulator.cli.generate_many import generate_many
from simulator.cli.grade import grade
from simulator.cli.gradebook import gradebook
from simulator.cli.power import power
from simulator.cli.question_bank import question_bank
from simulator.cli.realism import realism
from simulator.cli.regrade import regrade
from simulator.cli.simulate_class import simulate_class
from simulator.cli.simulate_responses import simulate_responses
from simulator.cli.tune import tune
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
app.command("generate-many")(generate_many)
app.command("verify")(verify)
app.command("simulate-class")(simulate_class)
app.command("simulate-responses")(simulate_responses)
app.command("grade")(grade)
app.command("correct")(correct)
app.command("regrade")(regrade)
app.command("debrief")(debrief)
app.command("gradebook")(gradebook)
app.command("question-bank")(question_bank)
app.command("calibrate")(calibrate)
app.command("tune")(tune)
app.command("assemble")(assemble)
app.command("power")(power)
app.command("gain")(gain)
app.command("catalogue")(catalogue)
app.command("realism")(realism)
app.command("audit")(audit)
app.add_typer(export, name="export")

BAD_INPUT, INTERRUPTED = 2, 130
STOPPED = "interrupted; nothing half-written was left behind"


def run() -> None:
    """Run the command line; what a user did wrong is one sentence and exit code 2, an interrupt is 130."""
    try:
        # A terminal that cannot show a letter of a name shows its code instead of ending the program.
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        app()
    except SimulatorError as error:
        _end(str(error), BAD_INPUT)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _end(f"{where}this cannot be read or written ({error.strerror}); name another place", BAD_INPUT)
    except KeyboardInterrupt:
        _end(STOPPED, INTERRUPTED)
    except SystemExit as ended:
        # Typer turns an interrupt into this exit code, and says nothing.
        if ended.code == INTERRUPTED:
            _end(STOPPED, INTERRUPTED)
        raise


def _end(sentence: str, code: int) -> NoReturn:
    print(f"simulator: {sentence}", file=sys.stderr)  # noqa: T201
    sys.exit(code)
