"""``responses.csv`` of one or many classes as rows for the models."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import BadInput
from simulator.formats.vocabulary import ACTING, VERDICTS
from simulator.intake.csv_table import TableRow, read_table

FEATURES = ("subtlety", "look_alike_count", "clues", "absence", "arithmetic", "comparison", "card", "glance",
            "trusted", "sides", "lines")  # fmt: skip
"""The card's columns, those that matter most first: where few slots were answered, the last ones are dropped."""

_WORDS = ("pack", "scenario", "trainee", "consignment", "slot", "item", "verdict")
_REQUIRED = (*_WORDS, "acts", "correct", *FEATURES)
NAME = "responses.csv"
LARGEST = 10_000
"""Of a card, far above any: it counts boxes, sides and lines of one consignment."""


@dataclass(frozen=True, slots=True)
class Response:
    """One answer: whose, to what, whether it was right and whether it acts; ``card`` follows ``FEATURES``."""

    pack: str
    scenario: str
    respondent: str
    group: str
    slot: str
    item: str
    verdict: str
    correct: bool
    acts: bool
    card: tuple[float, ...]

    @property
    def signal(self) -> bool:
        """Whether the shipment should be opened."""
        return self.verdict in ACTING

    @property
    def who(self) -> tuple[str, str]:
        """The respondent among all packs."""
        return self.pack, self.respondent


def read_responses(paths: Sequence[Path]) -> tuple[Response, ...]:
    """Return all answers of files and folders of grades; unanswered rows are passed over.

    Raise ``BadInput`` with file and line when a file is no ``responses.csv``, or an answer stands twice.
    """
    found: list[Response] = []
    known: dict[tuple[str, str, str], str] = {}
    for path in _files(paths):
        for row in read_table(path, _REQUIRED, ("group",)):
            place = f"line {row.line}"
            if row.surplus:
                raise BadInput("the row has more cells than the header; grade the answers again", source=path, place=place)
            cells = row.cells
            key = (cells["pack"], cells["trainee"], cells["consignment"])
            if key in known:
                problem = f"{key[1]} answers {key[2]} of pack {key[0]} in {known[key]} already; name each class once"
                raise BadInput(problem, source=path, place=place)
            known[key] = str(path)
            if cells["correct"]:
                found.append(_response(row, path))
    if not found:
        raise BadInput("no answer stands in these files; grade a class first", source=paths[0])
    return tuple(found)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        below = sorted(path.rglob(NAME))
        if not below:
            problem = f"there is no {NAME} in this folder; name a folder that simulator grade has written"
            raise BadInput(problem, source=path)
        yield from below


def _response(row: TableRow, path: Path) -> Response:
    cells = row.cells
    if cells["verdict"] not in VERDICTS:
        problem = f"{cells['verdict']!r} is no verdict; write {', '.join(VERDICTS)}"
        raise BadInput(problem, source=path, place=f"line {row.line}, verdict")
    return Response(
        pack=cells["pack"],
        scenario=cells["scenario"],
        respondent=cells["trainee"],
        group=cells["group"],
        slot=cells["slot"],
        item=cells["item"],
        verdict=cells["verdict"],
        correct=_flag(cells, "correct", path, row.line),
        acts=_flag(cells, "acts", path, row.line),
        card=tuple(_number(cells, name, path, row.line) for name in FEATURES),
    )


def _flag(cells: Mapping[str, str], name: str, path: Path, line: int) -> bool:
    if cells[name] not in ("0", "1"):
        raise BadInput(f"{cells[name]!r} is neither 1 nor 0", source=path, place=f"line {line}, {name}")
    return cells[name] == "1"


def _number(cells: Mapping[str, str], name: str, path: Path, line: int) -> float:
    place = f"line {line}, {name}"
    if not cells[name]:
        problem = "the difficulty card is missing; this pack is of an older version, generate it again"
        raise BadInput(problem, source=path, place=place)
    try:
        value = float(cells[name])
    except ValueError:
        value = math.nan
    if not abs(value) <= LARGEST:
        raise BadInput(f"{cells[name][:40]!r} is no number from {-LARGEST} to {LARGEST}", source=path, place=place)
    return value
