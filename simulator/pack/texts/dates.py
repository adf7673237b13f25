"""Dates in words, and the authorities of a date."""

from __future__ import annotations

from datetime import date

from simulator.formats.vocabulary import Language

_MONTHS: dict[Language, tuple[str, ...]] = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
}  # fmt: skip
_FGR_SINCE = date(2019, 1, 20)
"""The Fiscalía General de la República took the place of the Procuraduría."""


def long_date(day: date, language: Language) -> str:
    """Return the date with its month in letters, as a letter would write it."""
    month = _MONTHS[language][day.month - 1]
    return f"{day.day} de {month} de {day.year}" if language == "es" else f"{day.day} {month} {day.year}"


def prosecutor(day: date) -> str:
    """Return the initials of the federal prosecutor's office on that day."""
    return "FGR" if day >= _FGR_SINCE else "PGR"
