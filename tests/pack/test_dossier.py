"""The bound dossier: shared papers first, each consignment from an odd side, in the order of the desk."""

from __future__ import annotations

from functools import cache

import pypdfium2
import pytest

from pack.making import SCENARIOS, SEED, shipped
from simulator.documents.model import Papers
from simulator.exercise.planning import plan
from simulator.exercise.variants import variant
from simulator.formats.vocabulary import Paper
from simulator.layout.binding import SPECIMEN
from simulator.layout.truth import truth
from simulator.pack.dossier import dossier
from simulator.render.pdf import render_pdf


@cache
def papers(name: str) -> Papers:
    scenario = shipped(name)
    return variant(scenario, plan(scenario, SEED), "v01", SEED).papers


@cache
def texts(name: str, paper: Paper) -> tuple[str, ...]:
    """What is printed on each side."""
    file = pypdfium2.PdfDocument(render_pdf(dossier(papers(name), paper).pages))
    return tuple(" ".join(page.get_textpage().get_text_bounded().split()) for page in file)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_consignment_begins_on_the_front_of_a_sheet(name: str, paper: Paper) -> None:
    bound = dossier(papers(name), paper)
    first: dict[str, int] = {}
    for placed, before in bound.documents:
        if not placed.document.type.shared:
            first.setdefault(placed.document.consignments[0], before + 1)
    assert list(first) == [f"C{place:02d}" for place in range(1, shipped(name).consignments.count + 1)]
    assert all(side % 2 == 1 for side in first.values())
    sides = texts(name, paper)
    for id_, side in first.items():
        assert f"{id_} · 1/" in sides[side - 1]


@pytest.mark.parametrize("name", SCENARIOS)
def test_papers_stand_in_the_order_that_the_contents_list(name: str) -> None:
    bound = dossier(papers(name), "letter")
    assert [placed.document.id for placed, _ in bound.documents] == [each.id for each in papers(name).documents]
    shared = [placed.document.type.shared for placed, _ in bound.documents]
    assert shared == sorted(shared, reverse=True)
    assert bound.documents[0][0].document.type.name == "contents"
    starts = [before for _, before in bound.documents]
    assert starts == sorted(starts)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_side_says_what_it_is_and_where_it_belongs(name: str, paper: Paper) -> None:
    sides = texts(name, paper)
    for text in sides:
        assert all(line in text for line in SPECIMEN)
    blank = [text for text in sides if text == " ".join(SPECIMEN)]
    numbered = [text for text in sides if " · " in text and text not in blank]
    assert len(blank) + len(numbered) == len(sides)
    assert sides[-1] not in blank


@pytest.mark.parametrize("name", SCENARIOS)
def test_both_papers_have_the_same_boxes_on_the_same_sides(name: str) -> None:
    letter, a4 = (truth("v01", dossier(papers(name), paper)) for paper in ("letter", "a4"))
    for one, other in zip(letter.documents, a4.documents, strict=True):
        assert [(box.box, box.page, box.text, box.points) for box in one.boxes] == [
            (box.box, box.page, box.text, box.points) for box in other.boxes
        ]


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_dossier_is_no_longer_than_a_class_can_handle(name: str) -> None:
    count = shipped(name).consignments.count
    sides = dossier(papers(name), "letter").pages
    own = [page for page in sides if page.footer is not None and page.footer.text.startswith("C")]
    shared = [page for page in sides if page.footer is not None and page.footer.text.startswith("REF")]
    assert len(own) <= 5 * count
    assert len(shared) <= 40
    assert len(sides) <= 90
