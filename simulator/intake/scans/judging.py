"""Scores to values: what is clearly one thing is read, everything between goes to a person, nothing is guessed.

A box is marked from ``MARKED`` ink on and empty below ``EMPTY``; between them it is doubtful. The printed rule for
corrections is "fill the wrong box completely and cross another"; so a filled box beside a crossed one is taken back. A
filled box alone is a mark where somebody marks by filling, else a person decides: it may be a mark taken back with
nothing in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.intake.scans.records import PageReading
from simulator.intake.scans.scoring import Shares
from simulator.sheets.model import Group

EMPTY = 0.02
EMPTY_BILEVEL = 0.006
"""The same where the scan knows black and white only: it has no noise, and leaves little of a pale mark."""
_EMPTY_LEAST = 0.005
_EMPTY_SHARE = 0.1
"""Of the usual mark's ink, from which a box is not empty, if that is less."""
MARKED = 0.06
_MARKED_SHARE = 0.5
"""Of the usual mark's ink, from which a box is marked, if that is more: a rubber leaves as much of a dark pencil."""
_MARKED_SHARE_DOTS = 0.75
"""The same where dots stand for greys: even the faintest shadow has some."""
PALE = 0.12
"""Ink of the usual mark below which a scan may have lost others."""
_PALE_DOTS = 0.2
"""The same where dots stand for greys: there a mark cannot be told from what a rubber left of another."""
_GROUND = 0.02
"""Ink of the middle box from which nothing on a page is believed: most boxes of any sheet are empty."""
FILLED = 0.8
"""Covered part of a box that counts as filled, for thin pens; for thick ones it is more, see ``_filled_from``."""
_THICK = 1.35
_SURELY_FILLED = 0.95
_FILLED_INK = 1.5
_LIGHTER = 0.6
"""A cross beside a filled box must be at least this dark against it: what a rubber left is not an answer."""
_USUAL = 65
"""The percentile of marks that is taken for the usual one: above the middle, since what was rubbed out is among them.

It is the ink of a mark, never a mean of two: between a mark and what a rubber left lies neither.
"""
_MOSTLY = 2 / 3
_STYLE_FROM = 3
"""Marks from which on somebody's way of marking is known."""

_DITHERED = 0.002
"""Ink of an empty box from which on black and white stand for greys by dots, and pale marks are not lost."""
INK_WRITTEN = 12
"""Thousandths of ink from which on somebody wrote into a room for handwriting."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a group says: its values, or why a person must look; ``values`` are then what seems marked.

    ``why`` is "faint", "two marks", "filled", "position" (the panel is not where it should be), "streak" or "pale"
    (marks so weak that others may be lost, or that one may be what a rubber left).
    """

    values: tuple[str, ...]
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """How a page is marked: ``fills`` None where that is not known; from which cover on a box is filled.

    ``ink`` is that of its usual mark, 0 where there is none.
    """

    fills: bool | None
    filled_from: float
    ink: float

    @property
    def filled_ink(self) -> float:
        """The ink from which on a box is filled: for who crosses it is well above that of his crosses."""
        return 0.0 if self.fills is not False else _FILLED_INK * self.ink


@dataclass(frozen=True, slots=True)
class _Limits:
    """From which ink on a box is not empty, and is marked.

    ``weak``: a mark may be what a rubber left; ``faded``: a mark may be missing where nearly everybody has one; ``lost``:
    it may be missing anywhere; ``dirty``: nothing on the page is to be believed.
    """

    empty: float
    marked: float
    weak: bool
    faded: bool
    lost: bool
    dirty: bool

    def doubt(self, group: Group, values: Sequence[str]) -> str | None:
        """Return why a person must look at a group that seems to say these values, if it is for the whole page's sake."""
        if self.dirty:
            return "position"
        if values:
            return "pale" if self.weak else None
        return "pale" if self.lost or (self.faded and not group.many and not group.part) else None


