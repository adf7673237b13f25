"""Small tools that the derivations share."""

from __future__ import annotations

from textwrap import wrap
from typing import Any, TypeVar

from simulator.documents.codecs import PartyBlock
from simulator.documents.model import Field, Place
from simulator.documents.printing import Printing
from simulator.trade.facts import Party
from simulator.trade.office import OfficeNote

Value = TypeVar("Value")


class Values:
    """Collects the boxes of one paper; what is None stays empty."""

    def __init__(self) -> None:
        self._places: dict[Place, Any] = {}

    def put(self, field: Field[Value], value: Value | None, row: int | None = None) -> None:
        """Fill one box, unless the value is None."""
        if value is not None:
            self._places[field.name, row] = value

    def places(self) -> dict[Place, Any]:
        """Return all filled boxes."""
        return self._places


def block(party: Party, *, tax_id: bool = False) -> PartyBlock:
    """Return a party as it stands in a box; its tax number only where the paper has no box of its own for it."""
    return PartyBlock(party.name, party.address, party.tax_id if tax_id else None, party.telephone)


def cleared(texts: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the texts, None when there are none: a box without lines is an empty box."""
    return texts or None


def signature(name: str) -> str:
    """Return a drawn signature; the name decides its strokes."""
    return f"signature:{name}"


STAMP_LINE = 22
"""Letters that a line of a stamp holds; longer lines are broken between words."""


def stamp(*lines: str) -> str:
    """Return a drawn stamp with its lines of lettering."""
    return "stamp:" + "|".join(part for line in lines for part in wrap(line, STAMP_LINE))


def company_stamp(party: Party) -> str:
    """Return the stamp of a firm: the words of its name on two lines."""
    words = party.name.split()
    return stamp(" ".join(words[:2]), " ".join(words[2:]) or "EXPORT")


def drawn(*marks: str) -> str:
    """Return several drawn marks side by side in one box."""
    return "; ".join(marks)


def lettering(marks: str) -> str:
    """Return the words of drawn marks: whose signature, what stands on a stamp; "" when nothing is drawn."""
    return "; ".join(mark.partition(":")[2].replace("|", " ") for mark in marks.split("; "))


def office_marks(note: OfficeNote | None) -> str | None:
    """Return the drawn marks of an office on one paper, dated in Spanish as Mexican offices do; None for no note."""
    if note is None:
        return None
    marks = []
    if note.day is not None:
        day = f"{note.day.day:02d} {Printing('es').months[note.day.month - 1]} {note.day.year}"
        marks.append(f"datestamp:{note.words}|{day}|{note.office}")
    if note.file is not None and note.mistaken is not None:
        marks.append(f"correction:{note.mistaken}|{note.file}|{note.initials}")
    elif note.file is not None:
        marks.append(f"handwritten:{note.file}")
    if note.initials is not None and note.mistaken is None:
        marks.append(f"initials:{note.initials}")
    return drawn(*marks) if marks else None
