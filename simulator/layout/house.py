"""A checked template with its name and the document type that it prints."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.documents.model import DocumentType
from simulator.layout.schema import Template


@dataclass(frozen=True, slots=True, eq=False)
class HouseTemplate:
    """A house style's template; ``name`` is "bill-of-lading/liner"."""

    name: str
    type: DocumentType
    body: Template
