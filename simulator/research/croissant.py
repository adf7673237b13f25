"""Metadata of the tables as Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-spec.html)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from simulator import __version__
from simulator.research.dictionary import TABLES, Column, dictionary
from simulator.research.naming import DESCRIPTION, NAME, Naming

KEYS: Mapping[str, tuple[str, ...]] = {
    "responses": ("pack", "trainee", "consignment"),
    "flags": ("pack", "trainee", "consignment", "order"),
    "items": ("pack", "variant", "consignment"),
    "trainees": ("pack", "trainee"),
}
"""The columns by which each row of a table is told from the others."""

_TYPES = {"text": "sc:Text", "level": "sc:Text", "list": "sc:Text", "flag": "sc:Boolean", "integer": "sc:Integer",
          "number": "sc:Float"}  # fmt: skip
_OF_CROISSANT = (
    "citeAs", "column", "equivalentProperty", "extract", "field", "fileProperty", "fileObject", "fileSet", "format",
    "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex",
    "repeated", "replace", "samplingRate", "separator", "source", "subField", "transform",
)  # fmt: skip
_CONTEXT: Mapping[str, Any] = {
    "@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/", "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/", "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"}, "examples": {"@id": "cr:examples", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, **{name: f"cr:{name}" for name in _OF_CROISSANT},
}  # fmt: skip


def croissant(files: Mapping[str, bytes], naming: Naming) -> dict[str, Any]:
    """Return the metadata of data files, each with its SHA-256, and of every column; dates are only those given."""
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": NAME,
        "description": DESCRIPTION,
        "license": naming.licence,
        "citeAs": naming.cite,
        "version": __version__,
        **({"datePublished": naming.published} if naming.published else {}),
        "distribution": [_file_object(name, content) for name, content in files.items()],
        "recordSet": [_record_set(name) for name in TABLES],
    }


def _file_object(name: str, content: bytes) -> dict[str, str]:
    encoding = "text/csv" if name.endswith(".csv") else "application/vnd.apache.parquet"
    return {
        "@type": "cr:FileObject", "@id": name, "name": name, "contentUrl": name, "encodingFormat": encoding,
        "contentSize": f"{len(content)} B", "sha256": hashlib.sha256(content).hexdigest(),
    }  # fmt: skip


def _record_set(table: str) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet", "@id": table, "name": table,
        "key": [{"@id": f"{table}/{name}"} for name in KEYS[table]],
        "field": [_field(table, each) for each in dictionary().of(table)],
    }  # fmt: skip


def _field(table: str, column: Column) -> dict[str, Any]:
    told = f"{column.meaning} Empty: {column.blank}." if column.blank else column.meaning
    return {
        "@type": "cr:Field", "@id": f"{table}/{column.column}", "name": column.column, "description": told,
        "dataType": _TYPES[column.type],
        "source": {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": column.column}},
    }  # fmt: skip
