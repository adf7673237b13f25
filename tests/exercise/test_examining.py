"""What a finding says of boxes that change in its wake: on lines of shared papers, and on what is drawn."""

from __future__ import annotations

from indicators.planting import Planted, planted

from simulator.documents import contents, register
from simulator.documents.derive import derive
from simulator.exercise.examining import changed_boxes, finding
from simulator.formats.key import Evidence


def told(case: Planted) -> dict[str, Evidence]:
    """The boxes of a planted finding by code, as the key tells them."""
    follows = changed_boxes(case.world.consignments[0], case.departures, derive(case.world), case.papers, case.world.brands)
    found = finding(case.entry, case.sights, case.papers, case.twin, planted=True, subtlety=1, follows=follows)
    return {each.box: each for each in found.evidence}


def test_a_waybills_number_follows_wherever_it_stands() -> None:
    for case in planted("D02", 2, 8):
        boxes = told(case)
        numbers = {code for code, each in boxes.items() if each.printed == boxes["AWB-1B"].printed}
        (listed,) = [row for row, paper in case.papers.all(contents.TYPE)[0].rows(contents.PAPER) if paper == "Air waybill"]
        assert numbers == {"AWB-1B", "MAN-6a.1", "INV-10", f"TOC-3c.{listed}"}
        assert {each.role for code, each in boxes.items() if code != "AWB-1B"} == {"follows"}
        assert {each.expected for each in boxes.values()} == {case.world.consignments[0].bill_number}


def test_the_whole_line_of_a_foreign_buyer_in_the_register_is_evidence() -> None:
    for case in planted("P02", 1, 8):
        boxes, page = told(case), case.papers.all(register.TYPE)[0]
        lines = {code: each.role for code, each in boxes.items() if code.startswith("REG-")}
        assert set(lines) == {page.code(field.name, 1) for field in page.type.fields if field.lines}
        assert lines["REG-1a.1"] == "follows"


def test_of_what_is_drawn_the_key_tells_the_words_and_not_how_it_is_drawn() -> None:
    """A firm of a third country sells: its stamp and signature stand in place of the exporter's."""
    stamped = 0
    for case in planted("H08", 1, 16):
        clean, box = case.world.consignments[0], told(case)["INV-19a"]
        assert box.expected == (f"{clean.seller.name}; {clean.signed_by}" if clean.stamped else clean.signed_by)
        assert box.printed != box.expected
        stamped += clean.stamped
    assert stamped
