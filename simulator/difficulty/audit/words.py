"""Evidence, third part: which words the papers use where traders write freely or choose a term."""

from __future__ import annotations

from simulator.difficulty.audit.agreement import own_papers, words_of
from simulator.difficulty.audit.printed import Features
from simulator.documents.model import Papers

FIELDS = (
    "description_of_goods", "remarks", "model", "carrier_clauses", "place_of_delivery", "onward_carriage",
    "freight_terms", "terms_of_delivery",
)  # fmt: skip
"""Boxes of which each word is a feature."""


def word_features(papers: Papers, consignment: str) -> Features:
    """Return 1 for every word of these boxes, whichever paper it stands on."""
    found = {
        f"{field}: {word}"
        for document in own_papers(papers, consignment).values()
        for (field, row) in document.values
        if field in FIELDS
        for word in words_of(document.printed(field, row))
    }
    return dict.fromkeys(sorted(found), 1.0)
