"""Bound pages to a PDF file: the same bytes every time, the same fonts and objects whatever the values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from simulator.layout.binding import BoundPage
from simulator.layout.fonts import TYPED, VERA, vera
from simulator.layout.placed import PlacedLayer, PlacedPage
from simulator.render.marks import draw_mark
from simulator.render.static import static_operators
from simulator.render.typed import typed_words

ROW_RULE = 0.3


def render_pdf(pages: Iterable[BoundPage], *, title: str = "Dossier") -> bytes:
    """Draw the pages and return the file; each static layer is drawn once and shared by all pages that use it."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1, initialFontName="Courier")
    _settle(canvas, title)
    draw_pages(canvas, pages)
    with _binary_streams():
        canvas.save()
    return buffer.getvalue()


@contextmanager
def _binary_streams() -> Iterator[None]:
    """Leave out ASCII85, a fifth of the file; the setting is ReportLab's own, and global, so it is put back."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before


def draw_pages(canvas: Canvas, pages: Iterable[BoundPage]) -> None:
    """Draw the pages on a canvas that may hold others already."""
    for face in VERA:
        vera(face)
    fonts = {face: canvas._doc.getInternalFontName(face) for face in TYPED}
    for bound in pages:
        _draw(canvas, bound, fonts)


def _settle(canvas: Canvas, title: str) -> None:
    canvas.setTitle(title)
    for clear in (canvas.setAuthor, canvas.setSubject, canvas.setCreator, canvas.setKeywords):
        clear("")
    canvas.setProducer("simulator")


def _draw(canvas: Canvas, bound: BoundPage, fonts: dict[str, str]) -> None:
    canvas.setPageSize((bound.sheet.width, bound.sheet.height))
    layers = (bound.specimen,) if bound.page is None else (bound.specimen, *bound.page.layers)
    for placed in layers:
        _layer(canvas, placed)
    if bound.page is not None:
        _rules(canvas, bound.page)
        canvas.addLiteral(typed_words(bound.page, bound.footer, fonts))
        for mark in bound.page.marks:
            draw_mark(canvas, mark)
    canvas.showPage()


def _layer(canvas: Canvas, placed: PlacedLayer) -> None:
    layer = placed.layer
    name = layer.name.replace("/", "-").replace(":", "-")
    if not canvas.hasForm(name):
        canvas.beginForm(name, -2, -2, layer.width + 2, layer.height + 2)
        canvas.addLiteral(static_operators(canvas, layer))
        canvas.endForm()
    canvas.saveState()
    canvas.translate(placed.x, placed.y)
    canvas.doForm(name)
    canvas.restoreState()


def _rules(canvas: Canvas, page: PlacedPage) -> None:
    lines = [f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l" for x0, y0, x1, y1 in page.rules]
    if lines:
        canvas.addLiteral(f"{ROW_RULE:g} w\n" + "\n".join(lines) + "\nS")
