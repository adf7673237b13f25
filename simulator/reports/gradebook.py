"""A class's scores as Moodle imports them into its gradebook."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import BadInput
from simulator.formats.spreadsheet import harmless
from simulator.grading.kept import read_kept
from simulator.grading.tables import Row, csv_bytes
from simulator.intake.accounts import COLUMNS, Account, read_accounts
from simulator.intake.csv_table import TableRow, read_table

NO_GRADE = "-"
"""What Moodle takes for "no grade"; a blank would be a 0 where the import makes a new column."""
_NUMBER = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Gradebook:
    """The file, and who could not be brought together: of the grades, of the roster."""

    content: bytes
    rows: int
    not_on_roster: tuple[str, ...]
    not_graded: tuple[str, ...]


def gradebook(grades: Path, roster: Path | None = None) -> Gradebook:
    """Return the gradebook of a folder of grades, one row a trainee; scores are those of its ``results.csv``.

    Members of a group that answered together get its score; without a roster there is a row a respondent. Who sent
    nothing has no grade. Raise ``BadInput`` when folder or roster cannot be read.
    """
    title = harmless(" ".join(read_kept(grades).title.split()))
    scores = _scores(grades / "results.csv")
    accounts = read_accounts(roster) if roster else tuple(Account(each, None, "", each, "") for each in scores)
    used = {each.id: _respondent(each, scores) for each in accounts}
    graded = [each for each in accounts if used[each.id] is not None]
    content = csv_bytes((*COLUMNS, title), [_row(each, title, scores[str(used[each.id])]) for each in graded])
    return Gradebook(
        content=content,
        rows=len(graded),
        not_on_roster=tuple(each for each in scores if each not in used.values()),
        not_graded=tuple(each.id for each in accounts if used[each.id] is None),
    )


def _row(account: Account, title: str, score: str) -> Row:
    return {"username": account.username, "idnumber": account.idnumber, "email": account.email, title: score}


def _respondent(account: Account, scores: Mapping[str, str]) -> str | None:
    """Return under what id somebody answered: his own, or his group's."""
    return next((each for each in (account.id, account.group) if each in scores), None)


def _scores(path: Path) -> dict[str, str]:
    rows = read_table(path, ("trainee", "answered", "score"))
    if not rows:
        raise BadInput("nobody is listed; grade the answers again", source=path)
    scores: dict[str, str] = {}
    for row in rows:
        if row.cells["trainee"] in scores:
            problem = f"trainee {row.cells['trainee']!r} stands here twice; keep one row"
            raise BadInput(problem, source=path, place=f"line {row.line}")
        scores[row.cells["trainee"]] = _score(row, path)
    return scores


def _score(row: TableRow, path: Path) -> str:
    score = row.cells["score"]
    if not _NUMBER.fullmatch(score) or float(score.replace(",", ".")) > 100:
        raise BadInput(f"score {score[:40]!r} is not a number from 0 to 100", source=path, place=f"line {row.line}")
    return NO_GRADE if row.cells["answered"] == "0" else score.replace(",", ".")


def told(names: Sequence[str], longest: int = 5) -> str:
    """Return names for a message, some of them where they are many."""
    more = len(names) - longest
    return ", ".join(names[:longest]) + (f" and {more} more" if more > 0 else "")
