"""Ids of respondents, groups and variants as codes that only who has the secret can make again."""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

from simulator.errors import BadInput
from simulator.formats.reading import read_text
from simulator.research.croissant import KEYS
from simulator.research.tables import Row, Tables

LEAST = 16
"""Characters of a secret, at least: rosters are short, so that a guessed secret is checked in no time."""
HIDDEN = ("trainee", "group", "variant")
"""Variants are dealt in the order of the roster, so that they would tell who somebody is."""


def read_secret(path: Path) -> str:
    """Return the secret that a file holds; raise ``BadInput`` when it is too short."""
    secret = read_text(path).strip()
    if len(secret) < LEAST:
        raise BadInput(f"a secret of {len(secret)} characters can be guessed; write at least {LEAST}", source=path)
    return secret


def pseudonymous(tables: Tables, secret: str) -> Tables:
    """Return the tables with other ids, equal for equal ids in every table and export; rows follow the new ones."""
    return {name: _hidden(name, rows, secret) for name, rows in tables.items()}


def pseudonym(column: str, id_: str, secret: str) -> str:
    """Return the code of an id: P and the first 12 hexadecimal digits of its HMAC-SHA256; no id stays none."""
    if not id_:
        return ""
    return f"P{hmac.new(secret.encode(), f'{column}:{id_}'.encode(), hashlib.sha256).hexdigest()[:12]}"


def _hidden(name: str, rows: list[Row], secret: str) -> list[Row]:
    made = [
        {column: pseudonym(column, cell, secret) if column in HIDDEN else cell for column, cell in row.items()}
        for row in rows
    ]
    return sorted(made, key=lambda row: [row[column] for column in KEYS[name] if column != "order"])
