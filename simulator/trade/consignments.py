"""A lawful consignment on a voyage, drawn from its own stream; what it is asked to be comes from outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from simulator.randomness import Stream
from simulator.reference.banks import banks
from simulator.reference.brands import Brand, Licensee
from simulator.reference.brokers import brokers
from simulator.reference.countries import countries
from simulator.reference.forwarders import forwarders
from simulator.reference.goods import goods as all_goods
from simulator.reference.parties import parties
from simulator.reference.phrases import phrases
from simulator.reference.ports import ports
from simulator.trade.extras import (
    THIRD_COUNTRY_SHARE,
    draw_onward,
    draw_third_country,
    draw_trade,
    goods_on_pallets,
    remarks_on,
)
from simulator.trade.facts import Consignment, Container, GoodsLine, Party, Voyage
from simulator.trade.goods import brands_made_in, draw_branded_lines, draw_plain_lines
from simulator.trade.loading import load
from simulator.trade.numbering import draw_invoice_number, filled
from simulator.trade.parties import SAME_AS_CONSIGNEE, city_of, draw_company, draw_person
from simulator.trade.terms import draw_terms
from simulator.trade.voyages import carrier_of

ORDER_SHARE = 0.3
"""Share of bills made out to order."""
CONTRACT_MAKER_SHARE = 0.3
"""Share of branded lots made under contract by a factory that the card names by code only."""

STAMPED_SHARE = 0.6
"""Share of sellers who put a company stamp beside the signature."""
REVALIDATED_SHARE = 0.4
"""Share of bills that already bear the stamp of the ship's agent in Mexico."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a consignment shall be: with a brand's mark or plain, of a sector or of any."""

    branded: bool = False
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class _Maker:
    name: str
    code: str | None


def draw_consignment(id_: str, voyage: Voyage, wanted: Wanted, stream: Stream) -> Consignment | None:
    """Return a lawful consignment, or None when no brand of the wanted sector is made where the voyage begins."""
    country = ports()[voyage.origin].country
    brand = _brand(country, wanted, stream) if wanted.branded else None
    if wanted.branded and brand is None:
        return None
    lines = (
        draw_branded_lines(brand, stream.at("goods"))
        if brand is not None
        else draw_plain_lines(stream.at("goods"), wanted.sector)
    )
    loaded = load(lines, carrier_of(voyage), stream.at("loading"))
    return _told(id_, voyage, brand, country, loaded.goods, loaded.containers, stream)


def _brand(country: str, wanted: Wanted, stream: Stream) -> Brand | None:
    made_here = brands_made_in(country)
    if wanted.sector is not None:
        made_here = [
            brand for brand in made_here if wanted.sector in {all_goods()[line.goods].sector for line in brand.lines}
        ]
    return stream.at("brand").pick(made_here) if made_here else None


def _told(
    id_: str,
    voyage: Voyage,
    brand: Brand | None,
    country: str,
    goods: tuple[GoodsLine, ...],
    containers: tuple[Container, ...],
    stream: Stream,
) -> Consignment:
    sector = goods[0].sector
    local = draw_company(country, sector, stream.at("seller"))
    third = stream.at("third country")
    seller = draw_third_country(country, sector, third) if third.chance(THIRD_COUNTRY_SHARE) else local
    buyer = _buyer(brand, sector, stream.at("buyer"))
    consignee, notify, with_bank = _receivers(buyer, voyage, stream.at("receivers"))
    maker = _maker(brand, country, sector, local, stream.at("maker"))
    value = sum(line.amount for line in goods)
    terms = draw_terms(local, buyer, voyage, len(containers), value, with_bank, stream.at("terms"))
    numbers, dates, form = stream.at("numbers"), stream.at("dates"), stream.at("form")
    on_board = voyage.departure - timedelta(days=dates.below(2))
    invoice_date = on_board - timedelta(days=dates.between(1, 12))
    invoice_number = draw_invoice_number(seller.name, invoice_date.year, numbers)
    purchase_order = filled("PO-#####", numbers)
    copies = phrases().copies_to_order if consignee.is_order else phrases().copies
    copy = form.weighted(copies, [each.weight for each in copies])
    inland = city_of(buyer)
    delivery = inland if inland and form.chance(0.3) else None
    onward = draw_onward(voyage, terms, stream.at("onward"))
    language = parties()[seller.country].language
    return Consignment(
        id=id_,
        carriage=voyage,
        seller=seller,
        buyer=buyer,
        consignee=consignee,
        notify=notify,
        maker=maker.name,
        maker_code=maker.code,
        origin_country=country,
        goods=goods,
        containers=containers,
        terms=terms,
        bill_number=filled(carrier_of(voyage).bill_number, numbers),
        booking_number=filled(f"{carrier_of(voyage).code[:3]}########", numbers),
        invoice_number=invoice_number,
        packing_list_number=invoice_number,
        purchase_order=purchase_order,
        packing_date=invoice_date,
        invoice_date=invoice_date,
        on_board=on_board,
        issue_delay=dates.below(3),
        marks=_marks(buyer, purchase_order, voyage, country, goods),
        copy=copy.text,
        originals=copy.originals,
        invoice_language=language,
        signed_by=draw_person(seller.country, stream.at("signature")),
        stamped=form.chance(STAMPED_SHARE),
        revalidated=form.chance(REVALIDATED_SHARE),
        place_of_receipt=city_of(local) or None if form.chance(0.4) else None,
        place_of_delivery=delivery if onward is None else onward.place,
        forwarding_agent=_forwarder(form) if form.chance(0.35) else None,
        remarks=remarks_on(terms, language),
        exporter=None if seller is local else local,
        transhipment=voyage.via_printed,
        onward=None if onward is None else onward.booking,
        pallets=goods_on_pallets(goods, stream.at("pallets")),
        buyer_trade=_sectors(brand) if brand is not None else draw_trade(goods, stream.at("trade")),
    )


def _sectors(brand: Brand) -> tuple[str, ...]:
    """A licensed importer trades in all that the right holder makes."""
    return tuple(dict.fromkeys(all_goods()[line.goods].sector for line in brand.lines))


def _buyer(brand: Brand | None, sector: str, stream: Stream) -> Party:
    if brand is None:
        return draw_company("MX", sector, stream)
    return licensee_party(stream.pick(brand.licensees))


def licensee_party(licensee: Licensee) -> Party:
    """Return a licensed importer as a party."""
    return Party(licensee.name, licensee.address, "MX", licensee.telephone, licensee.rfc)


def _receivers(buyer: Party, voyage: Voyage, stream: Stream) -> tuple[Party, Party, bool]:
    """Consignee, notify party, and whether a bank stands between."""
    if stream.chance(ORDER_SHARE):
        with_bank = stream.chance(0.6)
        bank = stream.pick(tuple(banks().values()))
        return (Party(f"TO ORDER OF {bank.name}") if with_bank else Party("TO ORDER")), buyer, with_bank
    return buyer, _notify(voyage, stream), False


def _notify(voyage: Voyage, stream: Stream) -> Party:
    if stream.chance(0.45):
        return SAME_AS_CONSIGNEE
    broker = stream.pick([broker for broker in brokers().values() if broker.port == voyage.destination])
    return Party(broker.name, broker.address, "MX", broker.telephone)


def _maker(brand: Brand | None, country: str, sector: str, seller: Party, stream: Stream) -> _Maker:
    if brand is None:
        return _Maker(seller.name if stream.chance(0.4) else draw_company(country, sector, stream).name, None)
    own = [maker for maker in brand.makers if maker.country == country]
    contract = [maker for maker in brand.contract_makers if maker.country == country]
    if contract and (not own or stream.chance(CONTRACT_MAKER_SHARE)):
        return _Maker(draw_company(country, sector, stream).name, stream.pick(contract).code)
    maker = stream.pick(own)
    return _Maker(maker.name, maker.code if stream.chance(0.6) else None)


def _forwarder(stream: Stream) -> Party:
    forwarder = stream.pick(tuple(forwarders().values()))
    return Party(forwarder.name, forwarder.address, forwarder.country, forwarder.telephone)


def _marks(buyer: Party, purchase_order: str, voyage: Voyage, country: str, goods: tuple[GoodsLine, ...]) -> tuple[str, ...]:
    """Shipping marks after UN Recommendation 15: initials, reference, destination, package numbers."""
    initials = "".join(word[0] for word in buyer.name.split()[:3])
    packages = sum(line.packages for line in goods)
    port = ports()[voyage.destination].name.upper()
    return (initials, purchase_order, port, f"C/NO. 1-{packages}", f"MADE IN {countries()[country].en}")
