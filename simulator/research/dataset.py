"""A folder of tables for research: CSV, Parquet, data dictionary, dataset card, Croissant metadata."""

from __future__ import annotations

from simulator.formats.writing import json_bytes
from simulator.research.card import card
from simulator.research.croissant import croissant
from simulator.research.dictionary import HEADER, TABLES, dictionary
from simulator.research.naming import Naming
from simulator.research.parquet import parquet_bytes
from simulator.research.tables import Tables, csv_text, table_bytes


def dataset_files(tables: Tables, *, parquet: bool, naming: Naming | None = None, hidden: bool = False) -> dict[str, bytes]:
    """Return the files of the folder by name; ``croissant.json`` lists the data files with their SHA-256.

    ``hidden`` tells the card that ids of respondents are codes.
    """
    named = naming or Naming()
    files = {f"{name}.csv": table_bytes(name, tables[name]) for name in TABLES}
    if parquet:
        files |= {f"{name}.parquet": parquet_bytes(name, tables[name]) for name in TABLES}
    files["dictionary.csv"] = csv_text(
        HEADER, [{name: getattr(each, name) for name in HEADER} for each in dictionary().column]
    )
    return {
        **files,
        "README.md": card(tables, files, named, hidden=hidden).encode(),
        "croissant.json": json_bytes(croissant(files, named)),
    }
