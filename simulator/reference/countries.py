"""Names of the countries that occur as origins, hubs and flags."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.fields import Country as CountryCode
from simulator.reference.fields import Printed
from simulator.reference.tables import DATA, keyed, read_csv


class Country(msgspec.Struct, frozen=True):
    """A country by its ISO 3166-1 alpha-2 code, with its name as printed on trade papers."""

    code: CountryCode
    en: Printed
    es: Printed

    @property
    def name(self) -> Bilingual:
        """The name in both languages."""
        return Bilingual(en=self.en, es=self.es)


@cache
def countries(folder: Path = DATA) -> dict[str, Country]:
    """Return the countries by code; raise ``BrokenData`` when ``countries.csv`` is wrong."""
    path = folder / "countries.csv"
    return keyed(read_csv(path, Country), lambda country: country.code, path)
