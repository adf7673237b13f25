"""What reading a page leaves behind: measures, not values, so that thresholds can change without another scan."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

READER = 1
"""Version of the measures: readings of another version are not taken from a journal."""

MOST_PAGES = 5_000
"""Pages of one file."""

Thousandths = Annotated[int, msgspec.Meta(ge=-1_000_000, le=1_000_000)]
"""A share as it is kept; more is no measure of this reader."""

PageState = Literal["sheet", "blank", "unknown", "foreign", "unread"]
"""A sheet of this pack whose marks were measured; an empty side; a page without a code of ours; a page of another pack; a
sheet whose marks could not be measured."""


class PageReading(msgspec.Struct, frozen=True):
    """One page of a file. ``code`` is the text of its code, "" without one; ``note`` says in a sentence what is wrong.

    ``ink``, ``cover`` and ``peak`` are those of ``scoring.Scores`` in thousandths, for each mark in the order of the
    described page; ``doubts`` are marks whose place or paper is in doubt: (mark, why). ``written`` is the ink of each room
    for handwriting, in thousandths. ``bilevel`` says that the scan knows black and white only.
    """

    state: PageState
    code: str = ""
    note: str = ""
    ink: tuple[Thousandths, ...] = ()
    cover: tuple[Thousandths, ...] = ()
    peak: tuple[Thousandths, ...] = ()
    doubts: tuple[tuple[int, str], ...] = ()
    written: tuple[Thousandths, ...] = ()
    bilevel: bool = False


class ReadPage(msgspec.Struct, frozen=True):
    """A page's reading, and pictures (PNG) of what a person may want to see, by the name of the panel."""

    reading: PageReading
    pictures: dict[str, bytes]
