"""What companies of a country are made of: words, streets, cities, telephones. One file a country."""

from __future__ import annotations

import re
import string
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from simulator.formats.vocabulary import Language
from simulator.reference.airports import airports
from simulator.reference.fields import Country, PlaceCode, Positive, Printed, TelephonePattern, Text
from simulator.reference.goods import sectors
from simulator.reference.ports import ports
from simulator.reference.states import postcode_fits, states, towns
from simulator.reference.tables import DATA, fault, keyed, read_folder, require

ADDRESS_PARTS = frozenset({"number", "second_number", "street", "district", "locality", "city", "region", "postcode"})
"""What may stand in braces in a line of an address; ``second_number`` is 1 to 99 (Colombia, Korea)."""
NAME_PARTS = frozenset({"first", "business", "suffix"})
"""What stands in braces in the pattern of a company's name."""
GENERAL = "general"
"""The key of business words that fit every sector."""
PostcodePattern = Annotated[str, msgspec.Meta(pattern=r"^([\d#-]+)?$")]
"""A postcode in which each # stands for any digit; empty where a country had none."""


class Suffix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A legal form as printed after the name, with its relative frequency."""

    text: Text
    weight: Positive


class City(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A city with its state as printed (empty where none is), postcode and telephone patterns.

    ``districts`` are the city's own; where there are none, the country's are used. ``near`` are the ports and airports
    by which its firms ship; where there are none, any of the country's.
    """

    name: Printed
    region: str
    postcode: PostcodePattern
    telephone: TelephonePattern
    weight: Positive = 1
    districts: tuple[Printed, ...] = ()
    near: tuple[PlaceCode, ...] = ()

    @property
    def locality(self) -> str:
        """City and state as printed in one line."""
        return f"{self.name}, {self.region}" if self.region else self.name


class CountryParties(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The stuff that exporters or importers of one country are made of.

    ``company`` patterns and ``address`` lines name their parts in braces; ``business`` words are by sector, those
    under "general" fit all. Where ``faker_locale`` is set, streets and persons come from that locale and the lists here
    are empty. ``language`` is that of the country's invoices.
    """

    country: Country
    role: Literal["exporter", "importer"]
    language: Language
    company: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    address: Annotated[tuple[Text, ...], msgspec.Meta(min_length=2)]
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

    def cities_near(self, place: str | None) -> tuple[City, ...]:
        """Return the cities whose firms ship by a port or airport; all where no place is given."""
        return tuple(city for city in self.cities if place is None or not city.near or place in city.near)


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
    for pattern in record.company:
        require(_parts(pattern) == NAME_PARTS, path, "company", f"its parts are {', '.join(sorted(NAME_PARTS))}")
    for city in record.cities:
        require("," not in city.region, path, city.name, "a comma stands in its region")
    _check_address(record, path)
    _check_near(record, path, folder)


def _check_address(record: CountryParties, path: Path) -> None:
    parts = {part for line in record.address for part in _parts(line)}
    require(parts <= ADDRESS_PARTS, path, "address", f"its parts are {', '.join(sorted(ADDRESS_PARTS))}")
    named = bool(record.districts) or all(city.districts for city in record.cities)
    require("district" not in parts or named, path, "districts", "the address needs some")
    if record.faker_locale is None:
        require("street" not in parts or bool(record.streets), path, "streets", "give some, or a faker_locale")
        require(bool(record.persons), path, "persons", "give some, or a faker_locale")


def _check_near(record: CountryParties, path: Path, folder: Path) -> None:
    begin = {port.locode for port in ports(folder).values() if port.role == "origin" and port.country == record.country}
    fly = {each.iata for each in airports(folder).values() if each.role == "origin" and each.country == record.country}
    for city in record.cities:
        odd = set(city.near) - begin - fly
        require(not odd, path, city.name, f"no voyage or flight begins at {', '.join(sorted(odd))} in this country")
    for place in sorted(begin | fly):
        require(bool(record.cities_near(place)), path, "cities", f"none of them ships by {place}")


def _parts(pattern: str) -> set[str]:
    return {part for _, part, _, _ in string.Formatter().parse(pattern) if part is not None}


def _check_mexican(record: CountryParties, path: Path, folder: Path) -> None:
    for city in record.cities:
        town = towns(folder).get(city.name)
        if town is None or town.state != city.region:
            raise fault(path, city.name, f"{city.name}, {city.region} is not in mexican_towns.csv")
        state = states(folder)[city.region]
        require(postcode_fits(city.postcode, state), path, city.name, f"{city.postcode} is not of {city.region}")
        area = re.search(r"\((\d+)\)", city.telephone)
        require(area is not None and area[1] == town.area_code, path, city.name, f"its area code is {town.area_code}")
