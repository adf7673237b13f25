from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from layout import samples, samples_air
from layout.conftest import in_style, laid_out, styles_of
from simulator.documents import bill_of_lading, invoice
from simulator.documents.model import Document
from simulator.errors import BrokenData
from simulator.formats.vocabulary import Paper
from simulator.layout.fit import DoesNotFit
from simulator.layout.paper import MM
from simulator.layout.place import place
from simulator.layout.template import load_template
from simulator.layout.wrap import unwrap

PAPERS: tuple[Paper, ...] = ("letter", "a4")


def overlap(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    across = min(one[2], two[2]) - max(one[0], two[0])
    return across > 0 and min(one[3], two[3]) - max(one[1], two[1]) > 0


@pytest.mark.parametrize("paper", PAPERS)
def test_every_field_is_placed_once_for_each_row(sample: Document, paper: Paper) -> None:
    mode = load_template(sample.template).body.mode
    wanted = [
        (field.name, row)
        for field in sample.type.fields
        if mode is None or mode in field.modes
        for row in (sample.row_numbers(field.lines) if field.lines else (None,))
    ]
    placed = [(box.field, box.row) for box in laid_out(sample, paper).boxes]
    assert sorted(placed, key=str) == sorted(wanted, key=str)


def test_codes_are_the_documents_own(sample: Document) -> None:
    for page in laid_out(sample).pages:
        assert [box.code for box in page.boxes] == [sample.code(box.field, box.row) for box in page.boxes]
        assert sorted(code for _, _, code in page.codes) == sorted(box.code for box in page.boxes)


@pytest.mark.parametrize("paper", PAPERS)
def test_ink_lies_inside_its_frame_and_frames_apart(sample: Document, paper: Paper) -> None:
    for page in laid_out(sample, paper).pages:
        for box in page.boxes:
            x0, y0, x1, y1 = box.frame
            assert x0 < x1
            assert y0 < y1
            if box.ink is not None:
                assert x0 <= box.ink[0] <= box.ink[2] <= x1, box.code
                assert y0 <= box.ink[1] <= box.ink[3] <= y1, box.code
        for one, two in combinations(page.boxes, 2):
            assert not overlap(one.frame, two.frame), (one.code, two.code)


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_nearer_than_ten_millimetres_to_the_edge(sample: Document, paper: Paper) -> None:
    edge = 10 * MM - 0.02
    for page in laid_out(sample, paper).pages:
        for box in page.boxes:
            assert box.frame[0] >= edge
            assert box.frame[1] >= edge
            assert box.frame[2] <= page.sheet.width - edge
            assert box.frame[3] <= page.sheet.height - edge
        for x, y, code in page.codes:
            assert edge <= x <= page.sheet.width - edge - len(code) * 3.0
            assert edge <= y <= page.sheet.height - edge


def test_codes_lie_outside_of_all_frames(sample: Document) -> None:
    for page in laid_out(sample).pages:
        for x, y, code in page.codes:
            spot = (x, y, x + len(code) * 3.0, y + 2.8)
            assert not any(overlap(spot, box.frame) for box in page.boxes), code


def test_what_is_printed_is_the_value(sample: Document) -> None:
    template = load_template(sample.template).body
    wraps = {piece.field: piece.wrap for piece in (*template.box, *(c for t in template.table for c in t.columns))}
    for box in laid_out(sample).boxes:
        if box.kind != "text":
            assert box.text is None
            continue
        hard = sample.type.field(box.field).codec.hard_lines
        assert box.text == "\n".join(text for _, _, text in box.lines)
        assert unwrap([text for _, _, text in box.lines], wraps[box.field], hard=hard) == sample.printed(box.field, box.row)


def test_empty_boxes_are_placed_without_ink() -> None:
    empty = replace(samples.bill(), values={})
    boxes = laid_out(empty).boxes
    assert {box.field for box in boxes} == {field.name for field in bill_of_lading.TYPE.fields if not field.lines}
    assert all(box.ink is None and box.lines == () for box in boxes)
    assert all(box.text == "" for box in boxes if box.kind == "text")


def test_a_paper_of_its_own_names_its_consignment_and_a_shared_one_none() -> None:
    assert {box.consignment for box in laid_out(samples.bill()).boxes} == {"C07"}
    assert {box.consignment for box in laid_out(samples.sheet_of_manifest()).boxes} == {None}


@pytest.mark.parametrize(
    "document",
    [
        *(
            in_style(paper, each.template)
            for paper in (
                samples.bill(30, 20),
                samples.invoice_paper(60),
                samples.packing(40, 30),
                samples.sheet_of_manifest(40),
                samples_air.waybill(20),
                samples_air.flight_manifest(40),
            )
            for each in styles_of(paper)
        ),
        samples.guide(120),
    ],
    ids=lambda document: document.template,
)
def test_rows_that_do_not_fit_go_on_in_order_on_continuation_pages(document: Document) -> None:
    placed = laid_out(document)
    assert len(placed.pages) > 1
    for lines in {field.lines for field in document.type.fields if field.lines}:
        first = next(field.name for field in document.type.fields if field.lines == lines)
        found = [box.row for box in placed.boxes if box.field == first]
        assert found == list(document.row_numbers(lines))
        for row in found:
            names = {field.name for field in document.type.fields if field.lines == lines}
            pages = {box.page for box in placed.boxes if box.row == row and box.field in names}
            assert len(pages) == 1


def test_continuation_pages_say_what_they_continue() -> None:
    first, second = laid_out(samples.bill(14, 9)).pages
    assert [head.text for head in first.texts] == ["CONTINUED ON ATTACHED RIDER"]
    assert [head.text for head in second.texts] == ["B/L No. MPCXNGB904822160", "MERIDIAN AURORA", "PAGE / PÁGINA 2/2"]


def test_a_long_value_shrinks_before_it_is_refused() -> None:
    bill = samples.bill()
    usual = next(box for box in laid_out(bill).boxes if box.field == "vessel_name")
    longer = replace(bill, values={**bill.values, ("vessel_name", None): "MERIDIAN AURORA BOREALIS"})
    shrunk = next(box for box in laid_out(longer).boxes if box.field == "vessel_name")
    assert usual.points == 8.5
    assert 6.0 <= shrunk.points < 8.5
    assert shrunk.text == "MERIDIAN AURORA BOREALIS"


def test_a_value_without_room_is_refused_by_name() -> None:
    bill = samples.bill()
    name = "THE UNREASONABLY LONG NAME OF A MOTOR VESSEL"
    with pytest.raises(DoesNotFit) as caught:
        laid_out(replace(bill, values={**bill.values, ("vessel_name", None): name}))
    assert str(caught.value) == (
        f"C07-BL: BL-10a: {name!r} does not fit a frame 43.6 mm wide and 5.4 mm high at 6 points"
        " (a line has 44 characters where 33 fit); shorten it, or give it more room in the template"
    )


def test_a_missing_glyph_is_refused_by_name() -> None:
    paper = samples.invoice_paper()
    broken = replace(paper, values={**paper.values, (invoice.DESCRIPTION.name, 2): "ŁÓDŹ SHIRTS"})
    with pytest.raises(DoesNotFit) as caught:
        laid_out(broken)
    assert str(caught.value) == (
        "C07-INV: INV-14a.2: Courier has no glyph for U+0141 LATIN CAPITAL LETTER L WITH STROKE in 'ŁÓDŹ SHIRTS';"
        " write it with Latin letters"
    )


def test_a_stamp_that_cannot_be_lettered_is_refused_by_name() -> None:
    bill = samples.bill()
    with pytest.raises(DoesNotFit) as caught:
        laid_out(replace(bill, values={**bill.values, ("signature", None): "stamp:OK ✓"}))
    assert str(caught.value) == "C07-BL: BL-23f: 'stamp:OK ✓': the lettering of stamps and logos has no '✓'"


def test_a_template_of_another_type_is_refused() -> None:
    with pytest.raises(BrokenData, match="C07-BL: invoice/letterhead is a template for invoice"):
        place(samples.bill(), load_template("invoice/letterhead"), "letter")
