"""Which words tell goods apart, and which name nobody."""

from __future__ import annotations

import pytest

from simulator.wording import is_to_order, significant_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("RUNNING SHOES, TEXTILE UPPER", {"RUNNING", "SHOES", "TEXTILE", "UPPER"}),
        ("running shoes", {"RUNNING", "SHOES"}),
        ("EVA BEACH-SANDALS 12PCS", {"BEACH", "SANDALS"}),
        ("SANDALIAS DE EVA PARA PLAYA", {"SANDALIAS", "PLAYA"}),
        ("MOÑOS PARA NIÑA", {"MOÑOS", "NIÑA"}),
        ("TOY WITH BOX FROM FELT", {"FELT"}),
        ("", set()),
    ],
)
def test_words_of_four_letters_count(text: str, words: set[str]) -> None:
    assert significant_words(text) == words


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("TO ORDER", True),
        ("TO ORDER OF BANCO MERIDAL, S.A.", True),
        ("TO ORDER TEXTILES, S.A. DE C.V.", False),
        ("TO ORDEROF BANCO", False),
        ("SAME AS CONSIGNEE", False),
        ("CALZADO TO ORDER, S.A.", False),
        ("", False),
    ],
)
def test_to_order_is_exactly_that(name: str, order: bool) -> None:
    assert is_to_order(name) == order
