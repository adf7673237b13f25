"""Exercises with an instructor's own marks: they are traded, shown and withheld as the shipped ones are."""

from __future__ import annotations

from collections import Counter
from functools import cache

import msgspec
import pytest
from trade.drawing import DESK_DATE

from exercise.scenarios import scenario
from simulator.documents import invoice, price_guide, right_holder_card
from simulator.errors import BadInput
from simulator.exercise.examining import shown
from simulator.exercise.planning import plan
from simulator.exercise.realising import realise
from simulator.exercise.sailing import sail
from simulator.exercise.slots import Slot
from simulator.exercise.small_world import alone
from simulator.exercise.variants import Variant, variant
from simulator.formats.brands import OwnBrand, OwnProduct
from simulator.indicators.catalogue import catalogue
from simulator.randomness import Stream
from simulator.scenario import Scenario
from simulator.trade.market import market
from simulator.trade.voyages import draw_voyage

TWO = (
    OwnBrand(
        "Queltrebo", (OwnProduct("running-shoes", ("Corsa 1", "Brío", "Sendero 77")), OwnProduct("t-shirts", ("Q 10",)))
    ),
    OwnBrand("Mosvante", (OwnProduct("film-dvds", ("Onda", "Onda 2")),), made_in=("CN", "IN", "BR", "KR")),
)
MARKS = {"QUELTREBO", "MOSVANTE"}
BRANDED = [entry for entry in catalogue().values() if entry.card.branded]
"""What only marked goods can show."""


def with_marks(name: str = "monterrey", brands: tuple[OwnBrand, ...] = TWO) -> Scenario:
    return msgspec.structs.replace(scenario(name), brands=brands)


@cache
def made(name: str, seed: int) -> Variant:
    asked = with_marks(name)
    return variant(asked, plan(asked, f"seed {seed}"), "v01", f"seed {seed}")


FORMS = [("monterrey", 1), ("monterrey", 2), ("first-hour", 3), ("air-warehouse", 4)]
each_form = pytest.mark.parametrize(("name", "seed"), FORMS)


@each_form
def test_own_marks_are_on_invoices_cards_and_in_the_guide(name: str, seed: int) -> None:
    papers = made(name, seed).papers
    invoices = [mark for paper in papers.all(invoice.TYPE) for _, mark in paper.rows(invoice.MARK)]
    assert MARKS & set(invoices)
    cards = {card.get(right_holder_card.MARK): card for card in papers.all(right_holder_card.TYPE)}
    assert set(cards) >= MARKS
    assert [model for _, model in cards["MOSVANTE"].rows(right_holder_card.MODEL)] == ["ONDA", "ONDA 2"]
    (guide,) = papers.all(price_guide.TYPE)
    assert {mark for _, mark in guide.rows(price_guide.MARK)} >= MARKS


@each_form
def test_most_marked_shipments_bear_own_marks_and_the_key_says_what_was_asked(name: str, seed: int) -> None:
    form = made(name, seed)
    marked = [each for each in form.realised if each.slot.branded]
    own = [each for each in marked if each.consignment.brand in MARKS]
    assert len(own) >= len(marked) * 3 // 4
    assert all(each.consignment.brand in MARKS for each in marked if each.slot.own)
    for each, told in zip(form.realised, form.key.consignments, strict=True):
        assert {finding.indicator for finding in told.findings if finding.planted} == set(each.slot.indicators)
        assert not [id_ for id_ in shown(form.twin, told.id) if not catalogue()[id_].card.is_look_alike]


def test_own_marks_are_as_frequent_among_the_guilty_as_among_the_lawful() -> None:
    asked = with_marks()
    slots = [slot for seed in range(150) for slot in plan(asked, f"seed {seed}") if slot.branded]
    shares = {kind: sum(slot.own for slot in slots if slot.kind == kind) for kind in ("signal", "release", "query")}
    counts = Counter(slot.kind for slot in slots)
    for kind, found in shares.items():
        # Three quarters, rounded up in each plan; five standard deviations of a share at the smallest count.
        assert found / counts[kind] + 0.12 >= 0.75
        assert found / counts[kind] <= 0.92


@pytest.mark.parametrize("entry", BRANDED, ids=lambda entry: entry.id)
def test_every_indicator_of_marks_can_be_planted_on_own_marks_at_each_level(entry: object) -> None:
    """Else a slot at that level would bear another mark, and own marks would tell something of the verdict."""
    id_, card = getattr(entry, "id"), getattr(entry, "card")  # noqa: B009
    here = market(TWO)
    for level in card.subtleties:
        cover = () if card.is_look_alike else (id_,)
        slot = Slot("S1", "signal", cover, cover, True, level, id_ if card.is_look_alike else None, own=True)
        for number in range(2):
            stream = Stream("own marks", id_, level, number)
            found = sail(1, [slot], {"S1": "C01"}, DESK_DATE, here, stream, stream)
            assert found["S1"].consignment.brand in MARKS


def test_other_marks_are_taken_where_own_ones_cannot_show_what_is_asked() -> None:
    here = market((OwnBrand("Mosvante", TWO[1].product, made_in=("CN", "IN", "BR", "KR")),))
    draws = (draw_voyage("v", DESK_DATE, Stream("elsewhere", attempt)) for attempt in range(200))
    contract = {each.country for each in here.own[0].contract_makers}
    carriage = next(each for each in draws if each.origin_country not in {*here.own[0].origins, *contract})
    slot = Slot("S1", "release", (), ("G11",), True, 2, own=True)
    found = realise(slot, "C01", carriage, here, Stream("elsewhere"))
    assert found.consignment.brand not in {None, "MOSVANTE"}


def test_a_world_without_own_marks_draws_what_it_always_drew() -> None:
    plain = scenario("first-hour")
    slots = plan(plain, "as ever")
    assert not any(slot.own for slot in slots)
    assert plan(with_marks("first-hour"), "as ever") != slots
    one, other = (variant(plain, slots, "v01", "as ever") for _ in range(2))
    assert one.papers == other.papers
    assert one.world.brands == market(()).all


def test_marks_in_a_scenario_are_checked_before_anything_is_drawn() -> None:
    broken = (OwnBrand("Queltrebo", (OwnProduct("shoe", ("A",)),)),)
    with pytest.raises(BadInput, match=r"monterrey: brand\[0\].product\[0\].goods: there are no goods 'shoe'"):
        plan(with_marks(brands=broken), "seed")


def test_a_small_world_has_the_cards_of_own_marks() -> None:
    form = made("monterrey", 1)
    each = next(each for each in form.realised if each.consignment.brand in MARKS)
    here = alone(each.consignment, brands=form.world.brands)
    assert here.cards == tuple(brand.id for brand in here.brands if brand.mark == each.consignment.brand)
    assert here.brand_of(each.consignment.brand) is not None
    assert here.brand_of(None) is None
