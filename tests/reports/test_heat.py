"""The heat map: what is counted on which page, and what is drawn of it."""

from __future__ import annotations

import msgspec
import pytest
from builders_class import answers, changed
from builders_key import DETAIN, LAWFUL, TEMPTING, evidence, finding, look_alike

from simulator.documents.house_styles import house_styles
from simulator.formats.key import KeyConsignment
from simulator.formats.truth import Rectangle, Truth, TruthBox, TruthDocument
from simulator.grading.class_rates import Rate
from simulator.grading.discussion import Discussed, to_discuss
from simulator.layout.form import form
from simulator.layout.template import load_template
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Op, Rule, Words
from simulator.reports.blank_form import blank_form
from simulator.reports.heat import HeatPage, heat_page
from simulator.reports.heat_drawing import heat_drawing

STYLE = house_styles()["invoice"][0].template
SHOWN = finding("G08", evidence("INV-14a.2"), evidence("CARD5-4a.1", "against"))
ODD = look_alike("H12", evidence("INV-14g.1"))
KEY = changed(DETAIN, findings=(SHOWN,), look_alikes=(ODD,))


def box(code: str, field: str, frame: Rectangle, row: int | None = None, text: str = "") -> TruthBox:
    return TruthBox(code, field, row, 1, None, "text", 1, frame, None, text, 8.0)


def invoice(consignment: str) -> TruthDocument:
    """An invoice on a shipped form, with two lines."""
    slots = form(load_template(STYLE), "letter", "en").slots
    single = [box(f"INV-{slot.field.number}", slot.field.name, slot.frame, text="SOLO") for slot in slots]
    lines = [
        box(f"INV-{number}.{row}", field, (left, 420.0 - 20 * row, left + 60, 432.0 - 20 * row), row, f"LINE {row}")
        for row in (1, 2)
        for number, field, left in (("14a", "description_of_goods", 40.0), ("14g", "unit_price", 120.0))
    ]
    return TruthDocument(f"{consignment}-invoice", "invoice", None, (consignment,), STYLE, (*single, *lines))


def truth(consignment: str = "C02", card: str = "CARD5") -> Truth:
    boxes = (box(f"{card}-4a.1", "model", (0.0, 0.0, 50.0, 10.0), 1),)
    cards = TruthDocument("card", "right-holder-card", None, (consignment,), "right-holder-card/x", boxes)
    return Truth("v01", (cards, invoice(consignment)))


def discussed(*flags: tuple[str, ...], key: KeyConsignment = KEY, letter: str = "l") -> Discussed:
    (found,) = to_discuss([each for given in flags for each in answers(key, letter, flags=given)])
    return found


def page(*flags: tuple[str, ...], key: KeyConsignment = KEY) -> HeatPage:
    found = heat_page(discussed(*flags, key=key), truth())
    assert found is not None
    return found


def rates(found: HeatPage) -> dict[str, int]:
    return {each.code: each.rate.count for each in found.boxes if each.rate.count}


def drawn(found: HeatPage) -> tuple[Op, ...]:
    ops, _ = heat_drawing(found, blank_form(found.document, found.first, "letter"), 385.0, 545.0)
    return ops


def words(ops: tuple[Op, ...]) -> list[str]:
    return [op.text for op in ops if isinstance(op, Words)]


TEN = [("INV-14A.2",)] * 6 + [("INV-14A.2", "INV-14G.1")] * 2 + [("INV-14G.1",)] + [()]


def test_ten_answers_on_one_set_of_papers_are_shown_on_these() -> None:
    found = page(*TEN)
    assert (found.exact, found.answers) == (True, 10)
    assert rates(found) == {"INV-14a.2": 8, "INV-14g.1": 3}
    texts = words(drawn(found))
    assert {"80 %", "30 %", "LINE 1", "LINE 2"} <= set(texts)


def test_fewer_on_several_shipments_are_counted_by_the_kind_of_box_and_no_value_is_shown() -> None:
    other = changed(KEY, id="C07", item="other")
    made = to_discuss([*answers(KEY, "lll", flags=("INV-14A.2",)), *answers(other, "ll", "v02", flags=("INV-14A.1",))])
    found = heat_page(made[0], truth())
    assert found is not None
    assert (found.exact, found.answers) == (False, 5)
    assert rates(found) == {"INV-14a": 5}
    texts = words(drawn(found))
    assert "100 %" in texts
    assert not {"LINE 1", "LINE 2", "SOLO"} & set(texts)


