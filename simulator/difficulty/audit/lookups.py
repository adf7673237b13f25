"""Evidence, second part: what the reference pages of the desk say of what the papers state.

Each feature asks what anyone would look up: is it listed, does it lie within the band, do name, number and address belong
together? Whether an answer means something is for the classifier to learn.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

from simulator.difficulty.audit.agreement import own_papers, words_of
from simulator.difficulty.audit.printed import Features
from simulator.documents import (
    bill_of_lading,
    invoice,
    manifest,
    packing_list,
    price_guide,
    register,
    right_holder_card,
    route_card,
    schedule,
    tariff_extract,
)
from simulator.documents.model import Document, DocumentType, Field, Papers
from simulator.documents.places import made_in

FAR = 1.5
"""How many times outside of its band a weight must lie to be looked at: the guide itself speaks of twice."""
SERIAL = (7, 8)
"""Digits of a waybill's serial number, and of the number with its check digit (IATA Resolution 600a)."""


def lookup_features(papers: Papers, consignment: str) -> Features:
    """Return what the guide, the cards, the register, the tariff, the schedule and the route card answer."""
    told = own_papers(papers, consignment)
    paper = told.get("INV")
    if paper is None:
        return {}
    found: Features = {}
    for features in (_guide(papers, told, paper), _card(papers, paper), _register(papers, paper), _tariff(papers, paper)):
        found |= features
    bill = told.get("bill")
    if bill is not None:
        found |= _sailing(papers, bill, told.get("MAN")) | _number(bill)
    return found


def listed(papers: Papers, type_: DocumentType, field: Field[Any]) -> Iterator[tuple[Document, int, Any]]:
    """Yield page, row and value of a column of all pages of a type."""
    for page in papers.all(type_):
        for row, value in page.rows(field):
            yield page, row, value


def _guide(papers: Papers, told: dict[str, Document], paper: Document) -> Features:
    weights = dict(told["PL"].rows(packing_list.NET_WEIGHT)) if "PL" in told else {}
    below, above, light, heavy, absent = [0.0], [0.0], [0.0], [0.0], 0.0
    for row, code in paper.rows(invoice.GOODS_HS_CODE):
        mark, quantity = paper.get(invoice.MARK, row), paper.get(invoice.QUANTITY, row)
        lines = [
            (page, at)
            for page, at, each in listed(papers, price_guide.TYPE, price_guide.GOODS_HS_CODE)
            if each == code and page.get(price_guide.MARK, at) == mark
        ]
        absent += not lines
        price = _outside(paper.get(invoice.UNIT_PRICE, row), lines, (price_guide.LOWEST_PRICE, price_guide.HIGHEST_PRICE))
        weight = weights.get(row, 0) / quantity if quantity else None
        mass = _outside(weight, lines, (price_guide.LOWEST_WEIGHT, price_guide.HIGHEST_WEIGHT))
        below.append(max(0.0, -price))
        above.append(max(0.0, price))
        light.append(max(0.0, -mass))
        heavy.append(max(0.0, mass))
    return {
        "guide: no such goods": absent,
        "guide: price below": float(max(below) > 0),
        "guide: price above": float(max(above) > 0),
        "guide: far too light": float(max(light) > math.log(FAR)),
        "guide: far too heavy": float(max(heavy) > math.log(FAR)),
        "guide: price, how far below": max(below),
    }


def _outside(value: float | None, lines: list[tuple[Document, int]], band: tuple[Field[int], Field[int]]) -> float:
    """Return how far a value lies outside of the widest band, as a logarithm; below it is negative, inside 0."""
    lows = [page.get(band[0], row) for page, row in lines]
    highs = [page.get(band[1], row) for page, row in lines]
    if not value or not lines:
        return 0.0
    low, high = min(each for each in lows if each), max(each for each in highs if each)
    return math.log(value / min(max(value, low), high))


def _card(papers: Papers, paper: Document) -> Features:
    marks: set[str | None] = {mark for _, mark in paper.rows(invoice.MARK)}
    cards = [card for card in papers.all(right_holder_card.TYPE) if card.get(right_holder_card.MARK) in marks]
    if not cards:
        return {"card: none": 1.0}
    card = cards[0]
    makers = _column(card, right_holder_card.MAKER)
    codes = _column(card, right_holder_card.CONTRACT_MAKER_CODE) | _column(card, right_holder_card.MAKER_CODE)
    countries = _column(card, right_holder_card.MAKER_COUNTRY) | _column(card, right_holder_card.CONTRACT_MAKER_COUNTRY)
    models = {model for _, model in paper.rows(invoice.MODEL)}
    maker, code = paper.get(invoice.MANUFACTURER), paper.get(invoice.MANUFACTURER_CODE)
    return {
        "card: none": 0.0,
        "card: a model is not listed": float(not models <= _column(card, right_holder_card.MODEL)),
        "card: maker is not listed": float(maker not in makers),
        "card: neither maker nor code is listed": float(maker not in makers and code not in codes),
        "card: origin is not listed": float(paper.get(invoice.ORIGIN) not in countries),
        "card: order for labels is named": float((card.get(right_holder_card.LABEL_ORDER) or "?") in _printed(paper)),
        **_licensee(card, paper),
    }


