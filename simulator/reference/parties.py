"""What companies of a country are made of: words, streets, cities, telephones. One file a country."""

from __future__ import annotations

import re
import string
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from simulator.formats.vocabulary import Language
from simulator.reference.fields import Country, Positive, Printed, TelephonePattern, Text
from simulator.reference.goods import sectors
from simulator.reference.states import postcode_fits, states, towns
from simulator.reference.tables import DATA, fault, keyed, read_folder, require

ADDRESS_PARTS = frozenset({"number", "street", "district", "city", "region", "postcode", "country"})
"""What may stand in braces in a line of an address."""
GENERAL = "general"
"""The key of business words that fit every sector."""
PostcodePattern = Annotated[str, msgspec.Meta(pattern=r"^([\d#-]+)?$")]
"""A postcode in which each # stands for any digit; empty where a country had none."""


class Suffix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A legal form as printed after the name, with its relative frequency."""

    text: Text
    weight: Positive


class City(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A city with its district or state as printed (empty where none is), postcode and telephone patterns."""

    name: Printed
    region: str
    postcode: PostcodePattern
    telephone: TelephonePattern
    weight: Positive = 1


class CountryParties(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The stuff that exporters or importers of one country are made of.

    Company names are "{first word} {business word} {suffix}"; ``business`` words are by sector, those under "general"
    fit all. ``address`` lines name their parts in braces. Where ``faker_locale`` is set, streets and persons come from
    that locale and the lists here are empty. ``language`` is that of the country's invoices.
    """

    country: Country
    role: Literal["exporter", "importer"]
    language: Language
    address: tuple[Text, ...]
    house_numbers: tuple[Positive, Positive]
    first_words: Annotated[tuple[Printed, ...], msgspec.Meta(min_length=25)]
    business: dict[str, tuple[Printed, ...]]
    suffixes: tuple[Suffix, ...]
    cities: Annotated[tuple[City, ...], msgspec.Meta(min_length=3)]
    faker_locale: str | None = None
    streets: tuple[Printed, ...] = ()
    districts: tuple[Printed, ...] = ()
    persons: tuple[Printed, ...] = ()

    def business_words(self, sector: str) -> tuple[str, ...]:
        """Return the business words of a sector, the general ones excluded."""
        return self.business.get(sector, ())


@cache
def parties(folder: Path = DATA) -> dict[str, CountryParties]:
    """Return the countries' parties by ISO code; raise ``BrokenData`` when a file is wrong."""
    files = read_folder(folder / "parties", CountryParties)
    for path, record in files.items():
        require(path.stem == record.country.lower(), path, "country", f"the file's name says {path.stem!r}")
        _check(record, path, folder)
        if record.country == "MX":
            _check_mexican(record, path, folder)
    return keyed(files.values(), lambda record: record.country, folder / "parties")


def _check(record: CountryParties, path: Path, folder: Path) -> None:
    keyed(record.first_words, str, path)
    wanted = {GENERAL, *sectors(folder)}
    odd = wanted.symmetric_difference(record.business)
    require(not odd, path, "business", f"one key for each sector and {GENERAL!r}; odd: {', '.join(sorted(odd))}")
    parts = _parts(record.address)
    require(parts <= ADDRESS_PARTS, path, "address", f"its parts are {', '.join(sorted(ADDRESS_PARTS))}")
    require("district" not in parts or bool(record.districts), path, "districts", "the address needs some")
    if record.faker_locale is None:
        require(bool(record.streets and record.persons), path, "streets", "give streets and persons, or faker_locale")


def _parts(lines: tuple[str, ...]) -> set[str]:
    return {part for line in lines for _, part, _, _ in string.Formatter().parse(line) if part is not None}


def _check_mexican(record: CountryParties, path: Path, folder: Path) -> None:
    for city in record.cities:
        town = towns(folder).get(city.name)
        if town is None or town.state != city.region:
            raise fault(path, city.name, f"{city.name}, {city.region} is not in mexican_towns.csv")
        state = states(folder)[city.region]
        require(postcode_fits(city.postcode, state), path, city.name, f"{city.postcode} is not of {city.region}")
        area = re.search(r"\((\d+)\)", city.telephone)
        require(area is not None and area[1] == town.area_code, path, city.name, f"its area code is {town.area_code}")
