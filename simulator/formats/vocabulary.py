"""The closed sets of words that stand in the contract's files."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["en", "es"]
Paper = Literal["letter", "a4"]
Mode = Literal["sea", "air"]
Verdict = Literal["release", "query", "revenue", "examine", "detain"]
PointsTo = Literal["infringement", "revenue", "documentary", "innocent"]
Strength = Literal["weak", "moderate", "strong"]
SeenBy = Literal["glance", "arithmetic", "comparison", "card", "absence"]
Stage = Literal["manifest", "dossier"]
EvidenceRole = Literal["shows", "against", "follows", "identifies"]
BoxKind = Literal["text", "ink", "barcode", "mark"]
Family = Literal["routing", "parties", "goods", "value", "form", "cross", "labels", "rights"]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
FAMILIES: tuple[Family, ...] = get_args(Family)
SEEN_BY: tuple[SeenBy, ...] = get_args(SeenBy)
ACTING: frozenset[str] = frozenset({"examine", "detain"})
"""Decisions that open the shipment; signals are the consignments with these verdicts."""
