"""Parties of a bill as the standard has them: name, lines, tax number, and the address in parts where it can be told."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from simulator.documents.codecs import PartyBlock
from simulator.documents.model import Document
from simulator.reference.carriers import carriers
from simulator.reference.countries import countries
from simulator.reference.ports import ports
from simulator.research.dcsa_notes import UNSTATED, Notes, head
from simulator.wording import SAME_AS_CONSIGNEE, is_to_order

Json = dict[str, Any]

NAME, LINE, LINES, STREET, CITY = 70, 250, 5, 70, 35
"""The standard's lengths: a party's name, one address line, how many lines, street, city."""

_MEXICAN = re.compile(r"C\.P\. (?P<code>\d{5}), (?P<city>[^,]+), [^,]+")
_CODE_FIRST = re.compile(r"(?P<code>(?:[A-Z]{1,2}-)?\d[\d-]*(?: [A-Z]{2}(?= [A-Z]))?) (?P<city>[^,\d]+)(?:,.*)?")
_CODE_LAST = re.compile(r"(?P<city>[^,\d]+?)(?:, [^,\d]+?)?(?: (?P<code>\d[\d-]*))?(?:, .*)?")
_RFC = re.compile(r"[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}")


def parties(paper: Document, issuer: tuple[str, ...], *, to_order: bool, notes: Notes) -> Json:
    """Return ``documentParties``; whoever holds a bill to order is its endorsee, where he is named."""
    made: Json = {
        "issuingParty": _issuing(issuer, notes),
        "shipper": party(paper.named("shipper"), "documentParties.shipper", notes),
    }
    consignee = paper.named("consignee")
    if consignee is None:
        notes.add("documentParties.consignee", "missing", "left out; the box is empty")
    elif not is_to_order(consignee.name):
        made["consignee"] = _with_code(consignee, paper.named("consignee_tax_id"), "documentParties.consignee", notes)
    elif to_order and (holder := consignee.name.removeprefix("TO ORDER").removeprefix(" OF ")):
        named = PartyBlock(holder, consignee.address, consignee.tax_id)
        made["endorsee"] = _with_code(named, None, "documentParties.endorsee", notes)
    made |= _notified(paper.named("notify_party"), consignee, to_order=to_order, notes=notes)
    return made


def _notified(block: PartyBlock | None, consignee: PartyBlock | None, *, to_order: bool, notes: Notes) -> Json:
    place = "documentParties.notifyParties"
    if block is None:
        told = "the standard wants one on a bill to order; " if to_order else ""
        notes.add(place, "missing", f"{told}left out, the box is empty")
        return {}
    if block.name == SAME_AS_CONSIGNEE and consignee is not None and not is_to_order(consignee.name):
        notes.add(place, "derived", f"printed: {SAME_AS_CONSIGNEE}")
        block = consignee
    return {"notifyParties": [party(block, place, notes)]}


def party(block: PartyBlock | None, place: str, notes: Notes) -> Json:
    """Return a party; a name that is too long goes on in the address lines, none of it is lost."""
    if block is None:
        return {"partyName": notes.stated(f"{place}.partyName", None)}
    made = _named(block.name, block.address, place, notes)
    if (address := _address(block.address, None, place, notes)) is not None:
        made["address"] = address
    if block.tax_id:
        made["identifyingCodes"] = [_code(block.tax_id, place, notes)]
        made |= _tax(block.tax_id)
    elif address is None:
        notes.add(f"{place}.address", "missing", "left out: neither a whole address nor a tax number is printed")
    return made


def _named(name: str, lines: tuple[str, ...], place: str, notes: Notes) -> Json:
    first = head(name, NAME)
    rest = name[len(first) :].strip(" ,")
    if rest:
        notes.add(f"{place}.partyName", "moved", f"the rest is the first address line; printed: {name}")
    return {"partyName": first, "addressLines": _lines((rest, *lines) if rest else lines, place, notes)}


def _with_code(block: PartyBlock, tax_id: str | None, place: str, notes: Notes) -> Json:
    """Return a party of whom the standard requires an identifying code."""
    made = party(block, place, notes)
    number = notes.stated(f"{place}.identifyingCodes", tax_id or block.tax_id)
    return {**made, "identifyingCodes": [_code(number, place, notes)], **(_tax(number) if number != UNSTATED else {})}


def _code(number: str, place: str, notes: Notes) -> Json:
    notes.add(f"{place}.identifyingCodes.codeListProvider", "assumed", "ZZZ, mutually defined: no list has tax numbers")
    named = {"codeListName": "RFC"} if _RFC.fullmatch(number) else {}
    return {"codeListProvider": "ZZZ", "partyCode": number, **named}


def _tax(number: str) -> Json:
    """Return the Mexican taxpayer's number as such; numbers of other shapes are identifying codes alone."""
    if not _RFC.fullmatch(number):
        return {}
    return {"taxLegalReferences": [{"type": "RFC", "countryCode": "MX", "value": number}]}


