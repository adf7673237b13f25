"""What an answer sheet is: pages of sections, sections of panels, panels of groups of boxes to mark.

Places are frames ``(x0, y0, x1, y1)`` in points from the bottom left of the page, as in the ground truth. The PDF is
drawn from these records and scans (and forms) are read by them, so that they cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from simulator.formats.vocabulary import Language, Paper
from simulator.render.flow_ops import Op, shifted

Frame = tuple[float, float, float, float]
Kind = Literal["personal", "blank", "large", "spare"]
"""``personal`` is one respondent's; the others name nobody: ``large`` is blank in large print, ``spare`` holds only room
for more box codes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A box to cross: the value that it stands for, and its printed frame."""

    value: str
    frame: Frame


@dataclass(frozen=True, slots=True)
class Group:
    """Boxes that answer one question, of which one may be crossed, or several where ``many``.

    ``consignment`` is "" for what belongs to the page; ``question`` is ``decision``, ``confidence``, ``reasons``,
    ``flag1`` and on, or ``number``; ``part`` is the column of a flag or of a number, "" where the group is the question.
    """

    consignment: str
    question: str
    part: str
    marks: tuple[Mark, ...]
    many: bool = False

    @property
    def id(self) -> str:
        """The group's name, unique on its sheet: "C03.decision", "C03.flag2.letter"."""
        return ".".join(each for each in (self.consignment, self.question, self.part) if each)


@dataclass(frozen=True, slots=True)
class WriteIn:
    """Room for handwriting, which no program reads; "code" of a flag is also where a form has its text field."""

    consignment: str
    question: str
    part: str
    frame: Frame

    @property
    def id(self) -> str:
        """The name, unique on its sheet: "C03.flag2.code"."""
        return ".".join(each for each in (self.consignment, self.question, self.part) if each)


@dataclass(frozen=True, slots=True)
class Panel:
    """Groups that stand together: aligned as one by the reader, and shown as one to a person who looks at a doubt."""

    frame: Frame
    groups: tuple[Group, ...]
    written: tuple[WriteIn, ...] = ()

    @property
    def id(self) -> str:
        """The panel's name, unique on its page: "C03" for decision, confidence and reasons, "C03.flag2" for a code."""
        first = self.groups[0]
        return ".".join(each for each in (first.consignment, first.question if first.part else "") if each)

    def moved(self, right: float, up: float) -> Panel:
        """Return the panel at another place."""
        return Panel(
            moved(self.frame, right, up),
            tuple(
                replace(each, marks=tuple(Mark(mark.value, moved(mark.frame, right, up)) for mark in each.marks))
                for each in self.groups
            ),
            tuple(replace(each, frame=moved(each.frame, right, up)) for each in self.written),
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A band of the page: what a consignment is asked in one place. ``ops`` are the words and rules around the boxes.

    Until it is placed its origin is its top left corner, y negative below it.
    """

    kind: str
    height: float
    panels: tuple[Panel, ...] = ()
    ops: tuple[Op, ...] = ()
    before: float = 0.0

    def moved(self, right: float, up: float) -> Section:
        """Return the section at another place."""
        panels = tuple(each.moved(right, up) for each in self.panels)
        return replace(self, panels=panels, ops=tuple(shifted(op, right, up) for op in self.ops))


@dataclass(frozen=True, slots=True, eq=False)
class SheetPage:
    """One side: its number from 1, and its sections in their places. Compared by identity; ``layout_digest`` by content."""

    number: int
    sections: tuple[Section, ...]

    @property
    def panels(self) -> Iterator[Panel]:
        """All panels in order."""
        return (panel for section in self.sections for panel in section.panels)

    @property
    def groups(self) -> Iterator[Group]:
        """All groups in order."""
        return (group for panel in self.panels for group in panel.groups)


@dataclass(frozen=True, slots=True)
class Question:
    """One consignment as a sheet asks for it: its id, and the prefixes of the papers that lie on the desk for it."""

    consignment: str
    prefixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that the description of a sheet follows from: nothing of a respondent, nothing of a key."""

    pack: str
    title: str
    language: Language
    paper: Paper
    kind: Kind
    questions: tuple[Question, ...]
    respondents: int
    """How many the pack has: the digits of a list number on a sheet that names nobody."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A described sheet: the plan and its pages."""

    plan: Plan
    pages: tuple[SheetPage, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose sheet it is: the number in the list of ``pack.json`` from 1, and what is printed of him."""

    number: int
    id: str
    name: str
    group: str


def moved(frame: Frame, right: float, up: float) -> Frame:
    """Return a frame at another place."""
    return frame[0] + right, frame[1] + up, frame[2] + right, frame[3] + up
