"""How a house prints numbers and dates; each value is read by the inverse of the function that printed it."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.formats.vocabulary import Language

_MONTHS: dict[str, tuple[str, ...]] = {
    "en": ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
    "es": ("ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC"),
}
NUMBER_FORMATS: dict[str, tuple[str, str]] = {
    "1,234.56": (",", "."),
    "1.234,56": (".", ","),
    "1 234.56": (" ", "."),
    "1234.56": ("", "."),
}
"""What a template may say, and its marks for thousands and decimals."""
DATE_FORMATS: tuple[str, ...] = ("DD-MMM-YYYY", "DD MMM YYYY", "MMM DD, YYYY")
"""What a template may say; the month always stands in letters, so that day and month cannot be mistaken."""


@dataclass(frozen=True, slots=True)
class Printing:
    """The language of a paper and the formats of the house that issued it."""

    language: Language = "en"
    numbers: str = "1,234.56"
    dates: str = "DD-MMM-YYYY"

    @property
    def thousands_mark(self) -> str:
        """The character between groups of three digits."""
        return NUMBER_FORMATS[self.numbers][0]

    @property
    def decimal_mark(self) -> str:
        """The character before the decimals."""
        return NUMBER_FORMATS[self.numbers][1]

    @property
    def months(self) -> tuple[str, ...]:
        """The twelve months as three letters."""
        return _MONTHS[self.language]
