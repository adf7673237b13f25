"""Features of what is printed: lengths, kinds of characters, numbers, dates and names in the boxes of a consignment."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

from simulator.difficulty.audit.looking import Look
from simulator.documents.codecs import PartyBlock
from simulator.documents.model import Document

Features = dict[str, float | str]
"""Feature to value; words stand for kinds, each of which becomes a column."""


def printed_features(look: Look) -> Features:
    """Return the features of all boxes, paper by paper: ``INV gross_weight: characters`` and the like."""
    found: Features = {}
    for document in look.documents:
        label = document.prefix
        found |= {f"{label}: {name}": value for name, value in _of_paper(document).items()}
        for field, values in _by_field(document).items():
            texts = [document.type.field(field).codec.write(value, document.printing) for value in values]
            named = _of_texts(texts) | _of_values(values)
            found |= {f"{label} {field}: {name}": value for name, value in named.items()}
    return found | _date_gaps(look)


def _by_field(document: Document) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for (field, _), value in sorted(document.values.items(), key=lambda each: (each[0][0], each[0][1] or 0)):
        found.setdefault(field, []).append(value)
    return found


def _of_paper(document: Document) -> Features:
    text = "".join(document.printed(*place) for place in document.values)
    return {
        "boxes filled": float(len(document.values)),
        "house style": document.template,
        "language": document.printing.language,
        **{f"whole paper, {name}": value for name, value in _of_texts([text]).items()},
    }


def _of_texts(texts: list[str]) -> Features:
    text = "".join(texts)
    letters = sum(map(str.isalpha, text))
    return {
        "characters": float(len(text)),
        "words": float(sum(len(each.split()) for each in texts)),
        "rows": float(len(texts)),
        "spare spaces": float(sum(len(each) - len(" ".join(each.split())) for each in texts)),
        "share of digits": sum(map(str.isdigit, text)) / max(1, len(text)),
        "share of capitals": sum(map(str.isupper, text)) / max(1, letters),
        "share of other signs": sum(not (each.isalnum() or each.isspace()) for each in text) / max(1, len(text)),
    }


def _of_values(values: list[Any]) -> Features:
    if all(type(each) is int for each in values):
        return _of_numbers(values)
    if len(values) > 1:
        return {}
    (value,) = values
    if isinstance(value, date):
        return {"day of the week": float(value.weekday()), "weekend": float(value.weekday() >= 5)}
    if isinstance(value, PartyBlock):
        return _of_party(value)
    if isinstance(value, str) and value:
        return {"first word": value.split()[0], "last word": value.split()[-1]}
    return {}


def _of_numbers(numbers: list[int]) -> Features:
    digits = [str(each).rstrip("0") or "0" for each in numbers]
    zeros = [len(str(number)) - len(each) for number, each in zip(numbers, digits, strict=True)]
    return {
        "logarithm": math.log1p(sum(numbers)),
        "first digit": sum(int(each[0]) for each in digits) / len(digits),
        "last digit": sum(int(each[-1]) for each in digits) / len(digits),
        "closing zeros": sum(zeros) / len(digits),
    }


def _of_party(party: PartyBlock) -> Features:
    words = party.name.split()
    vowels = sum(each in "AEIOU" for each in party.name.upper())
    return {
        "name, characters": float(len(party.name)),
        "name, words": float(len(words)),
        "name, vowels": vowels / max(1, len(party.name)),
        "name, first word": words[0],
        "name, last word": words[-1],
        "last line of the address": party.address[-1] if party.address else "",
        "lines of the address": float(len(party.address)),
        "tax number printed": float(party.tax_id is not None),
        "telephone printed": float(party.telephone is not None),
    }


def _date_gaps(look: Look) -> Features:
    """Days from the invoice's date to every other date of the papers."""
    days = {
        f"{document.prefix} {field}": value
        for document in look.documents
        for (field, row), value in document.values.items()
        if row is None and isinstance(value, date)
    }
    first = days.pop("INV invoice_date", None)
    return (
        {} if first is None else {f"{name}: days from the invoice": float((day - first).days) for name, day in days.items()}
    )
