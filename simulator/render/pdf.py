"""Bound pages to a PDF file: the same bytes every time, the same fonts and objects whatever the values."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from simulator.layout.binding import BoundPage
from simulator.layout.fonts import VERA, vera
from simulator.layout.placed import PlacedLayer, PlacedPage, PlacedText
from simulator.layout.static import StaticLayer
from simulator.render.marks import draw_mark

CODE_POINTS = 5.0
ROW_RULE = 0.3


def render_pdf(pages: Iterable[BoundPage], *, title: str = "Dossier") -> bytes:
    """Draw the pages and return the file; each static layer is drawn once and shared by all pages that use it."""
    for face in VERA:
        vera(face)
    rl_config.useA85 = 0
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1, initialFontName="Courier")
    _settle(canvas, title)
    draw_pages(canvas, pages)
    canvas.save()
    return buffer.getvalue()


def draw_pages(canvas: Canvas, pages: Iterable[BoundPage]) -> None:
    """Draw the pages on a canvas that may hold others already."""
    forms: dict[str, str] = {}
    for bound in pages:
        _draw(canvas, bound, forms)


def _settle(canvas: Canvas, title: str) -> None:
    canvas.setTitle(title)
    for clear in (canvas.setAuthor, canvas.setSubject, canvas.setCreator, canvas.setKeywords):
        clear("")
    canvas.setProducer("simulator")


def _draw(canvas: Canvas, bound: BoundPage, forms: dict[str, str]) -> None:
    canvas.setPageSize((bound.sheet.width, bound.sheet.height))
    layers = (bound.specimen,) if bound.page is None else (bound.specimen, *bound.page.layers)
    for placed in layers:
        _layer(canvas, placed, forms)
    if bound.page is not None:
        _rules(canvas, bound.page)
        canvas.drawText(_typed(canvas, bound.page, bound.footer))
        for mark in bound.page.marks:
            draw_mark(canvas, mark)
    canvas.showPage()


def _layer(canvas: Canvas, placed: PlacedLayer, forms: dict[str, str]) -> None:
    layer = placed.layer
    name = forms.get(layer.name)
    if name is None:
        name = forms[layer.name] = f"L{len(forms)}"
        canvas.beginForm(name, -2, -2, layer.width + 2, layer.height + 2)
        _static(canvas, layer)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(placed.x, placed.y)
    canvas.doForm(name)
    canvas.restoreState()


def _static(canvas: Canvas, layer: StaticLayer) -> None:
    for x, y, width, height, grey, weight in layer.areas:
        canvas.setFillGray(grey)
        canvas.setLineWidth(weight)
        canvas.rect(x, y, width, height, stroke=int(weight > 0), fill=int(grey < 1.0))
    for x0, y0, x1, y1, weight in layer.strokes:
        canvas.setLineWidth(weight)
        canvas.line(x0, y0, x1, y1)
    canvas.setFillGray(0)
    text = canvas.beginText()
    for x, y, words, face, size in layer.words:
        text.setFont(face, size)
        text.setTextOrigin(x, y)
        text.textOut(words)
    canvas.drawText(text)


def _rules(canvas: Canvas, page: PlacedPage) -> None:
    if page.rules:
        canvas.setLineWidth(ROW_RULE)
        canvas.lines(page.rules)


def _typed(canvas: Canvas, page: PlacedPage, footer: PlacedText | None) -> PDFTextObject:
    """Return all typed words of a page as one text object: codes, then values, then heads and footer."""
    text = canvas.beginText()
    text.setFont("Courier", CODE_POINTS)
    for x, y, code in page.codes:
        text.setTextOrigin(x, y)
        text.textOut(code)
    current, condensed = ("Courier", CODE_POINTS), 100.0
    for box in page.boxes:
        if not box.lines:
            continue
        if (box.font, box.points) != current:
            current = (box.font, box.points)
            text.setFont(*current)
        if box.condensed != condensed:
            condensed = box.condensed
            text.setHorizScale(condensed)
        for x, y, line in box.lines:
            text.setTextOrigin(x, y)
            text.textOut(line)
    if condensed != 100.0:
        text.setHorizScale(100.0)
    for head in (*page.texts, *((footer,) if footer else ())):
        text.setFont(head.font, head.points)
        text.setTextOrigin(head.x, head.y)
        text.textOut(head.text)
    return text
