from __future__ import annotations

from layout import samples
from layout.conftest import laid_out
from simulator.layout.binding import SPECIMEN, Section, bind
from simulator.layout.paper import MM
from simulator.layout.truth import truth

BILL, INVOICE = laid_out(samples.bill()), laid_out(samples.invoice_paper())
RIDER = laid_out(samples.bill(14, 9))


def test_every_section_begins_on_an_odd_side() -> None:
    dossier = bind([Section("C01", (BILL,)), Section("C02", (BILL, INVOICE)), Section("C03", (RIDER, INVOICE))], "letter")
    assert [page.number for page in dossier.pages] == list(range(1, 8))
    assert [page.page is None for page in dossier.pages] == [False, True, False, False, False, False, False]
    assert [before for _, before in dossier.documents] == [0, 2, 3, 4, 6]


def test_the_footer_counts_the_sides_of_the_section() -> None:
    dossier = bind([Section("C01", (BILL,)), Section("C02", (RIDER, INVOICE))], "a4")
    said = [page.footer.text if page.footer else None for page in dossier.pages]
    assert said == ["C01 · 1/1", None, "C02 · 1/3", "C02 · 2/3", "C02 · 3/3"]


def test_every_side_says_in_both_languages_that_it_is_a_specimen() -> None:
    dossier = bind([Section("C01", (BILL,)), Section("C02", (BILL,))], "letter")
    assert len(dossier.pages) == 3
    for page in dossier.pages:
        assert tuple(words[2] for words in page.specimen.layer.words) == SPECIMEN


def test_the_footer_hides_no_box() -> None:
    for document in (samples.bill(), samples.sheet_of_manifest()):
        for page in bind([Section("C01", (laid_out(document),))], "letter").pages:
            assert page.page is not None
            assert page.footer is not None
            top = max(page.footer.y + 7.0, *(page.specimen.y + words[1] + 5.4 for words in page.specimen.layer.words))
            lowest = min(words[1] for words in page.specimen.layer.words) + page.specimen.y
            assert all(box.frame[1] > top for box in page.page.boxes)
            assert lowest - 1.7 >= 10 * MM - 0.02


def test_truth_tells_each_box_where_it_lies_in_the_file() -> None:
    dossier = bind([Section("C01", (BILL,)), Section("C02", (RIDER, INVOICE))], "letter")
    records = truth("v01", dossier)
    assert records.variant == "v01"
    assert [document.id for document in records.documents] == ["C07-BL", "C07-BL", "C07-INV"]
    assert {box.page for box in records.documents[0].boxes} == {1}
    assert {box.page for box in records.documents[1].boxes} == {3, 4}
    assert {box.page for box in records.documents[2].boxes} == {5}
    shipper = next(box for box in records.documents[2].boxes if box.field == "shipper")
    assert (shipper.box, shipper.row, shipper.part, shipper.kind, shipper.consignment) == ("INV-1", None, 1, "text", "C07")
    assert shipper.text is not None
    assert shipper.text.startswith("NINGBO HAIYUE GARMENT CO., LTD.\n")
    signature = next(box for box in records.documents[2].boxes if box.kind == "ink")
    assert signature.text is None
    assert signature.bbox is not None
    for document in records.documents:
        for box in document.boxes:
            for value in (*box.frame, *(box.bbox or ())):
                assert value == round(value, 2)


def test_truth_keeps_the_language_of_a_paper() -> None:
    spanish = laid_out(samples.invoice_paper(language="es"))
    assert truth("v01", bind([Section("C01", (spanish,))], "letter")).documents[0].language == "es"
