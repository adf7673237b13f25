"""Scores to values: what is clearly one thing is read, everything between goes to a person, nothing is guessed.

A box is marked from ``MARKED`` ink on and empty below ``EMPTY``; between them it is doubtful. The printed rule for
corrections is "fill the wrong box completely and cross another"; so a filled box beside a crossed one is taken back. A
filled box alone is a mark where somebody marks by filling, else a person decides: it may be a mark taken back with
nothing in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from simulator.intake.scans.scoring import Scores, Shares
from simulator.sheets.model import Group

EMPTY = 0.02
MARKED = 0.06
FILLED = 0.8
"""Covered part of a box that counts as filled, for thin pens; for thick ones it is more, see ``_filled_from``."""
_THICK = 1.35
_SURELY_FILLED = 0.95
_LIGHTER = 0.6
"""A cross beside a filled box must be at least this dark against it: what a rubber left is not an answer."""
_MOSTLY = 2 / 3
_STYLE_FROM = 3
"""Marks from which on somebody's way of marking is known."""

Why = Literal["faint", "two marks", "filled", "position", "streak"]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a group says: its values, or why a person must look; ``values`` are then what seems marked."""

    values: tuple[str, ...]
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """How a page is marked: ``fills`` None where that is not known; from which cover on a box is filled."""

    fills: bool | None
    filled_from: float


def judge(groups: Sequence[Group], scores: Scores, unsure: Sequence[Why | None]) -> tuple[Judged, ...]:
    """Return what each group says; ``unsure`` gives, mark by mark, reasons not to believe its score."""
    ink = levelled(scores.ink)
    style = _style(groups, ink, scores.cover)
    found: list[Judged] = []
    start = 0
    for group in groups:
        part = slice(start, start + len(group.marks))
        start = part.stop
        why = next((each for each in unsure[part] if each), None)
        found.append(_judged(group, ink[part], scores.cover[part], scores.peak[part], style, why))
    return tuple(found)


def levelled(ink: Shares) -> Shares:
    """Return scores less what an empty box of this page has: most boxes of any sheet are empty."""
    return np.maximum(ink - np.median(ink), 0.0).astype(np.float32)


def _judged(group: Group, ink: Shares, cover: Shares, peak: Shares, style: Style, unsure: Why | None) -> Judged:
    marked = np.flatnonzero(ink >= MARKED)
    seems = tuple(group.marks[place].value for place in np.flatnonzero(ink >= EMPTY))
    if unsure is not None:
        return Judged(seems, unsure)
    if len(seems) > len(marked):
        return Judged(seems, "faint")
    filled = cover[marked] >= style.filled_from
    values = tuple(group.marks[place].value for place in marked)
    if group.many or len(group.marks) == 1 or len(marked) < 2:
        return Judged(values, "filled" if filled.any() and style.fills is not True else None)
    if len(marked) == 2 and filled.sum() == 1 and style.fills is False:
        crossed = int(np.flatnonzero(~filled)[0])
        if peak[marked[crossed]] >= _LIGHTER * peak[marked[1 - crossed]]:
            return Judged((values[crossed],))
    return Judged(values, "two marks")


def _style(groups: Sequence[Group], ink: Shares, cover: Shares) -> Style:
    """Tell by the groups with one mark how somebody marks."""
    covers: list[float] = []
    start = 0
    for group in groups:
        part = slice(start, start + len(group.marks))
        start = part.stop
        marked = np.flatnonzero(ink[part] >= MARKED)
        if len(marked) == 1 and not group.many:
            covers.append(float(cover[part][marked[0]]))
    if not covers:
        return Style(None, FILLED)
    limit = _filled_from(float(np.median(covers)))
    share = sum(each >= limit for each in covers) / len(covers)
    known = len(covers) >= _STYLE_FROM
    return Style(True if known and share >= _MOSTLY else False if known and share <= 1 - _MOSTLY else None, limit)


def _filled_from(usual: float) -> float:
    """Return the cover from which a box is filled, where ``usual`` is that of this page's marks."""
    return max(FILLED, min(_SURELY_FILLED, _THICK * usual))
