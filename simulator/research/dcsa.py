"""The rules of the DCSA transport document: required attributes, lengths, patterns, limits, codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from simulator.reference.tables import read_csv
from simulator.research.dictionary import DATA

STANDARD = "DCSA transport document 3.0.3"


class Attribute(msgspec.Struct, frozen=True):
    """One attribute of one object; ``size`` holds limits as ``maxLength=35``, ``values`` codes, with blanks between."""

    object: str
    attribute: str
    type: str
    required: str = ""
    size: str = ""
    pattern: str = ""
    values: str = ""

    @property
    def limits(self) -> Mapping[str, int]:
        """Return the limits by name."""
        return {name: int(value) for name, value in (each.split("=") for each in self.size.split())}


@cache
def attributes() -> tuple[Attribute, ...]:
    """Return the attributes that bills are exported with."""
    return read_csv(DATA / "dcsa_transport_document.csv", Attribute)


def faults(value: Mapping[str, Any], object_: str = "TransportDocument") -> Iterator[str]:
    """Yield what in a document is not as the standard wants it, each with its place."""
    known = {each.attribute: each for each in attributes() if each.object == object_}
    for name in value.keys() - known.keys():
        yield f"{object_}.{name}: there is no such attribute"
    for name, rule in known.items():
        if name not in value:
            if rule.required:
                yield f"{object_}.{name}: missing"
            continue
        yield from _checked(value[name], rule)


def _checked(value: Any, rule: Attribute) -> Iterator[str]:
    place = f"{rule.object}.{rule.attribute}"
    kind = rule.type.removesuffix(" list")
    if (rule.type.endswith(" list")) != isinstance(value, list):
        yield f"{place}: a list is expected, or none"
        return
    each_of = value if isinstance(value, list) else [value]
    limits = rule.limits
    if isinstance(value, list) and not limits.get("minItems", 0) <= len(value) <= limits.get("maxItems", len(value)):
        yield f"{place}: {len(value)} items"
    for each in each_of:
        if kind[:1].isupper():
            yield from faults(each, kind)
        else:
            yield from (f"{place}: {each!r} {problem}" for problem in _plain(each, kind, rule))


def _plain(value: Any, kind: str, rule: Attribute) -> Iterator[str]:
    wanted = {"boolean": bool, "integer(int32)": int, "number(float)": int | float}.get(kind, str)
    if not isinstance(value, wanted) or (wanted is not bool and isinstance(value, bool)):
        yield f"is no {kind}"
        return
    limits = rule.limits
    if isinstance(value, str):
        if not limits.get("minLength", 0) <= len(value) <= limits.get("maxLength", len(value)):
            yield f"is {len(value)} characters long"
        if rule.pattern and not re.search(rule.pattern, value):
            yield f"does not match {rule.pattern}"
        if rule.values and value not in rule.values.split():
            yield f"is none of {rule.values}"
        if kind == "string(date)" and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            yield "is no date"
    elif not limits.get("minimum", value) <= value <= limits.get("maximum", value):
        yield "is out of range"
