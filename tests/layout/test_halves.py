"""Papers of half a side: two lie on one, their boxes apart, and truth says where each is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

from layout import samples
from layout.conftest import laid_out
from simulator.documents.derivation.reference_pages import card_values
from simulator.documents.model import Document, Place
from simulator.formats.vocabulary import Language
from simulator.layout.binding import Dossier, Section, bind
from simulator.layout.paper import HALF, HALF_STEP, MM
from simulator.layout.placed import PlacedDocument
from simulator.layout.truth import truth
from simulator.reference.brands import brands

BILL = laid_out(samples.bill())


def card(place: int) -> PlacedDocument:
    return laid_out(replace(samples.card(), id=f"card-{place}", prefix="CARD" if place == 1 else f"CARD{place}"))


def long_card(models: int) -> Document:
    one = samples.card()
    names = ("model", "model_goods")
    rows: dict[Place, Any] = {(name, row): one.values[name, 1] for name in names for row in range(1, models + 1)}
    return replace(one, values={**one.values, **rows})


def bound(*papers: PlacedDocument) -> Dossier:
    return bind([Section("REF", papers)], "letter")


def test_two_cards_lie_on_one_side_and_the_footer_counts_sides() -> None:
    dossier = bound(card(1), card(2), card(3), BILL)
    assert [page.footer.text for page in dossier.pages if page.footer] == ["REF · 1/3", "REF · 2/3", "REF · 3/3"]
    records = truth("v01", dossier).documents
    assert [{box.page for box in each.boxes} for each in records] == [{1}, {1}, {2}, {3}]


def test_the_lower_card_is_the_upper_one_further_down() -> None:
    upper, lower = (placed for placed, _ in bound(card(1), card(2)).documents)
    step = HALF_STEP * MM
    for one, other in zip(upper.boxes, lower.boxes, strict=True):
        assert (other.field, other.row, other.text, other.points) == (one.field, one.row, one.text, one.points)
        assert abs(one.frame[1] - other.frame[1] - step) < 0.02
        assert one.frame[::2] == other.frame[::2]
        for (x, y, text), (x2, y2, text2) in zip(one.lines, other.lines, strict=True):
            assert (x, text) == (x2, text2)
            assert abs(y - y2 - step) < 0.02


def test_each_card_keeps_to_its_half_of_the_side() -> None:
    dossier = bound(card(1), card(2))
    top = dossier.pages[0].sheet.top
    for (placed, _), down in zip(dossier.documents, (0.0, HALF_STEP * MM), strict=True):
        for box in placed.boxes:
            assert box.frame[3] <= top - down + 0.01
            assert box.frame[1] >= top - down - HALF * MM - 0.01


def test_a_side_holds_all_that_stands_on_its_halves() -> None:
    one, two = card(1), card(2)
    (page,) = (each.page for each in bound(one, two).pages)
    assert page is not None
    assert len(page.boxes) == len(one.boxes) + len(two.boxes)
    assert len(page.marks) == len(one.pages[0].marks) + len(two.pages[0].marks)
    assert len({code for _, _, code in page.codes}) == len(page.boxes)


def test_a_whole_side_between_two_cards_parts_them() -> None:
    dossier = bound(card(1), BILL, card(2))
    assert [before for _, before in dossier.documents] == [0, 1, 2]
    assert len(dossier.pages) == 3


def test_a_card_of_many_rows_goes_on_in_another_half_and_loses_none() -> None:
    long = laid_out(long_card(40))
    assert len(long.pages) == 2
    records = truth("v01", bound(card(1), long, card(3))).documents
    models = {box.row: box.page for box in records[1].boxes if box.field == "model"}
    assert sorted(row for row in models if row) == list(range(1, 41))
    assert set(models.values()) == {1, 2}
    assert {box.page for box in records[2].boxes} == {2}


def test_every_right_holders_card_fits_half_a_side_in_both_languages_at_a_readable_size() -> None:
    one = samples.card()
    for brand in brands().values():
        for language in get_args(Language):
            printing = replace(one.printing, language=language)
            placed = laid_out(replace(one, values=card_values(brand, language), printing=printing))
            assert len(placed.pages) == 1, brand.id
            assert placed.pages[0].half
            assert min(box.points for box in placed.boxes if box.text) >= 7.0, brand.id
