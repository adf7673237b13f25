"""``instructor/sheets.json``: what the printed answer sheets of a pack ask for, so that scans of them can be read."""

from __future__ import annotations

import msgspec

from simulator.formats import FORMAT
from simulator.formats.vocabulary import Language, Paper


class SheetQuestion(msgspec.Struct, frozen=True):
    """One consignment on a sheet, and the prefixes of box codes that its sheet offers."""

    consignment: str
    prefixes: tuple[str, ...]


class Sheets(msgspec.Struct, frozen=True):
    """The sheets of a pack; ``variants`` are the respondents' own ones, ``blank`` those that name nobody.

    ``layout`` is a SHA-256 over the places of all marks: a reader that finds another one must not read.
    """

    pack: str
    title: str
    language: Language
    paper: Paper
    layout: str
    variants: dict[str, tuple[SheetQuestion, ...]]
    blank: tuple[SheetQuestion, ...]
    format: int = FORMAT
