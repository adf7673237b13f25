"""The ladder: from all findings of a consignment to its one verdict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from simulator.formats.vocabulary import Family, PointsTo, Strength, Verdict


class Clue(Protocol):
    """What the ladder reads of a finding."""

    @property
    def points_to(self) -> PointsTo:
        """What the finding is a sign of."""

    @property
    def strength(self) -> Strength | None:
        """How much it says; None for what is innocent."""

    @property
    def family(self) -> Family:
        """Which group of the catalogue it belongs to."""


def verdict(findings: Iterable[Clue]) -> Verdict:
    """Return the verdict of all ``findings`` together: the first rung that holds.

    The rungs are those printed in the briefing: infringement outranks revenue, revenue outranks documents; two weaker
    signs of infringement count as one stronger sign when they belong to different families. What points to
    ``innocent`` is no finding and changes nothing.
    """
    clues = tuple(clue for clue in findings if clue.points_to != "innocent")
    strong, moderate, weak = (_infringing_families(clues, strength) for strength in ("strong", "moderate", "weak"))
    if strong or len(moderate) >= 2:
        return "detain"
    if moderate or len(weak) >= 2:
        return "examine"
    if any(clue.points_to == "revenue" and clue.strength in ("moderate", "strong") for clue in clues):
        return "revenue"
    return "query" if clues else "release"


def _infringing_families(clues: Iterable[Clue], strength: str) -> set[Family]:
    return {clue.family for clue in clues if clue.points_to == "infringement" and clue.strength == strength}
