"""Reading scans and forms for commands: where the journal lies, and what of it goes into the results."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.intake.kinds import Inputs
    from simulator.intake.pack_reading import OpenedPack
    from simulator.intake.scans.journal import Journal
    from simulator.intake.scans.run import Scanned

KEPT = "scans"
"""The folder of results that keeps the readings, so that a later run with a completed review reads nothing again."""


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where what is read goes: below ``new``, the folder that takes the place of ``out`` when all is done.

    ``within`` is a folder in it, "" for the folder itself.
    """

    out: Path
    new: Path
    within: str = ""

    @property
    def journal(self) -> Path:
        """Where readings are kept until the results stand: beside them, since results appear only when finished."""
        return self.out.with_name(f"{self.out.name}.reading")

    @property
    def seen(self) -> Path:
        """Where a person finds the tables in the end."""
        return self.out / self.within

    def forget(self) -> None:
        """Throw the journal away, now that the results hold the readings."""
        shutil.rmtree(self.journal, ignore_errors=True)


@contextmanager
def scanned_answers(inputs: Inputs, opened: OpenedPack, place: ReadingPlace, jobs: int) -> Iterator[Scanned | None]:
    """Read scans and give what they say; then put readings and pictures into the results to be.

    None where nothing was scanned. An interrupted run leaves its journal, with which the next goes on.
    """
    if inputs.only_tables:
        yield None
        return
    from simulator.cli.progress import progress_bar
    from simulator.intake.scans.journal import Journal
    from simulator.intake.scans.run import read_scans
    from simulator.intake.scans.sheets_of_pack import SheetFinder

    finder = SheetFinder(opened.folder)
    journal = Journal(place.journal, opened.pack.pack, finder.layout)
    try:
        journal.take_over(place.seen / KEPT)
        with progress_bar("pages") as progress:
            scanned = read_scans(inputs, opened, journal, finder, jobs=jobs, progress=progress)
        yield scanned
    except BaseException:
        if journal.is_empty:
            journal.remove()
        raise
    finally:
        journal.close()
    _keep(scanned, journal, place.new / place.within)


def _keep(scanned: Scanned, journal: Journal, folder: Path) -> None:
    """Write what was read into the results: tables, readings, and pictures of what a person may want to see."""
    from simulator.intake.scans.journal import PICTURES, READINGS

    folder.mkdir(exist_ok=True)
    for name, content in scanned.tables.items():
        (folder / name).write_bytes(content)
    shutil.copytree(journal.folder / PICTURES, folder / KEPT / PICTURES)
    shutil.copyfile(journal.folder / READINGS, folder / KEPT / READINGS)
    for name, source in scanned.pictures.items():
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(source, folder / name)


def needs_person(scanned: Scanned | None) -> bool:
    """Tell whether a doubt or a page of what was scanned waits for a person."""
    return scanned is not None and bool(scanned.waiting or scanned.troubled)


def told(scanned: Scanned, seen: Path) -> Iterator[str]:
    """Yield what to say of scans: what was read, what persons decided, what waits for one; its tables lie in ``seen``."""
    decided = sum(scanned.decided.values())
    see = f"see {seen / 'pages.csv'}"
    if scanned.forms:
        yield f"forms: {scanned.forms}, each with what became of it; {see}"
    if scanned.pages or not scanned.forms:
        yield f"scanned: {scanned.pages} pages, {scanned.boxes} boxes; {decided} decided by a person; {see}"
    if scanned.waiting:
        yield (
            f"to review: {scanned.waiting}; complete the last column of {seen / 'review.csv'}, save it elsewhere, and run "
            "this again with it beside the scans"
        )
    if scanned.troubled:
        yield f"pages that need a person: {scanned.troubled}; {see}"
