"""What the design promises of every indicator and look-alike, over many shipments."""

from __future__ import annotations

from itertools import combinations
from typing import TypeVar

import pytest

from indicators.planting import (
    LEVELS,
    LOOK_ALIKES,
    MODES,
    Planted,
    departures,
    emptied,
    modes_of,
    only,
    planted,
    set_back,
    shown_indicators,
    twin,
    world,
)
from simulator.documents import air_waybill, bill_of_lading, invoice, manifest, packing_list, price_guide
from simulator.documents.derive import derive
from simulator.documents.model import Field, Papers
from simulator.formats.vocabulary import Mode
from simulator.indicators.catalogue import catalogue, indicators, look_alikes
from simulator.trade.departures import ConflictingDepartures

Value = TypeVar("Value")

NEVER_TOGETHER = {
    # To order already, or not yet to order.
    frozenset({"H01", "P08"}),
    frozenset({"P07", "P08"}),
}

FEW, MANY = 16, 500
each_level = pytest.mark.parametrize(("id_", "level"), LEVELS)
each_count = pytest.mark.parametrize("count", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("count", [60, pytest.param(1000, marks=pytest.mark.slow)])
def test_clean_papers_show_no_indicator(count: int, mode: Mode) -> None:
    for number in range(count):
        for branded in (False, True):
            assert shown_indicators(twin(number, branded, mode)) == set(), f"shipment {number} by {mode}"


@each_count
@each_level
def test_it_is_seen_where_it_is_planted_with_what_it_implies_and_nothing_else(id_: str, level: int, count: int) -> None:
    for case in planted(id_, level, count):
        own = set() if case.entry.card.is_look_alike else {id_, *case.entry.card.implies}
        assert case.sights
        assert shown_indicators(case.papers) == own


@each_count
@each_level
def test_its_evidence_alone_shows_it(id_: str, level: int, count: int) -> None:
    for case in planted(id_, level, count):
        bare = only(case.papers, case.sights)
        assert set(case.entry.check(bare, "C01")) == set(case.sights)


@each_count
@each_level
def test_its_evidence_as_in_the_clean_twin_does_not_show_it(id_: str, level: int, count: int) -> None:
    for case in planted(id_, level, count):
        if case.entry.check(case.twin, "C01"):
            assert case.entry.card.is_look_alike
            continue
        assert not case.entry.check(set_back(case.papers, case.twin, case.sights), "C01")


@each_level
def test_what_departs_is_among_what_shows_it(id_: str, level: int) -> None:
    """A finding points at a box that is not as in the twin: else nobody could say what was wrong."""
    for case in planted(id_, level, FEW):
        seen = [sight for sight in case.sights if sight.role in ("shows", "against")]
        assert any(
            case.papers.document(sight.document).printed(sight.field, sight.row)
            != case.twin.document(sight.document).printed(sight.field, sight.row)
            for sight in seen
        )


@each_level
def test_each_box_plays_one_part(id_: str, level: int) -> None:
    for case in planted(id_, level, FEW):
        boxes = [sight.box for sight in case.sights]
        assert len(set(boxes)) == len(boxes)


@each_level
def test_its_departures_are_its_own(id_: str, level: int) -> None:
    for case in planted(id_, level, FEW):
        assert {(each.indicator, each.consignment) for each in case.departures} == {(id_, "C01")}


@each_level
def test_papers_taken_from_the_twin_are_those_derived_anew(id_: str, level: int) -> None:
    for case in planted(id_, level, FEW):
        assert derive(case.world, case.departures, case.twin) == case.papers


@each_level
def test_papers_that_are_missing_raise_nothing(id_: str, level: int) -> None:
    for case in planted(id_, level, 4):
        documents = case.papers.documents
        fewer = [documents[:place] + documents[place + 1 :] for place in range(len(documents))]
        alone = [(document,) for document in documents]
        for left in (*fewer, *alone, ()):
            for entry in catalogue().values():
                entry.check(Papers(left), "C01")


@each_level
def test_its_stage_says_whether_manifest_and_history_alone_show_it(id_: str, level: int) -> None:
    for case in planted(id_, level, FEW):
        left = tuple(each for each in case.papers.documents if each.type.name in ("manifest", "history"))
        assert bool(case.entry.check(Papers(left), "C01")) == (case.entry.card.stage == "manifest")


@each_level
def test_a_consignment_that_is_not_on_the_desk_shows_nothing(id_: str, level: int) -> None:
    for case in planted(id_, level, 5):
        assert not case.entry.check(case.papers, "C99")


@pytest.mark.parametrize("count", [2, pytest.param(10, marks=pytest.mark.slow)])
@pytest.mark.parametrize(("one", "other"), list(combinations(catalogue(), 2)))
def test_the_order_of_two_departures_does_not_matter(one: str, other: str, count: int) -> None:
    levels = [catalogue()[id_].card.subtleties[0] for id_ in (one, other)]
    for mode in modes_of(one, other):
        together = 0
        for number in range(1, 200, 2):
            if together == count:
                break
            first, second = departures(one, levels[0], number, mode), departures(other, levels[1], number, mode)
            if first is None or second is None:
                continue
            together += 1
            here = world(number, True, mode)
            try:
                papers = derive(here, (*first, *second))
            except ConflictingDepartures:
                with pytest.raises(ConflictingDepartures):
                    derive(here, (*second, *first))
                continue
            assert papers == derive(here, (*second, *first))
        assert (together > 0) != (frozenset({one, other}) in NEVER_TOGETHER), mode


@pytest.mark.parametrize(("id_", "level"), LOOK_ALIKES)
@each_count
def test_a_look_alike_is_what_it_resembles_but_for_the_box_that_settles_it(id_: str, level: int, count: int) -> None:
    card = catalogue()[id_].card
    if card.resembles is None:
        assert not card.settled_by
        return
    assert card.settled_by
    resembled = catalogue()[card.resembles]
    for case in planted(id_, level, count):
        assert not resembled.check(case.papers, "C01")
        assert resembled.check(emptied(case.papers, card.settled_by), "C01")


def test_cards_hang_together() -> None:
    for entry in indicators():
        assert entry.card.strength is not None
        assert not entry.card.settled_by
        assert not entry.card.resembles
    for entry in look_alikes():
        assert entry.card.strength is None
        assert not entry.card.implies
        resembled = catalogue()[entry.card.resembles] if entry.card.resembles else None
        assert resembled is None or resembled.card.family == entry.card.family
    for entry in catalogue().values():
        assert set(entry.card.subtleties) <= {1, 2, 3}
        assert len(set(entry.card.subtleties)) == len(entry.card.subtleties)
        assert entry.card.title.en != entry.card.title.es


@pytest.mark.parametrize("level", [1, 2, 3])
def test_planted_prices_are_at_most_two_fifths_of_the_guides_lowest(level: int) -> None:
    for case in planted("V01", level, FEW):
        prices = read(case, invoice.UNIT_PRICE)
        floors = read(case, price_guide.LOWEST_PRICE)
        assert min(prices) > 0
        assert max(prices) <= 0.4 * max(floors)


@pytest.mark.parametrize("level", [1, 2, 3])
def test_planted_pieces_are_at_least_three_times_too_light(level: int) -> None:
    for case in planted("V03", level, FEW):
        net, quantity = read(case, packing_list.NET_WEIGHT), read(case, packing_list.QUANTITY)
        lightest = min(read(case, price_guide.LOWEST_WEIGHT))
        assert all(3 * grams <= pieces * lightest for grams, pieces in zip(net, quantity, strict=True))


@pytest.mark.parametrize("level", [1, 2, 3])
def test_planted_days_on_board_are_days_after_the_arrival(level: int) -> None:
    """Of the ship, or of the flight's date on its manifest: nothing is loaded on what has left."""
    for case in planted("D04", level, FEW):
        by_sea = case.world.consignments[0].mode == "sea"
        loading = bill_of_lading.ON_BOARD_DATE if by_sea else air_waybill.ISSUE_DATE
        (on_board,), (moved,) = read(case, loading), read(case, manifest.ARRIVAL_DATE)
        assert 1 <= (on_board - moved).days <= 45


def read(case: Planted, field: Field[Value]) -> list[Value]:
    """The values of one field that the finding points at."""
    found = []
    for sight in case.sights:
        document = case.papers.document(sight.document)
        if document.type.field(sight.field) is field:
            value = document.get(field, sight.row)
            assert value is not None
            found.append(value)
    return found
