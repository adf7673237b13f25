"""``instructor/corrections/NNN.json``: what is laid over the key, which itself is never edited."""

from __future__ import annotations

from typing import Annotated

import msgspec

from simulator.formats import FORMAT
from simulator.formats.vocabulary import EvidenceRole, Strength, Verdict

Said = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
Code = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]


class CorrectedPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which consignments: all with the papers ``item``, all of a ``slot``, or one ``consignment`` of one ``variant``."""

    item: str | None = None
    slot: str | None = None
    variant: str | None = None
    consignment: str | None = None

    @property
    def is_one_way(self) -> bool:
        """Whether exactly one of the three ways is used, and used whole."""
        given = (self.item is not None, self.slot is not None, self.variant is not None, self.consignment is not None)
        return given in ((True, False, False, False), (False, True, False, False), (False, False, True, True))


class KeyPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of a consignment's solution, before or after; null is "not there".

    ``verdict`` null is a consignment that is left out of all grades. ``strength`` maps indicators to their strength,
    ``boxes`` indicators to box codes to what the box is of the finding.
    """

    verdict: Verdict | msgspec.UnsetType | None = msgspec.UNSET
    strength: dict[Code, Strength | None] = {}
    boxes: dict[Code, dict[Code, EvidenceRole | None]] = {}

    @property
    def said(self) -> dict[str, str | None]:
        """What this part says, by its place in the file: "boxes.X03.BL-20"."""
        verdict = {} if self.verdict is msgspec.UNSET else {"verdict": self.verdict}
        strengths = {f"strength.{indicator}": strength for indicator, strength in self.strength.items()}
        boxes = {
            f"boxes.{indicator}.{code}": role for indicator, codes in self.boxes.items() for code, role in codes.items()
        }
        return {**verdict, **strengths, **boxes}


class Correction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One correction: by whom, why, where, what stood there, and what stands there now."""

    pack: str
    by: Said
    reason: Said
    consignments: CorrectedPlace
    replaces: KeyPart
    with_: KeyPart = msgspec.field(name="with")
    format: int = FORMAT


class NumberedCorrection(msgspec.Struct, frozen=True):
    """A correction and its number, 1 to 999, which is its place in the order and the name of its file."""

    number: Annotated[int, msgspec.Meta(ge=1, le=999)]
    correction: Correction

    @property
    def name(self) -> str:
        """The number as it stands in the file's name: "007"."""
        return f"{self.number:03d}"
