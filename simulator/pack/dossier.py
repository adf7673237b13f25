"""The papers of one variant as a bound dossier."""

from __future__ import annotations

from simulator.documents.model import Document, Papers
from simulator.formats.vocabulary import Paper
from simulator.layout.binding import Dossier, Section, bind
from simulator.layout.place import place
from simulator.layout.placed import PlacedDocument
from simulator.layout.template import load_template

REFERENCE = "REF"
"""Label of the reference pages' sides; manifests are bound with them, since several consignments share one."""


def dossier(papers: Papers, paper: Paper) -> Dossier:
    """Bind reference pages and manifests first, then each consignment from an odd side, in the order of the desk."""
    shared = tuple(_placed(document, paper) for document in papers.documents if document.type.shared)
    own: dict[str, list[PlacedDocument]] = {}
    for document in papers.documents:
        if not document.type.shared:
            own.setdefault(document.consignments[0], []).append(_placed(document, paper))
    sections = [Section(REFERENCE, shared), *(Section(id_, tuple(placed)) for id_, placed in own.items())]
    return bind(sections, paper)


def _placed(document: Document, paper: Paper) -> PlacedDocument:
    return place(document, load_template(document.template), paper)
