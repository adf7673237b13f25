from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.intake.box_codes import matching_codes, parse_code, split_flags

REAL = ("BL-15", "BL-15a.1", "BL-15b.1", "BL-15b.2", "BL-2a", "BL-2b", "INV-14.1", "INV-14.2", "INV2-14.1", "AWB-22F")


@pytest.mark.parametrize(
    ("flag", "meant"),
    [
        ("BL-15b.2", ("BL-15b.2",)),
        ("bl-15B.2", ("BL-15b.2",)),
        ("BL-15", ("BL-15",)),  # the exact code first
        ("BL-15b", ("BL-15b.1", "BL-15b.2")),  # any row
        ("BL-15.1", ("BL-15a.1", "BL-15b.1")),  # any letter
        ("BL-2", ("BL-2a", "BL-2b")),
        ("INV-14", ("INV-14.1", "INV-14.2")),  # not the second invoice
        ("INV2-14", ("INV2-14.1",)),
        ("awb-22", ("AWB-22F",)),
        ("BL-15b.3", ()),
        ("BL-15c", ()),
        ("AWB-22F.1", ()),  # a row where the box has none
        ("INV-1", ()),
        ("INV", ()),
        ("INV-14.", ()),
        ("", ()),
    ],
)
def test_what_a_flag_means(flag: str, meant: tuple[str, ...]) -> None:
    assert matching_codes(flag, REAL) == meant


def test_without_row_and_letter_both_are_open() -> None:
    assert matching_codes("BL-15", REAL[1:]) == ("BL-15a.1", "BL-15b.1", "BL-15b.2")


CODES = st.builds(
    lambda prefix, number, letter, row: f"{prefix}-{number}{letter}{row}",
    st.sampled_from(["BL", "INV", "INV2", "CARD3"]),
    st.integers(1, 30),
    st.sampled_from(["", "a", "b", "F"]),
    st.sampled_from(["", ".1", ".12"]),
)


@given(st.lists(CODES, min_size=1, unique_by=str.lower), st.data())
def test_every_real_code_means_itself_whatever_its_case(codes: list[str], data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(codes))
    assert matching_codes(code.swapcase(), codes) == (code,)
    parsed = parse_code(code)
    assert parsed is not None
    assert code in matching_codes(f"{parsed.prefix}-{parsed.number}", [code])


@given(st.text(), st.lists(CODES))
def test_any_text_matches_only_real_codes(flag: str, codes: list[str]) -> None:
    assert set(matching_codes(flag, codes)) <= set(codes)


def test_split_flags() -> None:
    assert split_flags(" inv-14.3  BL-15b, INV-14.3;card-4a.1\n") == ("BL-15B", "CARD-4A.1", "INV-14.3")
    assert split_flags("INV–14.3") == ("INV-14.3",)
    assert split_flags("  ") == ()


@given(st.text())
def test_split_flags_are_sorted_and_unique(text: str) -> None:
    flags = split_flags(text)
    assert list(flags) == sorted(set(flags))
    assert all(flags)
