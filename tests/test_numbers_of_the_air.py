"""Check digits of the air."""

from __future__ import annotations

import pytest

from simulator.numbers import air_waybill_number, is_air_agent_code, is_air_waybill_number, rate_class


@pytest.mark.parametrize(
    ("prefix", "serial", "number"),
    [("494", 1234567, "494-12345675"), ("020", 8114074, "020-81140743"), ("963", 7, "963-00000070")],
)
def test_a_waybill_ends_with_its_serial_modulo_seven(prefix: str, serial: int, number: str) -> None:
    assert air_waybill_number(prefix, serial) == number
    assert is_air_waybill_number(number)


@pytest.mark.parametrize("number", ["494-12345674", "494-12345679", "49412345675", "494-1234567", "A94-12345675", ""])
def test_other_waybills_are_wrong(number: str) -> None:
    assert not is_air_waybill_number(number)


def test_an_agents_code_ends_with_its_number_modulo_seven() -> None:
    assert is_air_agent_code("12345675")
    assert not is_air_agent_code("12345676")
    assert not is_air_agent_code("1234567")


@pytest.mark.parametrize(("grams", "class_"), [(44_500, "N"), (45_000, "Q"), (500, "N"), (390_000, "Q")])
def test_the_quantity_rate_holds_from_forty_five_kilograms(grams: int, class_: str) -> None:
    assert rate_class(grams) == class_
