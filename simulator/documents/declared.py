"""The values that a shipper declares on an air waybill: an amount, or three letters that say that he declares none."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.documents.codecs import MONEY
from simulator.documents.printing import Printing


@dataclass(frozen=True, slots=True)
class Declared:
    """A declared value in US cents, None where the box says that none is declared."""

    cents: int | None = None


@dataclass(frozen=True, slots=True)
class DeclaredValue:
    """A declared value, printed with its currency ("USD 12,400.00"), or the letters for none (IATA Res. 600a, 16 and 17)."""

    none: str
    currency: str = "USD"
    hard_lines: bool = False

    def write(self, value: Declared, printing: Printing) -> str:
        """Return currency and amount, or the letters for none."""
        return self.none if value.cents is None else f"{self.currency} {MONEY.write(value.cents, printing)}"

    def read(self, text: str, printing: Printing) -> Declared:
        """Return the declared value."""
        if text == self.none:
            return Declared()
        currency, _, amount = text.partition(" ")
        if currency != self.currency:
            raise ValueError(f"{text!r} is neither {self.none} nor an amount in {self.currency}")
        return Declared(MONEY.read(amount, printing))


FOR_CARRIAGE = DeclaredValue("NVD")
"""No value declared: the airline is liable by weight alone."""
FOR_CUSTOMS = DeclaredValue("NCV")
"""No customs value: customs is told by the invoice alone."""
