"""Codecs of places and headings: a country's name stands for its code, so that papers of two languages agree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from simulator.documents.printing import Printing
from simulator.reference.countries import countries

_MADE_IN = re.compile(r"MADE IN (.+)")


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country by its ISO code, printed by its name in the paper's language."""

    hard_lines: bool = False

    def write(self, value: str, printing: Printing) -> str:
        """Return the country's name."""
        return countries()[value].name.text(printing.language)

    def read(self, text: str, printing: Printing) -> str:
        """Return the country's code."""
        for country in countries().values():
            if country.name.text(printing.language) == text:
                return country.code
        raise ValueError(f"{text!r} is not the name of a country")


@dataclass(frozen=True, slots=True)
class Heading:
    """A four-digit heading of the tariff, printed with a point after the chapter: 64.04."""

    hard_lines: bool = False

    def write(self, value: str, printing: Printing) -> str:
        """Return chapter, point, heading."""
        return f"{value[:2]}.{value[2:]}"

    def read(self, text: str, printing: Printing) -> str:
        """Return the four digits."""
        if not re.fullmatch(r"[0-9]{2}\.[0-9]{2}", text):
            raise ValueError(f"{text!r} is not a heading")
        return text.replace(".", "")


COUNTRY = CountryName()
HEADING = Heading()


@cache
def country_named(text: str) -> str | None:
    """Return the code of the country that a name means, in English or Spanish; None when it means none."""
    return next((each.code for each in countries().values() if text in (each.en, each.es)), None)


def made_in(marks: tuple[str, ...]) -> str | None:
    """Return the code of the country that shipping marks name as origin; None when they name none."""
    named = (match[1] for line in marks if (match := _MADE_IN.fullmatch(line)))
    return next((country_named(name) for name in named), None)
