"""The fields of a PDF, whatever program saved it: names, kinds and values as they stand in the file.

ISO 32000-1, 12.7: fields form a tree, names and values are inherited, and the buttons of one choice are kids without a
name of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NullObject, StreamObject

from simulator.intake.forms.records import OFF, FieldFound

MOST_FIELDS = 20_000
"""Nodes of the tree; a class's longest form has under a thousand."""
DEEPEST = 16
_RADIO = 1 << 15
_INHERITED = ("/FT", "/V", "/Ff", "/Opt")


class TooManyFields(Exception):
    """A tree of fields without end."""


def fields_of(path: Path) -> list[FieldFound]:
    """Return the named fields of a PDF.

    Raise ``FileNotDecryptedError`` or ``DependencyError`` for a protected one, ``TooManyFields`` for a tree without end,
    and over damaged files whatever pypdf raises.
    """
    with PdfReader(path) as reader:
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileNotDecryptedError
        form = _resolved(_resolved(reader.trailer["/Root"]).get("/AcroForm"))
        if not isinstance(form, DictionaryObject):
            return []
        budget = [MOST_FIELDS]
        return [field for node in _array(form.get("/Fields")) for field in _walk(node, "", {}, budget, 0)]


def _walk(node: Any, prefix: str, inherited: Mapping[str, Any], budget: list[int], depth: int) -> Iterator[FieldFound]:
    """Yield the fields below a node; loops end where the tree is deeper, or has more nodes, than a form's."""
    budget[0] -= 1
    if budget[0] < 0 or depth > DEEPEST:
        raise TooManyFields
    found = _resolved(node)
    if not isinstance(found, DictionaryObject):
        return
    name = ".".join(part for part in (prefix, _text(found.get("/T")) or "") if part)
    known = {**inherited, **{key: found[key] for key in _INHERITED if key in found}}
    kids = [each for each in map(_resolved, _array(found.get("/Kids"))) if isinstance(each, DictionaryObject)]
    if any("/T" in each for each in kids):
        for each in kids:
            yield from _walk(each, name, known, budget, depth + 1)
        return
    budget[0] -= len(kids)
    if name:
        yield _field(name, known, [found, *kids])


def _field(name: str, known: Mapping[str, Any], widgets: list[DictionaryObject]) -> FieldFound:
    held = _resolved(known.get("/V"))
    value = _text(held)
    strange = value is None and held is not None and not isinstance(held, NullObject)
    if _text(known.get("/FT")) != "Btn":
        return FieldFound(name, value, strange)
    flags = _resolved(known.get("/Ff"))
    shown = (_text(each.get("/AS")) or "" for each in widgets)
    states = (state for each in widgets for state in _states(each))
    return FieldFound(
        name,
        value,
        strange,
        button=True,
        single=not (isinstance(flags, int) and flags & _RADIO),
        shown=tuple(dict.fromkeys(state for state in shown if state not in OFF)),
        states=tuple(dict.fromkeys(state for state in states if state not in OFF)),
        options=tuple(_option(each) for each in _array(known.get("/Opt"))),
    )


def _states(widget: DictionaryObject) -> list[str]:
    """Return the states that a button has looks for."""
    looks = _resolved(widget.get("/AP"))
    normal = _resolved(looks.get("/N")) if isinstance(looks, DictionaryObject) else None
    if not isinstance(normal, DictionaryObject) or isinstance(normal, StreamObject):
        return []
    return [_text(key) or "" for key in normal]


def _option(option: Any) -> str:
    found = _resolved(option)
    if isinstance(found, ArrayObject):
        found = found[0] if found else None
    return _text(found) or ""


def _text(value: Any) -> str | None:
    """Return a value as text: names without their stroke; None for what is not text at all, and for nothing."""
    found = _resolved(value)
    if isinstance(found, StreamObject):
        found = found.get_data()
    if isinstance(found, bytes):
        return _decoded(found)
    if isinstance(found, NameObject):
        name = str(found)[1:]
        # Some programs write names as UTF-16 with its byte order mark.
        return _decoded(name.encode("latin-1", errors="replace")) if name.startswith("\xfe\xff") else name
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    return str(found) if isinstance(found, str) else None


def _decoded(content: bytes) -> str:
    if content.startswith(b"\xfe\xff"):
        return content[2:].decode("utf-16-be", errors="replace")
    return content.decode("utf-8", errors="replace")


def _array(value: Any) -> list[Any]:
    """Return what stands in an array, without following references."""
    found = _resolved(value)
    return list(found) if isinstance(found, ArrayObject) else []


def _resolved(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value