def _printed(paper: Document) -> str:
    return "\n".join(paper.printed(*place) for place in paper.values)


def _column(page: Document, field: Field[Any]) -> set[Any]:
    return {value for _, value in page.rows(field)}


def _licensee(card: Document, paper: Document) -> Features:
    buyer, number = paper.get(invoice.BUYER), paper.get(invoice.BUYER_TAX_ID)
    rows = [row for row, name in card.rows(right_holder_card.LICENSEE) if buyer is not None and name == buyer.name]
    if buyer is None or not rows:
        return {"card: buyer is a licensee": 0.0}
    address = ", ".join(buyer.address)
    return {
        "card: buyer is a licensee": 1.0,
        "card: licensee's number is another": _other(number, card.get(right_holder_card.LICENSEE_TAX_ID, rows[0])),
        "card: licensee's address is another": _other(address, card.get(right_holder_card.LICENSEE_ADDRESS, rows[0])),
    }


def _other(stated: str | None, known: str | None) -> float:
    return float(stated is not None and known is not None and stated != known)


def _register(papers: Papers, paper: Document) -> Features:
    buyer, number = paper.get(invoice.BUYER), paper.get(invoice.BUYER_TAX_ID)
    by_number = [(page, row) for page, row, each in listed(papers, register.TYPE, register.TAX_ID) if each == number]
    by_name = [each for _, _, each in listed(papers, register.TYPE, register.NAME) if buyer and each == buyer.name]
    chapters = {code[:2] for _, code in paper.rows(invoice.GOODS_HS_CODE)}
    known = {chapter for page, row in by_number for chapter in page.get(register.CHAPTERS, row) or ()}
    return {
        "register: number is not listed": float(not by_number),
        "register: name is not listed": float(not by_name),
        "register: chapter is of another trade": float(bool(by_number) and not chapters & known),
    }


def _tariff(papers: Papers, paper: Document) -> Features:
    headings = {
        heading: words_of(f"{page.named('words_en', row)} {page.named('words_es', row)}")
        for page, row, heading in listed(papers, tariff_extract.TYPE, tariff_extract.TARIFF_HEADING)
    }
    strange, unlisted = 0.0, 0.0
    for row, code in paper.rows(invoice.GOODS_HS_CODE):
        described = words_of(paper.get(invoice.DESCRIPTION, row) or "")
        unlisted += code[:4] not in headings
        strange += code[:4] in headings and not _stems(described) & _stems(headings[code[:4]])
    return {"tariff: heading is not listed": float(unlisted > 0), "tariff: no word of the heading": float(strange > 0)}


def _stems(words: Iterable[str]) -> set[str]:
    """Words of four letters and more without their endings."""
    return {word[: max(4, len(word) - 2)] for word in words if len(word) >= 4}


def _sailing(papers: Papers, bill: Document, page: Document | None) -> Features:
    vessel, loading = bill.named("vessel_name"), bill.named("port_of_loading")
    day, discharge = bill.named("shipped_on_board_date"), bill.named("port_of_discharge")
    if not bill.type.has("shipped_on_board_date"):
        return {}
    calls = [
        (call.get(schedule.PORT, row), call.get(schedule.BERTHED, row), call.get(schedule.SAILED, row))
        for call, row, name in listed(papers, schedule.TYPE, schedule.VESSEL_NAME)
        if name == vessel
    ]
    there = [(came, left) for port, came, left in calls if port == loading]
    lying = [(came, left) for came, left in there if came and day and came <= day and (left is None or day <= left)]
    lanes = {(p.get(route_card.LANE_FROM, r), to) for p, r, to in listed(papers, route_card.TYPE, route_card.LANE_TO)}
    inland = {place for _, _, place in listed(papers, route_card.TYPE, route_card.INLAND)}
    arrival = None if page is None else page.get(manifest.ARRIVAL_DATE)
    marks = bill.get(bill_of_lading.MARKS) or ()
    return {
        "schedule: vessel did not call there": float(bool(calls) and not there),
        "schedule: vessel lay elsewhere": float(bool(there) and not lying),
        "route card: no such lane": float((loading, discharge) not in lanes),
        "route card: port lies inland": float(loading in inland),
        "marks: another origin": _other(made_in(tuple(marks)), bill.named("country_of_origin")),
        "on board after arrival": float(day is not None and arrival is not None and day > arrival),
    }


def _number(bill: Document) -> Features:
    """A waybill's serial number divided by seven leaves its last digit."""
    digits = "".join(filter(str.isdigit, str(bill.named("air_waybill_number") or "")))[-SERIAL[1] :]
    if len(digits) != SERIAL[1]:
        return {}
    return {"waybill: check digit is another": float(int(digits[: SERIAL[0]]) % 7 != int(digits[SERIAL[0]]))}
