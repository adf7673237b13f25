"""The form that is filled in on a screen: what it asks, how Tab goes through it, and what it does not tell."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from builders_forms import described, form, state_of, widgets
from builders_pages import assert_sound, flat
from pypdf import PdfReader

from simulator.formats.vocabulary import FAMILIES, VERDICTS
from simulator.sheets.form_drawing import form_pdf
from simulator.sheets.model import Holder
from simulator.sheets.wording import sheet_texts

TWELVE = tuple(f"C{number:02d}" for number in range(1, 13))
BLOCK = [
    *(("decision", each) for each in VERDICTS),
    *(("confidence", each) for each in "1234"),
    ("notes", ""),
    *((f"reasons {each}", "Yes") for each in FAMILIES),
    ("flags", ""),
    ("refer_to", ""),
    ("minutes", ""),
]
"""A consignment's fields as they are read on the page: the way of the Tab key."""


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_consignment_asks_the_same_in_the_order_in_which_it_is_read(language: str, paper: str) -> None:
    pdf = form(language=language, paper=paper, consignments=TWELVE)
    assert_sound(pdf, paper)
    found = [each for page in PdfReader(io.BytesIO(pdf)).pages for each in widgets(page)]
    asked = [(name, state_of(widget) if field["/FT"] == "/Btn" else "") for name, field, widget in found if name != "form"]
    assert asked == [(f"{name} {question}", value) for name in TWELVE for question, value in BLOCK]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_field_says_what_it_asks_and_lies_where_its_word_is(language: str) -> None:
    pdf = form(language=language)
    words = sheet_texts()
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    for name, field, widget in widgets(page):
        if name == "form":
            continue
        consignment, question = name.split()[:2]
        assert str(field["/TU"]).startswith(f"{consignment}: ")
        if question == "decision":
            word = words.get(f"decision.{state_of(widget)}", language)  # type: ignore[arg-type]
            assert word in str(widget["/TU"])
            _, y0, x1, y1 = (float(each) for each in widget["/Rect"])
            behind = text.get_text_bounded(x1, y0, x1 + 90, y1)
            assert behind.split()[0] == word.split()[0]


def test_a_decision_can_be_taken_back_and_nothing_is_chosen_before() -> None:
    for page in PdfReader(io.BytesIO(form())).pages:
        for name, field, widget in widgets(page):
            if field["/FT"] == "/Btn":
                assert widget["/AS"] == "/Off"
                assert "/V" not in field
                assert not int(str(field.get("/Ff", 0))) & 1 << 14, f"{name} cannot be switched off"
            elif name != "form":
                assert field["/V"] == ""


def test_the_form_that_names_nobody_asks_first_who_answers() -> None:
    pages = PdfReader(io.BytesIO(form("", consignments=TWELVE))).pages
    names = [name for name, _, _ in widgets(pages[0])]
    assert names[:2] == ["form", "respondent"]
    assert pages[0].pdf is not None
    assert str(widgets(pages[0])[0][1]["/V"]) == "DIS-FORM1/PACK1/"


def test_forms_of_one_variant_differ_in_nothing_but_whose_they_are() -> None:
    first = form_pdf(described(), Holder(1, "T001", "Ana Núñez", "G01"))
    second = form_pdf(described(), Holder(2, "T002", "Bea Ruiz", "G02"))
    assert flat(first).replace("T001", "T002").replace("Ana Núñez", "Bea Ruiz").replace("G01", "G02") == flat(second)
    fields = [[(name, state_of(w) if "/AP" in w and f["/FT"] == "/Btn" else "") for name, f, w in widgets(page)]
              for pdf in (first, second) for page in PdfReader(io.BytesIO(pdf)).pages]  # fmt: skip
    assert fields[0] == fields[1]
    info = PdfReader(io.BytesIO(first)).metadata
    assert info is not None
    assert str(info["/Keywords"]) == "DIS-FORM1/PACK1/T001"


def test_a_form_is_made_of_the_same_bytes_again() -> None:
    assert form(consignments=TWELVE) == form(consignments=TWELVE)


@pytest.mark.parametrize("name", ["M", "Ibáñez Peñaloza de la Garza y Fernández-Villaverde, María de los Ángeles Guadalupe"])
def test_long_names_and_titles_stay_on_the_page(name: str) -> None:
    title = (
        "Curso de selección documental para el personal de nuevo ingreso, aduanas del norte, febrero de 2009, segundo turno"
    )
    assert_sound(form_pdf(described(title=title), Holder(1, "T" * 64, name, "G" * 64)), "letter")
    assert_sound(form("", title=title, paper="a4"), "a4")


def test_one_consignment_and_forty_fit_their_pages() -> None:
    assert len(PdfReader(io.BytesIO(form(consignments=("C01",)))).pages) == 1
    forty = tuple(f"C{number:02d}" for number in range(1, 41))
    pdf = form(consignments=forty)
    assert_sound(pdf, "letter")
    assert all(each in flat(pdf) for each in forty)
