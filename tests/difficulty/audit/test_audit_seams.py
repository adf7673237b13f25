"""A seam of each kind, planted into real variants on the signals' side, is caught and named; without one nothing is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from msgspec import structs

from simulator.difficulty.audit.looking import Exhibit, Look, evidence_codes, exhibits, masked
from simulator.difficulty.audit.run import Audit, audited, rows_of
from simulator.documents import bill_of_lading, invoice
from simulator.documents.model import Document, Field
from simulator.exercise.planning import plan
from simulator.exercise.variants import Variant, variant
from simulator.layout.place import place
from simulator.layout.placed import PlacedDocument
from simulator.layout.template import load_template
from simulator.scenario import load_scenario

SCENARIO = load_scenario("first-hour")
VARIANTS = 8
Seam = Callable[[Exhibit], Exhibit]


@cache
def made(number: int) -> Variant:
    return variant(SCENARIO, plan(SCENARIO, f"seams {number}"), "v01", f"seams {number}")


def audits(seam: Seam = lambda each: each) -> tuple[Audit, Audit]:
    found = []
    for number in range(VARIANTS):
        shown = [seam(each) if each.is_signal else each for each in exhibits(made(number), SCENARIO.paper)]
        found.append(rows_of(shown, f"v{number}", SCENARIO.paper))
    return audited(found, "seams")


def printing(field: Field[object], change: Callable[[object], object]) -> Seam:
    """Print something else in a box that is no evidence."""

    def other(document: Document) -> Document:
        value = document.values.get((field.name, None))
        if not document.type.has(field.name) or document.type.field(field.name) != field or value is None:
            return document
        return replace(document, values={**document.values, (field.name, None): change(value)})

    def seam(each: Exhibit) -> Exhibit:
        documents = tuple(map(other, each.issued.documents))
        placed = tuple(place(one, load_template(one.template), SCENARIO.paper) for one in documents if not one.type.shared)
        return replace(each, issued=replace(each.issued, documents=documents, placed=placed))

    return seam


def laid_out(change: Callable[[PlacedDocument], PlacedDocument]) -> Seam:
    def seam(each: Exhibit) -> Exhibit:
        return replace(each, issued=replace(each.issued, placed=tuple(map(change, each.issued.placed))))

    return seam


def smaller(paper: PlacedDocument) -> PlacedDocument:
    pages = (replace(p, boxes=tuple(structs.replace(b, points=b.points - 0.25) for b in p.boxes)) for p in paper.pages)
    return replace(paper, pages=tuple(pages))


def one_more_rule(paper: PlacedDocument) -> PlacedDocument:
    first = paper.pages[0]
    return replace(paper, pages=(replace(first, rules=(*first.rules, (90.0, 90.0, 90.5, 90.0))), *paper.pages[1:]))


def invoice_first(each: Exhibit) -> Exhibit:
    def seen(look: Look) -> Look:
        return replace(look, placed=tuple(sorted(look.placed, key=lambda one: one.document.type.name != "invoice")))

    return replace(each, issued=seen(each.issued))


IN_PRINT: dict[str, tuple[Seam, str]] = {
    "a point at the end": (printing(invoice.TERMS_OF_PAYMENT, lambda text: f"{text}."), "terms_of_payment: characters"),
    "a smaller type": (laid_out(smaller), "type size"),
    "one more object on the page": (laid_out(one_more_rule), "file: paths"),
    "another order of papers": (invoice_first, "place among the papers"),
    "rounded weights": (
        printing(bill_of_lading.GROSS_WEIGHT, lambda grams: grams // 10**6 * 10**6 + 10**6),  # type: ignore[operator]
        "gross_weight: closing zeros",
    ),
    "an invoice nine days older": (
        printing(invoice.INVOICE_DATE, lambda day: day - timedelta(days=9)),  # type: ignore[operator]
        "days from the invoice",
    ),
}
IN_FACTS: dict[str, tuple[Seam, str]] = {
    "one origin": (lambda each: replace(each, facts=replace(each.facts, origin_country="VN")), "country of origin = VN"),
    "one surname": (lambda each: replace(each, facts=replace(each.facts, signed_by="ANA ZUBIRI")), "surname of who signs"),
    "first in the dossier": (lambda each: replace(each, issued=replace(each.issued, position=0)), "place in the dossier"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", IN_PRINT)
def test_a_seam_in_print_is_caught_between_twins(name: str) -> None:
    seam, feature = IN_PRINT[name]
    twins, _ = audits(seam)
    assert twins.leaks
    assert any(feature in each.name for each in twins.guilty), [each.name for each in twins.guilty]


@pytest.mark.slow
@pytest.mark.parametrize("name", IN_FACTS)
def test_a_seam_in_facts_or_order_is_caught_among_shipments(name: str) -> None:
    seam, feature = IN_FACTS[name]
    _, selection = audits(seam)
    assert selection.leaks
    assert any(feature in each.name for each in selection.guilty), [each.name for each in selection.guilty]


@pytest.mark.slow
def test_variants_as_they_are_have_no_seam_and_their_evidence_tells_twins_apart() -> None:
    twins, selection = audits()
    assert not twins.leaks
    assert not selection.leaks
    assert twins.has_power


def test_masked_papers_print_what_their_twins_print_and_the_issued_ones_do_not() -> None:
    """The key names every box that differs: once these are masked, nothing is left."""
    desk = made(0)
    masks = evidence_codes(desk.key)
    pairs = [(each, desk.twin.document(each.id)) for each in desk.papers.documents]
    assert any(one.values != other.values for one, other in pairs)
    assert [masked(one, other, masks).values for one, other in pairs] == [other.values for _, other in pairs]


def test_a_box_that_the_key_does_not_name_stays_as_it_is_issued() -> None:
    desk = made(0)
    paper = next(each for each in desk.papers.documents if each.type is invoice.TYPE)
    spoiled = replace(paper, values={**paper.values, (invoice.TERMS_OF_PAYMENT.name, None): "CASH "})
    left = masked(spoiled, desk.twin.document(paper.id), evidence_codes(desk.key))
    assert left.printed(invoice.TERMS_OF_PAYMENT.name) == "CASH "
