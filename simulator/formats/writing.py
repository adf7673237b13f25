"""Records to bytes: one canonical form, so that equal records are equal files."""

from __future__ import annotations

import msgspec


def json_bytes(record: object) -> bytes:
    """Return a record as indented UTF-8 JSON with a closing newline; equal records give equal bytes."""
    return msgspec.json.format(msgspec.json.encode(record, order="sorted"), indent=1) + b"\n"
