"""An instructor's own marks made whole: his mark and models, and around them parties that are invented.

What is invented follows from the mark alone, so that its card is the same in every pack and on every machine.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import get_args

from simulator.formats.brands import OwnBrand, OwnLogo, OwnMaker, OwnProduct, Words
from simulator.formats.key import Bilingual
from simulator.randomness import Stream
from simulator.reference.brands import Brand, BrandLine, ContractMaker, Licensee, Logo, Maker, Shape, shipped_brands
from simulator.reference.card_texts import CardTexts, texts_for
from simulator.reference.goods import Goods, goods
from simulator.reference.lanes import lanes
from simulator.reference.parties import City, parties
from simulator.reference.ports import ports
from simulator.reference.trades import trades
from simulator.trade.facts import Party
from simulator.trade.parties import draw_company, draw_person, typed

COUNTRIES = 6
"""In how many countries a mark is made where its instructor names none."""
CONTRACT_MAKERS, LICENSEES = 2, 2
SHAPES: tuple[Shape, ...] = get_args(Shape)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def own_brands(told: Sequence[OwnBrand]) -> tuple[Brand, ...]:
    """Return the brands, whole, in the order of the file; what is told has been checked before."""
    taken = {brand.makers[0].code[:2] for brand in shipped_brands()}
    found: list[Brand] = []
    for place, each in enumerate(told, start=1):
        brand = _whole(f"own-{place:02d}", each, taken)
        taken.add(brand.makers[0].code[:2])
        found.append(brand)
    return tuple(found)


def countries_of_production() -> tuple[str, ...]:
    """Return the countries from which goods of this world sail and fly, in order."""
    return tuple(sorted({port.country for port in ports().values() if port.role == "origin"}))


def as_typed(text: str) -> str:
    """Return a mark, model or name as bills print it: capitals without accents, single spaces."""
    return " ".join(typed(unicodedata.normalize("NFC", text)).split())


def genuine_price(kind: Goods) -> tuple[int, int]:
    """Return the band of a marked piece where none is told, US cents: about two and a half times that of plain goods."""
    low = kind.price_cents[0] * 5 // 2
    low = low // 10 * 10 if low >= 200 else low
    return low, low * 9 // 5


def _whole(id_: str, told: OwnBrand, taken: set[str]) -> Brand:
    mark = as_typed(told.mark)
    stream = Stream("an instructor's own mark", mark)
    lines = tuple(_line(product) for product in told.product)
    sector = goods()[lines[0].goods].sector
    letters = _letters(mark, taken, stream.at("letters"))
    makers = _makers(told, sector, letters, stream.at("makers"))
    countries = tuple(dict.fromkeys(maker.country for maker in makers))
    owner = _outsider(stream.at("owner country").pick(countries_of_production()), sector, mark, stream.at("owner"))
    texts = texts_for(sector)
    # Whom to call is the right holder's representative in Mexico, wherever he himself sits.
    return Brand(
        id=id_,
        mark=mark,
        owner=owner.name if told.owner is None else as_typed(told.owner),
        owner_address=tuple(as_typed(line) for line in told.owner_address) or owner.address,
        owner_country=owner.country,
        class_of_goods=_bilingual(told.class_of_goods) or _class_of_goods(lines),
        lines=lines,
        makers=makers,
        contract_makers=_contract_makers(countries, letters, stream.at("contract makers")),
        licensees=_licensees(told, sector, mark, stream.at("licensees")),
        lanes=tuple(_lane(country, stream.at("lane", country)) for country in countries),
        carton_marks=_bilingual(told.carton_marks) or _filled(texts, "carton_marks", mark),
        security_features=_bilingual(told.security_features) or _filled(texts, "security_features", mark),
        how_fakes_differ=_bilingual(told.how_fakes_differ) or _filled(texts, "how_fakes_differ", mark),
        contact_name=draw_person("MX", stream.at("contact")).title(),
        contact_telephone=_outsider("MX", sector, mark, stream.at("representative")).telephone or "",
        contact_mail=f"marcas@{_mail_name(mark)}.example",
        logo=_logo(told.logo, letters, stream.at("logo")),
    )


def _line(product: OwnProduct) -> BrandLine:
    kind = goods()[product.goods]
    price = genuine_price(kind) if product.price is None else (cents(product.price[0]), cents(product.price[1]))
    return BrandLine(kind.id, price, tuple(as_typed(model) for model in product.models))


def cents(dollars: float) -> int:
    """Return US dollars in cents."""
    return round(dollars * 100)


def _letters(mark: str, taken: set[str], stream: Stream) -> str:
    """Return two letters of the mark with which its factory codes begin, others where another brand has them."""
    plain = [sign for sign in mark if sign in LETTERS]
    offered = [plain[0] + other for other in plain[1:]] if plain else []
    rest = stream.shuffled([first + second for first in LETTERS for second in LETTERS])
    return next(pair for pair in (*offered, *rest) if pair not in taken or len(taken) >= len(rest))


def _makers(told: OwnBrand, sector: str, letters: str, stream: Stream) -> tuple[Maker, ...]:
    if told.maker:
        return tuple(_told_maker(maker, f"{letters}-F{place:02d}") for place, maker in enumerate(told.maker, start=1))
    countries = told.made_in or stream.at("countries").sample(countries_of_production(), COUNTRIES)
    mark = as_typed(told.mark)
    return tuple(
        _maker(_outsider(country, sector, mark, stream.at(place)), f"{letters}-F{place:02d}")
        for place, country in enumerate(countries, start=1)
    )


def _told_maker(told: OwnMaker, code: str) -> Maker:
    address = tuple(as_typed(line) for line in told.address) or (as_typed(told.city),)
    return Maker(as_typed(told.name), address, as_typed(told.city), told.country, code)


def _maker(party: Party, code: str) -> Maker:
    return Maker(party.name, party.address, _city(party).name, party.country, code)


def _outsider(country: str, sector: str, mark: str, stream: Stream) -> Party:
    """Return an invented firm whose name has nothing of the mark."""
    drawn = (draw_company(country, sector, stream.at(attempt)) for attempt in range(50))
    return next((firm for firm in drawn if f" {mark} " not in f" {firm.name} "), draw_company(country, sector, stream))


def _city(party: Party) -> City:
    """Return the city of an invented firm's address: the one whose name, with its region, is the longest there."""
    address = " ".join(party.address)
    named = [city for city in parties()[party.country].cities if city.locality in address or city.name in address]
    return max(named, key=lambda city: (city.locality in address, len(city.locality)))


