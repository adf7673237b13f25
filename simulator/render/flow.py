"""The product's own pages: blocks of text and tables to a PDF with margins, footer and page numbers.

Trade papers are drawn elsewhere; this is for briefing, answer sheets, keys and reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reportlab.pdfgen.canvas import Canvas

from simulator.formats.vocabulary import Language, Paper
from simulator.render.flow_blocks import Block
from simulator.render.flow_canvas import Drawn, pdf_bytes
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Op, Rule, Words
from simulator.render.flow_pages import Page, paginate

PAPERS: dict[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
MARGIN = 46.0
"""16 mm: printers and punches leave it alone."""
SPECIMEN = (
    "TRAINING SPECIMEN – INVENTED PARTIES – NOT A TRADE DOCUMENT",
    "EJEMPLAR DE CAPACITACIÓN – PARTES FICTICIAS – SIN VALOR COMERCIAL",
)
_FOOTER_SIZE = 6.5
_FOOTER_HEIGHT = 26.0


def text_width_of(paper: Paper) -> float:
    """Return the width between the margins."""
    return PAPERS[paper][0] - 2 * MARGIN


def text_height_of(paper: Paper) -> float:
    """Return the height between the top margin and the footer."""
    return PAPERS[paper][1] - 2 * MARGIN - _FOOTER_HEIGHT


def flow_pages(blocks: Iterable[Block], paper: Paper) -> tuple[Page, ...]:
    """Lay blocks out on pages."""
    width = text_width_of(paper)
    return paginate((each for block in blocks for each in block.slices(width)), text_height_of(paper))


def flow_pdf(
    blocks: Iterable[Block],
    *,
    language: Language,
    paper: Paper,
    title: str,
    label: str,
    appendix: Callable[[Canvas], None] | None = None,
) -> bytes:
    """Return the blocks as a PDF; ``label`` stands in the footer beside the page's number and their count.

    ``appendix`` draws finished pages behind them.
    """
    pages = flow_pages(blocks, paper)
    top = PAPERS[paper][1] - MARGIN
    drawn: list[list[Drawn]] = []
    for number, page in enumerate(pages, 1):
        bands: list[Drawn] = [(MARGIN, top - below, each.ops) for below, each in page.placed]
        bands.append((MARGIN, MARGIN, footer_ops(text_width_of(paper), label, f"{number}/{len(pages)}")))
        drawn.append(bands)
    return pdf_bytes(drawn, PAPERS[paper], title, language, appendix)


def footer_ops(width: float, label: str, number: str) -> tuple[Op, ...]:
    """Return the footer from its lower left corner: the specimen line in both languages, label and page number."""
    size = _FOOTER_SIZE
    step = size * 1.3
    room = width - max(text_width(line, size) for line in SPECIMEN) - 12.0
    ops: list[Op] = [Rule(0.0, step * 2 + 2.0, width, step * 2 + 2.0, 0.4, 0.5)]
    for line, text in enumerate(SPECIMEN):
        ops.append(Words(0.0, step * (1 - line) + 1.0, text, size, grey=0.25))
    fitted = min(size, room / max(text_width(label, 1.0), 1.0))
    ops.append(Words(width - text_width(label, fitted), step + 1.0, label, fitted))
    ops.append(Words(width - text_width(number, size + 1, "bold"), 1.0, number, size + 1, "bold"))
    return tuple(ops)
