"""Marks of an instructor's own, as he writes them in TOML: a file of them, or tables ``[[brand]]`` in a scenario."""

from __future__ import annotations

import msgspec

from simulator.formats.key import Bilingual

Words = Bilingual | str
"""A text in both languages, or in one, which is then printed whatever the language of the pack."""


class OwnProduct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Models of one kind of ``goods``; ``price`` is the genuine one of a piece, US dollars FOB, lowest and highest."""

    goods: str
    models: tuple[str, ...]
    price: tuple[float, float] | None = None


class OwnMaker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An invented factory; ``country`` is an ISO code."""

    name: str
    city: str
    country: str
    address: tuple[str, ...] = ()


class OwnLicensee(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An invented Mexican importer with a licence; ``state`` as addresses print it."""

    name: str
    rfc: str
    address: tuple[str, ...]
    city: str
    state: str
    telephone: str


class OwnLogo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A drawn sign: a plain shape with one to three letters in it."""

    shape: str
    letters: str


class OwnBrand(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One mark. Only ``mark`` and ``product`` are asked for; what is left out is invented, always alike for a mark.

    ``made_in`` are the countries of its factories, ``maker`` the factories themselves.
    """

    mark: str
    product: tuple[OwnProduct, ...]
    owner: str | None = None
    owner_address: tuple[str, ...] = ()
    class_of_goods: Words | None = None
    carton_marks: Words | None = None
    security_features: Words | None = None
    how_fakes_differ: Words | None = None
    logo: OwnLogo | None = None
    made_in: tuple[str, ...] = ()
    maker: tuple[OwnMaker, ...] = ()
    licensee: tuple[OwnLicensee, ...] = ()


class BrandFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of marks."""

    format: int
    brand: tuple[OwnBrand, ...]
