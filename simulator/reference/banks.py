"""Banks to whose order bills are made out, invented."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from simulator.reference.fields import Identifier, Printed, Text
from simulator.reference.tables import DATA, keyed, read_toml


class Bank(msgspec.Struct, frozen=True):
    """A Mexican bank, for "TO ORDER OF {name}"."""

    id: Identifier
    name: Printed
    address: tuple[Text, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    banks: tuple[Bank, ...]


@cache
def banks(folder: Path = DATA) -> dict[str, Bank]:
    """Return the banks by id; raise ``BrokenData`` when ``banks.toml`` is wrong."""
    path = folder / "banks.toml"
    return keyed(read_toml(path, _File).banks, lambda bank: bank.id, path)
