"""Whole variants: the key says what was asked for, the forms are parallel, and each can be made alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache

import pytest

from exercise.scenarios import OTHERS, SHIPPED, scenario
from simulator.documents import contents, invoice, manifest, packing_list, register
from simulator.documents.derive import derive
from simulator.documents.model import Papers
from simulator.errors import Unsatisfiable
from simulator.exercise.canonical import content_digest
from simulator.exercise.examining import shown
from simulator.exercise.planning import plan
from simulator.exercise.small_world import alone
from simulator.exercise.variants import Variant, variant
from simulator.indicators.catalogue import catalogue
from simulator.randomness import Stream
from simulator.reference.brands import brands

VERDICTS = {
    "signal": {"examine", "detain"},
    "revenue": {"revenue"},
    "query": {"query"},
    "release": {"release"},
}
SEEDS = 12
MANY = 60
each_count = pytest.mark.parametrize("count", [SEEDS, pytest.param(MANY, marks=pytest.mark.slow)])
each_shipped = pytest.mark.parametrize("name", SHIPPED)


@cache
def made(name: str, seed: int, id_: str = "v01") -> Variant:
    asked = scenario(name)
    return variant(asked, plan(asked, f"seed {seed}"), id_, f"seed {seed}")


def variants(name: str, count: int) -> list[Variant]:
    return [made(name, seed) for seed in range(count)]


@each_count
@each_shipped
def test_verdicts_and_findings_are_what_the_slots_ask_for(name: str, count: int) -> None:
    for form in variants(name, count):
        for each, told in zip(form.realised, form.key.consignments, strict=True):
            slot = each.slot
            assert (told.id, told.slot) == (each.consignment.id, slot.id)
            assert told.verdict in VERDICTS[slot.kind]
            planted = {finding.indicator for finding in told.findings if finding.planted}
            implied = {id_ for each_id in slot.indicators for id_ in catalogue()[each_id].card.implies}
            assert planted == set(slot.indicators)
            assert {finding.indicator for finding in told.findings} <= planted | implied
            alike = {finding.indicator for finding in told.look_alikes if finding.planted}
            assert alike == ({slot.look_alike} if slot.look_alike else set())


@each_shipped
def test_a_desk_made_from_its_twin_is_the_desk_derived_anew(name: str) -> None:
    for form in variants(name, 3):
        departures = [departure for each in form.realised for departure in each.departures]
        assert derive(form.world, departures) == form.papers
        assert derive(form.world) == form.twin


@pytest.mark.parametrize("name", OTHERS)
def test_the_other_scenarios_show_what_they_ask_for(name: str) -> None:
    counts = scenario(name).consignments
    for form in variants(name, 2):
        kinds = Counter(told.verdict for told in form.key.consignments)
        assert kinds["examine"] + kinds["detain"] == counts.signals
        assert (kinds["revenue"], kinds["query"], kinds["release"]) == (counts.revenue, counts.query, counts.release)
        planted = [any(each.planted for each in told.look_alikes) for told in form.key.consignments]
        assert sum(planted) == counts.look_alikes
        assert Counter(told.mode for told in form.key.consignments) == Counter(sea=counts.by_sea, air=counts.by_air)
        papers = {document.type.name for document in form.papers.documents}
        assert ("bill-of-lading" in papers, "air-waybill" in papers) == (counts.by_sea > 0, counts.by_air > 0)


@each_shipped
def test_the_key_tells_the_origin_of_the_goods_as_the_clean_papers_state_it(name: str) -> None:
    for form in variants(name, SEEDS):
        for told in form.key.consignments:
            stated = [form.twin.of(told.id, type_) for type_ in (invoice.TYPE, packing_list.TYPE)]
            assert {paper.named("country_of_origin") for paper in stated if paper} == {told.origin}


@each_count
@each_shipped
def test_every_shipment_could_have_shown_what_a_signal_shows(name: str, count: int) -> None:
    """Whatever its verdict, a shipment is one on which its cover can be planted and seen."""
    for form in variants(name, count):
        for each in form.realised:
            world = alone(each.consignment)
            for id_ in each.slot.cover:
                card = catalogue()[id_].card
                level = each.slot.subtlety if each.slot.subtlety in card.subtleties else card.subtleties[0]
                draws = (Stream("could", id_, attempt) for attempt in range(20))
                planted = (catalogue()[id_].plant(world, each.consignment, level, stream) for stream in draws)
                assert any(departures is not None for departures in planted)


@each_count
@each_shipped
def test_the_clean_twin_of_the_whole_desk_shows_no_indicator(name: str, count: int) -> None:
    for form in variants(name, count):
        for told in form.key.consignments:
            seen = shown(form.twin, told.id)
            assert not [id_ for id_ in seen if not catalogue()[id_].card.is_look_alike]


@each_shipped
def test_the_keys_evidence_stands_on_the_papers(name: str) -> None:
    """Each box of the key has what the papers print there; what departs is expected to be otherwise, or implies it."""
    for form in variants(name, SEEDS):
        boxes = printed_boxes(form.papers)
        expected = printed_boxes(form.twin)
        for told in form.key.consignments:
            for finding in (*told.findings, *told.look_alikes):
                codes = [(each.document, each.box) for each in finding.evidence]
                assert len(set(codes)) == len(codes)
                assert {"shows"} <= {each.role for each in finding.evidence}
                for each in finding.evidence:
                    assert each.printed == boxes.get((each.document, each.box), "")
                    assert each.expected == expected.get((each.document, each.box), "")
                    if each.role == "follows":
                        assert each.printed != each.expected
                if finding.planted:
                    assert any(each.printed != each.expected for each in finding.evidence if each.role != "follows")


def printed_boxes(papers: Papers) -> dict[tuple[str, str], str]:
    """What is read in each box: what is printed, or the words of what is drawn without saying how it is drawn."""
    found = {}
    for document in papers.documents:
        for field, row in document.values:
            text = document.printed(field, row)
            if document.type.field(field).kind == "ink":
                text = re.sub(r"(^|; )(stamp|signature|datestamp|initials|handwritten|correction):", r"\1", text).replace(
                    "|", " "
                )
            found[document.id, document.code(field, row)] = text
    return found


@each_shipped
def test_box_codes_are_unique_among_one_consignments_papers(name: str) -> None:
    for form in variants(name, SEEDS):
        for told in form.key.consignments:
            papers = [each for each in form.papers.documents if not each.consignments or told.id in each.consignments]
            codes = Counter(each.code(field, row) for each in papers for field, row in each.values)
            assert max(codes.values()) == 1


@each_shipped
def test_what_is_changed_is_on_the_papers_of_that_consignment_alone(name: str) -> None:
    for form in variants(name, SEEDS):
        guilty = {each.consignment.id for each in form.realised if each.departures}
        for paper, clean in zip(form.papers.documents, form.twin.documents, strict=True):
            if paper.type in (register.TYPE, contents.TYPE):
                continue
            if paper.values != clean.values:
                assert set(paper.consignments) & guilty
                assert not paper.type.reference


@each_shipped
def test_the_register_tells_of_a_departing_buyer_in_a_buyers_place_alone(name: str) -> None:
    """An importer who is registered for another trade stands there so; nobody else's line knows of it."""
    for form in variants(name, SEEDS):
        buyers = [
            departure
            for each in form.realised
            for departure in each.departures
            if departure.concerns(register.TYPE.name) and departure.path.startswith("buyer")
        ]
        changed = {
            place[1]
            for paper, clean in zip(form.papers.all(register.TYPE), form.twin.all(register.TYPE), strict=True)
            for place in {*paper.values, *clean.values}
            if paper.values.get(place) != clean.values.get(place)
        }
        assert len(changed) <= 2 * len({each.consignment for each in buyers})
        for row in changed:
            assert row is not None
            assert form.world.register[row - 1].consignment is not None


