"""Evidence, first part: do the papers of a consignment agree with each other, and which boxes are empty?

Nothing here knows an indicator: every field that two papers share is compared, every date with every other date, every
party with every other party.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from typing import Any

from simulator.difficulty.audit.looking import manifest_line
from simulator.difficulty.audit.printed import Features
from simulator.documents.codecs import PartyBlock
from simulator.documents.declared import Declared
from simulator.documents.derive import TRANSPORT
from simulator.documents.model import Document, Papers

TOTALS = {"total_gross_weight": "gross_weight", "total_net_weight": "net_weight", "total_volume": "volume"}
"""The packing list's totals, by the name that the other papers use."""
ROUNDED = 0.02
"""How far two amounts may differ by rounding: manifests print whole kilograms, waybills tenths."""


def agreement_features(papers: Papers, consignment: str) -> Features:
    """Return how much each shared field differs between papers (0 to 1), which dates are later, which parties the same."""
    told = own_papers(papers, consignment)
    return _differences(told) | _orders(told) | _same_parties(told)


def presence_features(papers: Papers, consignment: str) -> Features:
    """Return 1 for each field of each paper that is filled, 0 where it is empty."""
    return {
        f"{label} {field.name}: filled": float(any(name == field.name for name, _ in document.values))
        for label, document in own_papers(papers, consignment).items()
        for field in document.type.fields
    }


def own_papers(papers: Papers, consignment: str) -> dict[str, Document]:
    """Return transport document, invoice, packing list and the line of the manifest, by a name for each."""
    own = [each for each in papers.documents if each.consignments == (consignment,) and not each.type.shared]
    line, _, _ = manifest_line(papers, consignment)
    return {"bill" if each.type in TRANSPORT else each.prefix: each for each in (*own, *line)}


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, in capitals."""
    return frozenset(re.findall(r"[^\W_]+", text.upper()))


def _values(document: Document) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for (field, _), value in document.values.items():
        found.setdefault(field, []).append(value)
    for total, name in TOTALS.items():
        if total in found:
            found[name] = found[total]
    return found


def _differences(told: dict[str, Document]) -> Features:
    values = {label: _values(document) for label, document in told.items()}
    return {
        f"{field}: {one} against {other}": _apart(values[one][field], values[other][field])
        for one, other in combinations(sorted(values), 2)
        for field in sorted(values[one].keys() & values[other].keys())
    }


def _apart(some: list[Any], others: list[Any]) -> float:
    """Return 0 where two papers tell the same and up to 1 where they tell something else."""
    if all(type(each) is int for each in (*some, *others)):
        ratio = abs(math.log((1 + sum(some)) / (1 + sum(others))))
        return 0.0 if ratio <= ROUNDED else 1.0
    one, other = _tokens(some), _tokens(others)
    return 1.0 - len(one & other) / len(one | other) if one | other else 0.0


def _tokens(values: Iterable[Any]) -> frozenset[str]:
    found: set[str] = set()
    for value in values:
        if isinstance(value, tuple):
            found |= _tokens(value)
        elif isinstance(value, PartyBlock):
            found.add(value.name)
        else:
            found |= words_of(str(value))
    return frozenset(found)


def _orders(told: dict[str, Document]) -> Features:
    """Which of two dates is later, which of two amounts is larger, and by how much."""
    days, sums = {}, {}
    for label, document in told.items():
        for field, values in _values(document).items():
            if len(values) == 1 and isinstance(values[0], date):
                days[f"{label} {field}"] = values[0]
            elif "weight" in field and all(type(each) is int for each in values):
                sums[f"{label} {field}"] = sum(values)
            elif len(values) == 1 and isinstance(values[0], Declared) and values[0].cents is not None:
                sums[f"{label} {field}"] = values[0].cents
    later: Features = {f"{a} later than {b}": float(days[a] > days[b]) for a, b in combinations(sorted(days), 2)}
    larger: Features = {
        f"{a} larger than {b}": float(sums[a] > (1 + ROUNDED) * sums[b]) for a, b in combinations(sorted(sums), 2)
    }
    return later | larger


def _same_parties(told: dict[str, Document]) -> Features:
    bill = told.get("bill")
    named = {} if bill is None else {n: v.name for (n, _), v in bill.values.items() if isinstance(v, PartyBlock)}
    return {f"{a} is {b}": float(named[a] == named[b]) for a, b in combinations(sorted(named), 2)}
