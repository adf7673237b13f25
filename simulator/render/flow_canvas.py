"""Pages of slices to PDF bytes: the same bytes every time, nothing in the file but the pages.

ReportLab makes the file and embeds the fonts; the drawing operators are written here, because its canvas formats
every number through six calls and that was two thirds of the time of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from simulator.render.flow_fonts import face
from simulator.render.flow_ops import Area, Areas, Circle, FontName, Op, Ready, Rule, Words

Drawn = tuple[float, float, tuple[Op, ...]]
"""Where an origin lies on the page, and what is drawn from it."""

_ARC = 0.5523
"""Control points of a quarter circle drawn as a Bézier curve, as a share of the radius."""


def pdf_bytes(
    pages: Iterable[Iterable[Drawn]],
    size: tuple[float, float],
    title: str,
    language: str,
    appendix: Callable[[Canvas], None] | None = None,
    sizes: Sequence[tuple[float, float]] = (),
    fields: Callable[[Canvas, int], None] | None = None,
) -> bytes:
    """Draw each page's ops, then what ``appendix`` draws behind them, and return the file.

    ``sizes`` are those of the pages, where not all have the same; ``fields`` adds what can be filled in to a page, whose
    place it is told from 0.
    """
    buffer = BytesIO()
    with _plain_streams():
        canvas: Any = Canvas(buffer, pagesize=size, invariant=1, pageCompression=1, initialFontName="Courier")
        _settle(canvas, title, language)
        if appendix is None:
            _without_typed_font(canvas)
        for number, page in enumerate(pages):
            drawn = tuple(page)
            if sizes:
                # Its own setter would write the typed font's preamble again.
                canvas._pagesize = sizes[number]
            canvas.addLiteral("\n".join((*_shapes(drawn), *_texts(canvas, drawn))))
            if fields is not None:
                fields(canvas, number)
            canvas.showPage()
        if appendix is not None:
            appendix(canvas)
        canvas.save()
    return buffer.getvalue()


@contextmanager
def _plain_streams() -> Iterator[None]:
    """Leave ASCII85 out: it makes files a quarter larger and is slow; ReportLab has only a global switch for it."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before


def _settle(canvas: Any, title: str, language: str) -> None:
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("")
    canvas.setProducer("simulator")
    canvas.setCatalogEntry("Lang", "es-MX" if language == "es" else "en")


def _without_typed_font(canvas: Any) -> None:
    """Take out the face that ReportLab sets on every page: it is unused here, not embedded, and printers complain."""
    canvas._preamble = ""
    canvas._doc.idToObject["BasicFonts"].dict.clear()


def ready(ops: tuple[Op, ...]) -> tuple[Op, ...]:
    """Return ops of a page with all but their words written out."""
    words = (op for op in ops if isinstance(op, Words))
    return Ready("\n".join(_shapes(((0.0, 0.0, ops),)))), *words


def _shapes(drawn: tuple[Drawn, ...]) -> Iterator[str]:
    """Yield areas first, then rules and circles in their order, so that no shade covers a line."""
    for x, y, ops in drawn:
        yield from (_area(x, y, op) for op in ops if isinstance(op, Area))
    for x, y, ops in drawn:
        for op in ops:
            if isinstance(op, Rule):
                lengths = op.dash or ((2, 2) if op.dashed else ())
                dash = f"[{' '.join(f'{each:g}' for each in lengths)}] 0 d"
                yield (
                    f"{op.grey:g} G {op.width:g} w {dash} {x + op.x0:.2f} {y + op.y0:.2f} m "
                    f"{x + op.x1:.2f} {y + op.y1:.2f} l S"
                )
            elif isinstance(op, Circle):
                yield _circle(x + op.x, y + op.y, op)
            elif isinstance(op, Areas):
                yield _areas(x, y, op)
            elif isinstance(op, Ready):
                yield op.operators


def _paint(fill: float | None, stroke: float | None) -> tuple[str, str]:
    """Return the operators that set the greys, and the one that paints the path."""
    greys = ("" if fill is None else f"{fill:g} g ") + ("" if stroke is None else f"{stroke:g} G 0.6 w [] 0 d ")
    both = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
    return greys, both[fill is not None, stroke is not None]


def _area(x: float, y: float, op: Area) -> str:
    greys, paint = _paint(op.fill, op.stroke)
    return f"{greys}{x + op.x:.2f} {y + op.y:.2f} {op.width:.2f} {op.height:.2f} re {paint}"


def _areas(x: float, y: float, op: Areas) -> str:
    greys, paint = _paint(op.fill, op.stroke)
    path = (f"{x + x0:.2f} {y + y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re" for x0, y0, x1, y1 in op.frames)
    return f"{greys}{' '.join(path)} {paint}"


def _circle(x: float, y: float, op: Circle) -> str:
    greys, paint = _paint(op.fill, op.stroke)
    r, k = op.radius, op.radius * _ARC
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    path = " ".join(" ".join(f"{value:.2f}" for value in curve) + " c" for curve in curves)
    return f"{greys}{x + r:.2f} {y:.2f} m {path} {paint}"


def _texts(canvas: Any, drawn: tuple[Drawn, ...]) -> Iterator[str]:
    """Yield one text object; font and grey are set only where they change."""
    yield "BT"
    state: tuple[str, float] | None = None
    grey: float | None = None
    shown: dict[tuple[str, FontName], tuple[tuple[str, str], ...]] = {}
    for x, y, ops in drawn:
        for op in ops:
            if not isinstance(op, Words):
                continue
            if op.grey != grey:
                grey = op.grey
                yield f"{grey:g} g"
            turn = "0 1 -1 0" if op.turned else "1 0 0 1"
            yield f"{turn} {x + op.x:.2f} {y + op.y:.2f} Tm"
            parts = shown.get((op.text, op.font))
            if parts is None:
                parts = shown[op.text, op.font] = _coded(canvas, op)
            for font, codes in parts:
                if (font, op.size) != state:
                    state = font, op.size
                    yield f"{font} {op.size:g} Tf"
                yield f"<{codes}> Tj"
    yield "ET"


def _coded(canvas: Any, op: Words) -> tuple[tuple[str, str], ...]:
    """Return a text's parts in the file's own fonts: the font's name there, and the codes."""
    font = face(op.font)
    return tuple(
        (font.getSubsetInternalName(subset, canvas._doc), codes.hex())
        for subset, codes in font.splitString(op.text, canvas._doc)
    )