@each_shipped
def test_the_contents_list_a_paper_by_the_number_that_it_bears(name: str) -> None:
    """A waybill with another number stands so in the list, which the key says follows; nothing else differs there."""
    for form in variants(name, SEEDS):
        (page,), (clean,) = form.papers.all(contents.TYPE), form.twin.all(contents.TYPE)
        changed = {place for place in page.values if page.values[place] != clean.values[place]}
        numbers = {place[1]: page.values[place] for place in changed}
        assert {place[0] for place in changed} <= {contents.NUMBER.name}
        renumbered = [
            told
            for each, told in zip(form.realised, form.key.consignments, strict=True)
            if any(departure.path == "bill_number" for departure in each.departures)
        ]
        assert sorted(numbers.values()) == sorted(
            document.number for told in renumbered for document in told.documents if document.role
        )
        follows = {
            evidence.box
            for told in renumbered
            for finding in told.findings
            for evidence in finding.evidence
            if evidence.role == "follows" and evidence.document == page.id
        }
        assert follows == {page.code(*place) for place in changed}


@each_shipped
def test_parallel_forms_ask_the_same_of_other_shipments(name: str) -> None:
    forms = [made(name, 1, id_) for id_ in ("v01", "v02", "v03")]
    keys = [{each.slot: each for each in form.key.consignments} for form in forms]
    anchors = {each.slot.id for each in forms[0].realised if each.slot.anchor}
    assert len(anchors) == scenario(name).consignments.anchors
    for slot in keys[0]:
        items = {key[slot].item for key in keys}
        assert len(items) == (1 if slot in anchors else 3)
        assert len({tuple(finding.indicator for finding in key[slot].findings) for key in keys}) == 1
        assert len({key[slot].verdict for key in keys}) == 1
    orders = {tuple(each.slot for each in form.key.consignments) for form in forms}
    assert len(orders) == 3
    for form in forms:
        count = len(form.realised)
        assert [each.id for each in form.key.consignments] == [f"C{place:02d}" for place in range(1, count + 1)]


