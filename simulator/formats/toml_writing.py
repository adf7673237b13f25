"""Plain data to TOML: tables, lists of values, lists of tables; what a scenario holds and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any


def toml_text(data: Mapping[str, Any], comment: str = "") -> str:
    """Return TOML that reads back as ``data``; values of None are left out; ``comment`` stands above, line by line."""
    above = [f"# {line}".rstrip() for line in comment.splitlines()]
    return "\n".join([*above, *_table(data, ())]).strip() + "\n"


def _table(data: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    inner = {key: value for key, value in data.items() if isinstance(value, Mapping) and value}
    lists = {key: value for key, value in data.items() if _is_tables(value)}
    for key, value in data.items():
        if value is not None and key not in inner and key not in lists:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in inner.items():
        yield from ("", f"[{'.'.join(map(_key, (*path, key)))}]", *_table(value, (*path, key)))
    for key, values in lists.items():
        for each in values:
            yield from ("", f"[[{'.'.join(map(_key, (*path, key)))}]]", *_table(each, (*path, key)))


def _is_tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(each, Mapping) for each in value)


def _key(key: str) -> str:
    plain = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if plain else _text(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + " }" if value else "{}"
    return "[" + ", ".join(_value(each) for each in value) + "]"


def _text(text: str) -> str:
    """A string of JSON is one of TOML, but for the character 127."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
