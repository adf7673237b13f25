"""Difficulty cards: they tell what the key and the papers show, and nothing that only the draw knows."""

from __future__ import annotations

from functools import cache

import pytest
from indicators.test_hand_written import build

from exercise.scenarios import scenario
from simulator.exercise.difficulty_cards import difficulty_card
from simulator.exercise.planning import plan
from simulator.exercise.variants import Variant, variant
from simulator.formats.key import KeyConsignment
from simulator.layout.binding import Dossier
from simulator.pack.dossier import dossier
from simulator.pack.variant_files import with_sides

CARD = {"brand": "NORVEK", "model[1]": "X-100"}


@cache
def made() -> tuple[Variant, Dossier]:
    monterrey = scenario("monterrey")
    form = variant(monterrey, plan(monterrey, "difficulty cards"), "v01", "difficulty cards")
    return form, dossier(form.papers, monterrey.paper)


def every() -> tuple[KeyConsignment, ...]:
    form, bound = made()
    return with_sides(form.key, bound).consignments


def test_a_card_counts_what_the_key_lists() -> None:
    for each in every():
        card = each.difficulty
        assert card is not None
        assert (card.clues, card.look_alikes) == (len(each.findings), len(each.look_alikes))
        assert set(card.seen_by) == {way for finding in each.findings for way in finding.seen_by}
        assert card.subtlety == min((finding.subtlety for finding in each.findings), default=0)
        assert 0 <= card.trusted <= 1


def test_sides_are_those_that_bear_the_consignments_name() -> None:
    _, bound = made()
    footers = [page.footer.text for page in bound.pages if page.footer is not None and page.page is not None]
    for each in every():
        assert each.difficulty is not None
        assert each.difficulty.sides == sum(footer.startswith(f"{each.id} ") for footer in footers)


def test_what_contradicts_card_or_guide_is_trusted_less() -> None:
    """The twin of a shipment whose model, maker or price was changed is trusted more than the shipment."""
    form, _ = made()
    twins = {each.id: difficulty_card(form.twin, each.id, ()).trusted for each in form.key.consignments}
    for each in form.key.consignments:
        if {"G11", "L03", "V01"} & {finding.indicator for finding in each.findings}:
            assert each.difficulty is not None
            assert each.difficulty.trusted < twins[each.id]


@pytest.mark.parametrize("listed", [True, False])
def test_trust_by_hand(listed: bool) -> None:
    """One line of a marked article: its model is on the card or not, and nothing else could be confirmed."""
    line = {"brand[1]": "NORVEK", "model[1]": "X-100" if listed else "X-999"}
    papers = build({"papers": {"invoice": line | {"quantity[1]": "5", "unit_price[1]": "2.00"}, "right-holder-card": CARD}})
    assert difficulty_card(papers, "C01", ()).trusted == float(listed)
