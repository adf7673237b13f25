"""The worked check digit: divided by hand here, computed there, and printed where waybills can lie on the desk."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders_pages import flat

from pack.test_briefing import CONTENT
from simulator.formats.vocabulary import Language, Mode
from simulator.numbers import is_air_waybill_number
from simulator.pack.briefing import briefing_pdf
from simulator.pack.briefing_waybill import Division, division, examples
from simulator.reference.airline_prefixes import assigned_airline_prefixes


@pytest.mark.parametrize(
    ("number", "steps", "holds"),
    [
        ("494-12345675", (1_234_567, 176_366, 1_234_562, 5, 5), True),
        ("494-12345657", (1_234_565, 176_366, 1_234_562, 3, 7), False),
        ("963-00000070", (7, 1, 7, 0, 0), True),
        ("963-00000091", (9, 1, 7, 2, 1), False),
    ],
)
def test_a_division_by_hand(number: str, steps: tuple[int, ...], holds: bool) -> None:
    assert division(number) == Division(number, *steps)
    assert division(number).holds == holds == is_air_waybill_number(number)


def test_one_example_holds_and_the_other_fails_and_neither_is_a_real_airlines() -> None:
    right, wrong = examples()
    assert right.holds
    assert not wrong.holds
    assert sorted(right.number) == sorted(wrong.number)
    for each in (right, wrong):
        assert each.number[:3] not in assigned_airline_prefixes()


@pytest.mark.parametrize(("language", "verdicts"), [("en", ("holds.", "fails.")), ("es", ("cumple.", "no cumple."))])
def test_both_are_printed_step_by_step_where_goods_fly(language: Language, verdicts: tuple[str, str]) -> None:
    modes: tuple[tuple[Mode, ...], ...] = (("air",), ("sea", "air"))
    for flying in modes:
        text = flat(briefing_pdf(replace(CONTENT, modes=frozenset(flying)), language, "letter"))
        for each, verdict in zip(examples(), verdicts, strict=True):
            for step in (
                each.number,
                f"7 × {each.quotient} = {each.product}",
                f"{each.serial} − {each.product} = {each.rest}",
            ):
                assert step in text
            assert verdict in text
        assert "AWB-1B" in text
        assert "NVD" in text


@pytest.mark.parametrize("language", ["en", "es"])
def test_where_everything_goes_by_sea_nothing_is_said_of_waybills_numbers(language: Language) -> None:
    text = flat(briefing_pdf(replace(CONTENT, modes=frozenset({"sea"})), language, "letter"))
    assert examples()[0].number not in text
    assert "NVD" not in text
