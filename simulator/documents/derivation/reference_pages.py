"""Reference pages: contents, price guide, right holders' cards; in the language of the pack."""

from __future__ import annotations

from typing import Any

from simulator.documents import contents, price_guide, right_holder_card
from simulator.documents.codecs import PartyBlock
from simulator.documents.derivation.building import Values
from simulator.documents.model import Document, Place
from simulator.formats.key import Bilingual
from simulator.reference.brands import Brand, Licensee
from simulator.reference.goods import goods
from simulator.reference.ports import ports
from simulator.trade.facts import World

GUIDE_NOTE = Bilingual(
    "Genuine wholesale prices FOB in US dollars and net kilograms, each for one unit. Lawful prices and weights lie inside "
    "the band. A weight counts as implausible only below half the lightest or above twice the heaviest.",
    "Precios genuinos de mayoreo FOB en dólares y kilogramos netos, ambos por unidad. Los precios y pesos lícitos caen "
    "dentro de la banda. Un peso es inverosímil sólo debajo de la mitad del más ligero o arriba del doble del más pesado.",
)


def contents_values(world: World, papers: tuple[Document, ...]) -> dict[Place, Any]:
    """Return the list of what lies on the desk, in the order of the dossier."""
    boxes = Values()
    boxes.put(contents.DESK_DATE, world.reference_date)
    offices = dict.fromkeys(f"{each.destination_city} ({each.office})" for each in world.carriages)
    boxes.put(contents.CUSTOMS_OFFICE, ", ".join(sorted(offices)))
    for row, paper in enumerate(papers, start=1):
        boxes.put(contents.CONSIGNMENT, None if paper.type.shared else paper.consignments[0], row)
        boxes.put(contents.PAPER, paper.type.title.text(world.language), row)
        boxes.put(contents.NUMBER, paper_number(paper) or None, row)
    return boxes.places()


def paper_number(paper: Document) -> str:
    """Return the number or name by which a paper is listed, "" when it has none."""
    names = {
        "bill-of-lading": ("bill_of_lading_number",),
        "air-waybill": ("air_waybill_number",),
        "invoice": ("invoice_number",),
        "packing-list": ("packing_list_number",),
        "manifest": ("vessel_name", "voyage_number"),
        "right-holder-card": ("brand",),
    }
    return " ".join(paper.printed(name) for name in names.get(paper.type.name, ())).strip()


def price_guide_values(world: World) -> dict[Place, Any]:
    """Return a row for each kind of goods and mark in the guide: genuine prices, kilograms a piece."""
    boxes = Values()
    boxes.put(price_guide.NOTE, GUIDE_NOTE.text(world.language))
    for row, (kind, mark) in enumerate(world.guide, start=1):
        thing = goods()[kind]
        brand = world.brand_of(mark)
        line = None if brand is None else brand.line(kind)
        low, high = thing.price_cents if line is None else line.price_cents
        boxes.put(price_guide.MARK, mark, row)
        boxes.put(price_guide.DESCRIPTION, thing.description.text(world.language), row)
        boxes.put(price_guide.GOODS_HS_CODE, thing.hs, row)
        boxes.put(price_guide.UNIT, thing.unit, row)
        boxes.put(price_guide.LOWEST_PRICE, low, row)
        boxes.put(price_guide.HIGHEST_PRICE, high, row)
        boxes.put(price_guide.LOWEST_WEIGHT, thing.piece_grams[0], row)
        boxes.put(price_guide.HIGHEST_WEIGHT, thing.piece_grams[1], row)
    return boxes.places()


def card_values(brand: Brand, language: str) -> dict[Place, Any]:
    """Return a right holder's card."""
    boxes = Values()
    card = right_holder_card
    boxes.put(card.LOGO, f"logo:{brand.logo.shape}:{brand.logo.letters}")
    boxes.put(card.MARK, brand.mark)
    boxes.put(card.OWNER, PartyBlock(brand.owner, brand.owner_address))
    boxes.put(card.CLASS_OF_GOODS, brand.class_of_goods.text(language))
    models = [(model, line.goods) for line in brand.lines for model in line.models]
    for row, (model, kind) in enumerate(models, start=1):
        boxes.put(card.MODEL, model, row)
        boxes.put(card.MODEL_GOODS, goods()[kind].description.text(language), row)
    _makers(boxes, brand)
    for row, licensee in enumerate(brand.licensees, start=1):
        _licensee(boxes, licensee, row)
    lanes = tuple(f"{ports()[origin].printed} - {ports()[port].printed}" for origin, port in brand.lanes)
    boxes.put(card.LANES, lanes)
    prices = [f"{goods()[line.goods].description.text(language)}: USD {_price(line.price_cents)}" for line in brand.lines]
    boxes.put(card.PRICES, "; ".join(prices))
    boxes.put(card.CARTON_MARKS, brand.carton_marks.text(language))
    boxes.put(card.SECURITY_FEATURES, brand.security_features.text(language))
    boxes.put(card.HOW_FAKES_DIFFER, brand.how_fakes_differ.text(language))
    boxes.put(card.LABEL_ORDER, brand.label_order)
    boxes.put(card.CONTACT, (brand.contact_name, brand.contact_telephone, brand.contact_mail))
    return boxes.places()


def _makers(boxes: Values, brand: Brand) -> None:
    card = right_holder_card
    for row, maker in enumerate(brand.makers, start=1):
        boxes.put(card.MAKER, maker.name, row)
        boxes.put(card.MAKER_CITY, maker.city, row)
        boxes.put(card.MAKER_COUNTRY, maker.country, row)
        boxes.put(card.MAKER_CODE, maker.code, row)
    for row, contract in enumerate(brand.contract_makers, start=1):
        boxes.put(card.CONTRACT_MAKER_CODE, contract.code, row)
        boxes.put(card.CONTRACT_MAKER_COUNTRY, contract.country, row)


def _licensee(boxes: Values, licensee: Licensee, row: int) -> None:
    card = right_holder_card
    boxes.put(card.LICENSEE, licensee.name, row)
    boxes.put(card.LICENSEE_TAX_ID, licensee.rfc, row)
    boxes.put(card.LICENSEE_ADDRESS, ", ".join(licensee.address), row)


def _price(band: tuple[int, int]) -> str:
    low, high = band
    return f"{low // 100}.{low % 100:02d}-{high // 100}.{high % 100:02d}"
