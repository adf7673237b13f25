"""The sheet as it was printed, before anybody wrote on it: our own rendering, against which scans are compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pypdfium2
from PIL import Image

from simulator.intake.scans.geometry import Floats
from simulator.intake.scans.picture import Picture
from simulator.render.flow import PAPERS
from simulator.sheets.drawing import sheet_pdf
from simulator.sheets.model import Frame, Group, Panel, Sheet, SheetPage, WriteIn

SCALE = 150.0 / 72.0
"""Pixels a point at which pages are laid flat: 150 dpi."""


@dataclass(frozen=True, slots=True, eq=False)
class BlankPage:
    """A described page with its picture at ``SCALE``, nothing filled in."""

    sheet: Sheet
    page: SheetPage
    picture: Picture
    panels: tuple[Panel, ...]
    groups: tuple[Group, ...]
    written: tuple[WriteIn, ...]
    panel_of: tuple[int, ...]
    """For each mark, in the order of groups, the panel that it stands in."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return PAPERS[self.sheet.plan.paper]

    @property
    def frames(self) -> list[Frame]:
        """The frames of all marks, in the order of groups."""
        return [mark.frame for group in self.groups for mark in group.marks]

    @lru_cache(maxsize=1024)  # noqa: B019 - blank pages live as long as the program
    def profiles(self, left: int, top: int, right: int, bottom: int) -> tuple[Floats, Floats]:
        """Return the mean greys of the columns and of the rows of a rectangle of the picture."""
        part = self.picture[top:bottom, left:right]
        return part.mean(axis=0), part.mean(axis=1)


@lru_cache(maxsize=64)
def blank_page(sheet: Sheet, number: int) -> BlankPage:
    """Return a page as printed; the code and the name on it are nobody's, and nothing is read there."""
    page = sheet.pages[number - 1]
    with_panels = tuple(page.panels)
    document = pypdfium2.PdfDocument(_pdf(sheet))
    picture = rendered(document[number - 1], SCALE)
    document.close()
    return BlankPage(
        sheet,
        page,
        picture,
        with_panels,
        tuple(page.groups),
        tuple(each for panel in with_panels for each in panel.written),
        tuple(place for place, panel in enumerate(with_panels) for group in panel.groups for _ in group.marks),
    )


def rendered(page: pypdfium2.PdfPage, scale: float) -> Picture:
    """Return a page at exactly so many pixels a point: pdfium rounds its picture up and stretches the page to fit it."""
    wide, tall = page.get_size()
    image = page.render(scale=scale, grayscale=True).to_pil()
    size = round(wide * scale), round(tall * scale)
    right = min(image.width, size[0] * image.width / (wide * scale))
    bottom = min(image.height, size[1] * image.height / (tall * scale))
    return np.asarray(image.resize(size, Image.Resampling.BILINEAR, (0.0, 0.0, right, bottom)))


@lru_cache(maxsize=16)
def _pdf(sheet: Sheet) -> bytes:
    return sheet_pdf(sheet, None)
