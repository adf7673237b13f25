"""The workbook read back: the figures of the result files, people's texts as texts, never a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from builders_key import SIX, TRAINEE, write_pack
from hypothesis import given
from hypothesis import strategies as st

from simulator.formats.pack import PackTrainee
from simulator.grading.run import Graded, grade_pack
from simulator.reports.wording import Wording, report_texts
from simulator.reports.workbook.book import grades_workbook
from simulator.reports.workbook.sheets import Column, Sheet, title_of
from simulator.reports.workbook.writing import LONGEST_TEXT, plain, workbook_bytes

TRAINEES = (TRAINEE, PackTrainee("T002", "=HYPERLINK(1)", "G01", "v01"), PackTrainee("T003", "Caro", "G02", "v01"))
ANSWERS = """trainee,consignment,decision,confidence,flags,reasons,refer_to,minutes
T001,C01,examine,4,INV-14.1 BL-20 BL-15b,"+1+1, o no",PGR,"7,5"
T001,C02,query,2,BL-2a BL-15a INV-5,,,2.5
T001,C06,release,,INV-14,,,
T002,C01,release,1,,=cmd|x,@SUM(A1),
T002,C05,release,3,,,,
"""


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    folder = tmp_path_factory.mktemp("workbook")
    (folder / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    return grade_pack(write_pack(folder / "pack", trainees=TRAINEES), [folder / "answers.csv"])


@pytest.fixture(scope="module")
def book(graded: Graded) -> Any:
    return openpyxl.load_workbook(io.BytesIO(grades_workbook(graded)))


def table(book: Any, name: str) -> list[dict[str, Any]]:
    header, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_the_sheets_are_those_that_an_instructor_looks_for(book: Any) -> None:
    wanted = ["Acerca de", "Resultados", "Respuestas", "Casillas", "Reactivos", "Expedientes", "Indicios"]
    assert book.sheetnames == wanted


@pytest.mark.parametrize(("sheet", "name"), [("Resultados", "results.csv"), ("Respuestas", "responses.csv")])
def test_a_sheet_has_the_figures_of_its_file(graded: Graded, book: Any, sheet: str, name: str) -> None:
    words = Wording(report_texts("workbook"), "es")
    wanted = list(csv.DictReader(io.StringIO(graded.tables[name].decode())))
    found = table(book, sheet)
    assert len(found) == len(wanted)
    numbers = 0
    for row, told in zip(found, wanted, strict=True):
        for column, text in told.items():
            value = row[title_of(name.removesuffix(".csv"), column, words)]
            if isinstance(value, int | float):
                assert float(text) == pytest.approx(value, abs=5e-5), column
                numbers += 1
    assert numbers > 20


def test_what_people_wrote_is_text_as_they_wrote_it(book: Any) -> None:
    assert [row["Nombre"] for row in table(book, "Resultados")] == ["Ana Núñez", "=HYPERLINK(1)", "Caro"]
    written = [(row["Motivos"], row["Dar vista a"]) for row in table(book, "Respuestas") if row["Embarque"] == "C01"]
    assert written[:2] == [("+1+1, o no", "PGR"), ("=cmd|x", "@SUM(A1)")]
    for sheet in book:
        for row in sheet.iter_rows():
            assert not [cell.coordinate for cell in row if cell.data_type not in ("s", "n")]


def test_words_are_those_of_the_pack(book: Any) -> None:
    first = table(book, "Respuestas")[0]
    assert (first["Resolución de la clave"], first["Decisión"], first["Vía"]) == (
        "Reconocimiento",
        "Reconocimiento",
        "marítima",
    )


def test_every_flag_is_told_with_what_it_counts_as(book: Any) -> None:
    rows = [row for row in table(book, "Casillas") if row["Embarque"] != "C06"]
    told = [(row["Casilla como la anotó"], row["Cuenta como"], row["De"]) for row in rows]
    assert told == [
        ("BL-15B", "correcta", "X03"),
        ("BL-20", "incorrecta", None),
        ("INV-14.1", "correcta", "X03"),
        ("BL-15A", "apariencia lícita, ni suma ni resta", "H06"),
        ("BL-2A", "correcta", "P07"),
        ("INV-5", "incorrecta", None),
    ]
    (open_one,) = [row for row in table(book, "Casillas") if row["Embarque"] == "C06"]
    assert (open_one["Casilla como la anotó"], open_one["Casillas por las que cuenta"]) == ("INV-14", "INV-14.1")


def test_item_analysis_by_hand(book: Any) -> None:
    # C01 (examine): T001 examines (right, 1), T002 releases (0); T003 sent nothing and is in no count.
    slot = next(row for row in table(book, "Reactivos") if row["Lugar"] == "S01")
    assert (slot["Contestados"], slot["Proporción correcta"], slot["Crédito medio"]) == (2, 0.5, 0.5)
    assert (slot["Proporción que abrió"], slot["Hallazgos vistos, proporción"]) == (0.5, 0.5)
    assert (slot["Sin objeción"], slot["Reconocimiento"], slot["Sin contestar"]) == (1, 1, 0)
    assert (slot["Seguridad media"], slot["Minutos, media"]) == (2.5, 7.5)
    unanswered = next(row for row in table(book, "Reactivos") if row["Lugar"] == "S04")
    assert (unanswered["Contestados"], unanswered["Proporción correcta"], unanswered["Sin contestar"]) == (0, None, 2)
    assert [row["Expediente (item)"] for row in table(book, "Expedientes")] == [each.item for each in SIX]


def test_items_say_whether_who_is_right_here_does_well_elsewhere(tmp_path: Path) -> None:
    # Ten are right on C01 and on C02, ten on neither: the correlation of either with the rest is 1. Nobody answered C03.
    trainees = tuple(PackTrainee(f"T{place:03d}", f"T{place:03d}", "G01", "v01") for place in range(1, 21))
    rows = [
        f"{each.id},{item.id},{item.verdict if place < 10 else 'revenue'},,,,,"
        for place, each in enumerate(trainees)
        for item in SIX[:2]
    ]
    (tmp_path / "answers.csv").write_text("\n".join([ANSWERS.splitlines()[0], *rows]), encoding="utf-8")
    class_ = grade_pack(write_pack(tmp_path / "pack", trainees=trainees), [tmp_path / "answers.csv"])
    read = openpyxl.load_workbook(io.BytesIO(grades_workbook(class_)))
    for sheet in ("Reactivos", "Expedientes"):
        said = [row["Acierto aquí y crédito en lo demás, correlación"] for row in table(read, sheet)]
        assert said == [pytest.approx(1), pytest.approx(1), None, None, None, None]


def test_clues_by_hand(book: Any) -> None:
    told = {
        row["Indicio"]: (row["Qué es"], row["Respuestas donde estaba"], row["Visto o anotado"])
        for row in table(book, "Indicios")
    }
    assert told["X03"] == ("hallazgo", 2, 1)
    assert told["P07"] == ("hallazgo", 1, 1)
    assert told["H06"] == ("apariencia lícita", 1, 1)


def test_the_first_sheet_says_by_what_was_graded_and_what_that_does_not_say(book: Any) -> None:
    lines = [[cell for cell in row if cell is not None] for row in book["Acerca de"].iter_rows(values_only=True)]
    assert "Diez embarques no miden a una persona" in lines[0][0]
    facts = {line[0]: line[1:] for line in lines if line}
    assert facts["Calificación aprobatoria, de 100"] == [60]
    assert facts["Correcciones a la clave"] == ["Ninguna"]
    assert facts["Solicitar aclaración"] == [0.25, 1, 0.25, 0.5, 0]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_column_has_its_title_in_both_languages(graded: Graded, language: Any) -> None:
    words = Wording(report_texts("workbook"), language)
    for sheet, rows in (("results", graded.results), ("responses", graded.responses)):
        for column in rows[0]:
            assert {f"{sheet}.{column}", f"common.{column}"} & set(words.texts.entries), f"{sheet}.{column} has no title"
            assert title_of(sheet, column, words) != column


def test_equal_grades_give_equal_bytes(graded: Graded) -> None:
    assert grades_workbook(graded) == grades_workbook(graded)


CUT = " (cut)"
TEXT = st.one_of(
    st.text(max_size=30), st.sampled_from(["=1+1", "@x", "\t=1", "{=1}", "http://x.example", "1e5", "007", "_x0041_"])
)


@given(st.lists(TEXT, min_size=1, max_size=8))
def test_any_text_is_stored_as_text(texts: list[str]) -> None:
    content = workbook_bytes([Sheet("a", (Column("t", "text"),), tuple((each,) for each in texts))], "t", CUT)
    written = ET.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml"))
    assert {each.tag.rpartition("}")[2] for each in written.iter()} & {"f", "hyperlink"} == set()
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    found = [row[0] for row in sheet.iter_rows(min_row=2, max_row=len(texts) + 1)]
    assert {cell.data_type for cell in found if cell.value is not None} <= {"s"}
    assert [cell.value or "" for cell in found] == [plain(each, CUT) for each in texts]


def test_what_no_cell_can_hold_is_replaced_or_cut_and_says_so() -> None:
    assert plain("a\x00b\ufffec\r\nd\re", CUT) == "a\ufffdb\ufffdc\nd\ne"
    long = plain("x" * (LONGEST_TEXT + 1), CUT)
    assert (len(long), long.endswith(f"x{CUT}")) == (LONGEST_TEXT, True)
    assert plain("x" * LONGEST_TEXT, CUT) == "x" * LONGEST_TEXT
