"""The invented parties around an instructor's own mark: factories, importers, firms; drawn from the mark's own stream."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from simulator.formats.brands import OwnBrand, OwnMaker
from simulator.randomness import Stream
from simulator.reference.brands import ContractMaker, Licensee, Maker
from simulator.reference.parties import City, parties
from simulator.reference.ports import ports
from simulator.trade.facts import Party
from simulator.trade.parties import draw_company, typed

COUNTRIES = 6
"""In how many countries a mark is made where its instructor names none."""
CONTRACT_MAKERS, LICENSEES = 2, 2
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def countries_of_production() -> tuple[str, ...]:
    """Return the countries from which goods of this world sail and fly, in order."""
    return tuple(sorted({port.country for port in ports().values() if port.role == "origin"}))


def as_typed(text: str) -> str:
    """Return a mark, model or name as bills print it: capitals without accents, single spaces."""
    return " ".join(typed(unicodedata.normalize("NFC", text)).split())


def letters_of(mark: str, taken: set[str], stream: Stream) -> str:
    """Return two letters of the mark with which its factory codes begin, others where another brand has them."""
    plain = [sign for sign in mark if sign in LETTERS]
    offered = [plain[0] + other for other in plain[1:]] if plain else []
    rest = stream.shuffled([first + second for first in LETTERS for second in LETTERS])
    return next(pair for pair in (*offered, *rest) if pair not in taken or len(taken) >= len(rest))


def makers_of(told: OwnBrand, sector: str, letters: str, stream: Stream) -> tuple[Maker, ...]:
    """Return the factories that are told, or one in each country that is, or in some; codes begin with the letters."""
    if told.maker:
        return tuple(_told_maker(maker, f"{letters}-F{place:02d}") for place, maker in enumerate(told.maker, start=1))
    countries = told.made_in or stream.at("countries").sample(countries_of_production(), COUNTRIES)
    mark = as_typed(told.mark)
    return tuple(
        _maker(outsider(country, sector, mark, stream.at(place)), f"{letters}-F{place:02d}")
        for place, country in enumerate(countries, start=1)
    )


def _told_maker(told: OwnMaker, code: str) -> Maker:
    address = tuple(as_typed(line) for line in told.address) or (as_typed(told.city),)
    return Maker(as_typed(told.name), address, as_typed(told.city), told.country, code)


def _maker(party: Party, code: str) -> Maker:
    return Maker(party.name, party.address, _city(party).name, party.country, code)


def outsider(country: str, sector: str, mark: str, stream: Stream) -> Party:
    """Return an invented firm whose name has nothing of the mark."""
    drawn = (draw_company(country, sector, stream.at(attempt)) for attempt in range(50))
    return next((firm for firm in drawn if f" {mark} " not in f" {firm.name} "), draw_company(country, sector, stream))


def _city(party: Party) -> City:
    """Return the city of an invented firm's address: the one whose name, with its region, is the longest there."""
    address = " ".join(party.address)
    named = [city for city in parties()[party.country].cities if city.locality in address or city.name in address]
    return max(named, key=lambda city: (city.locality in address, len(city.locality)))


def contract_makers_of(countries: Sequence[str], letters: str, stream: Stream) -> tuple[ContractMaker, ...]:
    """Return factories under contract, known by their codes, in two of the countries."""
    chosen = stream.sample(countries, CONTRACT_MAKERS)
    numbers = sorted(stream.at("numbers").sample(range(11, 40), CONTRACT_MAKERS))
    return tuple(
        ContractMaker(f"{letters}-C{number}", country, stream.at("city", country).pick(parties()[country].cities).name)
        for number, country in zip(numbers, chosen, strict=True)
    )


def licensees_of(told: OwnBrand, sector: str, mark: str, stream: Stream) -> tuple[Licensee, ...]:
    """Return the importers with a licence that are told, or two whose names differ: a name stands for one RFC."""
    if told.licensee:
        return tuple(
            Licensee(
                as_typed(each.name),
                each.rfc,
                tuple(as_typed(line) for line in each.address),
                as_typed(each.city),
                as_typed(each.state),
                each.telephone,
            )
            for each in told.licensee
        )
    found: dict[str, Party] = {}
    for place in range(LICENSEES * 20):
        if len(found) == LICENSEES:
            break
        party = outsider("MX", sector, mark, stream.at(place))
        found.setdefault(party.name, party)
    return tuple(_licensee(party) for party in found.values())


def _licensee(party: Party) -> Licensee:
    city = _city(party)
    return Licensee(party.name, party.tax_id or "", party.address, city.name, city.region, party.telephone or "")
