"""What is printed is read back, in every house's way of printing; what is not printed so is refused in one way only."""

from __future__ import annotations

import contextlib
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.documents import codecs
from simulator.documents.charges import AS_ARRANGED, CHARGES
from simulator.documents.codecs import Codec, Fixed, PartyBlock
from simulator.documents.declared import FOR_CARRIAGE, FOR_CUSTOMS, Declared
from simulator.documents.places import COUNTRY, HEADING
from simulator.documents.printing import DATE_FORMATS, NUMBER_FORMATS, Printing
from simulator.documents.types import document_types
from simulator.formats.vocabulary import Language
from simulator.reference.countries import countries

LANGUAGES: tuple[Language, ...] = ("en", "es")
PRINTINGS = [Printing(*each) for each in product(LANGUAGES, NUMBER_FORMATS, DATE_FORMATS)]
printings = st.sampled_from(PRINTINGS)

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÑ0123456789.,:-/&()'"
words = st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=5).map(" ".join)
lines = words.filter(lambda text: not text.startswith(("TEL: ", "TAX ID: ")))
parties = st.builds(
    PartyBlock,
    name=words,
    address=st.lists(lines, max_size=4).map(tuple),
    tax_id=st.none() | words,
    telephone=st.none() | words,
)
codes = st.text("0123456789", min_size=6, max_size=6)
amounts = st.builds(Declared, st.none() | st.integers(0, 10**12))
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def numbers(codec: Fixed) -> st.SearchStrategy[int]:
    step = 10 ** (codec.digits - codec.places)
    return st.integers(0, 10**12).map(lambda number: number * step)


FIXED = {name: codec for name, codec in vars(codecs).items() if name.isupper() and isinstance(codec, Fixed)}
CASES: list[tuple[str, Codec[Any], st.SearchStrategy[Any]]] = [
    ("TEXT", codecs.TEXT, words),
    ("LINES", codecs.LINES, st.lists(words, min_size=1, max_size=5).map(tuple)),
    ("SERIES", codecs.SERIES, st.lists(words, min_size=1, max_size=5).map(tuple)),
    ("DAY", codecs.DAY, days),
    ("PARTY", codecs.PARTY, parties),
    ("HS_CODE", codecs.HS_CODE, codes),
    ("HS_CODES", codecs.HS_CODES, st.lists(codes, min_size=1, max_size=4).map(tuple)),
    ("COUNTRY", COUNTRY, st.sampled_from(sorted(countries()))),
    ("FOR_CARRIAGE", FOR_CARRIAGE, amounts),
    ("FOR_CUSTOMS", FOR_CUSTOMS, amounts),
    ("CHARGES", CHARGES, st.integers(0, 10**12) | st.just(AS_ARRANGED)),
    ("HEADING", HEADING, st.text("0123456789", min_size=4, max_size=4)),
    *((name, codec, numbers(codec)) for name, codec in FIXED.items()),
]
each_codec = pytest.mark.parametrize(("codec", "values"), [pytest.param(*case, id=name) for name, *case in CASES])


@each_codec
@given(data=st.data(), printing=printings)
def test_what_is_printed_is_read_back(
    codec: Codec[Any], values: st.SearchStrategy[Any], data: st.DataObject, printing: Printing
) -> None:
    value = data.draw(values)
    assert codec.read(codec.write(value, printing), printing) == value


near = (
    st.text("0123456789,. ;-\nAENJ")
    | st.from_regex(r"(USD |NVD|NCV)\d{0,3}([.,]\d\d)?", fullmatch=True)
    | st.from_regex(r"\d\d-JAN-\d{4}|\d{1,3}(,\d{3})?\.\d\d|\d{4}\.\d\d", fullmatch=True)
)


@each_codec
@given(text=st.text() | near, printing=printings)
def test_any_text_is_read_as_what_prints_it_or_refused_with_a_value_error(
    codec: Codec[Any], values: st.SearchStrategy[Any], text: str, printing: Printing
) -> None:
    with contextlib.suppress(ValueError):
        assert codec.write(codec.read(text, printing), printing) == text


@each_codec
@given(data=st.data(), printing=printings, other=printings)
def test_what_one_house_prints_another_never_misreads(
    codec: Codec[Any], values: st.SearchStrategy[Any], data: st.DataObject, printing: Printing, other: Printing
) -> None:
    """Read by another house's rules a text is the same value or is refused, unless a mark means something else there."""
    value = data.draw(values)
    try:
        read = codec.read(codec.write(value, printing), other)
    except ValueError:
        return
    assert read == value or {printing.numbers, other.numbers} == {"1,234.56", "1.234,56"}


