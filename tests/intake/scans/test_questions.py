"""From crossed boxes to box codes, as they stand on papers."""

from __future__ import annotations

import pytest

from benchmarks.scanning.filled import code_marks
from simulator.intake.scans.questions import Asked, questions
from simulator.intake.scans.records import PageReading
from simulator.sheets.describe import describe
from simulator.sheets.model import Plan, Question, SheetPage

PLAN = Plan("0123456789", "T", "en", "letter", "personal", (Question("C01", ("MAN", "BL", "INV", "CARD")),), 70)
FIRST, CODES = describe(PLAN).pages[:2]


def read(page: SheetPage, marked: dict[str, tuple[str, ...]], written: tuple[str, ...] = ()) -> dict[str, Asked]:
    ink = tuple(300 if mark.value in marked.get(group.id, ()) else 0 for group in page.groups for mark in group.marks)
    rooms = [each.id for panel in page.panels for each in panel.written]
    reading = PageReading("sheet", ink=ink, cover=ink, peak=ink, written=tuple(100 * (each in written) for each in rooms))
    return {each.name: each for each in questions(page, reading)}


@pytest.mark.parametrize(
    "code", ["INV-5", "BL-15B.2", "CARD19-4A.11", "INV2-14G.3", "MAN-0", "CARD2-0", "MAN-10", "BL-20", "INV-14G.30"]
)
def test_a_crossed_code_is_read_as_it_is_written(code: str) -> None:
    found = read(CODES, code_marks("C01.flag2", code))["C01.flag2"]
    assert found.read is not None
    assert found.read.upper() == code


def test_the_first_of_several_papers_may_be_crossed_with_its_number() -> None:
    assert read(CODES, code_marks("C01.flag1", "CARD1-3"))["C01.flag1"].read == "CARD-3"


def test_a_flag_without_a_mark_is_nothing() -> None:
    found = read(CODES, {})["C01.flag1"]
    assert (found.read, found.why) == ("", "")


@pytest.mark.parametrize(
    ("left_out", "seems"),
    [("prefix", "?2-14g.3"), ("box-units", "INV2-1?g.3"), ("box-tens", "INV2-4g.3"), ("row-units", "INV2-14g")],
)
def test_a_code_without_paper_or_box_is_incomplete(left_out: str, seems: str) -> None:
    marks = code_marks("C01.flag1", "INV2-14G.3")
    del marks[f"C01.flag1.{left_out}"]
    found = read(CODES, marks)["C01.flag1"]
    assert found.seems == seems
    assert found.why == ("incomplete" if "?" in seems else "")


def test_tens_without_units_and_a_row_nought_are_incomplete() -> None:
    for part, value in (("row-tens", "2"), ("document-tens", "1"), ("row-units", "0")):
        marks = {**code_marks("C01.flag1", "INV-14"), f"C01.flag1.{part}": (value,)}
        assert read(CODES, marks)["C01.flag1"].why == "incomplete"


def test_void_takes_everything_back() -> None:
    marks = {**code_marks("C01.flag1", "INV-14"), "C01.flag1.void": ("void",), "C01.flag1.letter": ("a", "b")}
    assert read(CODES, marks)["C01.flag1"].read == ""


def test_what_is_written_and_not_crossed_is_a_doubt() -> None:
    found = read(CODES, code_marks("C01.flag2", "INV-14"), ("C01.flag1.code", "C01.flag2.code"))
    assert found["C01.flag1"].why == "written, not crossed"
    assert found["C01.flag2"].why == ""


@pytest.mark.parametrize("answered", [{"C01.confidence": ("3",)}, {"C01.reasons": ("goods",)}])
def test_a_decision_that_is_missing_beside_other_answers_waits_for_a_person(answered: dict[str, tuple[str, ...]]) -> None:
    found = read(FIRST, answered)["C01.decision"]
    assert (found.read, found.why) == (None, "no decision")
    assert read(FIRST, {**answered, "C01.decision": ("examine",)})["C01.decision"].read == "examine"


def test_who_left_a_consignment_out_is_not_asked_about_it() -> None:
    assert read(FIRST, {})["C01.decision"].read == ""
