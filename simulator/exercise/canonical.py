"""Digests over what is printed: equal papers have equal items, equal exercises equal content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from simulator.documents.model import Document, Papers
from simulator.indicators.looking import manifest_line


def item_digest(papers: Papers, consignment: str) -> str:
    """Return 16 hex digits over a consignment's printed boxes: own papers and own manifest line.

    Ids, rows of shared papers, pages and reference pages are left out, so that the same shipment on another desk is the
    same item.
    """
    boxes = [
        (document.type.name, field, row, document.printed(field, row))
        for document in papers.documents
        if not document.type.shared and consignment in document.consignments
        for field, row in sorted(document.values, key=_order)
    ]
    line = manifest_line(papers, consignment)
    if line is not None:
        boxes += [
            (line.document.type.name, field, None, line.document.printed(field, row))
            for field, row in sorted((place for place in line.document.values if place[1] in (None, line.row)), key=_order)
        ]
    return hashlib.sha256(msgspec.json.encode(boxes)).hexdigest()[:16]


def content_digest(variants: Iterable[tuple[str, Papers]]) -> str:
    """Return the SHA-256 over the canonical boxes of all variants: the same on every machine for the same draws."""
    hasher = hashlib.sha256()
    for variant, papers in variants:
        hasher.update(papers_digest(variant, papers.documents))
    return hasher.hexdigest()


def papers_digest(variant: str, documents: Iterable[Document]) -> bytes:
    """Return the digest of one variant's canonical boxes."""
    boxes = [
        (document.id, document.template, document.code(field, row), document.printed(field, row))
        for document in documents
        for field, row in sorted(document.values, key=_order)
    ]
    return hashlib.sha256(msgspec.json.encode([variant, boxes])).digest()


def _order(place: tuple[str, int | None]) -> tuple[str, int]:
    field, row = place
    return field, row or 0