def judge_reading(groups: Sequence[Group], reading: PageReading) -> tuple[Judged, ...]:
    """Return what each group of a page says; the same measures always give the same values."""
    ink, cover, peak = levelled(_shares(reading.ink)), _shares(reading.cover), _shares(reading.peak)
    style = _style(groups, ink, cover)
    limits = _limits(style, reading)
    doubts = dict(reading.doubts)
    found: list[Judged] = []
    start = 0
    for group in groups:
        end = start + len(group.marks)
        why = next((doubts[each] for each in range(start, end) if each in doubts), None)
        judged = _judged(group, ink[start:end], cover[start:end], peak[start:end], style, limits, why)
        found.append(Judged(judged.values, judged.why or limits.doubt(group, judged.values)))
        start = end
    return tuple(found)


def is_suspiciously_pale(groups: Sequence[Group], reading: PageReading) -> bool:
    """Tell whether a scan that loses pale marks shows pale ones only, or none at all."""
    return is_hard(reading) and _style(groups, levelled(_shares(reading.ink)), _shares(reading.cover)).ink < PALE


def is_hard(reading: PageReading) -> bool:
    """Tell whether a scan was made black and white by a threshold: pale marks may be lost in it altogether."""
    return reading.bilevel and float(np.median(_shares(reading.ink))) < _DITHERED


def _limits(style: Style, reading: PageReading) -> _Limits:
    """Return the limits of a page by the ink of its marks: what is nothing beside a ballpoint may be a pencil's mark."""
    hard = is_hard(reading)
    dots = reading.bilevel and not hard
    pale = style.ink < PALE
    return _Limits(
        empty=EMPTY_BILEVEL if hard else min(EMPTY, max(_EMPTY_LEAST, _EMPTY_SHARE * style.ink)),
        marked=max(MARKED, (_MARKED_SHARE_DOTS if dots else _MARKED_SHARE) * style.ink),
        weak=(hard and pale) or (dots and style.ink < _PALE_DOTS),
        faded=pale and style.ink > 0.0,
        lost=hard and pale,
        dirty=float(np.median(_shares(reading.ink))) >= _GROUND,
    )


def levelled(ink: Shares) -> Shares:
    """Return scores less what an empty box of this page has: most boxes of any sheet are empty."""
    return np.asarray(np.maximum(ink - np.median(ink), 0.0), dtype=np.float32)


def _shares(thousandths: Sequence[int]) -> Shares:
    return np.array(thousandths, dtype=np.float32) / np.float32(1000)


def _judged(
    group: Group, ink: Shares, cover: Shares, peak: Shares, style: Style, limits: _Limits, unsure: str | None
) -> Judged:
    marked = np.flatnonzero(ink >= limits.marked)
    seems = tuple(group.marks[place].value for place in np.flatnonzero(ink >= limits.empty))
    if unsure is not None:
        return Judged(seems, unsure)
    if len(seems) > len(marked):
        return Judged(seems, "faint")
    filled = (cover[marked] >= style.filled_from) & (ink[marked] >= style.filled_ink)
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
    inks: list[float] = []
    start = 0
    for group in groups:
        part = slice(start, start + len(group.marks))
        start = part.stop
        marked = np.flatnonzero(ink[part] >= EMPTY)
        if len(marked) == 1 and not group.many:
            covers.append(float(cover[part][marked[0]]))
            inks.append(float(ink[part][marked[0]]))
    if not covers:
        return Style(None, FILLED, 0.0)
    limit = _filled_from(float(np.median(covers)))
    share = sum(each >= limit for each in covers) / len(covers)
    known = len(covers) >= _STYLE_FROM
    fills = True if known and share >= _MOSTLY else False if known and share <= 1 - _MOSTLY else None
    return Style(fills, limit, float(np.percentile(inks, _USUAL, method="higher")))


def _filled_from(usual: float) -> float:
    """Return the cover from which a box is filled, where ``usual`` is that of this page's marks."""
    return max(FILLED, min(_SURELY_FILLED, _THICK * usual))
