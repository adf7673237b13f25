"""The charges of a waybill: amounts, or the words by which airline and agent keep them to themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.documents.codecs import MONEY
from simulator.documents.printing import Printing

AS_ARRANGED: Literal["AS ARRANGED"] = "AS ARRANGED"
"""What stands in the boxes of rate and charges when the amounts are nobody else's business."""
Charge = int | Literal["AS ARRANGED"]
"""US cents, or that they are as arranged."""


@dataclass(frozen=True, slots=True)
class Charges:
    """A charge, printed as an amount without its currency, or as arranged."""

    hard_lines: bool = False

    def write(self, value: Charge, printing: Printing) -> str:
        """Return the amount, or the words."""
        return value if isinstance(value, str) else MONEY.write(value, printing)

    def read(self, text: str, printing: Printing) -> Charge:
        """Return the charge."""
        return AS_ARRANGED if text == AS_ARRANGED else MONEY.read(text, printing)


CHARGES = Charges()