def test_where_all_had_the_same_papers_few_answers_stand_on_these() -> None:
    found = page(("INV-14A.2",), (), (), ())
    assert (found.exact, found.answers) == (True, 4)
    assert rates(found) == {"INV-14a.2": 1}


def test_answers_of_other_shipments_of_the_slot_come_in() -> None:
    other = changed(KEY, id="C07", item="other")
    made = to_discuss([*answers(KEY, "lll", flags=("INV-14A.2",)), *answers(other, "ll", "v02", flags=("CARD9-4A.7",))])
    found = heat_page(made[0], truth())
    assert found is not None
    assert found.answers == 5
    # The card of the other variant has another number; it is the same kind of box.
    assert [(each.code, each.rate, each.mark) for each in found.top] == [
        ("INV-14a", Rate(3, 5), "shows"), ("CARD-4a", Rate(2, 5), "against"),
    ]  # fmt: skip


def test_equal_papers_in_two_variants_keep_their_lines_but_not_the_numbers_of_cards() -> None:
    moved = changed(KEY, id="C09")
    first = answers(KEY, "lllll", flags=("INV-14A.2", "CARD5-4A.1"))
    second = answers(moved, "lllll", "v02", flags=("INV-14A.2", "CARD8-4A.1"))
    (made,) = to_discuss([*first, *second])
    found = heat_page(made, truth())
    assert found is not None
    assert [(each.code, each.rate) for each in found.top] == [("CARD-4a", Rate(10, 10)), ("INV-14a.2", Rate(10, 10))]


def test_nothing_flagged_on_own_papers_is_not_drawn() -> None:
    assert heat_page(discussed((), (), (), ()), truth()) is None
    assert heat_page(discussed(*[("CARD5-4A.1",)] * 4), truth()) is None


def test_what_the_key_says_is_framed() -> None:
    found = page(*TEN)
    thick = [op for op in drawn(found) if isinstance(op, Rule) and op.width == 1.1]
    # Four sides each: INV-14a.2 shows it, INV-14g.1 only looks odd.
    assert sorted(op.dashed for op in thick) == [False] * 4 + [True] * 4


def test_darker_is_more() -> None:
    found = page(*TEN)
    greys = {op.fill for op in drawn(found) if isinstance(op, Area) and op.fill is not None and op.stroke == 0.6}
    assert {round(1 - 0.55 * share, 3) for share in (0.8, 0.3)} <= greys


@pytest.mark.parametrize("with_form", [True, False])
def test_everything_lies_within_the_size_that_is_said(with_form: bool) -> None:
    found = page(*TEN)
    made = blank_form(found.document, found.first, "letter") if with_form else None
    ops, height = heat_drawing(found, made, 385.0, 545.0)
    assert 0 < height <= 545.0
    for op in ops:
        if isinstance(op, Words):
            assert op.x >= -0.5
            assert op.x + text_width(op.text, op.size, op.font) <= 385.5
            assert -height - 0.5 <= op.y <= 0.0
        if isinstance(op, Area):
            assert op.x >= -0.5
            assert op.x + op.width <= 385.5
            assert -height - 0.5 <= op.y <= op.y + op.height <= 0.5


def test_the_form_is_the_one_on_which_the_paper_was_printed_or_none() -> None:
    paper = invoice("C02")
    made = blank_form(paper, True, "letter")
    assert made is not None
    assert made.layer.words
    other = msgspec.structs.replace(paper, template="invoice/gone")
    assert blank_form(other, True, "letter") is None
    # Sheets of A4 have other edges: letter's frames do not lie on their form.
    assert blank_form(paper, True, "a4") is None


def test_a_lawful_shipment_shows_where_it_misled() -> None:
    made = discussed(*[("INV-14G.1",)] * 4, key=changed(TEMPTING, id="C02", look_alikes=(ODD,)), letter="e")
    found = heat_page(made, truth())
    assert found is not None
    assert [(each.code, each.mark) for each in found.top] == [("INV-14g.1", "look_alike")]


def test_a_box_that_the_key_does_not_name_has_no_mark() -> None:
    made = discussed(*[("INV-14A.1",)] * 4, key=changed(LAWFUL, id="C02"), letter="e")
    found = heat_page(made, truth())
    assert found is not None
    assert [(each.code, each.mark) for each in found.top] == [("INV-14a.1", None)]
