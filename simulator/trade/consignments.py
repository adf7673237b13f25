"""A lawful consignment on a voyage, drawn from its own stream; what it is asked to be comes from outside."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from simulator.randomness import Stream
from simulator.reference.banks import banks
from simulator.reference.brands import Brand, Licensee, shipped_brands
from simulator.reference.brokers import brokers
from simulator.reference.countries import countries
from simulator.reference.forwarders import forwarders
from simulator.reference.goods import goods as all_goods
from simulator.reference.parties import parties
from simulator.reference.phrases import Copy, phrases
from simulator.trade.by_air import draw_freight, draw_waybill_number, lot
from simulator.trade.extras import (
    THIRD_COUNTRY_SHARE,
    draw_onward,
    draw_third_country,
    draw_trade,
    goods_on_pallets,
    remarks_on,
)
from simulator.trade.facts import Carriage, Consignment, Container, GoodsLine, Party, Voyage
from simulator.trade.goods import draw_branded_lines, draw_plain_lines, made_in
from simulator.trade.loading import Loaded, load
from simulator.trade.numbering import draw_invoice_number, filled
from simulator.trade.office import draw_office_notes
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
    """What a consignment shall be: with the mark of one of ``brands`` or plain, of a sector or of any."""

    branded: bool = False
    sector: str | None = None
    brands: tuple[Brand, ...] = field(default_factory=shipped_brands)


@dataclass(frozen=True, slots=True)
class _Maker:
    name: str
    code: str | None


def draw_consignment(id_: str, carriage: Carriage, wanted: Wanted, stream: Stream) -> Consignment | None:
    """Return a lawful consignment, or None when no brand of the wanted sector is made where the carriage begins."""
    brand = _brand(carriage.origin_country, wanted, stream) if wanted.branded else None
    if wanted.branded and brand is None:
        return None
    lines = (
        draw_branded_lines(brand, carriage.mode, stream.at("goods"))
        if brand is not None
        else draw_plain_lines(carriage.mode, stream.at("goods"), wanted.sector)
    )
    if not lines:
        return None
    loaded = _loaded(lines, carriage, stream.at("loading"))
    return _told(id_, carriage, brand, loaded.goods, loaded.containers, stream)


def _loaded(lines: tuple[GoodsLine, ...], carriage: Carriage, stream: Stream) -> Loaded:
    if isinstance(carriage, Voyage):
        return load(lines, carrier_of(carriage), stream)
    return Loaded(lot(lines, stream), ())


def _brand(country: str, wanted: Wanted, stream: Stream) -> Brand | None:
    made_here = made_in(country, wanted.brands)
    if wanted.sector is not None:
        made_here = [
            brand for brand in made_here if wanted.sector in {all_goods()[line.goods].sector for line in brand.lines}
        ]
    return stream.at("brand").pick(made_here) if made_here else None


def _told(
    id_: str,
    carriage: Carriage,
    brand: Brand | None,
    goods: tuple[GoodsLine, ...],
    containers: tuple[Container, ...],
    stream: Stream,
) -> Consignment:
    sector, country = goods[0].sector, carriage.origin_country
    local = draw_company(country, sector, stream.at("seller"), carriage.origin)
    third = stream.at("third country")
    seller = draw_third_country(country, sector, third) if third.chance(THIRD_COUNTRY_SHARE) else local
    buyer = _buyer(brand, sector, stream.at("buyer"))
    consignee, notify, with_bank = _receivers(buyer, carriage, stream.at("receivers"))
    maker = _maker(brand, country, sector, local, stream.at("maker"))
    value = sum(line.amount for line in goods)
    terms = draw_terms(local, buyer, carriage, len(containers), value, with_bank, stream.at("terms"))
    numbers, dates, form = stream.at("numbers"), stream.at("dates"), stream.at("form")
    on_board = carriage.departure - timedelta(days=dates.below(2))
    invoice_date = on_board - timedelta(days=dates.between(1, 12))
    invoice_number = draw_invoice_number(seller.name, invoice_date.year, numbers)
    purchase_order = filled("PO-#####", numbers)
    copy = _copy(consignee, carriage, form)
    bill, booking = _transport_numbers(carriage, numbers)
    at_sea = carriage.mode == "sea"
    inland = city_of(buyer)
    delivery = inland if inland and form.chance(0.3) else None
    onward = draw_onward(carriage, terms, stream.at("onward"))
    language = parties()[seller.country].language
    return Consignment(
        id=id_,
        carriage=carriage,
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
        bill_number=bill,
        booking_number=booking,
        invoice_number=invoice_number,
        packing_list_number=invoice_number,
        purchase_order=purchase_order,
        packing_date=invoice_date,
        invoice_date=invoice_date,
        on_board=on_board,
        issue_delay=dates.below(3) if at_sea else 0,
        marks=_marks(buyer, purchase_order, carriage, goods),
        copy=copy.text,
        originals=copy.originals,
        invoice_language=language,
        signed_by=draw_person(seller.country, stream.at("signature")),
        stamped=form.chance(STAMPED_SHARE),
        revalidated=at_sea and form.chance(REVALIDATED_SHARE),
        place_of_receipt=city_of(local) or None if form.chance(0.4) else None,
        place_of_delivery=delivery if onward is None else onward.place,
        forwarding_agent=_forwarder(country, form) if form.chance(0.35) else None,
        remarks=remarks_on(terms, language),
        air=None if isinstance(carriage, Voyage) else draw_freight(carriage, goods, stream.at("air freight")),
        office_notes=draw_office_notes(invoice_date, carriage.arrival, carriage.papers_in, form.at("office")),
        exporter=None if seller is local else local,
        transhipment=carriage.via_printed,
        onward=None if onward is None else onward.booking,
        pallets=goods_on_pallets(goods, stream.at("pallets")) if at_sea else None,
        buyer_trade=_sectors(brand) if brand is not None else draw_trade(goods, stream.at("trade")),
    )


def _sectors(brand: Brand) -> tuple[str, ...]:
    """A licensed importer trades in all that the right holder makes."""
    return tuple(dict.fromkeys(all_goods()[line.goods].sector for line in brand.lines))


def _transport_numbers(carriage: Carriage, numbers: Stream) -> tuple[str, str]:
    """Return the number of the bill or waybill, and of the booking."""
    if isinstance(carriage, Voyage):
        carrier = carrier_of(carriage)
        return filled(carrier.bill_number, numbers), filled(f"{carrier.code[:3]}########", numbers)
    return draw_waybill_number(carriage, numbers), filled(f"{carriage.designator}######", numbers)


def _copy(consignee: Party, carriage: Carriage, form: Stream) -> Copy:
    """Return which copy lies on the desk: the consignee's of a waybill, one of the usual ones of a bill."""
    if carriage.mode == "air":
        return phrases().waybill_copy
    copies = phrases().copies_to_order if consignee.is_order else phrases().copies
    return form.weighted(copies, [each.weight for each in copies])


