"""One page of one file as the rest of the program sees it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.intake.scans.questions import NUMBER, Asked
from simulator.intake.scans.records import PageState
from simulator.sheets.model import Kind
from simulator.sheets.page_code import PageCode

SHORT = 10
"""Characters of a file's SHA-256 by which review items name it."""
PAGE = "page"
"""The question whether a page counts, where two of the same differ."""


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page: where it comes from, what it is, what it answers; ``respondent`` is an id of the pack, "" where unknown.

    ``pictures`` are the names of the pictures that show its panels.
    """

    file: str
    number: int
    sha256: str
    state: PageState
    note: str = ""
    code: PageCode | None = None
    respondent: str = ""
    asked: tuple[Asked, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()
    suspect: str = ""
    """Why a person must say whether the page counts as it is, "" where nobody must."""
    consignments: tuple[str, ...] = ()
    """Those of its sheet."""
    decided: tuple[str, ...] = ()
    """Names of the questions that a person answered."""

    @property
    def place(self) -> str:
        """The page in words: "scan.pdf page 3"."""
        return f"{self.file} page {self.number}"

    @property
    def kind(self) -> Kind | None:
        """The kind of its sheet."""
        return None if self.code is None else self.code.kind

    def item(self, question: str) -> str:
        """Return the name of a question of this page among all that were ever read."""
        return f"{self.sha256[:SHORT]}-{self.number}-{question}"

    def picture(self, panel: str) -> str:
        """Return the name of a panel's picture, "" where there is none."""
        return dict(self.pictures).get(panel, "")

    def find(self, name: str) -> Asked | None:
        """Return a question by its name."""
        return next((each for each in self.asked if each.name == name), None)

    def answered(self, name: str, value: str) -> ScannedPage:
        """Return the page with a question that a person answered."""
        asked = tuple(replace(each, read=value, why="") if each.name == name else each for each in self.asked)
        return replace(self, asked=asked, decided=(*self.decided, name))

    @property
    def says_nothing(self) -> bool:
        """Tell whether nothing at all is marked or written on it, but who it is of."""
        return all(each.read == "" for each in self.asked if each.question != NUMBER)
