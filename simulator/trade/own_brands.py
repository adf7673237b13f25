"""An instructor's own marks made whole: his mark and models, and around them parties that are invented.

What is invented follows from the mark and the sector of its first product, so that its card is the same in every pack.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from simulator.formats.brands import OwnBrand, OwnLogo, OwnProduct, Words
from simulator.formats.key import Bilingual
from simulator.randomness import Stream
from simulator.reference.brands import Brand, BrandLine, Logo, Shape, shipped_brands
from simulator.reference.card_texts import CardTexts, texts_for
from simulator.reference.goods import Goods, goods
from simulator.reference.lanes import lanes
from simulator.reference.ports import ports
from simulator.reference.trades import trades
from simulator.trade.own_parties import (
    LETTERS,
    as_typed,
    contract_makers_of,
    countries_of_production,
    letters_of,
    licensees_of,
    makers_of,
    outsider,
)
from simulator.trade.parties import draw_person

SHAPES: tuple[Shape, ...] = get_args(Shape)


def own_brands(told: Sequence[OwnBrand]) -> tuple[Brand, ...]:
    """Return the brands, whole, in the order of the file; what is told has been checked before."""
    taken = {brand.makers[0].code[:2] for brand in shipped_brands()}
    found: list[Brand] = []
    for place, each in enumerate(told, start=1):
        brand = _whole(f"own-{place:02d}", each, taken)
        taken.add(brand.makers[0].code[:2])
        found.append(brand)
    return tuple(found)


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
    letters = letters_of(mark, taken, stream.at("letters"))
    makers = makers_of(told, sector, letters, stream.at("makers"))
    countries = tuple(dict.fromkeys(maker.country for maker in makers))
    owner = outsider(stream.at("owner country").pick(countries_of_production()), sector, mark, stream.at("owner"))
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
        contract_makers=contract_makers_of(countries, letters, stream.at("contract makers")),
        licensees=licensees_of(told, sector, mark, stream.at("licensees")),
        lanes=tuple(_lane(country, stream.at("lane", country)) for country in countries),
        carton_marks=_bilingual(told.carton_marks) or _filled(texts, "carton_marks", mark),
        security_features=_bilingual(told.security_features) or _filled(texts, "security_features", mark),
        how_fakes_differ=_bilingual(told.how_fakes_differ) or _filled(texts, "how_fakes_differ", mark),
        contact_name=draw_person("MX", stream.at("contact")).title(),
        contact_telephone=outsider("MX", sector, mark, stream.at("representative")).telephone or "",
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
