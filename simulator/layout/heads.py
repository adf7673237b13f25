"""Running heads: typed words outside of all boxes that tie a paper's pages together."""

from __future__ import annotations

from simulator.documents.model import Document
from simulator.layout.fonts import ADVANCE
from simulator.layout.form import Form
from simulator.layout.paper import MM
from simulator.layout.placed import PlacedText
from simulator.layout.schema import Head


def place_heads(document: Document, form: Form, page: int, pages: int) -> tuple[PlacedText, ...]:
    """Return the heads of page ``page`` of ``pages``; the first page also tells that the paper goes on."""
    more = form.continuation
    heads = form.heads if page == 1 or more is None else more.heads
    if page == 1 and pages > 1 and more is not None and more.notice is not None:
        heads = (*heads, more.notice)
    return tuple(_head(head, document, form, page, pages) for head in heads)


def _head(head: Head, document: Document, form: Form, page: int, pages: int) -> PlacedText:
    text = head.text if isinstance(head.text, str) else head.text.text(document.printing.language)
    value = document.printed(head.field).replace("\n", ", ") if head.field else ""
    said = text.replace("{value}", value).replace("{pages}", str(pages)).replace("{page}", str(page))
    across = len(said) * ADVANCE * head.size
    x = form.sheet.left + head.at[0] * MM - {"left": 0.0, "center": across / 2, "right": across}[head.align]
    return PlacedText(round(x, 2), round(form.sheet.top - head.at[1] * MM, 2), said, head.font, head.size)
