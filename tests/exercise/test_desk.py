"""A desk holds many firms, and no two of them bear one name: a name with two tax numbers would look forged."""

from __future__ import annotations

from collections import defaultdict

import pytest

from exercise.scenarios import scenario
from simulator.documents import manifest, register, right_holder_card
from simulator.documents.model import Papers
from simulator.exercise.planning import plan
from simulator.exercise.variants import variant


def desk(seed: int) -> Papers:
    # No licensee's name is planted on somebody else, which is what P04 does.
    asked = scenario("monterrey", never=("P04",))
    return variant(asked, plan(asked, f"desk {seed}"), "v01", f"desk {seed}").papers


@pytest.mark.parametrize("seed", range(6))
def test_a_name_has_one_tax_number_on_the_register_and_the_cards(seed: int) -> None:
    papers = desk(seed)
    numbers: defaultdict[str, set[str]] = defaultdict(set)
    for page in papers.all(register.TYPE):
        for row, name in page.rows(register.NAME):
            numbers[name].add(page.printed("importer_tax_id", row))
    for card in papers.all(right_holder_card.TYPE):
        for row, name in card.rows(right_holder_card.LICENSEE):
            numbers[name].add(card.printed("licensee_tax_id", row))
    assert {name: told for name, told in numbers.items() if len(told) > 1} == {}


@pytest.mark.parametrize("seed", range(6))
def test_a_consignee_has_one_telephone_on_the_manifests(seed: int) -> None:
    telephones: defaultdict[str, set[str | None]] = defaultdict(set)
    for sheet in desk(seed).all(manifest.TYPE):
        for _, party in sheet.rows(manifest.CONSIGNEE):
            telephones[party.name].add(party.telephone)
    assert {name: told for name, told in telephones.items() if len(told) > 1} == {}
