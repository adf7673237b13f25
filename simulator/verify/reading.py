"""The text of a PDF's pages with the place of every character, independent of how it was drawn."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from simulator.errors import BadInput
from simulator.formats.truth import Rectangle

SAME_LINE = 1.0
"""Points by which baselines may differ on one line."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The characters of one page: code points, and the origins at which they were set, in points."""

    codes: NDArray[np.int64]
    x: NDArray[np.float64]
    y: NDArray[np.float64]

    def lines_in(self, frame: Rectangle) -> tuple[str, ...]:
        """Return the lines of text whose characters begin inside a frame, from top to bottom."""
        x0, y0, x1, y1 = frame
        inside = np.flatnonzero(
            (self.x >= x0 - 0.05) & (self.x <= x1 + 0.05) & (self.y >= y0 - 0.05) & (self.y <= y1 + 0.05)
        )
        lines: list[list[tuple[float, str]]] = []
        baseline = float("inf")
        for index in sorted(inside, key=lambda at: (-self.y[at], self.x[at])):
            if baseline - self.y[index] > SAME_LINE:
                lines.append([])
                baseline = float(self.y[index])
            lines[-1].append((float(self.x[index]), chr(self.codes[index])))
        return tuple("".join(sign for _, sign in sorted(line, key=lambda pair: pair[0])).rstrip() for line in lines)


def read_pages(path: Path) -> Sequence[PageText]:
    """Return the pages of a PDF; raise ``BadInput`` when it is missing or not a PDF."""
    if not path.is_file():
        raise BadInput("there is no such file; generate the pack again", source=path)
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        raise BadInput("this is not a PDF that can be read; generate the pack again", source=path) from None
    try:
        return [_page(document[index]) for index in range(len(document))]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> PageText:
    text = page.get_textpage()
    try:
        count = pdfium.FPDFText_CountChars(text)
        codes, x, y = np.zeros(count, np.int64), np.zeros(count), np.zeros(count)
        left, bottom = ctypes.c_double(), ctypes.c_double()
        kept = np.zeros(count, bool)
        for index in range(count):
            # Characters that the reader makes up (spaces, line ends) are not in print.
            if pdfium.FPDFText_IsGenerated(text, index) == 1:
                continue
            pdfium.FPDFText_GetCharOrigin(text, index, left, bottom)
            codes[index], x[index], y[index] = pdfium.FPDFText_GetUnicode(text, index), left.value, bottom.value
            kept[index] = True
        return PageText(codes[kept], x[kept], y[kept])
    finally:
        text.close()
        page.close()
