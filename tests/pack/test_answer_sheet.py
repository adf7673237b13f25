from __future__ import annotations

import pypdfium2
import pytest
from builders_pages import assert_sound, flat, read_pages

from simulator.errors import BadInput
from simulator.formats.vocabulary import FAMILIES, VERDICTS
from simulator.intake.decisions import read_decision
from simulator.pack.texts.loader import pack_texts
from simulator.sheets.describe import describe
from simulator.sheets.drawing import collated_pdf, sheet_pdf
from simulator.sheets.model import Holder, Kind, Plan, Question, Sheet
from simulator.sheets.wording import sheet_texts

SHARED_MARGIN_MM = 9.9
"""Scanned sheets use the area that letter and A4 share: nothing nearer to the edge than 10 mm."""
TWELVE = tuple(f"C{number:02d}" for number in range(1, 13))
PREFIXES = ("MAN", "BL", "AWB", "INV", "PL", "TOC", "PG", "TAR", "SCH", "RTE", "CARD", "REG", "HIS")


def described(
    kind: Kind = "personal",
    consignments: tuple[str, ...] = TWELVE,
    language: str = "es",
    paper: str = "letter",
    title: str = "Monterrey, febrero de 2009",
) -> Sheet:
    questions = tuple(Question(each, PREFIXES) for each in consignments)
    return describe(Plan("7f3a21", title, language, paper, kind, questions, 70))  # type: ignore[arg-type]


