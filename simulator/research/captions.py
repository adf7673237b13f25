"""What a house style prints as the name of each box, and where that stands on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from simulator.formats.vocabulary import Language
from simulator.layout.labels import said
from simulator.layout.template import load_template
from simulator.research.pages import Pixels, Word, around

Run = tuple[int, ...]
"""Places of the words of one caption on a page."""

REACH = 40
"""Pixels between a single box and its name, at most; the head of a table's column may be a page away."""
_SLACK = 5
"""Pixels by which a name may reach into its box's frame."""


@cache
def captions(template: str, language: Language) -> dict[str, str]:
    """Return the printed name of each field of a house style; boxes without a name of their own are left out."""
    house = load_template(template)
    style = house.body.style
    named = [(box.field, box.label) for box in house.body.box if box.label_at != "none"]
    named += [(column.field, column.label) for table in house.body.table for column in table.columns]
    return {field: said(label or house.type.field(field).title, style, language) for field, label in named}


def runs(caption: str, words: Sequence[Word], free: Sequence[int]) -> Iterator[Run]:
    """Yield each place where words in their order, taken from those that are free, say a caption."""
    wanted = "".join(caption.split())
    for start, first in enumerate(free):
        if not wanted.startswith(words[first].text):
            continue
        found, end = "", start
        while end < len(free) and len(found) < len(wanted):
            found += words[free[end]].text
            end += 1
        if found == wanted:
            yield tuple(free[start:end])


def nearest(candidates: Sequence[Run], words: Sequence[Word], frame: Pixels, *, row: bool) -> Run | None:
    """Return the caption that stands next above a box's frame, or to its left on the same level; None if there is none."""
    reach = 10_000 if row else REACH
    found = [(distance, run) for run in candidates if (distance := _distance(run, words, frame)) is not None]
    close = [each for each in found if each[0] <= (reach if row else max(reach, frame[2] - frame[0]))]
    return min(close)[1] if close else None


def _distance(run: Run, words: Sequence[Word], frame: Pixels) -> int | None:
    """Return the pixels from a caption to the frame below it or at its right; None when it stands elsewhere."""
    left, top, right, bottom = around([words[at].box for at in run])
    if left < frame[2] and right > frame[0] and bottom <= frame[1] + _SLACK:
        return max(frame[1] - bottom, 0)
    if right <= frame[0] + _SLACK and frame[1] <= (top + bottom) / 2 <= frame[3]:
        return max(frame[0] - right, 0)
    return None