def _issuing(issuer: tuple[str, ...], notes: Notes) -> Json:
    place = "documentParties.issuingParty"
    country = next((each.country for each in carriers().values() if each.name == issuer[0]), None)
    address = _address(issuer[1:], country, place, notes)
    if address is None:
        notes.add(f"{place}.address", "missing", f"street and city are {UNSTATED}, the country is ZZ, the code for unknown")
        address = {"street": UNSTATED, "city": UNSTATED, "countryCode": country or "ZZ"}
    return {**_named(issuer[0], issuer[1:], place, notes), "address": address}


def _lines(lines: tuple[str, ...], place: str, notes: Notes) -> list[str]:
    """Return printed lines; more than the standard's five are joined into the last one."""
    if len(lines) > LINES:
        notes.add(f"{place}.addressLines", "derived", "more than five lines are printed; the fifth holds the others too")
        lines = (*lines[: LINES - 1], ", ".join(lines[LINES - 1 :]))
    return [notes.fitted(f"{place}.addressLines", line, LINE) for line in lines]


def _address(lines: tuple[str, ...], country: str | None, place: str, notes: Notes) -> Json | None:
    """Return an address in parts, None where the last line does not say country and city as trade papers do."""
    told = in_parts(lines[-1]) if len(lines) > 1 else None
    if told is None:
        return None
    city, code, read = told
    if len(city) > CITY:
        return None
    street = notes.fitted(f"{place}.address.street", ", ".join(lines[:-1]), STREET)
    notes.add(f"{place}.address", "derived", "parts told apart in the printed lines")
    return {"street": street, "city": city, "countryCode": country or read, **({"postCode": code} if code else {})}


def in_parts(line: str) -> tuple[str, str | None, str] | None:
    """Return city, postcode and country code of an address's last line, None where one cannot tell.

    "3016 DM ROTTERDAM, NETHERLANDS" is ROTTERDAM, 3016 DM, NL.
    """
    if match := _MEXICAN.fullmatch(line):
        return match["city"], match["code"], "MX"
    country = _countries().get(re.sub(r" \d[\d-]*$", "", line.rpartition(", ")[2]))
    match = _CODE_FIRST.fullmatch(line) or _CODE_LAST.fullmatch(line)
    if country is None or match is None:
        return None
    code = match["code"]
    return match["city"], code if code and len(code) <= 10 else None, country


@cache
def _countries() -> dict[str, str]:
    """Return country codes by the names that end addresses: those of the registers of countries, ports and carriers."""
    found = {name: each.code for each in countries().values() for name in (each.en, each.es)}
    found |= {each.printed.rpartition(", ")[2]: each.country for each in ports().values() if ", " in each.printed}
    ends = ((each.address[-1].rpartition(", ")[2], each.country) for each in carriers().values() if ", " in each.address[-1])
    return found | dict(ends)