def holder(name: str = "Ibáñez Peñaloza, María de los Ángeles", id_: str = "T017", number: int = 17) -> Holder:
    return Holder(number, id_, name, "G05")


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_twelve_consignments_are_one_quick_page_and_four_of_codes(language: str, paper: str) -> None:
    pdf = sheet_pdf(described(language=language, paper=paper), holder())
    assert_sound(pdf, paper, SHARED_MARGIN_MM)
    pages = read_pages(pdf)
    assert len(pages) == 5
    for page in pages:
        for word in ("T017", "G05", "17", "Ibáñez Peñaloza, María de los Ángeles"):
            assert word in page.flat
    quick = pages[0].flat
    for word in (*TWELVE, "55 %", "70 %", "85 %", "97 %"):
        assert word in quick
    for verdict in VERDICTS:
        assert quick.count(sheet_texts().get(f"decision.{verdict}", language)) >= len(TWELVE)  # type: ignore[arg-type]
    assert all(sum(each in page.flat.split() for page in pages[1:]) == 1 for each in TWELVE)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_printed_words_are_read_as_decisions_and_are_those_of_the_key(language: str) -> None:
    for verdict in VERDICTS:
        printed = sheet_texts().get(f"decision.{verdict}", language)  # type: ignore[arg-type]
        assert read_decision(printed, language) == verdict  # type: ignore[arg-type]
        assert printed == pack_texts("words").get(f"short.{verdict}", language)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["blank", "large", "spare"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_sheet_that_names_nobody_asks_for_the_list_number_on_every_page(kind: Kind, paper: str) -> None:
    sheet = described(kind, paper=paper)
    pdf = sheet_pdf(sheet, None)
    assert_sound(pdf, paper, SHARED_MARGIN_MM)
    for page in sheet.pages:
        digits = [group for group in page.groups if group.question == "number"]
        assert [len(each.marks) for each in digits] == [10, 10]
    text = flat(pdf)
    assert "Nombre" in text
    assert "T0" not in text
    assert "None" not in text


def test_large_print_is_a_third_larger() -> None:
    def sides(kind: Kind) -> dict[str, float]:
        groups = (group for page in described(kind).pages for group in page.groups if group.question != "number")
        return {group.id: group.marks[0].frame[2] - group.marks[0].frame[0] for group in groups}

    normal, large = sides("blank"), sides("large")
    assert normal.keys() <= large.keys()
    assert all(large[each] == pytest.approx(1.33 * normal[each]) for each in normal)


@pytest.mark.parametrize("kind", ["personal", "blank", "large", "spare"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_marks_have_names_of_their_own_and_room_around_them(kind: Kind, paper: str) -> None:
    """Boxes of one page keep at least 2.5 points apart: strokes leave their boxes."""
    sheet = described(kind, paper=paper)
    ids = [group.id for page in sheet.pages for group in page.groups if group.question != "number"]
    assert len(ids) == len(set(ids))
    for page in sheet.pages:
        marks = [mark.frame for group in page.groups for mark in group.marks]
        for place, (x0, y0, x1, y1) in enumerate(marks):
            assert x1 - x0 == pytest.approx(y1 - y0)
            for u0, v0, u1, v1 in marks[place + 1 :]:
                assert max(u0 - x1, x0 - u1, v0 - y1, y0 - v1) >= 2.5


def test_the_boxes_are_printed_where_the_description_says() -> None:
    """A box's corner is ink and its inside white, on the picture of the page."""
    sheet = described()
    scale = 4.0
    document = pypdfium2.PdfDocument(sheet_pdf(sheet, holder()))
    for page in (sheet.pages[0], sheet.pages[2]):
        picture = document[page.number - 1].render(scale=scale, grayscale=True).to_numpy()
        tall = picture.shape[0]
        for group in page.groups:
            for mark in group.marks:
                x0, y0, x1, y1 = (round(each * scale) for each in mark.frame)
                inside = picture[tall - y1 + 4 : tall - y0 - 4, x0 + 4 : x1 - 4]
                assert inside.min() == 255, group.id
                assert picture[tall - y1 - 2 : tall - y1 + 3, x0 + 4 : x1 - 4].min() < 100, group.id


def test_reasons_may_be_several_and_everything_else_one() -> None:
    groups = [group for page in described().pages for group in page.groups]
    assert {group.question for group in groups if group.many} == {"reasons"}
    reasons = next(group for group in groups if group.question == "reasons")
    assert tuple(mark.value for mark in reasons.marks) == FAMILIES


def test_a_very_long_name_and_number_stay_on_the_page() -> None:
    name = "Dominguez-Echeverría " * 5
    pdf = sheet_pdf(described(consignments=("C" * 30, "C02"), title="Un título muy largo " * 12), holder(name, "X" * 40))
    assert_sound(pdf, "letter", SHARED_MARGIN_MM)
    assert ("Dominguez-Echeverría" * 5) in flat(pdf).replace(" ", "")


def test_same_bytes_twice_and_the_name_is_not_in_the_metadata() -> None:
    assert sheet_pdf(described(), holder()) == sheet_pdf(described(), holder())
    assert b"Ib\xe1" not in sheet_pdf(described(), holder()).split(b"stream")[-1]


@pytest.mark.parametrize("count", [1, 6, 20, 60])
def test_every_consignment_has_its_room(count: int) -> None:
    ids = tuple(f"C{number:02d}" for number in range(1, count + 1))
    for kind in ("personal", "large"):
        sheet = described(kind, consignments=ids)  # type: ignore[arg-type]
        assert_sound(sheet_pdf(sheet, None), "letter", SHARED_MARGIN_MM)
        questions = {(group.consignment, group.question) for page in sheet.pages for group in page.groups}
        for each in ids:
            assert {"decision", "confidence", "reasons", "flag1", "flag3"} <= {
                name for whose, name in questions if whose == each
            }


def test_a_name_that_cannot_be_printed_is_a_clear_error() -> None:
    with pytest.raises(BadInput, match="U\\+738B"):
        sheet_pdf(described(), holder("王"))


def test_all_sheets_in_one_file_begin_on_odd_sides() -> None:
    sheet = described()
    people = [holder("", f"T{number:03d}", number) for number in (1, 2, 3)]
    pages = read_pages(collated_pdf((sheet, each) for each in people))
    assert len(pages) == 3 * 6
    for number, page in enumerate(pages):
        expected = f"T{number // 6 + 1:03d}"
        assert (expected in page.flat) == (number % 6 < 5)
