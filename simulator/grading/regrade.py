"""The same answers graded again: every cell of the result files that is another, and what made it so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from simulator.errors import BadInput
from simulator.formats.correction import NumberedCorrection
from simulator.grading.corrections import corrected, read_corrections
from simulator.grading.credit import scoring_of
from simulator.grading.kept import Kept, check_belongs, read_kept
from simulator.grading.run import Graded, grade_kept
from simulator.grading.scoring_file import read_scoring
from simulator.grading.tables import Row, cell_text
from simulator.intake.pack_reading import OpenedPack, open_pack

Corrections = tuple[NumberedCorrection, ...]

Place = tuple[str, str, str]
"""Respondent, consignment ("" for the row of ``results.csv``), column."""


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that is another: as it was printed, as it is, and the steps that moved it."""

    trainee: str
    consignment: str
    what: str
    old: str
    new: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Regraded:
    """Before, after, and all that differs between their ``results.csv`` and ``responses.csv``."""

    before: Graded
    after: Graded
    changes: tuple[Change, ...]


def regrade_folder(pack: Path, grades: Path, scoring: Path | None = None) -> Regraded:
    """Grade the answers that a folder of grades keeps by the corrections that lie in the pack now.

    The scoring is what it was unless a file is given, which then changes the pack's own. Raise ``BadInput`` when pack,
    folder, scoring or a correction cannot be read or do not belong together.
    """
    opened = open_pack(pack)
    before = read_kept(grades)
    check_belongs(before, opened, grades)
    used = before.scoring if scoring is None else read_scoring(scoring, scoring_of(opened.key))
    return regrade(opened, before, msgspec.structs.replace(before, scoring=used, corrections=read_corrections(opened)))


def graded_as_kept(opened: OpenedPack, grades: Path) -> Graded:
    """Return what a folder of grades was made of, graded as it was.

    Raise ``BadInput`` when it cannot be read, belongs to another pack, or was graded by other corrections than lie in the
    pack now, and so by a key that no longer holds.
    """
    kept = read_kept(grades)
    check_belongs(kept, opened, grades)
    if kept.corrections != read_corrections(opened):
        problem = "the key was corrected otherwise when this was graded; run simulator regrade and name the folder it writes"
        raise BadInput(problem, source=grades)
    return grade_kept(opened, kept)


def regrade(opened: OpenedPack, before: Kept, after: Kept) -> Regraded:
    """Grade the same answers by ``before`` and by ``after``, which differ in scoring and corrections alone.

    ``opened`` is the pack with its key uncorrected. The way from the one to the other goes step by step, first the
    scoring, then what was withdrawn, then what was added, so that each change is told with its reasons.
    """
    old = grade_kept(opened, before)
    cells = first = _cells(old)
    new, reasons = old, dict[Place, list[str]]()
    for names, kept in _steps(before, after, opened):
        new = grade_kept(opened, kept)
        moved = _cells(new)
        for place in _differing(cells, moved):
            reasons.setdefault(place, []).extend(names)
        cells = moved
    changes = (
        Change(*place, first.get(place, ""), cells.get(place, ""), tuple(dict.fromkeys(reasons[place])))
        for place in _differing(first, cells)
    )
    return Regraded(old, new, tuple(changes))


def change_row(change: Change) -> Row:
    """Return a row of ``changes.csv``."""
    return {
        "trainee": change.trainee,
        "consignment": change.consignment,
        "what": change.what,
        "old": change.old,
        "new": change.new,
        "reason": "; ".join(change.reasons),
    }


CHANGE_COLUMNS = ("trainee", "consignment", "what", "old", "new", "reason")


def _steps(before: Kept, after: Kept, opened: OpenedPack) -> Iterator[tuple[tuple[str, ...], Kept]]:
    """Yield what lies between, each step with its reason: the scoring, what was withdrawn, what is new or rewritten.

    Where the key cannot take the corrections of some step, because one rests on another, they are all one step.
    """
    kept = msgspec.structs.replace(before, scoring=after.scoring)
    if after.scoring != before.scoring:
        yield ("scoring",), kept
    lists = _lists(before.corrections, after.corrections)
    if all(_fits(corrections, opened) for _, corrections in lists):
        for name, corrections in lists:
            yield (name,), msgspec.structs.replace(kept, corrections=corrections)
    else:
        yield tuple(name for name, _ in lists), after


def _lists(before: Corrections, after: Corrections) -> tuple[tuple[str, Corrections], ...]:
    """Return the corrections after each step from one list to another, the last withdrawn first, then the first new."""
    old, new = ({each.number: each for each in side} for side in (before, after))
    gone = [old[number] for number in sorted(old, reverse=True) if number not in new]
    other = [new[number] for number in sorted(new) if new[number] != old.get(number)]
    lists = []
    for each in gone:
        del old[each.number]
        lists.append((f"correction {each.name} withdrawn", _in_order(old)))
    for each in other:
        old[each.number] = each
        lists.append((f"correction {each.name}", _in_order(old)))
    return tuple(lists)


def _in_order(corrections: Mapping[int, NumberedCorrection]) -> Corrections:
    return tuple(corrections[number] for number in sorted(corrections))


def _fits(corrections: Corrections, opened: OpenedPack) -> bool:
    try:
        corrected(opened, corrections)
    except BadInput:
        return False
    return True


def _cells(graded: Graded) -> dict[Place, str]:
    cells: dict[Place, str] = {}
    for row in (*graded.results, *graded.responses):
        trainee, consignment = str(row["trainee"]), str(row.get("consignment", ""))
        cells |= {(trainee, consignment, name): cell_text(value) for name, value in row.items()}
    return cells


def _differing(old: Mapping[Place, str], new: Mapping[Place, str]) -> tuple[Place, ...]:
    """Return the places that differ, in the order of the tables; a row that is gone is blank."""
    return tuple(place for place in {**new, **old} if old.get(place, "") != new.get(place, ""))
