"""From the world to the desk: every paper follows from the facts, changed where a departure changes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from simulator.documents import (
    air_waybill,
    bill_of_lading,
    contents,
    invoice,
    manifest,
    packing_list,
    price_guide,
    register,
    right_holder_card,
    route_card,
    schedule,
    tariff_extract,
)
from simulator.documents.derivation import air_waybill as waybill_derivation
from simulator.documents.derivation import bill_of_lading as bill_derivation
from simulator.documents.derivation import invoice as invoice_derivation
from simulator.documents.derivation import manifest as manifest_derivation
from simulator.documents.derivation import packing_list as packing_list_derivation
from simulator.documents.derivation.authority_pages import (
    register_values,
    route_card_values,
    schedule_values,
    tariff_values,
)
from simulator.documents.derivation.reference_pages import card_values, contents_values, price_guide_values
from simulator.documents.house_styles import house_style
from simulator.documents.model import Document, DocumentType, Papers, Place
from simulator.formats.vocabulary import Language
from simulator.reference.brands import Brand
from simulator.trade.departures import Departure, Told, refuse_conflicts
from simulator.trade.facts import Carriage, Consignment, World

Derivation = Callable[[Consignment], dict[Place, Any]]

OWN_PAPERS: dict[str, tuple[DocumentType, ...]] = {
    "sea": (bill_of_lading.TYPE, invoice.TYPE, packing_list.TYPE),
    "air": (air_waybill.TYPE, invoice.TYPE, packing_list.TYPE),
}
"""The papers of one consignment by mode, in the order of its dossier."""
DERIVATIONS: dict[str, Derivation] = {
    bill_of_lading.TYPE.name: bill_derivation.values,
    air_waybill.TYPE.name: waybill_derivation.values,
    invoice.TYPE.name: invoice_derivation.values,
    packing_list.TYPE.name: packing_list_derivation.values,
}
"""How each of them follows from the facts."""
TRANSPORT = (bill_of_lading.TYPE, air_waybill.TYPE)
"""Transport documents, which the carrier issues in English."""


def derive(world: World, departures: Iterable[Departure] = (), twin: Papers | None = None) -> Papers:
    """Return everything on one desk, in the order of the dossier; ``derive(world)`` is the clean twin.

    Given the ``twin``, papers that no departure concerns are taken from it; the result is the same. Raise
    ``ConflictingDepartures`` when two departures change the same fact on the same paper.
    """
    departures = tuple(departures)
    refuse_conflicts(departures)
    told = Told(departures)
    if twin is not None:
        return _departed(world, departures, told, twin)
    manifests = [_manifest(world, carriage, place, told) for place, carriage in enumerate(world.carriages, start=1)]
    own = [_own_paper(type_, each, told) for each in world.consignments for type_ in OWN_PAPERS[each.mode]]
    papers = (_price_guide(world), *_authority_pages(world, told), *_cards(world), *manifests, *own)
    return Papers((_contents(world, papers), *papers))


def _departed(world: World, departures: Sequence[Departure], told: Told, twin: Papers) -> Papers:
    """Return the twin's papers, those derived anew that a departure concerns, and the list of contents."""
    carriages = {f"manifest-{place}": (place, carriage) for place, carriage in enumerate(world.carriages, start=1)}
    papers: list[Document] = []
    for paper in twin.documents[1:]:
        if not any(_concerns(departure, paper) for departure in departures):
            papers.append(paper)
        elif paper.type is register.TYPE:
            papers.append(_reference(world.language, register.TYPE, register_values(world, told)))
        elif paper.type is manifest.TYPE:
            place, carriage = carriages[paper.id]
            papers.append(_manifest(world, carriage, place, told))
        else:
            papers.append(_own_paper(paper.type, world.consignment(paper.consignments[0]), told))
    return Papers((_contents(world, tuple(papers)), *papers))


def _concerns(departure: Departure, paper: Document) -> bool:
    """Tell whether a paper prints what departs; the register speaks of all consignments, other reference pages of none."""
    told = departure.consignment in paper.consignments or paper.type is register.TYPE
    return told and departure.concerns(paper.type.name)


def _own_paper(type_: DocumentType, consignment: Consignment, told: Told) -> Document:
    facts = told.facts_for(type_.name, consignment)
    issuer, language = _issuer(type_, facts)
    style = house_style(type_.name, issuer, consignment.mode)
    return Document(
        id=f"{consignment.id}-{type_.name}",
        type=type_,
        prefix=type_.prefix,
        template=style.template,
        printing=style.printing(language),
        values=DERIVATIONS[type_.name](facts),
        consignments=(consignment.id,),
        role="direct" if type_ in TRANSPORT else None,
    )


def _issuer(type_: DocumentType, facts: Consignment) -> tuple[str, Language]:
    if type_ in TRANSPORT:
        return facts.carriage.carrier_name, "en"
    return facts.seller.name, "es" if facts.invoice_language == "es" else "en"


def _manifest(world: World, carriage: Carriage, place: int, told: Told) -> Document:
    own = [each for each in world.consignments if each.carriage.id == carriage.id]
    others = [each for each in world.others if each.carriage.id == carriage.id]
    own_ids = {each.id for each in own}
    # Lines stand in the order of their bill numbers, so that a line's place tells nothing.
    listed = [*(told.facts_for(manifest.TYPE.name, each) for each in own), *others]
    listed.sort(key=lambda facts: facts.bill_number)
    style = house_style(manifest.TYPE.name, carriage.carrier_name, carriage.mode)
    return Document(
        id=f"manifest-{place}",
        type=manifest.TYPE,
        prefix=manifest.TYPE.prefix,
        template=style.template,
        printing=style.printing("en"),
        values=manifest_derivation.values(carriage, listed),
        consignments=tuple(each.id for each in own),
        owners={row: each.id for row, each in enumerate(listed, start=1) if each.id in own_ids},
    )


def _cards(world: World) -> tuple[Document, ...]:
    known = {brand.id: brand for brand in world.brands}
    return tuple(_card(known[brand], world.language, place) for place, brand in enumerate(world.cards, start=1))


@lru_cache(maxsize=64)
def _card(brand: Brand, language: Language, place: int) -> Document:
    """Return a right holder's card, which nobody's consignments change."""
    return _reference(language, right_holder_card.TYPE, card_values(brand, language), place)


def _price_guide(world: World) -> Document:
    return _reference(world.language, price_guide.TYPE, price_guide_values(world))


def _authority_pages(world: World, told: Told) -> tuple[Document, ...]:
    """The pages of authorities; what nobody of the desk needs is left out."""
    pages = (
        (tariff_extract.TYPE, tariff_values(world), world.tariff),
        (register.TYPE, register_values(world, told), world.register),
        (schedule.TYPE, schedule_values(world), world.routes),
        (route_card.TYPE, route_card_values(world), world.routes),
    )
    return tuple(_reference(world.language, type_, values) for type_, values, needed in pages if needed)


def _contents(world: World, papers: tuple[Document, ...]) -> Document:
    return _reference(world.language, contents.TYPE, contents_values(world, papers))


def _reference(language: str, type_: DocumentType, values: dict[Place, Any], place: int | None = None) -> Document:
    style = house_style(type_.name, type_.name)
    return Document(
        id=type_.name if place is None else f"{type_.name}-{place}",
        type=type_,
        prefix=type_.prefix if place in (None, 1) else f"{type_.prefix}{place}",
        template=style.template,
        printing=style.printing("es" if language == "es" else "en"),
        values=values,
    )