def _buyer(brand: Brand | None, sector: str, stream: Stream) -> Party:
    if brand is None:
        return draw_company("MX", sector, stream)
    return licensee_party(stream.pick(brand.licensees))


def licensee_party(licensee: Licensee) -> Party:
    """Return a licensed importer as a party."""
    return Party(licensee.name, licensee.address, "MX", licensee.telephone, licensee.rfc)


def _receivers(buyer: Party, carriage: Carriage, stream: Stream) -> tuple[Party, Party, bool]:
    """Consignee, notify party, and whether a bank stands between."""
    if carriage.mode == "sea" and stream.chance(ORDER_SHARE):
        with_bank = stream.chance(0.6)
        bank = stream.pick(tuple(banks().values()))
        return (Party(f"TO ORDER OF {bank.name}") if with_bank else Party("TO ORDER")), buyer, with_bank
    return buyer, _notify(carriage, stream), False


def _notify(carriage: Carriage, stream: Stream) -> Party:
    if stream.chance(0.45):
        return SAME_AS_CONSIGNEE
    broker = stream.pick([broker for broker in brokers().values() if broker.port == carriage.destination])
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


def _forwarder(country: str, stream: Stream) -> Party:
    forwarder = stream.pick([forwarder for forwarder in forwarders().values() if forwarder.country in (country, "MX")])
    return Party(forwarder.name, forwarder.address, forwarder.country, forwarder.telephone)


def _marks(buyer: Party, purchase_order: str, carriage: Carriage, goods: tuple[GoodsLine, ...]) -> tuple[str, ...]:
    """Shipping marks after UN Recommendation 15: initials, reference, destination, package numbers."""
    initials = "".join(word[0] for word in buyer.name.split()[:3])
    packages = sum(line.packages for line in goods)
    made_in = f"MADE IN {countries()[carriage.origin_country].en}"
    return (initials, purchase_order, carriage.destination_city, f"C/NO. 1-{packages}", made_in)
