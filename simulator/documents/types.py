"""All document types, found by walking this package: every module with a ``TYPE`` is one."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import simulator.documents as package
from simulator.documents.model import DocumentType
from simulator.errors import BrokenData


@cache
def document_types() -> dict[str, DocumentType]:
    """Return name to document type; raise ``BrokenData`` when two share a name or a type repeats a box number."""
    found: dict[str, DocumentType] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(package.__path__)):
        type_ = getattr(importlib.import_module(f"{package.__name__}.{module}"), "TYPE", None)
        if isinstance(type_, DocumentType):
            found[_checked(type_, found).name] = type_
    return found


def _checked(type_: DocumentType, found: dict[str, DocumentType]) -> DocumentType:
    numbers = [each.number for each in type_.fields]
    names = [each.name for each in type_.fields]
    if type_.name in found or len(set(numbers)) < len(numbers) or len(set(names)) < len(names):
        raise BrokenData(f"documents: {type_.name}: the type, a field or a box number stands twice; each must be unique")
    return type_