def test_every_codec_of_a_field_is_among_the_cases() -> None:
    known = [codec for _, codec, _ in CASES]
    assert all(field.codec in known for type_ in document_types().values() for field in type_.fields)


@pytest.mark.parametrize(
    ("codec", "value", "numbers", "printed"),
    [
        (codecs.COUNT, 0, "1,234.56", "0"),
        (codecs.COUNT, 21_000, "1,234.56", "21,000"),
        (codecs.COUNT, 999, "1.234,56", "999"),
        (codecs.MONEY, 5, "1,234.56", "0.05"),
        (codecs.MONEY, 123_456_789, "1,234.56", "1,234,567.89"),
        (codecs.MONEY, 123_456_789, "1.234,56", "1.234.567,89"),
        (codecs.MONEY, 123_456_789, "1 234.56", "1 234 567.89"),
        (codecs.MONEY, 123_456_789, "1234.56", "1234567.89"),
        (codecs.KILOGRAMS, 5_250_400_0, "1,234.56", "52,504.00"),
        (codecs.KILOGRAMS, 10, "1.234,56", "0,01"),
        (codecs.WHOLE_KILOGRAMS, 12_345_000, "1,234.56", "12,345"),
        (codecs.EXACT_KILOGRAMS, 35, "1,234.56", "0.035"),
        (codecs.CUBIC_METRES, 28_350_000, "1.234,56", "28,350"),
        (Fixed(3, 2, "KGS"), 5_250_400, "1,234.56", "5,250.40 KGS"),
    ],
)
def test_numbers_by_hand(codec: Fixed, value: int, numbers: str, printed: str) -> None:
    printing = Printing(numbers=numbers)
    assert codec.write(value, printing) == printed
    assert codec.read(printed, printing) == value


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1234.56", "1,234.56"),
        ("12,34.56", "1,234.56"),
        ("1,234.5", "1,234.56"),
        ("1,234", "1,234.56"),
        ("01.00", "1,234.56"),
        ("-1.00", "1,234.56"),
        ("+1.00", "1,234.56"),
        (" 1.00", "1,234.56"),
        ("1.00 ", "1,234.56"),
        ("1.00\n", "1,234.56"),
        ("１.00", "1,234.56"),
        ("1,234.56", "1.234,56"),
        ("1,234.56", "1234.56"),
        ("", "1,234.56"),
    ],
)
def test_numbers_that_no_house_prints_so_are_refused(text: str, numbers: str) -> None:
    with pytest.raises(ValueError, match="number"):
        codecs.MONEY.read(text, Printing(numbers=numbers))


@pytest.mark.parametrize(("codec", "value"), [(codecs.KILOGRAMS, 5), (codecs.WHOLE_KILOGRAMS, 1500), (codecs.COUNT, -1)])
def test_a_number_that_would_lose_a_digit_is_never_printed(codec: Fixed, value: int) -> None:
    with pytest.raises(ValueError, match="last digit"):
        codec.write(value, Printing())


@pytest.mark.parametrize(
    ("language", "dates", "printed"),
    [
        ("en", "DD-MMM-YYYY", "05-JAN-2009"),
        ("es", "DD-MMM-YYYY", "05-ENE-2009"),
        ("en", "DD MMM YYYY", "05 JAN 2009"),
        ("es", "MMM DD, YYYY", "ENE 05, 2009"),
    ],
)
def test_dates_by_hand(language: Language, dates: str, printed: str) -> None:
    printing = Printing(language=language, dates=dates)
    assert codecs.DAY.write(date(2009, 1, 5), printing) == printed
    assert codecs.DAY.read(printed, printing) == date(2009, 1, 5)


@pytest.mark.parametrize("text", ["31-FEB-2009", "05-ENE-2009", "5-JAN-2009", "05-JAN-09", "05-jan-2009", "05/01/2009"])
def test_dates_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|day"):
        codecs.DAY.read(text, Printing())


def test_a_party_by_hand() -> None:
    block = PartyBlock("CALZADO SA", ("CALLE 5 No. 12", "C.P. 72000, PUEBLA, PUE."), "CAL010203AB1", "+52 (222) 1 2345")
    text = "CALZADO SA\nCALLE 5 No. 12\nC.P. 72000, PUEBLA, PUE.\nTAX ID: CAL010203AB1\nTEL: +52 (222) 1 2345"
    assert codecs.PARTY.write(block, Printing()) == text
    assert codecs.PARTY.read("TO ORDER", Printing()) == PartyBlock("TO ORDER")
