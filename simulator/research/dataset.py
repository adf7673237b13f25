"""A folder of tables for research: CSV, Parquet, data dictionary, dataset card, Croissant metadata."""

from __future__ import annotations

import hashlib
from typing import Any

from simulator.formats.writing import json_bytes
from simulator.research.dictionary import HEADER, TABLES, dictionary
from simulator.research.parquet import parquet_bytes
from simulator.research.tables import Tables, csv_text, table_bytes

NAME = "document-inspection-answers"
DESCRIPTION = "Answers of classes to document-inspection exercises: decisions, flagged boxes, consignments and respondents."
UNSTATED = "not stated; ask whoever gave you the data"

_TYPES = {"text": "sc:Text", "level": "sc:Text", "list": "sc:Text", "flag": "sc:Boolean", "integer": "sc:Integer",
          "number": "sc:Float"}  # fmt: skip
_CONTEXT = {
    "@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/", "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo", "recordSet": "cr:recordSet", "field": "cr:field",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "source": "cr:source", "extract": "cr:extract",
    "column": "cr:column", "fileObject": "cr:fileObject", "citeAs": "cr:citeAs",
}  # fmt: skip


def dataset_files(tables: Tables, *, parquet: bool, licence: str = UNSTATED) -> dict[str, bytes]:
    """Return the files of the folder by name; ``croissant.json`` lists the data files with their SHA-256."""
    files = {f"{name}.csv": table_bytes(name, tables[name]) for name in TABLES}
    if parquet:
        files |= {f"{name}.parquet": parquet_bytes(name, tables[name]) for name in TABLES}
    files["dictionary.csv"] = csv_text(
        HEADER, [{name: getattr(each, name) for name in HEADER} for each in dictionary().column]
    )
    return {
        **files,
        "README.md": _card(tables, files, licence).encode(),
        "croissant.json": json_bytes(_croissant(files, licence)),
    }


def _croissant(files: dict[str, bytes], licence: str) -> dict[str, Any]:
    """Return Croissant 1.0 metadata (https://docs.mlcommons.org/croissant/docs/croissant-spec.html)."""
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": NAME,
        "description": DESCRIPTION,
        "license": licence,
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
    fields = [
        {
            "@type": "cr:Field", "@id": f"{table}/{each.column}", "name": each.column, "description": each.meaning,
            "dataType": _TYPES[each.type],
            "source": {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": each.column}},
        }
        for each in dictionary().of(table)
    ]  # fmt: skip
    return {"@type": "cr:RecordSet", "@id": table, "name": table, "field": fields}


def _card(tables: Tables, files: dict[str, bytes], licence: str) -> str:
    packs = sorted({row["pack"] for row in tables["items"]})
    rows = "\n".join(f"| {name} | {len(tables[name])} | {len(dictionary().of(name))} |" for name in TABLES)
    return f"""# {NAME}
{DESCRIPTION}

| table | rows | columns |
|---|---:|---:|
{rows}

Packs: {", ".join(packs)}. Files: {", ".join(files)}. Licence: {licence}.

## How it came about
The papers are training specimens made by the document inspection simulator: parties, brands and shipments are invented.
Respondents decided on each consignment and flagged boxes; both were graded against the pack's key. `dictionary.csv` says
what each column means. Blank is unknown or not given. Join `responses` to `items` by pack, variant and consignment, to
`trainees` by pack and trainee, and `flags` to `responses` by pack, trainee and consignment.

## Persons
Names, and what respondents typed in their own words, are not in here. Ids of respondents and groups are those of the class's
roster: whoever has the roster can tell whose answers these are, so treat them as pseudonymous personal data.

## Limits
With a variant for each respondent a consignment is answered once, so its own difficulty cannot be told from its slot's.
Whether respondents were people or simulated stands nowhere in grades; ask whoever made them.
`items` holds verdicts and indicators, that is, the key: do not hand it to a class that is still to answer the pack.
"""
