"""A bare ReportLab canvas that draws what a dossier draws: the same strings, rules and static layers, no marks.

It is tuned as the product is: ``invariant``, compressed pages, no ASCII85, one text object a page, a static layer drawn
once a file as a Form XObject. What it lacks is everything that finds the strings and their places.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from simulator.layout.binding import BoundPage
from simulator.layout.placed import PlacedLayer
from simulator.layout.static import StaticLayer


def bare_pdf(pages: Sequence[BoundPage]) -> bytes:
    """Return a PDF with the words, rules and layers of the pages."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1, initialFontName="Courier")
    forms: dict[str, str] = {}
    for bound in pages:
        canvas.setPageSize((bound.sheet.width, bound.sheet.height))
        _layer(canvas, bound.specimen, forms)
        if bound.page is not None:
            for layer in bound.page.layers:
                _layer(canvas, layer, forms)
            if bound.page.rules:
                canvas.setLineWidth(0.3)
                canvas.lines(bound.page.rules)
            _words(canvas, bound)
        canvas.showPage()
    before, rl_config.useA85 = rl_config.useA85, 0
    try:
        canvas.save()
    finally:
        rl_config.useA85 = before
    return buffer.getvalue()


def _words(canvas: Canvas, bound: BoundPage) -> None:
    page = bound.page
    if page is None:
        return
    text = canvas.beginText()
    text.setFont("Courier", 5)
    for x, y, code in page.codes:
        text.setTextOrigin(x, y)
        text.textOut(code)
    face, condensed = ("Courier", 5.0), 100.0
    for box in page.boxes:
        if not box.lines:
            continue
        if face != (box.font, box.points):
            face = (box.font, box.points)
            text.setFont(*face)
        if condensed != box.condensed:
            condensed = box.condensed
            text.setHorizScale(condensed)
        for x, y, line in box.lines:
            text.setTextOrigin(x, y)
            text.textOut(line)
    if condensed != 100.0:
        text.setHorizScale(100)
    for head in (*page.texts, *((bound.footer,) if bound.footer else ())):
        text.setFont(head.font, head.points)
        text.setTextOrigin(head.x, head.y)
        text.textOut(head.text)
    canvas.drawText(text)


def _layer(canvas: Canvas, placed: PlacedLayer, forms: dict[str, str]) -> None:
    layer = placed.layer
    if layer.name not in forms:
        forms[layer.name] = f"L{len(forms)}"
        canvas.beginForm(forms[layer.name], -2, -2, layer.width + 2, layer.height + 2)
        _static(canvas, layer)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(placed.x, placed.y)
    canvas.doForm(forms[layer.name])
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
