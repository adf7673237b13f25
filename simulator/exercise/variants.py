"""A whole variant: every slot realised, the papers derived, and the key found by running every check on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.documents.derivation.reference_pages import paper_number
from simulator.documents.derive import derive
from simulator.documents.model import Papers
from simulator.errors import BrokenData
from simulator.exercise.assembled import sail_again
from simulator.exercise.canonical import item_digest
from simulator.exercise.desk import desk
from simulator.exercise.difficulty_cards import difficulty_card
from simulator.exercise.examining import changed_boxes, finding, shown
from simulator.exercise.planning import plan
from simulator.exercise.realising import Realised
from simulator.exercise.sailing import sail
from simulator.exercise.slots import Slot
from simulator.formats.key import Finding, KeyConsignment, KeyDocument, KeyVariant
from simulator.formats.ladder import verdict
from simulator.indicators.catalogue import catalogue
from simulator.randomness import Stream
from simulator.scenario import Scenario
from simulator.trade.facts import World
from simulator.trade.market import market


@dataclass(frozen=True, slots=True)
class Variant:
    """One form of the exercise: its world, its papers and what they show; ``twin`` are the papers with nothing planted."""

    id: str
    realised: tuple[Realised, ...]
    world: World
    papers: Papers
    twin: Papers
    key: KeyVariant


def variant(scenario: Scenario, slots: Sequence[Slot], id_: str, seed: str, letter: str = "C") -> Variant:
    """Return one variant, alone and whole: nothing that other variants draw shifts it.

    Consignments are called ``letter`` and their number, in the order of the dossier.
    """
    stream = Stream(seed, "variant", id_)
    order = stream.at("order").shuffled(slots)
    ids = {slot.id: f"{letter}{place:02d}" for place, slot in enumerate(order, start=1)}
    traded = market(scenario.brands)
    found: dict[str, Realised] = {}
    for group in sorted({slot.carriage for slot in slots}):
        together = [slot for slot in slots if slot.carriage == group]
        if together[0].source is not None:
            found |= sail_again(scenario, plan, group, together, ids, traded)
            continue
        found |= sail(group, together, ids, scenario.reference_date, traded, Stream(seed, "anchor"), stream)
    realised = tuple(found[slot.id] for slot in order)
    carriages = {each.consignment.carriage.id for each in realised}
    lines = {carriage: stream.at("manifest", carriage) for carriage in sorted(carriages)}
    world = desk(realised, scenario, traded, lines, stream.at("desk"))
    departures = [departure for each in realised for departure in each.departures]
    twin = derive(world)
    papers = derive(world, departures, twin)
    key = KeyVariant(tuple(_solution(each, world, papers, twin) for each in realised))
    return Variant(id_, realised, world, papers, twin, key)


def _solution(realised: Realised, world: World, papers: Papers, twin: Papers) -> KeyConsignment:
    consignment = realised.consignment
    findings = _findings(realised, world, papers, twin)
    departing = tuple(each for each in findings if each.points_to != "innocent")
    _check(realised, findings)
    return KeyConsignment(
        id=consignment.id,
        slot=realised.slot.id,
        item=item_digest(papers, consignment.id),
        mode=consignment.mode,
        documents=tuple(
            KeyDocument(document.id, document.role, paper_number(document))
            for document in papers.documents
            if consignment.id in document.consignments
        ),
        verdict=verdict(departing),
        findings=departing,
        look_alikes=tuple(each for each in findings if each.points_to == "innocent"),
        origin=consignment.origin_country,
        difficulty=difficulty_card(papers, consignment.id, findings),
    )


def _findings(realised: Realised, world: World, papers: Papers, twin: Papers) -> list[Finding]:
    consignment, slot = realised.consignment, realised.slot
    found = []
    for id_, sights in shown(papers, consignment.id).items():
        entry = catalogue()[id_]
        own = tuple(departure for departure in realised.departures if departure.indicator == id_)
        level = slot.subtlety if own and slot.subtlety in entry.card.subtleties else entry.card.subtleties[0]
        follows = changed_boxes(consignment, own, realised.clean, papers, world.brands) if own else ()
        found.append(finding(entry, sights, papers, twin, planted=bool(own), subtlety=level, follows=follows))
    return found


def _check(realised: Realised, findings: Sequence[Finding]) -> None:
    """The full desk must show what the shipment showed alone; anything else is a fault of an indicator's module."""
    slot = realised.slot
    wanted = {*slot.indicators, *((slot.look_alike,) if slot.look_alike else ())}
    implied = {each for id_ in slot.indicators for each in catalogue()[id_].card.implies}
    seen = {each.indicator for each in findings}
    departing = {each.indicator for each in findings if each.points_to != "innocent"}
    if not wanted <= seen or not departing <= wanted | implied:
        raise BrokenData(
            f"indicators: {realised.consignment.id} shows {sorted(seen)} on the full desk and {sorted(wanted)} alone; "
            "a check looked at other papers than the consignment's"
        )
