"""A reader of the standard's own table of attributes, written apart from the product's, to check what it exports."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "data" / "dcsa_transport_document_3.0.3.csv"


def standard() -> dict[str, dict[str, dict[str, str]]]:
    """Return the rules by object and attribute, as the standard has them."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found: dict[str, dict[str, dict[str, str]]] = {}
    for row in csv.DictReader(lines):
        found.setdefault(row["object"], {})[row["attribute"]] = row
    return found


def breaches(document: Any) -> list[str]:
    """Return every breach of the standard in a transport document, each with its path."""
    return list(_object(document, "TransportDocument", "", standard()))


def _object(value: Any, name: str, path: str, rules: dict[str, dict[str, dict[str, str]]]) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{path} is no object"
        return
    yield from (f"{path}.{each} is not of the standard" for each in value if each not in rules[name])
    yield from (f"{path}.{each} is missing" for each, rule in rules[name].items() if rule["required"] and each not in value)
    for each in value.keys() & rules[name].keys():
        rule, here = rules[name][each], f"{path}.{each}"
        limits = dict(limit.split("=") for limit in rule["size"].split())
        if rule["type"].endswith(" list"):
            yield from _list(value[each], here, limits)
            for at, one in enumerate(value[each]):
                yield from _value(one, rule, limits, f"{here}[{at}]", rules)
        else:
            yield from _value(value[each], rule, limits, here, rules)


def _list(value: Any, path: str, limits: dict[str, str]) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{path} is no list"
    elif len(value) < int(limits.get("minItems", 0)) or len(value) > int(limits.get("maxItems", 10**6)):
        yield f"{path} has {len(value)} entries"


def _value(value: Any, rule: dict[str, str], limits: dict[str, str], path: str, rules: Any) -> Iterator[str]:
    kind = rule["type"].removesuffix(" list")
    if kind in rules:
        yield from _object(value, kind, path, rules)
    elif kind == "boolean":
        if value is not True and value is not False:
            yield f"{path} is no boolean"
    elif kind.startswith(("integer", "number")):
        if type(value) not in ((int,) if kind.startswith("integer") else (int, float)):
            yield f"{path} is no {kind}"
        elif not float(limits.get("minimum", value)) <= value <= float(limits.get("maximum", value)):
            yield f"{path} is out of range"
    elif not isinstance(value, str):
        yield f"{path} is no text"
    else:
        yield from _text(value, rule, limits, path)


def _text(value: str, rule: dict[str, str], limits: dict[str, str], path: str) -> Iterator[str]:
    if len(value) < int(limits.get("minLength", 0)) or len(value) > int(limits.get("maxLength", 10**6)):
        yield f"{path} has {len(value)} characters"
    if rule["pattern"] and re.search(rule["pattern"], value) is None:
        yield f"{path} does not match {rule['pattern']}"
    if rule["values"] and value not in rule["values"].split():
        yield f"{path} is none of {rule['values']}"
    if rule["type"].startswith("string(date)"):
        date.fromisoformat(value)