def _contract_makers(countries: Sequence[str], letters: str, stream: Stream) -> tuple[ContractMaker, ...]:
    chosen = stream.sample(countries, CONTRACT_MAKERS)
    numbers = sorted(stream.at("numbers").sample(range(11, 40), CONTRACT_MAKERS))
    return tuple(
        ContractMaker(f"{letters}-C{number}", country, stream.at("city", country).pick(parties()[country].cities).name)
        for number, country in zip(numbers, chosen, strict=True)
    )


def _licensees(told: OwnBrand, sector: str, mark: str, stream: Stream) -> tuple[Licensee, ...]:
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
    return tuple(_licensee(_outsider("MX", sector, mark, stream.at(place))) for place in range(LICENSEES))


def _licensee(party: Party) -> Licensee:
    city = _city(party)
    return Licensee(party.name, party.tax_id or "", party.address, city.name, city.region, party.telephone or "")


def _lane(country: str, stream: Stream) -> tuple[str, str]:
    offered = [lane for lane in lanes() if ports()[lane.origin].country == country]
    usual = [lane for lane in offered if lane.main] or offered
    lane = stream.pick(usual)
    return lane.origin, lane.destination


def _class_of_goods(lines: Sequence[BrandLine]) -> Bilingual:
    sectors = dict.fromkeys(goods()[line.goods].sector for line in lines)
    words = [trades()[sector].words for sector in sectors]
    return Bilingual(", ".join(each.en for each in words), ", ".join(each.es for each in words))


def _bilingual(words: Words | None) -> Bilingual | None:
    if words is None:
        return None
    told = Bilingual(words, words) if isinstance(words, str) else words
    return Bilingual(" ".join(told.en.split()), " ".join(told.es.split()))


def _filled(texts: CardTexts, name: str, mark: str) -> Bilingual:
    text: Bilingual = getattr(texts, name)
    return Bilingual(text.en.replace("{mark}", mark), text.es.replace("{mark}", mark))


def _mail_name(mark: str) -> str:
    return "".join(sign for sign in mark.lower().replace("ñ", "n") if sign in LETTERS.lower()) or "titular"


def _logo(told: OwnLogo | None, letters: str, stream: Stream) -> Logo:
    if told is None:
        return Logo(stream.pick(SHAPES), letters)
    return Logo(next(shape for shape in SHAPES if shape == told.shape), as_typed(told.letters))