@each_shipped
def test_an_anchor_is_the_same_papers_but_for_its_id(name: str) -> None:
    forms = [made(name, 2, id_) for id_ in ("v01", "v02")]
    printed = []
    for form in forms:
        anchors = {each.slot.id: each.consignment.id for each in form.realised if each.slot.anchor}
        voyages = {each.consignment.carriage.id: each.consignment.carriage for each in form.realised if each.slot.anchor}
        own = {
            (slot, paper.type.name): {place: paper.printed(*place) for place in paper.values}
            for slot, id_ in anchors.items()
            for paper in form.papers.documents
            if paper.consignments == (id_,) and not paper.type.shared
        }
        printed.append((own, voyages))
    assert printed[0] == printed[1]


@each_shipped
def test_a_variant_alone_is_the_variant_among_others(name: str) -> None:
    asked = scenario(name)
    slots = plan(asked, "alone")
    among = [variant(asked, slots, f"v{number:02d}", "alone") for number in range(1, 4)]
    alone = variant(asked, slots, "v02", "alone")
    assert alone == among[1]


def test_another_process_makes_the_same() -> None:
    """Hash seeds, import order and what was drawn before do not matter."""
    code = (
        "from simulator.exercise.planning import plan\n"
        "from simulator.exercise.variants import variant\n"
        "from simulator.exercise.canonical import content_digest\n"
        "from simulator.scenario import load_scenario\n"
        "asked = load_scenario('first-hour')\n"
        "print(content_digest([('v01', variant(asked, plan(asked, 'seed 3'), 'v01', 'seed 3').papers)]), end='')\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout == content_digest([("v01", made("first-hour", 3).papers)])


@each_count
@each_shipped
def test_a_third_of_the_right_holders_cards_are_not_guilty(name: str, count: int) -> None:
    for form in variants(name, count):
        marks = {
            each.consignment.brand
            for each, told in zip(form.realised, form.key.consignments, strict=True)
            if told.verdict in VERDICTS["signal"]
        }
        innocent = [id_ for id_ in form.world.cards if brands()[id_].mark not in marks]
        assert 3 * len(innocent) >= len(form.world.cards)
        in_play = {each.consignment.brand for each in form.realised} - {None}
        assert in_play <= {brands()[id_].mark for id_ in form.world.cards}


@each_count
@each_shipped
def test_branded_lawful_consignments_are_as_many_as_branded_signals(name: str, count: int) -> None:
    for form in variants(name, count):
        branded = Counter(each.slot.kind for each in form.realised if each.consignment.brand is not None)
        assert branded["release"] >= branded["signal"]


@each_count
@each_shipped
def test_most_lines_of_a_manifest_are_other_peoples(name: str, count: int) -> None:
    for form in variants(name, count):
        # As their own papers number them: one may fail its check digit.
        own = {document.number for each in form.key.consignments for document in each.documents if document.role}
        assert len(own) == len(form.realised)
        for paper in form.papers.all(manifest.TYPE):
            numbers = [number for _, number in paper.rows(manifest.BILL_NUMBER)]
            assert 15 <= len(numbers) <= 20
            assert len(set(numbers)) == len(numbers)
            assert 2 * len(own.intersection(numbers)) < len(numbers)
            assert len(paper.consignments) == len(own.intersection(numbers)) > 0
            containers = [each for _, row in paper.rows(manifest.CONTAINER_NUMBERS) for each in row]
            assert len(set(containers)) == len(containers)


@each_shipped
def test_every_pair_of_code_and_mark_in_play_is_in_the_guide(name: str) -> None:
    for form in variants(name, SEEDS):
        for each in form.realised:
            for line in each.consignment.goods:
                assert (line.goods, line.mark) in form.world.guide


def test_what_no_shipment_can_show_is_told_in_one_sentence() -> None:
    """P08 needs a bill to order and H01 one that is not: asked for beside each other by hand, nothing can show both."""
    asked = scenario("first-hour", signals=0, revenue=0, query=1, count=1, sea=1, look_alikes=0, anchors=0)
    (slot,) = plan(asked, "seed")
    impossible = type(slot)(slot.id, "query", ("P08",), (), False, 1, look_alike="H01")
    with pytest.raises(Unsatisfiable, match="P08, H01") as refused:
        variant(asked, [impossible], "v01", "seed")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "changes",
    [
        {"signals": 0, "double": 0},
        {"signals": 12, "revenue": 0, "query": 0, "double": 12},
        {"signals": 0, "revenue": 0, "query": 0, "double": 0, "look_alikes": 12},
        {"count": 1, "sea": 1, "signals": 0, "revenue": 0, "query": 0, "double": 0, "look_alikes": 0, "anchors": 0},
        {"anchors": 12},
        {"anchors": 0, "look_alikes": 0},
        {"revenue": 4, "query": 4},
    ],
)
def test_edges_of_counts_are_realised(changes: dict[str, int]) -> None:
    asked = scenario("monterrey", **changes)
    form = variant(asked, plan(asked, "edges"), "v01", "edges")
    counts = asked.consignments
    kinds = Counter(told.verdict for told in form.key.consignments)
    assert kinds["examine"] + kinds["detain"] == counts.signals
    assert kinds["release"] == counts.release
    assert kinds["query"] == counts.query
    assert kinds["revenue"] == counts.revenue


@pytest.mark.slow
def test_sixty_consignments_are_realised() -> None:
    asked = scenario(count=60, sea=60, signals=20, revenue=5, query=10, double=5, look_alikes=30, anchors=10)
    form = variant(asked, plan(asked, "sixty"), "v01", "sixty")
    assert len(form.key.consignments) == 60
