"""Texts in both languages from data files; a broken file is one clear error, when it is read."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from simulator.errors import BrokenData
from simulator.formats import FORMAT
from simulator.formats.key import Bilingual
from simulator.formats.vocabulary import Language
from simulator.render.flow_text import Run, marked

_LANGUAGES = {"en", "es"}


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one file, by dotted key; lists are keyed by their position from 1."""

    source: str
    entries: Mapping[str, Bilingual]

    def get(self, key: str, language: Language, **values: object) -> str:
        """Return a text with its placeholders filled; ``**`` marks are left out."""
        return "".join(run.text for run in self.rich(key, language, **values))

    def rich(self, key: str, language: Language, **values: object) -> tuple[Run, ...]:
        """Return a text as runs, ``**bold**`` read and placeholders filled."""
        try:
            return marked(self._entry(key).text(language), **values)
        except KeyError as error:
            raise BrokenData(f"{self.source}: {key}: nothing is given for the placeholder {{{error.args[0]}}}") from None

    def count(self, prefix: str) -> int:
        """Return the length of a list, whether it holds texts or tables of texts."""
        found = {key[len(prefix) + 1 :].split(".")[0] for key in self.entries if key.startswith(f"{prefix}.")}
        if not found:
            raise BrokenData(f"{self.source}: {prefix}: there is no such list of texts")
        return len(found)

    def many(self, prefix: str) -> tuple[Bilingual, ...]:
        """Return the texts of a list, in order."""
        return tuple(self._entry(f"{prefix}.{index + 1}") for index in range(self.count(prefix)))

    def all_of(self, prefix: str, language: Language, **values: object) -> tuple[tuple[Run, ...], ...]:
        """Return a list's texts as runs."""
        return tuple(self.rich(f"{prefix}.{index + 1}", language, **values) for index in range(self.count(prefix)))

    def _entry(self, key: str) -> Bilingual:
        if key not in self.entries:
            raise BrokenData(f"{self.source}: {key}: there is no such text")
        return self.entries[key]


@cache
def texts(path: Path) -> Texts:
    """Read a file of texts; raise ``BrokenData`` naming file and key where a text is not in both languages."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BrokenData(f"{path.name}: the texts cannot be read: {error}") from None
    if data.pop("format", None) != FORMAT:
        raise BrokenData(f"{path.name}: format: write format = {FORMAT}")
    entries: dict[str, Bilingual] = {}
    _collect(data, "", path.name, entries)
    return Texts(path.name, entries)


def _collect(data: Mapping[str, Any], prefix: str, source: str, entries: dict[str, Bilingual]) -> None:
    for name, value in data.items():
        key = f"{prefix}{name}"
        if isinstance(value, list):
            _collect({str(index): each for index, each in enumerate(value, 1)}, f"{key}.", source, entries)
        elif isinstance(value, dict) and _LANGUAGES & set(value):
            entries[key] = _bilingual(value, key, source)
        elif isinstance(value, dict):
            _collect(value, f"{key}.", source, entries)
        else:
            raise BrokenData(f"{source}: {key}: a text needs both languages: {{ en = ..., es = ... }}")


def _bilingual(value: Mapping[str, Any], key: str, source: str) -> Bilingual:
    if set(value) != _LANGUAGES or not all(isinstance(text, str) and text.strip() for text in value.values()):
        raise BrokenData(f"{source}: {key}: a text needs exactly en and es, neither of them empty")
    found = Bilingual(en=value["en"].strip(), es=value["es"].strip())
    if _placeholders(found.en, key, source) != _placeholders(found.es, key, source):
        raise BrokenData(f"{source}: {key}: en and es name different placeholders in braces")
    return found


def _placeholders(text: str, key: str, source: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise BrokenData(f"{source}: {key}: {error}") from None
