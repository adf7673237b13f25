"""Sheets and the area on them that both papers share: 190 x 259 mm, so that no edge is nearer than 10 mm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.formats.vocabulary import Paper

Orientation = Literal["portrait", "landscape"]
MM = 72 / 25.4
"""Points in a millimetre."""
SHORT, LONG = 190.0, 259.0
"""The shared area's sides, in millimetres."""
FOOTER = 7.5
"""Millimetres at the foot of the area that belong to the footer; templates end above them."""
HALF = 124.0
"""Millimetres of height that a paper of half a side has."""
HALF_STEP = LONG - FOOTER - HALF
"""Millimetres from the top of the upper half to that of the lower one."""
_SHEETS: dict[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side: its size, and the left and top edges of the shared area; points from the bottom left."""

    width: float
    height: float
    left: float
    top: float

    @property
    def bottom(self) -> float:
        """The lower edge of the shared area: the footer's lower edge."""
        return self.height - self.top

    @property
    def right(self) -> float:
        """The right edge of the shared area."""
        return self.width - self.left


def sheet(paper: Paper, orientation: Orientation) -> Sheet:
    """Return the sheet with the shared area centred on it."""
    short, long = _SHEETS[paper]
    width, height = (short, long) if orientation == "portrait" else (long, short)
    across, down = area(orientation)
    return Sheet(width, height, (width - across * MM) / 2, height - (height - down * MM) / 2)


def height_of(orientation: Orientation, side: Literal["whole", "half"]) -> float:
    """Return the millimetres of height that a template may fill."""
    return HALF if side == "half" else area(orientation)[1] - FOOTER


def area(orientation: Orientation) -> tuple[float, float]:
    """Return width and height of the shared area in millimetres, footer included."""
    return (SHORT, LONG) if orientation == "portrait" else (LONG, SHORT)
