"""Firms and persons whose names, addresses, tax numbers and telephones fit their country and city."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from simulator import wording
from simulator.randomness import Stream
from simulator.reference.parties import GENERAL, City, CountryParties, parties
from simulator.trade.facts import Party
from simulator.trade.numbering import draw_rfc, filled

if TYPE_CHECKING:
    from faker import Faker

LONGEST_NAME = 42
"""Characters that a party's line holds; longer names are drawn again."""
SAME_AS_CONSIGNEE = Party(wording.SAME_AS_CONSIGNEE)


def draw_company(country: str, sector: str, stream: Stream, place: str | None = None) -> Party:
    """Return an invented firm of a country in a sector, near a port or airport if one is given; Mexican ones have an RFC."""
    record = parties()[country]
    name = _company_name(record, sector, stream)
    cities = record.cities_near(place)
    city = stream.weighted(cities, [city.weight for city in cities])
    address = _address(record, city, stream)
    tax_id = draw_rfc(name, stream) if country == "MX" else None
    return Party(name, address, country, filled(city.telephone, stream), tax_id)


def draw_person(country: str, stream: Stream) -> str:
    """Return a person's name of a country, upper case."""
    record = parties()[country]
    if record.faker_locale is None:
        return stream.pick(record.persons)
    faker = _faker(record.faker_locale)
    faker.seed_instance(stream.whole_seed())
    return typed(f"{faker.first_name()} {faker.last_name()}")


def city_of(party: Party) -> str:
    """Return the city of a party's address as its country's list prints it, "" when it has none."""
    if party.country not in parties():
        return ""
    text = " ".join(party.address)
    return next((city.name for city in parties()[party.country].cities if city.name in text), "")


def typed(text: str) -> str:
    """Return text as typed on bills: upper case, accents left out, Ñ kept, ß as SS, German umlauts with E."""
    upper = text.replace("ß", "SS").upper().translate({ord("Ä"): "AE", ord("Ö"): "OE"})
    signs = []
    for sign in upper:
        signs.append(sign if sign == "Ñ" else unicodedata.normalize("NFD", sign)[0])
    return "".join(signs)


def _company_name(record: CountryParties, sector: str, stream: Stream) -> str:
    while True:
        words = record.business_words(sector)
        business = stream.pick(words) if words and stream.chance(0.7) else stream.pick(record.business[GENERAL])
        suffix = stream.weighted(record.suffixes, [suffix.weight for suffix in record.suffixes])
        pattern = stream.pick(record.company)
        name = pattern.format(first=stream.pick(record.first_words), business=business, suffix=suffix.text)
        if len(name) <= LONGEST_NAME:
            return name


def _address(record: CountryParties, city: City, stream: Stream) -> tuple[str, ...]:
    districts = city.districts or record.districts
    parts = {
        "number": str(stream.between(*record.house_numbers)),
        "second_number": str(stream.between(1, 99)),
        "street": _street(record, stream),
        "district": stream.pick(districts) if districts else "",
        "locality": city.locality,
        "city": city.name,
        "region": city.region,
        "postcode": filled(city.postcode, stream),
    }
    return tuple(" ".join(line.format(**parts).split()) for line in record.address)


def _street(record: CountryParties, stream: Stream) -> str:
    if record.faker_locale is None:
        return stream.pick(record.streets) if record.streets else ""
    faker = _faker(record.faker_locale)
    faker.seed_instance(stream.whole_seed())
    while len(street := typed(faker.street_name())) > 24:
        pass
    return street


@cache
def _faker(locale: str) -> Faker:
    from faker import Faker

    return Faker(locale)
