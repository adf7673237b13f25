"""Amounts in words, as a person would write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.documents.derivation.words import dollars_in_words

# fmt: off
UNITS = {
    "ZERO": 0, "ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5, "SIX": 6, "SEVEN": 7, "EIGHT": 8, "NINE": 9,
    "TEN": 10, "ELEVEN": 11, "TWELVE": 12, "THIRTEEN": 13, "FOURTEEN": 14, "FIFTEEN": 15, "SIXTEEN": 16,
    "SEVENTEEN": 17, "EIGHTEEN": 18, "NINETEEN": 19, "TWENTY": 20, "THIRTY": 30, "FORTY": 40, "FIFTY": 50,
    "SIXTY": 60, "SEVENTY": 70, "EIGHTY": 80, "NINETY": 90,
}
UNIDADES = {
    "CERO": 0, "UN": 1, "DOS": 2, "TRES": 3, "CUATRO": 4, "CINCO": 5, "SEIS": 6, "SIETE": 7, "OCHO": 8, "NUEVE": 9,
    "DIEZ": 10, "ONCE": 11, "DOCE": 12, "TRECE": 13, "CATORCE": 14, "QUINCE": 15, "DIECISEIS": 16, "DIECISIETE": 17,
    "DIECIOCHO": 18, "DIECINUEVE": 19, "VEINTE": 20, "VEINTIUN": 21, "VEINTIDOS": 22, "VEINTITRES": 23,
    "VEINTICUATRO": 24, "VEINTICINCO": 25, "VEINTISEIS": 26, "VEINTISIETE": 27, "VEINTIOCHO": 28, "VEINTINUEVE": 29,
    "TREINTA": 30, "CUARENTA": 40, "CINCUENTA": 50, "SESENTA": 60, "SETENTA": 70, "OCHENTA": 80, "NOVENTA": 90,
    "CIEN": 100, "CIENTO": 100, "DOSCIENTOS": 200, "TRESCIENTOS": 300, "CUATROCIENTOS": 400, "QUINIENTOS": 500,
    "SEISCIENTOS": 600, "SETECIENTOS": 700, "OCHOCIENTOS": 800, "NOVECIENTOS": 900, "Y": 0,
}
# fmt: on


@pytest.mark.parametrize(
    ("dollars", "english", "spanish"),
    [
        (0, "ZERO", "CERO DOLARES"),
        (1, "ONE", "UN DOLAR"),
        (15, "FIFTEEN", "QUINCE DOLARES"),
        (16, "SIXTEEN", "DIECISEIS DOLARES"),
        (20, "TWENTY", "VEINTE DOLARES"),
        (21, "TWENTY-ONE", "VEINTIUN DOLARES"),
        (31, "THIRTY-ONE", "TREINTA Y UN DOLARES"),
        (100, "ONE HUNDRED", "CIEN DOLARES"),
        (101, "ONE HUNDRED ONE", "CIENTO UN DOLARES"),
        (700, "SEVEN HUNDRED", "SETECIENTOS DOLARES"),
        (999, "NINE HUNDRED NINETY-NINE", "NOVECIENTOS NOVENTA Y NUEVE DOLARES"),
        (1_000, "ONE THOUSAND", "MIL DOLARES"),
        (1_001, "ONE THOUSAND ONE", "MIL UN DOLARES"),
        (21_000, "TWENTY-ONE THOUSAND", "VEINTIUN MIL DOLARES"),
        (100_000, "ONE HUNDRED THOUSAND", "CIEN MIL DOLARES"),
        (
            531_121,
            "FIVE HUNDRED THIRTY-ONE THOUSAND ONE HUNDRED TWENTY-ONE",
            "QUINIENTOS TREINTA Y UN MIL CIENTO VEINTIUN DOLARES",
        ),
        (1_000_000, "ONE MILLION", "UN MILLON DE DOLARES"),
        (1_000_001, "ONE MILLION ONE", "UN MILLON UN DOLARES"),
        (2_000_000, "TWO MILLION", "DOS MILLONES DE DOLARES"),
        (21_001_000, "TWENTY-ONE MILLION ONE THOUSAND", "VEINTIUN MILLONES MIL DOLARES"),
    ],
)
def test_by_hand(dollars: int, english: str, spanish: str) -> None:
    assert dollars_in_words(dollars * 100 + 7, "en") == f"SAY US DOLLARS {english} AND 07/100 ONLY"
    assert dollars_in_words(dollars * 100 + 45, "es") == f"SON: {spanish} 45/100 USD"


@given(st.integers(0, 99_999_999_999))
def test_words_say_the_amount_in_english(cents: int) -> None:
    words = dollars_in_words(cents, "en").removeprefix("SAY US DOLLARS ").removesuffix(" ONLY")
    dollars, _, rest = words.partition(" AND ")
    total = group = 0
    for word in dollars.replace("-", " ").split():
        if word == "HUNDRED":
            group *= 100
        elif word in ("THOUSAND", "MILLION"):
            total += group * (1000 if word == "THOUSAND" else 1_000_000)
            group = 0
        else:
            group += UNITS[word]
    assert (total + group) * 100 + int(rest.removesuffix("/100")) == cents


@given(st.integers(0, 99_999_999_999))
def test_words_say_the_amount_in_spanish(cents: int) -> None:
    words, fraction = dollars_in_words(cents, "es").removeprefix("SON: ").removesuffix("/100 USD").rsplit(" ", 1)
    dollars, noun = words.removesuffix(" DE DOLARES"), words.split()[-1]
    dollars = dollars.removesuffix(f" {noun}")
    assert noun == ("DOLAR" if cents // 100 == 1 else "DOLARES")
    total = thousands = group = 0
    for word in dollars.split():
        if word == "MIL":
            thousands, group = (group or 1) * 1000, 0
        elif word in ("MILLON", "MILLONES"):
            assert (word == "MILLON") == (thousands + group == 1)
            total, thousands, group = (thousands + group) * 1_000_000, 0, 0
        else:
            group += UNIDADES[word]
    assert (total + thousands + group) * 100 + int(fraction) == cents
