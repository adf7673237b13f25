"""fpdf2 drawing what a dossier draws: the same strings, rules and static layers at the same places, no marks.

It is tuned as far as it lets itself be: compressed pages, no margins, no page breaks of its own, faces set only where they
change. It has no forms that pages share, so a static layer is drawn on each page that has it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import reportlab

from simulator.layout.binding import BoundPage
from simulator.layout.fonts import VERA
from simulator.layout.placed import PlacedLayer

if TYPE_CHECKING:
    from fpdf import FPDF

STYLES = {"Courier": "", "Courier-Bold": "B"}
FONTS = Path(reportlab.__file__).parent / "fonts"


def is_installed() -> bool:
    """Whether fpdf2 can be measured here; it is no dependency of the product."""
    return importlib.util.find_spec("fpdf") is not None


def fpdf2_pdf(pages: Sequence[BoundPage]) -> bytes:
    """Return a PDF with the words, rules and layers of the pages."""
    from fpdf import FPDF

    pdf = FPDF(unit="pt")
    pdf.core_fonts_encoding = "windows-1252"
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    for face in VERA:
        pdf.add_font(face, fname=FONTS / f"{face}.ttf")
    for bound in pages:
        pdf.add_page(format=(bound.sheet.width, bound.sheet.height))
        _layer(pdf, bound.specimen)
        if bound.page is not None:
            for layer in bound.page.layers:
                _layer(pdf, layer)
            pdf.set_line_width(0.3)
            for x0, y0, x1, y1 in bound.page.rules:
                pdf.line(x0, pdf.h - y0, x1, pdf.h - y1)
            _words(pdf, bound)
    return bytes(pdf.output())


def _words(pdf: FPDF, bound: BoundPage) -> None:
    page = bound.page
    if page is None:
        return
    pdf.set_font("Courier", size=5)
    for x, y, code in page.codes:
        pdf.text(x, pdf.h - y, code)
    face, condensed = ("Courier", 5.0), 100.0
    for box in page.boxes:
        if not box.lines:
            continue
        if face != (box.font, box.points):
            face = (box.font, box.points)
            pdf.set_font("Courier", STYLES[box.font], box.points)
        if condensed != box.condensed:
            condensed = box.condensed
            pdf.set_stretching(condensed)
        for x, y, line in box.lines:
            pdf.text(x, pdf.h - y, line)
    if condensed != 100.0:
        pdf.set_stretching(100)
    for head in (*page.texts, *((bound.footer,) if bound.footer else ())):
        pdf.set_font("Courier", STYLES[head.font], head.points)
        pdf.text(head.x, pdf.h - head.y, head.text)


def _layer(pdf: FPDF, placed: PlacedLayer) -> None:
    layer, left, bottom = placed.layer, placed.x, pdf.h - placed.y
    for x, y, width, height, grey, weight in layer.areas:
        pdf.set_fill_color(round(grey * 255))
        pdf.set_line_width(weight)
        style = ("D" if weight else "") + ("F" if grey < 1.0 else "")
        if style:
            pdf.rect(left + x, bottom - y - height, width, height, style=style)
    for x0, y0, x1, y1, weight in layer.strokes:
        pdf.set_line_width(weight)
        pdf.line(left + x0, bottom - y0, left + x1, bottom - y1)
    for x, y, words, face, size in layer.words:
        pdf.set_font(face, size=size)
        pdf.text(left + x, bottom - y, words)
