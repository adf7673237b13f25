"""``instructor/key.json``: what each consignment shows, and what follows from it."""

from __future__ import annotations

from typing import Any

import msgspec

from simulator.formats import FORMAT
from simulator.formats.vocabulary import (
    EvidenceRole,
    Family,
    Mode,
    PointsTo,
    SeenBy,
    Stage,
    Strength,
    Verdict,
)


class Bilingual(msgspec.Struct, frozen=True):
    """One text in both languages of the product."""

    en: str
    es: str

    def text(self, language: str) -> str:
        """Return the text in ``language`` ("en" or "es")."""
        return self.es if language == "es" else self.en


class Evidence(msgspec.Struct, frozen=True):
    """One box of a finding: the whole code with its row, what is printed and what a lawful shipment would show."""

    document: str
    box: str
    role: EvidenceRole
    printed: str
    expected: str


class Finding(msgspec.Struct, frozen=True):
    """An indicator or look-alike that the finished papers show."""

    indicator: str
    family: Family
    points_to: PointsTo
    strength: Strength | None
    subtlety: int
    seen_by: tuple[SeenBy, ...]
    stage: Stage
    planted: bool
    evidence: tuple[Evidence, ...]
    explanation: Bilingual


class KeyDocument(msgspec.Struct, frozen=True):
    """One paper of a consignment: truth id, role on transport documents, printed number."""

    document: str
    role: str | None
    number: str


class DifficultyCard(msgspec.Struct, frozen=True):
    """What may make a consignment hard, known when it is made: the rows of the design matrix of a calibration.

    ``clues`` is how many findings it shows, ``seen_by`` the ways in which any of them is seen, ``subtlety`` (1 to 3) that
    of the plainest, 0 where there is none; ``look_alikes`` counts those beside them. ``trusted`` is how plausible the
    rest of the story is: of what the reference pages could confirm (maker, licence, price, importer, lane), the share
    (0 to 1) that they do confirm. ``lines`` are goods lines, ``sides`` the sides of its own papers.
    """

    clues: int
    seen_by: tuple[SeenBy, ...]
    subtlety: int
    look_alikes: int
    trusted: float
    lines: int
    sides: int = 0


class KeyConsignment(msgspec.Struct, frozen=True):
    """The solution of one consignment of one variant.

    ``origin`` is the ISO 3166-1 code of the country of origin of the goods, as the papers state it with nothing planted
    (not the country of shipment, nor what a planted paper claims); "" in keys that were made before it stood there.
    """

    id: str
    slot: str
    item: str
    mode: Mode
    documents: tuple[KeyDocument, ...]
    verdict: Verdict
    findings: tuple[Finding, ...]
    look_alikes: tuple[Finding, ...]
    origin: str = ""
    difficulty: DifficultyCard | None = None


class KeyVariant(msgspec.Struct, frozen=True):
    """The solutions of one variant, in the order of the dossier."""

    consignments: tuple[KeyConsignment, ...]


class Key(msgspec.Struct, frozen=True):
    """The whole answer key. ``scenario`` is the scenario as used, every default filled in."""

    pack: str
    seed: str
    scenario: dict[str, Any]
    variants: dict[str, KeyVariant]
    format: int = FORMAT
