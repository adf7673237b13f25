"""Reading scans for ``simulator grade``: where its journal lies, and what of it goes into the results."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.intake.kinds import Inputs
    from simulator.intake.pack_reading import OpenedPack
    from simulator.intake.scans.run import Scanned

KEPT = "scans"
"""The folder of results that keeps the readings, so that a later run with a completed review reads nothing again."""


def journal_place(out: Path) -> Path:
    """Return where readings are kept until the results stand: beside them, since results appear only when finished."""
    return out.with_name(f"{out.name}.reading")


@contextmanager
def scanned_answers(inputs: Inputs, opened: OpenedPack, out: Path, folder: Path, jobs: int) -> Iterator[Scanned | None]:
    """Read scans and give what they say; then put readings and pictures into ``folder``, the results to be.

    None where nothing was scanned. An interrupted run leaves its journal, with which the next goes on.
    """
    if not (inputs.scans or inputs.reviews or inputs.strangers):
        yield None
        return
    from simulator.cli.progress import progress_bar
    from simulator.intake.scans.journal import PICTURES, READINGS, Journal
    from simulator.intake.scans.run import read_scans
    from simulator.intake.scans.sheets_of_pack import SheetFinder

    finder = SheetFinder(opened.folder)
    journal = Journal(journal_place(out), opened.pack.pack, finder.layout)
    try:
        journal.take_over(out / KEPT)
        with progress_bar("pages") as progress:
            scanned = read_scans(inputs, opened, journal, finder, jobs=jobs, progress=progress)
        yield scanned
    except BaseException:
        if journal.is_empty:
            journal.remove()
        raise
    finally:
        journal.close()
    for name, content in scanned.tables.items():
        (folder / name).write_bytes(content)
    shutil.copytree(journal.folder / PICTURES, folder / KEPT / PICTURES)
    shutil.copyfile(journal.folder / READINGS, folder / KEPT / READINGS)
    for name, source in scanned.pictures.items():
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(source, folder / name)


def told(scanned: Scanned, out: Path) -> Iterator[str]:
    """Yield what to say of scans: what was read, what persons decided, what waits for one."""
    decided = sum(scanned.decided.values())
    see = f"see {out / 'pages.csv'}"
    if scanned.forms:
        yield f"forms: {scanned.forms}, each with what became of it; {see}"
    if scanned.pages or not scanned.forms:
        yield f"scanned: {scanned.pages} pages, {scanned.boxes} boxes; {decided} decided by a person; {see}"
    if scanned.waiting:
        yield (
            f"to review: {scanned.waiting}; complete the last column of {out / 'review.csv'}, save it elsewhere, and grade "
            "again with it beside the scans"
        )
    if scanned.troubled:
        yield f"pages that need a person: {scanned.troubled}; see {out / 'pages.csv'}"
