"""Kinds of goods: words, HS codes, weights, cartons and wholesale prices."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from simulator.formats.key import Bilingual
from simulator.numbers import ceil_div
from simulator.reference.fields import PRINTED_PATTERN, Identifier, Positive, Range, Subheading
from simulator.reference.packages import PackageCode, packages
from simulator.reference.prices import price_level, unit_values
from simulator.reference.tables import DATA, fault, read_folder, require
from simulator.wording import significant_words

Unit = Literal["PCS", "PRS", "SET"]


class Carton(msgspec.Struct, frozen=True):
    """One package as it travels: pieces, outside in centimetres, tare in grams."""

    pieces: int
    cm: tuple[int, int, int]
    tare_grams: int


class Goods(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of goods as traded by the carton.

    ``description`` is what papers print, ``other_words`` an honest other description of the same goods. Grams are net
    for a piece (pair, set), centimetres outside of the carton, prices US cents a piece FOB at the scenario's level.
    ``brandable`` goods may carry a mark; ``plain`` ones are also shipped without; ``by_air`` ones are dear or urgent
    enough to fly. ``price_basis`` begins with the HS 1992 heading whose observed unit values the price band was set
    from.
    """

    id: Identifier
    hs: Subheading
    unit: Unit
    description: Bilingual
    other_words: Bilingual
    piece_grams: Range
    pieces_per_carton: Annotated[tuple[Positive, ...], msgspec.Meta(min_length=1)]
    carton_cm: tuple[Positive, Positive, Positive]
    carton_tare_grams: Positive
    price_cents: Range
    price_basis: Annotated[str, msgspec.Meta(pattern=r"^\d{4} p\d\d-p\d\d")]
    brandable: bool
    plain: bool
    by_air: bool
    package: PackageCode = "CT"
    sector: str = ""

    def carton(self, pieces: int, parts: int) -> Carton:
        """Return how ``pieces`` travel when a full carton of them is divided into smaller ones; ``parts`` divide them."""
        longest, middle, shortest = sorted(self.carton_cm, reverse=True)
        sides = sorted((ceil_div(longest, parts), middle, shortest), reverse=True) if parts > 1 else self.carton_cm
        length, width, height = sides
        return Carton(pieces // parts, (length, width, height), ceil_div(self.carton_tare_grams, parts))

    @property
    def heading(self) -> str:
        """The first four digits of the HS code."""
        return self.hs[:4]

    @property
    def price_heading(self) -> str:
        """The HS 1992 heading whose unit values stand behind the price band."""
        return self.price_basis[:4]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    goods: tuple[Goods, ...]


@cache
def goods(folder: Path = DATA) -> dict[str, Goods]:
    """Return the kinds of goods by id, in the order of the files; raise ``BrokenData`` when a file is wrong."""
    found: dict[str, Goods] = {}
    for path, file in read_folder(folder / "goods", _File).items():
        for kind in file.goods:
            require(kind.id not in found, path, kind.id, "this id stands in two places; keep one")
            _check(kind, path, folder)
            found[kind.id] = msgspec.structs.replace(kind, sector=path.stem)
    return found


def sectors(folder: Path = DATA) -> tuple[str, ...]:
    """Return the names of the sectors: the goods' files."""
    return tuple(sorted({kind.sector for kind in goods(folder).values()}))


def _check(kind: Goods, path: Path, folder: Path) -> None:
    require(kind.sector == "", path, kind.id, "the sector is the file's name; leave it out")
    require(kind.package in packages(folder), path, kind.id, f"package {kind.package} is not in packages.csv")
    require(kind.brandable or kind.plain, path, kind.id, "goods without a mark are plain")
    require(kind.piece_grams[0] < kind.piece_grams[1], path, kind.id, "piece_grams must rise")
    require(1.5 <= kind.price_cents[1] / kind.price_cents[0] <= 3, path, kind.id, "the price band is not 1.5 to 3 wide")
    _check_words(kind, path)
    _check_price(kind, path, folder)


def _check_words(kind: Goods, path: Path) -> None:
    for language in ("en", "es"):
        first, second = kind.description.text(language), kind.other_words.text(language)
        typed = all(re.match(PRINTED_PATTERN, text) for text in (first, second))
        require(typed, path, kind.id, f"description and other_words ({language}) are upper case without accents")
        shared = significant_words(first) & significant_words(second)
        require(not shared, path, kind.id, f"other_words ({language}) repeats {', '.join(sorted(shared))}")


def _check_price(kind: Goods, path: Path, folder: Path) -> None:
    if kind.price_heading not in unit_values(folder):
        raise fault(path, kind.id, f"heading {kind.price_heading} is not in unit_values.csv")
    observed, factor = unit_values(folder)[kind.price_heading], price_level(folder).factor
    low, high = kilogram_prices(kind)
    overlap = low <= observed.p90 * factor and high >= observed.p10 * factor
    require(overlap, path, kind.id, f"USD {low:.2f} to {high:.2f} a kilogram lies outside p10 to p90 of its heading")


def kilogram_prices(kind: Goods) -> tuple[float, float]:
    """Return the price band in USD a net kilogram, for pieces of the middle weight."""
    grams = sum(kind.piece_grams) / 2
    return kind.price_cents[0] * 10 / grams, kind.price_cents[1] * 10 / grams
