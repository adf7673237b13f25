"""Rules of numbers, against examples that the rules' owners publish."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.numbers import ceil_div, container_number, is_container_number, is_imo_number, is_rfc, rfc_number


def test_container_numbers_of_the_standard() -> None:
    """CSQU3054383 is the worked example of ISO 6346."""
    assert container_number("CSQU", 305438) == "CSQU3054383"
    assert is_container_number("CSQU3054383")
    assert not is_container_number("CSQU3054384")
    assert not is_container_number("CSQU305483")
    assert container_number("ABCU", 7)[:10] == "ABCU000007"


@given(st.integers(0, 999_999), st.integers(0, 5), st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(serial: int, place: int, shift: int) -> None:
    number = container_number("ORVU", serial)
    assert is_container_number(number)
    wrong = str((int(number[4 + place]) + shift) % 10)
    # The standard's one weakness: remainders 10 and 0 share a check digit.
    changed = number[: 4 + place] + wrong + number[5 + place :]
    assert not is_container_number(changed) or number.endswith("0")


def test_imo_numbers() -> None:
    """IMO 9074729: 9x7 + 0x6 + 7x5 + 4x4 + 7x3 + 2x2 = 139."""
    assert is_imo_number("9074729")
    assert not is_imo_number("9074728")
    assert not is_imo_number("907472")


def test_tax_numbers() -> None:
    """GODE561231GR8 is the example of SAT's instructions for persons."""
    assert is_rfc("GODE561231GR8")
    assert not is_rfc("GODE561231GR9")
    assert rfc_number("GODE", "561231", "GR") == "GODE561231GR8"
    assert is_rfc("XAXX010101000")
    assert is_rfc("XEXX010101000")
    assert not is_rfc("XAXX010101001")
    assert not is_rfc("RNO9213123L1")
    assert not is_rfc("")


@pytest.mark.parametrize(("dividend", "divisor", "rounded"), [(0, 7, 0), (1, 7, 1), (7, 7, 1), (8, 7, 2), (7023, 408, 18)])
def test_division_rounds_up(dividend: int, divisor: int, rounded: int) -> None:
    assert ceil_div(dividend, divisor) == rounded
