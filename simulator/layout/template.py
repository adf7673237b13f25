"""Template files to checked templates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from simulator.documents.types import document_types
from simulator.errors import BadInput
from simulator.formats.reading import decode, parse_toml
from simulator.layout.checks import check
from simulator.layout.house import HouseTemplate
from simulator.layout.labels import check_labels
from simulator.layout.schema import Box, Column, Continuation, Head, Piece, Rect, Rule, Table, Template, Text
from simulator.shipped import shipped_folder

_PIECES: dict[str, type[Piece]] = {"text": Text, "rule": Rule, "rect": Rect, "head": Head, "box": Box, "table": Table}


@cache
def load_template(name: str, folder: Path | None = None) -> HouseTemplate:
    """Read ``<folder>/<name>.toml``, by default of the shipped templates; raise ``BadInput`` when anything is wrong."""
    path = (folder or shipped_folder("templates")) / f"{name}.toml"
    body = _read(path)
    type_ = document_types().get(body.document)
    if type_ is None:
        known = ", ".join(sorted(document_types()))
        raise BadInput(f"there is no document type {body.document!r}; use one of {known}", source=path, place="document")
    try:
        check(body, type_)
        check_labels(made := HouseTemplate(name, type_, body))
    except BadInput as error:
        raise BadInput(error.problem, source=path, place=error.place) from None
    return made


def _read(path: Path) -> Template:
    data = parse_toml(path)
    try:
        return decode(data, Template, path)
    except BadInput as error:
        for place, value, record in _pieces(data):
            _probe(path, place, value, record)
        raise error


def _pieces(data: dict[str, Any]) -> Iterator[tuple[str, Any, type[Piece]]]:
    """Yield every piece with its place, inner ones first: msgspec does not number the items of a list."""
    for key, record in _PIECES.items():
        for index, value in _numbered(data, key):
            if record is Table and isinstance(value, dict):
                for at, column in _numbered(value, "columns"):
                    yield f"table[{index}].columns[{at}]", column, Column
            yield f"{key}[{index}]", value, record
    continuation = data.get("continuation")
    if isinstance(continuation, dict):
        for key in ("text", "rule", "rect", "head"):
            for index, value in _numbered(continuation, key):
                yield f"continuation.{key}[{index}]", value, _PIECES[key]
        yield "continuation", continuation, Continuation


def _numbered(data: dict[str, Any], key: str) -> Iterator[tuple[int, Any]]:
    values = data.get(key)
    return enumerate(values) if isinstance(values, list) else iter(())


def _probe(path: Path, place: str, value: Any, record: type[Piece]) -> None:
    try:
        msgspec.convert(value, record)
    except msgspec.ValidationError:
        try:
            decode({"format": 1, "piece": value}, msgspec.defstruct("Probe", [("piece", record)]), path)
        except BadInput as error:
            rest = (error.place or "").removeprefix("piece")
            raise BadInput(error.problem, source=path, place=place + rest) from None
