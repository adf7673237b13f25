from __future__ import annotations

import pytest
from builders_pages import assert_sound, flat, read_pages

from simulator.errors import BadInput
from simulator.formats.vocabulary import VERDICTS
from simulator.intake.decisions import read_decision
from simulator.pack.answer_sheet import answer_sheet_pdf
from simulator.pack.texts.loader import pack_texts

TWELVE = [f"C{number:02d}" for number in range(1, 13)]


def sheet(
    trainee: str | None = "T017",
    name: str | None = "Ibáñez Peñaloza, María de los Ángeles",
    consignments: list[str] = TWELVE,
    language: str = "es",
    paper: str = "letter",
    title: str = "Monterrey, febrero de 2009",
) -> bytes:
    return answer_sheet_pdf(trainee, name, "G05", consignments, language, paper, "P-7F3A21", title)  # type: ignore[arg-type]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_twelve_consignments_are_two_sound_pages(language: str, paper: str) -> None:
    pdf = sheet(language=language, paper=paper)
    assert_sound(pdf, paper)
    assert len(read_pages(pdf)) == 2
    text = flat(pdf)
    for word in (*TWELVE, "T017", "G05", "Ibáñez Peñaloza, María de los Ángeles", "55 %", "70 %", "85 %", "97 %"):
        assert word in text
    for verdict in VERDICTS:
        assert text.count(pack_texts("words").get(f"short.{verdict}", language)) >= len(TWELVE)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_printed_words_are_read_as_decisions(language: str) -> None:
    for verdict in VERDICTS:
        printed = pack_texts("words").get(f"short.{verdict}", language)  # type: ignore[arg-type]
        assert read_decision(printed, language) == verdict  # type: ignore[arg-type]


def test_a_spare_sheet_names_nobody() -> None:
    pdf = answer_sheet_pdf(None, None, None, TWELVE[:6], "es", "letter", "P-7F3A21", "Monterrey")
    assert_sound(pdf, "letter")
    text = flat(pdf)
    assert "Nombre" in text
    assert "T0" not in text
    assert "None" not in text


def test_a_very_long_name_and_number_stay_on_the_page() -> None:
    pdf = sheet("X" * 40, "Dominguez-Echeverría " * 6, ["C" * 30, "C02"], title="Un título muy largo " * 12)
    assert_sound(pdf, "letter")
    assert ("Dominguez-Echeverría" * 6) in flat(pdf).replace(" ", "")


def test_same_bytes_twice_and_the_name_is_not_in_the_metadata() -> None:
    assert sheet() == sheet()
    assert b"Ib\xe1" not in sheet().split(b"stream")[-1]


def test_no_consignments_and_one() -> None:
    for consignments in ([], ["C01"]):
        assert len(read_pages(sheet(consignments=consignments))) == 1


def test_sixty_consignments_have_one_block_each() -> None:
    ids = [f"C{number:02d}" for number in range(1, 61)]
    pdf = sheet(consignments=ids)
    assert_sound(pdf, "letter")
    assert all(flat(pdf).count(each) == 1 for each in ids)


def test_a_name_that_cannot_be_printed_is_a_clear_error() -> None:
    with pytest.raises(BadInput, match="U\\+738B"):
        sheet(name="王")
