"""The errors that a user may see: one root, few children, each one sentence."""

from __future__ import annotations

from pathlib import Path

LONGEST = 1_200
"""Characters of a sentence; where a file's own text makes it longer, its middle is left out."""


class SimulatorError(Exception):
    """Root of every error that the program reports to its user in one sentence; exit code 2.

    A sentence may quote a file that somebody made to spoil a terminal: it is one line of printable characters.
    """

    def __str__(self) -> str:
        text = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in super().__str__())
        half = LONGEST // 2
        return text if len(text) <= LONGEST else f"{text[:half]} … {text[-half:]}"


class BadInput(SimulatorError):
    """A file or a value from outside is not what it should be.

    ``source`` is the file, ``place`` the key, line or cell in it, ``problem`` what is wrong and what would be right.
    """

    def __init__(self, problem: str, *, source: str | Path | None = None, place: str | None = None) -> None:
        self.problem = problem
        self.source = str(source) if source is not None else None
        self.place = place
        super().__init__(": ".join(part for part in (self.source, self.place, problem) if part))


class OutputExists(SimulatorError):
    """The place to write to is taken, and replacing it was not asked for or is not safe."""


class CannotWrite(SimulatorError):
    """The result could not be stored: no space, no permission."""


class WorkerLost(SimulatorError):
    """A process that worked for this one ended, and its piece of work is not done."""


class Unsatisfiable(SimulatorError):
    """A scenario asks for what no shipment of this world can show."""


class BrokenData(SimulatorError):
    """A data file, template or indicator that ships with the program is wrong; the message names file and place."""
