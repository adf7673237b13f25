"""From truth's frames and the printed text back to papers with typed values."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from simulator.documents.house_styles import house_styles
from simulator.documents.model import Document, DocumentType, Papers, Place
from simulator.documents.printing import Printing
from simulator.documents.types import document_types
from simulator.errors import BadInput
from simulator.formats.truth import Truth, TruthBox, TruthDocument
from simulator.layout.template import load_template
from simulator.layout.wrap import unwrap
from simulator.verify.reading import PageText


def read_papers(truth: Truth, pages: Sequence[PageText], source: Path) -> tuple[Papers, tuple[str, ...]]:
    """Return the papers as printed, and a sentence for each box whose print is not truth's or cannot be read as a value."""
    documents, troubles = [], []
    for recorded in truth.documents:
        document, unread = _document(recorded, pages, source)
        documents.append(document)
        troubles += unread
    return Papers(tuple(documents)), tuple(troubles)


def _document(recorded: TruthDocument, pages: Sequence[PageText], source: Path) -> tuple[Document, list[str]]:
    type_ = document_types().get(recorded.type)
    if type_ is None:
        raise BadInput(f"there is no document type {recorded.type!r}", source=source, place=recorded.id)
    printing = _printing(recorded, source)
    values: dict[Place, Any] = {}
    troubles: list[str] = []
    for box in recorded.boxes:
        if box.kind != "text" or not type_.has(box.field):
            continue
        lines = _lines(box, pages)
        if (read := "\n".join(lines)) != box.text:
            troubles.append(f"{recorded.id}: {box.box}: {read!r} is printed where truth has {box.text!r}")
        hard = type_.field(box.field).codec.hard_lines
        text = unwrap(lines, _wraps(recorded.template).get(box.field, "words"), hard=hard)
        if not text:
            continue
        try:
            values[box.field, box.row] = type_.field(box.field).codec.read(text, printing)
        except ValueError as error:
            troubles.append(f"{recorded.id}: {box.box}: the print cannot be read: {error}")
    return (
        Document(
            id=recorded.id,
            type=type_,
            prefix=_prefix(recorded, type_),
            template=recorded.template,
            printing=printing,
            values=values,
            consignments=recorded.consignments,
            role=recorded.role,
        ),
        troubles,
    )


def _lines(box: TruthBox, pages: Sequence[PageText]) -> tuple[str, ...]:
    """Return what stands in a box's frame; nothing when the file has no such page."""
    return pages[box.page - 1].lines_in(box.frame) if 1 <= box.page <= len(pages) else ()


@cache
def _wraps(template: str) -> dict[str, str]:
    """Return how a template wraps each of its fields."""
    body = load_template(template).body
    columns = {column.field: column.wrap for table in body.table for column in table.columns}
    return {box.field: box.wrap for box in body.box} | columns


def _printing(recorded: TruthDocument, source: Path) -> Printing:
    for style in house_styles().get(recorded.type, ()):
        if style.template == recorded.template:
            return style.printing("es" if recorded.language == "es" else "en")
    raise BadInput(f"there is no template {recorded.template!r}", source=source, place=recorded.id)


def _prefix(recorded: TruthDocument, type_: DocumentType) -> str:
    """Return the prefix of a paper's codes, which may be numbered: what stands before the first dash."""
    return recorded.boxes[0].box.partition("-")[0] if recorded.boxes else type_.prefix
