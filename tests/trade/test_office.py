"""Office marks are lawful and independent: dated between the papers and the desk, on about two papers in five."""

from __future__ import annotations

from datetime import date, timedelta

from simulator.documents.derivation.building import office_marks
from simulator.layout.marks import place_marks
from simulator.randomness import Stream
from simulator.trade.office import OFFICE_SHARE, OfficeNote, draw_manifest_note, draw_office_notes

INVOICED, ARRIVED, RECEIVED = date(2009, 1, 5), date(2009, 2, 2), date(2009, 2, 4)
DRAWN = [draw_office_notes(INVOICED, ARRIVED, RECEIVED, Stream("office", place)) for place in range(1500)]


def test_stamps_are_dated_between_paper_and_desk() -> None:
    bills = [each.bill.day for each in DRAWN if each.bill and each.bill.day]
    assert set(bills) == {ARRIVED + timedelta(days=after) for after in range(3)}
    others = [note.day for each in DRAWN for note in (each.invoice, each.packing_list) if note and note.day]
    assert min(others) >= INVOICED
    assert max(others) <= RECEIVED


def test_no_stamp_is_older_than_its_invoice() -> None:
    late = ARRIVED - timedelta(days=1)
    drawn = [draw_office_notes(late, ARRIVED, ARRIVED, Stream("late", place)) for place in range(300)]
    assert min(each.invoice.day for each in drawn if each.invoice and each.invoice.day) == late


def test_two_consignments_in_five_are_marked() -> None:
    marked = sum(bool(each.bill or each.invoice or each.packing_list) for each in DRAWN) / len(DRAWN)
    assert OFFICE_SHARE * 0.85 < marked < OFFICE_SHARE * 1.05


def test_every_note_can_be_drawn_in_the_smallest_box() -> None:
    notes = [note for each in DRAWN for note in (each.bill, each.invoice, each.packing_list) if note]
    assert {note.mistaken is None for note in notes} == {True, False}
    for note in notes:
        value = office_marks(note)
        assert value is not None
        assert place_marks(value, "ink", (0.0, 0.0, 110.0, 36.0))
        assert note.mistaken is None or (note.mistaken != note.file and note.initials)


def test_words_of_a_note() -> None:
    note = OfficeNote("RECIBIDO", "TRAFICO", date(2009, 1, 31), "AB", "EXP. 4417", "EXP. 4471")
    assert office_marks(note) == "datestamp:RECIBIDO|31 ENE 2009|TRAFICO; correction:EXP. 4471|EXP. 4417|AB"
    assert office_marks(replace_file(note)) == "datestamp:RECIBIDO|31 ENE 2009|TRAFICO; handwritten:EXP. 4417; initials:AB"
    assert office_marks(None) is None


def replace_file(note: OfficeNote) -> OfficeNote:
    return OfficeNote(note.words, note.office, note.day, note.initials, note.file)


def test_a_manifest_is_stamped_from_arrival_to_the_desk() -> None:
    drawn = [draw_manifest_note(ARRIVED, RECEIVED, Stream("manifest", place)) for place in range(400)]
    days = {each.day for each in drawn if each}
    assert days == {ARRIVED + timedelta(days=after) for after in range(3)}
    assert None in drawn
