"""Files to records: every problem becomes one sentence with file and place."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from simulator.errors import BadInput
from simulator.formats import FORMAT

Record = TypeVar("Record")


def read_text(path: Path) -> str:
    """Return a UTF-8 file's text without its byte order mark; raise ``BadInput`` when it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise BadInput("there is no such file", source=path) from None
    except IsADirectoryError:
        raise BadInput("this is a folder where a file is expected", source=path) from None
    except UnicodeDecodeError as error:
        raise BadInput(f"byte {error.start + 1} is not UTF-8; save the file as UTF-8", source=path) from None
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror})", source=path) from None


def read_toml(path: Path, record: type[Record]) -> Record:
    """Read a TOML file of the contract into its record."""
    return decode(parse_toml(path), record, path)


def parse_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file says, unchecked; raise ``BadInput`` when it is none."""
    data: dict[str, Any] = _parse(path, tomllib.loads, "TOML")
    return data


def read_json(path: Path, record: type[Record]) -> Record:
    """Read a JSON file of the contract into its record."""
    return decode(_parse(path, msgspec.json.decode, "JSON"), record, path)


def decode(data: Any, record: type[Record], source: str | Path) -> Record:
    """Turn parsed data into ``record``; refuse a newer ``format`` before anything else."""
    _check_format(data, source)
    try:
        return msgspec.convert(data, record)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at `$")
        place = place.rstrip("`").lstrip(".")
        raise BadInput(_sentence(message), source=source, place=place or None) from None


def _parse(path: Path, parser: Callable[[str], Any], language: str) -> Any:
    text = read_text(path)
    try:
        return parser(text)
    except RecursionError:
        raise BadInput(f"this is not {language}: it is nested too deeply", source=path) from None
    except (ValueError, msgspec.DecodeError) as error:  # also for numbers of thousands of digits
        raise BadInput(f"this is not {language}: {error}", source=path) from None


def _check_format(data: Any, source: str | Path) -> None:
    if not isinstance(data, dict):
        raise BadInput("a table of keys and values is expected", source=source)
    given = data.get("format", None)
    if given is None:
        raise BadInput(f"the key is missing; write format = {FORMAT}", source=source, place="format")
    if isinstance(given, bool) or not isinstance(given, int) or given < 1:
        raise BadInput(f"{given!r} is not a format; write format = {FORMAT}", source=source, place="format")
    if given > FORMAT:
        raise BadInput(
            f"format {given} is newer than this program reads ({FORMAT}); use a newer simulator",
            source=source,
            place="format",
        )


def _sentence(message: str) -> str:
    replacements = {
        "Object contains unknown field": "there is no such key:",
        "Object missing required field": "a key is missing:",
        "Expected `object`": "a table is expected",
    }
    for theirs, ours in replacements.items():
        message = message.replace(theirs, ours)
    return message[:1].lower() + message[1:]
