"""One picture to the reading of one page."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from simulator.intake.scans.aligning import Piece, aligned
from simulator.intake.scans.blanks import SCALE, BlankPage, blank_page
from simulator.intake.scans.codes import SeenCode, find_codes
from simulator.intake.scans.geometry import Mapping
from simulator.intake.scans.judging import EMPTY, INK_WRITTEN
from simulator.intake.scans.locating import Located, locate
from simulator.intake.scans.picture import Picture, flattened, reduced
from simulator.intake.scans.questions import questions
from simulator.intake.scans.records import PageReading, ReadPage
from simulator.intake.scans.scoring import Scores, scores
from simulator.intake.scans.streaks import painted_over, streaks
from simulator.sheets.model import Sheet
from simulator.sheets.page_code import PageCode

FindSheet = Callable[[PageCode], Sheet | None]
"""Returns the sheet that a code belongs to, None when this pack has no such page."""
_LIKE = 0.25
"""Likeness to the blank sheet below which a panel's place is in doubt."""
_BLANK_INK = 0.004
"""The share of dark pixels up to which a page without a code is an empty side."""
_MARGIN = 6.0
"""Points around a panel in its picture."""


def read_page(image: Image.Image, pack: str, sheet_of: FindSheet) -> ReadPage:
    """Read one picture of a page; whatever is on it, the reading says what."""
    bilevel = _is_bilevel(image)
    small = reduced(image)
    picture = np.asarray(small)
    if min(picture.shape) < 200:
        return _nothing(PageReading("unknown", note="the picture is smaller than 200 pixels; scan it with 150 dpi"))
    seen = find_codes(picture)
    ours = next((each.code for each in seen if each.code), None)
    if ours is None:
        return _nothing(_without_code(picture, seen))
    if ours.pack != pack.lower():
        return _nothing(PageReading("foreign", ours.text, f"it belongs to pack {ours.pack}"))
    sheet = sheet_of(ours)
    if sheet is None:
        return _nothing(PageReading("unknown", ours.text, "its code names a page that this pack does not have"))
    columns, rows = streaks(picture)
    clean = painted_over(picture, columns, rows)
    found = locate(clean, ours, seen, sheet.plan.paper)
    if found is None:
        note = "its black registration squares were not found; scan the whole sheet, flat and not cut off"
        return _nothing(PageReading("unread", ours.text, note))
    return _measured(clean, ours, found, blank_page(sheet, ours.page), columns, rows, bilevel)


def _measured(
    clean: Picture,
    code: PageCode,
    found: Located,
    blank: BlankPage,
    columns: NDArray[np.intp],
    rows: NDArray[np.intp],
    bilevel: bool,
) -> ReadPage:
    flat = flattened(Image.fromarray(clean), found.mapping, blank.size, SCALE)
    pieces = aligned(flat, blank)
    measured = scores(flat, blank, pieces, found.black)
    reading = PageReading(
        "sheet",
        code.text,
        "a line of dirt on the glass was painted over" if len(columns) or len(rows) else "",
        _thousandths(measured.ink),
        _thousandths(measured.cover),
        _thousandths(measured.peak),
        tuple(_doubts(blank, pieces, found.mapping, measured, columns, rows)),
        _thousandths(measured.written),
        bilevel,
    )
    return ReadPage(reading, _pictures(flat, blank, reading))


def _doubts(
    blank: BlankPage,
    pieces: Sequence[Piece],
    mapping: Mapping,
    measured: Scores,
    columns: NDArray[np.intp],
    rows: NDArray[np.intp],
) -> list[tuple[int, str]]:
    """Return the marks whose score is not to be believed: on panels that are not where they should be, below streaks."""
    frames = np.array(blank.frames)
    panels = np.array(blank.panel_of)
    centres = (frames[:, :2] + frames[:, 2:]) / 2
    lost = np.zeros(len(frames), dtype=bool)
    for piece in pieces:
        if piece.likeness < _LIKE:
            lost |= (panels == piece.panel) & (centres[:, 0] >= piece.frame[0]) & (centres[:, 0] <= piece.frame[2])
    found = [(int(each), "position") for each in np.flatnonzero(lost)]
    if len(columns) or len(rows):
        at = mapping(centres)
        half = (frames[:, 2] - frames[:, 0]) / 2 * mapping.pixels_a_point(*(blank.size[0] / 2, blank.size[1] / 2)) + 1
        below = _hit(at[:, 0], half, columns) | _hit(at[:, 1], half, rows)
        slight = (measured.ink > EMPTY / 2) & (measured.ink < 4 * EMPTY)
        found += [(int(each), "streak") for each in np.flatnonzero(below & slight & ~lost)]
    return found


def _hit(centres: NDArray[np.float64], half: NDArray[np.float64], lines: NDArray[np.intp]) -> NDArray[np.bool_]:
    if not len(lines):
        return np.zeros(len(centres), dtype=bool)
    return np.asarray((np.abs(centres[:, None] - lines[None, :]) <= half[:, None]).any(axis=1))


def _pictures(flat: Picture, blank: BlankPage, reading: PageReading) -> dict[str, bytes]:
    """Return pictures of the panels that a person may want to see: something is in doubt, or somebody wrote there."""
    doubtful = {each.panel for each in questions(blank.page, reading) if each.why}
    inked = {each.id for each, ink in zip(blank.written, reading.written, strict=True) if ink >= INK_WRITTEN}
    return {
        panel.id: _cut(flat, panel.frame, blank.size[1])
        for panel in blank.panels
        if panel.id in doubtful or any(each.id in inked for each in panel.written)
    }


def _cut(flat: Picture, frame: tuple[float, float, float, float], tall: float) -> bytes:
    left, right = max(0, round((frame[0] - _MARGIN) * SCALE)), round((frame[2] + _MARGIN) * SCALE)
    top, bottom = max(0, round((tall - frame[3] - _MARGIN) * SCALE)), round((tall - frame[1] + _MARGIN) * SCALE)
    buffer = io.BytesIO()
    Image.fromarray(flat[top:bottom, left:right]).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _without_code(picture: Picture, seen: Sequence[SeenCode]) -> PageReading:
    if seen:
        return PageReading("unknown", note="it has a QR code that is not one of an answer sheet")
    edge = (picture.shape[0] // 20, picture.shape[1] // 20)
    inner = picture[edge[0] : -edge[0] : 2, edge[1] : -edge[1] : 2]
    white = float(np.percentile(inner, 60))
    if float((inner < 0.7 * white).mean()) <= _BLANK_INK:
        return PageReading("blank")
    return PageReading(
        "unknown", note="no QR code of an answer sheet was found; scan it again, or type its answers into a CSV"
    )


def _is_bilevel(image: Image.Image) -> bool:
    """Tell whether a picture knows black and white only."""
    if image.mode == "1":
        return True
    counts = np.array((image if image.mode == "L" else image.convert("L")).histogram()[:256])
    return bool(counts[16:240].sum() < 0.002 * counts.sum())


def _thousandths(shares: NDArray[np.float32]) -> tuple[int, ...]:
    return tuple(np.rint(shares * 1000).astype(int).tolist())


def _nothing(reading: PageReading) -> ReadPage:
    return ReadPage(reading, {})
