"""Kinds of package by UN/ECE Recommendation 21 code, with the words that papers print."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.formats.key import Bilingual
from simulator.reference.fields import Printed
from simulator.reference.tables import DATA, keyed, read_csv

PackageCode = Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]


class Package(msgspec.Struct, frozen=True):
    """A kind of package: one and many, in both languages."""

    code: PackageCode
    one_en: Printed
    many_en: Printed
    one_es: Printed
    many_es: Printed

    def words(self, count: int) -> Bilingual:
        """Return the word for ``count`` packages of this kind."""
        if count == 1:
            return Bilingual(en=self.one_en, es=self.one_es)
        return Bilingual(en=self.many_en, es=self.many_es)


@cache
def packages(folder: Path = DATA) -> dict[str, Package]:
    """Return the kinds by code; raise ``BrokenData`` when ``packages.csv`` is wrong."""
    path = folder / "packages.csv"
    return keyed(read_csv(path, Package), lambda package: package.code, path)
